/// The words that a report never says, and the few places where it may: the one list for rules, templates, figures and tests.
///
/// Basis F4: the report states what was recorded, never that a disease is there, is absent, or explains a symptom.
/// Basis P15: of missing data it says "not recorded", never a word that sounds like a "no".
package enum BarredWords {
  /// What a text is, which decides what it may say.
  package enum Kind: Sendable, CaseIterable {
    /// Said about recorded data.
    case statement
    /// Said about missing data: also no "no".
    case ofMissing
    /// Asked of the patient or the clinician: a question asserts nothing, so "has" and "no" may stand in it.
    case question
  }

  /// Never, in any kind of text.
  private static let always = [
    "suffers", "suffer from", "suffering from", "caused by", "due to menopause", "due to the menopause",
    "because of menopause", "because of the menopause", "rule out", "rules out", "ruled out", "ruling out", "confirms",
    "reassuring", "reassured", "consistent with menopause", "consistent with the menopause",
  ]
  /// Never stated: that somebody has something; that something is normal or unlikely.
  private static let stated = ["has", "normal", "unlikely"]
  /// Never said of what was not recorded.
  private static let ofMissing = ["no"]

  /// Wordings that hold a barred word and are right all the same, each with its reason.
  ///
  /// `#` stands for one or more numbers, such as a value or a date.
  package static let allowed: [(words: String, why: String)] = [
    ("no clinician has reviewed", "of the reviewer, not of the patient"),
    ("t # at hip # normal", "basis C9: the band behind a measured bone density and its date"),
    ("t # at spine # normal", "the same"),
    ("no red flag met on what was recorded", "prescribed by basis F3; it names its own limit"),
    (
      "a normal crp rf or anti ccp does not exclude it",
      "prescribed by basis C2; it speaks of a result, and against comfort"
    ),
    ("normal or raised abpi does not exclude", "the same, of the ankle-brachial index"),
    ("left normal", "the band of a measured ankle-brachial index: F4 bars the word without a result only"),
    ("right normal", "the same"),
    ("unlikely on recorded items", "the band wording of the two-level Wells score, which basis P15 allows"),
    ("wells unlikely", "the same"),
    ("ng158 unlikely", "the same: the guideline's name of the band"),
    ("follow no clock", "said of recorded times of entries (`rls.c5`)"),
    ("unlikely to reduce cramps", "basis C6 on the evidence for magnesium, not on the patient's data"),
    ("supplements unlikely", "the same where the table of page 1 cuts the sentence"),
    ("unlikely to help", "basis C10 on the evidence for a measure, not on the patient's data (magnesium)"),
  ]

  /// The name of a band alone, as a detail of the JSON form: of the Wells score, and of a measured bone density.
  private static let allowedAlone = ["unlikely", "normal"]

  /// The barred words of a text, in the order of the lists.
  package static func found(in text: String, as kind: Kind) -> [String] {
    if allowedAlone.contains(text) { return [] }
    var words = " " + plain(text) + " "
    for (allowed, _) in allowed { words = replacing(allowed, in: words) }
    var barred = always
    if kind != .question { barred += stated }
    if kind == .ofMissing { barred += ofMissing }
    return barred.filter { contains($0, words) }
  }

  /// Lower-case words with one space between; what is filled in (`{…}`, `{{…}}`) is nobody's wording and counts as the end of a phrase.
  private static func plain(_ text: String) -> String {
    var words = ""
    var depth = 0
    for character in text.lowercased() {
      if character == "{" { depth += 1 }
      if depth == 0, character.isLetter || character.isNumber {
        words.append(character)
      } else if character == "{" {
        words += " | "
      } else if words.last != " " {
        words += " "
      }
      if character == "}" { depth = max(0, depth - 1) }
    }
    return words
  }

  private static func contains(_ words: String, _ text: String) -> Bool {
    text.split(separator: " ").joined(separator: " ").paddedHolds(words)
  }

  private static func replacing(_ words: String, in text: String) -> String {
    let parts = text.split(separator: " ")
    let wanted = words.split(separator: " ")
    var result: [Substring] = []
    var index = 0
    while index < parts.count {
      if let end = end(of: wanted[...], in: parts[index...]) {
        index = end
        result.append("|")
      } else {
        result.append(parts[index])
        index += 1
      }
    }
    return " " + result.joined(separator: " ") + " "
  }

  /// Where the wanted words end, when the parts begin with them.
  private static func end(of wanted: ArraySlice<Substring>, in parts: ArraySlice<Substring>) -> Int? {
    guard let first = wanted.first else { return parts.startIndex }
    guard let part = parts.first else { return nil }
    if first != "#" { return part == first ? end(of: wanted.dropFirst(), in: parts.dropFirst()) : nil }
    let rest = parts.drop { $0.allSatisfy(\.isNumber) }
    return rest.startIndex == parts.startIndex ? nil : end(of: wanted.dropFirst(), in: rest)
  }
}

extension String {
  /// Whether whole words stand in it.
  fileprivate func paddedHolds(_ words: String) -> Bool { (" " + self + " ").contains(" " + words + " ") }
}
