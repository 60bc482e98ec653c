import ArgumentParser
import BatchReports
import ClinicalRecord
import ClinicalRules
import Diagnostics
import FileAccess
import Foundation
import ReportBuilder
import RuleEngine

struct StreamCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream",
    abstract: "Reads records from standard input and writes a line of JSON for each to standard output.",
    discussion: """
      One record a line in (NDJSON, plain or gzip), one object a line out, in the same order: {"line": 1, "record": "…", …} \
      with "reports" (the files of --template and --format as text), "verdicts" (all rules) or "summary" (the row of a \
      clinic list). A record with faults has {"line": 2, "error": […]} and stops nothing. A few records are held in \
      memory at a time; input is read as fast as output is taken. Nothing is written to the disk: a part for engines \
      such as Spark, GNU parallel or a pipe of your own.

      Exit code 0 when every line is a result, 1 when some are errors, 2 when nothing could start.

      EXAMPLES
        legbrief stream < cohort.ndjson > reports.ndjson
        zcat cohort.ndjson.gz | legbrief stream --emit summary | grep '"urgency": "emergency"'
        parallel --pipe legbrief stream --jobs 1 --emit verdicts < cohort.ndjson > verdicts.ndjson
      """)

  /// What a line holds of its record.
  enum Emit: String, ExpressibleByArgument, CaseIterable {
    case reports, verdicts, summary
  }

  @Option(help: "What a line holds: reports, verdicts or summary.")
  var emit: Emit = .reports

  @OptionGroup var reports: BatchReportOptions

  @Option(help: ArgumentHelp("Threads; without it one for each core.", valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "The day of the last appointment: reports also say what changed since.", valueName: Day.optionName),
    transform: Day.option)
  var since: Day?

  @OptionGroup var reading: ReadingOptions

  var diagnosticsFormat: DiagnosticsFormat { reading.diagnostics }

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs is 1 to 256.") }
    if reading.diagnostics == .sarif {
      throw ValidationError("--diagnostics sarif writes to standard output, which holds the lines of the records.")
    }
  }

  func run(in session: Session) throws -> RunStatus {
    let stated = since.map { [Provenance.Option(ReportOrigin.OptionName.since.rawValue, $0.iso)] } ?? []
    let loaded = BatchSetup.load(reports, reading, stated: stated, isListed: emit == .summary, files: session.files)
    session.report(loaded.diagnostics, as: diagnosticsFormat)
    guard let setup = loaded.setup else { return .nothingStarted }
    let jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    let stream = RecordStream(
      order: .init(jobs: jobs, asOf: reading.asOf, locale: reading.locale?.rawValue, since: since),
      make: emit == .reports ? StreamLine.reports(setup.makers()) : StreamLine.judged(emit, setup.pipeline()))
    let (_, failed) = try stream.run(RecordLines(path: nil, decoder: setup.reader)) { (bytes) throws(FileError) in
      try session.output(bytes)
    }
    return failed == 0 ? .success : .recordsFailed
  }
}

/// What a line of the stream holds of one record.
enum StreamLine {
  /// The files that a batch would write, as text, by template and ending.
  static func reports(_ make: @escaping BatchRun.Making) -> RecordStream.Making {
    { record, sha256, warnings, path, comparison in
      let made = make(record, sha256, warnings, path, comparison)
      guard let outputs = made.outputs else { return (nil, made.diagnostics) }
      let reports = outputs.map { output in
        JSONValue.object(
          (output.template.map { [.init("template", .string($0))] } ?? [])
            + [
              .init("format", .string(output.ending)),
              .init("text", .string(String(decoding: output.bytes, as: UTF8.self))),
            ])
      }
      return (.object([.init("reports", .array(reports))]), made.diagnostics)
    }
  }

  /// Verdicts, or the row of a clinic list.
  static func judged(_ emit: StreamCommand.Emit, _ pipeline: ReportPipeline) -> RecordStream.Making {
    { record, _, warnings, _, _ in
      let verdicts = pipeline.judge(record)
      if emit == .verdicts {
        return (.object([.init("verdicts", VerdictsJSON.value(verdicts, warnings: warnings.withoutFolders))]), [])
      }
      let row = pipeline.triageRow(verdicts, pipeline.compose(verdicts))
      var members: [JSONValue.Member] = []
      if let urgency = row.urgency { members.append(.init("urgency", .string(urgency.rawValue))) }
      members += [
        .init(
          "redFlags",
          .array(row.flags.map { .object([.init("level", .string($0.level)), .init("title", .string($0.title))]) })),
        .init("openFlags", .strings(row.open)), .init("flagsNotAsked", .number(Double(row.notAsked))),
        .init("age", .string(row.age)), .init("restlessLegs", .string(row.restlessLegs)),
        .init("findings", .strings(row.findings)), .init("logCoverage", .string(row.coverage)),
      ]
      return (.object([.init("summary", .object(members))]), [])
    }
  }
}
