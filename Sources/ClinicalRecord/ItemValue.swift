/// What was recorded for one item, in the form of the item's kind.
package enum ItemValue: Sendable, Hashable {
  /// One code of an enumeration, or `yes` / `no` of a three-valued question.
  case code(String)
  /// The codes of a set, as written, without repeats; an empty set is an explicit "none of these".
  case codes([String])
  /// A number in the item's unit, with its text as written.
  case number(Double, written: String)
  /// Several numbers (the items of a profile score), by position.
  case numbers([Double])
  /// Named subscales of a supplied score, in the order written.
  case subscales([Subscale])
  case day(Day)
  /// A clock time in minutes after midnight, 0-1439.
  case time(Int)
  case text(String)
  /// Painful joints with their side.
  case joints([JointSite])
  /// Asked, but without an answer that can be used: `unsure`, `unknown`, `preferNotToSay` or `notTried` (basis 0.2). Evaluates as not recorded; printed as "asked, unsure".
  case unanswered(String)

  package struct Subscale: Sendable, Hashable {
    package var name: String
    package var value: Double
    package init(name: String, value: Double) {
      self.name = name
      self.value = value
    }
  }

  /// The codes that are stored as given and evaluated as not recorded (basis 0.2).
  package static let unansweredCodes: Set<String> = ["unsure", "unknown", "preferNotToSay", "notTried"]
}

/// A joint area as answered: a body site with its side, where given.
package struct JointSite: Sendable, Hashable, Comparable {
  package var site: String
  package var side: String?

  package init(site: String, side: String? = nil) {
    self.site = site
    self.side = side
  }

  package static func < (a: JointSite, b: JointSite) -> Bool { (a.site, a.side ?? "") < (b.site, b.side ?? "") }
}

/// Who gave an answer.
package enum Respondent: String, Sendable, Hashable, CaseIterable {
  case patient, clinician, carer
}

/// A place in the record's file: 1-based line and column in UTF-8 bytes; 0:0 for a value that no file holds.
package struct Place: Sendable, Hashable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static let none = Place(line: 0, column: 0)
}

/// One recorded value with its date, respondent and place in the input.
package struct RecordedItem: Sendable, Hashable {
  package var value: ItemValue
  package var date: Day?
  package var by: Respondent?
  package var place: Place

  package init(_ value: ItemValue, date: Day? = nil, by: Respondent? = nil, place: Place = .none) {
    self.value = value
    self.date = date
    self.by = by
    self.place = place
  }
}
