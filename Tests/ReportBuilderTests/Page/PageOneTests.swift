import BuiltinTemplates
import TemplateEngine
import Testing

@testable import ReportBuilder

/// Page 1 is one sheet, and no red flag ever leaves it.
@Suite struct PageOneTests {
  @Test(arguments: 0..<12) func pageOneFitsWithEveryFlag(seed: Int) throws {
    var generator = RecordGenerator(seed: UInt64(seed))
    let pipeline = try PropertyTests.pipeline()
    let model = pipeline.compose(pipeline.judge(generator.record()))
    let markdown = try pipeline.markdown(model)
    let estimate = PrintEstimate(markdown, figures: model.figures.heights)
    // Nineteen flags and more with long titles can fill more than one sheet: none of them leaves it.
    let flags = model.redFlags.count + model.openFlags.count
    #expect(estimate.fits || flags > 18, "page 1 takes \(estimate.millimetres) mm with \(flags) flags, seed \(seed)")
    let page = try Self.words(ofFirstPage: markdown)
    for flag in model.redFlags {
      #expect(page.contains(Self.words("\(flag.level). \(flag.title)")), "\(flag.rule) is not on page 1, seed \(seed)")
    }
    for flag in model.openFlags {
      #expect(page.contains(Self.words(flag.title)), "\(flag.rule) is not on page 1, seed \(seed)")
    }
  }

  /// Even with more flags than there are rules for them.
  @Test func thirtyFlagsStayOnPageOne() throws {
    var generator = RecordGenerator(seed: 3)
    let pipeline = try PropertyTests.pipeline()
    var model = pipeline.compose(pipeline.judge(generator.record()))
    model.redFlags = (1...30).map {
      ReportModel.FlagLine(
        level: "Needs same-day assessment", title: "Flag number \($0)",
        because: String(repeating: "evidence ", count: 80),
        status: "active", amplifiers: nil, rule: "rf.number\($0)")
    }
    let page = try Self.words(ofFirstPage: pipeline.markdown(model))
    for number in 1...30 { #expect(page.contains("Flag number \(number) ")) }
    #expect(!page.contains("evidence evidence evidence evidence evidence"))
  }

  @Test func eachFormIsNoHigherThanTheOneBefore() throws {
    var generator = RecordGenerator(seed: 7)
    let pipeline = try PropertyTests.pipeline()
    let model = pipeline.compose(pipeline.judge(generator.record()))
    let loaded = ReportTemplates.load(builtin: BuiltinTemplates.files, template: "brief") { _ in "hash" }
    let template = try #require(loaded.templates?.reports.first)
    let heights = try PageOneLimits.ladder.map { limits in
      PrintEstimate(try template.checked.render(model.record(limits)), figures: model.figures.heights).millimetres
    }
    for (higher, lower) in zip(heights, heights.dropFirst()) { #expect(lower <= higher + 0.01) }
  }

  /// The text of page 1 without emphasis, link targets, escapes and line ends.
  private static func words(ofFirstPage markdown: [UInt8]) throws -> String {
    let text = String(decoding: markdown, as: UTF8.self)
    let end = try #require(text.ranges(of: "\n---\n").first)
    return words(String(text[..<end.lowerBound]))
  }

  private static func words(_ text: String) -> String {
    text.replacing(/\]\(#[^)]*\)/, with: "").filter { !"*[\\>".contains($0) }
      .split(whereSeparator: \.isWhitespace).joined(separator: " ") + " "
  }
}

/// What lines of Markdown take in print.
@Suite struct PrintEstimateTests {
  @Test(arguments: [
    ("", 0.0), ("# A", 9.0), ("text", 4.87), (String(repeating: "word ", count: 50), 12.81),
    ("- a\n- b", 8.84), ("| A | n |\n|---|---:|\n| a | 1 |\n| b | 2 |", 14.7),
    ("```figure strip\nx\n```", 31.5), ("```\nx\ny\n```", 8.9), ("text\n---\nnext page", 4.87),
  ])
  func height(markdown: String, millimetres: Double) {
    let estimate = PrintEstimate(Array(markdown.utf8), figures: ["strip": 30])
    #expect(abs(estimate.millimetres - millimetres) < 0.05, "\(estimate.millimetres)")
  }

  @Test func listsThatFollowEachOtherStandSideBySide() {
    let one = PrintEstimate(Array("## A\n\n1. x\n".utf8)).millimetres
    #expect(PrintEstimate(Array("## A\n\n1. x\n\n## B\n\n1. y\n".utf8)).millimetres == one)
    #expect(PrintEstimate(Array("## A\n\nx\n\n## B\n\n1. y\n".utf8)).millimetres > one)
  }

  @Test func aReportWithoutALineAcrossHasNoFirstPage() {
    #expect(!PrintEstimate.hasFirstPage(Array("a\n\n| - |\n|---|\n".utf8)))
    #expect(PrintEstimate.hasFirstPage(Array("a\n\n---\n\nb".utf8)))
  }
}
