import ArgumentParser
import ClinicalRecord
import Diagnostics
import FileAccess
import Glibc
import ReportBuilder

/// The whole program behind `legbrief`: arguments in, exit code out.
package enum CommandLineTool {
  /// Runs in this process.
  package static func main(_ arguments: [String]) -> Int32 {
    // A reader that goes away (`| head`) shows up as an error of the next write, not as a killed process.
    signal(SIGPIPE, SIG_IGN)
    return run(arguments, in: .process).rawValue
  }

  /// - Parameter arguments: without the name of the program.
  package static func run(_ arguments: [String], in session: Session) -> RunStatus {
    do {
      var command = try LegbriefCommand.parseAsRoot(arguments)
      guard let sessionCommand = command as? any SessionCommand else {
        try command.run()
        return .success
      }
      return try run(sessionCommand, in: session)
    } catch {
      return ended(by: error, in: session)
    }
  }

  private static func run(_ command: any SessionCommand, in session: Session) throws -> RunStatus {
    let format = command.diagnosticsFormat
    let log = DiagnosticLog()
    let world = format == .sarif ? session.collecting(in: log) : session
    var status: RunStatus
    do {
      status = try command.run(in: world)
    } catch let error as FileError {
      status = failed(error, in: world, as: format)
    }
    guard format == .sarif else { return status }
    do throws(FileError) {
      let document = SARIFLog(log.diagnostics, program: "Legbrief", version: LegbriefCommand.version)
      try session.output(Array(document.json.pretty().utf8))
    } catch {
      status = failed(error, in: session, as: .text)
    }
    return status
  }

  /// Help, version and completion scripts end a run as well as wrong usage does; the parser words all of them.
  private static func ended(by error: any Error, in session: Session) -> RunStatus {
    let message = LegbriefCommand.fullMessage(for: error)
    guard LegbriefCommand.exitCode(for: error) == .success else {
      // What was typed is quoted, whatever it holds.
      session.error(Session.showingControls(message) + "\n")
      return .usage
    }
    do {
      try session.write(message + "\n")
      return .success
    } catch {
      return failed(error, in: session, as: .text)
    }
  }

  private static func failed(_ error: FileError, in session: Session, as format: DiagnosticsFormat) -> RunStatus {
    if error.isBrokenPipe { return .success }
    session.report([error.diagnostic], as: format)
    return .recordsFailed
  }
}
