// Fields of the dictionary that code reads by name: their ids are made once, for an entry is asked for them some hundred times.
extension ItemID {
  package static let ageYears: ItemID = "ageYears"
  package static let birthDate: ItemID = "birthDate"
  package static let bodySite: ItemID = "bodySite"
  package static let entryDate: ItemID = "entryDate"
  package static let freeText: ItemID = "freeText"
  package static let medListComplete: ItemID = "medListComplete"
  package static let onsetPeriod: ItemID = "onsetPeriod"
  package static let onsetTime: ItemID = "onsetTime"
  package static let ongoing: ItemID = "ongoing"
  package static let period: ItemID = "period"
  package static let severity: ItemID = "severity"
  package static let side: ItemID = "side"
  package static let symptomKind: ItemID = "symptomKind"
}
