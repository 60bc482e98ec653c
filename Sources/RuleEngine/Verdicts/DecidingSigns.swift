package import ClinicalRecord

/// What the log entries behind a verdict show of that which its rule asks of an entry: the signs that decided.
package struct DecidingSigns: Sendable {
  package enum Sign: Sendable, Hashable {
    case field(ItemID, value: String)
    /// No earlier entry of the kind at the same site and side.
    case firstAtSite
  }

  private let verdicts: Verdicts
  private let table: FindingTable
  private var log: LogView { table.prepared.log }

  package init(_ verdicts: Verdicts) {
    self.verdicts = verdicts
    table = verdicts.findings.table
  }

  /// By piece of evidence, in the order in which the rule asks; nothing for evidence that is no log entry.
  package func of(_ verdict: Verdict) -> [Evidence: [Sign]] {
    var found: [Evidence: [Sign]] = [:]
    var seen: Set<RuleID> = [verdict.id]
    collect(verdict.found.row, &found, &seen)
    return found
  }

  /// From the rows of the findings: making an ``Explanation`` of them takes longer than all the rest.
  private func collect(_ row: Int32, _ found: inout [Evidence: [Sign]], _ seen: inout Set<RuleID>) {
    guard row >= 0 else { return }
    switch table.rows[Int(row)].subject {
    case .condition(.entries(let query, _, _)), .condition(.daysAtOneSite(let query, _, _)):
      guard let condition = query.condition else { break }
      for ref in table.evidence[table.rows[Int(row)].evidence.positions] {
        guard let position = table.position(ofEntry: ref) else { continue }
        let signs = signs(at: position, condition)
        guard !signs.isEmpty else { continue }
        let piece = table.made(ref)
        var known = found[piece] ?? []
        for sign in signs where !known.contains(sign) { known.append(sign) }
        found[piece] = known
      }
    case .condition(.rule(let id, _)):
      // The evidence of a rule that this one reads was decided there.
      if seen.insert(id).inserted, let other = verdicts[id] { collect(other.found.row, &found, &seen) }
    default: break
    }
    table.forEachPart(of: Int(row)) { collect(Int32($0), &found, &seen) }
  }

  private func signs(at position: Int, _ condition: EntryCondition) -> [Sign] {
    let entry = log.entries[position]
    return switch condition {
    case .all(let parts):
      // A half of what is asked for together decides nothing, except that a blank place leaves it open.
      log.fits(position, condition) == .notMet ? [] : parts.flatMap { signs(at: position, $0) }
    case .any(let parts): parts.flatMap { signs(at: position, $0) }
    case .sign(let item, let codes), .code(let item, let codes):
      (LogView.value(of: item, in: entry) ?? []).filter(codes.contains).map { .field(item, value: $0) }
    case .number(let item, _, _):
      if log.fits(position, condition) == .met, case .number(_, let written)? = entry.values[item]?.value {
        [.field(item, value: written)]
      } else {
        []
      }
    case .firstAtSite: entry.site != nil && log.fits(position, condition) == .met ? [.firstAtSite] : []
    case .kind, .site, .theSite, .side: []
    }
  }
}
