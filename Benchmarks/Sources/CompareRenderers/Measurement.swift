import CMallocCounter
import Foundation
import Workload

/// What one contender took.
struct Measurement {
  let name: String
  /// Processor time for one unit, in microseconds, ascending: one entry for every measured pass.
  var times: [Double] = []
  /// Blocks asked of the allocator for one unit.
  var blocks: UInt = 0
  /// Bytes asked of the allocator for one unit.
  var bytes: UInt = 0

  var minimum: Double { times.first ?? 0 }
  var median: Double { times.isEmpty ? 0 : times[times.count / 2] }

  /// All contenders take turns, so that whatever else the machine does meets all of them; a slow one takes part in fewer rounds.
  /// A fast one begins its turn with a pass that is not measured, because the one before it has filled the caches, and has several that are.
  ///
  /// Processor time of this thread is measured: another process may take the processor away, and its time does not count.
  static func inTurns(_ workload: Workload, rounds: Int) throws -> [Measurement] {
    var measurements = workload.contenders.map { Measurement(name: $0.name) }
    var strides: [Int] = []
    var passes: [Int] = []
    for (index, contender) in workload.contenders.enumerated() {
      keep(try contender.pass())
      let (blocks, bytes, start) = (malloc_counter_blocks(), malloc_counter_bytes(), processorTime())
      keep(try contender.pass())
      let milliseconds = (processorTime() - start) / 1000
      let units = UInt(contender.unitsPerPass)
      measurements[index].blocks = (malloc_counter_blocks() - blocks) / units
      measurements[index].bytes = (malloc_counter_bytes() - bytes) / units
      strides.append(max(1, min(Int(milliseconds / 5), rounds / 3)))
      passes.append(max(1, min(Int(2 / max(milliseconds, 0.01)), 20)))
    }
    for round in 0..<rounds {
      for (index, contender) in workload.contenders.enumerated() where round % strides[index] == 0 {
        if strides[index] == 1 { keep(try measuredPass(contender)) }
        for _ in 0..<passes[index] {
          let start = processorTime()
          keep(try measuredPass(contender))
          measurements[index].times.append((processorTime() - start) / Double(contender.unitsPerPass))
        }
      }
    }
    for index in measurements.indices { measurements[index].times.sort() }
    return measurements
  }

  /// Processor time of this thread in microseconds.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }
}
