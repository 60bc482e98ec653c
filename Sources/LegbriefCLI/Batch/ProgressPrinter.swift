import BatchReports
import ClinicalRecord
import ReportBuilder

/// Tells how far a batch has come: a bar that is drawn again on a terminal, a line every few seconds elsewhere.
struct ProgressPrinter {
  private let style: ProgressStyle
  private let isTerminal: Bool
  private let count: Int?
  private let write: (String) -> Void
  /// Between two lines, or two drawings of the bar.
  private let interval: Duration
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private var isDrawn = false

  /// - Parameter interval: between two lines; nil for what suits the place.
  init(
    style: ProgressStyle, isTerminal: Bool, count: Int?, interval: Duration? = nil, write: @escaping (String) -> Void
  ) {
    self.interval = interval ?? (style == .auto && isTerminal ? .milliseconds(100) : .seconds(3))
    self.style = style
    self.isTerminal = isTerminal
    self.count = count
    self.write = write
  }

  var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

  mutating func show(_ tally: BatchTally) {
    guard style != .none else { return }
    let isBar = style == .auto && isTerminal
    let now = ContinuousClock.now
    guard now - (last ?? start) >= interval else { return }
    last = now
    let rate = Double(tally.seen) / max(seconds, 0.001)
    let left = count.map { Double($0 - tally.seen) / max(rate, 0.001) }
    if style == .json {
      var members = members(tally)
      if let left { members.append(.init("secondsLeft", .number(left.rounded()))) }
      write(JSONValue.object(members).compact + "\n")
      return
    }
    var words = count.map { "\(tally.seen) of \($0)" } ?? "\(tally.seen) records"
    words += ", \(Int(rate.rounded())) a second"
    if let left { words += ", \(ProgressPrinter.duration(left)) left" }
    if tally.failed > 0 { words += ", \(tally.failed) failed" }
    guard isBar else { return write(words + "\n") }
    let width = 24
    let full = count.map { min(width, tally.seen * width / max($0, 1)) }
    let bar =
      full.map { "[" + String(repeating: "#", count: $0) + String(repeating: ".", count: width - $0) + "] " } ?? ""
    write("\r\u{1B}[K" + bar + words)
    isDrawn = true
  }

  /// The last line of a run for programs: the totals, the reports by their most urgent red flag, and how it ended. Written however short the run was.
  func end(_ tally: BatchTally, _ ending: BatchRun.Ending) {
    var members = members(tally)
    members.append(
      .init(
        "mostUrgentFlag",
        .object(
          BatchSummary.levels.enumerated().reversed().compactMap { rank, level in
            tally.byRank[rank].map { .init(level, .number(Double($0))) }
          })))
    members.append(.init("ending", .string("\(ending)")))
    write(JSONValue.object(members).compact + "\n")
  }

  private func members(_ tally: BatchTally) -> [JSONValue.Member] {
    let rate = Double(tally.seen) / max(seconds, 0.001)
    var members: [JSONValue.Member] = [
      .init("seen", .number(Double(tally.seen))), .init("made", .number(Double(tally.made))),
      .init("unchanged", .number(Double(tally.unchanged))), .init("failed", .number(Double(tally.failed))),
      .init("perSecond", .number((rate * 10).rounded() / 10)),
    ]
    if let count { members.append(.init("count", .number(Double(count)))) }
    return members
  }

  /// Takes the bar away, so that a line can be written.
  mutating func clear() {
    guard isDrawn else { return }
    write("\r\u{1B}[K")
    isDrawn = false
  }

  static func duration(_ seconds: Double) -> String {
    let seconds = Int(seconds.rounded())
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3600 { return "\(seconds / 60) min \(seconds % 60) s" }
    return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
  }
}
