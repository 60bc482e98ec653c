package import ClinicalRecord

/// Judges records by one rule book: record in, verdicts out. A pure function of the two; it reads no file and asks no clock.
package struct RuleJudge: Sendable {
  package let book: RuleBook
  private let index: BookIndex

  package init(_ book: RuleBook) {
    self.book = book
    index = BookIndex(book)
  }

  /// The verdict of every rule, in book order, whatever its value.
  package func judge(_ record: PatientRecord) -> Verdicts {
    var evaluator = Evaluator(book: book, record: record, index: index)
    var verdicts: [Verdict] = []
    for rule in book.rules { verdicts.append(evaluator.verdict(of: rule)) }
    let positions = Dictionary(
      verdicts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for line in book.precedence { apply(line, to: &verdicts, at: positions, with: evaluator) }
    return Verdicts(
      record: record, bookVersion: book.version, all: verdicts, derived: evaluator.derivedItems())
  }

  /// Withholds or qualifies what the line names; a value is never changed (basis C11).
  private func apply(
    _ line: Precedence, to verdicts: inout [Verdict], at positions: [RuleID: Int], with evaluator: Evaluator
  ) {
    guard let trigger = positions[line.trigger].map({ verdicts[$0] }),
      trigger.value == .met || (line.whileOpen && trigger.isOpen)
    else { return }
    for id in line.rules {
      guard let position = positions[id] else { continue }
      var verdict = verdicts[position]
      if let words = line.qualification {
        if verdict.value == .met, !verdict.text.isEmpty {
          verdict.text = trigger.fill(words) + " " + verdict.text
        }
      } else if verdict.suppressedBy == nil, !line.atSameSite || sharesSite(trigger, verdict) {
        verdict.suppressedBy = line.trigger
      }
      verdicts[position] = verdict
    }
  }

  /// A flag whose evidence names no site concerns every site; so does a pattern without one.
  private func sharesSite(_ trigger: Verdict, _ other: Verdict) -> Bool {
    let flagged = Set(trigger.evidence.compactMap(\.site).map(Words.code))
    guard !flagged.isEmpty else { return true }
    var sites = Set(other.evidence.compactMap(\.site).map(Words.code))
    for case .list(let named) in other.detail.filter({ $0.name == "sites" }).map(\.value) { sites.formUnion(named) }
    return sites.isEmpty || !sites.isDisjoint(with: flagged)
  }
}
