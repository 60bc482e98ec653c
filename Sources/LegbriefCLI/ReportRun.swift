import BuiltinTemplates
import ClinicalRecord
import ClinicalRules
import Diagnostics
import ReportBuilder

/// One run of `legbrief report`: templates and output folder first, then record by record.
struct ReportRun {
  let records: [String]
  let template: String
  let formats: [OutputFormat]
  let output: String
  let overlay: String?
  let loader: RecordLoader
  let console: Console

  private var reporter: Reporter { loader.reporter }

  func run() -> ExitStatus {
    guard let pipeline = pipeline(), let names = outputNames(), prepareFolder() else { return .cannotStart }
    var failed = 0
    var unreadable = 0
    for (path, name) in zip(records, names) {
      switch loader.load(path) {
      case .unreadable: unreadable += 1
      case .faulty: failed += 1
      case .record(let record, let warnings):
        if !make(record, warnings, name, pipeline) { failed += 1 }
      }
    }
    if unreadable == records.count { return .cannotStart }
    return failed + unreadable == 0 ? .done : .someFailed
  }

  private func make(_ record: PatientRecord, _ warnings: [Diagnostic], _ name: OutputName, _ pipeline: ReportPipeline) -> Bool {
    do {
      let files = try render(record, warnings, name, pipeline)
      if output == "-" {
        guard console.output(files.first?.bytes ?? []) else {
          reporter.report([
            Diagnostic(.error, id: "output-failed", "standard output does not take the report", remedy: "check the device or disk behind it")
          ])
          return false
        }
        return true
      }
      try Files.write(files)
      return true
    } catch let fault as FileFault {
      reporter.report(fault, id: "output-failed", remedy: "nothing was changed; check space and permission, then run again")
    } catch {
      reporter.report([Diagnostic(.error, id: "report-failed", "\(name.verdicts): the report could not be rendered")])
    }
    return false
  }

  private func render(
    _ record: PatientRecord, _ warnings: [Diagnostic], _ name: OutputName, _ pipeline: ReportPipeline
  ) throws -> [(path: String, bytes: [UInt8])] {
    let verdicts = pipeline.judge(record)
    let model = pipeline.compose(
      verdicts, warnings: warnings.map { ($0.location.map { "line \($0.line): " } ?? "") + $0.message })
    var markdown: [UInt8] = []
    if formats.contains(.md) || formats.contains(.html) { markdown = try pipeline.markdown(model) }
    var files: [(path: String, bytes: [UInt8])] = []
    for format in formats {
      switch format {
      case .md: files.append((name.markdown, markdown))
      case .html: files.append((name.html, try pipeline.page(markdown, model)))
      case .json: files.append((name.verdicts, Array(VerdictsJSON.text(verdicts, warnings: warnings).utf8)))
      }
    }
    return files
  }

  // MARK: What must be right before the first record is read

  private func pipeline() -> ReportPipeline? {
    var files: [(file: SourceText, name: String)] = []
    if let overlay {
      do {
        for name in try Files.names(in: overlay) where name.hasSuffix(".mustache") || name == "page.css" {
          let path = "\(overlay)/\(name)"
          files.append((SourceText(file: path, bytes: try Files.read(path)), name))
        }
      } catch {
        reporter.report(error, id: "unreadable-templates", remedy: "name a folder that holds .mustache files")
        return nil
      }
    }
    let loaded = ReportTemplates.load(
      builtin: BuiltinTemplates.files, overlay: files, template: template, styleHash: StyleHash.base64)
    reporter.report(loaded.diagnostics)
    return loaded.templates.map {
      ReportPipeline(book: LegbriefRules.book, templates: $0, generator: "Legbrief \(LegbriefTool.version)")
    }
  }

  private func outputNames() -> [OutputName]? {
    if records.count == 1 { return [OutputName(single: output)] }
    let names = records.map { OutputName(folder: output, record: $0) }
    var firstWith: [String: String] = [:]
    var faults: [Diagnostic] = []
    for (path, name) in zip(records, names) {
      if let first = firstWith[name.markdown] {
        faults.append(
          Diagnostic(
            .error, id: "same-output-name", "\(first) and \(path) would both be written to \(name.markdown)",
            remedy: "run them with different --output folders, or rename one"))
      }
      firstWith[name.markdown] = path
    }
    reporter.report(faults)
    return faults.isEmpty ? names : nil
  }

  private func prepareFolder() -> Bool {
    guard output != "-" else { return true }
    do {
      try Files.makeFolder(output)
      return true
    } catch {
      reporter.report(error, id: "output-folder", remedy: "make its parent folder first, or name another with --output")
      return false
    }
  }
}

/// Where the files of one record go.
struct OutputName {
  let markdown: String
  let html: String
  let verdicts: String

  /// The only record of a run.
  init(single folder: String) {
    markdown = "\(folder)/report.md"
    html = "\(folder)/report.html"
    verdicts = "\(folder)/verdicts.json"
  }

  /// One of several: by file name, or by the folder's name for `record.json`.
  init(folder: String, record path: String) {
    var stem = Files.name(of: path)
    if stem.hasSuffix(".json") { stem.removeLast(5) }
    if stem == "record" || stem.isEmpty {
      let parent = Files.name(of: Files.parent(of: path))
      if parent != ".", parent != ".." { stem = parent }
    }
    markdown = "\(folder)/\(stem).md"
    html = "\(folder)/\(stem).html"
    verdicts = "\(folder)/\(stem).verdicts.json"
  }
}
