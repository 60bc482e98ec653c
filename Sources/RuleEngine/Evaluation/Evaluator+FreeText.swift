import ClinicalRecord

// The patient's own words: never a value, at most a question (basis P14, settled reading A15).
extension Evaluator {
  /// One sentence of the patient's text with where it stands.
  struct Quote: Hashable {
    var text: String
    var evidence: Evidence
  }

  mutating func freeText(_ hints: [WordHint], _ subject: Explanation.Subject) -> Explanation {
    let texts = patientTexts()
    guard !texts.isEmpty else { return Explanation(subject, .notRecorded, missing: ["freeText"]) }
    let found = quotes(hints)
    guard !found.isEmpty else { return Explanation(subject, .notMet, evidence: texts.map(\.evidence)) }
    return Explanation(
      subject, .notRecorded, evidence: found.map(\.evidence), missing: ["freeText"],
      note: "words seen, meaning unclear", isPositive: true)
  }

  /// The sentences that hold the words of a hint whose rule is not met.
  mutating func quotes(_ hints: [WordHint]) -> [Quote] {
    var found: [Quote] = []
    for text in patientTexts() {
      for sentence in Evaluator.sentences(text.text) {
        let words = Array((" " + Evaluator.folded(sentence) + " ").utf8)
        for hint in hints where hint.groups.allSatisfy({ group in group.contains { Evaluator.holds(words, $0) } }) {
          guard value(of: hint.rule).truth != .met else { continue }
          var evidence = text.evidence
          evidence.value = sentence
          found.append(Quote(text: sentence, evidence: evidence))
          break
        }
      }
    }
    return unique(found)
  }

  /// Whether the folded sentence holds the word or phrase as a whole.
  private static func holds(_ words: [UInt8], _ phrase: String) -> Bool {
    let wanted = Array(phrase.utf8)
    guard words.count >= wanted.count + 2 else { return false }
    return (1...(words.count - wanted.count - 1)).contains { start in
      words[start - 1] == 0x20 && words[start + wanted.count] == 0x20
        && words[start..<start + wanted.count].elementsEqual(wanted)
    }
  }

  private func patientTexts() -> [Quote] {
    var texts: [Quote] = []
    if case .text(let words)? = record.person["mainConcern"]?.value {
      texts += evidence(for: "mainConcern").map { Quote(text: words, evidence: $0) }
    }
    for entry in record.log {
      if case .text(let words)? = entry.values["freeText"]?.value {
        texts.append(Quote(text: words, evidence: logEvidence(entry, "freeText")))
      }
    }
    return texts
  }

  /// The text cut at sentence ends and line ends.
  static func sentences(_ text: String) -> [String] {
    var sentences = [""]
    var rest = Substring(text)
    while let character = rest.popFirst() {
      if endsSentence(character, before: rest) {
        sentences.append("")
      } else {
        sentences[sentences.count - 1].append(character)
      }
    }
    return sentences.map(trimmed).filter { !$0.isEmpty }
  }

  /// A full stop ends a sentence only before a capital or the end, so that "approx. twice" stays one sentence.
  private static func endsSentence(_ character: Character, before rest: Substring) -> Bool {
    if character == "!" || character == "?" || character.isNewline { return true }
    guard character == "." else { return false }
    guard let next = rest.first(where: { !$0.isWhitespace }) else { return true }
    return rest.first?.isWhitespace == true && !next.isLowercase && !next.isNumber
  }

  private static func trimmed(_ text: String) -> String {
    var part = Substring(text)
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }

  /// Lower case, apostrophes dropped ("can't" is "cant"), everything but letters and digits a single space.
  static func folded(_ text: String) -> String {
    var result = ""
    for character in text.lowercased() {
      if character == "'" || character == "’" || character == "‘" || character == "`"
        || character == "´" || character == "ʼ"
      {
        continue
      }
      if character.isLetter || character.isNumber {
        result.append(character)
      } else if result.last != " " {
        result.append(" ")
      }
    }
    return trimmed(result)
  }
}
