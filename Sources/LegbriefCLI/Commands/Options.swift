import ArgumentParser
import ClinicalRecord
import Diagnostics

/// How diagnostics are printed to standard error.
enum DiagnosticsFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people: place, message, the line with a caret, what to do.
  case text
  /// For tools: one JSON object a line.
  case json
}

/// What every command that reads records takes.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day on which the report ends; without it the record's own reportDate.", valueName: "YYYY-MM-DD"),
    transform: { text in
      guard let day = Day(iso: text) else { throw ValidationError("'\(text)' is not a day written as YYYY-MM-DD.") }
      return day
    })
  var asOf: Day?

  @Option(help: "How diagnostics are printed to standard error: text, or json with one object a line.")
  var diagnostics: DiagnosticsFormat = .text
}

/// What a report can be written as.
enum ReportFormat: String, CaseIterable {
  case markdown = "md"
  case page = "html"
  case verdicts = "json"
}

/// `md,html`: formats in the order in which they are written, each once.
struct ReportFormats: ExpressibleByArgument {
  var all: [ReportFormat]

  init(_ all: [ReportFormat]) { self.all = all }

  init?(argument: String) {
    all = []
    for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let format = ReportFormat(rawValue: String(name)) else { return nil }
      if !all.contains(format) { all.append(format) }
    }
  }

  var defaultValueDescription: String { all.map(\.rawValue).joined(separator: ",") }
}
