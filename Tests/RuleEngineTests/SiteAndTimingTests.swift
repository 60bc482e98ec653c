import ClinicalRecord
import RuleEngine
import Testing

/// Conditions site by site, and medicines against the day of an answer.
@Suite struct SiteAndTimingTests {
  static let pain = EntryQuery(["jointPain"])

  static func entries(_ site: String, _ moves: [String], daysAgo: Int) -> [LogEntry] {
    moves.enumerated().flatMap {
      Judging.entries(
        "jointPain", 1, daysAgo: daysAgo + $0.offset, ["bodySite": site, "onMovement": $0.element])
    }
  }

  static let activity: Condition = .firstRecorded([
    .share(ShareQuery("onMovement", in: ["yes"], kinds: ["jointPain"], where: .theSite)), .yes("qJointActivityRelated"),
  ])
  static let sites = SitesQuery("qJointSites", pain)
  static let rule = Rule("test.rule", "Test", .atAnySite(sites, activity))
    .says("At {sites}.").detail("sites", .sitesWhere(sites, activity, .met))

  @Test func theLogOfASiteCountsForThatSite() {
    let log =
      Self.entries("knee", ["no", "no", "no"], daysAgo: 0) + Self.entries("ankle", ["yes", "yes", "yes"], daysAgo: 3)
      + Self.entries("hand", ["yes"], daysAgo: 6)
    let alone = Judging.verdict(Self.rule, Judging.record(log: log))
    #expect(alone?.value == .met)
    #expect(alone?.text == "At ankle.")
    let answered = Judging.verdict(Self.rule, Judging.record(["qJointActivityRelated": "yes"], log: log))
    #expect(answered?.text == "At ankle, hand.")
  }

  @Test func withoutASiteTheAnswerCounts() {
    #expect(Judging.value(.atAnySite(Self.sites, Self.activity), Judging.record()) == .notRecorded)
    let answered = Judging.verdict(Self.rule, Judging.record(["qJointActivityRelated": "yes"]))
    #expect(answered?.value == .met)
    #expect(answered?.text == "At not recorded.")
  }

  static func taken(_ start: String?, _ stop: String? = nil, route: String? = "injection") -> Medication {
    Medication(
      classes: ["statin"], route: route, start: start.flatMap { Day(iso: $0) }, stop: stop.flatMap { Day(iso: $0) })
  }

  static let startCases: [(Medication, String?, Truth)] = [
    (taken("2026-01-01"), "2026-01-01", .met), (taken("2026-01-02"), "2026-01-01", .notMet),
    (taken("2026-01-01"), "2026-01-15", .met), (taken("2026-01-01"), "2026-01-16", .notMet),
    (taken(nil), "2026-01-16", .notRecorded), (taken("2026-01-01"), nil, .notRecorded),
    (taken("2026-01-01", "2026-01-05"), "2026-01-15", .met),
  ]

  @Test(arguments: startCases)
  func startBeforeAnAnsweredDay(medicine: Medication, onset: String?, expected: Truth) {
    let query = MedicationQuery(
      ["statin"], .ever,
      timing: MedicationQuery.Timing(.start, before: .answered("qJointOnsetDate"), withinDays: 14))
    let record = Judging.record(
      ["medListComplete": "yes"], medications: [medicine], days: onset.map { ["qJointOnsetDate": $0] } ?? [:])
    #expect(Judging.value(.medication(query), record) == expected)
  }

  @Test(arguments: [
    (taken("2025-01-01", "2026-01-01"), Truth.met), (taken("2025-01-01", "2026-01-17"), .notMet),
    (taken("2025-01-01"), .notMet),
    (Medication(classes: ["statin"], adherence: "stopped"), .notRecorded),
  ])
  func stopBeforeAnAnsweredDay(medicine: Medication, expected: Truth) {
    let query = MedicationQuery(
      ["statin"], .ever, timing: MedicationQuery.Timing(.stop, before: .answered("qJointOnsetDate")))
    let record = Judging.record(
      ["medListComplete": "yes"], medications: [medicine], days: ["qJointOnsetDate": "2026-01-16"])
    #expect(Judging.value(.medication(query), record) == expected)
  }

  static let routeCases: [(String?, Truth)] = [("injection", .met), ("oral", .notMet), (nil, .notRecorded)]

  @Test(arguments: routeCases)
  func aMissingRouteLeavesTheMedicineOpen(route: String?, expected: Truth) {
    let rule = Rule("test.rule", "Test", .medication(MedicationQuery(["statin"], routes: ["injection"])))
    let record = Judging.record(["medListComplete": "yes"], medications: [Self.taken("2026-01-01", route: route)])
    let verdict = Judging.verdict(rule, record)
    #expect(verdict?.value == expected)
    if expected == .notRecorded { #expect(verdict?.missing == ["medRoute"]) }
  }

  @Test func testsOfAGroupWaitForTheirCondition() {
    let rule = Rule("test.rule", "Test", .yes("qJointPain"))
      .considers(tests: "crp").considers(tests: "urate", while: .yes("qHotSwollenJoint"))
    #expect(Judging.verdict(rule, Judging.record(["qJointPain": "yes"]))?.considerTest == ["crp"])
    let hot = Judging.record(["qJointPain": "yes", "qHotSwollenJoint": "yes"])
    #expect(Judging.verdict(rule, hot)?.considerTest == ["crp", "urate"])
  }
}
