import BuiltinTemplates
import ClinicalRecord
import ClinicalRules
import Diagnostics
import Foundation
import RuleEngine
import Testing

@testable import ReportBuilder

/// The note fits its box whatever was recorded, and what matters most is never what makes room.
@Suite struct NoteTests {
  /// The one objective sign of a swollen calf stays in the note.
  @Test func theNoteKeepsTheGirthsOfTheCalves() throws {
    let (_, patient) = try #require(Documents.judgedExamples.first { $0.name == "swollen-calf-oral-hrt" })
    let note = try Documents.text(patient.model, "note").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(note.contains("calves 38.5 cm left, 35 cm right (2026-02-26)"))
  }

  private static func check(_ patient: Documents.Patient, _ name: String) throws {
    let model = patient.model
    let text = try Documents.text(model, "note")
    #expect(text.unicodeScalars.count <= 1500, "\(name): \(text.unicodeScalars.count)")
    for line in text.split(separator: "\n") {
      #expect(line.unicodeScalars.count <= 100, "\(name): \(line)")
      #expect(!line.hasSuffix(" "), "\(name): \(line)")
    }
    // Broken lines joined again, so that a title may stand across two.
    let joined = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for flag in model.redFlags {
      #expect(joined.contains(Self.ascii(flag.title)), "\(name): \(flag.title)")
      #expect(joined.contains(flag.level), "\(name): \(flag.level)")
    }
    let flags = try #require(joined.range(of: "RED FLAGS"))
    let criteria = try #require(joined.range(of: "RLS CRITERIA"))
    #expect(flags.upperBound < criteria.lowerBound)
    #expect(joined.contains("not a diagnosis") && joined.contains("DATA:") && joined.contains("Not asked:"))
    #expect(!text.contains("**") && !text.contains("{{"))
  }

  private static func ascii(_ text: String) -> String {
    String(decoding: PlainTextLayout.ascii(Array(text.utf8)), as: UTF8.self)
  }

  @Test func everyExampleFits() throws {
    for (name, patient) in Documents.judgedExamples { try Self.check(patient, name) }
  }

  @Test func everySyntheticPatientFits() throws {
    for patient in Documents.cohort { try Self.check(patient, patient.record.identifier) }
  }

  @Test func aPatientWithEveryFlagFits() throws {
    let model = Documents.flagged.model
    let met = Set(model.redFlags.flatMap { $0.rule.split(separator: ", ").map(String.init) })
    let all = LegbriefRules.book.areas.first { $0.id == "redFlags" }?.rules.map(\.id.name) ?? []
    #expect(all.filter { !met.contains($0) } == ["rf.severePersistent", "rf.freeText"])
    try Self.check(Documents.flagged, "every flag")
  }

  /// More than any record can hold: every rule that carries a level, and every flag open and not asked as well.
  @Test func everyTitleOfTheBookFits() throws {
    let flags = LegbriefRules.book.rules.filter { !$0.levels.isEmpty }
    var model = Documents.flagged.model
    model.documents.note.redFlags = flags.map { rule in
      .init(
        level: Wording.level(rule.levels.map(\.urgency).max() ?? .sameDay), title: rule.title,
        because: String(repeating: "evidence ", count: 30))
    }.sorted { $0.level < $1.level }
    model.documents.note.openFlags = flags.map { .init(level: "Open", title: $0.title, because: "evidence") }
    model.documents.note.notAsked = flags.map(\.title).joined(separator: "; ")
    model.documents.note.notAskedCount = flags.count
    let text = try Documents.text(model, "note")
    #expect(text.unicodeScalars.count <= 1500)
    let joined = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for rule in flags { #expect(joined.contains(Self.ascii(rule.title)), "\(rule.id)") }
    #expect(!text.contains("evidence"))
  }

  /// The order of the steps: evidence first, never a flag's level and title.
  @Test(arguments: NoteReduction.allCases) func noStepTakesAFlagAway(step: NoteReduction) {
    let note = Documents.flagged.model.documents.note
    let reduced = note.reduced(upTo: step)
    let titles = reduced.redFlags.flatMap { $0.title.split(separator: ";").map { $0.drop { $0 == " " } } }
    #expect(titles.count == note.redFlags.flatMap { $0.title.split(separator: ";") }.count)
    #expect(Set(reduced.redFlags.map(\.level)) == Set(note.redFlags.map(\.level)))
    // What decided stays when questions, tests and areas have gone.
    if step.rawValue < NoteReduction.noEvidence.rawValue {
      for (flag, whole) in zip(reduced.redFlags, note.redFlags) {
        #expect(flag.because?.contains(whole.evidence?.core ?? "") == true || flag.because == whole.because)
      }
    }
    if step == .noEvidence {
      #expect(reduced.redFlags.allSatisfy { $0.because == nil })
    }
  }

  /// A practice's own words must leave room for what no step takes away.
  @Test(arguments: [(200, true), (1600, false)]) func tooManyWordsOfATemplateAreRefused(count: Int, fits: Bool) throws {
    let own = "{{> note}}\n" + String(repeating: "x", count: count) + "\n"
    let loaded = ReportTemplates.load(
      builtin: BuiltinTemplates.files,
      overlay: [(SourceText(file: "own.txt.mustache", bytes: Array(own.utf8)), "own.txt.mustache")],
      template: "own"
    ) { _ in "hash" }
    let pipeline = ReportPipeline(
      book: LegbriefRules.book, templates: try #require(loaded.templates), generator: "Legbrief test")
    let model = Documents.flagged.model
    #expect(((try? pipeline.text(model, by: pipeline.reports[0])) != nil) == fits)
  }
}

/// Punctuation in ASCII, lines of at most 100.
@Suite struct PlainTextLayoutTests {
  @Test(arguments: [
    ("“a” – ‘b’ … ≥ 5 µg · c  \n", "\"a\" - 'b' ... >= 5 ug - c\n"), ("é 脚 😖", "é 脚 😖"), ("", ""),
    ("a\u{00A0}b", "a b"),
  ])
  func punctuationBecomesASCII(text: String, expected: String) {
    #expect(String(decoding: PlainTextLayout.ascii(Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test(arguments: [
    (String(repeating: "word ", count: 40), 3), (String(repeating: "x", count: 250), 3), ("short", 1), ("", 1),
    ("a " + String(repeating: "x", count: 120), 3),
  ])
  func noLineIsWider(text: String, lines: Int) {
    let wrapped = String(decoding: PlainTextLayout.wrapped(Array(text.utf8)), as: UTF8.self)
    let found = wrapped.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(found.count == lines)
    #expect(found.allSatisfy { $0.unicodeScalars.count <= PlainTextLayout.width })
    #expect(wrapped.filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
  }
}
