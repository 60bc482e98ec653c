import Testing

@testable import ReportBuilder

/// Contrast as WCAG 2.2 defines it, against pairs that are published or can be worked out by hand.
@Suite struct ColourTests {
  @Test(arguments: [
    ("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#000000", "#000000", 1),
    // The grey that just passes AA on white, and the one that just fails.
    ("#767676", "#ffffff", 4.54), ("#777777", "#ffffff", 4.48), ("#ff0000", "#ffffff", 4.00),
    ("#0000ff", "#ffffff", 8.59),
    ("#008000", "#ffffff", 5.14), ("#ffff00", "#ffffff", 1.07), ("#ffff00", "#000000", 19.56),
    // Below the knee of the sRGB curve: 10 of 255 is 0.0392, linear 0.003035.
    ("#0a0a0a", "#ffffff", 19.80),
  ])
  func contrast(first: String, second: String, expected: Double) throws {
    let (a, b) = (try #require(Colour(hex: first)), try #require(Colour(hex: second)))
    #expect(abs(a.contrast(on: b) - expected) < 0.005, "\(a.contrast(on: b))")
    #expect(a.contrast(on: b) == b.contrast(on: a))
  }

  @Test(
    arguments: [
      ("#0b4f8a", Colour(red: 11, green: 79, blue: 138)), ("#0B4F8A", Colour(red: 11, green: 79, blue: 138)),
      ("#000", nil), ("0b4f8a", nil), ("#0b4f8", nil), ("#0b4f8aa", nil), ("#0b4f8g", nil), ("#0b4f8é", nil), ("", nil),
      ("rgb(0,0,0)", nil), ("#0b4f8a; }", nil),
    ] as [(String, Colour?)])
  func hexadecimal(text: String, expected: Colour?) {
    #expect(Colour(hex: text) == expected)
    if let expected { #expect(Colour(hex: expected.hex) == expected) }
  }

  /// Whatever colour a practice has, its headings can be read on a dark screen too.
  @Test(arguments: ["#0b4f8a", "#000000", "#7a0000", "#006600", "#767676", "#4b0082"])
  func aDarkScreenGetsALighterOne(text: String) throws {
    let colour = try #require(Colour(hex: text))
    #expect(colour.contrast(on: .white) >= ReportSettings.leastContrast)
    let settings = ReportSettings(accent: colour)
    let dark = try #require(settings.style.split(separator: "\n").first { $0.contains("dark") })
    let shown = try #require(Colour(hex: "#" + (dark.split(separator: "#").last ?? "").prefix(6)))
    #expect(shown.contrast(on: ReportSettings.darkGround) >= 7)
    // The least step: one less would not do.
    #expect(shown.contrast(on: ReportSettings.darkGround) < 7.6)
  }

  @Test func theColourOfTheSheetNeedsNothingBehindIt() { #expect(ReportSettings().style.isEmpty) }
}
