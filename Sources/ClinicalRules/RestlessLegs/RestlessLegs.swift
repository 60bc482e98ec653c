import ClinicalRecord
import RuleEngine

/// C1: restless legs.
enum RestlessLegs {
  static let area = RuleArea("restlessLegs", "Restless legs", [])
  static let references: [ReferenceID: String] = [:]
}
