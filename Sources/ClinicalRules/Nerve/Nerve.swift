import RuleEngine

/// Nerve: nerve-type sensations (basis C7).
enum Nerve {
  static let area = RuleArea("nerve", "Nerve", [])

  static let references: [ReferenceID: String] = [:]
}
