import ClinicalRecord

// Keeping what was found. While answers are tried nothing is kept, and runs are empty.
extension Evaluator {
  mutating func found(
    _ condition: Condition, _ truth: Truth, evidence: Run = .none, missing: Run = .none,
    note: @autoclosure () -> Note = .none, isPositive: Bool? = nil, parts: Parts = Parts(), conflict: String? = nil
  ) -> Outcome {
    var outcome = outcome(truth, isPositive, parts, conflict)
    guard explains else { return outcome }
    let shape: Finding.Shape =
      switch condition {
      case .all: .conjunction
      case .firstRecorded: .ordered
      case .not, .decided: .turned
      default: .plain
      }
    outcome.row = findings.add(
      Finding(
        subject: .condition(condition), shape: shape, truth: truth, isPositive: outcome.isPositive, evidence: evidence,
        missing: missing, conflict: -1, hasConflict: outcome.hasConflict, note: note(), firstChild: parts.first),
      conflict: conflict)
    return outcome
  }

  mutating func found(
    step: @autoclosure () -> Step, _ truth: Truth, evidence: Run = .none, missing: Run = .none,
    isPositive: Bool? = nil, parts: Parts = Parts(), conflict: String? = nil
  ) -> Outcome {
    var outcome = outcome(truth, isPositive, parts, conflict)
    guard explains else { return outcome }
    outcome.row = findings.add(
      Finding(
        subject: .step(step()), shape: .plain, truth: truth, isPositive: outcome.isPositive, evidence: evidence,
        missing: missing, conflict: -1, hasConflict: outcome.hasConflict, note: .none, firstChild: parts.first),
      conflict: conflict)
    return outcome
  }

  /// Without parts a condition speaks for the rule where it is met, otherwise where one of its parts does.
  private func outcome(_ truth: Truth, _ isPositive: Bool?, _ parts: Parts, _ conflict: String?) -> Outcome {
    Outcome(
      truth: truth, isPositive: isPositive ?? (parts.count == 0 ? truth == .met : parts.isPositive),
      hasConflict: conflict != nil || parts.hasConflict, row: -1)
  }

  mutating func add(_ outcome: Outcome, to parts: inout Parts) {
    parts.count += 1
    if outcome.isPositive { parts.isPositive = true }
    if outcome.hasConflict { parts.hasConflict = true }
    if explains { findings.link(outcome.row, into: &parts) }
  }

  func note(of outcome: Outcome) -> String? {
    guard outcome.row >= 0 else { return nil }
    let row = findings.rows[Int(outcome.row)]
    return row.note.words(for: row.subject)
  }

  /// The evidence that carries the value, once each.
  mutating func decidingEvidence(_ outcome: Outcome) -> Run {
    guard outcome.row >= 0 else { return .none }
    let mark = findings.evidence.count
    findings.addDecidingEvidence(of: outcome.row)
    return findings.uniqueRun(from: mark)
  }

  /// What is missing in the parts that leave the value open, once each.
  mutating func openItems(_ outcome: Outcome) -> Run {
    guard outcome.row >= 0 else { return .none }
    let mark = findings.missing.count
    findings.addOpenItems(of: outcome.row, since: mark)
    return findings.missingRun(from: mark)
  }

  /// Everything missing, once each.
  mutating func allMissing(_ outcome: Outcome) -> Run {
    guard outcome.row >= 0 else { return .none }
    let mark = findings.missing.count
    findings.addAllMissing(of: outcome.row, since: mark)
    return findings.missingRun(from: mark)
  }

  /// The pieces of all runs, once each.
  mutating func unique(_ runs: [Run]) -> Run {
    guard explains else { return .none }
    let mark = findings.evidence.count
    for run in runs { findings.add(run) }
    return findings.uniqueRun(from: mark)
  }

  mutating func uniqueMissing(_ runs: [Run]) -> Run {
    guard explains else { return .none }
    let mark = findings.missing.count
    for run in runs { findings.addMissing(run, since: mark) }
    return findings.missingRun(from: mark)
  }
}

// Runs of evidence and of missing items.
extension Evaluator {
  mutating func missing(_ item: ItemID) -> Run {
    guard explains else { return .none }
    return findings.addMissing(contentsOf: CollectionOfOne(item))
  }

  mutating func missing(_ items: [ItemID]) -> Run {
    guard explains, !items.isEmpty else { return .none }
    return findings.addMissing(contentsOf: items)
  }

  /// The recorded item as evidence; nothing where nothing usable was recorded.
  mutating func evidence(for item: ItemID) -> Run {
    guard explains, isUsable(item), let position = prepared.items.position(of: item) else { return .none }
    return evidence(EvidenceRef(.item, position))
  }

  mutating func evidence(_ ref: EvidenceRef) -> Run {
    guard explains else { return .none }
    let mark = findings.evidence.count
    findings.add(ref)
    return findings.run(from: mark)
  }

  mutating func evidence(_ refs: [EvidenceRef]) -> Run {
    guard explains else { return .none }
    let mark = findings.evidence.count
    for ref in refs { findings.add(ref) }
    return findings.run(from: mark)
  }

  /// Entries as evidence for what one of their fields says.
  mutating func evidence(_ positions: some Sequence<Int>, _ item: ItemID) -> Run {
    guard explains else { return .none }
    let mark = findings.evidence.count
    if item == .period {
      for position in positions {
        let named: ItemID = prepared.record.log[position].values[.onsetTime] != nil ? .onsetTime : .onsetPeriod
        findings.add(EvidenceRef(.entry, position, detail: findings.number(ofField: named)))
      }
    } else {
      let field = findings.number(ofField: item)
      for position in positions { findings.add(EvidenceRef(.entry, position, detail: field)) }
    }
    return findings.run(from: mark)
  }

  mutating func evidence(medicines positions: [Int], _ query: MedicationQuery) -> Run {
    guard explains else { return .none }
    let mark = findings.evidence.count
    for position in positions {
      let counted = prepared.record.medications[position].classes.filter(query.classes.contains).joined(separator: ", ")
      findings.add(findings.medicineRef(position, counted))
    }
    return findings.run(from: mark)
  }

  /// One run behind the other.
  mutating func joined(_ first: Run, _ second: Run) -> Run {
    if first.isEmpty || !explains { return second }
    if second.isEmpty { return first }
    let mark = findings.evidence.count
    findings.add(first)
    findings.add(second)
    return findings.run(from: mark)
  }

  /// The ends of the log, as evidence for statements about the whole of it.
  mutating func firstAndLastEntry() -> Run {
    prepared.record.log.isEmpty ? .none : evidence([0, prepared.record.log.count - 1], .entryDate)
  }
}
