import RuleEngine

extension Condition {
  /// Met while the condition is not recorded: neither it nor its opposite is.
  static func unanswered(_ condition: Condition) -> Condition {
    .all([.not(.ifRecorded(condition)), .not(.ifRecorded(.not(condition)))])
  }
}
