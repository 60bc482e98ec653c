import ClinicalRecord
import RuleEngine
import Testing

@testable import ClinicalRules

/// What holds for every rule of the book, whatever its area.
@Suite struct RuleBookTests {
  static let rules = LegbriefRules.book.rules

  @Test func idsAreUnique() {
    let ids = RuleBookTests.rules.map(\.id)
    #expect(ids.count == Set(ids).count)
  }

  @Test(arguments: rules.map(\.id)) func citationsLeadToAReference(id: RuleID) throws {
    let rule = try #require(RuleBookTests.rules.first { $0.id == id })
    #expect(!rule.citations.isEmpty, "\(rule.id)")
    for citation in rule.citations {
      #expect(LegbriefRules.book.references[citation] != nil, "\(rule.id): \(citation.name)")
    }
  }

  @Test(arguments: rules.map(\.id)) func phrasesFillOnlyDeclaredDetails(id: RuleID) throws {
    let rule = try #require(RuleBookTests.rules.first { $0.id == id })
    let declared = Set(rule.details.map(\.name))
    for phrase in rule.phrases {
      let names = phrase.text.split(separator: "{").dropFirst().map { String($0.prefix { $0 != "}" }) }
      for name in names where phrase.text.contains("{") { #expect(declared.contains(name), "\(rule.id): {\(name)}") }
    }
  }

  @Test(arguments: rules.map(\.id)) func questionsAndTestsNameItemsOfTheDictionary(id: RuleID) throws {
    let rule = try #require(RuleBookTests.rules.first { $0.id == id })
    let dictionary = LegbriefRules.book.dictionary
    let engineItems: Set<ItemID> = ["period", "labId"]
    for item in rule.questions.flatMap(\.items) where !engineItems.contains(item) {
      #expect(dictionary.field(item) != nil || dictionary.lab(item) != nil, "\(rule.id): \(item)")
    }
    for test in rule.tests {
      let isKnown =
        dictionary.lab(test) != nil || dictionary.field(test) != nil || LegbriefRules.book.procedures.contains(test)
      #expect(isKnown, "\(rule.id): \(test)")
    }
  }
}
