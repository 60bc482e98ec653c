import ClinicalRecord
import RuleCases
import RuleEngine
import Testing

@testable import ClinicalRules

/// What a locale pack may change: units, pathways, which guidelines are national; never a value.
@Suite struct LocalePackTests {
  static let book = LegbriefRules.book

  @Test func thereIsAPackForEveryCodeOfTheItem() {
    guard case .enumeration(let codes)? = Self.book.dictionary.field(LocalePack.item)?.kind else {
      Issue.record("localePack is no enumeration")
      return
    }
    #expect(Self.book.locales.map(\.id) == codes)
  }

  /// Basis F5 (7): a value goes into the shown unit and back.
  @Test(arguments: LocalePacks.all.flatMap { pack in pack.units.keys.map { (pack.id, $0) } })
  func shownUnitsConvertBothWays(pack: String, test: ItemID) throws {
    let pack = try #require(Self.book.locales.first { $0.id == pack })
    let unit = try #require(pack.units[test])
    let definition = try #require(Self.book.dictionary.lab(test), "\(test)")
    for value in [1.0, 42, 180] {
      let shown = try #require(definition.value(value, in: unit.unit), "\(test) \(unit.unit)")
      let back = try #require(definition.canonical(shown, unit: unit.unit))
      #expect(abs(back - value) < 1e-9, "\(test): \(value) became \(back)")
    }
  }

  @Test(arguments: [
    ("en-GB", "haemoglobin", 98.0, "9.8 g/dL", "98 g/L"), ("en-US", "haemoglobin", 98, "98 g/L", "9.8 g/dL"),
    ("en-US", "haemoglobin", 98, "9.80 g/dL", "9.80 g/dL"), ("other", "haemoglobin", 98, "9.8 g/dL", "98 g/L"),
    (nil, "haemoglobin", 98, "9.8 g/dL", "98 g/L"),
  ])
  func aResultIsShownInTheUnitOfThePack(pack: String?, test: String, value: Double, written: String, shown: String) {
    let date = CaseRecord.asOf.adding(days: -3)
    let record = PatientRecord(
      file: "r.json", asOf: CaseRecord.asOf, person: pack.map { [LocalePack.item: RecordedItem(.code($0))] } ?? [:],
      labs: [LabResult(id: ItemID(test), value: .number(value), written: written, date: date)])
    let verdict = RuleJudge(Self.probe(ItemID(test))).judge(record).all[0]
    #expect(verdict[detail: "result"] == .text(shown))
  }

  /// A book of one rule that prints one result.
  private static func probe(_ test: ItemID) -> RuleBook {
    let rule = Rule("probe", "Probe", .fresh(test)).detail("result", .lab(test))
    return RuleBook(
      version: "1", areas: [RuleArea("probe", "Probe", [rule])], derivedCodes: [], derivedNumbers: [], precedence: [],
      references: [:], dictionary: book.dictionary, locales: book.locales)
  }
}
