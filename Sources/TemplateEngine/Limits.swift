/// How large and how deep a template may be, and how much it may write; beyond them the checker reports a fault, and rendering ends with an error, instead of
/// running out of stack or memory.
public struct TemplateLimits: Sendable, Hashable {
  /// The longest template, in bytes.
  public var templateBytes = 1 << 20
  /// How many sections may be open at one place, counted across partials.
  public var sectionDepth = 100
  /// How many partials may be open at one place.
  public var partialDepth = 50
  /// How many literals and tags the template may have after all partials are placed, each counted as often as it is placed.
  public var placedTags = 200_000
  /// How many bytes of literal text the template may have after all partials are placed.
  public var placedBytes = 16 << 20
  /// How many bytes one rendering may write.
  public var outputBytes = 64 << 20
  /// How many literals, tags and contexts one rendering may visit, each as often as a section over a list repeats it.
  public var renderedTags = 50_000_000
  /// How many faults are reported in one run.
  public var faults = 200

  // Rendering without a shape (`UntypedTemplate`): what depends on the data can only be limited while rendering.

  /// How many partials, parents and blocks may be open at one moment; partials may be recursive there.
  public var recursionDepth = 500
  /// By how many bytes of white space lines may be indented.
  public var indentationBytes = 10_000
  /// How many bytes the data may take.
  public var dataBytes = 1 << 30

  /// The limits that suit a printed report many times over.
  public init() {}

  /// The same limits, cut to what the instructions of a checked template can address.
  var addressable: TemplateLimits {
    var limits = self
    limits.sectionDepth = min(sectionDepth, 10_000)
    limits.placedTags = min(placedTags, 1 << 28)
    limits.placedBytes = min(placedBytes, 1 << 30)
    return limits
  }
}
