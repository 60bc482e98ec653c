import RuleEngine

/// The signatures of clinicians. Nobody has reviewed a rule yet: all rules are drafts.
///
/// A line names the fingerprint that `legbrief rules RULE --format json` prints; when the rule changes, the line no longer fits and the
/// rule is a draft again.
enum SignOffs {
  static let all: [SignOff] = []
}
