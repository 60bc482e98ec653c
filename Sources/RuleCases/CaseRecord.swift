package import ClinicalRecord
import ClinicalRules
import Foundation

/// Builds the record of one row; everything that cannot be read is a fault of the table.
///
/// - any id of person, answers or history: a code, number, date, text, or a set (`a, b`; `[]` is "none of these"; joints are `left knee, right knee`)
/// - `log`: `urgeToMove @-3 bodySite=calf side=left; checkin @-27..0`; a range is one item per day, a set is `a+b`, text stands in double quotes, `recordedAt=+3` is three days later
/// - `medications`: `ssri @2025-12-01 name=… route=… change=… stop=… dose=… adherence=…`, several classes as `a+b`; `-` alone is an empty list
/// - `labs`: `ferritin 22 ug/L @2026-02-01 (13-150)`, `(<5)` for an upper limit alone, `antiCcp positive`
/// - `measurements`, `scores`: `bmi 31 @2026-02-01`, `dn4Total 5 @-10 form=7`, `rls6Items 1,2,3,4,5,6`, `koosSubscales pain=10,qol=20`
package struct CaseRecord {
  package static let asOf = Day(year: 2026, month: 3, day: 2) ?? Day(number: 0)
  static let expectations: Set<String> = [
    "case", "expect", "open", "says", "saysNot", "level", "missing", "notMissing", "detail", "suppressedBy", "conflict",
    "asks", "tests", "testsNot", "provisional",
  ]

  private let dictionary = LegbriefFields.dictionary
  package private(set) var faults: [String] = []

  package init() {}

  package mutating func record(_ row: CaseTable.Row) -> PatientRecord {
    var sections: [RecordSection: [ItemID: RecordedItem]] = [:]
    var log: [LogEntry] = []
    var medications: [Medication] = []
    var labs: [LabResult] = []
    var measurements: [RecordSection: [ClinicalRecord.Measurement]] = [:]
    for (column, text) in row.cells where !CaseRecord.expectations.contains(column) {
      switch column {
      case "log": for part in CaseTable.list(text, by: ";") { log += entries(part) }
      case "medications":
        for part in CaseTable.list(text, by: ";") where part != "-" { medications += [medication(part)] }
      case "labs": for part in CaseTable.list(text, by: ";") { labs += lab(part) }
      case "measurements", "scores":
        let section: RecordSection = column == "scores" ? .scores : .measurements
        for part in CaseTable.list(text, by: ";") { measurements[section, default: []] += measurement(part, section) }
      default:
        let section = [RecordSection.person, .answers, .history].first { dictionary.field(column, in: $0) != nil }
        guard let section, let field = dictionary.field(column, in: section) else {
          faults.append("unknown column '\(column)'")
          continue
        }
        if let value = value(text, field) { sections[section, default: [:]][field.id] = RecordedItem(value) }
      }
    }
    return PatientRecord(
      file: "case.json", asOf: CaseRecord.asOf, person: sections[.person] ?? [:], log: log,
      answers: sections[.answers] ?? [:], history: sections[.history] ?? [:], medications: medications, labs: labs,
      measurements: measurements[.measurements] ?? [], scores: measurements[.scores] ?? [])
  }

  // MARK: Values

  private mutating func value(_ text: String, _ field: Field) -> ItemValue? {
    func fault(_ words: String) -> ItemValue? {
      faults.append("\(field.id): \(words) '\(text)'")
      return nil
    }
    if field.id == "qHrtPreference" {
      if text == "unsure" { return .code(text) }
      if text == "notAsked" { return .unanswered(text) }
    }
    switch field.kind {
    case .enumeration(let codes):
      if ItemValue.unansweredCodes.contains(text) { return .unanswered(text) }
      return codes.contains(text) ? .code(text) : fault("unknown code")
    case .bool3:
      if ItemValue.unansweredCodes.contains(text) { return .unanswered(text) }
      return text == "yes" || text == "no" ? .code(text) : fault("neither yes nor no")
    case .set(let codes):
      if ItemValue.unansweredCodes.contains(text) { return .unanswered(text) }
      let held = text == "[]" ? [] : CaseTable.list(text.replacingOccurrences(of: "+", with: ","))
      return held.allSatisfy(codes.contains) ? .codes(held) : fault("unknown code in")
    case .integer, .number:
      guard let number = Double(text) else { return fault("not a number") }
      if case .integer = field.kind, number != number.rounded() { return fault("not a whole number") }
      if let possible = field.possible, !possible.contains(number) { return fault("impossible number") }
      return .number(number, written: text)
    case .day, .dayOrDateTime: return day(text).map { .day($0) }
    case .time:
      let parts = text.split(separator: ":").compactMap { Int($0) }
      guard parts.count == 2, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]) else {
        return fault("not a time")
      }
      return .time(parts[0] * 60 + parts[1])
    case .text: return .text(text)
    case .joints(let sites, let sides):
      var joints: [JointSite] = []
      for part in text == "[]" ? [] : CaseTable.list(text) {
        let words = part.split(separator: " ").map(String.init)
        guard let site = words.last, sites.contains(site), words.count <= 2, words.dropLast().allSatisfy(sides.contains)
        else { return fault("unknown joint in") }
        joints.append(JointSite(site: site, side: words.count == 2 ? words[0] : nil))
      }
      return .joints(joints)
    case .profile(let count):
      let numbers = CaseTable.list(text).compactMap(Double.init)
      return numbers.count == count ? .numbers(numbers) : fault("not \(count) numbers")
    case .subscales(let names):
      var scales: [ItemValue.Subscale] = []
      for part in CaseTable.list(text) {
        let pair = part.split(separator: "=").map(String.init)
        guard pair.count == 2, names.contains(pair[0]), let number = Double(pair[1]) else {
          return fault("not subscales")
        }
        scales.append(.init(name: pair[0], value: number))
      }
      return .subscales(scales)
    case .numberOrResult:
      if let number = Double(text) { return .number(number, written: text) }
      return text == "positive" || text == "negative" ? .code(text) : fault("neither a number nor a result")
    }
  }

  /// `2026-02-01`, or days from the as-of day such as `-3` and `0`.
  private mutating func day(_ text: some StringProtocol) -> Day? {
    if let day = Day(iso: String(text)) { return day }
    if let days = Int(text), text.count <= 5 { return CaseRecord.asOf.adding(days: days) }
    faults.append("not a day: '\(text)'")
    return nil
  }

  /// The pairs `name=value` among the words, and the day behind `@`; all other words are faults.
  private mutating func pairs(_ words: ArraySlice<String>, _ part: String) -> [(name: String, value: String)] {
    var pairs: [(name: String, value: String)] = []
    for word in words where !word.hasPrefix("@") {
      let pair = word.split(separator: "=", maxSplits: 1).map(String.init)
      if pair.count == 2 { pairs.append((pair[0], pair[1])) } else { faults.append("'\(word)' in '\(part)'") }
    }
    return pairs
  }

  // MARK: Parts of the record

  private mutating func entries(_ part: String) -> [LogEntry] {
    let words = CaseTable.words(part)
    guard let first = words.first, let dates = words.first(where: { $0.hasPrefix("@") })?.dropFirst() else {
      faults.append("log item without a day: '\(part)'")
      return []
    }
    let ends = dates.components(separatedBy: "..").compactMap { day($0) }
    guard let start = ends.first, let end = ends.last, start <= end, end <= CaseRecord.asOf else {
      faults.append("log item with impossible days: '\(part)'")
      return []
    }
    var values: [ItemID: RecordedItem] = [:]
    if first == "checkin" {
      values["dayCheckIn"] = RecordedItem(.code("noSymptoms"))
    } else if let field = dictionary.field("symptomKind", in: .log), let kind = value(first, field) {
      values["symptomKind"] = RecordedItem(kind)
    }
    var id: String?
    var written: String?
    for (name, text) in pairs(words.dropFirst(), part) {
      guard let field = dictionary.field(name, in: .log) else {
        faults.append("unknown log field '\(name)'")
        continue
      }
      switch name {
      case "entryId": id = text
      case "recordedAt": written = text
      default: if let value = value(text, field) { values[field.id] = RecordedItem(value) }
      }
    }
    return (start.number...end.number).map { number in
      let date = Day(number: number)
      let recordedAt = written.flatMap { text in
        text.hasPrefix("+") ? Int(text.dropFirst()).map { date.adding(days: $0) } : day(text)
      }
      return LogEntry(id: id, date: date, recordedAt: recordedAt, values: values)
    }
  }

  private mutating func medication(_ part: String) -> Medication {
    let words = CaseTable.words(part)
    let classes = CaseTable.list(words.first, by: "+")
    for name in classes where !LegbriefFields.medicationClasses.contains(name) {
      faults.append("unknown medicine class '\(name)'")
    }
    var medicine = Medication(classes: classes)
    if let start = words.first(where: { $0.hasPrefix("@") }) { medicine.start = day(start.dropFirst()) }
    for (name, text) in pairs(words.dropFirst(), part) {
      switch name {
      case "name": medicine.name = text
      case "dose": medicine.dose = text
      case "reason": medicine.reason = text
      case "change": medicine.change = day(text)
      case "stop": medicine.stop = day(text)
      case "route", "adherence":
        let field = dictionary.field(name == "route" ? "medRoute" : "medAdherence", in: .medications)
        guard let field, case .code(let code)? = value(text, field) else { continue }
        if name == "route" { medicine.route = code } else { medicine.adherence = code }
      default: faults.append("unknown part '\(name)' of a medicine")
      }
    }
    return medicine
  }

  private mutating func lab(_ part: String) -> [LabResult] {
    var words = CaseTable.words(part)
    guard words.count >= 2, let definition = dictionary.lab(ItemID(words[0])) else {
      faults.append("unknown test in '\(part)'")
      return []
    }
    var result = LabResult(id: definition.id, value: .positive(words[1] == "positive"), written: words[1], date: nil)
    if let date = words.firstIndex(where: { $0.hasPrefix("@") }) {
      result.date = day(words.remove(at: date).dropFirst())
    }
    if let range = words.firstIndex(where: { $0.hasPrefix("(") && $0.hasSuffix(")") }) {
      let inner = words.remove(at: range).dropFirst().dropLast()
      let limits = inner.split(separator: "-").map { Double($0) }
      if inner.hasPrefix("<"), let high = Double(inner.dropFirst()) {
        result.referenceHigh = high
      } else if limits.count == 2, let low = limits[0], let high = limits[1] {
        result.referenceLow = low
        result.referenceHigh = high
      } else {
        faults.append("reference interval in '\(part)'")
      }
    }
    let isQualitative = ["positive", "negative"].contains(words[1])
    if isQualitative, definition.qualitative { return [result] }
    let unit = words.count > 2 ? words[2] : definition.unit
    guard let number = Double(words[1]), let canonical = definition.canonical(number, unit: unit), words.count <= 3
    else {
      faults.append("value or unit in '\(part)'")
      return []
    }
    result.value = .number(canonical)
    result.written = "\(words[1]) \(unit)"
    for limit in [\LabResult.referenceLow, \LabResult.referenceHigh] {
      result[keyPath: limit] = result[keyPath: limit].flatMap { definition.canonical($0, unit: unit) }
    }
    return [result]
  }

  private mutating func measurement(_ part: String, _ section: RecordSection) -> [ClinicalRecord.Measurement] {
    let words = CaseTable.words(part)
    guard words.count >= 2, let field = dictionary.field(words[0], in: section), let value = value(words[1], field)
    else {
      faults.append("unknown measurement or score in '\(part)'")
      return []
    }
    var found = ClinicalRecord.Measurement(id: field.id, value: value)
    if let date = words.first(where: { $0.hasPrefix("@") }) { found.date = day(date.dropFirst()) }
    for (name, text) in pairs(words.dropFirst(2), part) {
      if name == "form" { found.form = text } else { faults.append("unknown part '\(name)' in '\(part)'") }
    }
    return [found]
  }
}
