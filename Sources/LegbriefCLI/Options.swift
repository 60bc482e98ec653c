import ArgumentParser
import ClinicalRecord
import Diagnostics
import ReportBuilder

/// A day on the command line.
struct DayArgument: ExpressibleByArgument {
  let day: Day

  init?(argument: String) {
    guard let day = Day(iso: argument) else { return nil }
    self.day = day
  }
}

enum OutputFormat: String, CaseIterable, Sendable {
  case md, html, json
}

/// Several formats, separated by commas.
struct FormatList: ExpressibleByArgument {
  let formats: [OutputFormat]

  init(_ formats: [OutputFormat]) { self.formats = formats }

  init?(argument: String) {
    var formats: [OutputFormat] = []
    for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let format = OutputFormat(rawValue: String(name)) else { return nil }
      if !formats.contains(format) { formats.append(format) }
    }
    guard !formats.isEmpty else { return nil }
    self.formats = formats
  }

  var defaultValueDescription: String { formats.map(\.rawValue).joined(separator: ",") }
  static var allValueStrings: [String] { OutputFormat.allCases.map(\.rawValue) }
}

enum DiagnosticsForm: String, CaseIterable, ExpressibleByArgument {
  case text, json
}

/// What every command that reads records understands.
struct RecordOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day that all windows end on; takes the record's reportDate when left out. There is no other clock.",
      valueName: "YYYY-MM-DD"))
  var asOf: DayArgument?

  @Option(name: .long, help: "How faults are written to standard error: text, or one JSON object a line.")
  var diagnostics: DiagnosticsForm = .text
}

/// Writes diagnostics in the form asked for.
struct Reporter {
  let console: Console
  let form: DiagnosticsForm

  func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      switch form {
      case .text: console.say(DiagnosticPrinter.text(diagnostic))
      case .json: console.say(DiagnosticJSON.value(diagnostic).compact + "\n")
      }
    }
  }

  func report(_ fault: FileFault, id: String, remedy: String) {
    report([Diagnostic(.error, id: id, "\(fault.path): \(fault.reason)", remedy: remedy)])
  }
}
