import ArgumentParser

/// The program as a function of its arguments and a console, so that tests need no process.
package enum LegbriefTool {
  /// The version printed by `--version` and on every page.
  package static let version = "0.1.0"

  package static func run(_ arguments: [String], _ console: Console) -> ExitStatus {
    do {
      let command = try LegbriefCommand.parseAsRoot(arguments)
      if let command = command as? any ToolCommand { return command.run(console) }
      _ = console.print(LegbriefCommand.helpMessage() + "\n")
      return .done
    } catch {
      let message = LegbriefCommand.fullMessage(for: error)
      guard LegbriefCommand.exitCode(for: error).isSuccess else {
        console.say(message + "\n")
        return .usage
      }
      _ = console.print(message + "\n")
      return .done
    }
  }
}

/// A command that runs against a console instead of the process.
protocol ToolCommand: ParsableCommand {
  func run(_ console: Console) -> ExitStatus
}

struct LegbriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "legbrief",
    abstract: "Turns a patient's leg-symptom log and answers into an appointment summary for the clinician.",
    discussion: """
      Each criterion is reported as met, not met or not recorded, with its evidence and source. Nothing is diagnosed, and \
      nothing leaves this machine.

      EXAMPLES:
        legbrief report patient.json --as-of 2026-03-02
        legbrief report patient.json --format md --output - | less
        legbrief report clinic/*.json --format md,html,json --output reports
        legbrief check patient.json
        legbrief explain patient.json rls.c4
        legbrief fields --json-schema > record.schema.json

      Exit codes: 0 all reports made, 1 some records failed, 2 nothing could start, 64 usage.
      Shell completions: legbrief --generate-completion-script bash (or zsh, fish).
      """,
    version: LegbriefTool.version,
    subcommands: [ReportCommand.self, CheckCommand.self, ExplainCommand.self, FieldsCommand.self])
}
