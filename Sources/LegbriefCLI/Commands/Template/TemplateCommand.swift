import ArgumentParser

/// `legbrief template`: everything that somebody who writes templates needs.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Lists, shows, copies, checks and compares the templates that reports are made from.",
    discussion: """
      A template decides the words and the order of a report. Those of your own stand in a folder, in front of the built-in \
      ones: legbrief report anna.json --templates our-practice

      EXAMPLES
        legbrief template list
        legbrief template new visit --from appointment --output our-practice
        legbrief template check our-practice
        legbrief template fields
        legbrief template diff builtin our-practice --records records
      """,
    subcommands: [
      TemplateListCommand.self, TemplateShowCommand.self, TemplateNewCommand.self, TemplateCheckCommand.self,
      TemplateFieldsCommand.self, TemplateDiffCommand.self,
    ])
}

/// A folder of the user's own templates.
struct TemplateFolderOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder of templates and page.css that stand in front of the built-in ones.", valueName: "folder"),
    completion: .directory)
  var templates: String?
}
