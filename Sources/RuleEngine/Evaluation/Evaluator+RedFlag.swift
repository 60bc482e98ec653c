import ClinicalRecord

// Red flags (basis C5).
extension Evaluator {
  /// A flag is met by any part; see ``RedFlag`` for the grounds of a "no".
  ///
  /// - Parameter first: the number of the flag's first condition; they follow each other as in ``RedFlag/conditions``.
  mutating func evaluate(_ flag: RedFlag, _ first: Int) -> Outcome {
    var number = first
    var parts: [Outcome] = []
    let answers = flag.answers.map { evaluate($0, &number) }
    let logged = flag.log.map { evaluate($0, &number) }
    if let answers { parts.append(answers) }
    if let logged { parts.append(logged) }
    for finding in flag.findings { parts.append(evaluate(.ifRecorded(finding), &number)) }
    let any = Truth.any(parts.map(\.truth))
    let gate = flag.gate.map { evaluate(.context($0), &number) }
    let bar = flag.barsNo.map { evaluate($0, &number) }
    // A part that something recorded speaks for, and that is still open, is no ground for a "no" either.
    let isPartOpen = parts.contains { $0.truth == .notRecorded && $0.isPositive }
    let ground = evaluate(flag.notMetWhen)

    var truth: Truth
    if gate?.truth == .notMet {
      truth = .notMet
    } else if any == .met {
      truth = gate?.truth == .notRecorded ? .notRecorded : .met
    } else if logged?.truth == .notRecorded || isPartOpen || bar?.truth == .met {
      truth = .notRecorded
    } else {
      truth = ground.truth == .met ? .notMet : .notRecorded
    }
    var conflict: String?
    // Where the flag does not apply, nothing is kept and nothing disagrees.
    if gate?.truth != .notMet, flag.logAsksTheSame, case .everyAnswerIsNo(let items) = flag.notMetWhen,
      ground.truth == .met,
      logged?.truth == .met, let first = items.first
    {
      conflict = explains ? "\(first): answers no, a log entry fits; the positive is kept" : ""
    }
    var all = Parts()
    if let gate { add(gate, to: &all) }
    for part in parts { add(part, to: &all) }
    if gate?.truth != .notMet, flag.opensWith != nil, flag.opensWith == flag.barsNo, bar?.truth == .met,
      case .everyAnswerIsNo(let items) = flag.notMetWhen, ground.truth == .met, let first = items.first
    {
      conflict = explains ? "\(first): answers no, the log shows a sign; the flag stays open" : ""
    }
    if truth == .notRecorded, let signs = flag.opensWith {
      var signs = evaluate(signs, &number)
      // Half of what opens the flag does not open it.
      signs.isPositive = signs.truth == .met
      findings.set(signs.row, isPositive: signs.isPositive)
      add(signs, to: &all)
    }
    if truth == .notRecorded, let bar, bar.truth == .met {
      var inner = Parts()
      add(bar, to: &inner)
      add(found(step: .speaksAgainstNo, .notRecorded, isPositive: false, parts: inner), to: &all)
    }
    if truth != .met { add(ground, to: &all) }
    return found(step: .redFlag, truth, isPositive: all.isPositive, parts: all, conflict: conflict)
  }

  private mutating func evaluate(_ condition: Condition, _ number: inout Int) -> Outcome {
    let outcome = evaluate(condition, number)
    number = index.conditions.next(after: number)
    return outcome
  }

  private mutating func evaluate(_ ground: RedFlag.Ground) -> Outcome {
    var parts = Parts()
    switch ground {
    case .everyAnswerIsNo(let items):
      var truth = Truth.met
      for item in items {
        let isNo: Truth =
          switch recorded(item) {
          case .code(let code): code == "no" ? .met : .notMet
          case .codes(let codes): codes.isEmpty || codes == ["none"] ? .met : .notMet
          default: .notRecorded
          }
        // A "yes" that does not complete the flag is no ground for a "no": the flag stays open.
        if isNo != .met { truth = .notRecorded }
        let answer = found(
          step: .answeredNo(item), isNo, evidence: evidence(for: item),
          missing: isNo == .notRecorded ? missing(item) : .none, isPositive: false)
        add(answer, to: &parts)
      }
      return found(step: .everyAnswerIsNo, truth, isPositive: false, parts: parts)
    case .logCovers(let rule):
      let covered = value(of: rule)
      let truth: Truth = covered.truth == .met ? .met : .notRecorded
      let mark = findings.evidence.count
      if covered.row >= 0, explains { findings.addAllEvidence(of: covered.row) }
      return found(
        step: .logCovers(rule), truth, evidence: findings.uniqueRun(from: mark),
        missing: truth == .met ? .none : missing("dayCheckIn"), isPositive: false)
    case .all(let grounds):
      var truth = Truth.met
      for ground in grounds {
        let inner = evaluate(ground)
        add(inner, to: &parts)
        truth = truth.and(inner.truth)
      }
      return found(step: .allGrounds, truth, isPositive: false, parts: parts)
    case .measuredTogether(let items):
      let refs = items.compactMap { newestMeasurement($0) }
      let areAll = refs.count == items.count
      let isTogether = areAll && Set(refs.map { measurement($0).date }).count == 1
      return found(
        step: .measuredTogether, isTogether ? .met : .notRecorded, evidence: evidence(refs),
        missing: isTogether ? .none : missing(areAll ? items : items.filter { newestMeasurement($0) == nil }),
        isPositive: false)
    case .anyResult(let tests, let days):
      let refs = tests.flatMap { result in
        days.map { results(result, withinDays: $0).map { EvidenceRef(.lab, $0) } } ?? currentResult(result)
      }
      return found(
        step: .resultOnFile, refs.isEmpty ? .notRecorded : .met, evidence: evidence(refs),
        missing: refs.isEmpty ? missing(tests) : .none, isPositive: false)
    }
  }
}
