import ClinicalRecord

/// Everything that was found while one record is judged: a row for each condition, and the lists that rows share.
///
/// Rows and refs are plain numbers in a few arrays, because thousands are made for a record and few are ever read.
struct FindingTable: Sendable {
  let prepared: PreparedRecord
  let dictionary: FieldDictionary
  private(set) var rows: [Finding] = []
  private(set) var evidence: [EvidenceRef] = []
  private(set) var missing: [ItemID] = []
  private var conflicts: [String] = []
  /// The fields that evidence from log entries names.
  private var fields = ItemTable<Bool>()
  /// The classes that evidence from medicines names.
  private var classes: [String] = []
  /// Sentences of the patient's own text, with the log entry that each stands in.
  private var quotes: [(evidence: Evidence, entry: Int?)] = []
  private var seen = SeenRefs()

  init(_ prepared: PreparedRecord, _ dictionary: FieldDictionary) {
    self.prepared = prepared
    self.dictionary = dictionary
  }

  /// Room for what a book of some hundred rules finds, so that the lists need not grow.
  mutating func reserve() {
    rows.reserveCapacity(4096)
    evidence.reserveCapacity(8192)
    missing.reserveCapacity(8192)
  }

  mutating func add(_ row: Finding, conflict: String?) -> Int32 {
    var row = row
    if let conflict {
      row.conflict = Int32(conflicts.count)
      conflicts.append(conflict)
    }
    rows.append(row)
    return Int32(rows.count - 1)
  }

  /// Puts a row behind the other parts of its parent.
  mutating func link(_ row: Int32, into parts: inout Parts) {
    guard row >= 0 else { return }
    if parts.last >= 0 { rows[Int(parts.last)].next = row } else { parts.first = row }
    parts.last = row
  }

  mutating func set(_ row: Int32, isPositive: Bool) {
    if row >= 0 { rows[Int(row)].isPositive = isPositive }
  }
}

// Lists: what is added after a mark becomes a run.
extension FindingTable {
  mutating func add(_ ref: EvidenceRef) { evidence.append(ref) }
  mutating func add(_ run: Run) { for position in run.positions { evidence.append(evidence[position]) } }

  func run(from mark: Int) -> Run { Run(start: Int32(mark), end: Int32(evidence.count)) }

  /// What was added since the mark, each piece once, in the order of its first mention.
  mutating func uniqueRun(from mark: Int) -> Run {
    guard evidence.count - mark > 1 else { return run(from: mark) }
    seen.begin()
    var kept = mark
    for position in mark..<evidence.count where seen.insert(evidence[position]) {
      evidence[kept] = evidence[position]
      kept += 1
    }
    evidence.removeLast(evidence.count - kept)
    if !prepared.hasPlaces { dropRepeated(from: mark) }
    return run(from: mark)
  }

  /// Pieces that no file holds may be equal although they stand at two positions.
  private mutating func dropRepeated(from mark: Int) {
    var known: Set<Evidence> = []
    let kept = evidence[mark...].filter { known.insert(made($0)).inserted }
    evidence.replaceSubrange(mark..., with: kept)
  }

  mutating func addMissing(_ item: ItemID, since mark: Int) {
    for position in mark..<missing.count where missing[position] == item { return }
    missing.append(item)
  }

  mutating func addMissing(_ run: Run, since mark: Int) {
    for position in run.positions { addMissing(missing[position], since: mark) }
  }

  /// Items as they are, for one row.
  mutating func addMissing(contentsOf items: some Sequence<ItemID>) -> Run {
    let mark = missing.count
    missing.append(contentsOf: items)
    return missingRun(from: mark)
  }

  func missingRun(from mark: Int) -> Run { Run(start: Int32(mark), end: Int32(missing.count)) }
}

// Walks over the rows below one.
extension FindingTable {
  /// Calls for each part of a row.
  @inline(__always)
  func forEachPart(of row: Int, _ body: (Int) -> Void) {
    var child = rows[row].firstChild
    while child >= 0 {
      body(Int(child))
      child = rows[Int(child)].next
    }
  }

