import ClinicalRecord
import ClinicalRules
import Foundation
import RuleEngine
import Testing

@testable import ReportBuilder

/// The patient's copy says what the clinician's says, at the same level, and nothing that reads as a diagnosis or as advice for the leg.
@Suite struct PatientCopyTests {
  private static let book = LegbriefRules.book
  private static let words = LegbriefRules.book.patientWords

  // MARK: the words

  @Test func everyRuleWithALevelHasPlainWordsAndNoOther() {
    let wanted = Self.book.rules.filter { (!$0.levels.isEmpty && !$0.isRoutineLine) || $0.id == "rf.freeText" }.map(
      \.id)
    #expect(Set(wanted) == Set(Self.words.flags.keys))
  }

  @Test func anOpenFlagIsNeverBelowTheLowestLevelOfItsRule() {
    for rule in Self.book.rules {
      guard let open = Self.words.flags[rule.id]?.whileOpen, let lowest = rule.levels.map(\.urgency).min() else {
        continue
      }
      #expect(open >= lowest, "\(rule.id)")
    }
  }

  @Test func everyLocaleSaysWhatToDoAtEveryLevel() {
    for pack in Self.book.locales {
      for level in Urgency.allCases {
        #expect(Self.words.help[pack.id]?[level]?.isEmpty == false, "\(pack.id) \(level)")
      }
      #expect(Set(Self.words.help[pack.id, default: [:]].values).count == Urgency.allCases.count, "\(pack.id)")
    }
  }

  @Test(arguments: [
    ("en-GB", "999", "NHS 111"), ("en-US", "911", "clinician’s office"), ("other", "local emergency number", "clinic"),
  ])
  func theNumbersAreThoseOfTheCountry(locale: String, number: String, office: String) {
    let answers: [ItemID: String] = ["qChestPain": "yes", "qOneLegSwollen": "yes"]
    let now = Documents.model(Documents.record(answers, person: ["localePack": locale])).documents.patient.now
    #expect(now.first?.action.contains(number) == true)
    #expect(now.last?.action.contains(office) == true)
  }

  /// Every text of the data: no barred word, short sentences, and "you".
  private static let texts: [String] =
    words.flags.values.flatMap { [$0.sign, $0.openSign] } + words.help.values.flatMap(\.values)
    + words.always.flatMap(\.signs) + words.kinds.values

  @Test func plainWordsKeepToTheAllowedWordsAndAreShort() {
    for text in Self.texts {
      #expect(BarredWords.found(in: text, as: .statement).isEmpty, "\(text)")
      for sentence in text.split(whereSeparator: { ".:".contains($0) }) {
        #expect(sentence.split(separator: " ").count <= 25, "\(sentence)")
      }
      for name in ["thrombosis", "embol", "clot", "cancer", "infection", "arteritis", "fracture", "ischaem"] {
        #expect(!text.lowercased().contains(name), "\(text)")
      }
    }
  }

  @Test func signsAreWholeSentences() {
    for flag in Self.words.flags.values {
      for sign in [flag.sign, flag.openSign] {
        #expect(sign.hasSuffix(".") && sign.first?.isUppercase == true, "\(sign)")
      }
    }
  }

  // MARK: agreement with the clinician's copy

  private static func check(_ patient: Documents.Patient, _ name: String) throws {
    let (record, model) = (patient.record, patient.model)
    let copy = model.documents.patient
    func rules(_ steps: [ReportDocuments.PatientCopy.Step]) -> [RuleID: Urgency] {
      Dictionary(
        steps.flatMap { step in step.signs.compactMap { sign in sign.rule.map { ($0, step.level) } } },
        uniquingKeysWith: { first, _ in first })
    }
    // The clinician's copy by rule: the level in words, as it is printed.
    var levels: [RuleID: String] = [:]
    for flag in model.redFlags {
      for rule in flag.rule.split(separator: ", ") { levels[RuleID(String(rule))] = flag.level }
    }
    #expect(rules(copy.now).mapValues(Wording.level) == levels, "\(name)")
    let open = rules(copy.unsettled)
    #expect(Set(open.keys.map(\.name)) == Set(model.openFlags.map(\.rule)), "\(name)")
    for (rule, level) in open {
      let kinds = words.flags[rule]?.urgentKinds ?? []
      // An entry that has left the 28 days opens nothing.
      let isUrgent = record.log.contains { entry in
        guard let kind = entry.kind else { return false }
        return kinds.contains(kind) && entry.date.number > record.asOf.number - 28
      }
      let expected: Urgency? = isUrgent ? .emergency : words.flags[rule]?.whileOpen
      #expect(level == expected, "\(name): \(rule)")
    }
    let help = words.help[book.locale(of: record)?.id ?? "other"] ?? [:]
    for step in copy.now + copy.unsettled + copy.always { #expect(step.action == help[step.level], "\(name)") }
    #expect(copy.now.map(\.level) == copy.now.map(\.level).sorted(by: >), "\(name)")
    #expect(!copy.always.isEmpty)
    // The printed page: every sign behind its own action.
    let blocks = Documents.blocks(try Documents.text(model, "patient"))
    for step in copy.now {
      let start = try #require(blocks.firstIndex(of: "**\(step.action)**"), "\(name): \(step.action)")
      let signs = blocks[(start + 1)...].prefix { !$0.hasPrefix("**") && !$0.hasPrefix("[!") }
      for sign in step.signs { #expect(signs.contains("- \(sign.text)"), "\(name): \(sign.text)") }
    }
    try checkWords(patient, name)
  }

  /// Without the patient's own words: no barred word, and beside an unsettled clot no advice for the leg.
  private static func checkWords(_ patient: Documents.Patient, _ name: String) throws {
    var model = patient.model
    model.concern = nil
    let blocks = Documents.blocks(try Documents.text(model, "patient"))
    let clot = patient.verdicts["rf.dvt"]
    let isUnsettled = clot?.value == .met || clot?.isOpen == true
    for line in blocks where !line.hasSuffix("?") && !line.contains(model.header.identifier) {
      #expect(BarredWords.found(in: line, as: .statement).isEmpty, "\(name): \(line)")
      guard isUnsettled else { continue }
      for advice in [
        "raise", "elevat", "stocking", "compress", "massage", "rub", "heat", "stretch", "exercis", "walk", "pooling",
      ] {
        // Symptoms that she counted herself are no advice.
        guard !line.hasPrefix("|") else { continue }
        #expect(!line.lowercased().contains(advice), "\(name): \(line)")
      }
    }
  }

  @Test func everyExampleAgrees() throws {
    #expect(Documents.examples.count >= 10)
    for (name, patient) in Documents.judgedExamples { try Self.check(patient, name) }
  }

  @Test func everySyntheticPatientAgrees() throws {
    for patient in Documents.cohort { try Self.check(patient, patient.record.identifier) }
  }

  @Test func aPatientWithEveryFlagAgrees() throws { try Self.check(Documents.flagged, "every flag") }

  /// Nothing recorded is no all-clear.
  @Test func nothingRecordedIsNoAllClear() throws {
    let page = Documents.blocks(try Documents.text(Documents.model(Documents.record()), "patient")).joined(
      separator: "\n")
    #expect(page.contains("That does not mean that all is well."))
    #expect(page.contains("You were not asked about"))
    #expect(page.contains("Call 999 now."))
  }
}
