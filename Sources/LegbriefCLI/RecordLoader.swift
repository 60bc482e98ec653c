import ClinicalRecord
import ClinicalRules
import Diagnostics
import RecordReaders

/// Reads record files by path and reports what is wrong with them.
struct RecordLoader {
  enum Outcome {
    case record(PatientRecord, warnings: [Diagnostic])
    /// The file holds faults; they were reported.
    case faulty
    /// The file could not be read; it was reported.
    case unreadable
  }

  let reporter: Reporter
  let asOf: Day?
  private let reader = RecordReader(dictionary: LegbriefFields.dictionary)

  init(_ options: RecordOptions, _ console: Console) {
    reporter = Reporter(console: console, form: options.diagnostics)
    asOf = options.asOf?.day
  }

  func load(_ path: String) -> Outcome {
    let bytes: [UInt8]
    do {
      bytes = try Files.read(path)
    } catch {
      let remedy =
        Files.isFolder(path)
        ? "name the record file in it, such as \(path)/record.json" : "check the path and that the file may be read"
      reporter.report(error, id: "unreadable-file", remedy: remedy)
      return .unreadable
    }
    let result = reader.read(SourceText(file: path, bytes: bytes), asOf: asOf)
    reporter.report(result.diagnostics)
    guard var record = result.record else { return .faulty }
    record.file = Files.name(of: path)
    return .record(record, warnings: result.diagnostics)
  }
}
