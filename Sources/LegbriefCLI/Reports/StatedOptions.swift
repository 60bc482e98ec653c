import BatchReports
import ClinicalRecord
import ReportBuilder

// The options of a command that a report states, because it depends on them.

extension ReadingOptions {
  /// The options that were given, for the provenance.
  var stated: [Provenance.Option] {
    var options: [Provenance.Option] = []
    if let asOf { options.append(.init(ReportOrigin.OptionName.asOf.rawValue, asOf.iso)) }
    if let locale { options.append(.init(ReportOrigin.OptionName.locale.rawValue, locale.rawValue)) }
    return options
  }
}

extension ReportOrigin {
  /// The options that one template's report depends on, for the provenance.
  static func stated(
    for template: ReportTemplate, _ clinic: ClinicName?, _ reading: ReadingOptions
  ) -> [Provenance.Option] {
    var options = [Provenance.Option(OptionName.template.rawValue, template.name)]
    if template.kind == .referral, let clinic {
      options.append(.init(OptionName.clinic.rawValue, clinic.id))
    }
    return options + reading.stated
  }
}
