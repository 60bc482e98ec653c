import ArgumentParser
import BatchReports
import ClinicalRecord
import ClinicalRules
import Diagnostics
import ReportBuilder
import RuleEngine

struct RulesSheetCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: "Prints the review sheets of some rules, or of all.",
    discussion: """
      EXAMPLES
        legbrief rules rf.dvt
        legbrief rules --area joints --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case md, json
  }

  @Argument(
    help: ArgumentHelp("Ids of rules, such as rls.c4; none for all.", valueName: "rule"),
    completion: .list(LegbriefRules.book.rules.map(\.id.name)),
    transform: { name in
      let known = LegbriefRules.book.rules
      if let rule = known.first(where: { $0.id.name == name }) { return rule.id }
      let near = NearestNames.question(for: name, among: known.map(\.id.name))
      throw ValidationError("There is no rule '\(name)'" + (near.map { "; \($0)" } ?? "."))
    })
  var rules: [RuleID] = []

  @Option(
    help: ArgumentHelp("The rules of one area, such as joints.", valueName: "area"),
    completion: .list(LegbriefRules.book.areas.map(\.id)),
    transform: { name in
      let known = LegbriefRules.book.areas.map(\.id)
      if known.contains(name) { return name }
      throw ValidationError("There is no area '\(name)'. Areas: \(known.joined(separator: ", ")).")
    })
  var area: String?

  @Option(help: "md for a page to read, json for other programs.")
  var format = Format.md

  @Flag(help: "Print the index instead: every rule on a line, and how to read a sheet.")
  var index = false

  var diagnosticsFormat: DiagnosticsFormat { .text }

  func validate() throws {
    if index, !rules.isEmpty || area != nil || format != .md {
      throw ValidationError("--index is one page over all rules, in Markdown.")
    }
  }

  func run(in session: Session) throws -> RunStatus {
    let book = LegbriefRules.book
    let sheets = ReviewSheets(book: book, fingerprint: RuleFingerprint.of)
    let page = ReviewSheetPage(sheets)
    if index {
      try session.write(page.index(of: book))
      return .success
    }
    let chosen = book.areas.filter { area == nil || $0.id == area }.map { area in
      (area: area, rules: area.rules.filter { rules.isEmpty || rules.contains($0.id) })
    }.filter { !$0.rules.isEmpty }
    switch format {
    case .md: try session.write(chosen.map { page.text($0.rules, of: $0.area) }.joined(separator: "\n"))
    case .json:
      let all = chosen.flatMap { part in part.rules.map { sheets.sheet(of: $0, in: part.area) } }
      try session.write(ReviewSheetJSON.value(all, of: book).pretty())
    }
    return .success
  }
}
