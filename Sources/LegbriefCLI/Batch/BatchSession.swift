import BatchReports
import ClinicalRecord
import ClinicalRules
import Diagnostics
import FileAccess
import Foundation
import Glibc
import ReportBuilder
import RuleEngine

/// One run of `legbrief batch`: templates first, then the inputs, then the records.
struct BatchSession {
  let command: BatchCommand
  let session: Session

  func run() -> RunStatus {
    let stated = command.since.map { [Provenance.Option(ReportOrigin.OptionName.since.rawValue, $0.iso)] } ?? []
    let loaded = BatchSetup.load(
      command.reports, command.reading, stated: stated, isListed: true, files: session.files)
    session.report(loaded.diagnostics, as: command.diagnosticsFormat)
    guard let setup = loaded.setup, let naming = NamePattern(command.name) else { return .nothingStarted }
    do throws(FileError) {
      if let folder = command.quarantine { try session.files.prepare(folder: folder) }
      if let folder = command.previous { try checkVerdicts(in: folder) }
      let interruption = Interruption()
      defer { interruption.end() }
      let isStopped: @Sendable () -> Bool = { [flag = interruption.flag] in flag.isRaised }
      var input: any RecordInput = try BatchInputs(
        command.inputs, files: session.files, decoder: setup.reader, isStopped: isStopped)
      var clinic: PersonList?
      if let path = command.personList {
        do throws(PersonList.Fault) {
          clinic = try PersonList(file: path, bytes: try fileBytes(path))
        } catch {
          session.report([error.diagnostic], as: command.diagnosticsFormat)
          return .nothingStarted
        }
      }
      let jobs = command.jobs ?? ProcessInfo.processInfo.activeProcessorCount
      if let clinic { input = PickedRecords(clinic, from: input, jobs: jobs) }
      let order = BatchOrder(
        output: command.output, naming: naming, namesTemplate: command.reports.template.all != ["appointment"],
        jobs: jobs,
        isForced: command.force, quarantine: command.quarantine, asOf: command.reading.asOf,
        locale: command.reading.locale?.rawValue,
        changes: command.since.map { .since($0) } ?? command.previous.map { .previous(folder: $0) } ?? .nothing,
        setup: setup.digest,
        identifying: Set(LegbriefFields.dictionary.fields.filter(\.identifiesPerson).map(\.id)),
        checksForLeaks: command.leakCheck)
      return run(order, input, clinic, setup, isStopped)
    } catch {
      session.report([error.diagnostic], as: command.diagnosticsFormat)
      return .nothingStarted
    }
  }

  /// Nobody would be told that there was nothing to compare with.
  private func checkVerdicts(in folder: String) throws(FileError) {
    func hasVerdicts(_ folder: String) throws(FileError) -> Bool {
      try session.files.fileNames(in: folder).contains { $0.hasSuffix(".verdicts.json") }
    }
    do throws(FileError) {
      if try hasVerdicts(folder) { return }
      // The reports of many records stand in folders of two or three digits.
      for name in try session.files.folderNames(in: folder) where try hasVerdicts("\(folder)/\(name)") { return }
    } catch {
      throw FileError(.readVerdicts, folder, code: error.code)
    }
    throw FileError(.readVerdicts, folder, code: ENODATA)
  }

  private func fileBytes(_ path: String) throws(PersonList.Fault) -> [UInt8] {
    do throws(FileError) {
      return try session.files.read(path, limit: 64 << 20)
    } catch {
      throw PersonList.Fault(unreadable: error)
    }
  }

  private func run(
    _ order: BatchOrder, _ input: any RecordInput, _ clinic: PersonList?, _ setup: BatchSetup,
    _ isStopped: @escaping @Sendable () -> Bool
  ) -> RunStatus {
    var progress = ProgressPrinter(
      style: command.quiet ? .none : command.progress, isTerminal: isatty(STDERR_FILENO) != 0, count: input.count,
      write: session.error)
    let format = command.diagnosticsFormat
    let listener = BatchRun.Listener(
      diagnostics: { diagnostics in
        progress.clear()
        session.report(diagnostics, as: format)
      },
      progress: { progress.show($0) }, isStopped: isStopped)
    let run = BatchRun(order: order, listener: listener, makers: setup.makers)
    let (tally, ending) = command.dryRun ? run.rehearse(input) : run.run(input, clinic: clinic)
    progress.clear()
    if !command.quiet, command.progress == .json, ending != .nothingStarted { progress.end(tally, ending) }
    if !command.quiet, command.progress != .json, format == .text, ending != .nothingStarted {
      session.error(BatchSummary(tally, ending, command, seconds: progress.seconds).text)
    }
    switch ending {
    case .nothingStarted: return .nothingStarted
    case .interrupted: return .interrupted
    case .broken: return .stoppedEarly
    case .complete: return tally.failed == 0 ? .success : .recordsFailed
    }
  }
}
