/// One item of the data dictionary: everything that reading, validating, printing and coding it needs, declared once.
package struct Field: Sendable {
  package let id: ItemID
  package let section: RecordSection
  /// The question as a patient reads it, or the name of the measurement.
  package let question: String
  package let kind: FieldKind
  /// The unit of a number, such as `cm`; nil for a number without one.
  package let unit: String?
  /// Values outside are errors: they cannot be true, or the instrument does not have them.
  package let possible: ClosedRange<Double>?
  /// Values outside are warnings: possible, but worth a second look.
  package let plausible: ClosedRange<Double>?
  /// Who may give the value; an answer by anybody else is an error.
  package let respondents: Set<Respondent>
  package let codes: [TerminologyCode]
  /// True when the value could identify the person; such values are never printed in diagnostics or file names.
  package let identifiesPerson: Bool
  /// What a reader of the dictionary should know, such as "adapted, not the validated form".
  package let note: String?
  /// The plainer question of the same matter, which is asked first: whether there is a wound before for how many weeks.
  package private(set) var detailOf: ItemID?

  package init(
    _ id: ItemID, in section: RecordSection, _ question: String, _ kind: FieldKind, unit: String? = nil,
    possible: ClosedRange<Double>? = nil, plausible: ClosedRange<Double>? = nil,
    respondents: Set<Respondent> = Set(Respondent.allCases), codes: [TerminologyCode] = [],
    identifiesPerson: Bool = false, note: String? = nil
  ) {
    self.id = id
    self.section = section
    self.question = question
    self.kind = kind
    self.unit = unit
    self.possible = possible
    self.plausible = plausible
    self.respondents = respondents
    self.codes = codes
    self.identifiesPerson = identifiesPerson
    self.note = note
  }

  package func detail(of item: ItemID) -> Field {
    var copy = self
    copy.detailOf = item
    return copy
  }
}

/// The parts of a record, in the order of record format 1.
package enum RecordSection: String, Sendable, Hashable, CaseIterable {
  case person, log, answers, history, medications, labs, measurements, scores
}

/// How a field's value is written and what it may hold.
package enum FieldKind: Sendable, Hashable {
  /// One of the codes.
  case enumeration([String])
  /// Any number of the codes; an empty list means "asked, none".
  case set([String])
  /// `yes`, `no` or `unsure`.
  case bool3
  case integer
  case number
  /// `YYYY-MM-DD`.
  case day
  /// `YYYY-MM-DD`, or a date-time `YYYY-MM-DDTHH:MM…` of which the day is kept.
  case dayOrDateTime
  /// `HH:MM`, 24 hours.
  case time
  /// Free text of at most so many characters.
  case text(limit: Int)
  /// A list of objects with `site` and `side`.
  case joints(sites: [String], sides: [String])
  /// A list of exactly `count` numbers.
  case profile(count: Int)
  /// An object of named numbers.
  case subscales([String])
  /// A number, or `positive` / `negative` (rheumatoid factor, anti-CCP).
  case numberOrResult
}

/// A code of a public terminology, with whether it was checked against a public list (basis B6-B8, starred).
package struct TerminologyCode: Sendable, Hashable {
  package enum System: String, Sendable {
    case loinc = "LOINC"
    case snomed = "SNOMED CT"
  }
  package let system: System
  package let code: String
  package let checked: Bool

  package init(_ system: System, _ code: String, checked: Bool) {
    self.system = system
    self.code = code
    self.checked = checked
  }
}
