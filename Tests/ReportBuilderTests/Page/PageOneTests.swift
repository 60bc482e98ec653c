import BuiltinTemplates
import ClinicalRules
import Diagnostics
import Foundation
import RecordReaders
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
      let level = try #require(page.range(of: flag.level), "\(flag.level) is not on page 1, seed \(seed)")
      let title = Self.words(flag.title).dropLast()
      #expect(page[level.upperBound...].contains(title), "\(flag.rule) is not on page 1, seed \(seed)")
      let told = [flag.evidence.core, flag.evidence.pieces.first ?? ""].map { Self.words($0).dropLast() }
      #expect(told.contains { page.contains($0) }, "\(flag.rule) has no evidence on page 1, seed \(seed)")
    }
    for flag in model.openFlags {
      #expect(page.contains(Self.words(flag.title).dropLast()), "\(flag.rule) is not on page 1, seed \(seed)")
    }
  }

  /// A record with nearly every flag, as fresh eyes made it: one sheet, also below a long letterhead, and every flag with what decided it.
  @Test(arguments: [0, 3]) func aRecordWithNearlyEveryFlagIsOneSheet(linesOfLetterhead: Int) throws {
    let folder = #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    let bytes = try #require(FileManager.default.contents(atPath: folder + "/Records/every-flag.json"))
    let source = SourceText(file: "record.json", bytes: Array(bytes))
    let reading = RecordReader(dictionary: LegbriefFields.dictionary).read(source, asOf: Documents.asOf)
    let pipeline = try PropertyTests.pipeline()
    var model = pipeline.compose(pipeline.judge(try #require(reading.record)))
    if linesOfLetterhead > 0 {
      model.settings.practiceName = String(repeating: "The Example Street Practice ", count: 3)
      model.settings.letterhead = Array(
        repeating: "1 Example Street, Long Town in the County of Somewhere", count: linesOfLetterhead)
    }
    #expect(model.redFlags.count > 20)
    let markdown = try pipeline.markdown(model)
    let estimate = PrintEstimate(markdown, figures: model.figures.heights)
    #expect(estimate.fits, "page 1 takes \(estimate.millimetres) mm")
    let page = try Self.words(ofFirstPage: markdown)
    #expect(!page.contains("area 5"))
    for flag in model.redFlags {
      #expect(page.contains(Self.words(flag.title).dropLast()), "\(flag.rule)")
      #expect(page.contains(Self.words(flag.evidence.core).dropLast()), "\(flag.rule) without evidence")
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
        evidence: FlagEvidence([String(repeating: "evidence ", count: 80)], core: "evidence of the day"),
        status: "active", rule: "rf.number\($0)")
    }
    let page = try Self.words(ofFirstPage: pipeline.markdown(model))
    for number in 1...30 { #expect(page.contains("Flag number \(number):") || page.contains("Flag number \(number) ")) }
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
    ("", 0.0), ("# A", 9.0), ("text", 4.87), (String(repeating: "word ", count: 60), 12.81),
    ("- a\n- b", 8.84), ("| A | n |\n|---|---:|\n| a | 1 |\n| b | 2 |", 14.52),
    ("```figure strip\nx\n```", 31.5), ("```\nx\ny\n```", 8.9), ("text\n---\n## Next page", 4.87),
    ("text\n---\nclosing line", 9.74), ("text\n---\nclosing line\n\nwhat the foot says already\n", 9.74),
    ("Practice\n\n# A", 14.07),
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
