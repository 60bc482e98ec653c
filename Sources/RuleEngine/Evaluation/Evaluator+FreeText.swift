import ClinicalRecord

// The patient's own words: never a value, at most a question (basis P14, settled reading A15).
extension Evaluator {
  /// One sentence of the patient's text with where it stands.
  struct Quote: Hashable {
    var text: String
    var evidence: Evidence
    /// The text that it is a sentence of.
    var source: EvidenceRef
  }

  mutating func freeText(_ hints: [WordHint], _ condition: Condition) -> Outcome {
    let texts = patientTexts()
    guard !texts.isEmpty else { return found(condition, .notRecorded, missing: missing(.freeText)) }
    let quotes = quotes(hints)
    guard !quotes.isEmpty else { return found(condition, .notMet, evidence: evidence(texts.map(\.ref))) }
    return found(
      condition, .notRecorded, evidence: evidence(quotes.map { findings.quoteRef($0.evidence, of: $0.source) }),
      missing: missing(.freeText), note: .words("words seen, meaning unclear"), isPositive: true)
  }

  /// The sentences that hold the words of a hint whose rule is not met; looked for once per list.
  mutating func quotes(_ hints: [WordHint]) -> [Quote] {
    if let known = quoted[hints] { return known }
    let found = findQuotes(hints)
    quoted[hints] = found
    return found
  }

  private mutating func findQuotes(_ hints: [WordHint]) -> [Quote] {
    var found: [Quote] = []
    for text in patientTexts() {
      for sentence in Evaluator.sentences(text.words) {
        let words = Evaluator.folded(sentence)
        for hint in hints where hint.groups.allSatisfy({ group in group.contains { Evaluator.holds(words, $0) } }) {
          guard value(of: hint.rule).truth != .met else { continue }
          var evidence = findings.made(text.ref)
          evidence.value = sentence
          found.append(Quote(text: sentence, evidence: evidence, source: text.ref))
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

  /// The texts that the patient wrote, with where they stand.
  private mutating func patientTexts() -> [(words: String, ref: EvidenceRef)] {
    var texts: [(words: String, ref: EvidenceRef)] = []
    if case .text(let words)? = prepared.record.person["mainConcern"]?.value, isUsable("mainConcern"),
      let position = prepared.items.position(of: "mainConcern")
    {
      texts.append((words, EvidenceRef(.item, position)))
    }
    let field = findings.number(ofField: .freeText)
    for position in prepared.log.positions(recording: .freeText) {
      if case .text(let words)? = prepared.record.log[position].values[.freeText]?.value {
        texts.append((words, EvidenceRef(.entry, position, detail: field)))
      }
    }
    return texts
  }

  /// The text cut at sentence ends and line ends.
  static func sentences(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var sentences: [String] = []
    var start = 0
    for index in 0...scalars.count where index == scalars.count || endsSentence(scalars, at: index) {
      var part = scalars[start..<index]
      while part.first?.properties.isWhitespace == true { part.removeFirst() }
      while part.last?.properties.isWhitespace == true { part.removeLast() }
      start = index + 1
      guard !part.isEmpty else { continue }
      var sentence = String.UnicodeScalarView()
      sentence.append(contentsOf: part)
      sentences.append(String(sentence))
    }
    return sentences
  }

  /// A full stop ends a sentence only before a capital or the end, so that "approx. twice" stays one sentence.
  private static func endsSentence(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    switch scalars[index] {
    case "!", "?", "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": return true
    case ".":
      guard let next = scalars[(index + 1)...].first(where: { !$0.properties.isWhitespace }) else { return true }
      return scalars[index + 1].properties.isWhitespace && !next.properties.isLowercase && !("0"..."9").contains(next)
    default: return false
    }
  }

  /// Lower case, apostrophes dropped ("can't" is "cant"), everything but letters and digits a single space; a space at both ends.
  static func folded(_ text: String) -> [UInt8] {
    var result: [UInt8] = [0x20]
    result.reserveCapacity(text.utf8.count + 2)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": result.append(UInt8(truncatingIfNeeded: scalar.value))
      case "A"..."Z": result.append(UInt8(truncatingIfNeeded: scalar.value | 0x20))
      case "'", "’", "‘", "`", "´", "ʼ": continue
      default:
        if !scalar.isASCII, scalar.properties.isAlphabetic {
          result += scalar.properties.lowercaseMapping.utf8
        } else if result.last != 0x20 {
          result.append(0x20)
        }
      }
    }
    if result.last != 0x20 { result.append(0x20) }
    return result
  }
}
