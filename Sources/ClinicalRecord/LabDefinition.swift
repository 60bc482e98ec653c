/// One laboratory test: canonical unit, the units that convert into it, and how long a result counts as current (basis B6).
package struct LabDefinition: Sendable {
  package let id: ItemID
  package let name: String
  package let unit: String
  /// Other units that are accepted, with their conversion into the canonical one.
  package let conversions: [UnitConversion]
  /// Days after which a result is "old": shown, but unable to turn a rule met.
  package let staleAfterDays: Int
  package let codes: [TerminologyCode]
  /// True where the laboratory may answer `positive` or `negative` instead of a number.
  package let qualitative: Bool
  /// In the canonical unit; values outside are warnings.
  package let plausible: ClosedRange<Double>?
  package let note: String?
  /// The two tests whose results of one day give this one where the laboratory does not report it (basis B6).
  package let quotient: Quotient?

  /// Numerator over denominator, both in the same unit, times a factor.
  package struct Quotient: Sendable {
    package let numerator: ItemID
    package let denominator: ItemID
    package let factor: Double

    package init(_ numerator: ItemID, over denominator: ItemID, times factor: Double) {
      self.numerator = numerator
      self.denominator = denominator
      self.factor = factor
    }
  }

  package init(
    _ id: ItemID, _ name: String, unit: String, conversions: [UnitConversion] = [], staleAfterDays: Int,
    codes: [TerminologyCode] = [], qualitative: Bool = false, plausible: ClosedRange<Double>? = nil,
    note: String? = nil, quotient: Quotient? = nil
  ) {
    self.id = id
    self.name = name
    self.unit = unit
    self.conversions = conversions
    self.staleAfterDays = staleAfterDays
    self.codes = codes
    self.qualitative = qualitative
    self.plausible = plausible
    self.note = note
    self.quotient = quotient
  }

  /// The value in the canonical unit; nil when the unit is not known for this test.
  package func canonical(_ value: Double, unit written: String) -> Double? {
    let spelling = UnitConversion.normalised(written)
    if spelling == UnitConversion.normalised(unit) { return value }
    guard let conversion = conversions.first(where: { UnitConversion.normalised($0.unit) == spelling }) else {
      return nil
    }
    return conversion.apply(value)
  }

  /// A canonical value in another unit of the test; nil when that unit is not known for it.
  package func value(_ canonical: Double, in other: String) -> Double? {
    let spelling = UnitConversion.normalised(other)
    if spelling == UnitConversion.normalised(unit) { return canonical }
    return conversions.first { UnitConversion.normalised($0.unit) == spelling }?.reverse(canonical)
  }

  /// Whether a result as written, such as `11.8 g/dL`, ends with the unit.
  package func isWritten(_ text: String, in other: String) -> Bool {
    guard let space = text.firstIndex(of: " ") else { return false }
    return UnitConversion.normalised(String(text[text.index(after: space)...])) == UnitConversion.normalised(other)
  }
}

/// A linear conversion into the canonical unit: `(value - subtract) * multiply / divide`.
package struct UnitConversion: Sendable, Hashable {
  package let unit: String
  package let subtract: Double
  package let multiply: Double
  package let divide: Double

  package init(from unit: String, subtract: Double = 0, multiply: Double = 1, divide: Double = 1) {
    self.unit = unit
    self.subtract = subtract
    self.multiply = multiply
    self.divide = divide
  }

  package func apply(_ value: Double) -> Double { (value - subtract) * multiply / divide }

  /// The value in this unit again, for the round trip that tests make.
  package func reverse(_ canonical: Double) -> Double { canonical * divide / multiply + subtract }

  /// Spellings that mean the same unit compare equal: the micro sign, the Greek mu and `u`; superscript and plain digits; case and spaces.
  package static func normalised(_ unit: String) -> String {
    var result = ""
    for scalar in unit.unicodeScalars {
      switch scalar {
      case "\u{B5}", "\u{3BC}": result += "u"
      case "\u{B2}": result += "2"
      case " ": continue
      default: result += String(scalar).lowercased()
      }
    }
    return result
  }
}
