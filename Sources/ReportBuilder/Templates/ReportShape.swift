package import TemplateEngine

/// The names that report templates may use: the shape of ``ReportModel``, with what each name means, its unit and an example.
///
/// The records inside it stand in `ReportShape+Parts.swift`. `legbrief template fields` prints all of them; every example is a value that
/// one of the reports under `Examples/` holds, and a test compares them.
package enum ReportShape {
  /// The root: what a report template starts from.
  package static let report = RecordShape(
    "report",
    [
      .init("identifier", .text, "The pseudonymous id of the patient", example: "SYN-001"),
      .init("age", .text, "Age on the day of the report", unit: "years", example: "49 years"),
      .init("stage", .text, "Menopause stage, recorded or derived", example: "late transition (STRAW −1)"),
      .init("date", .text, "The day the report is made for, as YYYY-MM-DD", example: "2026-03-02"),
      .init("appointment", .optional(.text), "The day of the appointment, as YYYY-MM-DD", example: "2026-03-05"),
      .init("locale", .text, "Language and country of wording and units", example: "en-GB"),
      .init(
        "localeNote", .text, "Units, pathways and guidelines of the locale pack",
        example: "Locale pack en-GB: SI units; pathways and national guidelines of the United Kingdom."),
      .init("ruleSet", .text, "Version of the rule set", example: "0.1-draft"),
      .init("enteredBy", .text, "Who entered the data", example: "patient"),
      .init(
        "coverage", .list(line), "How well the log covers its days, a sentence each",
        example: "Log covers 24 of 28 days."),
      .init("hasRedFlags", .flag, "A red flag is met"),
      .init("hasOpenFlags", .flag, "A red flag is open"),
      .init("hasSentencesInFull", .flag, "Page 1 has no room for all sentences on the data and on what is withheld"),
      .init(
        "sentencesInFull", .list(line), "Those sentences without a cut, where page 1 has no room; else none",
        example: "Answers and log disagree on: onset at rest, worse in the evening, ankle swelling, one leg swollen."),
      .init("isDense", .flag, "So many red flags that those of a level have to share a paragraph to stay on page 1"),
      .init("redFlags", .list(flag), "Red flags that are met, the most urgent first"),
      .init("routineLines", .list(routineLine), "High-impact lines of level routine, which are no flags"),
      .init("openFlags", .list(openFlag), "Red flags that are not recorded while something speaks for them"),
      .init("hasNotAsked", .flag, "Some red flags were not asked about"),
      .init(
        "notAsked", .text, "Red flags about which nothing was recorded; \"nothing\" when there are none",
        example:
          "Rest pain or tissue loss; Diabetic foot; Cancer features; Muscle breakdown features; Swelling with breathlessness; Achilles rupture features; Suspected persistent synovitis"
      ),
      .init(
        "askedUnsure", .optional(.text), "Red flags that were asked about without an answer that can be used",
        example: "Cauda equina features (in part); Rapid weakness (in part)"),
      .init(
        "notAskedInFull", .optional(.text), "The same without a cut, where page 1 has no room for all of it",
        example:
          "Acute limb ischaemia features; Rest pain or tissue loss; Hot swollen joint; Possible fracture; Compartment features; Spreading skin infection; Cancer features; Giant cell arteritis features; Hard painful vein; Bleeding varicose vein; Swelling with breathlessness; Achilles rupture features; Suspected persistent synovitis"
      ),
      .init(
        "precedence", .list(line), "What is withheld while something more urgent is open, a sentence each",
        example: "One-sided swelling: clot to be excluded before other causes."),
      .init(
        "concern", .optional(.text), "The patient's main concern in her own words",
        example:
          "Both ankles puff up by teatime since the beginning of February. Is it my veins, my age or the new tablets?"),
      .init(
        "concernInFull", .optional(.text), "The same without a cut, where page 1 has no room for all of it",
        example:
          "Both ankles puff up by teatime since the beginning of February. Is it my veins, my age or the new tablets?"),
      .init("goals", .optional(.text), "What the patient wants", example: "know cause, sleep better"),
      .init("overview", .list(area), "The ten areas in their fixed order"),
      .init("toAsk", .list(question), "At most six questions, red flags first"),
      .init("toTest", .list(test), "At most six tests to consider"),
      .init("hasMoreToTest", .flag, "Page 1 has no room for all tests, or for all that speaks for one"),
      .init("allToTest", .list(test), "All tests to consider, where page 1 has no room for them; else none"),
      .init("hasFired", .flag, "A medicine or result made a rule met, and page 1 has room for it"),
      .init("fired", .list(fired), "Medicines and results that made a rule met, as many as page 1 has room for"),
      .init("moreFired", .optional(.text), "How many more there are", example: "3"),
      .init("allFired", .list(fired), "All of them, where page 1 has no room; else none"),
      .init("showsCalendar", .flag, "Page 1 has room for the calendar"),
      .init("showsTimeline", .flag, "Page 1 has room for the timeline"),
      .init(
        "calendar", .optional(.record(calendar)), "The day calendar; absent where nothing was logged in its 12 weeks"),
      .init("timeline", .optional(.record(timeline)), "The timeline; absent without any date or medicine"),
      .init("hours", .optional(.record(hours)), "The time-of-day strip; absent where no entry gives a time"),
      .init("body", .optional(.record(body)), "The body map; absent where no entry names a site of the leg"),
      .init("results", .optional(.record(results)), "Results on file; absent without one that a rule reads"),
      .init("areas", .list(block), "One block of criteria for each area that has rules"),
      .init(
        "moreToAsk", .list(line), "The questions beyond those of page 1, as many as anybody would ask",
        example: "Has the urine been dark, like cola or tea?"),
      .init(
        "restToAsk", .optional(.text), "How many questions there are beyond those", unit: "questions", example: "130"),
      .init("hasLog", .flag, "The log holds symptoms"),
      .init("logDigest", .list(log), "The log by kind of symptom"),
      .init("hasScores", .flag, "Scores of questionnaires were supplied"),
      .init("scores", .list(score), "Scores of questionnaires that somebody else scored"),
      .init("hasMeasures", .flag, "A measure of self-management was tried, wished for or in use"),
      .init("measures", .list(measure), "Measures of self-management that were tried, wished for or in use"),
      .init(
        "measuresWithheld", .optional(.text), "That measures are not printed while something more urgent is open",
        example: "Some measures are not printed while a red flag is unsettled."),
      .init("hasNotYetTried", .flag, "There are measures to name that were not recorded as tried"),
      .init(
        "notYetTried", .list(line),
        "Measures not recorded as tried whose cautions were all recorded as absent, and how many others there are",
        example: "4 other measures are not listed: what would speak against them is not recorded"),
      .init(
        "changes", .optional(.record(changes)), "What changed since the last appointment, where that was asked for"),
      .init("references", .list(reference), "The references of all criteria that have a row"),
      .init(
        "warnings", .list(line), "What looked wrong in the record, with its line there",
        example: "line 12: height of 92 cm is implausible"),
      .init(
        "footer", .text, "What the summary is, and that it is not a diagnosis", example: ReportModel.footer),
    ] + settings + [
      .init("provenance", .optional(.record(provenance)), "What the report was made from, for \"legbrief verify\"")
    ] + documents)

  /// The page frame around a converted report.
  package static let page = RecordShape(
    "page",
    [
      .init("language", .text, "Language tag of the page", example: "en-GB"),
      .init(
        "kind", .text, "What the page is: report, referral, patient, note or triage, for the style sheet",
        example: "report"),
      .init("title", .text, "Title of the page", example: "Appointment summary: SYN-001"),
      .init(
        "policyAndStyle", .markup(.html), "The content security policy and the style sheet that it allows",
        example: "<meta http-equiv=\"Content-Security-Policy\" …><style>…</style>"),
      .init("body", .markup(.html), "The report as HTML", example: "<h1>Appointment summary: SYN-001</h1> …"),
      .init(
        "footer", .text, "That it is self-reported and not a diagnosis, for the foot of every sheet",
        example: DocumentKind.report.sheetFooter),
      .init("date", .text, "The day on which the report ends, as YYYY-MM-DD", example: "2026-03-02"),
      .init("ruleSet", .text, "Version of the rule set", example: "0.1-draft"),
      .init("generator", .text, "Program and version", example: "Legbrief 0.1.0"),
      .init(
        "provenance", .optional(.text), "What the page was made from, as JSON on one line, for \"legbrief verify\"",
        example: "{\"provenance\": 1, …}"),
    ])

  /// What a report template must place where nothing can hide it (design, promise 5).
  package static let requirements: [Requirement] = [
    Requirement(
      "redFlags", printing: ["level", "title", "because"], orPrinting: [["heading", "title", "because"]],
      because: "red flags come first and are never left out"),
    Requirement("openFlags", printing: ["title", "because"], because: "a flag that is open must be seen"),
    Requirement("notAsked", because: "what was not asked must not look like a no"),
    Requirement("coverage", because: "frequencies mean nothing without the days observed"),
    Requirement("footer", because: "the page must say that it is not a diagnosis"),
  ]

  /// What the page frame must place.
  package static let pageRequirements: [Requirement] = [
    Requirement("body", because: "the page must show the report"),
    Requirement("policyAndStyle", because: "a page without its policy may load what a page must not load"),
    Requirement("footer", because: "the page must say that it is not a diagnosis"),
  ]
}
