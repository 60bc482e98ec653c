package import ClinicalRecord
package import RuleEngine

/// What a report was made from: enough to make it again, and to say what has changed since.
package struct Provenance: Sendable, Hashable {
  /// An option of the command line that changes what is printed.
  package struct Option: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package struct Period: Sendable, Hashable {
    package var from: Day
    package var to: Day

    package init(from: Day, to: Day) {
      self.from = from
      self.to = to
    }
  }

  /// The version of the program.
  package var program: String
  package var ruleSet: RuleSetFingerprint
  package var templates: TemplateFingerprint
  /// SHA-256 of the record's file, in hexadecimal as `sha256sum` prints it.
  package var record: String
  package var asOf: Day
  /// The days of most counts.
  package var window: Period
  /// From the first to the last day of the log; nil without one.
  package var log: Period?
  package var locale: String
  package var options: [Option]

  package init(
    program: String, ruleSet: RuleSetFingerprint, templates: TemplateFingerprint, record: String, asOf: Day,
    window: Period, log: Period?, locale: String, options: [Option]
  ) {
    self.program = program
    self.ruleSet = ruleSet
    self.templates = templates
    self.record = record
    self.asOf = asOf
    self.window = window
    self.log = log
    self.locale = locale
    self.options = options
  }

  /// What is known of a judged record.
  package init(
    of record: PatientRecord, sha256: String, book: RuleBook, program: String, ruleSet: RuleSetFingerprint,
    templates: TemplateFingerprint, options: [Option]
  ) {
    let days = record.log.map(\.date)
    var log: Period?
    if let first = days.min(), let last = days.max() { log = Period(from: first, to: last) }
    self.init(
      program: program, ruleSet: ruleSet, templates: templates, record: sha256, asOf: record.asOf,
      window: Period(from: record.asOf.adding(days: -27), to: record.asOf), log: log,
      locale: book.locale(of: record)?.id ?? "other", options: options)
  }

  /// The version of the JSON form.
  package static let format = 1

  /// For the page's head: one object on one line; keys stand in a fixed order.
  package var json: JSONValue {
    func period(_ period: Period) -> JSONValue {
      .object([.init("from", .string(period.from.iso)), .init("to", .string(period.to.iso))])
    }
    var members: [JSONValue.Member] = [
      .init("provenance", .number(Double(Provenance.format))), .init("program", .string("Legbrief")),
      .init("version", .string(program)), .init("recordSHA256", .string(record)), .init("asOf", .string(asOf.iso)),
      .init("window", period(window)),
    ]
    if let log { members.append(.init("log", period(log))) }
    members += [
      .init("locale", .string(locale)),
      .init("options", .object(options.map { .init($0.name, .string($0.value)) })),
      .init(
        "templates",
        .object([
          .init("sha256", .string(templates.combined)),
          .init("files", .object(templates.files.map { .init($0.name, .string($0.fingerprint)) })),
        ])),
      .init(
        "ruleSet",
        .object([
          .init("version", .string(ruleSet.version)), .init("sha256", .string(ruleSet.combined)),
          .init("rules", .object(ruleSet.rules.map { .init($0.id, .string($0.fingerprint)) })),
        ])),
    ]
    return .object(members)
  }
}
