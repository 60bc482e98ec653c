import BatchReports
import ClinicalRecord
import ClinicalRules
import Diagnostics
import FileAccess
import RecordReaders
import RuleEngine

/// Reads records for the commands: from a path to a validated record with all that is wrong with it.
struct RecordSource {
  let files: any FileSystem
  let asOf: Day?
  /// Stands in front of the record's own locale pack.
  let locale: String?
  private let reader = RecordReader(dictionary: LegbriefFields.dictionary)

  init(files: any FileSystem, _ reading: ReadingOptions) {
    self.init(files: files, asOf: reading.asOf, locale: reading.locale?.rawValue)
  }

  init(files: any FileSystem, asOf: Day?, locale: String?) {
    self.files = files
    self.asOf = asOf
    self.locale = locale
  }

  /// One more byte than the reader accepts, so that it can say that the file is too big.
  private static let limit = RecordReader.Limits().fileBytes + 1

  /// What became of one path.
  struct Outcome {
    /// Nil when the file could not be read, or has errors.
    var record: PatientRecord?
    var diagnostics: [Diagnostic]
    /// The file's bytes were there, whatever they say.
    var wasReadable: Bool
    /// SHA-256 of the file, as `sha256sum` prints it; empty when it could not be read.
    var sha256 = ""

    var warnings: [Diagnostic] { diagnostics.filter { $0.severity == .warning } }
  }

  func read(_ path: String) -> Outcome {
    do {
      let source = SourceText(file: path, bytes: try files.read(path, limit: RecordSource.limit))
      let result = reader.read(source, asOf: asOf)
      var record = result.record
      if let locale { record?.person[LocalePack.item] = RecordedItem(.code(locale)) }
      return Outcome(
        record: record, diagnostics: result.diagnostics, wasReadable: true, sha256: Digest.hex(source.bytes))
    } catch {
      return Outcome(record: nil, diagnostics: [error.diagnostic], wasReadable: false)
    }
  }
}

/// Counts what became of the records of one run, for its exit code.
struct RecordTally {
  private var failed = 0
  private var usable = 0
  private var readable = 0

  mutating func count(_ outcome: RecordSource.Outcome, made isMade: Bool) {
    if !isMade { failed += 1 }
    if outcome.record != nil { usable += 1 }
    if outcome.wasReadable { readable += 1 }
  }

  /// How a run ends that makes something of records.
  var status: RunStatus { failed == 0 ? .success : usable == 0 ? .nothingStarted : .recordsFailed }

  /// How a run ends that looks for faults: finding them is no failure to start.
  var checkStatus: RunStatus { failed == 0 ? .success : readable == 0 ? .nothingStarted : .recordsFailed }
}
