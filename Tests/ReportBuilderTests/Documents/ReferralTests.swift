import ClinicalRecord
import ClinicalRules
import Foundation
import RuleEngine
import Testing

@testable import ReportBuilder

/// The letter holds what its clinic needs, red flags first, and nothing that precedence withholds.
@Suite struct ReferralTests {
  private static let book = LegbriefRules.book

  /// The letter of a patient to a clinic, without composing the rest anew.
  private static func letter(
    _ patient: Documents.Patient, _ clinic: String? = nil
  ) throws -> (text: String, letter: ReportDocuments.Referral) {
    var model = patient.model
    let composer = Documents.composer
    model.documents.referral = composer.referral(
      composer.reading(patient.verdicts), model, questions: [], clinic: clinic)
    let text = Documents.blocks(try Documents.text(model, "referral")).joined(separator: "\n")
    return (text, model.documents.referral)
  }

  @Test func everyClinicNamesRulesAndAreasThatExist() {
    let rules = Set(Self.book.rules.map(\.id))
    #expect(Self.book.clinics.map(\.id) == ["vascular", "rheumatology", "sleep", "menopause"])
    for clinic in Self.book.clinics {
      for rule in clinic.also + clinic.weighs + clinic.flags { #expect(rules.contains(rule), "\(clinic.id): \(rule)") }
      for area in clinic.areas { #expect(Self.book.areas.contains { $0.id == area }, "\(clinic.id): \(area)") }
      for rule in clinic.weighs {
        let area = Self.book.areas.first { $0.rules.contains { $0.id == rule } }?.id ?? ""
        #expect(area != "redFlags" && area != "selfManagement", "\(clinic.id): \(rule)")
      }
    }
  }

  /// Every flag but the patient's own words, results and cancer points to a clinic, or to none on purpose.
  @Test func flagsOfNoClinicAreThoseOfAnEmergencyDepartmentOrAGP() {
    let pointed = Set(Self.book.clinics.flatMap(\.flags))
    let flags = Self.book.rules.filter { !$0.levels.isEmpty && !$0.isRoutineLine }.map(\.id)
    #expect(Set(flags).subtracting(pointed).map(\.name).sorted() == ["rf.bp", "rf.labCritical", "rf.malignancy"])
  }

  @Test(arguments: [
    ("swollen-calf-oral-hrt", "Vascular clinic"), ("inflammatory-joints", "Rheumatology clinic"),
    ("restless-legs-low-ferritin", "Sleep and neurology clinic"), ("joint-pattern-severe-flushes", "Menopause clinic"),
    ("claudication-stockings", "Vascular clinic"),
  ])
  func theRecordChoosesTheClinic(example: String, clinic: String) throws {
    let patient = try #require(Documents.judgedExamples.first { $0.name == example }).patient
    let (text, letter) = try Self.letter(patient)
    #expect(letter.clinic == clinic)
    #expect(
      text.contains("The program chose this clinic")
        && text.contains("--clinic: vascular, rheumatology, sleep, menopause"))
  }

  @Test(arguments: ["vascular", "rheumatology", "sleep", "menopause"])
  func aChosenClinicIsKeptAndFlagsStandFirst(clinic: String) throws {
    for (name, patient) in Documents.judgedExamples + [("every flag", Documents.flagged)] {
      let (text, letter) = try Self.letter(patient, clinic)
      let model = patient.model
      let title = Self.book.clinics.first { $0.id == clinic }?.title
      #expect(letter.clinic == title)
      #expect(letter.chosen == nil && !text.contains("The program chose"))
      let parts = text.components(separatedBy: "## Reason for referral")
      #expect(parts.count == 2)
      for flag in model.redFlags + model.openFlags {
        #expect(parts[0].contains(flag.level == "Open" ? "Open, not settled" : flag.level), "\(name)")
        #expect(
          parts[0].split(whereSeparator: { !$0.isLetter }).joined().contains(
            flag.title.split(whereSeparator: { !$0.isLetter }).joined()), "\(name): \(flag.title)")
      }
      for placeholder in ["[referrer\\]", "[hospital and address\\]", "[signature"] {
        #expect(text.contains(placeholder))
      }
      #expect(text.contains("Not a diagnosis."))
    }
  }

  @Test func nothingRecordedSaysThatNoCriterionChoseTheClinic() throws {
    let (text, _) = try Self.letter(Documents.Patient(Documents.record()))
    #expect(text.contains("no criterion of a clinic is met on what was recorded"))
    #expect(text.contains("The patient’s own words: not recorded."))
  }

  /// What precedence withholds stays out of the letter, whatever the clinic (basis P2, P3).
  @Test func withheldRulesStayWithheld() throws {
    let composer = Documents.composer
    for patient in Documents.cohort {
      let withheld = Set(patient.verdicts.all.filter { $0.suppressedBy != nil }.map(\.id.name))
      for clinic in Self.book.clinics {
        let letter = composer.referral(
          composer.reading(patient.verdicts), patient.model, questions: [], clinic: clinic.id)
        let printed = letter.met.map(\.rule) + letter.tried.map(\.rule)
        #expect(withheld.isDisjoint(with: printed), "\(patient.record.identifier) \(clinic.id)")
        #expect(letter.met.allSatisfy { patient.verdicts[RuleID($0.rule)]?.value == .met })
      }
    }
  }
}
