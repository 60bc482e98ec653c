import Glibc

/// A colour of the page, as sRGB.
package struct Colour: Sendable, Hashable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// Reads `#rrggbb`; nil for anything else.
  package init?(hex: String) {
    let bytes = Array(hex.utf8)
    guard bytes.count == 7, bytes[0] == UInt8(ascii: "#") else { return nil }
    let digits = bytes.dropFirst().compactMap(Colour.digit)
    guard digits.count == 6 else { return nil }
    self.init(
      red: digits[0] << 4 | digits[1], green: digits[2] << 4 | digits[3], blue: digits[4] << 4 | digits[5])
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// `#rrggbb` in small letters.
  package var hex: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  package static let white = Colour(red: 255, green: 255, blue: 255)
  package static let black = Colour(red: 0, green: 0, blue: 0)

  /// WCAG 2.2, "relative luminance": 0 for black, 1 for white.
  ///
  /// Source: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
  package var luminance: Double {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// WCAG 2.2, "contrast ratio": 1 for two equal colours, 21 for black on white.
  package func contrast(on other: Colour) -> Double {
    let (lighter, darker) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (lighter + 0.05) / (darker + 0.05)
  }

  /// The least step towards `other`, in hundredths of the way, that reaches a contrast on a ground.
  ///
  /// `other` itself must reach it; the hue stays.
  package func mixed(with other: Colour, until ratio: Double, on ground: Colour) -> Colour {
    for step in 0..<100 {
      let mixture = mixed(with: other, hundredths: step)
      if mixture.contrast(on: ground) >= ratio { return mixture }
    }
    return other
  }

  private func mixed(with other: Colour, hundredths: Int) -> Colour {
    func channel(_ own: UInt8, _ their: UInt8) -> UInt8 {
      UInt8((Int(own) * (100 - hundredths) + Int(their) * hundredths + 50) / 100)
    }
    return Colour(
      red: channel(red, other.red), green: channel(green, other.green), blue: channel(blue, other.blue))
  }
}
