import ArgumentParser

/// `legbrief rules`: the rule book for those who review it.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Prints the review sheets of the rules, and checks the rule book.",
    discussion: """
      A review sheet says what a rule does in plain words: its logic, the questions that it reads, thresholds with how sure \
      each is, every phrase, sources, status and fingerprint. The sheets of all rules stand in Examples/rules.

      EXAMPLES
        legbrief rules rf.dvt rls.c4
        legbrief rules --area joints | less
        legbrief rules --format json
        legbrief rules --index
        legbrief rules lint
      """,
    subcommands: [RulesSheetCommand.self, RulesLintCommand.self], defaultSubcommand: RulesSheetCommand.self)
}
