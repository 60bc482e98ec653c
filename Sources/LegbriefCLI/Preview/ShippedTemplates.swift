import BatchReports
import BuiltinTemplates
import ClinicalRecord
import ClinicalRules
import Diagnostics
import FileAccess
import PreviewServer
import RecordReaders
import ReportBuilder
import RuleEngine

/// The user's own templates and settings as they stood at one moment, read and not yet checked.
struct TemplateFolder {
  private(set) var overlay: [TemplateCatalog.Own] = []
  let settings: ReportSettings
  /// What cannot be read.
  private(set) var diagnostics: [Diagnostic]
  /// Changes with every byte of the files, and with what cannot be read of them.
  let digest: String

  init(folder: String?, config: String?, files: any FileSystem) {
    let practice = SettingsSource.load(config, files)
    settings = practice.settings ?? ReportSettings()
    diagnostics = practice.diagnostics
    do throws(FileError) {
      overlay = try TemplateCatalog(folder: folder, files: files).overlay
    } catch {
      diagnostics.append(error.diagnostic)
    }
    var bytes = Array(diagnostics.map(DiagnosticPrinter.text).joined().utf8)
    for file in overlay { bytes += Array("\n\(file.name) \(file.file.bytes.count)\n".utf8) + file.file.bytes }
    bytes += (try? config.map { try files.read($0, limit: 1 << 20) }) ?? []
    digest = Digest.hex(bytes)
  }
}

/// The templates as they stood at one moment, each checked by itself: a fault in one leaves the others alone.
struct ShippedTemplates: PreviewTemplates {
  let names: [String]
  let digest: String
  let diagnostics: [Diagnostic]

  private struct Loaded: Sendable {
    /// Nil for a template with errors.
    var templates: ReportTemplates?
    var fingerprint: TemplateFingerprint?
    var diagnostics: [Diagnostic]
  }

  private let loaded: [String: Loaded]
  private let overlay: [TemplateCatalog.Own]
  private let settings: ReportSettings
  private let reading: RecordReading
  private let locale: String?

  init(_ found: TemplateFolder, _ reading: RecordReading, locale: String?) {
    let general = found.diagnostics
    let isUsable = !general.contains { $0.severity == .error }
    let (overlay, settings) = (found.overlay, found.settings)
    names = TemplateReview.reportNames(builtin: BuiltinTemplates.files, overlay: overlay)
    var loaded: [String: Loaded] = [:]
    var all = general
    for name in names {
      guard isUsable else {
        loaded[name] = Loaded(templates: nil, fingerprint: nil, diagnostics: general)
        continue
      }
      let checked = TemplateLoading.load(templates: [name], overlay: overlay, settings: settings)
      let fingerprint = checked.templates.map { templates in
        TemplateLoading.fingerprint(of: templates.reports[0], overlay: overlay, settings: settings)
      }
      loaded[name] = Loaded(
        templates: checked.templates, fingerprint: fingerprint, diagnostics: general + checked.diagnostics)
      all += checked.diagnostics.filter { !all.contains($0) }
    }
    diagnostics = all
    digest = found.digest
    self.loaded = loaded
    self.overlay = overlay
    self.settings = settings
    self.reading = reading
    self.locale = locale
  }

  func report(_ record: RecordText, template: String, asOf: Day?) -> ReportAttempt {
    guard let found = loaded[template] else {
      return ReportAttempt(made: nil, diagnostics: [TemplateFault.unknown(template, among: names)])
    }
    let read = reading.read(record, asOf)
    guard let patient = read.record, let maker = maker(found, asOf) else {
      return ReportAttempt(made: nil, diagnostics: found.diagnostics + read.diagnostics)
    }
    let place = record.line.map { "\(record.file):\($0)" } ?? record.file
    let made = maker.make(
      patient, sha256: Digest.hex(record.bytes), warnings: read.diagnostics.filter { $0.severity == .warning },
      at: place)
    let diagnostics = found.diagnostics + read.diagnostics + made.diagnostics
    guard let outputs = made.outputs, let text = outputs.first(where: { $0.ending == "md" || $0.ending == "txt" })
    else { return ReportAttempt(made: nil, diagnostics: diagnostics) }
    func bytes(_ ending: String) -> [UInt8]? { outputs.first { $0.ending == ending }?.bytes }
    return ReportAttempt(
      made: MadeReport(text: text.bytes, page: bytes("html"), verdicts: bytes("json") ?? [], day: patient.asOf),
      diagnostics: diagnostics)
  }

  /// Nil for a template with errors.
  private func maker(_ found: Loaded, _ asOf: Day?) -> ReportMaker? {
    guard let templates = found.templates, let fingerprint = found.fingerprint else { return nil }
    var options = [Provenance.Option(ReportOrigin.OptionName.template.rawValue, templates.reports[0].name)]
    if let asOf { options.append(.init(ReportOrigin.OptionName.asOf.rawValue, asOf.iso)) }
    if let locale { options.append(.init(ReportOrigin.OptionName.locale.rawValue, locale)) }
    let book = LegbriefRules.book
    let origin = ReportOrigin(
      program: LegbriefCommand.version, book: book, ruleSet: RuleFingerprint.shipped, templates: fingerprint,
      settings: settings, options: options)
    return ReportMaker(
      book: book, pipeline: pipeline(templates), origins: [origin], formats: [.markdown, .page, .verdicts])
  }

  private func pipeline(_ templates: ReportTemplates) -> ReportPipeline {
    ReportPipeline(
      book: LegbriefRules.book, templates: templates, generator: "Legbrief \(LegbriefCommand.version)")
  }

  func fields(of template: String) -> [UsedField] {
    TemplateReview.fields(usedBy: template, builtin: BuiltinTemplates.files, overlay: overlay).map { entry in
      UsedField(
        name: (entry.scope + [entry.name]).joined(separator: "."), kind: entry.kindWords, meaning: entry.meaning)
    }
  }

  func why(_ record: RecordText, template: String, asOf: Day?) -> JSONValue? {
    guard let patient = reading.read(record, asOf).record, let templates = loaded[template]?.templates else {
      return nil
    }
    return WhyData(pipeline(templates), patient, record).value
  }
}
