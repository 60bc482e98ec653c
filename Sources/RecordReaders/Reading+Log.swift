import ClinicalRecord

/// The symptom log (basis B2).
extension Reading {
  /// Where the fields that make an entry stand in the table.
  private struct Frame {
    let id, date, recorded, kind, checkIn: Int?

    init(_ table: ByteTable) {
      id = table.position(of: "entryId")
      date = table.position(of: "entryDate")
      recorded = table.position(of: "recordedAt")
      kind = table.position(of: "symptomKind")
      checkIn = table.position(of: "dayCheckIn")
    }
  }

  mutating func log(_ index: Int?) -> [LogEntry] {
    guard let index, isList(index, "log") else { return [] }
    let section = vocabulary[.log]
    let frame = Frame(section.table)
    var entries: [LogEntry] = []
    var ids: [String: Int] = [:]
    var current = element(of: index, after: nil)
    while let element = current {
      current = self.element(of: index, after: element)
      guard isObject(element, "log entry"), let entry = entry(at: element, section, frame, &ids) else { continue }
      entries.append(entry)
    }
    return entries
  }

  private mutating func entry(
    at index: Int, _ section: Vocabulary.Section, _ frame: Frame, _ ids: inout [String: Int]
  ) -> LogEntry? {
    var seen = Seen(section.table)
    var id: String?
    var date: Day?
    var recorded: Day?
    var values: [ItemID: RecordedItem] = [:]
    // An object has at most half as many members as tokens.
    values.reserveCapacity(min((tokens[index].next - index) / 2, section.entries.count))
    var current = member(of: index, after: nil)
    while let key = current {
      current = member(of: index, after: key)
      guard let position = position(of: key, in: section.table, &seen, unknown: .unknownField(.log)) else { continue }
      let entry = section.entries[position]
      if position == frame.id {
        id = entryID(at: key + 1, entry, &ids)
      } else if position == frame.date {
        date = pastDay(at: key + 1, entry.name)
      } else if position == frame.recorded {
        recorded = day(at: key + 1, entry.name, withTime: true)
      } else if let value = value(at: key + 1, of: entry) {
        values[entry.field.id] = RecordedItem(value, place: place(key))
      }
    }
    checkEntry(index, seen, frame, date: date, recorded: recorded, values)
    guard let date else { return nil }
    return LogEntry(id: id, date: date, recordedAt: recorded, values: values, place: place(index))
  }

  private mutating func entryID(at index: Int, _ entry: Entry, _ ids: inout [String: Int]) -> String? {
    var limit = 80
    if case .text(let declared) = entry.field.kind { limit = declared }
    guard let id = text(at: index, entry.name, limit: limit) else { return nil }
    if let first = ids[id] {
      faults.add(.duplicateEntry, at: tokens[index].range, noting: (.firstHere, tokens[first].range))
    } else {
      ids[id] = index
    }
    return id
  }

  private mutating func checkEntry(
    _ index: Int, _ seen: Seen, _ frame: Frame, date: Day?, recorded: Day?, _ values: [ItemID: RecordedItem]
  ) {
    if !seen.contains(frame.date) { missing(.missingMember("entryDate", of: "a log entry"), at: index) }
    if !seen.contains(frame.kind), !seen.contains(frame.checkIn) { missing(.missingSymptom, at: index) }
    if let recorded, let key = seen.key(frame.recorded) {
      if let asOf, recorded > asOf {
        fault(.afterAsOf("recordedAt"), at: key + 1)
      } else if let date, recorded < date {
        fault(.recordedBeforeEntry, at: key + 1)
      }
    }
    if let key = seen.key(frame.checkIn), seen.contains(frame.kind), values["dayCheckIn"]?.value == .code("noSymptoms")
    {
      fault(.symptomOnFreeDay, at: key + 1)
    }
  }
}
