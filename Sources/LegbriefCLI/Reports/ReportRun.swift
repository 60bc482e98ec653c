import ClinicalRecord
import ClinicalRules
import Diagnostics
import Glibc
import ReportBuilder
import RuleEngine

/// One run of `legbrief report`: templates first, then the output folder, then the records one by one.
struct ReportRun {
  let command: ReportCommand
  let session: Session

  func run() throws -> RunStatus {
    let practice = SettingsSource.load(command.practice.config, session.files)
    session.report(practice.diagnostics, as: command.diagnosticsFormat)
    guard let settings = practice.settings else { return .nothingStarted }
    let loaded = TemplateLoading.load(
      template: command.template, folder: command.templates, settings: settings, files: session.files)
    session.report(loaded.diagnostics, as: command.diagnosticsFormat)
    guard let templates = loaded.templates else { return .nothingStarted }
    let pipeline = ReportPipeline(
      book: LegbriefRules.book, templates: templates, generator: "Legbrief \(LegbriefCommand.version)")
    let origin = ReportOrigin(
      book: LegbriefRules.book, ruleSet: RuleFingerprint.shipped,
      templates: TemplateLoading.fingerprint(
        template: command.template, overlay: loaded.overlay, settings: settings),
      settings: settings,
      options: [.init(ReportOrigin.OptionName.template.rawValue, command.template)] + command.reading.stated)

    let toStream = command.output == "-"
    if !toStream {
      do throws(FileError) {
        try session.files.prepare(folder: command.output)
      } catch {
        session.report([error.diagnostic], as: command.diagnosticsFormat)
        return .nothingStarted
      }
    }

    let source = RecordSource(files: session.files, command.reading)
    let names = OutputNames(for: command.records)
    let inputs = Set(command.records.compactMap(session.files.identity))
    var tally = RecordTally()
    for (position, path) in command.records.enumerated() {
      let outcome = source.read(path)
      session.report(outcome.diagnostics, as: command.diagnosticsFormat)
      guard let outputs = outputs(of: outcome, path, by: pipeline, from: origin) else {
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

  private typealias Output = (format: ReportFormat, bytes: [UInt8])

  /// Everything that was asked for about one record, in memory; nil when there is no record, or its report cannot be made.
  private func outputs(
    of outcome: RecordSource.Outcome, _ path: String, by pipeline: ReportPipeline, from origin: ReportOrigin
  ) -> [Output]? {
    guard let record = outcome.record else { return nil }
    do {
      return try outputs(of: record, outcome, by: pipeline, from: origin)
    } catch {
      session.report(
        [RenderFault.diagnostic(error, template: command.template, record: path)], as: command.diagnosticsFormat)
      return nil
    }
  }

  private func outputs(
    of record: PatientRecord, _ outcome: RecordSource.Outcome, by pipeline: ReportPipeline, from origin: ReportOrigin
  ) throws -> [Output] {
    let verdicts = pipeline.judge(record)
    if command.format.all == [.verdicts] {
      return [(.verdicts, Array(VerdictsJSON.text(verdicts, warnings: outcome.warningsByFileName).utf8))]
    }
    let model = origin.completing(
      pipeline.compose(verdicts, warnings: outcome.warningsForReaders), of: record, sha256: outcome.sha256)
    let markdown = try pipeline.markdown(model)
    return try command.format.all.map { format in
      switch format {
      case .markdown: (format, markdown)
      case .page: (format, try pipeline.page(markdown, model))
      case .verdicts: (format, Array(VerdictsJSON.text(verdicts, warnings: outcome.warningsByFileName).utf8))
      }
    }
  }

  /// Puts one record's files in place, all or none; false when the place does not take them.
  private func place(_ outputs: [Output], _ names: ReportNames, keeping inputs: Set<FileIdentity>) -> Bool {
    let folder = command.output == "." ? "" : command.output.hasSuffix("/") ? command.output : command.output + "/"
    let files = outputs.map { OutputFile(path: folder + names.name(for: $0.format), bytes: $0.bytes) }
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

extension RecordSource.Outcome {
  /// The warnings as the report prints them: the place in the record and what looks wrong there.
  var warningsForReaders: [String] {
    warnings.map { warning in
      (warning.location.map { "line \($0.line): " } ?? "") + warning.message
    }
  }

  /// The warnings with the file's name alone, so that a report does not change with the folder it is made from.
  var warningsByFileName: [Diagnostic] {
    warnings.map { warning in
      var warning = warning
      warning.location = warning.location.map(RecordSource.withoutFolders)
      for position in warning.notes.indices {
        warning.notes[position].location = warning.notes[position].location.map(RecordSource.withoutFolders)
      }
      return warning
    }
  }
}

extension RecordSource {
  fileprivate static func withoutFolders(_ location: SourceLocation) -> SourceLocation {
    var location = location
    location.file = location.file.split(separator: "/").last.map(String.init) ?? location.file
    return location
  }
}
