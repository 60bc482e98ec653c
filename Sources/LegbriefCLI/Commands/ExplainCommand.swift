import ArgumentParser
import BatchReports
import ClinicalRecord
import ClinicalRules
import Diagnostics
import FileAccess
import ReportBuilder
import RuleEngine

struct ExplainCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows why each rule came out as it did for one record.",
    discussion: """
      Without a rule: all rules, a line each. With rules: the tree of their conditions, what was found for each and \
      where, what is missing, and the sources. With --ask-next: the unanswered questions that would change a criterion \
      or flag. With --sensitivity: which single entry or answer a value rests on (without a rule: every met flag). \
      What is printed holds the patient's own values.

      EXAMPLES
        legbrief explain anna.json
        legbrief explain anna.json rls.c4
        legbrief explain anna.json --ask-next
        legbrief explain anna.json rf.dvt --sensitivity
        legbrief explain anna.json --stage record
      """)

  /// A layer between two stages.
  enum Stage: String, ExpressibleByArgument, CaseIterable {
    case record, verdicts, model
  }

  @Argument(
    help: ArgumentHelp("A record in format 1 (JSON).", valueName: "record"), completion: .file(extensions: ["json"]))
  var path: String

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(
    help: "Ids of rules, such as rls.c4.", completion: .list(LegbriefRules.book.rules.map(\.id.name)),
    transform: { name in
      if let rule = LegbriefRules.book.rules.first(where: { $0.id.name == name }) { return rule.id }
      let near = NearestNames.question(for: name, among: LegbriefRules.book.rules.map(\.id.name))
      throw ValidationError(
        "There is no rule '\(name)'" + (near.map { "; \($0)" } ?? ".") + " 'legbrief explain RECORD' lists all of them."
      )
    })
  var rules: [RuleID] = []

  @Flag(help: "Print the unanswered questions that would change a criterion or flag, and how.")
  var askNext = false

  @Flag(help: "Print which single answer, entry, day, medicine or result the value rests on.")
  var sensitivity = false

  @Option(help: "Text, or JSON for other programs.")
  var format: Format = .text

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
    if !rules.isEmpty, stage != nil { throw ValidationError("Give a rule or a --stage, not both.") }
    if stage != nil, askNext || sensitivity || format == .json {
      throw ValidationError("A --stage is printed as it is: give it alone.")
    }
    if askNext, sensitivity { throw ValidationError("Give --ask-next or --sensitivity, not both.") }
    if askNext, !rules.isEmpty { throw ValidationError("--ask-next ranks over all rules: give no rule with it.") }
    if format == .json, rules.isEmpty, !askNext, !sensitivity {
      throw ValidationError(
        "Give rules, --ask-next or --sensitivity with --format json; 'report --format json' has all verdicts.")
    }
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
      return LayerPrinter.text(ReportComposer(book: book).compose(verdicts, warnings: outcome.warnings.forReaders))
    }
    let explained = rules.compactMap { verdicts[$0] }
    if askNext {
      let questions = Inquiry(book).askNext(verdicts)
      return format == .json
        ? ExplanationJSON(book: book).text(questions, of: verdicts) : InquiryWords(book: book).text(questions)
    }
    if sensitivity { return sensitivities(explained, verdicts, book) }
    if format == .json { return ExplanationJSON(book: book).text(explained, of: verdicts) }
    let printer = ExplanationPrinter(book: book, fingerprint: RuleFingerprint.of)
    if explained.isEmpty { return printer.overview(verdicts) }
    return explained.map { printer.text($0, of: verdicts) }.joined(separator: "\n")
  }

  private func sensitivities(_ explained: [Verdict], _ verdicts: Verdicts, _ book: RuleBook) -> String {
    let asked = explained.isEmpty ? verdicts.all.filter { $0.rule.isRedFlag && $0.value == .met } : explained
    let inquiry = Inquiry(book)
    let found = asked.map { ($0, inquiry.sensitivity(of: $0, verdicts)) }
    if format == .json { return ExplanationJSON(book: book).text(found.map(\.1), of: verdicts) }
    guard !found.isEmpty else { return "No red flag is met.\n" }
    let words = InquiryWords(book: book)
    return found.map { words.text($1, $0.rule.title) }.joined(separator: "\n")
  }
}
