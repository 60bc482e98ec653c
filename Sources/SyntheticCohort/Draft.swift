import ClinicalRecord
import SeededNumbers

/// A patient in the making: what presentations write into, in the words of the dictionary.
struct Draft {
  let dictionary: FieldDictionary
  var numbers: SplitMix64
  let asOf: Day
  var age = 50
  var people: [ItemID: RecordedItem] = [:]
  var answers: [ItemID: RecordedItem] = [:]
  var history: [ItemID: RecordedItem] = [:]
  var log: [LogEntry] = []
  var medications: [Medication] = []
  var labs: [LabResult] = []
  var measurements: [Measurement] = []
  var scores: [Measurement] = []

  init(dictionary: FieldDictionary, numbers: SplitMix64, asOf: Day) {
    self.dictionary = dictionary
    self.numbers = numbers
    self.asOf = asOf
  }

  func record() -> PatientRecord {
    PatientRecord(
      file: "record.json", asOf: asOf, person: people, log: log, answers: answers, history: history,
      medications: medications, labs: labs, measurements: measurements, scores: scores)
  }

  mutating func chance(_ percent: Int) -> Bool { numbers.chance(percent) }
  mutating func pick(_ range: ClosedRange<Int>) -> Int { numbers.pick(range) }
  func day(_ ago: Int) -> Day { asOf.adding(days: -ago) }

  // MARK: Items

  /// A code, text, number or set as the dictionary declares it; an item that it does not know is left out.
  mutating func set(_ item: ItemID, _ text: String, ago: Int? = nil, by: Respondent? = nil) {
    for section in [RecordSection.person, .answers, .history] {
      guard let field = dictionary.field(item.name, in: section), let value = Draft.value(text, field, asOf) else {
        continue
      }
      let recorded = RecordedItem(value, date: ago.map(day), by: by)
      switch section {
      case .person: people[item] = recorded
      case .answers: answers[item] = recorded
      default: history[item] = recorded
      }
    }
  }

  /// "yes" with the chance in percent, else "no"; one answer in twenty-five is "unsure".
  mutating func ask(_ items: ItemID..., yes percent: Int = 100) {
    for item in items { set(item, chance(4) ? "unsure" : chance(percent) ? "yes" : "no") }
  }

  mutating func no(_ items: ItemID...) {
    for item in items where answers[item] == nil && history[item] == nil { set(item, "no") }
  }

  mutating func choose(_ item: ItemID, _ codes: String...) {
    if let code = numbers.pick(codes) { set(item, code) }
  }

  mutating func number(_ item: ItemID, _ range: ClosedRange<Int>) { set(item, "\(pick(range))") }

  /// Days before the as-of day.
  mutating func date(_ item: ItemID, ago range: ClosedRange<Int>) { set(item, day(pick(range)).iso) }

  // MARK: Lists

  /// Entries of one kind over the past days, each with a chance; `fields` are `name=value`, a set is `a+b`.
  mutating func entries(
    _ kind: String, _ fields: String, past days: ClosedRange<Int> = 0...27, chance percent: Int = 45,
    severity: ClosedRange<Int>? = nil, hours: ClosedRange<Int>? = nil
  ) {
    for ago in days.reversed() where chance(percent) {
      var values: [ItemID: RecordedItem] = [:]
      func put(_ name: String, _ text: String) {
        guard let field = dictionary.field(name, in: .log), let value = Draft.value(text, field, asOf) else { return }
        values[field.id] = RecordedItem(value)
      }
      put("symptomKind", kind)
      for pair in fields.split(separator: " ") {
        let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
        if parts.count == 2, !chance(6) { put(parts[0], parts[1]) }
      }
      if let severity { put("severity", "\(pick(severity))") }
      if let hours {
        let minutes = pick(hours) % 24 * 60 + pick(0...59)
        values["onsetTime"] = RecordedItem(.time(minutes))
      }
      let late = chance(10) ? pick(2...6) : 0
      let written = min(ago, late)
      log.append(
        LogEntry(id: nil, date: day(ago), recordedAt: written > 0 ? day(ago - written) : nil, values: values))
    }
  }

