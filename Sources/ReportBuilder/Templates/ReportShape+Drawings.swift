package import TemplateEngine

// What the drawings start from: one shape for each `figure_NAME.html.mustache`. Lengths are whole tenths of a millimetre on a drawing
// that is 1860 wide, the text of an A4 page.
extension ReportShape {
  private static let unit = "0.1 mm"

  private static let title = RecordShape.Field("title", .text, "What the figure shows", example: "Timeline")
  private static let description = RecordShape.Field(
    "description", .text, "The figure in one sentence", example: "24 of 84 days observed.")
  private static let height = RecordShape.Field("height", .text, "Height of the drawing", unit: unit, example: "300")
  private static let gridHeight = RecordShape.Field(
    "gridHeight", .text, "Height of all rows together", unit: unit, example: "224")
  private static let left = RecordShape.Field(
    "left", .text, "Where it begins, from the left", unit: unit, example: "1570")
  private static let width = RecordShape.Field("width", .text, "How wide it is", unit: unit, example: "28")
  private static let textLine = RecordShape.Field(
    "textLine", .text, "The line on which its text stands, from the top", unit: unit, example: "64")
  private static let top = RecordShape.Field("top", .text, "Where it begins, from the top", unit: unit, example: "42")
  private static let middle = RecordShape.Field(
    "middle", .text, "The middle of the row, from the top", unit: unit, example: "54")
  private static let isSummary = RecordShape.Field("isSummary", .flag, "The first row, which sums up all others")

  private static func row(_ name: String, _ fields: [RecordShape.Field]) -> RecordShape {
    RecordShape(
      name, [.init("name", .text, "The name, cut where it is too long", example: "muscle cramp"), textLine] + fields)
  }

  private static let place = RecordShape("place", [left])

  package static let calendarDrawing = RecordShape(
    "calendar drawing",
    [
      title, description, height, gridHeight,
      .init("legendLine", .text, "The line on which the legend stands, from the top", unit: unit, example: "293"),
      .init(
        "rows",
        .list(
          row(
            "calendar row",
            [
              .init("days", .text, "Days with it, of observed days", example: "24 of 24"), isSummary, top, middle,
              .init("symptoms", .list(place), "The days with the symptom: left edges"),
              .init("clear", .list(place), "The observed days without it: middles"),
            ])), "A row for any symptom, for each kind, and one for other kinds"),
      .init("gaps", .list(RecordShape("gap", [left, width])), "Runs of days that were not logged"),
      .init(
        "months",
        .list(
          RecordShape(
            "month",
            [
              left, .init("nameLeft", .text, "Where the name begins", example: "411"),
              .init("name", .text, "The month", example: "Jan 2026"),
              .init("isStart", .flag, "The month begins at this place"),
            ])), "Names of the months"),
    ])

  package static let timelineDrawing = RecordShape(
    "timeline drawing",
    [
      title, description, height,
      .init("lanesHeight", .text, "Height of all lanes together", unit: unit, example: "180"),
      .init("axisLine", .text, "Where the axis stands, from the top", unit: unit, example: "214"),
      .init(
        "lanes",
        .list(
          row(
            "lane",
            [
              .init("dates", .text, "Its day, or start and stop", example: "2025-11-24 to now"), middle,
              .init("bars", .list(bar), "A medicine from start to stop: one, or none"),
              .init("points", .list(place), "Events"), .init("changes", .list(place), "Changes of dose or product"),
              .init("isBeforeAxis", .flag, "It began before the axis"),
            ])), "Events and medicines"),
      .init(
        "ticks", .list(RecordShape("tick", [left, .init("name", .text, "The date", example: "2025-07")])),
        "Round dates on the axis"),
      .init(
        "logBegin",
        .optional(
          .record(
            RecordShape(
              "log begin",
              [
                left, .init("name", .text, "The words beside the line", example: "log begins 2026-02-03"),
                .init("isNameBefore", .flag, "The words end at their place instead of beginning there"),
                .init("nameLeft", .text, "The place of the words", unit: unit, example: "1700"),
              ]))), "The first day of the log, where it is on the axis"),
      .init("asOf", .text, "The day at the end of the axis", example: "2026-03-02"),
    ])

  private static let bar = RecordShape(
    "bar",
    [
      left, width, .init("right", .text, "Where it ends, from the left", unit: unit, example: "1850"),
      .init("isCurrent", .flag, "The medicine is still taken"),
      .init("isStopped", .flag, "The medicine was stopped on a recorded day"),
    ])

  package static let hoursDrawing = RecordShape(
    "hours drawing",
    [
      title, description, height, gridHeight,
      .init(
        "rows",
        .list(
          row(
            "hours row",
            [
              isSummary, top,
              .init(
                "bars",
                .list(
                  RecordShape(
                    "part of the day",
                    [
                      left, width, .init("isEveningOrNight", .flag, "It is the evening or the night"),
                      .init("count", .text, "Entries", unit: "entries", example: "18"),
                      .init("countLeft", .text, "Where the number stands", unit: unit, example: "1084"),
                    ])), "Morning, afternoon, evening and night"),
              .init("share", .text, "Entries of evening or night, of timed entries", example: "19 of 20"),
              .init("untimed", .text, "Entries without a time, of all entries", example: "4 of 24"),
            ])), "A row for all symptoms and one for each kind"),
    ])

  package static let bodyDrawing = RecordShape(
    "body drawing",
    [
      title, description, height,
      .init(
        "regions",
        .list(
          RecordShape(
            "region",
            [
              .init(
                "outline", .text, "The path of its outline", unit: unit, example: "M371 70L410 78L414 148L356 166z"),
              .init("isFew", .flag, "1 to 3 days"), .init("isSome", .flag, "4 to 9 days"),
              .init("isMany", .flag, "10 days or more"),
            ])), "Parts of both legs, front and back"),
      .init(
        "labels",
        .list(
          RecordShape(
            "label",
            [
              .init("text", .text, "Site and days", example: "calf 24"), left, textLine,
              .init("isBefore", .flag, "The text ends at its place instead of beginning there"),
              .init("leader", .text, "The line to the site as x,y", unit: unit, example: "284,424 347,466"),
            ])), "Sites with a symptom"),
      .init(
        "notes",
        .list(
          RecordShape(
            "note", [.init("text", .text, "A line of words", example: "Side not recorded: calf 3."), textLine])),
        "What the picture cannot place"),
    ])

  package static let resultsDrawing = RecordShape(
    "results drawing",
    [
      title, description, height,
      .init(
        "tests",
        .list(
          row(
            "test strip",
            [
              .init("newest", .text, "The newest result with its day", example: "22 µg/L · 2026-01-12"),
              .init("limitLine", .text, "The line on which the numbers of the limits stand", unit: unit, example: "26"),
              top, middle, .init("hasStrip", .flag, "There is a line to draw"),
              .init(
                "limits",
                .list(
                  RecordShape(
                    "limit",
                    [
                      left, .init("name", .text, "Its number", unit: "of the locale pack", example: "75"),
                      .init("isOfLaboratory", .flag, "It is the laboratory's own limit, or a multiple of it"),
                    ])), "The lines that rules draw"),
              .init(
                "points", .list(RecordShape("result", [left, .init("isNewest", .flag, "The newest dated result")])),
                "The results"),
            ])), "Tests with results"),
    ])
}
