import ReportBuilder
import RuleEngine
import Testing

@testable import BatchReports

/// The list of patients, for people and for tables.
@Suite struct IndexTests {
  private func entry(_ identifier: String, _ urgency: Urgency?, open: [String] = [], _ openUrgency: Urgency? = nil)
    -> ReportStore.Entry
  {
    ReportStore.Entry(
      name: "n", key: "k", recordSHA256: "r", place: RecordPlace(file: "f"),
      files: [
        .init(path: "n.md", bytes: 1, sha256: "s", stamp: ""), .init(path: "n.html", bytes: 1, sha256: "s", stamp: ""),
      ],
      row: TriageRow(
        identifier: identifier, age: "51 y", urgency: urgency,
        flags: urgency == nil ? [] : [.init(level: "Needs same-day assessment", title: "A, \"quoted\" flag")],
        open: open, openUrgency: openUrgency,
        notAsked: 4, restlessLegs: "RLS met", findings: ["Finding"], coverage: "log 20/28 days"))
  }

  @Test(arguments: ["plain", "=cmd()", "+1", "-1", "@x", "a,b", "a\"b", "<script>alert(1)</script>", "x\u{202E}y"])
  func whatAPatientWroteIsText(identifier: String) {
    let line = IndexTable.line(entry(identifier, .sameDay), slot: nil)
    #expect(line.hasSuffix("\r\n"))
    #expect(!line.split(separator: ",").contains { $0.first.map { "=+-@".contains($0) } == true })
    let row = IndexPage(count: 1, byRank: [:], failures: 0, hasSlots: false).row(entry(identifier, .sameDay))
    #expect(!row.contains("<script") && !row.contains("\u{202E}"))
  }

  @Test func aCellWithACommaIsQuoted() {
    #expect(
      IndexTable.line(entry("P", .sameDay, open: ["Open"], .emergency), slot: "09:00")
        == "09:00,Needs same-day assessment,emergency if confirmed,\"A, \"\"quoted\"\" flag\",Open,4,P,51 y,RLS met,Finding,log 20/28 days,n.md\r\n"
    )
  }

  @Test func thePageAllowsItsOwnScriptAlone() {
    let head = IndexPage(count: 6_000, byRank: [5: 2, 0: 5_998], failures: 3, hasSlots: false).head
    #expect(head.contains("default-src 'none'") && !head.contains("unsafe-inline"))
    #expect(head.contains("script-src 'sha256-\(Base64.sha256(IndexStyle.script))'"))
    #expect(head.contains("<b>2</b> Emergency") && head.contains("most urgent of 6000"))
    #expect(!IndexStyle.script.contains("</script") && !IndexStyle.script.contains("http"))
  }

  @Test func theRowSurvivesTheStore() throws {
    let row = try #require(entry("P\u{1E}\u{1F}1", .urgent, open: ["a", "b"]).row)
    let read = try #require(row.stored.flatMap(TriageRow.init(stored:)))
    #expect(read == row)
    #expect(read.urgency == .urgent && read.open == ["a", "b"] && read.flags == row.flags && read.rank == 3)
    #expect(entry("P", nil).row?.stored.flatMap(TriageRow.init(stored:)) == entry("P", nil).row)
    #expect(TriageRow(stored: "broken") == nil)
  }

  /// What would be an emergency if confirmed is not buried under what is met and can wait.
  @Test func anOpenFlagIsNamedWithItsLevel() {
    let page = IndexPage(count: 2, byRank: [:], failures: 0, hasSlots: false)
    let open = page.row(entry("P", .soon, open: ["Open"], .emergency))
    #expect(open.contains("data-rank=\"2\" data-open=\"5\"") && open.contains("data-key=\"9\""))
    #expect(open.contains("Soon<br>") && open.contains("Emergency if confirmed"))
    #expect(!page.row(entry("P", .sameDay, open: ["Open"], .soon)).contains("if confirmed"))
  }
}
