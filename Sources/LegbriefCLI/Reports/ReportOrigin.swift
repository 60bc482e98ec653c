import ClinicalRecord
import ReportBuilder
import RuleEngine

/// What the reports of one run are made from, apart from the record.
struct ReportOrigin {
  let book: RuleBook
  let ruleSet: RuleSetFingerprint
  let templates: TemplateFingerprint
  let settings: ReportSettings
  /// Those that change what is printed.
  let options: [Provenance.Option]

  /// The names of the options, as a report states them.
  enum OptionName: String {
    case template
    case asOf = "as-of"
    case locale, clinic, since
    /// The SHA-256 of the verdicts that the report was compared with.
    case previous
  }

  /// The model with what it was made from and what the practice wants; `sha256` is that of the record's file.
  func completing(_ model: ReportModel, of record: PatientRecord, sha256: String) -> ReportModel {
    var model = model
    model.settings = settings
    model.provenance = Provenance(
      of: record, sha256: sha256, book: book, program: LegbriefCommand.version, ruleSet: ruleSet,
      templates: templates, options: options)
    return model
  }
}

extension ReadingOptions {
  /// The options that were given, for the provenance.
  var stated: [Provenance.Option] {
    var options: [Provenance.Option] = []
    if let asOf { options.append(.init(ReportOrigin.OptionName.asOf.rawValue, asOf.iso)) }
    if let locale { options.append(.init(ReportOrigin.OptionName.locale.rawValue, locale.rawValue)) }
    return options
  }
}

extension ReportCommand {
  /// The options that one template's report depends on, for the provenance.
  func stated(for template: ReportTemplate) -> [Provenance.Option] {
    var options = [Provenance.Option(ReportOrigin.OptionName.template.rawValue, template.name)]
    if template.kind == .referral, let clinic {
      options.append(.init(ReportOrigin.OptionName.clinic.rawValue, clinic.id))
    }
    return options + reading.stated
  }
}
