import ArgumentParser
import ClinicalRecord
import Diagnostics
import PreviewServer

struct PreviewCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract:
      "Shows reports in a browser, and shows each change of a template, the style sheet or a record as it is saved.",
    discussion: """
      Prints an address on this machine; open it in a browser. Without INPUT it shows synthetic patients that are built \
      in. INPUT is a record file, a folder of them, or NDJSON with one record a line. A report is shown as the file that \
      'legbrief report' would write. Errors stand over the last good page and here on the terminal, in the same words.

      The address is reached from this machine alone and holds a secret: whoever has it can read the records. A restarted \
      preview has a new one, unless LEGBRIEF_PREVIEW_TOKEN holds 32 digits of base 16; with it and --port pages that are \
      open go on. Nothing is written to the disk. Ctrl-C ends the preview.

      EXAMPLES
        legbrief preview
        legbrief preview records --templates our-practice --open
        legbrief preview anna.json --as-of 2026-03-02
        legbrief preview cohort.ndjson --port 8800
      """)

  @Argument(
    help: ArgumentHelp("A record file, a folder of record files, or an NDJSON file.", valueName: "input"),
    completion: .file())
  var input: String?

  @Option(
    help: ArgumentHelp(
      "A folder of templates and page.css that stand in front of the built-in ones.", valueName: "folder"),
    completion: .directory)
  var templates: String?

  @OptionGroup var practice: SettingsOptions

  @Option(help: ArgumentHelp("The port of the address; 0 for one that is free.", valueName: "n"))
  var port: UInt16 = 0

  @Flag(help: "Opens the address in the browser of this desktop.")
  var open = false

  @Flag(
    help: "Compares contents several times a second: for network drives, where nobody tells this machine of a save.")
  var poll = false

  @Option(
    help: ArgumentHelp(
      "The day on which reports end; without it each record's own reportDate.", valueName: Day.optionName),
    transform: Day.option)
  var asOf: Day?

  @Option(help: "Units, pathways and national guidelines: en-GB, en-US, or other; without it each record's own.")
  var locale: LocaleName?

  var diagnosticsFormat: DiagnosticsFormat { .text }

  func validate() throws {
    if input == "-" { throw ValidationError("A preview reads files again when they change: name a file or a folder.") }
    if let input, input.hasSuffix(".gz") {
      throw ValidationError("A preview reads single records of a file: unpack \(input) first, with gunzip.")
    }
  }

  func run(in session: Session) throws -> RunStatus { try PreviewRun(command: self, session: session).run() }
}
