import TemplateEngine

// What a practice may change, and what a report was made from.
extension ReportShape {
  static let settings: [RecordShape.Field] = [
    .init(
      "practiceName", .optional(.text), "The name of the practice, from its settings",
      example: "Example Street Practice"),
    .init(
      "letterhead", .list(line), "Further lines of the letterhead, such as an address; empty without a name",
      example: "1 Example Street"),
    .init("sections", .list(section), "The sections of page 1 behind the red flags, in the order of the practice"),
    .init("showsLogDigest", .flag, "The practice wants the log digest"),
    .init("showsScores", .flag, "The practice wants the supplied scores"),
    .init("showsSelfManagement", .flag, "The practice wants the measures of self-management"),
    .init("showsFurtherQuestions", .flag, "The practice wants the further questions"),
    .init("showsReferences", .flag, "The practice wants the references"),
  ]

  static let section = RecordShape(
    "section",
    [
      .init("isWords", .flag, "The patient's main concern and goals stand here"),
      .init("isOverview", .flag, "The ten areas with their counts stand here"),
      .init("isFigures", .flag, "The figures of page 1 stand here"),
      .init("isToAsk", .flag, "The questions to ask stand here"),
      .init("isToTest", .flag, "The tests to consider stand here"),
      .init("isFired", .flag, "Medicines and results that a rule used stand here"),
      .init("isChanges", .flag, "What changed since the last report stands here"),
    ])

  static let provenance = RecordShape(
    "provenance",
    [
      .init("program", .text, "Program and version", example: "Legbrief 0.1.0"),
      .init("ruleSetHash", .text, "SHA-256 over the fingerprints of all rules", example: "3f0c…"),
      .init(
        "templatesHash", .text, "SHA-256 over all templates, the style sheet and the settings of the practice",
        example: "b1d4…"),
      .init("recordHash", .text, "SHA-256 of the record's file, as sha256sum prints it", example: "9a07…"),
      .init("window", .text, "The days of most counts", example: "2026-02-03 to 2026-03-02"),
      .init("log", .text, "First and last day of the log", example: "2026-01-27 to 2026-03-01"),
      .init(
        "options", .optional(.text), "The options that change what is printed, as they are written",
        example: "--template appointment"),
    ])
}
