package import ClinicalRecord
package import Diagnostics

/// The bytes of one record with the place that diagnostics name.
package struct RecordText: Sendable {
  package var bytes: [UInt8]
  package var file: String
  /// From 1; nil for a file that holds one record.
  package var line: Int?

  package init(_ bytes: [UInt8], file: String, line: Int? = nil) {
    self.bytes = bytes
    self.file = file
    self.line = line
  }
}

/// What became of one record with one template.
package struct ReportAttempt: Sendable {
  /// Nil where there is no report; the diagnostics say why.
  package var made: MadeReport?
  /// Errors and warnings of record and template.
  package var diagnostics: [Diagnostic]

  package init(made: MadeReport?, diagnostics: [Diagnostic]) {
    self.made = made
    self.diagnostics = diagnostics
  }
}

/// A report as `legbrief report` would write it, byte for byte.
package struct MadeReport: Sendable, Hashable {
  /// Markdown, or plain text.
  package var text: [UInt8]
  /// Nil for plain text.
  package var page: [UInt8]?
  /// The day on which it ends.
  package var day: Day

  package init(text: [UInt8], page: [UInt8]?, day: Day) {
    self.day = day
    self.text = text
    self.page = page
  }
}

/// What the index says of one record.
package struct RecordSummary: Sendable, Hashable {
  /// The pseudonym, as reports print it; nil for a record that cannot be read.
  package var identifier: String?
  /// Of the most urgent red flag: 0 for none that is met, up to 5 for an emergency.
  package var rank: Int
  /// The level in words, or what is wrong.
  package var words: String
  /// As on the terminal; empty for a record without errors.
  package var faults: [Diagnostic]

  package init(identifier: String?, rank: Int, words: String, faults: [Diagnostic]) {
    self.identifier = identifier
    self.rank = rank
    self.words = words
    self.faults = faults
  }
}

/// Name, meaning and place of one field that a template prints.
package struct UsedField: Sendable, Hashable {
  package var name: String
  package var kind: String
  package var meaning: String

  package init(name: String, kind: String, meaning: String) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
  }
}

/// The templates as they stood at one moment.
package protocol PreviewTemplates: Sendable {
  /// Of report templates, without endings.
  var names: [String] { get }
  /// Changes with every byte that reports depend on besides their records.
  var digest: String { get }
  /// Every fault of every template, each once.
  var diagnostics: [Diagnostic] { get }

  func report(_ record: RecordText, template: String, asOf: Day?) -> ReportAttempt
  /// What all rules say, as `legbrief report --format json` writes it; nil where there is no report.
  func verdicts(_ record: RecordText, template: String, asOf: Day?) -> [UInt8]?
  /// From the statements of a page to rule, evidence and template line; nil where there is no report.
  func why(_ record: RecordText, template: String, asOf: Day?) -> JSONValue?
  /// What the template prints.
  func fields(of template: String) -> [UsedField]
}

/// Everything that the preview does not know by itself: rules, templates, how records are read.
package protocol PreviewSource: Sendable {
  /// Reads the templates anew; nil when they still are those of the digest.
  func templates(otherThan digest: String) -> (any PreviewTemplates)?
  func summary(of record: RecordText, asOf: Day?) -> RecordSummary
}

/// Before anything was read.
struct NoTemplates: PreviewTemplates {
  var names: [String] { [] }
  var digest: String { "" }
  var diagnostics: [Diagnostic] { [] }

  func report(_ record: RecordText, template: String, asOf: Day?) -> ReportAttempt {
    ReportAttempt(made: nil, diagnostics: [])
  }

  func verdicts(_ record: RecordText, template: String, asOf: Day?) -> [UInt8]? { nil }

  func why(_ record: RecordText, template: String, asOf: Day?) -> JSONValue? { nil }

  func fields(of template: String) -> [UsedField] { [] }
}
