import Diagnostics
import Testing

/// Nothing that stands in a file or in its name reaches the terminal as a command to it.
@Suite struct DiagnosticPrinterTests {
  @Test(arguments: ["\u{1B}[31m", "\u{0}", "\u{9B}2J", "\r", "\n", "\u{202E}", "\u{7F}"])
  func nothingMovesTheCursor(mark: String) {
    let place = SourceLocation(file: "a\(mark)b", line: 1, column: 2)
    let text = DiagnosticPrinter.text(
      Diagnostic(
        .error, id: "some-fault", "what \(mark) is wrong", at: place, remedy: "do \(mark) this",
        notes: [Diagnostic.Note("see \(mark) here", at: place), Diagnostic.Note("or \(mark) there")]))
    #expect(text.split(separator: "\n").count == 4)
    let obeyed = text.unicodeScalars.filter {
      $0 != "\n" && [.control, .format, .lineSeparator].contains($0.properties.generalCategory)
    }
    #expect(obeyed.isEmpty)
    #expect(text.hasPrefix("a"))
    #expect(text.contains(":1:2: error: what "))
  }
}
