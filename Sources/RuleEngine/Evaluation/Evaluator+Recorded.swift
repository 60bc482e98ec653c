import ClinicalRecord

// Conditions on recorded items, derived codes and numbers.
extension Evaluator {
  /// Where an item of the person, answers or history was recorded, whatever its value.
  func lookup(_ item: ItemID) -> (source: Evidence.Source, item: RecordedItem)? {
    if !assumed.isEmpty, let found = assumed[item] { return (.answer, found) }
    if let found = record.answers[item] { return (.answer, found) }
    if let found = record.history[item] { return (.history, found) }
    if let found = record.person[item] { return (.person, found) }
    return nil
  }

  func evidence(for item: ItemID) -> [Evidence] {
    // The country decides on words; it is no evidence.
    guard item != LocalePack.item, let (source, found) = lookup(item) else { return [] }
    if case .unanswered = found.value { return [] }
    guard explains else { return [Evidence(source, item, value: "", place: found.place)] }
    return [Evidence(source, item, date: found.date, value: display(found.value), place: found.place)]
  }

  /// The value as text, as recorded.
  func display(_ value: ItemValue) -> String {
    switch value {
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

  mutating func evaluateRecorded(_ condition: Condition, _ subject: Explanation.Subject) -> Explanation {
    switch condition {
    case .item(let item, let codes):
      let truth = holds(item) { codes.contains($0) }
      return leaf(subject, truth, item)
    case .recorded(let item):
      let usable = !evidence(for: item).isEmpty
      return leaf(subject, usable ? .met : .notRecorded, item)
    case .itemHolds(let item, let count, let codes):
      guard case .codes(let held)? = lookup(item)?.item.value else { return leaf(subject, .notRecorded, item) }
      return leaf(subject, held.filter(codes.contains).count >= count ? .met : .notMet, item)
    case .derived(let item, let codes):
      let derived = derivedCode(item)
      guard let code = derived.code else {
        return Explanation(subject, .notRecorded, evidence: derived.evidence, missing: derived.missing)
      }
      // "indeterminate" is an answer to "which stage", and no answer to "is it one of these" (settled reading A14).
      if code == "indeterminate", !codes.contains(code) {
        return Explanation(
          subject, .notRecorded, evidence: derived.evidence, missing: derived.missing, note: "indeterminate")
      }
      return Explanation(
        subject, codes.contains(code) ? .met : .notMet, evidence: derived.evidence, note: "\(item): \(code)")
    case .compare(let quantity, let comparison, let limit):
      let reading = read(quantity)
      guard let interval = reading.interval else {
        return Explanation(subject, .notRecorded, evidence: reading.evidence, missing: reading.missing)
      }
      let truth = interval.compare(comparison, limit)
      // Points recorded so far: what is unanswered could still add to them, so flags ask for it.
      var listsMissing = truth == .notRecorded
      if case .recordedPoints = quantity { listsMissing = truth != .met }
      let found = interval.isExact ? format(interval.low) : "\(format(interval.low)) to \(format(interval.high))"
      return Explanation(
        subject, truth, evidence: reading.evidence, missing: listsMissing ? reading.missing : [], note: found)
    default: return Explanation(subject, .notRecorded)
    }
  }

  private func leaf(_ subject: Explanation.Subject, _ truth: Truth, _ item: ItemID) -> Explanation {
    guard explains else { return Explanation(subject, truth) }
    return Explanation(
      subject, truth, evidence: evidence(for: item), missing: truth == .notRecorded ? [item] : [],
      note: lookup(item).flatMap { found in
        if case .unanswered(let code) = found.item.value { return "asked, \(code)" }
        return nil
      })
  }

  /// Whether the recorded code, or one of a set, satisfies the test.
  private func holds(_ item: ItemID, _ test: (String) -> Bool) -> Truth {
    switch lookup(item)?.item.value {
    case .code(let code): test(code) ? .met : .notMet
    case .codes(let codes): codes.contains(where: test) ? .met : .notMet
    case .joints(let joints): joints.contains { test($0.site) } ? .met : .notMet
    default: .notRecorded
    }
  }

  /// The recorded code, or the one derived from other items (basis B9).
  mutating func derivedCode(_ item: ItemID) -> CodeReading {
    if let known = derivedCodes[item] { return known }
    let reading = deriveCode(item)
    derivedCodes[item] = reading
    return reading
  }

  private mutating func deriveCode(_ item: ItemID) -> CodeReading {
    if case .code(let code)? = lookup(item)?.item.value {
      return CodeReading(code: code, evidence: evidence(for: item), missing: [])
    }
    var missing: [ItemID] = [item]
    for choice in codes[item]?.choices ?? [] {
      let found = evaluate(choice.condition)
      if found.truth == .met {
        return CodeReading(code: choice.words, evidence: unique(found.decidingEvidence), missing: unique(missing))
      }
      missing += found.allMissing
    }
    return CodeReading(code: nil, evidence: [], missing: unique(missing))
  }
}

/// What a derived code came to.
struct CodeReading {
  var code: String?
  var evidence: [Evidence]
  var missing: [ItemID]
}

/// A number as text: no decimals where it is whole, else at most `decimals` with trailing zeros cut.
func format(_ value: Double, decimals: Int = 2) -> String {
  guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  let scaled = (abs(value) * scale).rounded()
  let whole = Int(scaled / scale)
  var rest = Int(scaled) - whole * Int(scale)
  let sign = value < 0 && scaled != 0 ? "-" : ""
  guard rest != 0 else { return "\(sign)\(whole)" }
  var digits = decimals
  while rest % 10 == 0 {
    rest /= 10
    digits -= 1
  }
  let text = String(rest)
  return "\(sign)\(whole)." + String(repeating: "0", count: max(0, digits - text.count)) + text
}
