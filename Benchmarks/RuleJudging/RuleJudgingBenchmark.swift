import ClinicalRecord
import ClinicalRules
import Foundation
import RecordWriters
import RuleEngine

/// What judging a record takes, beside reading it: both on the same synthetic records, in turns.
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
    case "table": table(workload, rounds: arguments.dropFirst().first.flatMap(Int.init) ?? 60)
    case "run":
      guard let step = workload.steps.first(where: { $0.name == arguments.dropFirst().first }) else { fallthrough }
      for _ in 0..<(arguments.dropFirst(2).first.flatMap(Int.init) ?? 1) { keep(measuredPass(step)) }
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
    default:
      print(usage)
      print("steps:", workload.steps.map(\.name).joined(separator: ", "))
      exit(64)
    }
  }

  /// All steps take turns, so that whatever else the machine does meets all of them.
  private static func table(_ workload: RuleWorkload, rounds: Int) {
    var times = workload.steps.map { _ in [Double]() }
    for round in 0..<max(1, rounds) {
      for (index, step) in workload.steps.enumerated() where round % step.stride == 0 {
        let start = processorTime()
        keep(measuredPass(step))
        times[index].append((processorTime() - start) / Double(workload.records.count))
      }
    }
    print("| one record | µs, least | µs, median | ÷ reading |")
    print("|---|---:|---:|---:|")
    let reading = times[0].min() ?? 1
    for (step, found) in zip(workload.steps, times) {
      let (least, median) = (found.min() ?? 0, found.sorted()[found.count / 2])
      print("| \(step.title) | \(decimal(least, 0)) | \(decimal(median, 0)) | \(decimal(least / reading, 2)) |")
    }
    print("\n\(workload.summary)")
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
func measuredPass(_ step: RuleWorkload.Step) -> Int { step.pass() }

/// Uses a value, as far as the optimizer can tell.
@inline(never)
func keep(_ value: Int) {}