  /// The evidence that carries the value: of the parts that agree with it, or of all where nothing is decided.
  mutating func addDecidingEvidence(of row: Int32) {
    let row = Int(row)
    let before = evidence.count
    add(rows[row].evidence)
    let first = rows[row].firstChild
    guard first >= 0 else { return }
    let truth = rows[row].truth
    let isDecided = rows[row].shape != .turned && truth != .notRecorded
    var child = first
    while child >= 0 {
      if !isDecided || rows[Int(child)].truth == truth { addDecidingEvidence(of: child) }
      child = rows[Int(child)].next
    }
    guard evidence.count == before else { return }
    child = first
    while child >= 0 {
      addAllEvidence(of: child)
      child = rows[Int(child)].next
    }
  }

  /// All evidence of the row and those below it.
  mutating func addAllEvidence(of row: Int32) {
    add(rows[Int(row)].evidence)
    var child = rows[Int(row)].firstChild
    while child >= 0 {
      addAllEvidence(of: child)
      child = rows[Int(child)].next
    }
  }

  /// The evidence of the rows that hold a conflict of their own.
  mutating func addConflictEvidence(of row: Int32) {
    guard rows[Int(row)].hasConflict else { return }
    if rows[Int(row)].conflict >= 0 { return addAllEvidence(of: row) }
    var child = rows[Int(row)].firstChild
    while child >= 0 {
      addConflictEvidence(of: child)
      child = rows[Int(child)].next
    }
  }

  /// What is missing in the parts that leave the value open.
  mutating func addOpenItems(of row: Int32, since mark: Int) {
    guard rows[Int(row)].truth == .notRecorded else { return }
    addMissing(rows[Int(row)].missing, since: mark)
    var child = rows[Int(row)].firstChild
    while child >= 0 {
      addOpenItems(of: child, since: mark)
      child = rows[Int(child)].next
    }
  }

  /// Everything missing in the row and below it.
  mutating func addAllMissing(of row: Int32, since mark: Int) {
    // Of a conjunction that one part has settled, or of parts read in turn of which one speaks, the open ones miss nothing.
    let truth = rows[Int(row)].truth
    let isSettled =
      switch rows[Int(row)].shape {
      case .conjunction: truth == .notMet
      case .ordered: truth != .notRecorded
      case .plain, .turned: false
      }
    if !isSettled { addMissing(rows[Int(row)].missing, since: mark) }
    var child = rows[Int(row)].firstChild
    while child >= 0 {
      if !isSettled || rows[Int(child)].truth != .notRecorded { addAllMissing(of: child, since: mark) }
      child = rows[Int(child)].next
    }
  }

  func conflicts(of row: Int32) -> [String] {
    guard row >= 0, rows[Int(row)].hasConflict else { return [] }
    var found: [String] = []
    if rows[Int(row)].conflict >= 0 { found.append(conflicts[Int(rows[Int(row)].conflict)]) }
    forEachPart(of: Int(row)) { found += conflicts(of: Int32($0)) }
    return found
  }

  /// The row and those below it as a tree for readers.
  func explanation(of row: Int32) -> Explanation {
    let found = rows[Int(row)]
    var children: [Explanation] = []
    forEachPart(of: Int(row)) { children.append(explanation(of: Int32($0))) }
    let subject: Explanation.Subject =
      switch found.subject {
      case .condition(let condition): .condition(condition)
      case .step(let step): .step(step.words)
      }
    return Explanation(
      subject, found.truth, evidence: made(found.evidence), missing: Array(missing[found.missing.positions]),
      conflicts: found.conflict >= 0 ? [conflicts[Int(found.conflict)]] : [],
      note: found.note.words(for: found.subject), isPositive: found.isPositive, children: children)
  }
}

// Refs, and the evidence that is made of them.
extension FindingTable {
  /// The number of a field that evidence names.
  mutating func number(ofField item: ItemID) -> Int { fields.position(of: item, adding: true) }

  mutating func medicineRef(_ position: Int, _ counted: String) -> EvidenceRef {
    let number = classes.firstIndex(of: counted) ?? classes.count
    if number == classes.count { classes.append(counted) }
    return EvidenceRef(.medicine, position, detail: number)
  }

  /// - Parameter source: the text that the sentence is of.
  mutating func quoteRef(_ quote: Evidence, of source: EvidenceRef) -> EvidenceRef {
    let number = quotes.firstIndex { $0.evidence == quote } ?? quotes.count
    if number == quotes.count { quotes.append((quote, position(ofEntry: source))) }
    return EvidenceRef(.quote, number)
  }

  /// The log entry that a piece of evidence was taken from; nil for evidence of another source.
  func position(ofEntry ref: EvidenceRef) -> Int? {
    switch ref.kind {
    case .entry: ref.position
    case .quote: quotes[ref.position].entry
    case .item, .lab, .measurement, .score, .medicine: nil
    }
  }

