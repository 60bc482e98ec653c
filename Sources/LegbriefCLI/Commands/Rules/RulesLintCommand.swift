import ArgumentParser
import ClinicalRecord
import ClinicalRules
import Diagnostics
import RuleEngine

struct RulesLintCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Checks the rule book: ids, branches, items and codes, citations, wording, sources.",
    discussion: """
      A rule book has no lines: a fault names the rule, item or source that it is about. A source older than \
      --guideline-age years is a warning, and so is an item that no rule reads.

      EXAMPLES
        legbrief rules lint
        legbrief rules lint --guideline-age 5
        legbrief rules lint --diagnostics sarif > rules.sarif

      EXIT CODES
        0   no errors; there may be warnings
        2   the book has an error
      """)

  @Option(help: ArgumentHelp("From how many years a source counts as old.", valueName: "years"))
  var guidelineAge = 10

  @Option(
    help: ArgumentHelp(
      "The day from which the age is counted; without it the day of the rule book's edition.", valueName: Day.optionName
    ),
    transform: Day.option)
  var asOf: Day?

  @OptionGroup var printing: DiagnosticsOptions

  var diagnosticsFormat: DiagnosticsFormat { printing.diagnostics }

  func validate() throws {
    if guidelineAge < 0 { throw ValidationError("--guideline-age takes a number of years, 0 or more.") }
  }

  func run(in session: Session) throws -> RunStatus {
    let book = LegbriefRules.book
    let found = RuleLint(book).findings(guidelineAge: guidelineAge, asOf: asOf ?? LegbriefRules.edition)
    let diagnostics = found.map { finding in
      Diagnostic(
        finding.severity == .error ? .error : .warning, id: finding.id, "\(finding.subject): \(finding.message)",
        remedy: finding.remedy)
    }
    session.report(diagnostics, as: diagnosticsFormat)
    let errors = found.count { $0.severity == .error }
    let words = FaultCount.words(errors: errors, warnings: found.count - errors)
    try session.write("rule book \(book.version), \(book.rules.count) rules: \(words)\n")
    return errors == 0 ? .success : .nothingStarted
  }
}
