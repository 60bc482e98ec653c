import ArgumentParser
import ClinicalRecord
import ClinicalRules
import FileAccess
import RecordWriters
import SyntheticCohort

struct SynthesizeCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "synthesize",
    abstract: "Draws patients that nobody is, for tests, benchmarks and template authors.",
    discussion: """
      The same seed and number give the same patient on every machine, however many are drawn. Every id begins with \
      SYN-. The patients cover the whole dictionary: common patterns, red flags, sparse and contradictory records, gaps, \
      awkward text. They are made to exercise rules and describe no population.

      EXAMPLES
        legbrief synthesize --count 20 --output records        record files, one patient each
        legbrief synthesize --count 1000 --format ndjson --output - | gzip > cohort.ndjson.gz
        legbrief synthesize --count 500 --first 501 --output part-2
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json, ndjson
  }

  @Option(help: "How many patients, 1 to 10000000.")
  var count = 10

  @Option(help: "Chooses the patients.")
  var seed: UInt64 = 1

  @Option(help: "The number of the first patient; a large cohort can be made in parts.")
  var first = 1

  @Option(
    help: ArgumentHelp("The day on which the records end.", valueName: Day.optionName),
    transform: Day.option)
  var asOf: Day?

  @Option(help: "json for a file a patient, ndjson for one line a patient.")
  var format: Format = .json

  @Option(
    help: ArgumentHelp(
      "The folder for record files; with ndjson the file, or - for standard output.", valueName: "path"),
    completion: .directory)
  var output: String

  @OptionGroup var printing: DiagnosticsOptions

  var diagnosticsFormat: DiagnosticsFormat { printing.diagnostics }

  /// The day of every example and case table: no clock decides what is drawn.
  static let defaultDay = Day(iso: "2026-03-02") ?? Day(number: 20_514)
  /// Files that are put in place, and patients that are written, at a time.
  private static let step = 200
  /// A file is complete or absent, so its lines are held in memory until the last one.
  private static let mostInOneFile = 100_000

  func validate() throws {
    guard (1...10_000_000).contains(count) else { throw ValidationError("--count is 1 to 10000000.") }
    guard (1...1_000_000_000).contains(first) else { throw ValidationError("--first is 1 to 1000000000.") }
    if output.isEmpty { throw ValidationError("--output needs a folder, a file, or - for standard output.") }
    if output == "-", format == .json {
      throw ValidationError("--output - needs --format ndjson: record files go to a folder.")
    }
    if format == .ndjson, output != "-", count > SynthesizeCommand.mostInOneFile {
      throw ValidationError(
        "--count above \(SynthesizeCommand.mostInOneFile) with ndjson: write to standard output, --output - > cohort.ndjson."
      )
    }
    if output == "-", diagnosticsFormat == .sarif {
      throw ValidationError("--output - and --diagnostics sarif both write to standard output.")
    }
  }

  func run(in session: Session) throws -> RunStatus {
    let dictionary = LegbriefFields.dictionary
    let cohort = SyntheticCohort(dictionary: dictionary, seed: seed, asOf: asOf ?? SynthesizeCommand.defaultDay)
    let encoder = RecordEncoder(dictionary: dictionary)
    switch format {
    case .json: try writeFiles(cohort, encoder, session)
    case .ndjson: try writeLines(cohort, encoder, session)
    }
    if diagnosticsFormat == .text, output != "-" {
      session.error("wrote \(count) synthetic \(count == 1 ? "patient" : "patients") to \(output)\n")
    }
    return .success
  }

  private func writeFiles(_ cohort: SyntheticCohort, _ encoder: RecordEncoder, _ session: Session) throws {
    try session.files.prepare(folder: output)
    let folder = output.hasSuffix("/") ? output : output + "/"
    for start in stride(from: first, to: first + count, by: SynthesizeCommand.step) {
      let numbers = start..<min(start + SynthesizeCommand.step, first + count)
      try session.files.replace(
        numbers.map { number in
          let record = cohort.record(number)
          return OutputFile(
            path: folder + record.identifier + ".json", bytes: Array(encoder.json(record).pretty().utf8))
        })
    }
  }

  /// Standard output takes any number in steps; a file is complete or absent, so its lines are gathered first.
  private func writeLines(_ cohort: SyntheticCohort, _ encoder: RecordEncoder, _ session: Session) throws {
    var lines: [UInt8] = []
    for number in first..<first + count {
      lines += encoder.json(cohort.record(number)).compact.utf8
      lines.append(UInt8(ascii: "\n"))
      if output == "-", (number - first + 1) % SynthesizeCommand.step == 0 {
        try session.output(lines)
        lines.removeAll(keepingCapacity: true)
      }
    }
    if output == "-" {
      try session.output(lines)
    } else {
      try session.files.replace([OutputFile(path: output, bytes: lines)])
    }
  }
}
