import ClinicalRecord

/// The dated symptom log (basis B2).
extension LegbriefFields {
  static let log: [Field] = logBasics + logCourse + logSigns + logContext

  /// What, where, when and how strong.
  private static let logBasics: [Field] = [
    .log("entryId", "Which short label names this entry?", .text(limit: 64), note: "unique; cited as evidence"),
    .log("entryDate", "On which day did this happen?", .day),
    .log(
      "recordedAt", "When did you write this entry down?", .dayOrDateTime,
      note: "more than a day after entryDate makes the entry retrospective"),
    .log(
      "dayCheckIn", "Did you log symptoms on this day, or was it a day without any?",
      .enumeration(["symptomsLogged", "noSymptoms"]),
      note: "noSymptoms is the only way in which a day counts as symptom-free"),
    .log("symptomKind", "Which symptom is this entry about?", .enumeration(Vocabulary.symptomKinds)),
    .log("bodySite", "Where in the body was it?", .enumeration(Vocabulary.bodySites)),
    .log("side", "On which side was it?", .enumeration(Vocabulary.sides)),
    .log(
      "severity", "How strong was it at its worst, from 0 (none) to 10 (the strongest you can imagine)?", .integer,
      possible: .rating, note: "numeric rating scale"),
    .log("worseThanUsual", "Was it new, or clearly worse than is usual for you?"),
    .log("suddenOnset", "Did it come on within minutes to hours?"),
    .log("onsetTime", "At what time did it start?", .time, unit: "local time"),
    .log(
      "onsetPeriod", "In which part of the day did it start?",
      .enumeration(["night", "morning", "afternoon", "evening"]), note: "when no clock time is known"),
    .log(
      "durationMinutes", "How many minutes did it last?", .integer, unit: "minutes", possible: 0...525_600,
      plausible: .minutesOfADay),
    .log("ongoing", "Was it still there when you wrote this down?"),
  ]

  /// What brought it on and what eased it.
  private static let logCourse: [Field] = [
    .log(
      "posture", "What were you doing when it started?",
      .enumeration(["lying", "sitting", "standing", "walking", "exercising", "asleep", "other"])),
    .log("atRest", "Did it start or get worse while you were resting?"),
    .log("onMovement", "Did it start or get worse when you used the leg?"),
    .log("relievedByMovement", "Did moving ease it, fully or partly?", .enumeration(Vocabulary.relief)),
    .log("returnsWhenStill", "Did it come back once you were still again?"),
    .log("relievedByRest", "Did resting ease it, fully or partly?", .enumeration(Vocabulary.relief)),
    .log(
      "reliefMinutesStandingStill", "How many minutes of standing still did it take to ease?", .integer,
      unit: "minutes", possible: .minutesOfADay, plausible: 0...60, note: "for pain on walking"),
    .log("relievedByElevation", "Did raising the leg ease it, fully or partly?", .enumeration(Vocabulary.relief)),
    .log("relievedByStretch", "Did stretching ease it, fully or partly?", .enumeration(Vocabulary.relief)),
    .log("relievedByHangingDown", "Did hanging the leg out of bed ease it?"),
    .log("worseEveningNight", "Was it worse in the evening or at night than when resting in the morning?"),
    .log("worseEndOfDay", "Was it worse towards the end of the day?"),
    .log(
      "morningStiffnessMinutes", "For how many minutes were you stiff after getting up, with 0 for not at all?",
      .integer, unit: "minutes", possible: .minutesOfADay, plausible: 0...480),
  ]

  /// How it felt and what could be seen.
  private static let logSigns: [Field] = [
    .log(
      "sensations", "Which of these words describe how it felt?",
      .set([
        "crawling", "creeping", "pulling", "tingling", "pinsNeedles", "burning", "buzzing", "electric", "numb",
        "itching", "aching", "throbbing", "sharp", "stabbing", "tight", "heavy", "coldPainful", "hot", "none",
      ])),
    .log("muscleHardened", "Could you see or feel a hard knot in the muscle during the cramp?"),
    .log("sorenessAfter", "Did the muscle stay sore after the cramp had gone?"),
    .log("swelling", "How swollen was it?", .enumeration(Vocabulary.severity)),
    .log("swellingPits", "Does a dent stay in the skin after you press it?"),
    .log(
      "calfCircumferenceLeftCm", "What is the girth of your left calf, a hand's width (10 cm) below the knee bump?",
      .number, unit: "cm", possible: 5...150, plausible: 20...70, note: "10 cm below the tibial tuberosity"),
    .log(
      "calfCircumferenceRightCm", "What is the girth of your right calf, a hand's width (10 cm) below the knee bump?",
      .number, unit: "cm", possible: 5...150, plausible: 20...70, note: "10 cm below the tibial tuberosity"),
    .log("warmth", "Did it feel warmer than the other leg?"),
    .log(
      "colourChange", "Did the skin change colour, and if so how?",
      .enumeration(["none", "red", "pale", "blueMottled", "brown", "bruise", "whiteBluePhases"])),
    .log("tenderDeepVein", "Was it tender along the inside of the calf or thigh, where the deep vein runs?"),
    .log("unableToWeightBear", "Were you unable to put weight on the leg?"),
  ]

  /// Circumstances, what was tried, and what it did to the day.
  private static let logContext: [Field] = [
    .log(
      "triggers", "Did any of these come before it?",
      .set([
        "prolongedSitting", "prolongedStanding", "longTravel", "exertion", "newExercise", "stairs", "kneeling",
        "lyingOnSide", "hotWeather", "cold", "alcohol", "caffeine", "missedMeal", "lowFluids", "newMedicine",
        "doseChange", "menstruation", "stress", "poorSleep", "injury", "none", "other",
      ])),
    .log("reliefTried", "What did you try for relief?", .set(Vocabulary.reliefMeasures)),
    .log(
      "reliefHelped", "How much did what you tried help?", .enumeration(["worse", "no", "aLittle", "aLot"]),
      note: "one per entry"),
    .log(
      "sleepDisturbance", "Did it disturb your sleep?",
      .enumeration(["none", "delayedSleep", "wokeOnce", "wokeRepeatedly"])),
    .log(
      "functionImpact", "How much did it get in the way of your day, from 0 (not at all) to 10 (completely)?",
      .integer, possible: .rating),
    .log(
      "cycleDay", "Which day of your menstrual cycle was it, counting the first day of bleeding as day 1?", .integer,
      unit: "day", possible: 1...400, plausible: 1...60, note: "optional"),
    .log(
      "freeText", "Is there anything else you would like to note?", .text(limit: 1000), identifiesPerson: true,
      note: "quoted, never interpreted"),
  ]
}
