import BatchReports
import BuiltinTemplates
import ClinicalRecord
import ClinicalRules
import Diagnostics
import FileAccess
import PreviewServer
import RecordReaders
import ReportBuilder
import RuleEngine

/// What the preview asks of the program: the rules, the templates as they stand in their folder, and how a record is read.
struct ShippedPreview: PreviewSource {
  /// The user's own templates; nil for the built-in ones alone.
  let folder: String?
  /// The settings of a practice.
  let config: String?
  /// Stands in front of each record's own locale pack.
  let locale: String?
  let files: any FileSystem & Sendable
  private let reading: RecordReading
  private let judge = RuleJudge(LegbriefRules.book)

  init(folder: String?, config: String?, locale: String?, files: any FileSystem & Sendable) {
    self.folder = folder
    self.config = config
    self.locale = locale
    self.files = files
    reading = RecordReading(locale: locale)
  }

  func templates(otherThan digest: String) -> (any PreviewTemplates)? {
    let found = TemplateFolder(folder: folder, config: config, files: files)
    return found.digest == digest ? nil : ShippedTemplates(found, reading, locale: locale)
  }

  func summary(of record: RecordText, asOf: Day?) -> RecordSummary {
    let read = reading.read(record, asOf)
    guard let patient = read.record else {
      let faults = read.diagnostics.filter { $0.severity == .error }
      return RecordSummary(
        identifier: nil, rank: 0, words: faults.count == 1 ? "1 error" : "\(faults.count) errors", faults: faults)
    }
    let level = judge.judge(patient).all.filter { $0.value == .met && $0.rule.isRedFlag && !$0.rule.isRoutineLine }
      .compactMap(\.urgency).max()
    let rank = level.flatMap(Urgency.allCases.firstIndex).map { $0 + 1 } ?? 0
    return RecordSummary(
      identifier: patient.identifier, rank: rank, words: BatchSummary.levels[rank], faults: [])
  }
}

/// Reads the bytes of a record as `legbrief report` and `legbrief batch` do.
struct RecordReading: Sendable {
  let locale: String?
  private let reader = RecordReader(dictionary: LegbriefFields.dictionary)

  init(locale: String?) { self.locale = locale }

  func read(_ text: RecordText, _ asOf: Day?) -> RecordReader.Result {
    var result = reader.read(SourceText(file: text.file, bytes: text.bytes), asOf: asOf)
    guard var record = result.record else {
      // Faults name the line of the file, not that of the record.
      if let line = text.line {
        result = reader.read(SourceText(file: text.file, bytes: text.bytes, firstLine: line), asOf: asOf)
      }
      return result
    }
    // Reports of a line cite the record, so that a line may move.
    if text.line != nil {
      if case .text(let id)? = record.person["personId"]?.value {
        record.file = id
      } else {
        record.file = "record \(Digest.hex(text.bytes).prefix(8))"
      }
    }
    if let locale { record.person[LocalePack.item] = RecordedItem(.code(locale)) }
    result.record = record
    return result
  }
}
