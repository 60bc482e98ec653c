package import ClinicalRecord
package import ReportBuilder
package import RuleEngine

/// What the reports of one run are made from, apart from the record.
package struct ReportOrigin: Sendable {
  /// The version of the program.
  let program: String
  let book: RuleBook
  package let ruleSet: RuleSetFingerprint
  package let templates: TemplateFingerprint
  let settings: ReportSettings
  /// Those that change what is printed.
  package let options: [Provenance.Option]

  package init(
    program: String, book: RuleBook, ruleSet: RuleSetFingerprint, templates: TemplateFingerprint,
    settings: ReportSettings, options: [Provenance.Option]
  ) {
    self.program = program
    self.book = book
    self.ruleSet = ruleSet
    self.templates = templates
    self.settings = settings
    self.options = options
  }

  /// The names of the options, as a report states them.
  package enum OptionName: String {
    case template
    case asOf = "as-of"
    case locale, clinic, since
    /// The SHA-256 of the verdicts that the report was compared with.
    case previous
  }

  /// The model with what it was made from and what the practice wants; `sha256` is that of the record's file.
  package func completing(_ model: ReportModel, of record: PatientRecord, sha256: String) -> ReportModel {
    var model = model
    model.settings = settings
    model.provenance = Provenance(
      of: record, sha256: sha256, book: book, program: program, ruleSet: ruleSet,
      templates: templates, options: options)
    return model
  }
}
