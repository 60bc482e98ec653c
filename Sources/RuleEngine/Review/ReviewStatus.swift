package import ClinicalRecord

/// A clinician's signature under one rule as it stood on a day: data of the rule book.
package struct SignOff: Sendable, Hashable {
  package var rule: RuleID
  /// Name and role, as the clinician wants them printed.
  package var by: String
  package var on: Day
  /// The full fingerprint of the rule that was read (`legbrief rules RULE --format json`).
  package var fingerprint: String

  package init(_ rule: RuleID, by: String, on day: Day, fingerprint: String) {
    self.rule = rule
    self.by = by
    on = day
    self.fingerprint = fingerprint
  }
}

/// Whether a clinician has read a rule as it stands now.
package enum ReviewStatus: Sendable, Hashable {
  /// Nobody has read it, or it was changed since.
  case draft
  case reviewed(by: String, on: Day, fingerprint: String)
}

extension RuleBook {
  /// Reviewed only while the signed fingerprint is the rule's own: a changed rule falls back to draft.
  package func status(of rule: RuleID, fingerprint: String) -> ReviewStatus {
    guard let signed = signOffs.last(where: { $0.rule == rule && $0.fingerprint == fingerprint }) else { return .draft }
    return .reviewed(by: signed.by, on: signed.on, fingerprint: signed.fingerprint)
  }
}
