import ClinicalRecord
import Diagnostics
package import FileAccess
import Glibc
import ReportBuilder

/// The world as a command sees it: files, the two streams, and how diagnostics are printed. Tests hand in their own.
package struct Session {
  package let files: any FileSystem
  /// Standard output.
  package let output: ([UInt8]) throws(FileError) -> Void
  /// Standard error; whoever does not listen is not told.
  package let error: (String) -> Void
  private var log: DiagnosticLog?

  package init(
    files: any FileSystem, output: @escaping ([UInt8]) throws(FileError) -> Void, error: @escaping (String) -> Void
  ) {
    self.files = files
    self.output = output
    self.error = error
  }

  /// The streams and the files of this process.
  package static var process: Session {
    Session(
      files: Disk(),
      output: { (bytes) throws(FileError) in try Disk.write(bytes, to: STDOUT_FILENO, named: "to standard output") },
      error: { text in try? Disk.write(Array(text.utf8), to: STDERR_FILENO, named: "to standard error") })
  }

  /// The same world for a run with `--diagnostics sarif`: diagnostics are kept for the document at the end, and what a command says
  /// goes to standard error, so that standard output holds the document and nothing else.
  func collecting(in log: DiagnosticLog) -> Session {
    var session = self
    session.log = log
    return session
  }

  func write(_ text: String) throws(FileError) {
    if log == nil { try output(Array(text.utf8)) } else { error(text) }
  }

  /// Text that may hold what a patient wrote: nothing in it can move the cursor or turn the line round.
  func writeShowingControls(_ text: String) throws(FileError) {
    try write(Session.showingControls(text))
  }

  /// The text with nothing but its line ends that a terminal would obey.
  static func showingControls(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { Excerpt.visible(String($0)) }
      .joined(separator: "\n")
  }

  /// Diagnostics in the form that the user chose.
  func report(_ diagnostics: [Diagnostic], as format: DiagnosticsFormat) {
    guard !diagnostics.isEmpty else { return }
    switch format {
    case .text: error(diagnostics.map(DiagnosticPrinter.text).joined())
    case .json: error(diagnostics.map { DiagnosticJSON.value($0).compact + "\n" }.joined())
    case .sarif: log?.diagnostics += diagnostics
    }
  }
}

/// What a run has reported so far, for one document at its end.
final class DiagnosticLog {
  var diagnostics: [Diagnostic] = []
}
