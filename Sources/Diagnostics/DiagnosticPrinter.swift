/// Turns diagnostics into the text that a person reads on a terminal.
public enum DiagnosticPrinter {
  /// `file:line:column: error: message [id]`, the line with a caret, the remedy and the notes; ends with a line feed.
  ///
  /// A message may quote what stands in a file, such as a name with a line end in it: like the excerpt it stays one line and moves no cursor.
  public static func text(_ diagnostic: Diagnostic) -> String {
    var text = place(diagnostic.location)
    text += "\(diagnostic.severity.rawValue): \(Excerpt.visible(diagnostic.message)) [\(diagnostic.id)]\n"
    text += excerpt(diagnostic.excerpt, line: diagnostic.location?.line)
    if let remedy = diagnostic.remedy { text += "  help: \(Excerpt.visible(remedy))\n" }
    for note in diagnostic.notes {
      text += "  note: " + place(note.location) + Excerpt.visible(note.message) + "\n"
      text += excerpt(note.excerpt, line: note.location?.line)
    }
    return text
  }

  /// The name of a file may hold anything.
  private static func place(_ location: SourceLocation?) -> String {
    location.map { Excerpt.visible($0.text) + ": " } ?? ""
  }

  private static func excerpt(_ excerpt: Excerpt?, line: Int?) -> String {
    guard let excerpt else { return "" }
    let number = line.map(String.init) ?? ""
    let gutter = String(repeating: " ", count: number.count)
    let caret =
      String(repeating: " ", count: excerpt.caretStart) + "^"
      + String(repeating: "~", count: max(0, excerpt.caretLength - 1))
    return "  \(number) | \(excerpt.line)\n  \(gutter) | \(caret)\n"
  }
}
