import Foundation
import Workload

/// The measurements beside each other, as a Markdown table.
struct Table {
  let workload: Workload
  let measurements: [Measurement]

  func print() {
    Swift.print(
      """
      | | µs, least | µs, median | MB/s | ÷ straight Swift | × faster than swift-mustache | allocations | bytes allocated |
      |---|---:|---:|---:|---:|---:|---:|---:|
      """)
    let mustache = measurement(Workload.mustache)
    for (contender, own) in zip(workload.contenders, measurements) {
      let straight = contender.yardstick.flatMap(measurement)
      let speed = bytes(contender).map { decimal(Double($0) / own.median, 0) }
      let isReport = contender.output != .none
      let faster =
        isReport ? mustache.map { decimal($0.minimum / own.minimum, $0.minimum < 9 * own.minimum ? 1 : 0) } : nil
      let cells = [
        contender.name, decimal(own.minimum, 1), decimal(own.median, 1), speed ?? "",
        straight.map { decimal(own.minimum / $0.minimum, 2) } ?? "", faster ?? "", String(own.blocks),
        String(own.bytes),
      ]
      Swift.print("| " + cells.joined(separator: " | ") + " |")
    }
  }

  private func measurement(_ name: String) -> Measurement? { measurements.first { $0.name == name } }

  private func bytes(_ contender: Contender) -> Int? {
    contender.output == .none ? nil : try? workload.meanBytes(contender.output)
  }

  private func decimal(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }
}
