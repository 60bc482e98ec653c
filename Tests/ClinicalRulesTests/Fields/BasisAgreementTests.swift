import ClinicalRecord
import Foundation
import Testing

@testable import ClinicalRules

/// The dictionary says what part B of the clinical basis says: the same items, codes, units and ranges, and no others.
@Suite(.enabled(if: BasisTables.isPresent, "the clinical basis is not beside this checkout"))
struct BasisAgreementTests {
  let dictionary = LegbriefFields.dictionary
  let basis: BasisTables

  init() throws { basis = try BasisTables() }

  @Test func everyItemOfTheBasisIsDeclaredAndNothingElse() {
    for section in RecordSection.allCases {
      let wanted = Set(basis.items.filter { $0.section == section }.map(\.id))
      let declared = Set(dictionary.ids(in: section))
      #expect(!wanted.isEmpty, "no table was read for \(section.rawValue)")
      #expect(wanted.subtracting(declared).sorted() == [], "missing in \(section.rawValue)")
      #expect(declared.subtracting(wanted).sorted() == [], "not of the basis, in \(section.rawValue)")
    }
  }

  @Test func kindsCodesAndTextLimitsAreThoseOfTheBasis() throws {
    for item in basis.items where [.person, .log, .answers, .history].contains(item.section) && !item.type.isEmpty {
      let field = try #require(dictionary.field(item.id, in: item.section))
      #expect(field.kind == kind(of: item), "\(item.id)")
    }
  }

  @Test func rangesThatTheBasisGivesAreErrorsWhenLeft() throws {
    var checked = 0
    for item in basis.items where [.person, .log, .answers].contains(item.section) && item.type == "int" {
      guard let match = item.allowed.firstMatch(of: /([0-9]+)-([0-9]+)/) else { continue }
      let range = (try #require(Double(match.output.1)))...(try #require(Double(match.output.2)))
      #expect(dictionary.field(item.id, in: item.section)?.possible == range, "\(item.id)")
      checked += 1
    }
    #expect(checked >= 9)
  }

  @Test func medicinesAndTheirClassesAreThoseOfTheBasis() {
    #expect(dictionary.field("medClass", in: .medications)?.kind == .set(basis.medicationClasses))
    #expect(
      dictionary.field("medRoute", in: .medications)?.kind
        == .enumeration(codes("oral, transdermal, vaginal, intrauterine, injection, implant, topical, inhaled")))
    #expect(
      dictionary.field("medAdherence", in: .medications)?.kind
        == .enumeration(codes("everyDay, mostDays, someDays, stopped")))
    #expect(
      dictionary.field("progestogenType", in: .history)?.kind
        == .enumeration(codes("net, mpa, micronised, dydrogesterone, lngIud, other")))
  }

  @Test func laboratoryTestsHaveTheUnitsCodesAndAgeLimitsOfTheBasis() throws {
    #expect(dictionary.labs.map(\.id.name) == basis.labs.map(\.id))
    #expect(dictionary.field("labId", in: .labs)?.kind == .enumeration(basis.labs.map(\.id)))
    for wanted in basis.labs {
      let lab = try #require(dictionary.lab(ItemID(wanted.id)))
      #expect(lab.unit == wanted.unit, "\(wanted.id)")
      #expect(lab.staleAfterDays == wanted.staleAfterDays, "\(wanted.id)")
      #expect(lab.codes.map(starred) == wanted.codes, "\(wanted.id)")
    }
  }

  /// Rows such as "mg/dL x 10": a factor in the table is the factor of the declaration.
  @Test func conversionFactorsAreThoseOfTheBasis() throws {
    var checked = 0
    for wanted in basis.labs {
      guard let match = wanted.conversion.firstMatch(of: /^([A-Za-z\/]+) ([x\/]) ([0-9.]+)/) else { continue }
      let lab = try #require(dictionary.lab(ItemID(wanted.id)))
      let factor = try #require(Double(match.output.3))
      let expected = match.output.2 == "x" ? 100 * factor : 100 / factor
      let converted = try #require(lab.canonical(100, unit: String(match.output.1)), "\(wanted.id)")
      #expect(abs(converted - expected) < 1e-9 * expected, "\(wanted.id)")
      checked += 1
    }
    #expect(checked >= 14)
  }

  @Test func unitsAndCodesOfMeasurementsAreThoseOfTheBasis() throws {
    for item in basis.items where item.section == .measurements {
      let field = try #require(dictionary.field(item.id, in: .measurements))
      let written = item.allowed.matches(of: /[0-9]{4,}-[0-9]\*?/).map { String($0.output) }
      #expect(field.codes.map(starred).allSatisfy(written.contains), "\(item.id)")
      let unit = try #require(field.unit)
      #expect(item.type.contains(unit), "\(item.id)")
    }
    let declared = dictionary.fields.filter { $0.section == .measurements }.flatMap { $0.codes.map(\.code) }
    let written = basis.items.filter { $0.section == .measurements }.flatMap { item in
      item.allowed.matches(of: /([0-9]{4,}-[0-9])\*?/).map { String($0.output.1) }
    }
    #expect(Set(declared) == Set(written))
  }

  // MARK: Reading a row

  private func kind(of item: BasisTables.Item) -> FieldKind? {
    switch item.type {
    case "enum": .enumeration(codes(item.allowed))
    case "set" where item.allowed == "bodySite": .set(bodySites)
    case "set" where item.allowed == "bodySite values, with side": .joints(sites: bodySites, sides: sides)
    case "set" where item.allowed == "as `reliefTried`": .set(basisCodes("reliefTried"))
    case "set": .set(codes(item.allowed))
    case "bool3": .bool3
    case "int": .integer
    case "num": .number
    case "date": item.id == "recordedAt" ? .dayOrDateTime : .day
    case "time": .time
    case "text": textKind(item)
    default: nil
    }
  }

  private var bodySites: [String] { basisCodes("bodySite") }
  private var sides: [String] { basisCodes("side") }

  private func basisCodes(_ id: String) -> [String] {
    basis.items.first { $0.id == id }.map { codes($0.allowed) } ?? []
  }

  private func codes(_ text: String) -> [String] { text.components(separatedBy: ", ") }

  /// A limit that the basis gives counts; without one the declaration is free.
  private func textKind(_ item: BasisTables.Item) -> FieldKind? {
    let digits = item.allowed.filter { $0.isNumber }
    if item.allowed.hasSuffix("chars"), let limit = Int(digits) { return .text(limit: limit) }
    return dictionary.field(item.id, in: item.section)?.kind
  }

  private func starred(_ code: TerminologyCode) -> String { code.code + (code.checked ? "*" : "") }
}
