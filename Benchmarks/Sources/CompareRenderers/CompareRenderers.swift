import Foundation
import Workload

/// All contenders in one process, for tables of ratios, and one contender alone, for tools that count.
@main
struct CompareRenderers {
  static let usage = """
    usage: CompareRenderers table [ROUNDS]   processor time and allocations of all contenders, in turns, with ratios
           CompareRenderers names            the contenders, with the number of units in a pass
           CompareRenderers run NAME         one pass, for `valgrind --tool=callgrind --toggle-collect='*measuredPass*'`
           CompareRenderers print NAME VIEW  what a contender prints for a view
    """

  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("CompareRenderers: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ arguments: [String]) throws {
    guard let command = arguments.first, ["table", "names", "run", "print"].contains(command) else {
      print(usage)
      exit(64)
    }
    // Under a tool that counts, comparing would take minutes; the script that counts asks for the names first, which compares.
    let workload = try Workload.fromEnvironment(comparing: command != "run")
    let argument = arguments.dropFirst().first
    switch command {
    case "names":
      for contender in workload.contenders { print(contender.name, contender.unitsPerPass, separator: "\t") }
    case "run":
      let contender = try workload.contender(argument)
      _ = try contender.pass()
      keep(try measuredPass(contender))
    case "print":
      let contender = try workload.contender(argument)
      let view = arguments.dropFirst(2).first.flatMap(Int.init) ?? 0
      FileHandle.standardOutput.write(Data(try workload.output(of: contender, view: view)))
    default:
      let measured = try Measurement.inTurns(workload, rounds: argument.flatMap(Int.init) ?? 300)
      Table(workload: workload, measurements: measured).print()
      let (reference, markdown) = (try workload.meanBytes(.reference), try workload.meanBytes(.markdown))
      print(
        """

        \(workload.viewCount) views; a report has \(reference) bytes, and \(markdown) as Markdown with escaping for the place.
        All outputs were compared byte by byte\(workload.hasReference ? ", with those of Jinja2 as well" : "").
        """)
    }
  }
}

/// Callgrind counts from entering this function to leaving it.
@inline(never)
func measuredPass(_ contender: Contender) throws -> Int { try contender.pass() }

/// Uses a value, as far as the optimizer can tell.
@inline(never)
func keep(_ value: Int) {}
