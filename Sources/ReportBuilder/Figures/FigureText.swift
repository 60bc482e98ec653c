/// Words and widths that figures share.
enum FigureText {
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// For the text form: cut or filled to so many characters.
  static func column(_ text: String, _ width: Int) -> String {
    let cut = text.count > width ? text.prefix(max(0, width - 1)) + "…" : text[...]
    return cut + String(repeating: " ", count: max(0, width - cut.count))
  }

  /// For the text form: filled from the left.
  static func number(_ number: Int, _ width: Int) -> String {
    let text = "\(number)"
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// A line of the text form without spaces at its end.
  static func line(_ parts: String...) -> String {
    var line = parts.joined()
    while line.last == " " { line.removeLast() }
    return line
  }

  /// The size of all text in drawings: 2.8 mm, about 7.9 points.
  static let size = 28

  /// About how wide a text is drawn, in the units of the drawing; rather too much than too little, because fonts differ.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + thousandths($1) } * size / 1000
  }

  /// The text, cut with "…" where it is wider.
  static func fitted(_ text: String, _ width: Int) -> String {
    var cut = withFewMarks(text)
    guard self.width(cut) > width else { return cut }
    while !cut.isEmpty, self.width(cut + "…") > width { cut.removeLast() }
    while cut.last == " " { cut.removeLast() }
    return cut + "…"
  }

  /// At most two marks on a letter: more of them would reach into the row above.
  private static func withFewMarks(_ text: String) -> String {
    var marks = 0
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      marks = scalar.properties.generalCategory == .nonspacingMark ? marks + 1 : 0
      if marks <= 2 { kept.append(scalar) }
    }
    return String(kept)
  }

  /// Lines of words, each at most so wide.
  static func lines(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let line = lines.last, self.width(line + " " + word) <= width {
        lines[lines.count - 1] = line + " " + word
      } else {
        lines.append(fitted(String(word), width))
      }
    }
    return lines
  }

  /// Thousandths of the font size that a sans-serif font gives a character.
  private static func thousandths(_ scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "i", "j", "l", "t", "f", "r", "I", " ", ".", ",", ":", ";", "'", "|", "!", "(", ")", "[", "]", "/", "-": 330
    case "m", "w", "M", "W", "%", "@": 900
    case "A"..."Z", "&": 710
    case "\u{0}"..."\u{7E}": 565
    case _ where scalar.properties.generalCategory == .nonspacingMark: 0
    case "\u{80}"..."\u{10FF}": 700
    default: 1050
    }
  }
}
