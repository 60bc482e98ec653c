import ClinicalRecord
package import RuleEngine

/// The figures of one report: numbers, words and finished coordinates; nil where the record holds nothing to draw.
///
/// Drawings are in tenths of a millimetre on a page that is ``width`` wide; templates only print what stands here.
package struct Figures: Sendable, Hashable {
  package var calendar: CalendarFigure?
  package var timeline: TimelineFigure?
  package var hours: HoursFigure?
  package var body: BodyFigure?
  package var results: ResultsFigure?

  /// Width of every drawing: the text of an A4 page, in tenths of a millimetre.
  static let width = 1860
  /// The log window of the figures: twelve weeks that end on the as-of day.
  package static let days = 84
  /// Fewer observed days than this make no rate (basis 0.3).
  static let daysForRates = 14

  package init(_ verdicts: Verdicts, limits: ResultLimitIndex) {
    let log = FigureLog(verdicts.record)
    calendar = CalendarFigure(log, weighing: Figures.weights(verdicts))
    timeline = TimelineFigure(verdicts.record)
    hours = HoursFigure(log)
    body = BodyFigure(log)
    results = ResultsFigure(verdicts.record, limits)
  }
}

extension Figures {
  /// The kinds of symptom that met rules rest on: of a red flag two, of another criterion one.
  private static func weights(_ verdicts: Verdicts) -> [String: Int] {
    var weights: [String: Int] = [:]
    for verdict in verdicts.all where verdict.value == .met && verdict.suppressedBy == nil {
      let weight = verdict.urgency == nil ? 1 : 2
      for piece in verdict.evidence where piece.source == .log && piece.item == .symptomKind {
        weights[piece.value] = max(weights[piece.value] ?? 0, weight)
      }
    }
    return weights
  }

  /// Heights in millimetres of the drawings that page 1 can hold, by the name of their fenced block.
  var heights: [String: Double] {
    [FigureName.calendar.rawValue: calendar?.drawing.height, FigureName.timeline.rawValue: timeline?.drawing.height]
      .compactMapValues { $0.map { Double($0) / 10 } }
  }
}

/// The figures by the name of their fenced block and of their template `figure_NAME.html.mustache`.
enum FigureName: String, Sendable, CaseIterable {
  case calendar, timeline, hours, body, results
}
