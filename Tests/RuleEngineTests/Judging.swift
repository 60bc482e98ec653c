import ClinicalRecord
import RuleEngine

/// Judges one condition over a small record: a book of a single rule, and a dictionary of no fields but one test.
enum Judging {
  static let asOf = Day(iso: "2026-03-02") ?? Day(number: 0)

  static func verdict(_ rule: Rule, _ record: PatientRecord, others: [Rule] = []) -> Verdict? {
    let book = RuleBook(
      version: "test", areas: [RuleArea("test", "Test", others + [rule])], derivedCodes: [], derivedNumbers: [],
      precedence: [], references: [:],
      dictionary: FieldDictionary(
        fields: [], labs: [LabDefinition("ferritin", "Ferritin", unit: "ug/L", staleAfterDays: 180)]))
    return RuleJudge(book).judge(record)[rule.id]
  }

  static func value(_ condition: Condition, _ record: PatientRecord) -> Truth? {
    verdict(Rule("test.rule", "Test", condition), record)?.value
  }

  static func record(
    _ answers: [ItemID: String] = [:], log: [LogEntry] = [], medications: [Medication] = [], labs: [LabResult] = [],
    person: [ItemID: RecordedItem] = [:], numbers: [ItemID: Double] = [:], days: [ItemID: String] = [:]
  ) -> PatientRecord {
    var items = answers.mapValues { text in
      RecordedItem(ItemValue.unansweredCodes.contains(text) ? .unanswered(text) : .code(text))
    }
    for (item, number) in numbers { items[item] = RecordedItem(.number(number, written: "\(number)")) }
    for (item, day) in days { items[item] = Day(iso: day).map { RecordedItem(.day($0)) } }
    return PatientRecord(
      file: "record.json", asOf: asOf, person: person, log: log, answers: items, medications: medications, labs: labs)
  }

  /// Entries of a kind, one a day counting back from `daysAgo`, with the codes.
  static func entries(
    _ kind: String, _ count: Int, daysAgo: Int = 0, _ codes: [ItemID: String] = [:], severity: Double? = nil
  ) -> [LogEntry] {
    (0..<count).map { offset in
      var values = codes.mapValues { RecordedItem(.code($0)) }
      values["symptomKind"] = RecordedItem(.code(kind))
      if let severity { values["severity"] = RecordedItem(.number(severity, written: "\(severity)")) }
      return LogEntry(
        id: "\(kind)-\(daysAgo + offset)-\(codes.count)", date: asOf.adding(days: -daysAgo - offset), values: values)
    }
  }

  static func checkIns(_ range: ClosedRange<Int>) -> [LogEntry] {
    range.map { daysAgo in
      LogEntry(
        id: "c\(daysAgo)", date: asOf.adding(days: -daysAgo),
        values: ["dayCheckIn": RecordedItem(.code("noSymptoms"))])
    }
  }
}
