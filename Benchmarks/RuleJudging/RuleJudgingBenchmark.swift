import ClinicalRecord
import ClinicalRules
import Foundation
import RecordWriters
import RuleEngine

/// What each step from a record's bytes to its page takes, beside others that do as much: all on the same synthetic records, in turns.
@main
enum RuleJudgingBenchmark {
  static let usage = """
    usage: bench-rules table [ROUNDS]     processor time of each step, in turns, with ratios
           bench-rules run STEP [PASSES]  one step alone, for `perf record` and `valgrind --tool=callgrind`
           bench-rules records COUNT      large records, one a line, for make bench-batch
           bench-rules dump [PATIENTS]    all that is said of each record, to compare two versions of the engine
    """

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let workload = RuleWorkload()
    switch arguments.first {
    case "table": try table(workload, rounds: arguments.dropFirst().first.flatMap(Int.init) ?? 60)
    case "records":
      let encoder = RecordEncoder(dictionary: LegbriefRules.book.dictionary)
      for number in 0..<(arguments.dropFirst().first.flatMap(Int.init) ?? 10) {
        print(encoder.json(RuleWorkload.record(number, id: "LARGE-\(number)")).compact)
      }
    case "dump":
      let dump = VerdictDump()
      for record in workload.sample(arguments.dropFirst().first.flatMap(Int.init) ?? 100) {
        print(dump.text(record), terminator: "")
      }
    case "run":
      guard let step = workload.steps.first(where: { $0.name == arguments.dropFirst().first }) else { fallthrough }
      let pass = try step.prepare()
      for _ in 0..<(arguments.dropFirst(2).first.flatMap(Int.init) ?? 1) { keep(try measuredPass(pass)) }
    default:
      print(usage)
      print("steps:", workload.steps.map(\.name).joined(separator: ", "))
      exit(64)
    }
  }

  /// All steps take turns, so that whatever else the machine does meets all of them.
  private static func table(_ workload: RuleWorkload, rounds: Int) throws {
    let steps = workload.steps
    let passes = try steps.map { try $0.prepare() }
    var times = steps.map { _ in [Double]() }
    for round in 0..<max(1, rounds) {
      for (index, step) in steps.enumerated() where round % step.stride == 0 {
        let start = processorTime()
        keep(try measuredPass(passes[index]))
        times[index].append((processorTime() - start) / Double(workload.records.count))
      }
    }
    let least = Dictionary(uniqueKeysWithValues: zip(steps.map(\.name), times.map { $0.min() ?? 0 }))
    func ratio(_ step: Step, to other: String?) -> String {
      guard let other, let mine = least[step.name], let theirs = least[other] else { return "" }
      return decimal(mine / theirs, 2)
    }
    print("| step | one record | µs, least | µs, median | ÷ reading | ÷ the step it is compared with |")
    print("|---|---|---:|---:|---:|---:|")
    for (step, found) in zip(steps, times) {
      let median = found.sorted()[found.count / 2]
      let compared = step.comparedWith.map { ratio(step, to: $0) + " × " + $0 } ?? ""
      print(
        "| \(step.name) | \(step.title) | \(decimal(least[step.name] ?? 0, 0)) | \(decimal(median, 0)) | \(ratio(step, to: "read")) | \(compared) |"
      )
    }
    print("\n\(try workload.summary())")
  }

  /// Processor time of this thread in microseconds: what other programs take does not count.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }

  private static func decimal(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }
}

/// A profiler counts from entering this function to leaving it.
@inline(never)
func measuredPass(_ pass: () throws -> Int) rethrows -> Int { try pass() }

/// Uses a value, as far as the optimizer can tell.
@inline(never)
func keep(_ value: Int) {}