  /// The log entries that the run cites, but for those that only say where the log begins and ends.
  func entries(_ run: Run) -> EntrySet {
    let entryDate = fields.position(of: .entryDate)
    var entries = EntrySet()
    for ref in evidence[run.positions] where ref.kind != .entry || ref.detail != entryDate {
      if let position = position(ofEntry: ref) { entries.insert(position) }
    }
    return entries
  }

  /// Where the log entries that the run cites have their symptom.
  func places(_ run: Run) -> [(site: String?, side: String?)] {
    evidence[run.positions].compactMap { ref in
      switch ref.kind {
      case .entry: (prepared.record.log[ref.position].site, prepared.record.log[ref.position].side)
      case .quote: (quotes[ref.position].evidence.site, quotes[ref.position].evidence.side)
      case .item, .lab, .measurement, .score, .medicine: nil
      }
    }
  }

  func made(_ run: Run) -> [Evidence] { evidence[run.positions].map(made) }

  /// The item that a piece of evidence is about.
  func item(of ref: EvidenceRef) -> ItemID {
    switch ref.kind {
    case .item: prepared.items.items[ref.position]
    case .lab: prepared.record.labs[ref.position].id
    case .measurement: prepared.record.measurements[ref.position].id
    case .score: prepared.record.scores[ref.position].id
    case .medicine: "medClass"
    case .quote: quotes[ref.position].evidence.item
    case .entry: made(ref).item
    }
  }

  func made(_ ref: EvidenceRef) -> Evidence {
    let record = prepared.record
    switch ref.kind {
    case .item:
      let found = prepared.items.values[ref.position]
      return Evidence(
        found.source, prepared.items.items[ref.position], date: found.item.date, value: found.item.value.display,
        place: found.item.place)
    case .entry: return Evidence(record.log[ref.position], fields.items[ref.detail])
    case .lab:
      let result = record.labs[ref.position]
      return Evidence(.lab, result.id, date: result.date, value: result.written, place: result.place)
    case .measurement: return made(record.measurements[ref.position])
    case .score: return made(record.scores[ref.position])
    case .medicine:
      let medicine = record.medications[ref.position]
      let counted = classes[ref.detail]
      var evidence = Evidence(
        .medication, "medClass", date: medicine.start, value: medicine.name.map { "\($0) (\(counted))" } ?? counted,
        place: medicine.place)
      evidence.ended = medicine.ended(by: record.asOf)
      return evidence
    case .quote: return quotes[ref.position].evidence
    }
  }

  private func made(_ found: Measurement) -> Evidence {
    let isScore = prepared.record.scores.contains(found)
    let unit = dictionary.field(found.id)?.unit.map { " \($0)" } ?? ""
    return Evidence(
      isScore ? .score : .measurement, found.id, date: found.date, value: found.value.display + unit,
      place: found.place)
  }
}

extension Evidence {
  /// An entry as evidence for what one of its fields says.
  init(_ entry: LogEntry, _ item: ItemID) {
    let value: String
    var named = item
    switch item {
    case .entryDate: value = entry.date.iso
    case .period:
      named = entry.values[.onsetTime] != nil ? .onsetTime : .onsetPeriod
      value = entry.values[named].map(\.value.display) ?? ""
    default: value = entry.values[item].map(\.value.display) ?? entry.kind ?? ""
    }
    self.init(
      .log, named, id: entry.id, date: entry.date, value: value, place: entry.values[named]?.place ?? entry.place,
      site: entry.site, side: entry.side)
  }
}

extension ItemValue {
  /// The value as text, as recorded.
  var display: String {
    switch self {
    case .code(let code), .unanswered(let code), .text(let code): code
    case .codes(let codes): codes.isEmpty ? "none" : codes.sorted().joined(separator: ", ")
    case .number(_, let written): written
    case .numbers(let numbers): numbers.map { format($0) }.joined(separator: ", ")
    case .subscales(let scales): scales.map { "\($0.name) \(format($0.value))" }.joined(separator: ", ")
    case .day(let day): day.iso
    case .time(let minutes):
      "\(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    case .joints(let joints):
      joints.isEmpty
        ? "none" : joints.sorted().map { ($0.side.map { "\($0) " } ?? "") + $0.site }.joined(separator: ", ")
    }
  }
}
