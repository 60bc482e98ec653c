import TemplateEngine

// The records inside the report: what stands in its lists.
extension ReportShape {
  /// A flag that is met.
  static let flag = RecordShape(
    "flag",
    [
      .init("level", .text, "How soon it needs assessment, in words", example: "Needs same-day assessment"),
      .init(
        "heading", .optional(.text),
        "The level once more, on the first flag of it alone, to stand above the flags of it",
        example: "Needs same-day assessment"),
      .init("title", .text, "What the flag is about", example: "One leg: pain with swelling or warmth"),
      .init(
        "because", .text, "The evidence: entries with dates, answers, results",
        example: "left ankle: swelling, mild (2026-02-12)"),
      .init(
        "status", .optional(.text), "\"active\", or the day it was recorded and that it is to be confirmed",
        example: "recorded on 2026-02-12: confirm it was assessed"),
      .init(
        "amplifiers", .optional(.text), "Recorded circumstances that make it weigh more",
        example:
          "oral estrogen: Estradiol / norethisterone acetate tablet (systemic estrogen), long journey in the past 4 weeks"
      ),
      .init(
        "pathway", .optional(.text), "What decides how to go on",
        example:
          "Wells between 0 and 4; cannot be placed. 2 points recorded before item 10 (alternative diagnosis), which only a clinician can score. NG158: likely, proximal leg ultrasound within 4 hours; otherwise D-dimer first."
      ),
      .init(
        "rule", .text, "The id of the rule; several where flags rest on the same evidence",
        example: "rf.synovitis, joint.inflammatory"
      ),
      .init("row", .text, "The id of the rule whose row in the criteria tables shows the flag", example: "rf.dvt"),
    ])

  /// A line of level routine.
  static let routineLine = RecordShape(
    "routine line",
    [
      .init("level", .text, "Always \"For this appointment\"", example: "For this appointment"),
      .init("title", .text, "What the line is about", example: "Severe lasting pain"),
      .init("because", .text, "The entries behind it", example: "joint pain at knee, 4 entries"),
      .init("status", .optional(.text), "\"active\", or the day it was recorded", example: "active"),
      .init("amplifiers", .optional(.text), "Always absent: nothing makes it weigh more", example: "fever"),
      .init(
        "pathway", .optional(.text), "Always absent: no line of level routine has one",
        example:
          "Wells between 0 and 4; cannot be placed. 2 points recorded before item 10 (alternative diagnosis), which only a clinician can score. NG158: likely, proximal leg ultrasound within 4 hours; otherwise D-dimer first."
      ),
      .init("rule", .text, "The id of the rule", example: "rf.severePersistent"),
      .init("row", .text, "The same, as the place of its row", example: "rf.severePersistent"),
    ])

  /// A flag that is not recorded while something speaks for it.
  static let openFlag = RecordShape(
    "open flag",
    [
      .init("level", .text, "Always \"Open\": nothing is settled", example: "Open"),
      .init("title", .text, "What the flag is about", example: "Acute limb ischaemia features"),
      .init(
        "because", .text, "What speaks for it: entries with dates, answers, results",
        example: "cold, pale, numb or weak foot: cold"),
      .init(
        "status", .optional(.text), "What the flag would be at least",
        example: "emergency if confirmed"),
      .init(
        "amplifiers", .optional(.text), "Recorded circumstances that make it weigh more",
        example: "long journey in the past 4 weeks"),
      .init(
        "pathway", .optional(.text), "What decides how to go on",
        example:
          "Wells between 0 and 4; cannot be placed. 2 points recorded before item 10 (alternative diagnosis), which only a clinician can score. NG158: likely, proximal leg ultrasound within 4 hours; otherwise D-dimer first."
      ),
      .init("rule", .text, "The id of the rule", example: "rf.ali"),
      .init("row", .text, "The same, as the place of its row", example: "rf.ali"),
    ])

  static let area = RecordShape(
    "area",
    [
      .init("name", .text, "Number and name of the area", example: "3 Circulation"),
      .init("met", .text, "Criteria met; \"–\" in an area without rules", unit: "criteria", example: "3"),
      .init("notMet", .text, "Criteria not met; \"–\" in an area without rules", unit: "criteria", example: "1"),
      .init(
        "notRecorded", .text, "Criteria not recorded; \"–\" in an area without rules", unit: "criteria", example: "4"),
      .init(
        "key", .text, "The finding that summarises the area", example: "No red flag met on what was recorded"),
    ])

