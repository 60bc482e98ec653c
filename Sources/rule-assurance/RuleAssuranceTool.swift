import ClinicalRecord
import ClinicalRules
import Foundation
import RuleAssurance
import RuleCases
import RuleEngine
import SyntheticCohort

/// `rule-assurance coverage|mutation [--only AREA-OR-RULE]…`: what the case tables show of the rules; `rule-assurance properties COUNT`: what must
/// hold for every record, over so many synthetic patients. Run from the repository's root.
@main
enum RuleAssuranceTool {
  /// Issue "The clinical rule books": at least this share of the flips has to be noticed.
  static let floor = 0.95
  static let tables = "Tests/ClinicalRulesTests"
  static let reasons = "Tests/RuleAssuranceTests/Reasons"

  static func main() async throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "properties", arguments.count == 2, let count = Int(arguments[1]), count > 0 {
      if await !properties(count) { exit(1) }
      return
    }
    guard let command = arguments.first, ["coverage", "mutation"].contains(command) else { usage() }
    arguments.removeFirst()
    var only: Set<String> = []
    while arguments.count >= 2, arguments[0] == "--only" {
      only.insert(arguments[1])
      arguments.removeFirst(2)
    }
    guard arguments.isEmpty else { usage() }

    let files = CaseFiles(below: tables)
    let book = LegbriefRules.book
    let cases = PreparedCases(try files.names.map(files.table), book)
    for row in cases.unusable { print("does not hold for the book as it is, and is left out: \(row)") }
    let isSound =
      command == "coverage" ? try coverage(book, cases, only) : try await mutation(book, cases, only)
    if !isSound { exit(1) }
  }

  private static func usage() -> Never {
    FileHandle.standardError.write(
      Data("usage: rule-assurance coverage|mutation [--only AREA-OR-RULE]... | properties COUNT\n".utf8))
    exit(2)
  }

  private static func file(_ name: String) throws -> Reasons {
    Reasons(try String(contentsOf: URL(fileURLWithPath: "\(reasons)/\(name)"), encoding: .utf8))
  }

  private static func coverage(_ book: RuleBook, _ cases: PreparedCases, _ only: Set<String>) throws -> Bool {
    let reasons = try file("outcomes.md")
    let found = LeafCoverage(book, cases, reasons: reasons)
    for rule in found.rules where only.isEmpty || only.contains(rule.area) || only.contains(rule.rule.name) {
      print(rule.line)
    }
    print(found.total)
    return report(reasons.faults)
  }

  private static func mutation(_ book: RuleBook, _ cases: PreparedCases, _ only: Set<String>) async throws -> Bool {
    let reasons = try file("survivors.md")
    let results = await MutationCheck(book, cases).run { only.isEmpty || only.contains($0) || only.contains($1) }
    var areas: [String] = []
    for result in results {
      if !areas.contains(result.area) { areas.append(result.area) }
      print("\(result.subject): noticed \(result.noticed) of \(result.flips)")
      for survivor in result.survivors {
        let reason = reasons.reason(survivor.rule, survivor.place, survivor.flip)
        print("  \(survivor.place): \(survivor.flip) -- \(reason ?? "no reason on file")")
      }
    }
    for area in areas { print(sum("area \(area)", results.filter { $0.area == area })) }
    print(sum("total", results))
    let survivors = results.flatMap(\.survivors)
    let explained = survivors.count { reasons.reason($0.rule, $0.place, $0.flip) != nil }
    print("survivors: \(survivors.count), of which \(explained) with a reason on file")
    let stale = only.isEmpty ? reasons.stale(survivors.map(\.key)) : []
    let isSound = report(reasons.faults + stale.map { "line \($0): applies to no survivor" })
    let flips = results.map(\.flips).reduce(0, +)
    let noticed = results.map(\.noticed).reduce(0, +)
    return isSound && Double(noticed) >= floor * Double(flips)
  }

  /// Removals of one thing that are judged for each patient with a met flag.
  private static let removals = 24

  private static func properties(_ count: Int) async -> Bool {
    let book = LegbriefRules.book
    let examination = RecordProperties(
      book, aboutTheLog: "dataQuality", needNoResult: ["rf.rhabdo", "rf.labCritical"])
    let day = Day(iso: "2026-03-02") ?? Day(number: 0)
    let cohort = SyntheticCohort(dictionary: book.dictionary, seed: 2026, asOf: day)
    let workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
    let tally = await withTaskGroup(of: RecordProperties.Tally.self) { group in
      for worker in 0..<workers {
        group.addTask {
          var own = RecordProperties.Tally()
          for number in stride(from: 1 + worker, through: count, by: workers) {
            examination.examine(cohort.record(number), removals: removals, into: &own)
          }
          return own
        }
      }
      var all = RecordProperties.Tally()
      for await part in group { all.add(part) }
      return all
    }
    for breach in tally.breaches.sorted(by: { ($0.record, $0.rule) < ($1.record, $1.rule) }).prefix(50) {
      print("\(breach.record) \(breach.rule): \(breach.words)")
    }
    print(
      "\(tally.records) patients, \(tally.judgements) judgements, \(tally.flagsMet) flags met, \(tally.breaches.count) breaches"
    )
    print("patterns with a level cleared by a removal, by an older result or the log: \(tally.patternsCleared)")
    let rules = book.rules.map(\.id)
    for value in Truth.allCases {
      let never = rules.filter { (tally.values[$0]?[value] ?? 0) == 0 }.map(\.name)
      print("\(value.rawValue) in no patient: \(never.isEmpty ? "no rule" : never.joined(separator: ", "))")
    }
    return tally.breaches.isEmpty
  }

  private static func sum(_ words: String, _ results: [MutationCheck.Result]) -> String {
    let flips = results.map(\.flips).reduce(0, +)
    let noticed = results.map(\.noticed).reduce(0, +)
    let others = results.map(\.noticedByOthers).reduce(0, +)
    let share = flips == 0 ? 1000 : noticed * 1000 / flips
    return
      "\(words): noticed \(noticed) of \(flips) (\(share / 10).\(share % 10) %), \(others) of them only by other tables"
  }

  private static func report(_ faults: [String]) -> Bool {
    for fault in faults { print("\(reasons): \(fault)") }
    return faults.isEmpty
  }
}
