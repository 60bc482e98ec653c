import CMallocCounter
import Foundation
import Workload

/// One contender in one process, for tools that count: `RenderOnce list`, `RenderOnce mallocs`, `RenderOnce sizes`,
/// `RenderOnce run NAME` (for `callgrind --toggle-collect='*measuredPass*'`), `RenderOnce print NAME VIEW`.
@main
struct RenderOnce {
  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("RenderOnce: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ arguments: [String]) throws {
    let workload = try Workload.fromEnvironment()
    switch arguments.first {
    case "list":
      for contender in workload.contenders { print(contender.name, contender.unitsPerPass, separator: "\t") }
    case "sizes":
      print("reference", try workload.meanBytes(.reference), separator: "\t")
      print("markdown", try workload.meanBytes(.markdown), separator: "\t")
    case "mallocs":
      for contender in workload.contenders { try printMallocs(contender) }
    case "run":
      let contender = try workload.contender(arguments.dropFirst().first)
      _ = try contender.pass()
      blackHole(try measuredPass(contender))
    case "print":
      let contender = try workload.contender(arguments.dropFirst().first)
      let view = arguments.dropFirst(2).first.flatMap(Int.init) ?? 0
      FileHandle.standardOutput.write(Data(try workload.output(of: contender, view: view)))
    default:
      print("usage: RenderOnce list | sizes | mallocs | run NAME | print NAME [VIEW]")
      exit(64)
    }
  }

  private static func printMallocs(_ contender: Contender) throws {
    _ = try contender.pass()
    let (blocks, bytes) = (malloc_counter_blocks(), malloc_counter_bytes())
    blackHole(try contender.pass())
    let units = UInt(contender.unitsPerPass)
    print(
      contender.name, (malloc_counter_blocks() - blocks) / units, (malloc_counter_bytes() - bytes) / units,
      separator: "\t")
  }
}

/// Callgrind counts from entering this function to leaving it.
@inline(never)
func measuredPass(_ contender: Contender) throws -> Int { try contender.pass() }

@inline(never)
func blackHole(_ value: Int) {}
