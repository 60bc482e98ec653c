import RuleEngine

/// Self-management: what was tried, what helped, what is worth discussing (basis C10).
enum SelfManagement {
  static let area = RuleArea("selfManagement", "Self-management", [])

  static let references: [ReferenceID: String] = [:]
}
