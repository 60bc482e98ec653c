import ClinicalRecord
import RuleEngine

/// The day calendar of the last twelve weeks: a row for each kind of symptom, a column for each day.
package struct CalendarFigure: Sendable, Hashable {
  package var title: String
  /// One sentence with the denominators.
  package var description: String
  package var textForm: [String]
  /// Days with an entry or a check-in.
  package var observed: Int
  /// Days with any symptom.
  package var withSymptom: Int
  /// Every kind, those with most days first.
  package var kinds: [Kind]
  package var drawing: Drawing

  package struct Kind: Sendable, Hashable {
    package var name: String
    package var days: Int
    package var first: String
    package var last: String
    /// False for a kind that the drawing sums up as "other kinds".
    package var isDrawn: Bool
  }

  /// What the template draws.
  package struct Drawing: Sendable, Hashable {
    package var height: Int
    package var gridHeight: Int
    package var legendLine: Int
    package var rows: [Row]
    /// Runs of days that were not logged.
    package var gaps: [Span]
    package var months: [Label]

    package struct Row: Sendable, Hashable {
      package var name: String
      package var days: String
      package var isSummary: Bool
      package var textLine: Int
      package var top: Int
      package var middle: Int
      /// Left edges of the days with the symptom.
      package var symptoms: [Int]
      /// Middles of the observed days without it.
      package var clear: [Int]
    }

    package struct Span: Sendable, Hashable {
      package var left: Int
      package var width: Int
    }

    package struct Label: Sendable, Hashable {
      package var left: Int
      /// Where its name begins: beside the mark of the last 28 days, never below it.
      package var nameLeft: Int
      package var name: String
      /// Whether a month begins here: the first label can stand at the middle of one.
      package var isStart: Bool
    }
  }

  /// Kinds with a row of their own.
  package static let rowsOfKinds = 6

  /// - Parameter weights: the kinds that met rules rest on; where rows are few, kinds of more weight have theirs first.
  init?(_ log: FigureLog, weighing weights: [String: Int] = [:]) {
    guard !log.observed.isEmpty else { return nil }
    let all = log.kinds
    let byWeight = all.map(\.kind).enumerated()
      .sorted { (weights[$1.element] ?? 0, $0.offset) < (weights[$0.element] ?? 0, $1.offset) }
    let drawn = Set(byWeight.prefix(CalendarFigure.rowsOfKinds).map(\.element))
    title = "Last 12 weeks to \(log.asOf.iso), day by day"
    observed = log.observed.count
    withSymptom = log.withSymptom.count
    var words =
      "\(log.observed.count) of \(Figures.days) days observed (an entry or a check-in), "
      + "a symptom on \(log.withSymptom.count) of them"
    if let begin = log.begin, begin > log.first { words += "; the log begins \(begin.iso)" }
    if log.observed.count < Figures.daysForRates {
      words += "; no rate is formed below \(Figures.daysForRates) observed days"
    }
    description = words + "."
    kinds = all.map { kind in
      Kind(
        name: Words.code(kind.kind), days: kind.days.count, first: kind.days.min()?.iso ?? "",
        last: kind.days.max()?.iso ?? "", isDrawn: drawn.contains(kind.kind))
    }
    var rows: [(name: String, days: Set<Day>)] = [("any symptom", log.withSymptom)]
    rows += all.filter { drawn.contains($0.kind) }.map { (Words.code($0.kind), $0.days) }
    let others = all.filter { !drawn.contains($0.kind) }
    if !others.isEmpty {
      rows.append(("other kinds (\(others.count))", others.reduce(into: []) { $0.formUnion($1.days) }))
    }
    textForm = CalendarFigure.text(rows, log)
    drawing = Drawing(rows, log)
  }

  /// Two blocks of six weeks: a sign for each day, a space between weeks.
  private static func text(_ rows: [(name: String, days: Set<Day>)], _ log: FigureLog) -> [String] {
    var lines: [String] = []
    for half in 0..<2 {
      let start = log.first.adding(days: 42 * half)
      lines.append(
        "\(start.iso) to \(start.adding(days: 41).iso)"
          + (half == 0 ? ": # symptom, o observed without it, . not logged" : ""))
      for row in rows {
        var signs = ""
        for day in 0..<42 {
          let date = start.adding(days: day)
          if day > 0, day % 7 == 0 { signs += " " }
          signs += row.days.contains(date) ? "#" : log.observed.contains(date) ? "o" : "."
        }
        lines.append(
          FigureText.column(row.name, 22) + " " + signs
            + (half == 1 ? "  \(row.days.count) of \(log.observed.count)" : ""))
      }
      if half == 0 { lines.append("") }
    }
    return lines
  }
}