  mutating func checkIn(ago: Int) {
    log.append(LogEntry(id: nil, date: day(ago), values: ["dayCheckIn": RecordedItem(.code("noSymptoms"))]))
  }

  mutating func takes(
    _ medClass: String, _ name: String, route: String = "oral", since range: ClosedRange<Int> = 30...1500,
    stopped: ClosedRange<Int>? = nil
  ) {
    var medicine = Medication(name: name, classes: medClass.split(separator: "+").map(String.init))
    if !chance(8) { medicine.route = route }
    if !chance(10) { medicine.start = day(pick(range)) }
    if let stopped { medicine.stop = max(day(pick(stopped)), medicine.start ?? day(5000)) }
    if medicine.stop == nil, chance(60) {
      medicine.adherence = numbers.pick(["everyDay", "everyDay", "mostDays", "someDays"])
    }
    medications.append(medicine)
  }

  /// A result in the canonical unit or, one time in four, in another that the test accepts.
  mutating func result(
    _ test: ItemID, _ value: Double, ago range: ClosedRange<Int> = 3...120, low: Double? = nil, high: Double? = nil
  ) {
    guard let definition = dictionary.lab(test) else { return }
    var unit = definition.unit
    if chance(25), let other = numbers.pick(definition.conversions) { unit = other.unit }
    let shown = ((definition.value(value, in: unit) ?? value) * 100).rounded() / 100
    labs.append(
      LabResult(
        id: test, value: .number(definition.canonical(shown, unit: unit) ?? value),
        written: "\(JSONValue.plain(shown)) \(unit)", date: chance(4) ? nil : day(pick(range)), referenceLow: low,
        referenceHigh: high))
  }

  mutating func positive(_ test: ItemID, _ isPositive: Bool) {
    labs.append(
      LabResult(
        id: test, value: .positive(isPositive), written: isPositive ? "positive" : "negative", date: day(pick(3...300)))
    )
  }

  mutating func measure(_ item: ItemID, _ value: Double, ago range: ClosedRange<Int> = 1...200) {
    measurements.append(
      Measurement(id: item, value: .number(value, written: JSONValue.plain(value)), date: day(pick(range))))
  }

  mutating func score(_ item: ItemID, _ range: ClosedRange<Int>, form: String? = nil, by: Respondent = .clinician) {
    let value = Double(pick(range))
    scores.append(
      Measurement(
        id: item, value: .number(value, written: JSONValue.plain(value)), date: chance(12) ? nil : day(pick(1...300)),
        by: by, form: form))
  }

  // MARK: Values

  static func value(_ text: String, _ field: Field, _ asOf: Day) -> ItemValue? {
    if field.id == "qHrtPreference", text == "unsure" { return .code(text) }
    if field.kind.unansweredCodes.contains(text) { return .unanswered(text) }
    switch field.kind {
    case .enumeration(let codes): return codes.contains(text) ? .code(text) : nil
    case .bool3: return text == "yes" || text == "no" ? .code(text) : nil
    case .set(let codes):
      let held = text.split(whereSeparator: { $0 == "+" }).map(String.init)
      return held.allSatisfy(codes.contains) ? .codes(held) : nil
    case .integer, .number, .numberOrResult: return Double(text).map { .number($0, written: text) }
    case .day, .dayOrDateTime: return Day(iso: text).map { .day($0) }
    case .text: return .text(text)
    case .joints(let sites, let sides):
      let joints = text.split(separator: "+").map { joint -> JointSite in
        let words = joint.split(separator: ".").map(String.init)
        return JointSite(site: words.last ?? "", side: words.count == 2 ? words[0] : nil)
      }
      let known = joints.allSatisfy { sites.contains($0.site) && ($0.side.map(sides.contains) ?? true) }
      return known ? .joints(joints) : nil
    case .time, .profile, .subscales: return nil
    }
  }
}
