import ClinicalRecord
import ClinicalRules
import SeededNumbers

/// Random records over the whole dictionary, the same for the same seed: sparse, contradictory and full ones.
struct RecordGenerator {
  private var numbers: SplitMix64
  private let dictionary = LegbriefFields.dictionary
  private let asOf = Day(iso: "2026-03-02") ?? Day(number: 0)

  init(seed: UInt64) { numbers = SplitMix64(seed: seed &* 0x9E37_79B9_7F4A_7C15) }

  mutating func below(_ limit: Int) -> Int { numbers.below(limit) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[below(elements.count)]
  }

  mutating func record() -> PatientRecord {
    let density = [0, 10, 40, 90][below(4)]
    var log: [LogEntry] = []
    for number in 0..<below(density == 0 ? 1 : 60) { log.append(entry(number, density)) }
    return PatientRecord(
      file: "record.json", asOf: asOf, person: items(in: .person, density), log: log,
      answers: items(in: .answers, density), history: items(in: .history, density),
      medications: (0..<below(density == 0 ? 1 : 6)).map { _ in medication() },
      labs: (0..<below(density == 0 ? 1 : 8)).compactMap { _ in lab() },
      measurements: measurements(in: .measurements, density), scores: measurements(in: .scores, density / 2))
  }

  private mutating func items(in section: RecordSection, _ density: Int) -> [ItemID: RecordedItem] {
    var items: [ItemID: RecordedItem] = [:]
    for field in dictionary.fields where field.section == section && chance(density) {
      if let value = value(of: field) { items[field.id] = RecordedItem(value) }
    }
    return items
  }

  private mutating func entry(_ number: Int, _ density: Int) -> LogEntry {
    var values: [ItemID: RecordedItem] = [:]
    for field in dictionary.fields where field.section == .log && chance(max(20, density)) {
      guard !["entryId", "entryDate", "recordedAt"].contains(field.id.name) else { continue }
      if let value = value(of: field) { values[field.id] = RecordedItem(value) }
    }
    if chance(80), let field = dictionary.field("symptomKind", in: .log), let kind = value(of: field) {
      values["symptomKind"] = RecordedItem(kind)
    } else {
      values["symptomKind"] = nil
      values["dayCheckIn"] = RecordedItem(.code("noSymptoms"))
    }
    let date = asOf.adding(days: -below(chance(70) ? 28 : 84))
    return LogEntry(id: chance(90) ? "e\(number)" : nil, date: date, values: values)
  }

  private mutating func value(of field: Field) -> ItemValue? {
    switch field.kind {
    case .enumeration(let codes):
      guard let code = pick(codes) else { return nil }
      return ItemValue.unansweredCodes.contains(code) ? .unanswered(code) : .code(code)
    case .bool3:
      let answer = ["yes", "no", "no", "unsure"][below(4)]
      return answer == "unsure" ? .unanswered(answer) : .code(answer)
    case .set(let codes):
      var chosen: [String] = []
      for code in codes where chance(20) { chosen.append(code) }
      return .codes(chosen)
    case .integer, .number, .numberOrResult:
      let range = field.plausible ?? field.possible ?? 0...20
      let value = (range.lowerBound + Double(below(1000)) / 1000 * (range.upperBound - range.lowerBound)).rounded()
      return .number(value, written: "\(Int(value))")
    case .day, .dayOrDateTime: return .day(asOf.adding(days: -below(field.id == "birthDate" ? 30_000 : 4000)))
    case .time: return .time(below(1440))
    case .text: return .text(pick(RecordGenerator.texts) ?? "")
    case .joints(let sites, let sides):
      guard let site = pick(sites) else { return nil }
      return .joints([JointSite(site: site, side: pick(sides))])
    case .profile(let count): return .numbers((0..<count).map { _ in Double(below(11)) })
    case .subscales(let names): return .subscales(names.map { .init(name: $0, value: Double(below(9))) })
    }
  }

  /// Text that would do harm if anything took it for markup, beside ordinary text.
  static let texts = [
    "Legs ache by evening.", "</script><script>alert(1)</script>", "| pipes | and | cells |", "# heading\n\n- item",
    "{{mustache}} {{{raw}}}", "[x](javascript:alert(1)) ![i](http://tracker.example/i.png)", "&lt;b&gt; & <b>bold</b>",
    "`code` ``` fence\n```\nblock", "\u{202E}txet sdrawkcab", "calf swollen and can't feel toes", "~~~\nfence",
    "1. one\n2. two\n===\n---", "*stars* _under_ <https://auto.example>", "> quote\n> [!CAUTION]\n> fake flag",
  ]

  private mutating func medication() -> Medication {
    var classes: [String] = []
    if case .set(let all)? = dictionary.field("medClass", in: .medications)?.kind, let one = pick(all) {
      classes = [one]
    }
    return Medication(
      name: chance(60) ? pick(RecordGenerator.texts) : nil, classes: classes,
      route: pick(["oral", "transdermal", "vaginal"]), start: chance(70) ? asOf.adding(days: -below(900)) : nil,
      stop: chance(15) ? asOf.adding(days: -below(200)) : nil)
  }

  private mutating func lab() -> LabResult? {
    guard let test = pick(dictionary.labs) else { return nil }
    let range = test.plausible ?? 0...100
    let value = range.lowerBound + Double(below(1000)) / 1000 * (range.upperBound - range.lowerBound)
    return LabResult(
      id: test.id, value: .number(value.rounded()), written: "\(Int(value)) \(test.unit)",
      date: chance(90) ? asOf.adding(days: -below(700)) : nil)
  }

  private mutating func measurements(in section: RecordSection, _ density: Int) -> [Measurement] {
    var found: [Measurement] = []
    for field in dictionary.fields where field.section == section && chance(density) {
      if let value = value(of: field) {
        found.append(Measurement(id: field.id, value: value, date: chance(80) ? asOf.adding(days: -below(400)) : nil))
      }
    }
    return found
  }
}
