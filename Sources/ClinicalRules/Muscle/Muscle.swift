import RuleEngine

/// Muscle: cramps, aches and strength (basis C6).
enum Muscle {
  static let area = RuleArea("muscle", "Muscle", [])

  static let references: [ReferenceID: String] = [:]
}
