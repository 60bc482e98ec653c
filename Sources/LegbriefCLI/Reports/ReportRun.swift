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
      templates: command.template.all, folder: command.templates, settings: settings, files: session.files)
    session.report(loaded.diagnostics, as: command.diagnosticsFormat)
    guard let templates = loaded.templates else { return .nothingStarted }
    let faults = ReportFault.all(command, templates.reports)
    session.report(faults, as: command.diagnosticsFormat)
    guard faults.isEmpty else { return .nothingStarted }
    let pipeline = ReportPipeline(
      book: LegbriefRules.book, templates: templates, generator: "Legbrief \(LegbriefCommand.version)")
    let earlier = ChangesSource.load(
      since: command.changes.since, previous: command.changes.previous, files: session.files)
    session.report(earlier.diagnostics, as: command.diagnosticsFormat)
    guard let comparison = earlier.source else { return .nothingStarted }
    let origins = templates.reports.map { template in
      ReportOrigin(
        book: LegbriefRules.book, ruleSet: RuleFingerprint.shipped,
        templates: TemplateLoading.fingerprint(of: template, overlay: loaded.overlay, settings: settings),
        settings: settings, options: command.stated(for: template) + comparison.stated)
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

    let source = RecordSource(files: session.files, command.reading)
    let names = OutputNames(
      for: command.records, templates: command.template.all.count > 1 ? command.template.all : [])
    // Neither a record nor the verdicts of an earlier report are ever overwritten by this one.
    let inputs = Set(
      (command.records + [command.changes.previous].compactMap { $0 }).compactMap(session.files.identity))
    var tally = RecordTally()
    for (position, path) in command.records.enumerated() {
      let outcome = source.read(path)
      session.report(outcome.diagnostics, as: command.diagnosticsFormat)
      guard let outputs = outputs(of: outcome, path, by: pipeline, from: origins, comparedWith: comparison) else {
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

  /// Everything that was asked for about one record, in memory; nil when there is no record, or a report of it cannot be made.
  private func outputs(
    of outcome: RecordSource.Outcome, _ path: String, by pipeline: ReportPipeline, from origins: [ReportOrigin],
    comparedWith source: ChangesSource
  ) -> [ReportOutput]? {
    guard let record = outcome.record else { return nil }
    let earlier = source.earlier(of: record, at: path, by: pipeline, book: LegbriefRules.book)
    session.report(earlier.diagnostics, as: command.diagnosticsFormat)
    guard !earlier.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    let verdicts = pipeline.judge(record)
    var outputs: [ReportOutput] = []
    if command.format.all != [.verdicts] {
      let model = pipeline.compose(
        verdicts, warnings: outcome.warningsForReaders, clinic: command.clinic?.id, comparedWith: earlier.period)
      for (template, origin) in zip(pipeline.reports, origins) {
        do {
          let completed = origin.completing(model, of: record, sha256: outcome.sha256)
          outputs += try self.outputs(of: completed, template, by: pipeline)
        } catch {
          session.report(
            [RenderFault.diagnostic(error, template: template.name, record: path)], as: command.diagnosticsFormat)
          return nil
        }
      }
    }
    if command.format.all.contains(.verdicts) {
      let text = VerdictsJSON.text(verdicts, warnings: outcome.warningsByFileName)
      outputs.append(ReportOutput(template: nil, ending: "json", bytes: Array(text.utf8)))
    }
    return outputs
  }

  /// One template's files in the order of the formats; plain text is one file whatever they are.
  private func outputs(
    of model: ReportModel, _ template: ReportTemplate, by pipeline: ReportPipeline
  ) throws -> [ReportOutput] {
    let text = try pipeline.text(model, by: template)
    if template.isPlain { return [ReportOutput(template: template.name, ending: "txt", bytes: text)] }
    return try command.format.all.compactMap { format in
      switch format {
      case .markdown: ReportOutput(template: template.name, ending: "md", bytes: text)
      case .page:
        ReportOutput(template: template.name, ending: "html", bytes: try pipeline.page(text, model, by: template))
      case .verdicts: nil
      }
    }
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
