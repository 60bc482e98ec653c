import ClinicalRecord

// Conditions on recorded items, derived codes and numbers.
extension Evaluator {
  /// Where an item of the person, answers or history was recorded, whatever its value.
  func lookup(_ item: ItemID) -> PreparedRecord.Recorded? {
    if let tried = assumed.first(where: { $0.item == item }) {
      return PreparedRecord.Recorded(source: .answer, item: RecordedItem(tried.value))
    }
    return prepared.items[item]
  }

  /// The value that was recorded or is tried for the item.
  func recorded(_ item: ItemID) -> ItemValue? {
    for position in assumed.indices where assumed[position].item == item { return assumed[position].value }
    guard let position = prepared.items.position(of: item) else { return nil }
    return prepared.items.values[position].item.value
  }

  /// Something stands on the record for the item that can be used and cited.
  func isUsable(_ item: ItemID) -> Bool {
    // The country decides on words; it is no evidence.
    guard item != LocalePack.item, let found = recorded(item) else { return false }
    if case .unanswered = found { return false }
    return true
  }

  mutating func evaluateRecorded(_ condition: Condition) -> Outcome {
    switch condition {
    case .item(let item, let codes):
      let truth: Truth =
        switch recorded(item) {
        case .code(let code): codes.contains(code) ? .met : .notMet
        case .codes(let held): held.contains(where: codes.contains) ? .met : .notMet
        case .joints(let joints): joints.contains { codes.contains($0.site) } ? .met : .notMet
        default: .notRecorded
        }
      return leaf(condition, truth, item)
    case .recorded(let item): return leaf(condition, isUsable(item) ? .met : .notRecorded, item)
    case .itemHolds(let item, let count, let codes):
      guard case .codes(let held)? = recorded(item) else { return leaf(condition, .notRecorded, item) }
      return leaf(condition, held.count(where: codes.contains) >= count ? .met : .notMet, item)
    case .derived(let item, let codes):
      let derived = derivedCode(item)
      guard let code = derived.code else {
        return found(condition, .notRecorded, evidence: derived.evidence, missing: derived.missing)
      }
      // "indeterminate" is an answer to "which stage", and no answer to "is it one of these" (settled reading A14).
      if code == "indeterminate", !codes.contains(code) {
        return found(
          condition, .notRecorded, evidence: derived.evidence, missing: derived.missing, note: .words("indeterminate"))
      }
      return found(
        condition, codes.contains(code) ? .met : .notMet, evidence: derived.evidence, note: .code(code))
    case .compare(let quantity, let comparison, let limit):
      let reading = read(quantity)
      guard let interval = reading.interval else {
        return found(condition, .notRecorded, evidence: reading.evidence, missing: reading.missing)
      }
      let truth = interval.compare(comparison, limit)
      // Points recorded so far: what is unanswered could still add to them, so flags ask for it.
      var listsMissing = truth == .notRecorded
      if case .recordedPoints = quantity { listsMissing = truth != .met }
      return found(
        condition, truth, evidence: reading.evidence, missing: listsMissing ? reading.missing : .none,
        note: .interval(interval))
    default: return found(condition, .notRecorded)
    }
  }

  private mutating func leaf(_ condition: Condition, _ truth: Truth, _ item: ItemID) -> Outcome {
    guard explains else { return found(condition, truth) }
    var note = Note.none
    if truth == .notRecorded, case .unanswered(let code)? = recorded(item) { note = .asked(code) }
    return found(
      condition, truth, evidence: evidence(for: item), missing: truth == .notRecorded ? missing(item) : .none,
      note: note)
  }

  /// The recorded code, or the one derived from other items (basis B9).
  mutating func derivedCode(_ item: ItemID) -> CodeReading {
    guard let position = derivedCodes.position(of: item) else { return deriveCode(item) }
    if let known = derivedCodes.values[position] { return known }
    let reading = whole { $0.deriveCode(item) }
    derivedCodes.values[position] = reading
    return reading
  }

  private mutating func deriveCode(_ item: ItemID) -> CodeReading {
    if case .code(let code)? = recorded(item) {
      return CodeReading(code: code, evidence: evidence(for: item), missing: .none)
    }
    var open = [missing(item)]
    for choice in index.codes[item]?.choices ?? [] {
      let outcome = evaluate(choice.condition)
      if outcome.truth == .met {
        return CodeReading(
          code: choice.words, evidence: decidingEvidence(outcome), missing: uniqueMissing(open))
      }
      open.append(allMissing(outcome))
    }
    return CodeReading(code: nil, evidence: .none, missing: uniqueMissing(open))
  }
}

/// What a derived code came to.
struct CodeReading: Sendable {
  var code: String?
  var evidence: Run
  var missing: Run
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
