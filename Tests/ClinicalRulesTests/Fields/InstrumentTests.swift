import ClinicalRecord
import Foundation
import Testing

@testable import ClinicalRules

/// The instruments of basis part D: permission, items and bands.
@Suite struct InstrumentTests {
  static let dictionary = LegbriefFields.dictionary

  @Test(arguments: Instruments.all.map(\.name)) func itemsAreOfTheDictionary(name: String) throws {
    let instrument = try #require(Instruments.all.first { $0.name == name })
    for item in instrument.items { #expect(Self.dictionary.field(item) != nil, "\(name): \(item)") }
    #expect(!instrument.licence.isEmpty && !instrument.scale.isEmpty, "\(name)")
  }

  @Test func everySuppliedScoreBelongsToOneInstrument() {
    for field in Self.dictionary.fields where field.section == .scores {
      #expect(Instruments.all.count { $0.items.contains(field.id) } == 1, "\(field.id)")
    }
  }

  /// A total beyond the last band would be printed without one; a total beyond the instrument's range is refused by the reader.
  @Test(arguments: Instruments.all.filter { !$0.bands.isEmpty }.map(\.name)) func bandsRiseToTheEndOfTheRange(
    name: String
  ) throws {
    let instrument = try #require(Instruments.all.first { $0.name == name })
    let limits = instrument.bands.map(\.upTo)
    #expect(limits == limits.sorted() && Set(limits).count == limits.count, "\(name)")
    let total = try #require(instrument.items.first.flatMap { Self.dictionary.field($0) })
    #expect(total.possible?.upperBound == limits.last, "\(name)")
    #expect(instrument.band(of: 0) == instrument.bands[0].words)
  }

  @Test(arguments: [
    ("IRLS severity scale", 10.0, "mild"), ("IRLS severity scale", 11, "moderate"), ("IRLS severity scale", 0, "none"),
    ("SARC-F", 3, "below the screening cut-off"), ("SARC-F", 4, "positive screen"), ("Villalta", 4, "none"),
    ("Villalta", 5, "mild"), ("ISI", 14, "8 to 14, subthreshold"), ("ISI", 15, "15 to 21, moderate"),
  ])
  func bands(name: String, total: Double, words: String) throws {
    let instrument = try #require(Instruments.all.first { $0.name == name })
    #expect(instrument.band(of: total) == words)
  }

  /// The permission is exactly that of the basis, read in place.
  @Test(.enabled(if: BasisTables.isPresent, "the clinical basis does not lie beside this checkout"))
  func permissionsAreThoseOfTheBasis() throws {
    let text = try String(contentsOfFile: BasisTables.path, encoding: .utf8)
    let part = try #require(text.components(separatedBy: "\n## ").first { $0.hasPrefix("D. ") })
    let rows = part.components(separatedBy: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
      .map { row in
        row.dropFirst().dropLast().components(separatedBy: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      }
    var named: [String: String] = [:]
    for row in rows where row.count == 6 {
      for name in row[0].components(separatedBy: " / ").flatMap({ $0.components(separatedBy: ", ") }) {
        named[name] = row[5]
      }
    }
    #expect(Set(named.keys) == Set(Instruments.all.map(\.name)))
    for instrument in Instruments.all {
      let words = try #require(named[instrument.name])
      let expected: Instrument.Permission =
        words.contains("own words") && !words.hasPrefix("items")
        ? .ownWords : words.hasPrefix("items") ? .itemScores : words.hasPrefix("result") ? .result : .total
      #expect(instrument.permission == expected || words.contains("facts"), "\(instrument.name): \(words)")
    }
  }
}
