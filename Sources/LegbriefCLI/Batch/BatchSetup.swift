import BatchReports
import ClinicalRecord
import ClinicalRules
import Diagnostics
import FileAccess
import RecordReaders
import ReportBuilder

/// What every record of a run has in common: checked templates, settings, rules, and the digest of all of them.
struct BatchSetup {
  let makers: @Sendable () -> BatchRun.Making
  /// A digest of everything that a report depends on besides its record.
  let digest: String
  /// For results that no template writes.
  let pipeline: @Sendable () -> ReportPipeline
  let reader: RecordReader

  /// Nil where a template, the settings or the options cannot be used; the diagnostics say why.
  ///
  /// - Parameter stated: further options that change what is printed.
  static func load(
    _ options: BatchReportOptions, _ reading: ReadingOptions, stated: [Provenance.Option], isListed: Bool,
    files: any FileSystem
  ) -> (setup: BatchSetup?, diagnostics: [Diagnostic]) {
    let practice = SettingsSource.load(options.practice.config, files)
    guard let settings = practice.settings else { return (nil, practice.diagnostics) }
    let loaded = TemplateLoading.load(
      templates: options.template.all, folder: options.templates, settings: settings, files: files)
    var diagnostics = practice.diagnostics + loaded.diagnostics
    guard let templates = loaded.templates else { return (nil, diagnostics) }
    let faults = ReportFault.all(formats: options.format.all, clinic: options.clinic?.id, templates.reports)
    diagnostics += faults
    guard faults.isEmpty else { return (nil, diagnostics) }
    let book = LegbriefRules.book
    let origins = templates.reports.map { template in
      ReportOrigin(
        program: LegbriefCommand.version, book: book, ruleSet: RuleFingerprint.shipped,
        templates: TemplateLoading.fingerprint(of: template, overlay: loaded.overlay, settings: settings),
        settings: settings, options: ReportOrigin.stated(for: template, options.clinic, reading) + stated)
    }
    let formats = options.format.all
    let clinic = options.clinic?.id
    let pipeline: @Sendable () -> ReportPipeline = {
      ReportPipeline(book: book, templates: templates, generator: "Legbrief \(LegbriefCommand.version)")
    }
    let makers: @Sendable () -> BatchRun.Making = {
      let maker = ReportMaker(book: book, pipeline: pipeline(), origins: origins, formats: formats, clinic: clinic)
      return { record, sha256, warnings, path, comparison in
        maker.make(
          record, sha256: sha256, warnings: warnings, at: path, comparedWith: comparison, isListed: isListed)
      }
    }
    let parts =
      [
        "legbrief \(LegbriefCommand.version)", RuleFingerprint.shipped.combined,
        formats.map(\.rawValue).joined(separator: ","),
      ]
      + origins.map(\.templates.combined)
      + origins.map { $0.options.map { "\($0.name)=\($0.value)" }.joined(separator: ",") }
    let setup = BatchSetup(
      makers: makers, digest: Digest.hex(Array(parts.joined(separator: "\n").utf8)),
      pipeline: pipeline,
      reader: RecordReader(dictionary: LegbriefFields.dictionary))
    return (setup, diagnostics)
  }
}
