import SeededNumbers
import Testing

@testable import TemplateEngine

/// A text with a trait is what its escaper would print, wherever the text stands.
@Suite struct TextTraitsTests {
  static let escapes: [Escape] = [.plain, .html, .markdown, .markdownInline, .markdownCell]

  @Test(arguments: escapes)
  func aTraitIsWhatTheEscaperDoes(escape: Escape) {
    var numbers = SplitMix64(seed: 11)
    var clean = 0
    for _ in 0..<3_000 {
      let text = numbers.text(upTo: 12)
      guard Self.traits(text).isSuperset(of: TextTraits.needed(for: escape)) else { continue }
      clean += 1
      for before in ["", "x", "x ", "\n", "- ", "1", "1.", "| ", "&", "<", "[", "\\", "> 1. "] {
        #expect(Self.write(text, escape, after: before) == before + text, "\(text.debugDescription)")
      }
    }
    #expect(clean > 200)
  }

  @Test(arguments: [
    "", "a", "Ferritin", "ordinary words of some length, with commas", "2.1", "2026-03-02", "é – µ 👩", "a-b: c",
  ])
  func ordinaryTextsAreCopied(text: String) {
    #expect(Self.traits(text) == .all)
  }

  @Test(
    arguments: [
      ("a|b", [.plain, .html]), ("<b>", [.plain]), ("- x", [.plain, .html, .markdownInline, .markdownCell]),
      ("---", [.plain, .html, .markdownInline]), (" a", [.plain, .html]), ("a\u{202E}", []), ("a\u{0}", []),
      ("'", [.plain, .markdown, .markdownInline, .markdownCell]),
    ] as [(String, TextTraits)])
  func specialTextsAreEscaped(text: String, expected: TextTraits) {
    #expect(Self.traits(text) == expected)
  }

  private static func traits(_ text: String) -> TextTraits {
    Array(text.utf8).withUnsafeBufferPointer { TextTraits(of: $0) }
  }

  private static func write(_ text: String, _ escape: Escape, after start: String) -> String {
    var output = OutputBuffer(capacity: 16)
    output.append(contentsOf: start.utf8)
    TextSink.append(text, escape, to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }
}
