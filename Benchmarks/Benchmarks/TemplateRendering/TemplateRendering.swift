import Benchmark
import Foundation
import Workload

/// One benchmark for every contender; nothing is registered when their outputs differ.
let benchmarks: @Sendable () -> Void = {
  let workload: Workload
  do {
    workload = try Workload.fromEnvironment()
  } catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(1)
  }
  let seconds = ProcessInfo.processInfo.environment["LEGBRIEF_BENCH_SECONDS"].flatMap(Double.init) ?? 0.4
  for contender in workload.contenders {
    Benchmark(
      contender.name,
      configuration: .init(
        metrics: [.wallClock, .throughput], timeUnits: .microseconds, warmupIterations: 1,
        maxDuration: .seconds(seconds), maxIterations: 1_000_000)
    ) { benchmark in
      for _ in benchmark.scaledIterations { blackHole(try contender.pass()) }
    }
  }
}
