/// What the name and the letterhead of a practice may not say: they stand on every page, whatever its record holds.
enum PracticeText {
  /// Words of findings that no name or address has; "diagnostic" and "normal" are parts of real names.
  private static let statements = [
    "red flag", "flags met", "flag met", "no flag", "criteria", "criterion", "diagnosis", "diagnosed", "not met",
    "none met",
    "all clear", "nothing found", "ruled out", "excluded", "not urgent", "no urgent", "routine only", "low risk",
    "high risk",
    "safe to", "no further action", "clinically reviewed", "approved by",
  ]

  static func makesClinicalStatement(_ text: String) -> Bool {
    let words = " " + text.lowercased().split { !$0.isLetter }.joined(separator: " ") + " "
    return statements.contains { words.contains(" " + $0 + " ") || words.contains(" " + $0 + "s ") }
  }
}
