import RuleEngine

/// The fixed words of the report (basis 0.5, F3, F4).
enum Wording {
  /// The level as the report prints it; never softened.
  static func level(_ urgency: Urgency) -> String {
    switch urgency {
    case .emergency: "Needs emergency assessment now"
    case .sameDay: "Needs same-day assessment"
    case .urgent: "Needs assessment within days"
    case .soon: "Needs assessment within about 2 weeks"
    case .routine: "For this appointment"
    }
  }

  /// The key finding of an area about which nothing was recorded.
  static let notRecorded = "Not recorded"
}
