import ArgumentParser
import ReportBuilder

struct TemplateDiffCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows what an edit of templates changes in the reports of your records.",
    discussion: """
      Every record below the folder is rendered with both. The answer says how many reports change, in which sections, \
      and shows lines of the first report that changes in each; it holds the patients' own values. OLD and NEW are \
      folders of templates, template files, the names of built-in report templates, or the word builtin. Of two folders \
      every report template that both have is compared, and those that one of them has are named.

      EXAMPLES
        legbrief template diff builtin our-practice --records records
        legbrief template diff appointment our-practice/visit.md.mustache --records records
        legbrief template diff before after --records records --full | less

      EXIT CODES
        0   all records were compared, whatever changes
        1   some records failed; the others were compared
        2   nothing could be compared: templates, no record that can be used
      """)

  @Argument(
    help: ArgumentHelp("The templates as they were.", valueName: "old"), completion: .directory)
  var old: String

  @Argument(help: ArgumentHelp("The templates as they are now.", valueName: "new"), completion: .directory)
  var new: String

  @Option(
    help: ArgumentHelp(
      "A folder of records: all .json files in it and in the folders below.", valueName: "folder"),
    completion: .directory)
  var records: String

  @Option(
    help: "The one report template to compare, where old and new are folders or builtin; without it all that both have."
  )
  var template: String?

  @Flag(help: "Show every line of every report that changes.")
  var full = false

  @OptionGroup var reading: ReadingOptions

  var diagnosticsFormat: DiagnosticsFormat { reading.diagnostics }

  func validate() throws {
    if reading.diagnostics == .sarif {
      throw ValidationError(
        "The comparison goes to standard output, where --diagnostics sarif would stand: use json, or 'legbrief template check'."
      )
    }
    if let template, template.isEmpty || template.contains("/") {
      throw ValidationError("--template takes a name, such as appointment.")
    }
  }

  func run(in session: Session) throws -> RunStatus {
    try TemplateDiffRun(command: self, session: session).run()
  }
}
