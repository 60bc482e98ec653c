import ClinicalRecord
import RuleCases
import RuleEngine
import Testing

@testable import ClinicalRules

/// A slip in a table must fail the run: a case that is silently not read would prove nothing.
@Suite struct CaseTableGrammarTests {
  @Test(arguments: [
    ("qUrgeToMoove", "yes"), ("severity", "3"), ("qUrgeToMove", "ja"), ("qMoveRelief", "yes"),
    ("qCrampSites", "calf, ear"),
    ("ageYears", "old"), ("ageYears", "7"), ("lmpDate", "2025-02-30"), ("qJointSites", "left knees"),
    ("qJointSites", "top knee"), ("log", "urge @-1"), ("log", "urgeToMove"), ("log", "urgeToMove @1"),
    ("log", "urgeToMove @-1..-3"), ("log", "urgeToMove @-1 sides=left"), ("log", "urgeToMove @-1 side=top"),
    ("log", "urgeToMove @-1 left"), ("medications", "ssris @-1"), ("medications", "ssri @-1 rout=oral"),
    ("medications", "ssri route=mouth"), ("labs", "ferrytin 3"), ("labs", "ferritin many"),
    ("labs", "ferritin 3 mol/L"),
    ("labs", "ferritin positive"), ("labs", "ferritin 3 ug/L (low)"), ("measurements", "bmj 31"),
    ("measurements", "irlsTotal 3"), ("scores", "irlsTotal 41"), ("scores", "rls6Items 1,2"),
  ])
  func aSlipIsAFault(column: String, cell: String) {
    let table = CaseTable("# rls.c1\n\n| case | \(column) | expect |\n|---|---|---|\n| a | \(cell) | met |\n")
    #expect(table.faults.isEmpty)
    var building = CaseRecord()
    for row in table.rows { _ = building.record(row) }
    #expect(table.rows.count == 1 && !building.faults.isEmpty)
  }

  @Test(arguments: [
    "", "# rls.c1\n", "| case | expect |\n|---|---|\n| a | met |\n",
    "# rls.c1\n| case | expect |\n|---|---|\n| a | b | met |\n",
    "# rls.c1\n| case | case |\n|---|---|\n| a | met |\n",
  ])
  func aBrokenTableIsAFault(text: String) { #expect(!CaseTable(text).faults.isEmpty) }

  @Test func cellsBecomeTheRecordTheyName() throws {
    let table = CaseTable(
      """
      # rls.c1

      | case | qHrtPreference | qMoveRelief | qJointSites | qCrampSites | log | medications | labs | scores |
      |---|---|---|---|---|---|---|---|---|
      | a | unsure | unsure | left knee, wrist | [] | checkin @-2..-1; fever @2026-03-02 entryId=e1 triggers=cold+stress recordedAt=+0 freeText="two words" | ssri+tca @-9 name="Old one" stop=-1 | ferritin 2 ug/L @-3 (1-5) | dn4Total 3 @0 form=7 |
      """)
    var building = CaseRecord()
    let row = try #require(table.rows.first)
    let record = building.record(row)
    #expect(building.faults == [])
    #expect(record.answers["qHrtPreference"]?.value == .code("unsure"))
    #expect(record.answers["qMoveRelief"]?.value == .unanswered("unsure"))
    #expect(record.answers["qCrampSites"]?.value == .codes([]))
    #expect(
      record.answers["qJointSites"]?.value
        == .joints([JointSite(site: "knee", side: "left"), JointSite(site: "wrist")]))
    #expect(record.log.map(\.date.iso) == ["2026-02-28", "2026-03-01", "2026-03-02"])
    let entry = try #require(record.log.last)
    #expect(entry.id == "e1" && entry.kind == "fever" && entry.recordedAt == entry.date)
    #expect(entry.values["triggers"]?.value == .codes(["cold", "stress"]))
    #expect(entry.values["freeText"]?.value == .text("two words"))
    #expect(record.medications.first?.classes == ["ssri", "tca"] && record.medications.first?.name == "Old one")
    #expect(record.labs.first?.referenceHigh == 5 && record.labs.first?.value == .number(2))
    #expect(record.scores.first?.form == "7")
  }
}
