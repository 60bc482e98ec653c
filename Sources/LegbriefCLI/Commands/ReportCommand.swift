import ArgumentParser

/// `legbrief report`: records to files.
struct ReportCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Make the appointment summary of each record.",
    discussion: """
      One record gives report.md, report.html and verdicts.json in the output folder. Several give NAME.md, NAME.html and \
      NAME.verdicts.json, where NAME is the record file's name, or its folder's name when the file is called record.json; a \
      name never comes from a patient's data. A file is complete or absent; a record with faults gets no report, and what \
      stood there before stays.
      """)

  @Argument(help: ArgumentHelp("Record files in format 1 (JSON).", valueName: "record"))
  var records: [String]

  @Option(name: .long, help: "The report template, by name.")
  var template = "appointment"

  @Option(name: .long, help: "md, html and json, separated by commas; json gives the verdicts of all rules.")
  var format = FormatList([.md, .html])

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write to, made if its parent exists; - writes to standard output.", valueName: "folder"))
  var output = "."

  @Option(name: .long, help: ArgumentHelp("A folder of templates that stand in front of the built-in ones.", valueName: "folder"))
  var templates: String?

  @OptionGroup var options: RecordOptions

  func validate() throws {
    guard output != "-" || (records.count == 1 && format.formats.count == 1) else {
      throw ValidationError("--output - takes one record and one format; name a folder for more, or choose --format md")
    }
    guard !template.isEmpty, !template.contains("/") else {
      throw ValidationError("--template takes a name such as appointment; put changed templates into a folder and name it with --templates")
    }
  }

  func run(_ console: Console) -> ExitStatus {
    ReportRun(
      records: records, template: template, formats: format.formats, output: output, overlay: templates,
      loader: RecordLoader(options, console), console: console
    ).run()
  }
}
