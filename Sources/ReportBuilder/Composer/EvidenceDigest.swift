import ClinicalRecord
import RuleEngine

/// The evidence of a verdict in a table cell: answers and results one by one, log entries together with place, deciding signs and days.
struct EvidenceDigest {
  private let deciding: DecidingSigns
  /// In whole years; nil where it is not known.
  private let age: Int?

  init(_ verdicts: Verdicts) {
    deciding = DecidingSigns(verdicts)
    age = verdicts.derived.first { $0.0 == "ageNow" }.flatMap {
      if case .number(let years) = $0.1 { Int(years) } else { nil }
    }
  }

  /// - Parameter unprinted: items of which nothing may be said here.
  func text(_ verdict: Verdict, without unprinted: Set<ItemID> = []) -> String {
    let evidence = worthPrint(EvidenceDigest.without(verdict.evidence) { unprinted.contains($0.item) })
    if verdict.value == .notMet, !evidence.isEmpty, evidence.allSatisfy(EvidenceDigest.isConfirmedList) {
      return "no such medicine on the confirmed list"
    }
    var parts: [String] = []
    var entries: [ItemID: [Evidence]] = [:]
    var order: [ItemID] = []
    for piece in evidence {
      // Words in which a rule found nothing are counted: their text says nothing of it.
      if piece.source == .log, piece.item != .freeText || verdict.value == .notMet {
        if entries[piece.item] == nil { order.append(piece.item) }
        entries[piece.item, default: []].append(piece)
      } else {
        parts.append(single(piece))
      }
    }
    // Logged symptoms first: they have the side, the place and the deciding sign.
    let symptoms = entries[.symptomKind].map {
      [EntryWords(signs: deciding.of(verdict), unprinted: unprinted).symptoms($0)]
    }
    let others = order.filter { $0 != .symptomKind }.map { EvidenceDigest.log($0, entries[$0] ?? []) }
    return ((symptoms ?? []) + parts + others).joined(separator: "; ")
  }

  /// The evidence of a flag: what is its own before what it takes from other rules, what happened before the circumstances; of an open
  /// flag first what keeps it open, last what was denied.
  ///
  /// - Parameter borrowed: the evidence of the rules that the flag reads.
  func flag(_ verdict: Verdict, borrowed: Set<Evidence>) -> FlagEvidence {
    let evidence = worthPrint(verdict.evidence)
    let words = EntryWords(signs: deciding.of(verdict))
    var pieces: [(whole: String, brief: String)] = []
    let isOpen = verdict.value != .met
    func order(_ piece: Evidence) -> Int {
      (isOpen && EvidenceDigest.isDenial(piece) ? 10 : 0) + EvidenceDigest.rank(piece)
    }
    for part in [evidence.filter { !borrowed.contains($0) }, evidence.filter(borrowed.contains)] {
      let entries = part.filter { $0.source == .log && $0.item == .symptomKind }
      let symptoms = entries.isEmpty ? [] : words.pieces(entries)
      let others = part.filter { $0.source != .log || $0.item == .freeText }.enumerated()
        .sorted { (order($0.element), $0.offset) < (order($1.element), $1.offset) }
        .map { single($0.element) }.map { ($0, $0) }
      // A flag that asks nothing of the log takes circumstances from it at most.
      pieces += isOpen || EvidenceDigest.readsLog(verdict.rule) ? symptoms + others : others + symptoms
    }
    let fields = fields(of: evidence).map { item in
      (item, EvidenceDigest.log(item, evidence.filter { $0.source == .log && $0.item == item }))
    }
    // What was measured weighs more than what was answered: behind the piece that decided.
    if let girths = EvidenceDigest.girths(evidence) {
      pieces.insert((girths, girths), at: min(1, pieces.count))
      pieces += fields.filter { !EvidenceDigest.girthItems.contains($0.0) }.map { ($0.1, $0.1) }
    } else {
      pieces += fields.map { ($0.1, $0.1) }
    }
    return FlagEvidence(pieces.map(\.whole), core: pieces.first?.brief)
  }

  private static let girthItems: [ItemID] = ["calfCircumferenceLeftCm", "calfCircumferenceRightCm"]

  /// Both calves of one day: "calves 38.5 cm left, 35 cm right (2026-02-26)"; nil where they are not a pair.
  private static func girths(_ evidence: [Evidence]) -> String? {
    let pair = girthItems.map { item in evidence.filter { $0.source == .log && $0.item == item } }
    guard pair.allSatisfy({ $0.count == 1 }), let left = pair[0].first, let right = pair[1].first,
      let day = left.date, right.date == day, let leftGirth = Double(left.value), let rightGirth = Double(right.value)
    else { return nil }
    return "calves \(JSONValue.plain(leftGirth)) cm left, \(JSONValue.plain(rightGirth)) cm right (\(day.iso))"
  }

  private static func isDenial(_ piece: Evidence) -> Bool {
    piece.source == .answer && (piece.value == "no" || piece.value == "none")
  }

  private static func readsLog(_ rule: Rule) -> Bool {
    guard case .redFlag(let flag) = rule.logic else { return true }
    return flag.log != nil
  }

  /// What was seen or measured on a day, then what was answered, then who the patient is.
  private static func rank(_ piece: Evidence) -> Int {
    switch piece.source {
    case .history, .person, .medication: 2
    default: piece.date == nil ? 1 : 0
    }
  }

