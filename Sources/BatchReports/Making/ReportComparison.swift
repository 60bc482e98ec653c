package import ClinicalRecord
package import Diagnostics
package import FileAccess
import RecordReaders
package import ReportBuilder
package import RuleEngine

/// What the reports of one run are compared with, read once for all records.
package enum ReportComparison: Sendable {
  case nothing
  case day(Day)
  case verdicts(PeriodSummary, file: String, sha256: String)

  /// Reads the earlier verdicts, where they are asked for; nil when they cannot be used.
  package static func load(
    since: Day?, previous: String?, files: any FileSystem
  ) -> (source: ReportComparison?, diagnostics: [Diagnostic]) {
    if let day = since { return (.day(day), []) }
    guard let path = previous else { return (.nothing, []) }
    let source: SourceText
    do throws(FileError) {
      source = SourceText(file: path, bytes: try files.read(path, limit: RecordReader.Limits().fileBytes + 1))
    } catch {
      var diagnostic = error.diagnostic
      (diagnostic.id, diagnostic.remedy) = ("previous-unreadable", remedy)
      return (nil, [diagnostic])
    }
    let read = JSONDocumentReader.read(source)
    guard let document = read.document else {
      return (
        nil,
        read.diagnostics.map { diagnostic in
          var diagnostic = diagnostic
          if diagnostic.severity == .error { diagnostic.remedy = remedy }
          return diagnostic
        }
      )
    }
    do throws(PeriodSummary.Fault) {
      return (.verdicts(try PeriodSummary(verdicts: document), file: path, sha256: Digest.hex(source.bytes)), [])
    } catch {
      let place = SourceLocation(file: path, line: error.place.line, column: error.place.column)
      return (
        nil,
        [
          Diagnostic(
            .error, id: "not-verdicts", "not the verdicts of a report: \(error.message)", at: place, remedy: remedy)
        ]
      )
    }
  }

  /// The period to compare the record with; without one and with an error when the two do not belong together.
  package func earlier(
    of record: PatientRecord, at path: String, by pipeline: ReportPipeline, book: RuleBook
  ) -> (period: EarlierPeriod?, diagnostics: [Diagnostic]) {
    switch self {
    case .nothing: return (nil, [])
    case .day(let day):
      guard day <= record.asOf else {
        return (
          nil,
          [
            Diagnostic(
              .error, id: "since-after-report", "--since is later than the day on which the report of \(path) ends",
              remedy: "give the day of the last appointment, or a later --as-of")
          ]
        )
      }
      let period = pipeline.judge(record, asOf: day)
      let warning = Diagnostic(
        .warning, id: "since-before-record", "nothing in \(path) is dated on or before the day of --since",
        remedy: "check the day; what has no date counts in both periods")
      return (period, period.holdsDated ? [] : [warning])
    case .verdicts(let summary, let file, _):
      if let fault = ReportComparison.fault(of: summary, file, for: record, path) { return (nil, [fault]) }
      return (EarlierPeriod(summary: summary), ReportComparison.warnings(of: summary, file, book))
    }
  }

  /// The option that was given, for the provenance.
  package var stated: [Provenance.Option] {
    switch self {
    case .nothing: []
    case .day(let day): [.init(ReportOrigin.OptionName.since.rawValue, day.iso)]
    case .verdicts(_, _, let sha256): [.init(ReportOrigin.OptionName.previous.rawValue, sha256)]
    }
  }

  private static let remedy = "give the file that legbrief report --format json wrote for this record"

  private static func fault(
    of summary: PeriodSummary, _ file: String, for record: PatientRecord, _ path: String
  ) -> Diagnostic? {
    if summary.record != record.identifier {
      return Diagnostic(
        .error, id: "previous-of-another", "the verdicts in \(file) are of another record than \(path)", remedy: remedy)
    }
    guard summary.asOf > record.asOf else { return nil }
    return Diagnostic(
      .error, id: "previous-is-later", "the verdicts in \(file) end on a later day than the report of \(path)",
      remedy: "exchange the two, or give a later --as-of")
  }

  private static func warnings(
    of summary: PeriodSummary, _ file: String, _ book: RuleBook
  ) -> [Diagnostic] {
    var warnings: [Diagnostic] = []
    if let other = summary.ruleSet, other != book.version {
      warnings.append(
        Diagnostic(
          .warning, id: "previous-rule-set",
          "the verdicts in \(file) were judged by another version of the rule set than this program's \(book.version)",
          remedy: "a change may be one of the rules: --since judges both periods by the same rules"))
    }
    let known = Set(book.rules.map(\.id))
    let unknown = summary.rules.count { !known.contains($0.id) }
    if unknown > 0 {
      warnings.append(
        Diagnostic(
          .warning, id: "previous-unknown-rules",
          "\(unknown) \(unknown == 1 ? "rule" : "rules") of \(file) \(unknown == 1 ? "is" : "are") not in this rule set and not compared"
        ))
    }
    return warnings
  }
}
