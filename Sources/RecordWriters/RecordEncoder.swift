package import ClinicalRecord

/// Writes a record as record format 1 (JSON), in the order of the dictionary, so that equal records give equal bytes.
///
/// What a reader made of a file comes out again as values; the places in that file do not.
package struct RecordEncoder: Sendable {
  private let dictionary: FieldDictionary

  package init(dictionary: FieldDictionary) { self.dictionary = dictionary }

  package func json(_ record: PatientRecord) -> JSONValue {
    var person = items(record.person, in: .person)
    if record.person["reportDate"] == nil { person.insert(.init("reportDate", .string(record.asOf.iso)), at: 0) }
    var sections: [JSONValue.Member] = [.init("legbrief", 1), .init("person", .object(person))]
    func add(_ section: RecordSection, _ values: [JSONValue]) {
      if !values.isEmpty { sections.append(.init(section.rawValue, .array(values))) }
    }
    add(.log, record.log.map(entry))
    for (section, recorded) in [(RecordSection.answers, record.answers), (.history, record.history)] {
      if !recorded.isEmpty { sections.append(.init(section.rawValue, .object(items(recorded, in: section)))) }
    }
    add(.medications, record.medications.map(medication))
    add(.labs, record.labs.compactMap(lab))
    add(.measurements, record.measurements.map(measurement))
    add(.scores, record.scores.map(measurement))
    return .object(sections)
  }

  private func items(_ recorded: [ItemID: RecordedItem], in section: RecordSection) -> [JSONValue.Member] {
    dictionary.fields.filter { $0.section == section }.compactMap { field in
      recorded[field.id].map { .init(field.id.name, item($0)) }
    }
  }

  /// A bare value, or an object where its day or respondent is known.
  private func item(_ item: RecordedItem) -> JSONValue {
    guard item.date != nil || item.by != nil else { return value(item.value) }
    var members: [JSONValue.Member] = [.init("value", value(item.value))]
    if let date = item.date { members.append(.init("date", .string(date.iso))) }
    if let by = item.by { members.append(.init("by", .string(by.rawValue))) }
    return .object(members)
  }

  private func value(_ value: ItemValue) -> JSONValue {
    switch value {
    case .code(let code), .unanswered(let code): .string(code)
    case .codes(let codes): .strings(codes)
    case .number(let number, _): .number(number)
    case .numbers(let numbers): .array(numbers.map { .number($0) })
    case .subscales(let scales): .object(scales.map { .init($0.name, .number($0.value)) })
    case .day(let day): .string(day.iso)
    case .time(let minutes): .string(RecordEncoder.clock(minutes))
    case .text(let text): .string(text)
    case .joints(let joints):
      .array(
        joints.map { joint in
          .object([.init("site", .string(joint.site))] + (joint.side.map { [.init("side", .string($0))] } ?? []))
        })
    }
  }

  private static func clock(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return two(minutes / 60) + ":" + two(minutes % 60)
  }

  private func entry(_ entry: LogEntry) -> JSONValue {
    var members: [JSONValue.Member] = []
    if let id = entry.id { members.append(.init("entryId", .string(id))) }
    members.append(.init("entryDate", .string(entry.date.iso)))
    if let written = entry.recordedAt { members.append(.init("recordedAt", .string(written.iso))) }
    return .object(members + items(entry.values, in: .log))
  }

  private func medication(_ medicine: Medication) -> JSONValue {
    var members: [JSONValue.Member] = []
    func add(_ key: String, _ text: String?) {
      if let text { members.append(.init(key, .string(text))) }
    }
    add("medName", medicine.name)
    if !medicine.classes.isEmpty { members.append(.init("medClass", .strings(medicine.classes))) }
    add("medRoute", medicine.route)
    add("medDose", medicine.dose)
    add("medStartDate", medicine.start?.iso)
    add("medChangeDate", medicine.change?.iso)
    add("medStopDate", medicine.stop?.iso)
    add("medAdherence", medicine.adherence)
    add("medReason", medicine.reason)
    return .object(members)
  }

  /// In the unit in which it was written; nil for a test that the dictionary does not know.
  private func lab(_ result: LabResult) -> JSONValue? {
    guard let test = dictionary.lab(result.id) else { return nil }
    var members: [JSONValue.Member] = [.init("labId", .string(test.id.name))]
    switch result.value {
    case .positive(let positive): members.append(.init("labValue", .string(positive ? "positive" : "negative")))
    case .number(let canonical):
      let parts = result.written.split(separator: " ", maxSplits: 1).map(String.init)
      let isReadable = parts.count == 2 && test.value(canonical, in: parts[1]) != nil
      let unit = isReadable ? parts[1] : test.unit
      members.append(.init("labValue", .number(isReadable ? Double(parts[0]) ?? canonical : canonical)))
      members.append(.init("labUnit", .string(unit)))
      if let low = result.referenceLow.flatMap({ test.value($0, in: unit) }) {
        members.append(.init("labRefLow", .number(low)))
      }
      if let high = result.referenceHigh.flatMap({ test.value($0, in: unit) }) {
        members.append(.init("labRefHigh", .number(high)))
      }
    }
    if let date = result.date { members.append(.init("labDate", .string(date.iso))) }
    if let fasting = result.fasting { members.append(.init("labFasting", .string(fasting))) }
    return .object(members)
  }

  private func measurement(_ found: Measurement) -> JSONValue {
    var members: [JSONValue.Member] = [.init("id", .string(found.id.name)), .init("value", value(found.value))]
    if let date = found.date { members.append(.init("date", .string(date.iso))) }
    if let by = found.by { members.append(.init("by", .string(by.rawValue))) }
    if let form = found.form { members.append(.init("form", .string(form))) }
    return .object(members)
  }
}
