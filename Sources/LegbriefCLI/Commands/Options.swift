import ArgumentParser
import BatchReports
import ClinicalRecord
import Diagnostics

/// How diagnostics are printed: to standard error, or as one document to standard output.
enum DiagnosticsFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people: place, message, the line with a caret, what to do.
  case text
  /// For tools: one JSON object a line.
  case json
  /// For editors and CI: one SARIF 2.1.0 document on standard output, and nothing else there.
  case sarif
}

/// How diagnostics are printed.
struct DiagnosticsOptions: ParsableArguments {
  @Option(
    help: """
      How diagnostics are printed: text, or json with one object a line, to standard error; sarif as one document to \
      standard output.
      """)
  var diagnostics: DiagnosticsFormat = .text
}

extension Day {
  static let optionName = "YYYY-MM-DD"

  /// The day that an option names.
  static func option(_ text: String) throws -> Day {
    guard let day = Day(iso: text) else { throw ValidationError("'\(text)' is not a day written as \(optionName).") }
    return day
  }
}

/// What every command that reads records takes.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day on which the report ends; without it the record's own reportDate.", valueName: Day.optionName),
    transform: Day.option)
  var asOf: Day?

  @Option(
    help: """
      Units, pathways and national guidelines: en-GB, en-US, or other for a country without a pack; without it the record's own \
      localePack, else en-GB.
      """)
  var locale: LocaleName?

  @OptionGroup var printing: DiagnosticsOptions

  var diagnostics: DiagnosticsFormat { printing.diagnostics }
}

/// The codes of `localePack`.
enum LocaleName: String, ExpressibleByArgument, CaseIterable {
  case unitedKingdom = "en-GB"
  case unitedStates = "en-US"
  case other
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
