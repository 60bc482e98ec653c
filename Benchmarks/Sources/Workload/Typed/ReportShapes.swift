import TemplateEngine

/// The shapes of a view and its parts, with the names that the workload's templates use.
struct ReportShapes<T: Typing> {
  let flagEvidence = RecordShape("diary entry", [text("date"), patient("text")])
  let redFlag: RecordShape
  let criterion = RecordShape("criterion", [flag("met"), text("label"), text("observed")])
  let evidence = RecordShape("rated diary entry", [text("date"), text("severity"), patient("text")])
  let line = RecordShape("line", [text("text")])
  let finding: RecordShape
  let week = RecordShape(
    "week",
    [
      text("label"), text("entries"), text("hot"), text("sweat"), text("sleep"), text("mood"), text("joint"),
      text("fog"), text("total"), text("trend"),
    ])
  let symptom = RecordShape(
    "symptom", [text("name"), text("days"), text("mean"), text("peak"), text("peak_date"), text("trend")])
  let medication = RecordShape(
    "medication",
    [
      text("name"), patient("dose"), text("route"), text("freq"), text("start"), text("stop"), flag("active"),
      patient("note"),
    ])
  let lab = RecordShape(
    "laboratory result",
    [text("name"), text("value"), text("unit"), text("reference"), text("date"), flag("high"), flag("low")])
  let answer = RecordShape("answer", [text("id"), text("q"), patient("a")])
  let question = RecordShape("question", [text("id"), text("q")])
  let discussion: RecordShape
  let note = RecordShape("note", [text("date"), text("episodes"), text("sleep"), patient("text")])
  let patient = RecordShape(
    "patient",
    [
      text("id"), patient("name"), text("dob"), text("age"), text("sex"), text("gp"), text("height_cm"),
      text("weight"), text("bmi"), flag("smoker"),
    ])
  let period = RecordShape("period", [text("start"), text("end"), text("days"), text("entries"), text("coverage")])
  let summary = RecordShape(
    "summary",
    [
      text("score"), text("band"), text("likely"), text("possible"), text("trend"), .init("text", T.markup),
    ])
  let report: RecordShape

  init() {
    redFlag = RecordShape(
      "red flag",
      [
        Self.text("code"), Self.text("label"), Self.text("urgency"), Self.text("why"), Self.text("action"),
        .init("evidence", .list(flagEvidence)),
      ])
    finding = RecordShape(
      "finding",
      [
        Self.text("id"), Self.text("title"), Self.text("status"), Self.text("met_count"), Self.text("criteria_count"),
        Self.text("summary"), .init("criteria", .list(criterion)), Self.flag("has_evidence"),
        .init("evidence", .list(evidence)), .init("actions", .list(line)),
      ])
    discussion = RecordShape(
      "point for discussion", [Self.text("topic"), Self.text("status"), .init("questions", .list(line))])
    report = RecordShape(
      "report",
      [
        Self.text("title"), Self.text("report_id"), Self.text("generated"), Self.text("rules_version"),
        Self.text("rule_count"), .init("patient", .record(patient)), .init("period", .record(period)),
        .init("summary", .record(summary)), Self.flag("has_red_flags"), Self.text("red_flag_count"),
        .init("red_flags", .list(redFlag)), .init("findings", .list(finding)), .init("weeks", .list(week)),
        .init("symptoms", .list(symptom)), .init("medications", .list(medication)), .init("labs", .list(lab)),
        .init("answers", .list(answer)), Self.flag("has_missing"), .init("missing", .list(question)),
        Self.flag("has_discussion"), .init("discussion", .list(discussion)), .init("notes", .list(note)),
      ])
  }

  private static func text(_ name: String) -> RecordShape.Field { .init(name, T.ofProgram) }
  private static func patient(_ name: String) -> RecordShape.Field { .init(name, T.ofPatient) }
  private static func flag(_ name: String) -> RecordShape.Field { .init(name, .flag) }
}
