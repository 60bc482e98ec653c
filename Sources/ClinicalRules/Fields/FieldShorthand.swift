import ClinicalRecord

/// One function per section, so that a declaration reads as its id, its question and what may be answered.
extension Field {
  static func person(
    _ id: ItemID, _ question: String, _ kind: FieldKind, unit: String? = nil, possible: ClosedRange<Double>? = nil,
    identifiesPerson: Bool = false, note: String? = nil
  ) -> Field {
    Field(
      id, in: .person, question, kind, unit: unit, possible: possible, identifiesPerson: identifiesPerson, note: note)
  }

  static func log(
    _ id: ItemID, _ question: String, _ kind: FieldKind = .bool3, unit: String? = nil,
    possible: ClosedRange<Double>? = nil, plausible: ClosedRange<Double>? = nil, identifiesPerson: Bool = false,
    note: String? = nil
  ) -> Field {
    Field(
      id, in: .log, question, kind, unit: unit, possible: possible, plausible: plausible,
      identifiesPerson: identifiesPerson, note: note)
  }

  static func answer(
    _ id: ItemID, _ question: String, _ kind: FieldKind = .bool3, unit: String? = nil,
    possible: ClosedRange<Double>? = nil, plausible: ClosedRange<Double>? = nil,
    by respondents: Set<Respondent> = Set(Respondent.allCases), codes: [TerminologyCode] = [], note: String? = nil
  ) -> Field {
    Field(
      id, in: .answers, question, kind, unit: unit, possible: possible, plausible: plausible, respondents: respondents,
      codes: codes, note: note)
  }

  static func history(
    _ id: ItemID, _ question: String, _ kind: FieldKind = .bool3, unit: String? = nil,
    possible: ClosedRange<Double>? = nil, plausible: ClosedRange<Double>? = nil,
    by respondents: Set<Respondent> = Set(Respondent.allCases), codes: [TerminologyCode] = [], note: String? = nil
  ) -> Field {
    Field(
      id, in: .history, question, kind, unit: unit, possible: possible, plausible: plausible, respondents: respondents,
      codes: codes, note: note)
  }

  static func medication(
    _ id: ItemID, _ question: String, _ kind: FieldKind, identifiesPerson: Bool = false, note: String? = nil
  ) -> Field {
    Field(id, in: .medications, question, kind, identifiesPerson: identifiesPerson, note: note)
  }

  static func measurement(
    _ id: ItemID, _ name: String, unit: String?, possible: ClosedRange<Double>, plausible: ClosedRange<Double>? = nil,
    codes: [TerminologyCode] = [], note: String? = nil
  ) -> Field {
    Field(
      id, in: .measurements, name, .number, unit: unit, possible: possible, plausible: plausible, codes: codes,
      note: note)
  }

  static func score(
    _ id: ItemID, _ name: String, _ kind: FieldKind = .integer, possible: ClosedRange<Double>,
    plausible: ClosedRange<Double>? = nil, by respondents: Set<Respondent> = Set(Respondent.allCases), note: String
  ) -> Field {
    Field(
      id, in: .scores, name, kind, possible: possible, plausible: plausible, respondents: respondents, note: note)
  }
}

/// Terminology codes as the basis marks them: a star there is `checked` here.
extension TerminologyCode {
  static func loinc(_ code: String) -> TerminologyCode { TerminologyCode(.loinc, code, checked: true) }
  static func loincFromMemory(_ code: String) -> TerminologyCode { TerminologyCode(.loinc, code, checked: false) }
  static func snomed(_ code: String) -> TerminologyCode { TerminologyCode(.snomed, code, checked: true) }
}

/// Ranges that several items share. They bound what can be true at all, so that a slip of the keyboard is an error.
extension ClosedRange where Bound == Double {
  /// The 0-10 numeric rating scale.
  static var rating: ClosedRange<Double> { 0...10 }
  static var percent: ClosedRange<Double> { 0...100 }
  static var daysPerWeek: ClosedRange<Double> { 0...7 }
  static var minutesOfADay: ClosedRange<Double> { 0...1440 }
  /// 110 years, the highest age of a record.
  static var weeksOfALife: ClosedRange<Double> { 0...5740 }
  static var monthsOfALife: ClosedRange<Double> { 0...1320 }
}
