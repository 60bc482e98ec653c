import TemplateEngine

// The figures inside the report: titles, words and numbers. What their drawings need stands in `ReportShape+Drawings.swift`.
extension ReportShape {
  private static func textForm(_ example: String) -> RecordShape.Field {
    RecordShape.Field(
      "textForm", .list(line), "The figure in signs, for the fenced block `figure NAME`", example: example)
  }

  static let calendar = RecordShape(
    "calendar",
    [
      .init("title", .text, "What the figure shows", example: "Last 12 weeks to 2026-03-02, day by day"),
      .init(
        "description", .text, "One sentence with the denominators",
        example: "49 of 84 days observed (an entry or a check-in), a symptom on 43 of them; the log begins 2025-12-22."),
      textForm(
        "any symptom            ....... ......# #..##.o #.##.## .##.#o# .##..#."),
      .init("symptomDays", .text, "Days with any symptom", unit: "days", example: "43"),
      .init("observed", .text, "Days with an entry or a check-in", unit: "days", example: "49"),
      .init("hasKinds", .flag, "An entry names a kind of symptom"),
      .init("kinds", .list(calendarKind), "Every kind of symptom, those with most days first"),
    ])

  static let calendarKind = RecordShape(
    "calendar kind",
    [
      .init("name", .text, "The symptom", example: "urge to move"),
      .init("days", .text, "Days with it", unit: "days", example: "37"),
      .init("first", .text, "The first of these days, as YYYY-MM-DD", example: "2025-12-22"),
      .init("last", .text, "The last of these days, as YYYY-MM-DD", example: "2026-03-01"),
      .init("isDrawn", .flag, "It has a row of its own in the drawing"),
    ])

  static let timeline = RecordShape(
    "timeline",
    [
      .init("title", .text, "What the figure shows", example: "Timeline, 1 year to 2026-03-02"),
      .init(
        "description", .text, "One sentence: how many lines, when the log begins, what is undated",
        example: "4 dated lines; the log begins 2025-12-22."),
      textForm(
        "Sertraline                        ..................................=============>  2025-11-24 to now"),
      .init("hasLanes", .flag, "An event or a medicine is dated"),
      .init("lanes", .list(timelineLane), "Dated events and medicines, in the order of the drawing"),
      .init(
        "undated", .list(line), "Medicines whose start was not recorded",
        example: "Ferrous fumarate (mother-in-law's, leftover)"),
    ])

  static let timelineLane = RecordShape(
    "timeline lane",
    [
      .init("name", .text, "The event or the medicine", example: "Last period"),
      .init("dates", .text, "Its day, or start, stop and last change", example: "2025-11-24 to now"),
      .init("isDrawn", .flag, "It has a lane in the drawing"),
    ])

  static let hours = RecordShape(
    "hours",
    [
      .init("title", .text, "What the figure shows", example: "Time of day, last 12 weeks"),
      .init(
        "description", .text, "One sentence with the denominators",
        example:
          "44 of 45 timed entries are of the evening or night (18:00 to 06:00); 8 of 53 entries give no time. Log entries, not days."
      ),
      textForm(
        "all symptoms                0      1     39      5   44 of 45           8 of 53"),
      .init("rows", .list(hoursRow), "All symptoms, then the kinds with most days"),
    ])

  static let hoursRow = RecordShape(
    "hours row",
    [
      .init("name", .text, "The symptom", example: "all symptoms"),
      .init("morning", .text, "Entries from 06:00 to 11:59", unit: "entries", example: "1"),
      .init("afternoon", .text, "Entries from 12:00 to 17:59", unit: "entries", example: "0"),
      .init("evening", .text, "Entries from 18:00 to 23:59", unit: "entries", example: "39"),
      .init("night", .text, "Entries from 00:00 to 05:59", unit: "entries", example: "1"),
      .init("share", .text, "Entries of evening or night, of those with a time", unit: "entries", example: "44 of 45"),
      .init("timed", .text, "Entries that give a time or a part of the day", unit: "entries", example: "45"),
      .init("entries", .text, "All entries, with a time or without", unit: "entries", example: "53"),
    ])

  static let body = RecordShape(
    "body",
    [
      .init("title", .text, "What the figure shows", example: "Where in the legs, last 12 weeks"),
      .init(
        "description", .text, "One sentence with the denominators",
        example:
          "Days with any symptom at a site, of 49 observed days; 50 of 53 entries name a site. A blank site was not named in the log."
      ),
      textForm(
        "shin                 24     24      0"),
      .init("sites", .list(bodySite("shin", days: "24")), "Sites of the legs that entries name"),
      .init("hasElsewhere", .flag, "Entries name sites outside of the legs"),
      .init("elsewhere", .list(bodySite("hand", days: "23")), "Those sites"),
    ])

  private static func bodySite(_ name: String, days: String) -> RecordShape {
    RecordShape(
      "body site",
      [
        .init("name", .text, "The site", example: name),
        .init(
          "right", .text, "Days with a symptom on the right; both sides count on each", unit: "days", example: days),
        .init("left", .text, "Days with a symptom on the left", unit: "days", example: days),
        .init("unsided", .text, "Days of entries that give no side", unit: "days", example: "0"),
      ])
  }

  static let results = RecordShape(
    "results",
    [
      .init(
        "title", .text, "What the figure shows", example: "Results on file and the lines that the rules draw"),
      .init(
        "description", .text, "How to read the strips",
        example:
          "7 tests that rules read, units of the locale pack; parts between lines are of equal width, not to scale. Filled: newest dated result. Hollow: earlier or undated. Dashed: the laboratory’s own limit."
      ),
      textForm(
        "Ferritin                             [------#---|---------|---------|----------]  22 µg/L · 2026-02-09  lines: <30, ≤75, ≤100"
      ),
      .init("tests", .list(resultsTest), "Tests on file that a rule reads, in the order of the dictionary"),
    ])

  static let resultsTest = RecordShape(
    "results test",
    [
      .init("name", .text, "The test", example: "Ferritin"),
      .init("measured", .list(resultsValue), "Its results, the newest first"),
      .init("limits", .list(resultsLimit), "The lines that rules draw, the lowest first"),
    ])

  static let resultsValue = RecordShape(
    "results value",
    [
      .init("value", .text, "The value", unit: "of the locale pack", example: "22 µg/L"),
      .init("date", .text, "Its day as YYYY-MM-DD, or undated", example: "2026-02-09"),
      .init("age", .text, "\"current\", \"old\", \"undated\" or \"after the data\"", example: "current"),
    ])

  static let resultsLimit = RecordShape(
    "results limit",
    [
      .init("words", .text, "The line in words", unit: "of the locale pack", example: "at most 75 µg/L"),
      .init("rules", .text, "The ids of the rules that draw it", example: "rls.ironLow"),
    ])
}
