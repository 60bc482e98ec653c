import Testing

@testable import ReportBuilder

/// Two renderings side by side.
@Suite struct ReportDifferenceTests {
  private func difference(_ old: String, _ new: String, context: Int = 1) -> String {
    ReportDifference(old: Array(old.utf8), new: Array(new.utf8), context: context).sections.map { section in
      "[\(section.name)]\n"
        + section.lines.map { line in
          switch line.mark {
          case .same: "  \(line.text)\n"
          case .removed: "- \(line.text)\n"
          case .added: "+ \(line.text)\n"
          case .gap: "  …\n"
          }
        }.joined()
    }.joined()
  }

  @Test(arguments: [
    ("a\n", "a\n", ""),
    ("", "", ""),
    ("", "a\n", "[Top of the report]\n+ a\n"),
    ("a\n", "", "[Top of the report]\n- a\n"),
    ("# T\n\nx\ny\nz\n", "# T\n\nx\nY\nz\n", "[Top of the report]\n  x\n- y\n+ Y\n  z\n"),
    // Named by the headings below the first.
    ("# T\n## A\nx\n## B\ny\n", "# T\n## A\nX\n## B\ny\n", "[A]\n  ## A\n- x\n+ X\n"),
    ("# T\n## A\n### C\nx\n", "# T\n## A\n### C\ny\n", "[A › C]\n  ### C\n- x\n+ y\n"),
    ("# T\n## A ##\nx\n", "# T\n## A ##\ny\n", "[A]\n  ## A ##\n- x\n+ y\n"),
    ("# T\n# A\nx\n", "# T\n# A\ny\n", "[A]\n  # A\n- x\n+ y\n"),
    // A section that goes and one that comes.
    ("# T\n## A\nx\n", "# T\n## B\nx\n", "[A]\n- ## A\n[B]\n+ ## B\n  x\n"),
    // In code a "#" is no heading; nor is one without a space, nor a seventh.
    ("# T\n```\n## A\nx\n```\n", "# T\n```\n## A\ny\n```\n", "[Top of the report]\n  ## A\n- x\n+ y\n  ```\n"),
    ("# T\n##A\nx\n", "# T\n##A\ny\n", "[Top of the report]\n  ##A\n- x\n+ y\n"),
    ("# T\n####### A\nx\n", "# T\n####### A\ny\n", "[Top of the report]\n  ####### A\n- x\n+ y\n"),
    // What is far apart is shown with a gap, what is near without.
    ("a\nb\nc\nd\ne\n", "A\nb\nc\nd\nE\n", "[Top of the report]\n- a\n+ A\n  b\n  …\n  d\n- e\n+ E\n"),
    ("a\nb\nc\n", "A\nb\nC\n", "[Top of the report]\n- a\n+ A\n  b\n- c\n+ C\n"),
    // A line that moves is removed there and added here.
    ("# T\n## A\nx\n## B\n", "# T\n## A\n## B\nx\n", "[A]\n  ## A\n- x\n[B]\n  ## B\n+ x\n"),
    // The last line end is not a line; a changed one is not hidden.
    ("a\n", "a\n\n", "[Top of the report]\n  a\n+ \n"),
  ])
  func lines(old: String, new: String, expected: String) { #expect(difference(old, new) == expected) }

  /// With all lines kept, the same and the removed ones are the old text, the same and the added ones the new.
  @Test func bothSidesCanBeRebuilt() {
    var state: UInt64 = 7
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<300 {
      let old = (0..<1 + random(12)).map { _ in ["a", "b", "c", "d"][random(4)] }
      let new = (0..<1 + random(12)).map { _ in ["a", "b", "c", "d"][random(4)] }
      guard old != new else { continue }
      let bytes = { (lines: [String]) in Array((lines.joined(separator: "\n") + "\n").utf8) }
      let lines = ReportDifference(old: bytes(old), new: bytes(new), context: 100).sections.flatMap(\.lines)
      #expect(lines.filter { $0.mark != .added }.map(\.text) == old)
      #expect(lines.filter { $0.mark != .removed }.map(\.text) == new)
    }
  }

  @Test func aFileWithoutEndOfLineIsRead() { #expect(difference("a", "b") == "[Top of the report]\n- a\n+ b\n") }

  @Test func aLargeReportIsQuick() {
    let old = (0..<4000).map { "line \($0)\n" }.joined()
    let new = (0..<4000).map { $0 % 400 == 0 ? "other \($0)\n" : "line \($0)\n" }.joined()
    #expect(ReportDifference(old: Array(old.utf8), new: Array(new.utf8)).sections.first?.lines.isEmpty == false)
  }
}
