package import TemplateEngine

/// The names that report templates may use: the shape of ``ReportModel``, with what each name means.
package enum ReportShape {
  static let flag = RecordShape(
    "flag",
    [
      .init(
        "level", .text,
        "How soon it needs assessment, in words; \"Open\" for a flag that is not recorded while something speaks for it"
      ),
      .init("title", .text, "What the flag is about"),
      .init("because", .text, "The evidence: entries with dates, answers, results"),
      .init("status", .optional(.text), "\"active\", or the day it was recorded and that it is to be confirmed"),
      .init("amplifiers", .optional(.text), "Recorded circumstances that make it weigh more"),
      .init("rule", .text, "The id of the rule"),
    ])
  static let area = RecordShape(
    "area",
    [
      .init("name", .text, "Number and name of the area"), .init("met", .text, "Criteria met"),
      .init("notMet", .text, "Criteria not met"), .init("notRecorded", .text, "Criteria not recorded"),
      .init("key", .text, "The finding that summarises the area"),
    ])
  static let test = RecordShape(
    "test",
    [
      .init("number", .text, "1 to 6"), .init("test", .text, "The test"),
      .init("because", .text, "The rules that ask for it"),
    ]
  )
  static let fired = RecordShape(
    "fired",
    [
      .init("name", .text, "The medicine, result or measurement"), .init("value", .text, "Its value with the unit"),
      .init("date", .text, "Its day, or since when"), .init("because", .text, "The rules that used it"),
    ])
  static let criterion = RecordShape(
    "criterion",
    [
      .init("title", .text, "The criterion"), .init("rule", .text, "The id of the rule"),
      .init("isMet", .flag, "The criterion is met"), .init("isNotMet", .flag, "The criterion is not met"),
      .init("isNotRecorded", .flag, "The criterion is not recorded"),
      .init("isProvisional", .flag, "Met, but a clinician's judgement is needed"),
      .init("text", .optional(.text), "What the rule says"),
      .init("conflict", .optional(.text), "Where answers and log disagree"),
      .init("evidence", .optional(.text), "The evidence"),
      .init("missing", .text, "What was not recorded; empty when nothing is missing"),
      .init("source", .text, "Keys of the references and the basis mark"),
    ])
  static let block = RecordShape(
    "block",
    [
      .init("title", .text, "Number and name of the area"),
      .init("note", .optional(.text), "What to know about the area"),
      .init("withheld", .optional(.text), "Which criteria are not printed while something more urgent is open"),
      .init("criteria", .list(criterion), "The rules of the area in book order"),
    ])
  static let log = RecordShape(
    "log",
    [
      .init("kind", .text, "The symptom"), .init("entries", .text, "Number of entries"),
      .init("days", .text, "Days with the symptom, of days observed"),
      .init("severity", .text, "Lowest to highest, 0 to 10"),
      .init("sites", .text, "Body sites"),
    ])
  static let reference = RecordShape(
    "reference", [.init("key", .text, "The key that criteria cite"), .init("text", .text, "The reference")])
  static let question = RecordShape(
    "question", [.init("number", .text, "1 to 6"), .init("text", .text, "The question")])
  static let line = RecordShape.texts("line", "The line")

  /// The root: what a report template starts from.
  package static let report = RecordShape(
    "report",
    [
      .init("identifier", .text, "The pseudonymous id of the patient"), .init("age", .text, "Age in years"),
      .init("stage", .text, "Menopause stage, recorded or derived"),
      .init("date", .text, "The day the report is made for"),
      .init("appointment", .optional(.text), "The day of the appointment"),
      .init("locale", .text, "Locale pack, such as en-GB"),
      .init("ruleSet", .text, "Version of the rule set"), .init("enteredBy", .text, "Who entered the data"),
      .init("coverage", .list(line), "How well the log covers its days"),
      .init("redFlags", .list(flag), "Red flags that are met, the most urgent first"),
      .init("openFlags", .list(flag), "Red flags that are not recorded while something speaks for them"),
      .init("hasNotAsked", .flag, "Some red flags were not asked about"),
      .init("notAsked", .text, "Red flags about which nothing was recorded"),
      .init("precedence", .list(line), "What is withheld while something more urgent is open"),
      .init("concern", .optional(.text), "The patient's main concern in her own words"),
      .init("goals", .optional(.text), "What the patient wants"),
      .init("overview", .list(area), "The ten areas in their fixed order"),
      .init("toAsk", .list(question), "At most six questions, red flags first"),
      .init("toTest", .list(test), "At most six tests to consider"),
      .init("hasFired", .flag, "A medicine or result made a rule met"),
      .init("fired", .list(fired), "Medicines and results that made a rule met"),
      .init("areas", .list(block), "One block of criteria for each area"),
      .init("moreToAsk", .list(line), "The questions beyond the first six"),
      .init("hasLog", .flag, "The log holds symptoms"), .init("logDigest", .list(log), "The log by kind of symptom"),
      .init("references", .list(reference), "The references of all criteria"),
      .init("warnings", .list(line), "What looked wrong in the record"),
      .init("footer", .text, "What the summary is, and that it is not a diagnosis"),
    ])

  /// The page frame around a converted report.
  package static let page = RecordShape(
    "page",
    [
      .init("language", .text, "Language tag of the page"), .init("title", .text, "Title of the page"),
      .init("policyAndStyle", .markup(.html), "The content security policy and the style sheet that it allows"),
      .init("body", .markup(.html), "The report as HTML"), .init("footer", .text, "The report's footer"),
      .init("generator", .text, "Program and version"),
    ])

  /// What a report template must place where nothing can hide it (design, promise 5).
  package static let requirements: [Requirement] = [
    Requirement(
      "redFlags", printing: ["level", "title", "because"], because: "red flags come first and are never left out"),
    Requirement("openFlags", printing: ["title", "because"], because: "a flag that is open must be seen"),
    Requirement("notAsked", because: "what was not asked must not look like a no"),
    Requirement("coverage", because: "frequencies mean nothing without the days observed"),
    Requirement("footer", because: "the page must say that it is not a diagnosis"),
  ]

  /// What the page frame must place.
  static let pageRequirements: [Requirement] = [
    Requirement("body", because: "the page must show the report"),
    Requirement("policyAndStyle", because: "a page without its policy may load what a page must not load"),
    Requirement("footer", because: "the page must say that it is not a diagnosis"),
  ]
}
