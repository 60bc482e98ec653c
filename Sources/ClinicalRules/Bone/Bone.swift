import RuleEngine

/// Bone: fracture risk and bone results (basis C9).
enum Bone {
  static let area = RuleArea("bone", "Bone", [])

  static let references: [ReferenceID: String] = [:]
}
