import ArgumentParser
import ClinicalRecord
import ClinicalRules
import Diagnostics
import ReportBuilder
import RuleEngine

struct ExplainCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows why each rule came out as it did for one record.",
    discussion: """
      Without a rule: all rules, a line each. With one: the tree of its conditions, what was found for each and where, \
      what is missing, and the sources. What is printed holds the patient's own values.

      EXAMPLES
        legbrief explain anna.json
        legbrief explain anna.json rls.c4
        legbrief explain anna.json --stage record
      """)

  /// A layer between two stages.
  enum Stage: String, ExpressibleByArgument, CaseIterable {
    case record, verdicts, model
  }

  @Argument(
    help: ArgumentHelp("A record in format 1 (JSON).", valueName: "record"), completion: .file(extensions: ["json"]))
  var path: String

  @Argument(
    help: "The id of a rule, such as rls.c4.", completion: .list(LegbriefRules.book.rules.map(\.id.name)),
    transform: { name in
      if let rule = LegbriefRules.book.rules.first(where: { $0.id.name == name }) { return rule.id }
      let near = NearestNames.question(for: name, among: LegbriefRules.book.rules.map(\.id.name))
      throw ValidationError(
        "There is no rule '\(name)'" + (near.map { "; \($0)" } ?? ".") + " 'legbrief explain RECORD' lists all of them."
      )
    })
  var rule: RuleID?

  @Option(help: "Print one layer instead: the record as understood, the verdicts, or the model that templates print.")
  var stage: Stage?

  @OptionGroup var reading: ReadingOptions

  var diagnosticsFormat: DiagnosticsFormat { reading.diagnostics }

  func validate() throws {
    if reading.diagnostics == .sarif {
      throw ValidationError(
        "The explanation goes to standard output, where --diagnostics sarif would stand: use json, or 'legbrief check'."
      )
    }
    if rule != nil, stage != nil { throw ValidationError("Give a rule or a --stage, not both.") }
  }

  func run(in session: Session) throws -> RunStatus {
    let outcome = RecordSource(files: session.files, reading).read(path)
    session.report(outcome.diagnostics, as: diagnosticsFormat)
    var tally = RecordTally()
    tally.count(outcome, made: outcome.record != nil)
    if let record = outcome.record { try session.writeShowingControls(text(record, outcome)) }
    return tally.status
  }

  private func text(_ record: PatientRecord, _ outcome: RecordSource.Outcome) -> String {
    if stage == .record { return LayerPrinter.text(record) }
    let book = LegbriefRules.book
    let verdicts = RuleJudge(book).judge(record)
    if stage == .model {
      return LayerPrinter.text(ReportComposer(book: book).compose(verdicts, warnings: outcome.warningsForReaders))
    }
    let printer = ExplanationPrinter(book: book)
    if let verdict = rule.flatMap({ verdicts[$0] }) { return printer.text(verdict, of: verdicts) }
    return printer.overview(verdicts)
  }
}
