import TemplateEngine

// The records that only one kind of document prints: the letter, the note, the patient's copy, the line of a clinic list.
extension ReportShape {
  /// The fields of the root record behind those of the report.
  static let documents: [RecordShape.Field] = [
    .init("referral", .record(referral), "What a referral letter prints beside the report's own names"),
    .init(
      "ehrNote", .record(note), "The plain note of at most 1,500 characters, made shorter step by step until it fits"),
    .init("patient", .record(patient), "The patient's copy in plain language"),
    .init("triage", .record(triage), "One line of a clinic list"),
  ]

  static let referral = RecordShape(
    "referral letter",
    [
      .init("clinic", .text, "The clinic that the letter is written to", example: "Vascular clinic"),
      .init(
        "level", .optional(.text), "How soon the most urgent red flag that is met needs assessment",
        example: "Needs same-day assessment"),
      .init("isForNow", .flag, "A red flag that is met needs emergency assessment"),
      .init("isForToday", .flag, "The most urgent red flag that is met needs assessment on the same day"),
      .init("hasMedicines", .flag, "A medicine is taken now"),
      .init(
        "medicines", .list(line), "Every medicine taken now, with dose, route, how often and since when",
        example: "Sertraline, 50 mg once a day, oral, taken every day, since 2025-11-24"),
      .init("isListConfirmed", .flag, "The list of medicines is recorded as complete"),
      .init(
        "chosen", .optional(.text), "That the program chose the clinic and how to choose another; absent with --clinic",
        example:
          "The program chose this clinic because of the most urgent red flag met (One leg: pain with swelling or warmth). Another is chosen with --clinic: vascular, rheumatology, sleep, menopause."
      ),
      .init("hasMet", .flag, "A criterion of the clinic is met"),
      .init("met", .list(criterion), "The criteria of the clinic that are met, without red flags"),
      .init("moreMet", .optional(.text), "How many of them the letter has no room for", example: "6"),
      .init(
        "notMet", .text, "Criteria that the clinic weighs and that are not met; \"none\" when there are none",
        example: "Both-leg swelling, systemic causes; Symmetrical swelling sparing feet"),
      .init(
        "unsettled", .list(unsettled), "Criteria that are not recorded, with what can be said of them all the same"),
      .init(
        "notRecorded", .text,
        "The other criteria that the clinic weighs and that are not recorded; \"none\" when there are none",
        example: "ABPI bands; Limb-threatening features; Symmetrical swelling sparing feet"),
      .init(
        "withheld", .list(line), "What the letter withholds while something more urgent is open, a sentence each",
        example: "One-sided swelling: clot to be excluded before other causes."),
      .init("hasFired", .flag, "A medicine or result made a criterion of the letter met"),
      .init("fired", .list(fired), "Medicines and results behind the red flags and the criteria of the letter"),
      .init("moreFired", .optional(.text), "How many of them the letter has no room for", example: "4"),
      .init("hasTried", .flag, "A measure that belongs to the clinic was tried, wished for or in use"),
      .init("tried", .list(measure), "Measures that belong to the clinic and were tried, wished for or in use"),
      .init(
        "measuresWithheld", .optional(.text), "That measures are not printed while something more urgent is open",
        example: "Some measures are not printed while a red flag is unsettled."),
      .init("toAsk", .list(question), "At most six questions about red flags and the clinic's criteria"),
      .init("moreToAsk", .optional(.text), "How many of them the letter has no room for", example: "3"),
      .init(
        "toTest", .list(line), "At most six tests that the letter's criteria ask for, those of one reason together",
        example: "Active vitamin B12 (B12 indeterminate)"),
      .init("moreToTest", .optional(.text), "How many of them the letter has no room for", example: "3"),
      .init(
        "footer", .text, "What the letter is, and that it is not a diagnosis", example: DocumentKind.referral.footer),
    ])

  static let unsettled = RecordShape(
    "unsettled criterion",
    [
      .init("title", .text, "The criterion", example: "Two-level Wells, interval form"),
      .init(
        "text", .text, "What can be said of it",
        example:
          "Wells between 0 and 4; cannot be placed. Unanswered: pitting in one leg, collateral veins, alternative diagnosis (clinician). 2 points recorded before item 10 (alternative diagnosis), which only a clinician can score. NG158: likely, proximal leg ultrasound within 4 hours; otherwise D-dimer first."
      ),
    ])

  static let noteFlag = RecordShape(
    "note flag",
    [
      .init(
        "level", .text, "How soon it needs assessment, in words; \"Open\" for an open flag",
        example: "Needs same-day assessment"),
      .init(
        "title", .text, "What the flag is about; several titles once flags of one level share a line",
        example: "One leg: pain with swelling or warmth"),
      .init(
        "because", .optional(.text), "Whether it is active, and the evidence, until it is left out for the limit",
        example: "cold, pale, numb or weak foot: cold"),
    ])

  static let noteFinding = RecordShape(
    "note finding",
    [
      .init("area", .text, "The area", example: "Circulation"),
      .init("text", .text, "Its key finding", example: "Wants HRT; concerns: clots"),
    ])

