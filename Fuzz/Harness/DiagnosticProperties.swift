import Diagnostics
import TemplateEngine

/// What must hold for every diagnostic: it has a place inside a file that exists, and prints as the lines it is made of.
enum DiagnosticProperties {
  static func verify(_ diagnostic: Diagnostic, _ set: TemplateSet) throws {
    let text = DiagnosticPrinter.text(diagnostic)
    func fail(_ why: String) -> Violation { Violation("diagnostic", "\(why): \(text)") }

    for location in [diagnostic.location] + diagnostic.notes.map(\.location) {
      guard let location else { continue }
      guard let source = set[location.file] else { throw fail("there is no such file") }
      let end = source.text.location(at: source.text.bytes.count)
      guard location.line >= 1, location.column >= 1, location.line <= end.line else { throw fail("no such place") }
    }
    for excerpt in [diagnostic.excerpt] + diagnostic.notes.map(\.excerpt) {
      guard let excerpt else { continue }
      guard excerpt.caretStart >= 0, excerpt.caretStart + excerpt.caretLength <= excerpt.line.count + 1 else {
        throw fail("the caret is beside the line")
      }
    }
    // One line each for the message and the remedy, three for a place with an excerpt.
    let lines =
      1 + (diagnostic.remedy == nil ? 0 : 1) + diagnostic.notes.count
      + 2 * ([diagnostic.excerpt] + diagnostic.notes.map(\.excerpt)).count { $0 != nil }
    guard text.utf8.count(where: { $0 == 0x0A }) == lines else { throw fail("it is not \(lines) lines") }
    for scalar in text.unicodeScalars where scalar != "\n" {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
        throw fail("it holds U+\(String(scalar.value, radix: 16))")
      default: break
      }
    }
    guard !diagnostic.message.isEmpty, !diagnostic.id.isEmpty else { throw fail("it says nothing") }
  }
}
