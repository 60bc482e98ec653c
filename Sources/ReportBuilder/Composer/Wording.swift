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

  /// What an open flag would be, in a column of a list.
  static func ifConfirmed(_ urgency: Urgency) -> String {
    switch urgency {
    case .emergency: "emergency if confirmed"
    case .sameDay: "same day if confirmed"
    case .urgent: "within days if confirmed"
    case .soon: "about 2 weeks if confirmed"
    case .routine: "routine"
    }
  }

  /// The key finding of an area about which nothing was recorded.
  static let notRecorded = "Not recorded"
  /// Behind the title of a flag that was asked about without an answer that can be used.
  static let askedUnsure = " (asked, unsure)"
  /// The same where some of its questions were not asked at all.
  static let askedInPart = " (asked in part, unsure)"
  static let noneMet = "No criterion met on what was recorded"
}
