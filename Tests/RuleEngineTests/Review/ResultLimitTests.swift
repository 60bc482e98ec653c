import ClinicalRecord
import RuleEngine
import Testing

/// The lines that rules draw at results, found in every kind of condition, and those of another country left out.
@Suite struct ResultLimitTests {
  private static func limits(_ condition: Condition, locale: String = "en-GB") -> [ResultLimit] {
    let book = RuleBook(
      version: "test", areas: [RuleArea("test", "Test", [Rule("test.rule", "Test", condition)])], derivedCodes: [],
      derivedNumbers: [], precedence: [], references: [:], dictionary: FieldDictionary(fields: [], labs: []))
    return book.resultLimits(for: LocalePack(locale, note: ""))
  }

  private static let ferritin: Quantity = .lab("ferritin", evenOld: false)
  private static let american: Condition = .context(.ifRecorded(.item(LocalePack.item, in: ["en-US"])))

  @Test(
    arguments: [
      (ferritin <= 75, ["<= value(75.0)"]),
      (.all([ferritin < 30, ferritin > 100]), ["< value(30.0)", "> value(100.0)"]),
      (.not(.named("low", ferritin < 30)), ["< value(30.0)"]),
      (
        .any([.lowestLab("ferritin", withinDays: 14) < 5, ferritin < 5]),
        ["< value(5.0) within 14 days", "< value(5.0)"]
      ),
      (.rounded(ferritin) >= 42, [">= rounded(42.0)"]), (.labMultiple("ferritin") > 4, ["> multiple(4.0)"]),
      (.aboveReference("ferritin", fallback: 5), ["> reference(fallback: Optional(5.0))"]),
      (.belowReference("ferritin", fallback: nil), ["< reference(fallback: nil)"]),
      (.positiveResult("ferritin"), ["> positive"]),
      // It asks only whether there is one.
      (ferritin >= 0, []), (.fresh("ferritin"), []), (.yes("qFever"), []), (.item("alcohol", in: ["a"]), []),
      (Quantity.item("alcohol") > 14, []),
      (.any([ferritin < 41, .all([american, ferritin < 38])]), ["< value(41.0)"]),
    ] as [(Condition, [String])])
  func areFound(condition: Condition, expected: [String]) {
    let found = Self.limits(condition).map { limit in
      "\(limit.comparison.rawValue) \(limit.bound)" + (limit.withinDays.map { " within \($0) days" } ?? "")
    }
    #expect(found == expected)
  }

  @Test(arguments: [("en-US", 2), ("en-GB", 1), ("other", 1)]) func followThePack(locale: String, count: Int) {
    #expect(
      Self.limits(.any([Self.ferritin < 41, .all([Self.american, Self.ferritin < 38])]), locale: locale).count == count)
  }
}
