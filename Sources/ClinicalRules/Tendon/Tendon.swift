import RuleEngine

/// Tendon: tendon-type pain (basis C8).
enum Tendon {
  static let area = RuleArea("tendon", "Tendon", [])

  static let references: [ReferenceID: String] = [:]
}
