import SeededNumbers

extension SplitMix64 {
  /// A text in which nearly everything is special to some escaper.
  mutating func text(upTo count: Int = 24) -> String {
    let pieces = [
      "a", "word", " ", "  ", "-", "--", "+", "#", "##", "1", "12", ".", ")", ":", "*", "_", "~", "`", "[", "]", "(",
      "|", "\\", "<", ">", "&",
      "&lt;", "=", "!", "\"", "'", "\n", "\t", "\r", "\u{0}", "\u{7F}", "\u{85}", "é", "µ", "–", "\u{200B}", "\u{200D}",
      "\u{202E}",
      "\u{2028}", "👩", "\u{FEFF}", "\u{A0}", "\u{3000}", "\u{2009}", "\u{E0041}", "ordinary words of some length",
      "{{x}}", "https://",
    ]
    let length = chance(10) ? Int.random(in: 0...count * 8, using: &self) : Int.random(in: 0...count / 4, using: &self)
    return (0..<length).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
  }
}
