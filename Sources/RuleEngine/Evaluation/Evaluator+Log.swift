import ClinicalRecord

// Conditions on the symptom log.
extension Evaluator {
  /// An entry as evidence for what one of its fields says.
  func logEvidence(_ entry: LogEntry, _ item: ItemID) -> Evidence {
    guard explains else { return Evidence(.log, item, value: "", place: entry.place) }
    let value: String
    var named = item
    switch item {
    case "entryDate": value = entry.date.iso
    case "period":
      named = entry.values["onsetTime"] != nil ? "onsetTime" : "onsetPeriod"
      value = entry.values[named].map { display($0.value) } ?? ""
    default: value = entry.values[item].map { display($0.value) } ?? entry.kind ?? ""
    }
    return Evidence(
      .log, named, id: entry.id, date: entry.date, value: value, place: entry.values[named]?.place ?? entry.place,
      site: entry.site, side: entry.side)
  }

  mutating func evaluateLog(_ condition: Condition, _ subject: Explanation.Subject) -> Explanation {
    switch condition {
    case .entries(let query, let count, let otherwise): return entries(subject, query, count, otherwise)
    case .daysAtOneSite(let query, let count, let first): return daysAtOneSite(subject, query, count, first)
    case .share(let query):
      let (fitting, recorded) = log.share(query)
      let note = "\(fitting.count) of \(recorded.count) entries"
      guard recorded.count >= max(1, query.minimum) else {
        return Explanation(
          subject, .notRecorded, evidence: recorded.map { logEvidence($0, query.field) }, missing: [query.field],
          note: recorded.isEmpty ? nil : "\(note); fewer than \(query.minimum)", isPositive: !fitting.isEmpty)
      }
      let share = Double(fitting.count) / Double(recorded.count)
      let evidence = recorded.map { logEvidence($0, query.field) }
      if share >= query.metFrom { return Explanation(subject, .met, evidence: evidence, note: note) }
      if share <= query.notMetTo { return Explanation(subject, .notMet, evidence: evidence, note: note) }
      return Explanation(
        subject, .notRecorded, evidence: evidence, missing: [query.field], note: "mixed: \(note)", isPositive: true)
    case .side(let query, let sides):
      let found = side(query)
      guard let side = found.side else { return Explanation(subject, .notRecorded, missing: ["side"]) }
      return Explanation(subject, sides.contains(side) ? .met : .notMet, evidence: found.evidence, note: side)
    case .log(let quality): return evaluate(quality, subject)
    case .freeText(let hints): return freeText(hints, subject)
    default: return Explanation(subject, .notRecorded)
    }
  }

  private func entries(
    _ subject: Explanation.Subject, _ query: EntryQuery, _ count: Int, _ otherwise: Truth
  ) -> Explanation {
    let (fitting, open, looked) = log.matches(query)
    let item: ItemID = "symptomKind"
    if fitting.count >= count {
      return Explanation(
        subject, .met, evidence: fitting.map { logEvidence($0, item) }, note: "\(fitting.count) entries")
    }
    // A positive sign whose place is blank leaves the row open (settled reading A03).
    if !open.isEmpty {
      return Explanation(
        subject, .notRecorded, evidence: (fitting + open).map { logEvidence($0, item) },
        missing: openFields(open), note: "\(open.count) entries with site, side or detail not recorded",
        isPositive: true)
    }
    let note = fitting.isEmpty ? "none of \(looked) entries fits" : "\(fitting.count) of \(count) entries"
    return Explanation(
      subject, otherwise, evidence: fitting.map { logEvidence($0, item) },
      missing: otherwise == .notRecorded ? (query.condition?.signs ?? [item]) : [], note: note,
      isPositive: !fitting.isEmpty)
  }

