package import Diagnostics
import MarkdownHTML
import ReportBuilder
import TemplateEngine

/// Why a checked template made no report of one record: what it writes depends on how long the record's lists are.
package enum RenderFault {
  /// - Parameters:
  ///   - template: the report's template without its ending, for errors that do not name one.
  ///   - record: the record's path.
  package static func diagnostic(_ error: any Error, template: String, record: String) -> Diagnostic {
    switch error {
    case let error as RenderError: diagnostic(error, record: record)
    case NoteError.tooLong(let scalars):
      limit(
        "the template \"\(template)\" writes \(scalars) characters for the record \(record) at its shortest, and a note holds \(ReportDocuments.Note.limit)",
        remedy: "take words of your own out of the template")
    case MarkdownError.tooLong(let bytes):
      limit(
        "the template \"\(template)\" writes \(bytes) bytes for the record \(record): too long to be made into a page",
        remedy: lessRepetition)
    case MarkdownError.nestedTooDeeply(let line):
      limit(
        "the template \"\(template)\" nests quotations or lists too deeply in line \(line) of the report for the record \(record)",
        remedy: "take some of the \">\" or list marks in front of that line out of the template")
    default:
      Diagnostic(
        .error, id: "report-failed", "no report of the record \(record) with the template \"\(template)\": \(error)",
        remedy: "tell the makers of Legbrief: this is a defect of the program")
    }
  }

  private static func diagnostic(_ error: RenderError, record: String) -> Diagnostic {
    switch error.reason {
    case .outputTooLong(let bytes):
      limit(
        "the template \"\(error.template)\" writes more than \(bytes) bytes for the record \(record), the limit \"outputBytes\"",
        remedy: lessRepetition)
    case .tooManyTags(let tags):
      limit(
        "the template \"\(error.template)\" visits more than \(tags) tags for the record \(record), the limit \"renderedTags\"",
        remedy: lessRepetition)
    case .wrongShape, .unsound:
      Diagnostic(
        .error, id: "report-failed", "no report of the record \(record): \(error)",
        remedy: "tell the makers of Legbrief: this is a defect of the program")
    }
  }

  private static let lessRepetition =
    "look for sections over lists inside each other: what they hold is written once for every combination of their elements"

  private static func limit(_ message: String, remedy: String) -> Diagnostic {
    Diagnostic(.error, id: "template-limit", message, remedy: remedy)
  }
}
