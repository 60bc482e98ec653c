import ClinicalRules
import Diagnostics
import ReportBuilder
import RuleEngine

/// One run of `legbrief template diff`: both sides are checked, then every record is rendered with both.
struct TemplateDiffRun {
  let command: TemplateDiffCommand
  let session: Session

  func run() throws -> RunStatus {
    guard let old = side(command.old), let new = side(command.new) else { return .nothingStarted }
    guard let before = pipeline(old), let after = pipeline(new) else { return .nothingStarted }
    let paths: [String]
    do throws(FileError) {
      paths = try RecordSearch.records(below: command.records, session.files)
    } catch {
      return fail([error.diagnostic])
    }
    guard !paths.isEmpty else { return fail([TemplateFault.noRecords(command.records)]) }

    let source = RecordSource(files: session.files, asOf: command.reading.asOf)
    var tally = RecordTally()
    var summary = DifferenceSummary(keepsAll: command.full)
    for path in paths {
      let outcome = source.read(path)
      session.report(outcome.diagnostics, as: command.diagnosticsFormat)
      tally.count(outcome, made: outcome.record != nil)
      guard let record = outcome.record else {
        summary.failed += 1
        continue
      }
      let model = before.compose(before.judge(record), warnings: outcome.warningsForReaders)
      summary.add(
        ReportDifference(old: try before.markdown(model), new: try after.markdown(model)), of: path)
    }
    try session.writeShowingControls(summary.text(pageDiffers: old.page != new.page))
    return tally.status
  }

  private func side(_ written: String) -> TemplateSide? {
    do throws(TemplateSide.Failure) {
      return try TemplateSide.find(written, template: command.template, session.files)
    } catch {
      _ = fail(error.diagnostics)
      return nil
    }
  }

  private func pipeline(_ side: TemplateSide) -> ReportPipeline? {
    let loaded = TemplateLoading.load(template: side.template, overlay: side.files.overlay)
    session.report(loaded.diagnostics, as: command.diagnosticsFormat)
    return loaded.templates.map {
      ReportPipeline(book: LegbriefRules.book, templates: $0, generator: "Legbrief \(LegbriefCommand.version)")
    }
  }

  private func fail(_ diagnostics: [Diagnostic]) -> RunStatus {
    session.report(diagnostics, as: command.diagnosticsFormat)
    return .nothingStarted
  }
}
