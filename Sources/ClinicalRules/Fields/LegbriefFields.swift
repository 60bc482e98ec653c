package import ClinicalRecord

/// The vocabulary of Legbrief: every item of basis part B, section by section, in the order of the basis.
///
/// The declarations stand in this folder, one file per part; each file is an extension with the fields of its part.
package enum LegbriefFields {
  package static let dictionary = FieldDictionary(
    fields: person + log + answers + history + medications + laboratoryFields + measurements + scores,
    labs: laboratory, instruments: Instruments.all)

  /// Questionnaire answers (basis B3), area by area.
  private static let answers: [Field] =
    restlessLegs + joints + jointsInflammatory + hipAndWidespreadPain + veins + walkingAndCirculation + wells + cramps
    + sarcF + nerves + tendonAndBone + hormonal + redFlags + selfManagement
}
