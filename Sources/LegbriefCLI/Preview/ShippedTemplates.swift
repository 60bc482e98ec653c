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
import Synchronization

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

/// The templates as they stood at one moment, each checked by itself and when it is first asked for: a fault in one leaves the others alone.
struct ShippedTemplates: PreviewTemplates {
  let names: [String]
  let digest: String

  /// One template, ready to make reports.
  private struct Loaded: Sendable {
    var pipeline: ReportPipeline
    var template: ReportTemplate
    var fingerprint: TemplateFingerprint
  }

  private typealias Checked = (loaded: Loaded?, diagnostics: [Diagnostic])

  /// What was checked so far, by name.
  private final class Known: Sendable {
    let checked = Mutex<[String: Checked]>([:])
  }

  private let known = Known()
  /// What is wrong with the folder or the settings, and so with every template.
  private let general: [Diagnostic]
  private let overlay: [TemplateCatalog.Own]
  private let settings: ReportSettings
  private let reading: RecordReading
  private let locale: String?

  init(_ found: TemplateFolder, _ reading: RecordReading, locale: String?) {
    names = TemplateReview.reportNames(builtin: BuiltinTemplates.files, overlay: found.overlay)
    digest = found.digest
    general = found.diagnostics
    overlay = found.overlay
    settings = found.settings
    self.reading = reading
    self.locale = locale
  }

  var diagnostics: [Diagnostic] {
    names.reduce(into: general) { all, name in
      let found = checked(name).diagnostics
      all += found.filter { !all.contains($0) }
    }
  }

  private func checked(_ name: String) -> Checked {
    if let known = known.checked.withLock({ $0[name] }) { return known }
    let checked = check(name)
    known.checked.withLock { $0[name] = checked }
    return checked
  }

  private func check(_ name: String) -> Checked {
    guard names.contains(name) else { return (nil, general + [TemplateFault.unknown(name, among: names)]) }
    guard !general.contains(where: { $0.severity == .error }) else { return (nil, general) }
    let found = TemplateLoading.load(templates: [name], overlay: overlay, settings: settings)
    let loaded = found.templates.map { templates in
      Loaded(
        pipeline: ReportPipeline(
          book: LegbriefRules.book, templates: templates, generator: "Legbrief \(LegbriefCommand.version)"),
        template: templates.reports[0],
        fingerprint: TemplateLoading.fingerprint(of: templates.reports[0], overlay: overlay, settings: settings))
    }
    return (loaded, general + found.diagnostics)
  }

  func report(_ record: RecordText, template: String, asOf: Day?) -> ReportAttempt {
    let found = checked(template)
    let read = reading.read(record, asOf)
    guard let patient = read.record, let loaded = found.loaded else {
      return ReportAttempt(made: nil, diagnostics: found.diagnostics + read.diagnostics)
    }
    let made = make(patient, read.diagnostics, record, loaded, asOf, [.markdown, .page])
    let diagnostics = found.diagnostics + read.diagnostics + made.diagnostics
    guard let outputs = made.outputs, let text = outputs.first(where: { $0.ending == "md" || $0.ending == "txt" })
    else { return ReportAttempt(made: nil, diagnostics: diagnostics) }
    func bytes(_ ending: String) -> [UInt8]? { outputs.first { $0.ending == ending }?.bytes }
    return ReportAttempt(
      made: MadeReport(text: text.bytes, page: bytes("html"), day: patient.asOf),
      diagnostics: diagnostics)
  }

  func verdicts(_ record: RecordText, template: String, asOf: Day?) -> [UInt8]? {
    let read = reading.read(record, asOf)
    guard let patient = read.record, let loaded = checked(template).loaded else { return nil }
    return make(patient, read.diagnostics, record, loaded, asOf, [.verdicts]).outputs?.first?.bytes
  }

  private func make(
    _ patient: PatientRecord, _ diagnostics: [Diagnostic], _ text: RecordText, _ loaded: Loaded, _ asOf: Day?,
    _ formats: [ReportFormat]
  ) -> ReportMaker.Made {
    let maker = ReportMaker(
      book: LegbriefRules.book, pipeline: loaded.pipeline, origins: [origin(of: loaded, asOf)], formats: formats)
    return maker.make(
      patient, sha256: Digest.hex(text.bytes), warnings: diagnostics.filter { $0.severity == .warning },
      at: text.line.map { "\(text.file):\($0)" } ?? text.file)
  }

  private func origin(of loaded: Loaded, _ asOf: Day?) -> ReportOrigin {
    var options = [Provenance.Option(ReportOrigin.OptionName.template.rawValue, loaded.template.name)]
    if let asOf { options.append(.init(ReportOrigin.OptionName.asOf.rawValue, asOf.iso)) }
    if let locale { options.append(.init(ReportOrigin.OptionName.locale.rawValue, locale)) }
    return ReportOrigin(
      program: LegbriefCommand.version, book: LegbriefRules.book, ruleSet: RuleFingerprint.shipped,
      templates: loaded.fingerprint, settings: settings, options: options)
  }

  func fields(of template: String) -> [UsedField] {
    TemplateReview.fields(usedBy: template, builtin: BuiltinTemplates.files, overlay: overlay).map { entry in
      UsedField(
        name: (entry.scope + [entry.name]).joined(separator: "."), kind: entry.kindWords, meaning: entry.meaning)
    }
  }

  func why(_ record: RecordText, template: String, asOf: Day?) -> JSONValue? {
    let read = reading.read(record, asOf)
    guard let patient = read.record, let loaded = checked(template).loaded else { return nil }
    let verdicts = loaded.pipeline.judge(patient)
    let composed = loaded.pipeline.compose(
      verdicts, warnings: read.diagnostics.filter { $0.severity == .warning }.forReaders)
    let model = origin(of: loaded, asOf).completing(composed, of: patient, sha256: Digest.hex(record.bytes))
    let places = try? StatementPlaces.places(
      of: model, by: loaded.template, loaded.pipeline, builtin: BuiltinTemplates.files, overlay: overlay)
    return WhyData(verdicts, places ?? [], record).value
  }
}
