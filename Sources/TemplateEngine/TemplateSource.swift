public import Diagnostics

/// One template as it was read: its name, which partial tags refer to, and its text.
public struct TemplateSource: Sendable {
  /// The name with its ending, such as `appointment.md.mustache`.
  public let name: String
  /// The text; its `file` is what diagnostics print, usually the path that the user gave.
  public let text: SourceText

  /// A template whose text was read from the file `text.file`.
  public init(name: String, text: SourceText) {
    self.name = name
    self.text = text
  }

  /// A template held in memory; diagnostics call it by its name.
  public init(name: String, text: String) {
    self.init(name: name, text: SourceText(file: name, bytes: Array(text.utf8)))
  }
}

/// The templates that may refer to each other, by name.
public struct TemplateSet: Sendable {
  private var byName: [String: TemplateSource] = [:]

  /// All sources; of two with one name the later wins, so that a folder of the user's own overlays the built-in templates.
  public init(_ sources: [TemplateSource]) {
    for source in sources { byName[source.name] = source }
  }

  /// The template of that full name; nil when there is none.
  public subscript(name: String) -> TemplateSource? { byName[name] }

  /// All full names in alphabetical order.
  public var names: [String] { byName.keys.sorted() }
}
