/// A clinic that a referral letter can be written to: what of the rule book belongs into the letter.
///
/// Red flags stand first in every letter, whatever the clinic; ``flags`` only say which clinic an urgent one points to.
package struct ReferralClinic: Sendable, Hashable {
  /// The word of `--clinic`.
  package let id: String
  /// As the letter addresses it.
  package let title: String
  /// Areas whose met criteria the letter lists.
  package let areas: [String]
  /// Rules of other areas that belong into the letter too.
  package let also: [RuleID]
  /// The criteria that the clinic weighs: they count in the choice of a clinic, and the letter names them when they are not met or not recorded.
  package let weighs: [RuleID]
  /// Red flags that point to this clinic.
  package let flags: [RuleID]

  package init(
    _ id: String, _ title: String, areas: [String], also: [RuleID] = [], weighs: [RuleID], flags: [RuleID]
  ) {
    self.id = id
    self.title = title
    self.areas = areas
    self.also = also
    self.weighs = weighs
    self.flags = flags
  }
}
