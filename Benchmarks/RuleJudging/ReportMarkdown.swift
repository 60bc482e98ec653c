import BuiltinTemplates
import ClinicalRecord
import ClinicalRules
import Diagnostics
import ReportBuilder

/// The Markdown of one report for an appointment, as the shipped templates write it.
struct ReportMarkdown {
  let bytes: [UInt8]

  /// The same text without its tables: without every line that begins with a bar.
  var withoutTables: [UInt8] {
    Array(lines.filter { $0.first != UInt8(ascii: "|") }.joined(separator: [UInt8(ascii: "\n")]))
  }

  /// Rows of tables, with those of their heads.
  var tableLines: Int { lines.count { $0.first == UInt8(ascii: "|") } }

  private var lines: [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  /// The report of each record.
  static func all(of records: [PatientRecord]) throws -> [ReportMarkdown] {
    let loaded = ReportTemplates.load(builtin: BuiltinTemplates.files, template: "appointment") { _ in "" }
    guard let templates = loaded.templates else {
      throw UnequalWork(description: "the shipped templates do not check: \(loaded.diagnostics.map(\.message))")
    }
    let pipeline = ReportPipeline(book: LegbriefRules.book, templates: templates, generator: "bench-rules")
    return try records.map { record in
      ReportMarkdown(bytes: try pipeline.markdown(pipeline.compose(pipeline.judge(record))))
    }
  }
}
