/// One fault or warning, addressed to the person who must act: where it is, which rule it breaks, what would be right.
///
/// A diagnostic never carries a value of the data: it names the place, the field and the rule that the value breaks.
/// The excerpt that shows the line is made from the source only when the diagnostic is printed for the owner of the file,
/// and only where `Excerpt` says that the line holds nothing but structure (see ``Excerpt``).
public struct Diagnostic: Sendable, Hashable {
  /// Whether the input can be used.
  public enum Severity: String, Sendable, Hashable {
    /// The input cannot be used.
    case error
    /// The input is used; something in it looks wrong.
    case warning
  }

  /// A further place that the fault refers to, such as where a section was opened.
  public struct Note: Sendable, Hashable {
    /// What stands there, without a final period.
    public var message: String
    /// Where it is; nil when it has no place.
    public var location: SourceLocation?
    /// The line at that place; nil when there is nothing to show.
    public var excerpt: Excerpt?

    /// A note.
    public init(_ message: String, at location: SourceLocation? = nil, excerpt: Excerpt? = nil) {
      self.message = message
      self.location = location
      self.excerpt = excerpt
    }
  }

  /// Whether the input can be used.
  public var severity: Severity
  /// The stable name of the kind of fault, such as `unknown-field`: tools filter by it, tests name it.
  public var id: String
  /// One sentence without a final period: what is wrong and what was expected.
  public var message: String
  /// Where the fault begins; nil when it has no place, such as a file that is missing.
  public var location: SourceLocation?
  /// The line of the fault with a caret; nil when there is nothing to show.
  public var excerpt: Excerpt?
  /// The field of the data that is at fault, by its id; nil where there is none.
  public var field: String?
  /// What to do about it, such as a nearest name; nil when nothing sensible can be said.
  public var remedy: String?
  /// Other places that the fault refers to, in the order in which they are told.
  public var notes: [Note]

  /// A diagnostic.
  public init(
    _ severity: Severity, id: String, _ message: String, at location: SourceLocation? = nil, excerpt: Excerpt? = nil,
    remedy: String? = nil, notes: [Note] = []
  ) {
    self.severity = severity
    self.id = id
    self.message = message
    self.location = location
    self.excerpt = excerpt
    self.remedy = remedy
    self.notes = notes
  }
}
