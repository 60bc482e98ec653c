import ArgumentParser
import ClinicalRecord
import Diagnostics
import FileAccess
import ReportBuilder

struct ConfigCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Prints the settings of a practice to begin with, or checks a file of them.",
    discussion: """
      The settings change a report without a template of your own: the practice's name and letterhead, a colour for the \
      headings, and where the movable sections of page 1 stand or whether they stand there at all. A report follows them \
      only when they are named: legbrief report anna.json --config legbrief.json

      KEYS
        practiceName     one line of text above the title
        letterhead       up to \(ReportSettings.letterheadLines) further lines of text
        accentColour     #rrggbb, \(ReportSettings.leastContrast):1 on white or more; lighter on dark screens
        sectionOrder     sections in the order of your choice; those left out follow
        hiddenSections   sections and parts of the appendix that are not printed

      SECTIONS
      \(ConfigCommand.sections)

      PARTS OF THE APPENDIX
      \(ConfigCommand.parts)

      Header, data line, red flags, what was not asked, what is held back, the criteria of each area, method, \
      provenance and footer stand in every report. A template of your own follows the order only where it uses the list \
      {{#sections}}.

      EXAMPLES
        legbrief config > legbrief.json
        legbrief config --check legbrief.json

      EXIT CODES
        0   no errors
        1   the settings have an error
        2   the file could not be read
      """)

  @Option(
    help: ArgumentHelp("Print every fault of this file instead.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var check: String?

  @OptionGroup var printing: DiagnosticsOptions

  var diagnosticsFormat: DiagnosticsFormat { printing.diagnostics }

  func run(in session: Session) throws -> RunStatus {
    guard let path = check else {
      try session.write(ReportSettings().json.pretty())
      return .success
    }
    let loaded = SettingsSource.load(path, session.files)
    session.report(loaded.diagnostics, as: diagnosticsFormat)
    if loaded.diagnostics.contains(where: { $0.id == "settings-unreadable" }) { return .nothingStarted }
    try session.write(
      "\(Excerpt.visible(path)): \(FaultCount.words(errors: loaded.diagnostics.count, warnings: 0))\n")
    return loaded.settings == nil ? .recordsFailed : .success
  }

  private static let sections = table(ReportSection.allCases.map { ($0.rawValue, $0.meaning) })
  private static let parts = table(AppendixPart.allCases.map { ($0.rawValue, $0.meaning) })

  private static func table(_ rows: [(id: String, meaning: String)]) -> String {
    rows.map { "  \($0.id)\(String(repeating: " ", count: max(1, 17 - $0.id.count)))\($0.meaning)" }
      .joined(separator: "\n")
  }
}