  /// The fields of the log that are evidence beside the symptoms themselves, in order.
  private func fields(of evidence: [Evidence]) -> [ItemID] {
    var order: [ItemID] = []
    for piece in evidence where piece.source == .log && piece.item != .freeText && piece.item != .symptomKind {
      if !order.contains(piece.item) { order.append(piece.item) }
    }
    return order
  }

  /// That the list is confirmed, and where the log begins and ends, is worth print only where nothing else is.
  private func worthPrint(_ evidence: [Evidence]) -> [Evidence] {
    let others = EvidenceDigest.without(evidence, EvidenceDigest.isConfirmedList)
    guard !others.isEmpty else { return evidence }
    let symptoms = EvidenceDigest.without(others) { $0.item == .entryDate }
    return symptoms.isEmpty ? others : symptoms
  }

  /// Most lists hold nothing that is left out, and are not copied.
  private static func without(_ all: [Evidence], _ isLeftOut: (Evidence) -> Bool) -> [Evidence] {
    all.contains(where: isLeftOut) ? all.filter { !isLeftOut($0) } : all
  }

  private static func isConfirmedList(_ piece: Evidence) -> Bool {
    piece.item == .medListComplete && piece.value == "yes"
  }

  private func single(_ piece: Evidence) -> String {
    // The day itself identifies a person.
    if piece.item == .birthDate { return age.map { "age: \($0)" } ?? "date of birth" }
    return EvidenceDigest.single(piece)
  }

  private static func single(_ piece: Evidence) -> String {
    let date = piece.date.map { " (\($0.iso))" } ?? ""
    switch piece.source {
    case .medication:
      let start = piece.date.map { ", \(piece.ended == nil ? "since" : "from") \($0.iso)" } ?? ", start not recorded"
      return medicine(piece.value) + start + (piece.ended.map { ", \($0)" } ?? "")
    case .lab, .measurement, .score:
      return "\(Words.item(piece.item)) \(piece.value)\(piece.date == nil ? " (undated)" : date)"
    case .log: return "wrote \(piece.date?.iso ?? ""): “\(piece.value)”"
    case .answer, .history, .person:
      if piece.item == "mainConcern" { return "wrote: “\(piece.value)”" }
      let (label, unit) = EntryWords.split(piece.item)
      return
        "\(label): \(answer(piece.value))\(Double(piece.value) == nil ? "" : EntryWords.counted(unit, piece.value))\(date)"
    }
  }

  private static let names = ["both": "both sides", "left": "the left", "right": "the right"]

  /// A code in words; a list of joints by side: "hand, knee on both sides, ankle on the left".
  private static func answer(_ value: String) -> String {
    // Only a joint is two words.
    guard value.utf8.contains(UInt8(ascii: " ")) else { return Words.code(value) }
    var order: [String] = []
    var sites: [String: [String]] = [:]
    for joint in value.split(separator: ", ") {
      let words = joint.split(separator: " ")
      guard words.count == 2, let side = names[String(words[0])] else { return Words.code(value) }
      if sites[side] == nil { order.append(side) }
      sites[side, default: []].append(Words.code(String(words[1])))
    }
    return order.map { "\((sites[$0] ?? []).joined(separator: ", ")) on \($0)" }.joined(separator: ", ")
  }

  /// "Name (class)" with the class in words.
  private static func medicine(_ value: String) -> String {
    guard value.hasSuffix(")"), let open = value.lastIndex(of: "(") else { return Words.code(value) }
    return value[...open] + Words.code(String(value[value.index(after: open)...].dropLast())) + ")"
  }

  /// A clock time by the part of the day that rules read (basis 0.3 `period`).
  private static func partOfDay(_ time: String) -> String {
    Int(time.prefix(2)).map { LogEntry.partOfDay($0 * 60) } ?? time
  }

  /// "at rest: yes, 20 entries (…)", "relieved by movement: partly 18, fully 2 of 20 entries (…)", "severity 3 to 8 of 10, 12 entries (…)".
  private static func log(_ item: ItemID, _ evidence: [Evidence]) -> String {
    let days = " (\(EntryWords.days(evidence)))"
    let entries = evidence.count == 1 ? "1 entry" : "\(evidence.count) entries"
    if item == .freeText { return "the patient’s words in \(entries)\(days)" }
    // The first and the last entry stand for the whole log.
    if item == .entryDate, evidence.count == 2, let first = evidence.compactMap(\.date).min() {
      return "log from \(first.iso) to \((evidence.compactMap(\.date).max() ?? first).iso)"
    }
    if item == .entryDate { return "log, \(entries)\(days)" }
    let numbers = evidence.compactMap { Double($0.value) }
    if numbers.count == evidence.count {
      return EntryWords.range(item, numbers) + (evidence.count == 1 ? "" : ", \(entries)") + days
    }
    let values = EntryWords.counted(
      evidence.flatMap { piece in
        item == .onsetTime ? [partOfDay(piece.value)] : piece.value.split(separator: ", ").map(String.init)
      })
    if values.count == 1, let only = values.first {
      return "\(Words.item(item)): \(Words.code(only.value)), \(entries)\(days)"
    }
    let shown = values.prefix(4).map { "\(Words.code($0.value)) \($0.count)" }.joined(separator: ", ")
    return "\(Words.item(item)): \(shown)\(values.count > 4 ? ", other values" : "") of \(entries)\(days)"
  }
}
