import BatchReports

/// What a batch came to, in a few lines at its end.
struct BatchSummary {
  let text: String

  static let levels = ["no red flag met", "routine", "soon", "urgent", "same day", "emergency"]

  init(_ tally: BatchTally, _ ending: BatchRun.Ending, _ command: BatchCommand, seconds: Double) {
    let rate = seconds > 0 ? Double(tally.seen) / seconds : 0
    let time = "\(ProgressPrinter.duration(seconds)), \(Int(rate.rounded())) a second"
    if command.dryRun {
      var lines = ["would make \(tally.made), unchanged \(tally.unchanged), with faults \(tally.failed)"]
      if let left = tally.secondsExpected, tally.made > 0 {
        lines.append("expected time: about \(ProgressPrinter.duration(left)); nothing was written")
      } else {
        lines.append("nothing was written")
      }
      text = lines.joined(separator: "\n") + "\n"
      return
    }
    var lines: [String] = []
    switch ending {
    case .interrupted:
      lines.append("stopped before the end: what was made is in place; the same command makes the rest")
    case .broken: lines.append("could not go on: what was made is in place; the same command makes the rest")
    case .complete, .nothingStarted: break
    }
    lines.append("made \(tally.made), unchanged \(tally.unchanged), failed \(tally.failed) (\(time))")
    let levels = (0..<6).reversed().compactMap { rank -> String? in
      let count = tally.byRank[rank, default: 0]
      return count == 0 ? nil : "\(count) \(BatchSummary.levels[rank])"
    }
    if !levels.isEmpty { lines.append("most urgent red flag: " + levels.joined(separator: ", ")) }
    if tally.failed > 0, ending == .complete { lines.append("what failed and why: \(command.output)/failures.ndjson") }
    if tally.others > 0 {
      lines.append(
        "\(tally.others) older reports in \(command.output) are not of this run: of other records, or under another --name; they stay and are in no list"
      )
    }
    if ending == .complete { lines.append("list: \(command.output)/index.html, \(command.output)/index.csv") }
    text = lines.joined(separator: "\n") + "\n"
  }
}