extension CalendarFigure.Drawing {
  /// Where the grid begins, and how wide a day is.
  private static let left = 404
  private static let pitch = 14
  private static let top = 38
  private static let row = 32

  fileprivate init(_ rows: [(name: String, days: Set<Day>)], _ log: FigureLog) {
    typealias Drawing = CalendarFigure.Drawing
    func left(_ day: Day) -> Int { Drawing.left + log.first.days(to: day) * Drawing.pitch }
    self.rows = rows.enumerated().map { index, row in
      let top = Drawing.top + index * Drawing.row
      return Row(
        name: FigureText.fitted(row.name, Drawing.left - 14), days: "\(row.days.count) of \(log.observed.count)",
        isSummary: index == 0, textLine: top + 26, top: top + 4, middle: top + 16,
        symptoms: row.days.sorted().map { left($0) + 3 },
        clear: log.observed.subtracting(row.days).sorted().map { left($0) + 7 })
    }
    gridHeight = rows.count * Drawing.row
    legendLine = Drawing.top + gridHeight + 31
    height = legendLine + 8
    gaps = Drawing.gaps(log).map { gap in
      Span(left: left(gap.lowerBound), width: (gap.lowerBound.days(to: gap.upperBound) + 1) * Drawing.pitch)
    }
    months = Drawing.months(log).map { Drawing.label(at: left($0.day), $0.name, isStart: $0.isStart) }
  }

  /// The mark of the last 28 days at the head of the grid, with the room it needs.
  private static let mark = (left + 56 * pitch - 12)...(left + 56 * pitch + 13)

  /// A name that would stand below the mark loses its year, then moves behind the mark.
  private static func label(at left: Int, _ name: String, isStart: Bool) -> CalendarFigure.Drawing.Label {
    func meets(_ name: String) -> Bool {
      left + 7 < mark.upperBound && left + 7 + name.count * 15 > mark.lowerBound
    }
    let short = meets(name) ? String(name.prefix { $0 != " " }) : name
    return .init(left: left, nameLeft: meets(short) ? mark.upperBound : left + 7, name: short, isStart: isStart)
  }

  private static func gaps(_ log: FigureLog) -> [ClosedRange<Day>] {
    var gaps: [ClosedRange<Day>] = []
    var next = log.first
    for day in log.observed.sorted() + [log.asOf.adding(days: 1)] {
      if next < day { gaps.append(next...day.adding(days: -1)) }
      next = day.adding(days: 1)
    }
    return gaps
  }

  /// The first days of months; a month that began before gets a label where there is room for one.
  private static func months(_ log: FigureLog) -> [(day: Day, name: String, isStart: Bool)] {
    var starts: [Day] = []
    for offset in 0..<Figures.days {
      let day = log.first.adding(days: offset)
      if day.civil.day == 1 { starts.append(day) }
    }
    var labels: [(day: Day, name: String, isStart: Bool)] = []
    if let first = starts.first, log.first.days(to: first) >= 10 {
      labels.append((log.first, name(log.first, withYear: true), false))
    }
    for start in starts {
      let hasRoom = start.days(to: log.asOf) >= 9
      labels.append((start, name(start, withYear: hasRoom && (labels.isEmpty || start.civil.month == 1)), true))
    }
    return labels
  }

  private static let names = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func name(_ day: Day, withYear: Bool) -> String {
    let civil = day.civil
    return names[civil.month - 1] + (withYear ? " \(civil.year)" : "")
  }
}
