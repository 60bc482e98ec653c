import ClinicalRecord
import TemplateEngine

// Settings and provenance where templates find them.
extension ReportSettings {
  func write(to report: inout RecordWriter) {
    report.text("practiceName", practiceName)
    report.texts("letterhead", practiceName == nil ? [] : letterhead)
    let arrangement = arrangement
    report.list("sections", arrangement.sections) { row, section in
      for (each, flag) in ReportSettings.sectionFlags { row.flag(flag, each == section) }
    }
    for part in AppendixPart.allCases { report.flag(part.flag, arrangement.appendix.contains(part)) }
  }

  private static let sectionFlags = ReportSection.allCases.map { ($0, $0.flag) }
}

extension Provenance {
  func write(to row: inout RecordWriter) {
    row.text("program", "Legbrief \(program)")
    row.text("ruleSetHash", ruleSet.combined)
    row.text("templatesHash", templates.combined)
    row.text("recordHash", record)
    row.text("window", window.words)
    row.text("log", log?.words ?? "no entry")
    row.text("options", options.isEmpty ? nil : options.map { "--\($0.name) \($0.value)" }.joined(separator: " "))
  }
}

extension Provenance.Period {
  /// As the report prints it.
  var words: String { "\(from.iso) to \(to.iso)" }
}
