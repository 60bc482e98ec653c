import ClinicalRecord
import RuleEngine

/// The time-of-day strip: entries by part of the day, evening and night side by side.
package struct HoursFigure: Sendable, Hashable {
  package var title: String
  package var description: String
  package var textForm: [String]
  /// All symptoms first, then the kinds with most days.
  package var rows: [Row]
  package var drawing: Drawing

  package struct Row: Sendable, Hashable {
    package var name: String
    package var morning: Int
    package var afternoon: Int
    package var evening: Int
    package var night: Int
    package var entries: Int

    package var timed: Int { morning + afternoon + evening + night }
    package var eveningOrNight: Int { evening + night }
    /// Of nothing there is no share.
    package var share: String { timed == 0 ? "–" : "\(eveningOrNight) of \(timed)" }
  }

  package struct Drawing: Sendable, Hashable {
    package var height: Int
    package var gridHeight: Int
    package var rows: [Row]

    package struct Row: Sendable, Hashable {
      package var name: String
      package var isSummary: Bool
      package var textLine: Int
      package var top: Int
      package var bars: [Bar]
      /// "15 of 20"; the entries with a time are the denominator.
      package var share: String
      /// Entries without a time.
      package var untimed: String
    }

    package struct Bar: Sendable, Hashable {
      package var left: Int
      package var width: Int
      package var isEveningOrNight: Bool
      package var count: String
      package var countLeft: Int
    }
  }

  static let rowsOfKinds = 6

  init?(_ log: FigureLog) {
    let symptoms = log.items.filter(\.isSymptom)
    let whole = Row(name: "all symptoms", symptoms)
    guard whole.timed > 0 else { return nil }
    var rows = [whole]
    for kind in log.kinds.prefix(HoursFigure.rowsOfKinds) {
      rows.append(Row(name: Words.code(kind.kind), kind.entries))
    }
    title = "Time of day, last 12 weeks"
    description =
      "\(whole.eveningOrNight) of \(whole.timed) timed entries are of the evening or night (18:00 to 06:00); "
      + "\(whole.entries - whole.timed) of \(whole.entries) entries give no time. Log entries, not days"
      + (log.observed.count < Figures.daysForRates
        ? "; no rate is formed below \(Figures.daysForRates) observed days." : ".")
    self.rows = rows
    textForm =
      [
        FigureText.line(
          FigureText.column("Log entries", 22), "  06-12  12-18  18-24  00-06   evening or night   no time given")
      ]
      + rows.map { row in
        FigureText.line(
          FigureText.column(row.name, 22),
          [row.morning, row.afternoon, row.evening, row.night].map { FigureText.number($0, 7) }.joined(),
          FigureText.column("   \(row.share)", 22),
          "\(row.entries - row.timed) of \(row.entries)")
      }
    drawing = Drawing(rows)
  }
}

extension HoursFigure.Row {
  fileprivate init(name: String, _ entries: [LogEntry]) {
    let parts = entries.map(\.partOfDay)
    func count(_ part: String) -> Int { parts.count { $0 == part } }
    self.init(
      name: name, morning: count("morning"), afternoon: count("afternoon"), evening: count("evening"),
      night: count("night"), entries: entries.count)
  }
}

extension HoursFigure.Drawing {
  private static let left = 404
  /// A quarter of the day, of which the bars leave the end to the number.
  private static let quarter = 245
  private static let longest = 180
  private static let top = 42
  private static let row = 36

  fileprivate init(_ rows: [HoursFigure.Row]) {
    typealias Drawing = HoursFigure.Drawing
    self.rows = rows.enumerated().map { index, row in
      let top = Drawing.top + index * Drawing.row
      let parts = [row.morning, row.afternoon, row.evening, row.night]
      return Row(
        name: FigureText.fitted(row.name, Drawing.left - 14), isSummary: index == 0, textLine: top + 27, top: top + 7,
        bars: parts.enumerated().map { quarter, count in
          let left = Drawing.left + quarter * Drawing.quarter
          let width = row.timed == 0 ? 0 : (count * Drawing.longest + row.timed - 1) / row.timed
          return Bar(
            left: left, width: width, isEveningOrNight: quarter >= 2, count: row.timed == 0 ? "–" : "\(count)",
            countLeft: left + width + 8)
        },
        share: row.share,
        untimed: "\(row.entries - row.timed) of \(row.entries)")
    }
    gridHeight = rows.count * Drawing.row
    height = Drawing.top + gridHeight + 6
  }
}
