import BatchReports
import ClinicalRecord
import ClinicalRules
import Diagnostics
import FileAccess
import ReportBuilder
import RuleEngine

/// One run of `legbrief template diff`: both sides are checked, then every record is rendered with both.
struct TemplateDiffRun {
  let command: TemplateDiffCommand
  let session: Session

  /// Two templates that check clean.
  private struct Comparison {
    var names: TemplatePairs.Pair
    var before: ReportPipeline
    var after: ReportPipeline
    var summary: DifferenceSummary
  }

  func run() throws -> RunStatus {
    // Both sides are looked at before the run gives up: all faults in one run.
    let (first, second) = (side(command.old), side(command.new))
    guard let old = first, let new = second else {
      for side in [first, second].compactMap(\.self) { check(side) }
      return .nothingStarted
    }
    let matched: TemplatePairs
    do throws(TemplateSide.Failure) {
      matched = try TemplatePairs(old, new, template: command.template, records: command.records)
    } catch {
      return fail(error.diagnostics)
    }
    guard var comparisons = comparisons(of: matched.pairs, old, new) else { return .nothingStarted }
    let report = DifferenceReport(old: old, new: new, matched: matched)
    guard !comparisons.isEmpty else {
      try session.writeShowingControls(report.text([], unreadable: 0))
      return fail([TemplateFault.nothingInCommon(command.old, command.new)])
    }
    let paths: [String]
    do throws(FileError) {
      paths = try RecordSearch.records(below: command.records, session.files)
    } catch {
      return fail([error.diagnostic])
    }
    guard !paths.isEmpty else { return fail([TemplateFault.noRecords(command.records)]) }

    let source = RecordSource(files: session.files, command.reading)
    var tally = RecordTally()
    var unreadable = 0
    for path in paths {
      let outcome = source.read(path)
      session.report(outcome.diagnostics, as: command.diagnosticsFormat)
      if let record = outcome.record {
        tally.count(outcome, made: compare(record, outcome, path, by: &comparisons))
      } else {
        tally.count(outcome, made: false)
        unreadable += 1
      }
    }
    guard unreadable < paths.count else { return fail([TemplateFault.nothingCompared(paths.count)]) }
    try session.writeShowingControls(
      report.text(comparisons.map { ($0.names, $0.summary) }, unreadable: unreadable))
    return tally.status
  }

  /// False when a template cannot make a report of this record; the others are compared all the same.
  private func compare(
    _ record: PatientRecord, _ outcome: RecordSource.Outcome, _ path: String, by comparisons: inout [Comparison]
  ) -> Bool {
    var isWhole = true
    func markdown(_ pipeline: ReportPipeline, _ template: String, _ model: ReportModel) -> [UInt8]? {
      do {
        return try pipeline.markdown(model)
      } catch {
        session.report(
          [RenderFault.diagnostic(error, template: template, record: path)], as: command.diagnosticsFormat)
        isWhole = false
        return nil
      }
    }
    var model: ReportModel?
    for index in comparisons.indices {
      let comparison = comparisons[index]
      // Rules and wording are the same for all templates, of whatever kind.
      let shared =
        model
        ?? comparison.before.compose(
          comparison.before.judge(record), warnings: outcome.warnings.forReaders, for: Set(DocumentKind.allCases))
      model = shared
      let before = markdown(comparison.before, comparison.names.old, shared)
      let after = markdown(comparison.after, comparison.names.new, shared)
      if let before, let after { comparisons[index].summary.add(ReportDifference(old: before, new: after), of: path) }
    }
    return isWhole
  }

  private func side(_ written: String) -> TemplateSide? {
    do throws(TemplateSide.Failure) {
      return try TemplateSide.find(written, session.files)
    } catch {
      _ = fail(error.diagnostics)
      return nil
    }
  }

  /// The faults of a side that has nothing to be compared with.
  private func check(_ side: TemplateSide) {
    var told: Set<Diagnostic> = []
    for name in side.report.map({ [$0] }) ?? side.users ?? side.reports { _ = pipeline(side, name, &told) }
  }

  /// Nil when a template has faults; what templates share is told once.
  private func comparisons(
    of pairs: [TemplatePairs.Pair], _ old: TemplateSide, _ new: TemplateSide
  ) -> [Comparison]? {
    var told: Set<Diagnostic> = []
    let loaded = pairs.map { ($0, pipeline(old, $0.old, &told), pipeline(new, $0.new, &told)) }
    var comparisons: [Comparison] = []
    for case (let names, let before?, let after?) in loaded {
      comparisons.append(
        Comparison(
          names: names, before: before, after: after, summary: DifferenceSummary(keepsAll: command.full)))
    }
    return comparisons.count == pairs.count ? comparisons : nil
  }

  private func pipeline(_ side: TemplateSide, _ name: String, _ told: inout Set<Diagnostic>) -> ReportPipeline? {
    let loaded = TemplateLoading.load(templates: [name], overlay: side.files.overlay)
    session.report(loaded.diagnostics.filter { told.insert($0).inserted }, as: command.diagnosticsFormat)
    return loaded.templates.map {
      ReportPipeline(book: LegbriefRules.book, templates: $0, generator: "Legbrief \(LegbriefCommand.version)")
    }
  }

  private func fail(_ diagnostics: [Diagnostic]) -> RunStatus {
    session.report(diagnostics, as: command.diagnosticsFormat)
    return .nothingStarted
  }
}
