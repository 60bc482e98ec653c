import TemplateEngine

/// What each kind of diagnostic is about, for documents that list the kinds beside the findings.
enum DiagnosticRules {
  /// A sentence; for an id without one, its words.
  static func description(of id: String) -> String {
    if let kind = TemplateFaultKind(rawValue: id) { return kind.rule }
    if let sentence = sentences[id] { return sentence }
    let words = id.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst() + "."
  }

  private static let sentences: [String: String] = [
    "policy-not-first": "The policy of a page stands before what it rules.",
    "file-exists": "A file that exists is never overwritten.",
    "out-of-range": "A value must lie in its possible range.",
    "outside-set": "A value must be one of the allowed ones.",
    "style-ends-element": "A style sheet must not be able to end its element on the page.",
    "unknown-field": "A record must use the names of the field dictionary.",
  ]
}