  static let note = RecordShape(
    "note",
    [
      .init("identifier", .text, "The pseudonymous id, cut at 40 characters", example: "SYN-001"),
      .init("age", .text, "Age on the day of the report", example: "49 years"),
      .init("date", .text, "The day the report is made for", example: "2026-03-02"),
      .init("redFlags", .list(noteFlag), "Red flags that are met, the most urgent first"),
      .init("openFlags", .list(noteFlag), "Red flags that are open"),
      .init(
        "notAsked", .text, "Flags that were not asked about, or their number",
        example:
          "Rest pain or tissue loss; Diabetic foot; Cancer features; Muscle breakdown features; Swelling with breathlessness; Achilles rupture features; Suspected persistent synovitis"
      ),
      .init(
        "restlessLegs", .text, "The verdict on the five criteria of restless legs",
        example: "not met: urge; 4 not recorded."),
      .init("findings", .list(noteFinding), "The key finding of each area with a criterion met"),
      .init("noneMet", .optional(.text), "Areas without a criterion met", example: "Joints"),
      .init(
        "notRecorded", .optional(.text), "Areas about which nothing was recorded", example: "Muscle, Nerve, Tendon"),
      .init(
        "withheld", .optional(.text), "What is withheld while something more urgent is open",
        example: "One-sided swelling: clot to be excluded before other causes."),
      .init(
        "toAsk", .optional(.text), "Questions, the first ones once the note is long",
        example:
          "Is the leg or foot cold, pale, numb or weak, or could no pulse be felt in it? / Did a varicose vein bleed, and does it bleed now? / Has the urine been dark, like cola or tea? / Do you get breathless when you lie flat? / Was there a sudden pop or snap at the back of the heel? / Is there an open sore on the leg or foot, and where?"
      ),
      .init("toTest", .optional(.text), "Tests to consider", example: "Active vitamin B12"),
      .init("coverage", .text, "How well the log covers its days", example: "Log covers 24 of 28 days."),
      .init("footer", .text, "That it is self-reported and not a diagnosis", example: DocumentKind.note.footer),
    ])

  static let sign = RecordShape(
    "sign", [.init("sign", .text, "What somebody can see or feel", example: "A vein bleeds and does not stop.")])

  static let step = RecordShape(
    "step",
    [
      .init(
        "action", .text, "What to do, in the words of the locale pack",
        example: "Call 999 now. Do not wait for your appointment."),
      .init("signs", .list(sign), "The signs that call for it"),
    ])

  static let symptom = RecordShape(
    "symptom",
    [
      .init("kind", .text, "The symptom in plain words", example: "cramp"),
      .init("notes", .text, "How many notes of all notes", unit: "notes", example: "9 of 20 notes"),
      .init(
        "days", .text, "On how many days of all days with a note or a check", unit: "days", example: "9 of 31 days"),
    ])

  static let patient = RecordShape(
    "patient copy",
    [
      .init("hasNow", .flag, "A red flag is met"),
      .init("now", .list(step), "What to do about the red flags that are met, the most urgent first"),
      .init("hasUnsettled", .flag, "A red flag is open"),
      .init("unsettled", .list(step), "What to do about the red flags that are open, if the sign is there"),
      .init("hasUnasked", .flag, "A red flag was not asked about"),
      .init("unasked", .list(step), "What to do about the red flags that nobody asked about, if the sign is there"),
      .init("holdsNothing", .flag, "Nothing was recorded at all"),
      .init("always", .list(step), "When anybody should seek help"),
      .init(
        "coverage", .text, "On how many days the diary was kept",
        example:
          "In the last 28 days you wrote in your diary on 23 days. We do not know how you felt on the other days."),
      .init(
        "recorded", .list(line), "How much was recorded, a sentence each",
        example: "You listed 1 medicine that you take now."),
      .init("hasSymptoms", .flag, "The diary holds symptoms"),
      .init("symptoms", .list(symptom), "The symptoms of the diary, counted"),
      .init(
        "notAsked", .text, "How many warning signs were not asked about",
        example:
          "You were not asked about 8 of the warning signs in our list, or were not sure."),
      .init("bring", .list(line), "What to bring to the appointment", example: "This page."),
      .init(
        "mayBeAsked", .list(line), "At most six questions that may be asked",
        example: "Has the urine been dark, like cola or tea?"),
      .init("footer", .text, "What the page is, and that it is not a diagnosis", example: DocumentKind.patient.footer),
    ])

  static let triage = RecordShape(
    "triage line",
    [
      .init("identifier", .text, "The pseudonymous id, cut at 20 characters", example: "SYN-001"),
      .init("age", .text, "Age in years", unit: "years", example: "49 y"),
      .init(
        "level", .text, "The highest level of a red flag met, or that none is and how many were not asked",
        example: "Needs same-day assessment"),
      .init("counts", .text, "How many flags are met, open and not asked", unit: "flags", example: "0 met, 0 open"),
      .init(
        "titles", .optional(.text), "The flags, met ones first, cut to what the line leaves",
        example: "One leg: pain with swelling or warmth"),
      .init("restlessLegs", .text, "The verdict on the criteria of restless legs", example: "RLS not met"),
      .init(
        "coverage", .text, "Days observed, of days in the window of the log", unit: "days", example: "log 23/28 days"),
    ])
}
