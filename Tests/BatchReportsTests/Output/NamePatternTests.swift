import ClinicalRecord
import Testing

@testable import BatchReports

/// How the files of a record are called.
@Suite struct NamePatternTests {
  private func record(_ id: String?) throws -> PatientRecord {
    PatientRecord(
      file: "in.ndjson", asOf: try #require(Day(iso: "2026-03-02")),
      person: id.map { ["personId": RecordedItem(.text($0))] } ?? [:])
  }

  @Test(arguments: [
    ("{pseudonym}", "P-1", ""), ("{id}", "P-1", "P-1"), ("{id}", "../../etc/passwd", "______etc_passwd"),
    ("{id}", "Zoë Müller", "Zo___M__ller"), ("{file}-{line}", "P-1", "in-7"),
    ("a_{asOf}_{id}", "P-1", "a_2026-03-02_P-1"), ("{id}", ".hidden", "_hidden"), ("{id}", "-rf", "_-rf"),
    // A dot would make the report of this person the letter of the person "P".
    ("{id}", "P.patient", "P_patient"),
    // The list of patients.
    ("{id}", "index", "index_"), ("{id}", "Index", "Index_"), ("{id}", "index-1", "index-1"),
  ])
  func partsAreFilled(pattern: String, id: String, expected: String) throws {
    let naming = try #require(NamePattern(pattern))
    let name = naming.name(of: try record(id), at: RecordPlace(file: "folder/in.ndjson", line: 7))
    if pattern == "{pseudonym}" {
      #expect(name.utf8.count == 16 && name.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) })
    } else {
      #expect(name == expected)
    }
  }

  @Test(arguments: [
    "", "plain", "{}", "{name}", "{id", "id}x", "a/{id}", "..{id}", "{id}.patient", "-{id}", "{id}{", "{ID}", "ä{id}",
    "{id}\n",
  ])
  func whatNamesNothingIsRefused(pattern: String) { #expect(NamePattern(pattern) == nil) }

  @Test func longNamesStayApart() throws {
    let naming = try #require(NamePattern("{id}"))
    let place = RecordPlace(file: "in.ndjson", line: 1)
    let a = naming.name(of: try record(String(repeating: "x", count: 300) + "a"), at: place)
    let b = naming.name(of: try record(String(repeating: "x", count: 300) + "b"), at: place)
    #expect(a != b && a.utf8.count <= 150)
  }

  @Test func aRecordWithoutAnIdIsCalledAfterItsPlace() throws {
    let naming = try #require(NamePattern(NamePattern.standard))
    let first = naming.name(of: try record(nil), at: RecordPlace(file: "a/record.json"))
    #expect(first != naming.name(of: try record(nil), at: RecordPlace(file: "b/record.json")))
    // A line may move: it is called after what stands in it.
    let line = naming.name(of: try record(nil), at: RecordPlace(file: "a/in.ndjson", line: 1))
    #expect(line == naming.name(of: try record(nil), at: RecordPlace(file: "b/in.ndjson", line: 2)))
  }

  @Test(arguments: [
    (0, "flat"), (2_000, "flat"), (2_001, "byTwoDigits"), (500_000, "byTwoDigits"), (500_001, "byThreeDigits"),
  ])
  func manyStandInFolders(count: Int, expected: String) {
    #expect(FolderLayout(count: count).rawValue == expected)
    #expect(FolderLayout(count: nil) == .byTwoDigits)
  }
}
