import ClinicalRecord

/// Medicines (basis B5).
extension Reading {
  mutating func medications(_ index: Int?) -> [Medication] {
    guard let index, isList(index, "medications") else { return [] }
    let section = vocabulary[.medications]
    var medications: [Medication] = []
    var current = element(of: index, after: nil)
    while let element = current {
      current = self.element(of: index, after: element)
      guard isObject(element, "medication") else { continue }
      medications.append(medication(at: element, section))
    }
    return medications
  }

  private mutating func medication(at index: Int, _ section: Vocabulary.Section) -> Medication {
    var seen = Seen(section.table)
    var medication = Medication(classes: [], place: place(index))
    var current = member(of: index, after: nil)
    while let key = current {
      current = member(of: index, after: key)
      guard let position = position(of: key, in: section.table, &seen, unknown: .unknownField(.medications)) else {
        continue
      }
      let entry = section.entries[position]
      // A single class may be written without brackets.
      let value = entry.name == "medClass" ? classes(at: key + 1, entry) : value(at: key + 1, of: entry)
      if let value { Reading.set(value, of: entry.name, in: &medication) }
    }
    func key(_ name: String) -> Int? { seen.key(section.table.position(of: name)) }
    if key("medName") == nil, key("medClass") == nil { missing(.missingMedicine, at: index) }
    if let stop = medication.stop, let start = medication.start, stop < start, let key = key("medStopDate") {
      fault(.stopBeforeStart, at: key + 1)
    }
    if let change = medication.change, let start = medication.start, change < start, let key = key("medChangeDate") {
      fault(.changeBeforeStart, at: key + 1)
    }
    for (name, day) in [("medStartDate", medication.start), ("medChangeDate", medication.change)] {
      if let asOf, let day, day > asOf, let key = key(name) { fault(.inTheFuture(name), at: key + 1) }
    }
    return medication
  }

  private mutating func classes(at index: Int, _ entry: Entry) -> ItemValue? {
    guard tokens[index].kind == .string else { return codes(at: index, of: entry) }
    guard let position = position(of: tokens[index], in: entry.codes), case .code(let code) = entry.values[position]
    else {
      fault(.outsideSet(entry.name, allowed: entry.offered), at: index)
      return nil
    }
    return .codes([code])
  }

  private static func set(_ value: ItemValue, of name: String, in medication: inout Medication) {
    switch (name, value) {
    case ("medName", .text(let text)): medication.name = text
    case ("medClass", .codes(let codes)): medication.classes = codes
    case ("medRoute", .code(let code)): medication.route = code
    case ("medDose", .text(let text)): medication.dose = text
    case ("medStartDate", .day(let day)): medication.start = day
    case ("medChangeDate", .day(let day)): medication.change = day
    case ("medStopDate", .day(let day)): medication.stop = day
    case ("medAdherence", .code(let code)): medication.adherence = code
    case ("medReason", .text(let text)): medication.reason = text
    // "unknown" for a route or an adherence is the same as not recording it.
    default: break
    }
  }
}
