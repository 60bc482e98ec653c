import ClinicalRules
import ReportBuilder
import RuleEngine
import TestFolders
import Testing

@testable import BatchReports
@testable import FileAccess
@testable import LegbriefCLI

/// `legbrief verify`: what still matches, what changed, and what is no report.
@Suite struct VerifyTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.put(try Repository.bytes("Examples/swollen-calf-oral-hrt/record.json"), at: "anna.json")
  }

  private func make(_ options: String...) throws {
    let run = Run.run(["report", "anna.json"] + options, files: Disk(root: folder.path))
    #expect(run.status == .success, "\(run.error)")
  }

  private func verify(_ report: String, _ options: String..., record: String = "anna.json") -> Run {
    Run.run(["verify", report, record] + options, files: Disk(root: folder.path))
  }

  private func edit(_ file: String, _ old: String, _ new: String) throws {
    let text = try #require(folder.text(file))
    #expect(text.contains(old), "\(file) has no “\(old)”")
    try folder.put(text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new), at: file)
  }

  /// The parts that differ, in the order in which they are told.
  private func parts(_ run: Run) -> [String] {
    run.output.split(separator: "\n").filter { $0.hasPrefix("  ") }
      .map { line in
        var name = line.dropFirst(2).prefix(11)
        while name.last == " " { name.removeLast() }
        return String(name)
      }
  }

  @Test(arguments: ["anna.md", "anna.html"]) func anUntouchedReportMatches(report: String) throws {
    try make()
    let run = verify(report)
    #expect(run.status == .success)
    #expect(run.output == "\(report) matches its record, rules and templates.\n")
    #expect(run.error.isEmpty)
  }

  @Test(arguments: ["anna.visit.md", "anna.visit.html"]) func optionsOfTheReportAreUsedAgain(report: String) throws {
    try folder.put(##"{"accentColour": "#0b4f8a", "hiddenSections": ["overview"]}"##, at: "legbrief.json")
    #expect(
      Run.legbrief("template", "new", "red_flags", "--from", "red_flags", "--output", "own", in: folder.path).status
        == .success)
    try edit("own/red_flags.md.mustache", "Weighs more with:", "Heavier with:")
    #expect(
      Run.legbrief("template", "new", "visit", "--from", "appointment", "--output", "own", in: folder.path).status
        == .success)
    try make(
      "--as-of", "2026-03-04", "--locale", "en-US", "--templates", "own", "--template", "visit", "--config",
      "legbrief.json")
    #expect(verify(report, "--templates", "own", "--config", "legbrief.json").status == .success)
    // Without the settings the templates are others; without the folder there is no such template.
    #expect(parts(verify(report, "--templates", "own")) == ["templates"])
    #expect(verify(report).status == .nothingStarted)
  }

  @Test(arguments: ["anna.md", "anna.html"]) func anEditedRecordIsFound(report: String) throws {
    try make()
    try folder.put(try #require(folder.text("anna.json")) + "\n", at: "anna.json")
    let run = verify(report)
    #expect(run.status == .recordsFailed)
    #expect(parts(run) == ["record"])
    #expect(run.output.contains(Digest.hex(Array(try #require(folder.text("anna.json")).utf8))))
    // A record that has faults now is told once.
    try folder.put("{", at: "anna.json")
    #expect(parts(verify(report)) == ["record"])
  }

  @Test(arguments: [
    ("anna.md", "Probably just pulled it", "Probably nothing"),
    ("anna.html", "Probably just pulled it", "Probably nothing"),
    ("anna.md", "Not a diagnosis", "A diagnosis"), ("anna.html", "<main", "<main "),
    ("anna.md", "28 days, 2026-02-03", "28 days, 2026-02-04"), ("anna.html", "&quot;en-GB&quot;", "&quot;en-US&quot;"),
    ("anna.md", "| en-GB", "| en-US"),
  ])
  func anEditedReportIsFoundByItsLineAlone(report: String, old: String, new: String) throws {
    try make()
    let text = try #require(folder.text(report))
    try edit(report, old, new)
    let before = try #require(text.split(separator: old, omittingEmptySubsequences: false).first)
    let line = before.count { $0 == "\n" } + 1
    let run = verify(report)
    #expect(run.status == .recordsFailed)
    #expect(
      run.output
        == "\(report) does not match:\n  report     the report was edited: line \(line) is not what the same inputs make\n"
    )
  }

  @Test func aReportThatEndsEarlyOrGoesOnIsFound() throws {
    try make()
    let page = try #require(folder.text("anna.html"))
    try folder.put(String(page.dropLast(40)), at: "anna.html")
    #expect(verify("anna.html").output.contains("it ends in line"))
    try folder.put(page + "<p>and more</p>\n", at: "anna.html")
    #expect(verify("anna.html").output.contains("where the report ends"))
  }

  @Test func otherTemplatesAreNamedByThePage() throws {
    try make()
    _ = Run.legbrief("template", "new", "red_flags", "--from", "red_flags", "--output", "own", in: folder.path)
    try edit("own/red_flags.md.mustache", "Weighs more with:", "Heavier with:")
    try folder.put("{\"practiceName\": \"Example\"}", at: "legbrief.json")
    let page = verify("anna.html", "--templates", "own", "--config", "legbrief.json")
    #expect(page.status == .recordsFailed)
    #expect(page.output.contains("  templates  2 files changed: config, red_flags.md.mustache\n"))
    #expect(page.output.contains("was not compared"))
    #expect(parts(verify("anna.md", "--templates", "own")) == ["templates"])
  }

  /// The book of today without one rule, with one more, and with one whose words changed.
  @Test(arguments: ["anna.md", "anna.html"]) func anotherRuleSetIsFound(report: String) throws {
    try make()
    let now = RuleFingerprint.shipped
    var rules = now.rules
    let removed = rules.removeFirst()
    rules[0].fingerprint = String(repeating: "0", count: RuleSetFingerprint.digits)
    rules.append(.init(id: "zz.new", fingerprint: "1"))
    let other = RuleSetFingerprint(version: now.version, combined: String(repeating: "0", count: 64), rules: rules)
    let run = try verifyAgainst(other, report)
    #expect(run.status == .recordsFailed)
    #expect(parts(run) == ["rules"])
    if report.hasSuffix("html") {
      #expect(
        run.output.contains("1 rule changed: \(rules[0].id); 1 rule added: zz.new; 1 rule removed: \(removed.id)"))
    }
  }

  /// A rule is written once for all that refer to it, and yet its text is what it is by itself.
  @Test func theFingerprintOfARuleIsThatOfItsSheet() {
    let book = LegbriefRules.book
    let fingerprint = RuleFingerprint.shipped
    for rule in book.rules {
      let alone = RuleFingerprint.of(book.canonicalText(of: rule)).prefix(RuleSetFingerprint.digits)
      #expect(fingerprint.rules.first { $0.id == rule.id.name }?.fingerprint == String(alone), "\(rule.id)")
    }
    #expect(fingerprint.rules.count == book.rules.count)
    #expect(Set(fingerprint.rules.map(\.fingerprint)).count == book.rules.count)
  }

  private func verifyAgainst(_ ruleSet: RuleSetFingerprint, _ report: String) throws -> Run {
    let output = Collected()
    let session = Session(
      files: Disk(root: folder.path), output: { (bytes) throws(FileError) in output.bytes += bytes }, error: { _ in })
    let status = try VerifyRun(
      question: .init(report: report, record: "anna.json"), session: session, ruleSet: ruleSet
    ).run()
    return Run(status: status, output: String(decoding: output.bytes, as: UTF8.self), error: "")
  }

  private final class Collected {
    var bytes: [UInt8] = []
  }

  /// What the provenance itself says wrongly is told as what it contradicts.
  @Test(arguments: [
    ("anna.html", "&quot;version&quot;: &quot;0.1.0&quot;", "&quot;version&quot;: &quot;9.9.9&quot;", ["program"]),
    ("anna.md", "| Legbrief 0.1.0", "| Legbrief 9.9.9", ["program"]),
    ("anna.md", "| 2026-03-02", "| 2026-03-03", ["as of"]),
    ("anna.html", "&quot;asOf&quot;: &quot;2026-03-02", "&quot;asOf&quot;: &quot;2026-03-03", ["as of"]),
    ("anna.md", "--template appointment", "--template appointment --colour red", ["options"]),
    ("anna.html", "rls.c1&quot;: &quot;", "rls.c9&quot;: &quot;", ["rules"]),
  ])
  func editedProvenanceIsFound(report: String, old: String, new: String, expected: [String]) throws {
    try make()
    try edit(report, old, new)
    let run = verify(report)
    #expect(run.status == .recordsFailed)
    #expect(parts(run) == expected, "\(run.output)")
  }

  @Test(arguments: [
    ("", "not-a-report"), ("\u{0}\u{1}", "not-a-report"), ("# Appointment summary\n", "no-provenance"),
    ("{\"legbrief\": 1}", "no-provenance"), ("<!DOCTYPE html><title>x</title>", "no-provenance"),
    ("<!DOCTYPE html><meta name=\"legbrief-provenance\" content=\"{&quot;prov", "provenance-broken"),
    ("<!DOCTYPE html><meta name=\"legbrief-provenance\" content=\"{\">", "provenance-broken"),
    ("<!DOCTYPE html><meta name=\"legbrief-provenance\" content=\"{}\">", "provenance-broken"),
    ("<!DOCTYPE html><meta name=\"legbrief-provenance\" content=\"{&quot;provenance&quot;: 2}\">", "provenance-broken"),
    ("### Provenance\n\n| Program | Legbrief 0.1.0 |\n", "provenance-broken"),
    ("### Provenance\n\n| As of | 2026-02-30 |\n", "provenance-broken"),
  ])
  func whatIsNoReportCannotBeRead(text: String, id: String) throws {
    try folder.put(text, at: "anna.md")
    let run = verify("anna.md", "--diagnostics", "json")
    #expect(run.status == .nothingStarted)
    #expect(run.ids == [id])
    #expect(run.output.isEmpty)
  }

  @Test func whatIsNotThereCannotBeRead() throws {
    try make()
    #expect(verify("nothing.html", "--diagnostics", "json").ids == ["report-unreadable"])
    #expect(verify("anna.html", "--diagnostics", "json", record: "nothing.json").ids == ["record-unreadable"])
    #expect(verify("anna.html", "--templates", "nothing", "--diagnostics", "json").ids == ["templates-unreadable"])
    #expect(verify("anna.html", "--config", "nothing.json", "--diagnostics", "json").ids == ["settings-unreadable"])
    #expect(verify("anna.html", "--diagnostics", "sarif").status == .usage)
    try folder.put(Array("caf\u{e9}".utf16.map { UInt8(truncatingIfNeeded: $0) }), at: "anna.md")
    #expect(verify("anna.md", "--diagnostics", "json").ids == ["not-a-report"])
  }

  @Test func aFileThatIsTooBigIsNotRead() {
    let run = Run.run(
      ["verify", "big.html", "anna.json", "--diagnostics", "json"], files: Endless(disk: Disk(root: "/")))
    #expect(run.status == .nothingStarted)
    #expect(run.ids == ["file-too-big"])
  }

  /// Every file is longer than what is asked for.
  private struct Endless: FileSystem {
    let disk: Disk

    func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] { [UInt8](repeating: 0x20, count: limit) }
    func fileNames(in folder: String) throws(FileError) -> [String] { [] }
    func otherNames(in folder: String) throws(FileError) -> [String] { [] }
    func folderNames(in folder: String) throws(FileError) -> [String] { [] }
    func prepare(folder: String) throws(FileError) {}
    func create(_ files: [OutputFile]) throws(FileError) {}
    func identity(of path: String) -> FileIdentity? { disk.identity(of: path) }
    func replace(_ files: [OutputFile]) throws(FileError) {}
  }

  @Test func jsonSaysTheSame() throws {
    try make()
    #expect(verify("anna.html", "--format", "json").output.contains("\"matches\": true, \"differences\": []"))
    try edit("anna.html", "Probably just pulled it", "Probably nothing")
    let run = verify("anna.html", "--format", "json")
    #expect(run.status == .recordsFailed)
    #expect(run.output.contains("\"part\": \"report\""))
    #expect(run.output.contains("\"line\": "))
    #expect(!run.output.contains("Probably"))
  }

  /// FIPS 180-4, the example of one block.
  @Test func theHashIsThatOfSha256sum() {
    #expect(Digest.hex(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  /// A record without an id is called after its file.
  @Test func aRenamedRecordWithoutAnIdIsNotCalledAnEdit() throws {
    try folder.put(Repository.record(), at: "anna.json")
    try make()
    try folder.put(Repository.record(), at: "berta.json")
    #expect(verify("anna.md").status == .success)
    #expect(verify("anna.md", record: "berta.json").output.contains("or the record's file renamed"))
  }
}
