import ClinicalRecord

/// Restless legs: the five essential criteria in our own words, course, impact and augmentation (basis B3, C1).
extension LegbriefFields {
  static let restlessLegs: [Field] = rlsCriteria + rlsMimics + rlsCourse + rlsAugmentation

  private static let rlsCriteria: [Field] = [
    .answer("qUrgeToMove", "Do you get an urge to move your legs?"),
    .answer("qUrgeSensation", "Does an unpleasant feeling in the legs come with the urge to move them?"),
    .answer("qRestOnset", "Does it start or get worse when you sit or lie still?"),
    .answer(
      "qMoveRelief", "Does walking or stretching ease the feeling, fully or partly?",
      .enumeration(["fully", "partly", "no", "onlyInPast"])),
    .answer("qReliefWhileMoving", "Does the ease last for as long as you keep moving?"),
    .answer(
      "qEveningWorse", "Is it worse in the evening or at night than when you rest in the morning?",
      .enumeration(["yes", "no", "onlyInPast"])),
    .answer("qRlsVerySevere", "Is the feeling now so strong that it is there nearly all the time?"),
  ]

  private static let rlsMimics: [Field] = [
    .mimic("qMimicCramp", "Do leg cramps alone explain the feeling?"),
    .mimic(
      "qMimicPosition", "Does an awkward position, which one shift of posture puts right, alone explain the feeling?"),
    .mimic("qMimicJoint", "Does joint pain or stiffness alone explain the feeling?"),
    .mimic("qMimicSwelling", "Does swelling of the legs alone explain the feeling?"),
    .mimic("qMimicNerve", "Does constant numbness, tingling or burning alone explain the feeling?"),
    .mimic("qMimicMyalgia", "Do aching muscles alone explain the feeling?"),
    .mimic("qMimicFootTap", "Does a habit of tapping the feet or jiggling the legs alone explain the feeling?"),
    .mimic("qMimicInnerRestless", "Does restlessness of the whole body, not only the legs, alone explain the feeling?"),
    .answer(
      "clinRlsMimicExcluded", "Has another condition been excluded as the sole explanation of the leg symptoms?",
      by: [.clinician], note: "clinician only"),
  ]

  private static let rlsCourse: [Field] = [
    .answer(
      "qRlsFreqPastYear", "Over the past year, when untreated, how often did you get the feeling on average?",
      .enumeration(["lt2PerWeek", "ge2PerWeek", "none"])),
    .answer("qRlsLifetimeGe5", "Have you had the feeling at least five times in your life?"),
    .answer(
      "qRlsOnsetAge", "How old were you when the feeling first came?", .integer, unit: "years", possible: 0...110
    ).detail(of: "qUrgeToMove"),
    .answer("qRlsDistress", "How much does the feeling distress you?", .enumeration(Vocabulary.severity)),
    .answer("qRlsSleepImpact", "How much does it disturb your sleep?", .enumeration(Vocabulary.severity)),
    .answer("qRlsDayImpact", "How much does it affect what you do in the day?", .enumeration(Vocabulary.severity)),
    .answer("qRlsFamily", "Does a parent, brother, sister or child of yours get the same feeling?"),
    .answer("qLegKickSleep", "Have you or others noticed your legs jerking or kicking in your sleep?"),
    .answer("qDopamineHelped", "If you ever took a dopamine-type medicine for it, did it help at first?"),
    .answer("qDaytimeSleepy", "Are you markedly sleepy during the day?"),
  ]

  private static let rlsAugmentation: [Field] = [
    .answer("qAugEarlier", "Since starting the medicine for restless legs, do the symptoms begin earlier in the day?"),
    .answer("qAugMoreDose", "Since starting the medicine, have you needed more of it to get the same effect?"),
    .answer("qAugStronger", "Since starting the medicine, are the symptoms stronger than before it?"),
    .answer("qAugSpread", "Since starting the medicine, have the symptoms spread beyond the legs?"),
    .answer(
      "qAugFasterAtRest", "Since starting the medicine, do the symptoms come on sooner once you sit or lie still?"),
    .answer("qAugShorterEffect", "Does each dose of the medicine now work for a shorter time?"),
    .answer("qImpulseControl", "Have you noticed new urges to gamble, spend, eat or have sex that are hard to resist?"),
  ]
}

extension Field {
  /// A condition that can feel like restless legs: does it alone explain the feeling?
  fileprivate static func mimic(_ id: ItemID, _ question: String) -> Field {
    .answer(
      id, question, .enumeration(["no", "partly", "fully"]), note: "asks whether this alone explains the feeling")
  }
}
