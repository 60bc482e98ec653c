import ClinicalRecord

/// Vital signs, measurements and supplied scores (basis B7).
extension Reading {
  /// The keys that every row may have; a row with `id` and `value` is one result, any other has its ids as keys.
  private static let frame = ["id", "value", "date", "by", "form"]
  private static let rowIDs = (id: 0, value: 1, date: 2, by: 3, form: 4)

  mutating func measurements(_ index: Int?, in name: RecordSection) -> [Measurement] {
    guard let index, isList(index, name.rawValue) else { return [] }
    let section = vocabulary[name]
    let table = ByteTable(Reading.frame + section.table.names)
    var rows: [Row] = []
    var current = element(of: index, after: nil)
    while let element = current {
      current = self.element(of: index, after: element)
      guard isObject(element, name == .scores ? "score" : "measurement") else { continue }
      row(at: element, section, table, name, into: &rows)
    }
    checkPressures(rows)
    return rows.map(\.measurement)
  }

  /// A result with the token of its value.
  private struct Row {
    var measurement: Measurement
    var value: Int
  }

  private mutating func row(
    at index: Int, _ section: Vocabulary.Section, _ table: ByteTable, _ name: RecordSection, into rows: inout [Row]
  ) {
    var seen = Seen(table)
    // The frame first: what a value is depends on the id, wherever that stands.
    var fields: [(key: Int, entry: Entry)] = []
    var current = member(of: index, after: nil)
    while let key = current {
      current = member(of: index, after: key)
      guard let position = position(of: key, in: table, &seen, unknown: .unknownField(name)) else { continue }
      if position >= Reading.frame.count {
        fields.append((key, section.entries[position - Reading.frame.count]))
      }
    }
    let owner = name == .scores ? "a score" : "a measurement"
    if let id = seen.key(Reading.rowIDs.id) {
      for field in fields {
        faults.add(.unknownMember(of: "\(owner) with \"id\"", allowed: Reading.frame), at: tokens[field.key].range)
      }
      fields = []
      if let entry = measured(at: id + 1, section), let value = seen.key(Reading.rowIDs.value) {
        fields = [(value, entry)]
      }
      if !seen.contains(Reading.rowIDs.value) { missing(.missingMember("value", of: owner), at: index) }
    } else if fields.isEmpty || seen.contains(Reading.rowIDs.value) {
      missing(.missingMember("id", of: owner), at: index)
    }
    let date = seen.key(Reading.rowIDs.date).flatMap { pastDay(at: $0 + 1, "date") }
    let form = seen.key(Reading.rowIDs.form).flatMap { text(at: $0 + 1, "form", limit: 40) }
    let by = seen.key(Reading.rowIDs.by).flatMap { respondent(at: $0 + 1) }
    let isCanonical = seen.contains(Reading.rowIDs.id)
    for (key, entry) in fields {
      if let byKey = seen.key(Reading.rowIDs.by) { check(by, mayGive: entry, at: byKey + 1) }
      guard let value = value(at: key + 1, of: entry) else { continue }
      let measurement = Measurement(
        id: entry.field.id, value: value, date: date, by: by, form: form, place: place(isCanonical ? index : key))
      rows.append(Row(measurement: measurement, value: key + 1))
    }
  }

  private mutating func measured(at index: Int, _ section: Vocabulary.Section) -> Entry? {
    guard expect(.string, at: index, "id", .code) else { return nil }
    guard let position = position(of: tokens[index], in: section.table) else {
      fault(.outsideSet("id", allowed: section.table.names), at: index)
      return nil
    }
    return section.entries[position]
  }

  /// One reading a day of each: then they belong together. With several, nobody can tell which belongs to which.
  private mutating func checkPressures(_ rows: [Row]) {
    var systolic: [Int: [Row]] = [:]
    var diastolic: [Int: [Row]] = [:]
    for row in rows {
      let day = row.measurement.date?.number ?? Int.min
      switch row.measurement.id.name {
      case "bpSystolic": systolic[day, default: []].append(row)
      case "bpDiastolic": diastolic[day, default: []].append(row)
      default: continue
      }
    }
    for (day, upper) in systolic {
      guard upper.count == 1, let lower = diastolic[day], lower.count == 1, let high = upper.first,
        let low = lower.first,
        let highNumber = high.measurement.number, let lowNumber = low.measurement.number, highNumber <= lowNumber
      else { continue }
      faults.add(
        .pressureOrder, at: tokens[high.value].range, noting: (.otherPlace, tokens[low.value].range))
    }
  }
}
