import BatchReports
import ClinicalRecord
import ClinicalRules
import Diagnostics
import FileAccess
import RecordReaders
import ReportBuilder
import RuleEngine

/// One run of `legbrief verify`: what the report states, what there is now, and where all of that agrees the report made again.
struct VerifyRun {
  /// What is compared with what.
  struct Question {
    var report: String
    var record: String
    /// The folder of templates, where the report was made with one.
    var templates: String?
    /// The settings, where the report was made with some.
    var config: String?
    /// The verdicts that the report was compared with, where it was.
    var previous: String?
  }

  let question: Question
  let session: Session
  var format = VerifyCommand.Format.text
  var diagnosticsFormat = DiagnosticsFormat.text
  /// The rules that are asked whether they are those of the report, with their fingerprint.
  var book = LegbriefRules.book
  var ruleSet = RuleFingerprint.shipped

  /// A report of twice the size of the largest record is none.
  private static let limit = RecordReader.Limits().fileBytes

  /// An outcome that leaves nothing to compare.
  private struct Unreadable: Error {
    var diagnostics: [Diagnostic]
  }

  func run() throws -> RunStatus {
    let verification: Verification
    do {
      verification = try verify()
    } catch let error as Unreadable {
      session.report(error.diagnostics, as: diagnosticsFormat)
      return .nothingStarted
    }
    let words = VerificationWords(report: question.report, record: question.record, verification: verification)
    try session.write(format == .json ? words.json.pretty() : words.text)
    return verification.matches ? .success : .recordsFailed
  }

  private func verify() throws -> Verification {
    let report = try reportBytes()
    let stated: StatedProvenance
    do throws(StatedProvenance.Fault) {
      stated = try StatedProvenance(of: report)
    } catch {
      throw Unreadable(diagnostics: [fault(error)])
    }
    let asOf = try stated.option(.asOf).map { text in
      guard let day = Day(iso: text) else { throw unreadable(StatedProvenance.broken("option \"as-of\"")) }
      return day
    }
    let read = RecordSource(files: session.files, asOf: asOf, locale: stated.option(.locale)).read(question.record)
    guard read.wasReadable else { throw Unreadable(diagnostics: read.diagnostics) }
    let settings = try settings()
    let template = stated.option(.template) ?? ""
    let loaded = TemplateLoading.load(
      templates: [template], folder: question.templates, settings: settings, files: session.files)
    guard let templates = loaded.templates else { throw Unreadable(diagnostics: loaded.diagnostics) }
    let origin = ReportOrigin(
      program: LegbriefCommand.version, book: book, ruleSet: ruleSet,
      templates: TemplateLoading.fingerprint(of: templates.reports[0], overlay: loaded.overlay, settings: settings),
      settings: settings, options: stated.options)

    var verification = Verification()
    verification.compare(program: stated.program)
    verification.compare(record: stated.record, with: read.sha256)
    verification.compare(rules: stated, with: origin.ruleSet)
    verification.compare(templates: stated, with: origin.templates)
    compareDays(stated, read, into: &verification)
    for option in stated.options where ReportOrigin.OptionName(rawValue: option.name) == nil {
      verification.add(
        .init(part: .options, message: "this program knows no option --\(Excerpt.visible(option.name))"))
    }
    let changes = try changes(stated, into: &verification)
    guard verification.matches, let record = read.record else { return verification }
    let pipeline = ReportPipeline(
      book: book, templates: templates, generator: "Legbrief \(LegbriefCommand.version)")
    let earlier = changes.earlier(of: record, at: question.record, by: pipeline, book: book)
    if let fault = earlier.diagnostics.first(where: { $0.severity == .error }) {
      throw Unreadable(diagnostics: [fault])
    }
    do {
      let model = origin.completing(
        pipeline.compose(
          pipeline.judge(record), warnings: read.warnings.forReaders, clinic: stated.option(.clinic),
          comparedWith: earlier.period),
        of: record, sha256: read.sha256)
      let markdown = try pipeline.markdown(model)
      verification.compare(
        report: report, with: stated.form == .page ? try pipeline.page(markdown, model) : markdown,
        isNamedAfterFile: record.person["personId"] == nil)
    } catch {
      throw Unreadable(
        diagnostics: [RenderFault.diagnostic(error, template: template, record: question.record)])
    }
    return verification
  }

  /// The day on which the report ends: stated, and by the record or the option that it names.
  private func compareDays(
    _ stated: StatedProvenance, _ read: RecordSource.Outcome, into verification: inout Verification
  ) {
    guard let record = read.record else {
      // A changed record is told already, and so is one that has faults now.
      if verification.differences.allSatisfy({ $0.part != .record }) {
        verification.add(.init(part: .record, message: "the record has faults: legbrief check tells them"))
      }
      return
    }
    guard record.asOf != stated.asOf else { return }
    verification.add(
      .init(
        part: .asOf,
        message: stated.option(.asOf) == nil
          ? "the report ends on \(stated.asOf.iso), the record's reportDate is another day"
          : "the report states two days on which it ends: it was edited"))
  }

  /// What the report says it was compared with: a day, or verdicts that are handed in again.
  private func changes(
    _ stated: StatedProvenance, into verification: inout Verification
  ) throws -> ReportComparison {
    if let text = stated.option(.since) {
      guard let day = Day(iso: text) else { throw unreadable(StatedProvenance.broken("option \"since\"")) }
      return .day(day)
    }
    guard let sha256 = stated.option(.previous) else { return .nothing }
    guard let path = question.previous else {
      throw unreadable(
        .init(
          id: "previous-needed",
          message: "it was compared with the verdicts of an earlier report: give that file with --previous"))
    }
    let loaded = ReportComparison.load(since: nil, previous: path, files: session.files)
    guard let source = loaded.source else { throw Unreadable(diagnostics: loaded.diagnostics) }
    if case .verdicts(_, _, let found) = source, found != sha256 {
      verification.add(
        .init(part: .options, message: "the file of --previous is not the one that the report was compared with"))
    }
    return source
  }

  private func reportBytes() throws -> [UInt8] {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try session.files.read(question.report, limit: VerifyRun.limit + 1)
    } catch {
      throw Unreadable(diagnostics: [FileError(.readReport, question.report, code: error.code).diagnostic])
    }
    guard bytes.count <= VerifyRun.limit else {
      throw unreadable(.init(id: "file-too-big", message: "a report has at most \(VerifyRun.limit >> 20) MB"))
    }
    return bytes
  }

  private func settings() throws -> ReportSettings {
    let loaded = SettingsSource.load(question.config, session.files)
    guard let settings = loaded.settings else { throw Unreadable(diagnostics: loaded.diagnostics) }
    return settings
  }

  private func unreadable(_ fault: StatedProvenance.Fault) -> Unreadable {
    Unreadable(diagnostics: [self.fault(fault)])
  }

  private func fault(_ fault: StatedProvenance.Fault) -> Diagnostic {
    Diagnostic(
      .error, id: fault.id, "cannot verify \(Excerpt.visible(question.report)): \(fault.message)",
      remedy: "name a report that \"legbrief report\" wrote, .html or .md, as it was written")
  }
}
