import ClinicalRecord
import ClinicalRules
import Diagnostics
import Foundation
import RecordReaders
import RuleEngine
import Testing

@testable import ReportBuilder

/// A letter is two sheets; what moves to the appointment summary is never a red flag or a current medicine.
@Suite struct LetterLimitsTests {
  /// A record with nearly every flag, as fresh eyes made it.
  private static func record() throws -> PatientRecord {
    let folder = #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    let bytes = try #require(FileManager.default.contents(atPath: folder + "/Records/every-flag.json"))
    let source = SourceText(file: "record.json", bytes: Array(bytes))
    return try #require(RecordReader(dictionary: LegbriefFields.dictionary).read(source, asOf: Documents.asOf).record)
  }

  private static func words(_ text: String) -> String {
    text.filter { !"*[\\>".contains($0) }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(arguments: LegbriefRules.book.clinics.map(\.id)) func withNearlyEveryFlagALetterIsTwoSheets(
    clinic: String
  ) throws {
    let model = Documents.model(try Self.record(), clinic: clinic)
    #expect(model.redFlags.count > 20)
    let markdown = try Documents.text(model, "referral")
    #expect(PrintEstimate(Array(markdown.utf8)).fitsLetter)
    let text = Self.words(markdown)
    for flag in model.redFlags + model.openFlags { #expect(text.contains(Self.words(flag.title)), "\(flag.rule)") }
    #expect(text.contains(try #require(model.documents.referral.level)))
    #expect(!model.documents.referral.medicines.isEmpty)
    for medicine in model.documents.referral.medicines { #expect(text.contains(Self.words(medicine))) }
    for sentence in model.documents.referral.withheld { #expect(text.contains(Self.words(sentence))) }
    #expect(clinic != "sleep" || text.contains("more in the appointment summary."))
  }

  @Test func aLetterThatFitsIsWhole() throws {
    for (name, patient) in Documents.judgedExamples {
      let letter = patient.model.documents.referral
      guard letter.met.count < 8, letter.fired.count < 4 else { continue }
      #expect(try !Documents.text(patient.model, "referral").contains("more in the appointment summary"), "\(name)")
    }
  }

  /// Nothing but the evidence of flags is cut.
  @Test func manyFlagsKeepLevelTitleAndWhatDecided() {
    var limits = PageOneLimits.letterWithManyFlags
    #expect(limits.because == 0 && limits.isTerse && limits.isDense)
    limits.because = PageOneLimits.unlimited.because
    (limits.isTerse, limits.isDense) = (false, false)
    #expect(limits == .unlimited)
  }

  @Test func eachFormHoldsNoMoreThanTheOneBefore() {
    let forms = LetterLimits.ladder
    #expect(forms.first == .unlimited)
    for (fuller, form) in zip(forms, forms.dropFirst()) {
      #expect(form != fuller)
      #expect(form.fired <= fuller.fired && form.questions <= fuller.questions && form.tests <= fuller.tests)
      #expect(form.findings <= fuller.findings && (fuller.hasEvidence || !form.hasEvidence))
      #expect(fuller.hasFindingsOfFlags || !form.hasFindingsOfFlags)
    }
  }

  @Test(arguments: [(0, 3, 0), (3, 3, 3), (4, 3, 4), (5, 3, 3), (5, Int.max, 5)])
  func oneMoreIsPrintedRatherThanCounted(lines: Int, limit: Int, printed: Int) {
    let all = Array(0..<lines)
    #expect(LetterLimits.first(limit, of: all) == Array(0..<printed))
    #expect(LetterLimits.rest(lines - printed) == (lines > printed ? "\(lines - printed)" : nil))
  }

  @Test func findingsOfANamedFlagGoFirstAndEvidenceOnlyWhereWordsStay() {
    let behind = CriterionLineTests.line { $0.isBehindFlag = true }
    let bare = CriterionLineTests.line { $0.evidence = "swelling" }
    let worded = CriterionLineTests.line { ($0.evidence, $0.text) = ("swelling", "Swelling in both legs.") }
    var limits = LetterLimits.unlimited
    #expect(limits.findings([behind, bare, worded]) == [behind, bare, worded])
    limits.hasFindingsOfFlags = false
    #expect(limits.findings([behind, bare, worded]) == [bare, worded])
    limits.hasEvidence = false
    #expect(limits.findings([bare, worded]).map(\.evidence) == ["swelling", nil])
  }
}

/// Which criteria stand together in a paragraph rather than in a row of their own.
@Suite struct CriterionLineTests {
  typealias Line = ReportModel.CriterionLine

  static func line(_ change: (inout Line) -> Void = { _ in }) -> Line {
    var line = Line(
      title: "Criterion", rule: "area.rule", isMet: false, isNotMet: true, isNotRecorded: false, isProvisional: false,
      missing: [], source: "ng158 (V)")
    change(&line)
    return line
  }

  @Test(arguments: [
    ("not met", line(), true),
    ("not recorded", line { ($0.isNotMet, $0.isNotRecorded) = (false, true) }, true),
    ("evidence alone makes no row", line { $0.evidence = "swelling: no" }, true),
    ("nor does what is missing", line { $0.missing = ["swelling"] }, true),
    ("met", line { ($0.isMet, $0.isNotMet) = (true, false) }, false),
    ("an open flag", line { ($0.isNotMet, $0.isNotRecorded, $0.isOpen) = (false, true, true) }, false),
    ("essential for restless legs", line { $0.isEssential = true }, false),
    ("something to say", line { $0.text = "0 of 5 met." }, false),
    ("answers and log disagree", line { $0.conflict = "joint pain: no, log yes" }, false),
    ("entries of another area too", line { $0.overlap = "2 entries" }, false),
  ])
  func standsInAParagraph(name: String, line: Line, isBrief: Bool) {
    #expect(line.isBrief == isBrief, "\(name)")
  }
}
