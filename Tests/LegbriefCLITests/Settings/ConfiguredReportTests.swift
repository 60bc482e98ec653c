import ReportBuilder
import TestFolders
import Testing

@testable import LegbriefCLI

/// A report that follows the settings of a practice.
@Suite struct ConfiguredReportTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.put(try Repository.bytes("Examples/swollen-calf-oral-hrt/record.json"), at: "anna.json")
  }

  /// Page and Markdown of one run with these settings.
  private func report(_ settings: String) throws -> (page: String, markdown: String) {
    try folder.put(settings, at: "legbrief.json")
    let run = Run.legbrief("report", "anna.json", "--config", "legbrief.json", in: folder.path)
    #expect(run.status == .success, "\(run.error)")
    return (try #require(folder.text("anna.html")), try #require(folder.text("anna.md")))
  }

  /// Settings that hide one thing, for each thing that can be hidden.
  static let hiding: [String] =
    (ReportSection.allCases.map(\.rawValue) + AppendixPart.allCases.map(\.rawValue)).map {
      #"{"hiddenSections": ["\#($0)"]}"#
    } + [
      "{}",
      "{\"hiddenSections\": ["
        + (ReportSection.allCases.map(\.rawValue) + AppendixPart.allCases.map(\.rawValue)).map { "\"\($0)\"" }
        .joined(separator: ", ") + "]}",
    ]

  @Test(arguments: hiding) func everyLinkInsideAPageHasItsTarget(settings: String) throws {
    let page = try report(settings).page
    let ids = Set(Self.values(of: "id", in: page))
    let targets = Self.values(of: "href", in: page).filter { $0.hasPrefix("#") }
    #expect(!targets.isEmpty)
    for target in targets { #expect(ids.contains(String(target.dropFirst())), "\(target) leads nowhere") }
  }

  /// What a clinician must see stands in every report, in this order.
  @Test(arguments: hiding) func theSafetySectionsStandInEveryReport(settings: String) throws {
    let markdown = try report(settings).markdown
    var rest = Substring(markdown)
    for part in [
      "# Appointment summary", "**Data:**", "## Red flags", "**Not asked:**", "### Method", "### Provenance",
    ] {
      guard let place = rest.range(of: part) else {
        Issue.record("\(part) is missing, or in another place")
        continue
      }
      rest = rest[place.upperBound...]
    }
    #expect(markdown.contains("Not a diagnosis."))
  }

  @Test func sectionsStandInTheOrderOfThePractice() throws {
    let markdown = try report(#"{"sectionOrder": ["fired", "toAsk"], "hiddenSections": ["overview", "scores"]}"#)
      .markdown
    let headings = markdown.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(
      headings.prefix(4) == [
        "## Red flags", "## Medicines and results that a rule used", "## To ask", "## In the patient’s words",
      ])
    #expect(!headings.contains("## Overview"))
    #expect(headings.contains("## To consider testing"))
  }

  @Test func nameLetterheadAndColourAreOnPageAndPaper() throws {
    let settings =
      ##"{"practiceName": "Example *Street* <Practice>", "letterhead": ["1 Example | Street", "[tel](tel:0)"], "accentColour": "#0b4f8a"}"##
    let (page, markdown) = try report(settings)
    #expect(markdown.hasPrefix(#"**Example \*Street\* "#))
    #expect(page.contains("Example *Street* &lt;Practice&gt;"))
    #expect(page.contains("1 Example | Street"))
    #expect(!page.contains("href=\"tel:"))
    #expect(page.contains(":root { --accent: #0b4f8a; }"))
    // The policy allows the sheet with the colour, and no other.
    let sheet = try #require(page.split(separator: "<style>").last?.split(separator: "</style>").first)
    #expect(page.contains("'sha256-\(TemplateLoading.styleHash(Array(sheet.utf8)))'"))
  }

  @Test(arguments: [
    ("{\"logo\": 1}", "unknown-key"), ("", "empty-file"), ("{\"hiddenSections\": [\"redFlags\"]}", "fixed-section"),
  ])
  func faultySettingsMakeNoReport(settings: String, id: String) throws {
    try folder.put(settings, at: "legbrief.json")
    let run = Run.legbrief(
      "report", "anna.json", "--config", "legbrief.json", "--diagnostics", "json", in: folder.path)
    #expect(run.status == .nothingStarted)
    #expect(run.ids == [id])
    #expect(folder.text("anna.md") == nil)
  }

  @Test func settingsThatAreNotNamedAreNotUsed() throws {
    try folder.put("{\"practiceName\": \"Example\"}", at: "legbrief.json")
    #expect(Run.legbrief("report", "anna.json", in: folder.path).status == .success)
    #expect(folder.text("anna.md")?.contains("Example") == false)
  }

  @Test func configPrintsWhatConfigAccepts() throws {
    let printed = Run.legbrief("config", in: folder.path)
    #expect(printed.status == .success)
    try folder.put(printed.output, at: "legbrief.json")
    let checked = Run.legbrief("config", "--check", "legbrief.json", in: folder.path)
    #expect(checked.status == .success)
    #expect(checked.output == "legbrief.json: no faults\n")
    let missing = Run.legbrief("config", "--check", "nothing.json", in: folder.path)
    #expect(missing.status == .nothingStarted)
    try folder.put("{\"logo\": 1, \"letterhead\": 2}", at: "legbrief.json")
    let faulty = Run.legbrief("config", "--check", "legbrief.json", in: folder.path)
    #expect(faulty.status == .recordsFailed)
    #expect(faulty.output == "legbrief.json: 2 errors\n")
  }

  private static func values(of attribute: String, in page: String) -> [String] {
    page.split(separator: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }
}

extension Substring {
  /// Where a text stands first; nil where it does not.
  fileprivate func range(of text: String) -> Range<Index>? {
    guard let start = indices.first(where: { self[$0...].hasPrefix(text) }) else { return nil }
    return start..<index(start, offsetBy: text.count)
  }
}
