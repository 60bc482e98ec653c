import RuleEngine

/// In which country the report is read, as conditions of phrases and bands.
enum Locale {
  /// A record that names no pack is read as `en-GB`, whose pathways the basis gives.
  static let unitedKingdom: Condition = .not(.ifRecorded(.item(LocalePack.item, in: ["en-US", "other"])))
  static let elsewhere: Condition = .not(unitedKingdom)
  static let unitedStates: Condition = .ifRecorded(.item(LocalePack.item, in: ["en-US"]))
}
