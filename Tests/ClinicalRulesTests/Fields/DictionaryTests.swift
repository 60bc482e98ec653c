import ClinicalRecord
import ClinicalRules
import Testing

/// What must hold for every declaration, whatever the basis says.
@Suite struct DictionaryTests {
  let dictionary = LegbriefFields.dictionary

  /// `vitaminD` is a test of the laboratory and a class of medicine; as an item it stands once.
  @Test func noIdIsDeclaredTwice() {
    #expect(dictionary.duplicates == [])
  }

  @Test func everyItemIsAskedInOneSentence() {
    let asked = dictionary.fields.filter { ![.measurements, .scores].contains($0.section) }
    for field in asked {
      #expect(field.question.hasSuffix("?"), "\(field.id)")
      #expect(field.question.filter { $0 == "?" }.count == 1, "\(field.id)")
    }
    #expect(Set(dictionary.fields.map(\.question)).count == dictionary.fields.count, "a question stands twice")
  }

  @Test func everyNumberHasARangeAndTheUsualOneLiesInside() {
    for field in dictionary.fields {
      switch field.kind {
      case .integer, .number, .profile, .subscales, .numberOrResult:
        #expect(field.possible != nil, "\(field.id)")
      default: #expect(field.possible == nil && field.plausible == nil, "\(field.id)")
      }
      guard let possible = field.possible, let plausible = field.plausible else { continue }
      #expect(possible.contains(plausible.lowerBound) && possible.contains(plausible.upperBound), "\(field.id)")
      #expect(possible != plausible, "\(field.id)")
    }
  }

  @Test func codesOfAChoiceDoNotRepeat() {
    for field in dictionary.fields {
      guard case .enumeration(let codes) = field.kind else { continue }
      #expect(Set(codes).count == codes.count, "\(field.id)")
    }
  }

  @Test func onlyAClinicianMayAnswerTheseItems() {
    let restricted = dictionary.fields.filter { $0.respondents == [.clinician] }.map(\.id.name)
    #expect(
      restricted == ["clinRlsMimicExcluded", "wellsAlternative", "progestogenDoseInProportion", "vcssTotal"])
    #expect(dictionary.fields.allSatisfy { $0.respondents == [.clinician] || $0.respondents.count == 3 })
  }

  @Test func itemsThatCouldIdentifyAPersonSaySo() {
    #expect(
      dictionary.fields.filter(\.identifiesPerson).map(\.id.name) == [
        "personId", "birthDate", "ethnicity", "mainConcern", "freeText", "medName", "medDose", "medReason",
      ])
  }

  @Test func rewordedItemsAndSuppliedScoresSaySo() {
    let adapted = dictionary.fields.filter { $0.note?.contains("adapted, not the validated form") ?? false }
    #expect(adapted.map(\.id.name).filter { $0.hasPrefix("sarcf") }.count == 5)
    #expect(adapted.map(\.id.name).filter { $0.hasPrefix("qWalkPain") }.count == 6)
    for field in dictionary.fields where field.section == .scores { #expect(field.note != nil, "\(field.id)") }
  }

  /// The ranges of the instruments (basis D); a total outside is rejected, not clipped.
  @Test(arguments: [
    ("irlsTotal", 0.0...40.0), ("rls6Items", 0...10), ("mrsTotal", 0...44), ("greeneTotal", 0...63),
    ("menqolDomains", 1...8), ("pegItem1", 0...10), ("koosSubscales", 0...100), ("hoosSubscales", 0...100),
    ("womacTotal", 0...100), ("oksTotal", 0...48), ("vcssTotal", 0...30), ("villaltaTotal", 0...33),
    ("civiqTotal", 0...100), ("dn4Total", 0...10), ("psqiTotal", 0...21), ("isiTotal", 0...28),
    ("sarcfTotal", 0...10),
  ])
  func scoresHaveTheRangeOfTheirInstrument(id: String, range: ClosedRange<Double>) {
    #expect(dictionary.field(id, in: .scores)?.possible == range)
  }
}