  static let test = RecordShape(
    "test",
    [
      .init("number", .text, "Its place in the list, 1 to 6", example: "1"),
      .init("test", .text, "The test", example: "Ferritin"),
      .init("because", .optional(.text), "The rules that ask for it", example: "Iron studies due"),
    ])

  static let fired = RecordShape(
    "fired",
    [
      .init("name", .text, "The medicine, result or measurement", example: "ferritin"),
      .init(
        "value", .text, "Its value with the unit of the record; of a medicine \"taken now\" or when it was stopped",
        unit: "as recorded", example: "22 ug/L"),
      .init("date", .text, "Its day as YYYY-MM-DD, or since when", example: "since 2025-11-24"),
      .init("because", .text, "The rules that used it", example: "Possible drug provokers"),
    ])

  static let criterion = RecordShape(
    "criterion",
    [
      .init("title", .text, "The criterion", example: "Begins or worsens at rest"),
      .init("rule", .text, "The id of the rule", example: "rls.c2"),
      .init("isMet", .flag, "The criterion is met"), .init("isNotMet", .flag, "The criterion is not met"),
      .init("isNotRecorded", .flag, "The criterion is not recorded"),
      .init("isProvisional", .flag, "Met, but a clinician's judgement is needed"),
      .init(
        "text", .optional(.text), "What the rule says",
        example: "Worse in the evening or night (95% of 20 timed entries)."),
      .init(
        "conflict", .optional(.text), "Where answers and log disagree",
        example: "worse in the evening: answer yes, log no (1 of 12 entries)"),
      .init(
        "overlap", .optional(.text), "Entries that also support criteria of another area",
        example: "2 of these entries also support “One leg: pain with swelling or warmth” (rf.dvt)"),
      .init(
        "evidence", .optional(.text), "The evidence; where it is long, the list below the table has all of it",
        example: "60 days or more without a period: yes; HRT preference: open to"),
      .init(
        "missing", .optional(.text), "What was not recorded, the first of it by name",
        example: "current clot, thrombophilia (asked, unsure)"),
      .init("hasMore", .flag, "The list below the table has more of the evidence"),
      .init(
        "source", .text, "Keys of the references, and V, M or P for how sure their facts are",
        example: "allen2014, projectDefault (P)"),
    ])

  private static func brief(_ name: String, title: String, rule: String, evidence: String, missing: String)
    -> RecordShape
  {
    RecordShape(
      name,
      [
        .init("title", .text, "The criterion", example: title),
        .init("rule", .text, "The id of the rule", example: rule),
        .init("evidence", .optional(.text), "What is recorded of it", example: evidence),
        .init("missing", .optional(.text), "What was not recorded, the first of it by name", example: missing),
        .init("isLast", .flag, "The last of them"),
      ])
  }

  static let briefNotMet = brief(
    "criterion without a row, not met", title: "Reasonable first tests", rule: "joint.tests",
    evidence: "joint pain: no", missing: "CRP, ESR, haemoglobin, TSH")

  static let briefNotRecorded = brief(
    "criterion without a row, not recorded", title: "Possible drug provokers", rule: "rls.drugs",
    evidence: "alcohol units per week: 4; smoking: former", missing: "caffeine per day")

  static let block = RecordShape(
    "block",
    [
      .init("title", .text, "Number and name of the area", example: "1 Restless legs"),
      .init(
        "note", .optional(.text), "What to know about the area",
        example: "For discussion. Evidence strength is stated with each line."),
      .init(
        "withheld", .optional(.text), "Which criteria are not printed while something more urgent is open",
        example:
          "1 criterion is not printed here. One-sided swelling: clot to be excluded before other causes."),
      .init("criteria", .list(criterion), "The rules of the area in book order"),
      .init("hasRows", .flag, "A rule of the area has a row"),
      .init(
        "rows", .list(criterion),
        "Those of the rules that have a row: met, open, in conflict, with something to say, or essential for restless legs"
      ),
      .init("hasNotMet", .flag, "A rule without a row is not met"),
      .init("notMet", .list(briefNotMet), "Rules without a row that are not met"),
      .init("hasNotRecorded", .flag, "A rule without a row is not recorded"),
      .init("notRecorded", .list(briefNotRecorded), "Rules without a row that are not recorded"),
      .init("hasEvidence", .flag, "A row of the area has more evidence than it holds"),
      .init("evidence", .list(evidence), "What rows have no room for: long evidence, and the ids of log entries"),
    ])

