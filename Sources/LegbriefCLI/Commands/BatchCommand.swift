import ArgumentParser
import BatchReports
import ClinicalRecord
import Diagnostics

struct BatchCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Makes the summaries of many records, and a list of the patients.",
    discussion: """
      INPUT is a record file, a folder of record files, or NDJSON with one record a line (.ndjson, .jsonl, also .gz); - reads \
      NDJSON from standard input, plain or gzip. The output folder gets the reports, index.html and index.csv with one row a \
      patient, manifest.ndjson with what each report was made from, and failures.ndjson where records failed.

      A second run makes only what has changed: the record, the rules, the templates, the program, the options, or the \
      report itself on the disk. A record with an error gets no report and stops nobody else's. Every file is complete or \
      absent, whenever the run is ended; the next run makes the rest. Ctrl-C stops at the next record.

      Files are called after a digest of personId, so that a folder tells no names: --name {id} shows the pseudonym \
      itself, --name {file} the file of the record. Parts of a name: {pseudonym}, {id}, {file}, {line}, {asOf}.

      EXAMPLES
        legbrief batch records --output summaries
        legbrief batch cohort.ndjson.gz --output summaries --template note,patient
        legbrief batch records --person-list clinic.csv --output tomorrow
        legbrief batch records --output march --previous february
        legbrief batch records --output summaries --dry-run
        zcat x.ndjson.gz | legbrief batch - --output summaries --progress json
      """)

  @Argument(
    help: ArgumentHelp("Record files, folders of them, NDJSON files, or - for standard input.", valueName: "input"),
    completion: .file())
  var inputs: [String]

  @Option(
    help: ArgumentHelp("The folder for the reports, whose last part is created when missing.", valueName: "folder"),
    completion: .directory)
  var output: String

  @OptionGroup var reports: BatchReportOptions

  @Option(
    help: ArgumentHelp(
      "A table (CSV) with a column personId and, if wanted, slot: makes these patients' reports, in this order.",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var personList: String?

  @Option(help: ArgumentHelp("Threads that make reports; without it one for each core.", valueName: "n"))
  var jobs: Int?

  @Option(help: ArgumentHelp("How the files of a patient are called.", valueName: "pattern"))
  var name = NamePattern.standard

  @Option(
    help: ArgumentHelp("Copies records that failed to this folder.", valueName: "folder"), completion: .directory)
  var quarantine: String?

  @Flag(help: "Says what would be made and what is wrong, and writes nothing.")
  var dryRun = false

  @Flag(help: "Makes every report anew.")
  var force = false

  @Flag(
    inversion: .prefixedNo,
    help: "Looks in each report for what identifies another patient of the same window before it is put in place.")
  var leakCheck = true

  @Option(help: "How progress is told on standard error: auto, json or none.")
  var progress: ProgressStyle = .auto

  @Flag(name: [.customLong("quiet"), .customShort("q")], help: "Tells errors alone.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      "The day of the last appointment: reports also say what changed since.", valueName: Day.optionName),
    transform: Day.option)
  var since: Day?

  @Option(
    help: ArgumentHelp(
      "The output folder of an earlier batch that was made with --format json: reports also say what changed since.",
      valueName: "folder"),
    completion: .directory)
  var previous: String?

  @OptionGroup var reading: ReadingOptions

  var diagnosticsFormat: DiagnosticsFormat { reading.diagnostics }

  func validate() throws {
    if output.isEmpty || output == "-" { throw ValidationError("--output needs a folder.") }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs is 1 to 256.") }
    if since != nil, previous != nil {
      throw ValidationError("Give --since or --previous, not both: a report is compared with one earlier period.")
    }
    if NamePattern(name) == nil {
      throw ValidationError(
        "--name needs at least one part in braces, {pseudonym}, {id}, {file}, {line} or {asOf}, and between them letters, digits, hyphens and underscores."
      )
    }
    if inputs.count(where: { $0 == "-" }) > 1 { throw ValidationError("Standard input (-) can be read once.") }
    if reading.diagnostics == .sarif {
      throw ValidationError("--diagnostics sarif is for a few files: a batch lists its failures in failures.ndjson.")
    }
    if since != nil || previous != nil, reports.format.all == [.verdicts] {
      throw ValidationError("--since and --previous show in the report: give --format md or html, with json if wanted.")
    }
  }

  func run(in session: Session) throws -> RunStatus { BatchSession(command: self, session: session).run() }
}

/// What reports are made of each record: for every command that makes many.
struct BatchReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Report templates, several with commas: NAME stands for NAME.md.mustache or NAME.txt.mustache.",
      valueName: "name,name"))
  var template = TemplateNames(["appointment"])

  @Option(
    help: ArgumentHelp("The clinic of referral letters; without it the one that fits each record.", valueName: "clinic")
  )
  var clinic: ClinicName?

  @Option(
    help: ArgumentHelp(
      "md for Markdown, html for the page, json for the verdicts of all rules; several with commas.",
      valueName: "md,html,json"))
  var format = ReportFormats([.markdown, .page])

  @Option(
    help: ArgumentHelp(
      "A folder of templates and page.css that stand in front of the built-in ones.", valueName: "folder"),
    completion: .directory)
  var templates: String?

  @OptionGroup var practice: SettingsOptions
}

/// How progress is told.
enum ProgressStyle: String, ExpressibleByArgument, CaseIterable {
  /// A bar on a terminal, a line every few seconds elsewhere.
  case auto
  /// One JSON object a line.
  case json
  case none
}
