import BuiltinTemplates
import ClinicalRecord
import ClinicalRules
import Foundation
import RuleEngine
import SyntheticCohort
import Testing

@testable import ReportBuilder

/// The figures on the page: drawn, described, escaped, and the same numbers as the log.
@Suite struct FigurePageTests {
  private static let cohort = SyntheticCohort(
    dictionary: LegbriefFields.dictionary, seed: 1, asOf: FigureRecords.asOf)

  static func drawings(_ page: String) -> [String] {
    page.components(separatedBy: "<figure>").dropFirst().map { $0.components(separatedBy: "</figure>")[0] }
  }

  @Test(arguments: [
    ("<b>x</b><script>alert(1)</script>", "&lt;b&gt;x&lt;/b&gt;"), ("A & B \"c\" 'd'", "A &amp; B &quot;c&quot;"),
    ("</text></svg><img src=x>", "&lt;/text&gt;&lt;/svg&gt;"), ("\u{202E}evil", "\u{FFFD}evil"),
    ("``` figure calendar", "``` figure calendar"), ("سيرترالين", "سيرترالين"),
    ("{{title}} {{{body}}}", "{{title}} {{{body}}}"),
  ])
  func aNameStaysText(name: String, drawn: String) throws {
    let record = FigureRecords.record(
      medications: [Medication(name: name, classes: ["statin"], start: FigureRecords.day("2025-11-24"))])
    let page = try FigureRecords.page(record).page
    let timeline = try #require(Self.drawings(page).first)
    #expect(timeline.contains(">\(drawn)"), "\(timeline)")
    for harmful in ["<b>", "<script", "<img", "\u{202E}"] { #expect(!page.contains(harmful), "\(harmful)") }
    #expect(page.components(separatedBy: "<svg").count == page.components(separatedBy: "</svg>").count)
  }

  /// Every drawing names itself, under ids that the page holds once, and asks nothing of another place.
  @Test(arguments: 1...20) func drawingsAreDescribedAndSelfContained(number: Int) throws {
    let page = try FigureRecords.page(Self.cohort.record(number)).page
    for drawing in Self.drawings(page) {
      let names = try #require(drawing.firstMatch(of: /aria-labelledby="([^" ]+) ([^" ]+)"/))
      for id in [names.1, names.2] { #expect(page.components(separatedBy: "id=\"\(id)\"").count == 2, "\(id)") }
      #expect(drawing.contains("<title id=\"\(names.1)\">") && drawing.contains("<desc id=\"\(names.2)\">"))
      #expect(drawing.contains("role=\"img\""))
      for refused in ["style=", "href", "<script", "<image", "<use", "http"] {
        #expect(!drawing.contains(refused), "\(refused)")
      }
    }
    // No figure falls back to its text form.
    let isDrawn = !page.contains("<pre class=\"figure-text\"")
    #expect(isDrawn)
  }

  /// The numbers of every figure are a direct count over the log.
  @Test(arguments: 1...60) func numbersAreADirectCount(number: Int) {
    let record = Self.cohort.record(number)
    let figures = FigureRecords.figures(record)
    let items = record.log.filter { (0..<84).contains($0.date.days(to: record.asOf)) }
    let observed = Set(items.map(\.date))
    #expect((figures.calendar?.observed ?? 0) == observed.count)
    #expect(figures.calendar?.kinds.count ?? 0 == Set(items.compactMap(\.kind)).count)
    for kind in Set(items.compactMap(\.kind)) {
      let days = Set(items.filter { $0.kind == kind }.map(\.date)).count
      #expect(figures.calendar?.kinds.contains { $0.name == Words.code(kind) && $0.days == days } == true, "\(kind)")
    }
    for row in figures.calendar?.drawing.rows ?? [] {
      #expect(row.symptoms.count + row.clear.count == observed.count)
      #expect(row.days == "\(row.symptoms.count) of \(observed.count)")
    }
    let symptoms = items.filter(\.isSymptom)
    if let all = figures.hours?.rows.first {
      #expect(all.entries == symptoms.count)
      let late = symptoms.count { entry in
        if case .time(let minutes)? = entry.values["onsetTime"]?.value { return minutes < 360 || minutes >= 1080 }
        if case .code(let code)? = entry.values["onsetPeriod"]?.value { return code == "night" || code == "evening" }
        return false
      }
      #expect(all.eveningOrNight == late)
    } else {
      #expect(symptoms.allSatisfy { $0.values["onsetTime"] == nil && $0.values["onsetPeriod"] == nil })
    }
    let calf = symptoms.filter { $0.site == "calf" }
    let left = Set(calf.filter { ["left", "both"].contains($0.side) }.map(\.date)).count
    #expect((figures.body?.sites.first { $0.name == "calf" }?.left ?? 0) == left)
    let dated = record.medications.filter { $0.start != nil || $0.stop != nil || $0.change != nil }
    #expect((figures.timeline?.lanes.count ?? 0) >= dated.count)
    #expect((figures.timeline?.undated.count ?? 0) == record.medications.count { $0.start == nil })
  }

  /// Days that were not logged are hatched: bars, dots and hatching make up all 84 days.
  @Test(arguments: 1...60) func everyDayLooksLikeOneOfThree(number: Int) {
    guard let drawing = FigureRecords.figures(Self.cohort.record(number)).calendar?.drawing else { return }
    let hatched = drawing.gaps.reduce(0) { $0 + $1.width } / 14
    for row in drawing.rows { #expect(row.symptoms.count + row.clear.count + hatched == 84) }
  }

  @Test func withoutAnythingRecordedThePageSaysSo() throws {
    let (markdown, page) = try FigureRecords.page(NothingRecordedTests.nothing)
    #expect(Self.drawings(page).isEmpty)
    for words in ["**Timeline:**", "**Calendar:**", "**Time of day:**", "**Where in the legs:**", "**Results:**"] {
      #expect(markdown.contains(words))
    }
    let hasFence = markdown.contains("```figure")
    #expect(!hasFence)
  }
}