  static let evidence = RecordShape(
    "evidence",
    [
      .init("rule", .text, "The id of the rule", example: "rls.c2"),
      .init("title", .text, "The criterion", example: "Begins or worsens at rest"),
      .init(
        "text", .optional(.text), "The evidence, where the row has no room for all of it",
        example:
          "joint swelling seen: yes (2026-02-26); morning stiffness: 90 minutes (2026-02-26); small joints of the hands: yes; small joints of the feet: yes; squeeze test, hands: yes (2026-02-26); squeeze test, feet: yes (2026-02-26); CRP 31 mg/L (2026-02-19); ESR 46 mm/h (2026-02-19)"
      ),
      .init(
        "entries", .optional(.text), "The ids of the log entries behind it",
        example: "e004, e006, e011, e014, e027, e031"),
    ])

  static let log = RecordShape(
    "log",
    [
      .init("kind", .text, "The symptom", example: "swelling"),
      .init("entries", .text, "Number of entries", unit: "entries", example: "9"),
      .init("days", .text, "Days with the symptom, of days observed", unit: "days", example: "9 of 31 observed days"),
      .init(
        "severity", .text, "Lowest to highest, and how many entries say it", unit: "points, 0 to 10",
        example: "2 to 4, 9 of 9 entries"),
      .init("sites", .text, "Body sites", example: "ankle, calf"),
    ])

  static let score = RecordShape(
    "score",
    [
      .init("instrument", .text, "The questionnaire", example: "IRLS severity scale, total"),
      .init("score", .text, "The score as supplied", unit: "points", example: "24"),
      .init("scale", .text, "Its range and direction", example: "0 to 40, higher is worse"),
      .init("band", .text, "The band of a dated total, where bands are agreed", example: "severe"),
      .init("date", .text, "Its day as YYYY-MM-DD, or undated", example: "2026-02-20"),
      .init("scoredBy", .text, "Who scored it", example: "clinician"),
    ])

  static let measure = RecordShape(
    "measure",
    [
      .init("measure", .text, "The measure", example: "Compression stockings"),
      .init("rule", .text, "The id of the rule", example: "self.compression"),
      .init(
        "tried", .text, "Log entries that tried it; \"wished for\" or \"in use\" where none does", unit: "entries",
        example: "wished for"),
      .init(
        "helped", .text, "The median of how much it helped, and how many entries say it", example: "a little (n 3)"),
      .init("evidence", .text, "What the evidence says of it", example: "consensus for venous oedema"),
      .init(
        "caution", .text, "What to check first; what was not recorded where nothing speaks for a check",
        example: "check first: arteries not measured (ABPI not recorded)"),
      .init(
        "source", .text, "Keys of the references, and V, M or P for how sure their facts are",
        example: "garrison2020 (V)"),
    ])

  static let changes = RecordShape(
    "changes",
    [
      .init("since", .text, "The last day of the earlier period, as YYYY-MM-DD", example: "2026-02-05"),
      .init("hasLines", .flag, "Something changed"),
      .init("lines", .list(change), "The changes that page 1 has room for, red flags first"),
      .init(
        "more", .optional(.text), "How many changes stand only in the list of all",
        example: "13 more changes are in the appendix of the full report."),
      .init("hasMore", .flag, "Page 1 does not have all changes"),
      .init("all", .list(change), "Every change; empty where page 1 has them all"),
      .init(
        "notes", .list(line), "What limits the comparison, a sentence each",
        example: "Undated: 58 answers without a date count in both periods."),
      .init(
        "method", .text, "How the periods were compared, and what counts as a change",
        example: ReportComposer.method(since: "2026-02-05", isSameRecord: true)),
    ])

  static let change = RecordShape(
    "change",
    [
      .init(
        "kind", .text, "New, newly recorded, resolved, no longer recorded, worse, better or changed",
        example: "Newly recorded"),
      .init("title", .text, "The flag, criterion or number", example: "Sudden or severe leg pain"),
      .init("before", .text, "How it stood, with its denominator", example: "not recorded"),
      .init("now", .text, "How it stands, with its denominator", example: "met: Needs same-day assessment (active)"),
      .init("rule", .optional(.text), "The id of the rule; absent for a number", example: "rf.suddenSevere"),
    ])

  static let reference = RecordShape(
    "reference",
    [
      .init("key", .text, "The key that criteria cite", example: "ng12"),
      .init("text", .text, "The reference", example: "NICE NG12 suspected cancer [V]."),
    ])

  static let question = RecordShape(
    "question",
    [
      .init("number", .text, "Its place in the list, 1 to 6", example: "1"),
      .init("text", .text, "The question", example: "Did the leg pain come on within minutes to hours?"),
    ])

  static let line = RecordShape.texts("line", "The line")
}
