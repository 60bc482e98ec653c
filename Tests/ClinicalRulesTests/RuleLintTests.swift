import ClinicalRecord
import RuleEngine
import Testing

@testable import ClinicalRules

/// The book of the project under its own lint: basis F4 and P15 over every phrase, and everything else that `legbrief rules lint` finds.
@Suite struct RuleLintTests {
  static let findings = RuleLint(LegbriefRules.book).findings(guidelineAge: 10, asOf: LegbriefRules.edition)

  @Test func theBookHasNoErrors() {
    for finding in Self.findings where finding.severity == .error {
      Issue.record("\(finding.subject): \(finding.message) [\(finding.id)]")
    }
  }

  @Test func everyContextItemHasAReason() {
    for (item, reason) in LegbriefRules.book.contextItems { #expect(!reason.isEmpty, "\(item)") }
  }

  @Test func theQuestionsOfTheDictionaryKeepToTheAllowedWords() {
    for field in LegbriefRules.book.dictionary.fields {
      #expect(BarredWords.found(in: field.question, as: .question).isEmpty, "\(field.id): \(field.question)")
    }
  }

  @Test func whatReviewSheetsAddKeepsToTheAllowedWords() {
    let book = LegbriefRules.book
    let intents = book.areas.map(\.intent) + book.rules.map(book.intent)
    for text in intents.flatMap({ [$0.purpose, $0.use, $0.misuse] }).compactMap({ $0 }) {
      #expect(BarredWords.found(in: text, as: .statement).isEmpty, "\(text)")
    }
    for intent in intents { #expect(intent.purpose != nil && intent.use != nil && intent.misuse != nil) }
  }

  @Test func everySettledReadingHasItsLine() {
    let ids = (1...37).map { "A" + ($0 < 10 ? "0" : "") + "\($0)" }
    #expect(Set(SettledReadings.all.keys) == Set(ids))
  }

  @Test func statementsOfIntentBelongToSomething() {
    let rules = Set(LegbriefRules.book.rules.map(\.id))
    #expect(RuleIntents.all.keys.allSatisfy(rules.contains))
    #expect(Set(AreaIntents.all.keys) == Set(LegbriefRules.book.areas.map(\.id)))
  }

  @Test func nobodyHasReviewedARule() { #expect(SignOffs.all.isEmpty) }
}
