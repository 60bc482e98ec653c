import Diagnostics
import Testing

/// Byte offsets as lines and UTF-16 columns.
@Suite struct SourceRegionTests {
  @Test(arguments: [
    // text, the marked part, start line and column, end line and column
    ("abc", "b", 1, 2, 1, 3),
    ("é€x", "x", 1, 3, 1, 4),
    // A scalar outside the basic plane is two code units.
    ("😀x", "x", 1, 3, 1, 4),
    ("e\u{301}x", "x", 1, 3, 1, 4),
    ("one\ntwo", "two", 2, 1, 2, 4),
    ("one\r\nt\u{1F600}wo", "wo", 2, 4, 2, 6),
    ("one\rtwo", "two", 2, 1, 2, 4),
    ("a{{#b}}\n{{/c}}", "b}}\n{{/c", 1, 5, 2, 5),
    ("\u{FEFF}{{x}}", "{{x}}", 1, 1, 1, 6),
    ("abc", "", 1, 1, 1, 1),
  ])
  func region(_ text: String, _ marked: String, _ line: Int, _ column: Int, _ endLine: Int, _ endColumn: Int) throws {
    let source = SourceText(file: "a", bytes: Array(text.utf8))
    let bytes = Array(text.utf8)
    let wanted = Array(marked.utf8)
    let start = try #require(
      (0...bytes.count - wanted.count).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) })
    let region = try #require(source.region(start..<start + wanted.count))
    #expect(region == SourceRegion(startLine: line, startColumn: column, endLine: endLine, endColumn: endColumn))
    #expect(Excerpt(of: source, marking: start..<start + wanted.count).region == region)
  }

  @Test func aRangePastTheEndIsCut() {
    let source = SourceText(file: "a", bytes: Array("ab".utf8))
    #expect(source.region(1..<99) == SourceRegion(startLine: 1, startColumn: 2, endLine: 1, endColumn: 3))
  }

  @Test func aHostileLineHasNoColumns() {
    let source = SourceText(file: "a", bytes: [UInt8](repeating: 0x61, count: 1 << 20))
    #expect(source.region(1_000_000..<1_000_001) == nil)
    #expect(source.region(10..<11)?.startColumn == 11)
  }

  @Test func bytesThatAreNotUTF8StillHaveAPlace() {
    let source = SourceText(file: "a", bytes: [0x61, 0xFF, 0x62])
    #expect(source.region(2..<3)?.startColumn == 3)
  }
}
