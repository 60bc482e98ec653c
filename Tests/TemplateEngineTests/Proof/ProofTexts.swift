import Foundation
import SeededNumbers

/// The texts of the proof: those of `seeds/attacks.txt`, and random ones.
enum ProofTexts {
  /// How many random texts; `LEGBRIEF_PROOF_TEXTS` asks for more in a longer run.
  static let randomCount = ProcessInfo.processInfo.environment["LEGBRIEF_PROOF_TEXTS"].flatMap(Int.init) ?? 120

  static let attacks: [String] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../seeds/attacks.txt")
    let text = (try? String(contentsOf: file.standardizedFileURL, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("%% ") }.map { decoded($0) }
  }()

  private static func decoded(_ line: Substring) -> String {
    var result = String.UnicodeScalarView()
    var rest = line.unicodeScalars
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let letter = rest.popFirst() else {
        result.append(scalar)
        continue
      }
      switch letter {
      case "n": result.append("\n")
      case "r": result.append("\r")
      case "t": result.append("\t")
      case "0": result.append("\0")
      case "u":
        let digits = String(rest.dropFirst().prefix { $0 != "}" })
        rest = rest.dropFirst(digits.count + 2)
        result.append(UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}")
      default: result.append(letter)
      }
    }
    return String(result)
  }

  /// The same texts for the same seed.
  static func random(_ count: Int, seed: UInt64) -> [String] {
    var generator = TextGenerator(seed: seed)
    return (0..<count).map { _ in generator.text() }
  }

  /// All attacks and the random texts of the seed.
  static func all(seed: UInt64) -> [String] { attacks + random(randomCount, seed: seed) }
}

/// Random texts of markup and of Unicode.
struct TextGenerator {
  private var numbers: SplitMix64

  init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

  mutating func below(_ limit: Int) -> Int { numbers.below(limit) }

  private static let marks = Array("\\`*_{}[]()#+-.!|~<>&;:=\"'/?%@$^,0123456789 \n\tabAZ").map(String.init)
  private static let fragments = [
    "```", "~~~", "---", "===", "***", "# ", "## ", "> ", "- ", "1. ", "2) ", "    ", "\n", "\n\n", "\r", "  \n", "\t",
    "](", "](<", ")", "[a]: ", "![", "[", "]", "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "<?", "&lt;", "&#",
    ";",
    "&", "javascript:", "http://", "mailto:", "//", "\"", "'", " onx=", "|", "||", "\\|", "\\", "\\\\", "`", "``", "*",
    "**", "_", "__", "~", "~~", "<a href=", "<b>", "</b>", "<script>", "</script>", "<svg>", "<style>", "</title>", "a",
    "b c", "x1", " ", ".", "!", ":", ":-", "-:", "=", "%41", "%", "é", "日", "😀", "\u{A0}", "\u{2003}", "\u{3000}",
    "\u{200B}", "\u{200D}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\0", "\u{1B}", "\u{85}", "\u{2028}", "\u{FFFD}",
    "\u{301}",
  ]
  private static let ranges: [ClosedRange<UInt32>] = [
    0x00...0x1F, 0x20...0x7E, 0x20...0x7E, 0x7F...0xA0, 0xA1...0x24F, 0x300...0x36F, 0x590...0x6FF, 0x900...0x97F,
    0x1680...0x180F, 0x2000...0x206F, 0x2070...0x2BFF, 0x3000...0x30FF, 0x4E00...0x4E20, 0xAC00...0xAC10,
    0xE000...0xE010, 0xFE00...0xFE0F, 0xFF00...0xFFFF, 0x1F300...0x1F6FF, 0xE0000...0xE01EF, 0x10FFF0...0x10FFFF,
  ]

  mutating func text() -> String {
    let length = 1 + below(1 + below(24))
    let kind = below(4)
    var text = ""
    for _ in 0..<length {
      switch kind {
      case 0: text += TextGenerator.marks[below(TextGenerator.marks.count)]
      case 1: text += TextGenerator.fragments[below(TextGenerator.fragments.count)]
      case 2: text.unicodeScalars.append(scalar())
      default:
        if below(2) == 0 { text += TextGenerator.fragments[below(TextGenerator.fragments.count)] }
        text.unicodeScalars.append(scalar())
      }
    }
    return text
  }

  private mutating func scalar() -> Unicode.Scalar {
    let range = TextGenerator.ranges[below(TextGenerator.ranges.count)]
    return Unicode.Scalar(range.lowerBound + UInt32(below(range.count))) ?? "x"
  }
}
