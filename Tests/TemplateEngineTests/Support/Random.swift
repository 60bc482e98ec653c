/// Numbers that look random and are the same in every run (SplitMix64, https://prng.di.unimi.it/splitmix64.c).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  /// A text in which nearly everything is special to some escaper.
  mutating func text(upTo count: Int = 24) -> String {
    let pieces = [
      "a", "word", " ", "  ", "-", "--", "+", "#", "##", "1", "12", ".", ")", ":", "*", "_", "~", "`", "[", "]", "(",
      "|", "\\", "<", ">", "&",
      "&lt;", "=", "!", "\"", "'", "\n", "\t", "\r", "\u{0}", "\u{7F}", "\u{85}", "é", "µ", "–", "\u{200B}", "\u{200D}",
      "\u{202E}",
      "\u{2028}", "👩", "\u{FEFF}", "\u{E0041}", "ordinary words of some length", "{{x}}", "https://",
    ]
    let length = chance(10) ? Int.random(in: 0...count * 8, using: &self) : Int.random(in: 0...count / 4, using: &self)
    return (0..<length).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
  }
}
