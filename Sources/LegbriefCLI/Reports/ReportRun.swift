import BatchReports
import ClinicalRules
import Diagnostics
import FileAccess
import Glibc
import ReportBuilder

/// One run of `legbrief report`: templates first, then the output folder, then the records one by one.
struct ReportRun {
  let command: ReportCommand
  let session: Session

  func run() throws -> RunStatus {
    let practice = SettingsSource.load(command.practice.config, session.files)
    session.report(practice.diagnostics, as: command.diagnosticsFormat)
    guard let settings = practice.settings else { return .nothingStarted }
    let loaded = TemplateLoading.load(
      templates: command.template.all, folder: command.templates, settings: settings, files: session.files)
    session.report(loaded.diagnostics, as: command.diagnosticsFormat)
    guard let templates = loaded.templates else { return .nothingStarted }
    let faults = ReportFault.all(command, templates.reports)
    session.report(faults, as: command.diagnosticsFormat)
    guard faults.isEmpty else { return .nothingStarted }
    let pipeline = ReportPipeline(
      book: LegbriefRules.book, templates: templates, generator: "Legbrief \(LegbriefCommand.version)")
    let earlier = ReportComparison.load(
      since: command.changes.since, previous: command.changes.previous, files: session.files)
    session.report(earlier.diagnostics, as: command.diagnosticsFormat)
    guard let comparison = earlier.source else { return .nothingStarted }
    let origins = templates.reports.map { template in
      ReportOrigin(
        program: LegbriefCommand.version, book: LegbriefRules.book, ruleSet: RuleFingerprint.shipped,
        templates: TemplateLoading.fingerprint(of: template, overlay: loaded.overlay, settings: settings),
        settings: settings,
        options: ReportOrigin.stated(for: template, command.clinic, command.reading) + comparison.stated)
    }

    let toStream = command.output == "-"
    if !toStream {
      do throws(FileError) {
        try session.files.prepare(folder: command.output)
      } catch {
        session.report([error.diagnostic], as: command.diagnosticsFormat)
        return .nothingStarted
      }
    }

    let maker = ReportMaker(
      book: LegbriefRules.book, pipeline: pipeline, origins: origins, formats: command.format.all,
      clinic: command.clinic?.id)
    let source = RecordSource(files: session.files, command.reading)
    let names = OutputNames(
      for: command.records, templates: ReportMaker.names(of: templates.reports, command.clinic?.id))
    // Neither a record nor the verdicts of an earlier report are ever overwritten by this one.
    let inputs = Set(
      (command.records + [command.changes.previous].compactMap { $0 }).compactMap(session.files.identity))
    var tally = RecordTally()
    for (position, path) in command.records.enumerated() {
      let outcome = source.read(path)
      session.report(outcome.diagnostics, as: command.diagnosticsFormat)
      let made = outcome.record.map { record in
        maker.make(
          record, sha256: outcome.sha256, warnings: outcome.warnings, at: path, comparedWith: comparison)
      }
      session.report(made?.diagnostics ?? [], as: command.diagnosticsFormat)
      guard let outputs = made?.outputs else {
        tally.count(outcome, made: false)
        continue
      }
      if toStream {
        for output in outputs { try session.output(output.bytes) }
        tally.count(outcome, made: true)
      } else {
        tally.count(outcome, made: place(outputs, names[position], keeping: inputs))
      }
    }
    return tally.status
  }

  /// Puts one record's files in place, all or none; false when the place does not take them.
  private func place(_ outputs: [ReportOutput], _ names: ReportNames, keeping inputs: Set<FileIdentity>) -> Bool {
    let folder = command.output == "." ? "" : command.output.hasSuffix("/") ? command.output : command.output + "/"
    let files = outputs.map { OutputFile(path: folder + names.name(of: $0), bytes: $0.bytes) }
    do throws(FileError) {
      for file in files {
        guard let identity = session.files.identity(of: file.path), inputs.contains(identity) else { continue }
        throw FileError(.write, file.path, code: EEXIST)
      }
      try session.files.replace(files)
    } catch {
      session.report([error.diagnostic], as: command.diagnosticsFormat)
      return false
    }
    if command.diagnosticsFormat == .text {
      session.error(files.map { "wrote \(Excerpt.visible($0.path))\n" }.joined())
    }
    return true
  }
}