  /// Days are counted for each site and side; entries without a place could belong to any of them and leave the count open (settled readings A03, A09).
  private func daysAtOneSite(
    _ subject: Explanation.Subject, _ query: EntryQuery, _ count: Int, _ exceptFirst: EntryQuery
  ) -> Explanation {
    struct Site: Hashable {
      var site: String
      var side: String
    }
    func place(_ entry: LogEntry) -> Site? {
      guard let site = entry.site, site != "other", let side = entry.side, side != "unknown" else { return nil }
      return Site(site: site, side: side)
    }
    let (fitting, open, looked) = log.matches(query)
    let first = log.matches(exceptFirst).fitting
    var placed: [Site: [LogEntry]] = [:]
    for entry in fitting { if let site = place(entry) { placed[site, default: []].append(entry) } }
    let placeless = fitting.filter { place($0) == nil } + open
    let placelessDays = Set(placeless.map(\.date))

    var reached: Set<LogEntry> = []
    var most = 0
    var possible = placelessDays.count
    for (site, entries) in placed {
      var days = Set(entries.map(\.date))
      if let earliest = days.min(), first.contains(where: { $0.date == earliest && place($0) == site }) {
        days.remove(earliest)
      }
      most = max(most, days.count)
      possible = max(possible, days.union(placelessDays).count)
      if days.count >= count { reached.formUnion(entries.filter { days.contains($0.date) }) }
    }
    let item: ItemID = "symptomKind"
    if !reached.isEmpty {
      let evidence = fitting.filter(reached.contains).map { logEvidence($0, item) }
      return Explanation(subject, .met, evidence: evidence, note: "\(most) days at one site")
    }
    let note = "at most \(most) days at one site, of \(looked) entries"
    guard !placeless.isEmpty, possible >= count else { return Explanation(subject, .notMet, note: note) }
    return Explanation(
      subject, .notRecorded, evidence: (fitting + open).map { logEvidence($0, item) }, missing: openFields(placeless),
      note: note, isPositive: true)
  }

  private func openFields(_ open: [LogEntry]) -> [ItemID] {
    var missing: [ItemID] = []
    if open.contains(where: { $0.site == nil || $0.site == "other" }) { missing.append("bodySite") }
    if open.contains(where: { $0.side == nil || $0.side == "unknown" }) { missing.append("side") }
    return missing.isEmpty ? ["worseThanUsual"] : missing
  }

  /// Basis 0.3 `sideOf`, with the sides of an answer counted where the query names one.
  func side(_ query: SideQuery) -> (side: String?, evidence: [Evidence]) {
    var sides: [String] = []
    var evidence: [Evidence] = []
    for entry in log.entries(of: query.kinds, in: query.window) {
      guard let side = entry.side, ["left", "right", "both"].contains(side) else { continue }
      sides.append(side)
      evidence.append(logEvidence(entry, "side"))
    }
    if let item = query.joints, case .joints(let joints)? = lookup(item)?.item.value {
      let answered = joints.compactMap(\.side).filter { ["left", "right", "both"].contains($0) }
      sides += answered
      if !answered.isEmpty { evidence += self.evidence(for: item) }
    }
    guard !sides.isEmpty else { return (nil, []) }
    let left = sides.count { $0 == "left" }
    let right = sides.count { $0 == "right" }
    if left == sides.count { return ("left", evidence) }
    if right == sides.count { return ("right", evidence) }
    if sides.contains("both") || (4 * left >= sides.count && 4 * right >= sides.count) {
      return ("bilateral", evidence)
    }
    return ("mixed", evidence)
  }

  private func evaluate(_ quality: LogQuality, _ subject: Explanation.Subject) -> Explanation {
    let symptoms = log.entries.filter(\.isSymptom)
    if case .sparse(let limit) = quality {
      // Met with an empty log as well (settled reading A26).
      return Explanation(
        subject, symptoms.count < limit ? .met : .notMet, evidence: firstAndLastEntry(),
        missing: symptoms.isEmpty ? ["symptomKind"] : [], note: "\(symptoms.count) entries")
    }
    guard !log.entries.isEmpty else { return Explanation(subject, .notRecorded, missing: ["dayCheckIn"]) }
    switch quality {
    case .coverage(let days, let share):
      let observed = log.observedDays(in: .month)
      let total = log.days(in: .month)
      let isMet = log.days(in: .wholeLog) >= days && Double(observed) >= share * Double(total)
      return Explanation(
        subject, isMet ? .met : .notMet, evidence: firstAndLastEntry(), note: "\(observed) of \(total) days")
    case .retrospective(let share):
      let dated = symptoms.filter { $0.recordedAt != nil }
      guard !symptoms.isEmpty, !dated.isEmpty else {
        return Explanation(subject, .notRecorded, missing: ["recordedAt"])
      }
      let late = symptoms.filter(\.isRetrospective)
      let isMet = Double(late.count) >= share * Double(symptoms.count)
      return Explanation(
        subject, isMet ? .met : .notMet,
        evidence: (isMet ? late : dated).map { logEvidence($0, "entryDate") },
        note: "\(late.count) of \(symptoms.count) entries")
    case .gap(let days):
      let gaps = log.gaps(in: .month, atLeast: days)
      return Explanation(
        subject, gaps.isEmpty ? .notMet : .met, evidence: firstAndLastEntry(),
        note: gaps.map { "\($0.lowerBound.iso) to \($0.upperBound.iso)" }.joined(separator: ", "))
    case .sparse: return Explanation(subject, .notRecorded)
    }
  }
}
