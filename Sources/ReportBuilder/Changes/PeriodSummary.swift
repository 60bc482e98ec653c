package import ClinicalRecord
package import RuleEngine

/// What one report said, in values and numbers: enough to say what changed in the next one.
package struct PeriodSummary: Sendable, Hashable {
  /// The record's identifier; two summaries of different records are not compared.
  package var record: String
  /// The day on which the period ends.
  package var asOf: Day
  /// Nil where the source does not name it.
  package var ruleSet: String?
  /// In book order.
  package var rules: [RuleStanding]
  /// Nil where the source holds no numbers: they are not recorded there, not zero.
  package var numbers: Numbers?

  /// How one rule stood.
  package struct RuleStanding: Sendable, Hashable {
    package var id: RuleID
    package var value: Truth
    /// The level of a met flag.
    package var urgency: Urgency?
    /// A flag that is not recorded while something speaks for it.
    package var isOpen: Bool
    /// Kept from print, by precedence or by the caution of a measure.
    package var isWithheld: Bool
    /// Of a met flag: active, or when it was recorded.
    package var status: String?
    /// The printed phrase, with its numbers and their denominators.
    package var text: String
    /// The share behind the phrase, in percent.
    package var percent: Double?
  }

  /// The numbers of the period's window and the newest dated results.
  package struct Numbers: Sendable, Hashable {
    /// Days of the window with an entry or a check-in.
    package var observedDays: Int
    /// By kind; a kind without an entry in the window is absent.
    package var symptoms: [Symptom]
    /// The newest dated score of every questionnaire and form.
    package var scores: [Reading]
    /// The newest dated result of every test and measurement.
    package var results: [Reading]
  }

  /// One kind of symptom in the window.
  package struct Symptom: Sendable, Hashable {
    package var kind: String
    package var days: Int
    package var entries: Int
    /// Nil where no entry says one.
    package var severity: Severity?
  }

  package struct Severity: Sendable, Hashable {
    package var count: Int
    package var median: Double
    package var low: Double
    package var high: Double
  }

  /// A dated number, as recorded.
  package struct Reading: Sendable, Hashable {
    package var item: ItemID
    package var form: String?
    /// In the canonical unit; nil for a value that is not one number.
    package var value: Double?
    /// As printed.
    package var written: String
    package var date: Day
  }
}
