extension FieldKind {
  /// The codes that stand in for an answer: asked, but nothing that can be used (basis 0.2).
  ///
  /// Every choice of codes takes all of them. Numbers, dates and lists take the two that a person would give instead of
  /// one; text and supplied scores are left out when there is nothing to record.
  package var unansweredCodes: [String] {
    switch self {
    case .enumeration, .bool3: ["unsure", "unknown", "preferNotToSay", "notTried"]
    case .integer, .number, .day, .dayOrDateTime, .time, .set, .joints: ["unsure", "preferNotToSay"]
    case .text, .profile, .subscales, .numberOrResult: []
    }
  }

  /// True when the value is one code out of a list.
  var isChoice: Bool {
    switch self {
    case .enumeration, .bool3: true
    default: false
    }
  }
}
