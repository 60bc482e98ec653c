/// What each kind of diagnostic is about, for documents that list the kinds beside the findings.
enum DiagnosticRules {
  /// A sentence; for an id without one, its words.
  static func description(of id: String) -> String {
    if let sentence = sentences[id] { return sentence }
    let words = id.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst() + "."
  }

  private static let sentences: [String: String] = [
    "bad-delimiters": "A change of delimiters must name two.",
    "bad-name": "A tag must have a name.",
    "file-exists": "A file that exists is never overwritten.",
    "mismatched-section": "A section must be closed by its own name.",
    "misplaced-value": "A value must stand where it can be made harmless.",
    "missing-requirement": "What keeps a report safe must be placed where nothing can hide it.",
    "never-printed": "A section that can never be printed is of no use.",
    "optional-without-fallback": "A template must say what is printed when a value is absent.",
    "out-of-range": "A value must lie in its possible range.",
    "outside-set": "A value must be one of the allowed ones.",
    "partial-cycle": "A partial must not include itself.",
    "raw-text": "Text from a patient can only be printed escaped.",
    "section-changes-place": "A section must end in the same construct in which it begins.",
    "stray-section-end": "A closing tag needs a section to close.",
    "style-ends-element": "A style sheet must not be able to end its element on the page.",
    "template-limit": "A template must stay within the limits of size and depth.",
    "template-not-utf8": "A template must be UTF-8 text.",
    "unclosed-section": "Every section must be closed.",
    "unclosed-tag": "Every tag must be closed.",
    "unknown-dialect": "The ending of a template's name must say what it writes.",
    "unknown-field": "A record must use the names of the field dictionary.",
    "unknown-name": "A template must use names that are known where they stand.",
    "unknown-partial": "A partial must exist.",
    "unknown-template": "A template must exist.",
    "unsupported-tag": "A tag must be of a kind that templates have.",
    "wrong-dialect": "Markup must be of the language that the template writes.",
    "wrong-kind": "A value must be of the kind that its place expects.",
  ]
}
