import ArgumentParser
import ClinicalRules
import Diagnostics
import ReportBuilder
import RuleEngine

/// `legbrief explain`: why a rule came to its value.
struct ExplainCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Show why a rule is met, not met or not recorded, down to line and column of the record.",
    discussion: "Without RULE, every rule with its value. With --stage, one of the layers that a record passes through.")

  enum Stage: String, CaseIterable, ExpressibleByArgument {
    case record, verdicts, model
  }

  @Argument(help: "A record file in format 1 (JSON).")
  var record: String

  @Argument(help: "The id of a rule, such as rls.c4.")
  var rule: String?

  @Option(name: .long, help: "Print a whole layer: record as understood, verdicts, or report model.")
  var stage: Stage?

  @OptionGroup var options: RecordOptions

  func run(_ console: Console) -> ExitStatus {
    let book = LegbriefRules.book
    let loader = RecordLoader(options, console)
    if let rule, !book.rules.contains(where: { $0.id.name == rule }) {
      loader.reporter.report([
        Diagnostic(
          .error, id: "unknown-rule", "there is no rule \"\(rule)\"",
          remedy: NearestNames.question(for: rule, among: book.rules.map(\.id.name))
            ?? "legbrief explain RECORD lists all rules")
      ])
      return .usage
    }
    switch loader.load(record) {
    case .unreadable: return .cannotStart
    case .faulty: return .someFailed
    case .record(let record, let warnings):
      let verdicts = RuleJudge(book).judge(record)
      let printer = ExplanationPrinter(book: book)
      let text: String
      switch (stage, rule) {
      case (.record, _): text = LayerPrinter.text(record)
      case (.verdicts, _): text = VerdictsJSON.text(verdicts, warnings: warnings)
      case (.model, _): text = LayerPrinter.text(ReportComposer(book: book).compose(verdicts))
      case (nil, let rule?):
        text = verdicts[RuleID(rule)].map { printer.text($0, of: verdicts) } ?? ""
      case (nil, nil): text = printer.overview(verdicts)
      }
      return console.print(text) ? .done : .cannotStart
    }
  }
}
