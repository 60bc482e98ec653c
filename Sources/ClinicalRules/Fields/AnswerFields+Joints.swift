import ClinicalRecord

/// Joints, girdle pain, the side of the hip and widespread pain (basis B3, C2).
extension LegbriefFields {
  static let joints: [Field] = [
    .answer("qJointPain", "Do you have pain in any joint?", codes: [.snomed("57676002")]),
    .answer(
      "qJointSites", "Which joints hurt, and on which side?",
      .joints(sites: Vocabulary.bodySites, sides: Vocabulary.sides)),
    .answer("qJointOnsetDate", "When did the joint pain start?", .day),
    .answer(
      "qJointOnsetVsMenopause", "How did the start of the joint pain relate to the change in your periods?",
      .enumeration([
        "longBefore", "withinTransition", "afterLastPeriod", "afterStoppingHrt", "afterNewMedicine", "unsure",
      ])),
    .answer(
      "qMorningStiffMin", "For how many minutes are your joints stiff after you get up, with 0 for not at all?",
      .integer, unit: "minutes", possible: .minutesOfADay, plausible: 0...480),
    .answer("qJointActivityRelated", "Does the joint pain get worse when you use the joint?"),
    .answer("qJointSwellingSeen", "Have you or others seen swelling of a joint?"),
  ]

  static let jointsInflammatory: [Field] = [
    .answer("qSmallJointHands", "Are the small joints of your hands, such as the knuckles, painful?"),
    .answer("qSmallJointFeet", "Are the small joints at the base of your toes painful?"),
    .answer("qSqueezeHands", "Is it tender when somebody squeezes your hand across the knuckles?"),
    .answer("qSqueezeFeet", "Is it tender when somebody squeezes your forefoot across the base of the toes?"),
    .answer("qFistDifficulty", "Is it hard for you to make a full fist?"),
    .answer("qEarlyMorningWorst", "Are your joints at their worst in the early morning?"),
    .answer("qImprovesWithUse", "Do your joints get better as you use them?"),
    .answer("qFirstDegreeRa", "Does a parent, brother, sister or child of yours have rheumatoid arthritis?"),
    .answer("qPsoriasis", "Have you or a close relative ever had psoriasis?", note: "self or close family"),
    .answer("qIbd", "Have you ever had inflammatory bowel disease, such as Crohn's disease or ulcerative colitis?"),
    .answer("qUveitis", "Have you ever had a painful red eye that was found to be uveitis or iritis?"),
    .answer("qInflammatoryBack", "Do you get back pain that is worse with rest and eases as you move about?"),
    .answer(
      "qShoulderGirdle", "Do your shoulders and upper arms ache, on one side or both?",
      .enumeration(Vocabulary.bodySidesInvolved)),
    .answer(
      "qHipGirdle", "Do your hips and upper thighs ache, on one side or both?",
      .enumeration(Vocabulary.bodySidesInvolved)),
    .answer(
      "qGirdleWeeks", "For how many weeks have the shoulders or hips ached?", .integer, unit: "weeks",
      possible: .weeksOfALife, plausible: 0...520),
    .answer("qRecentJointInjury", "Was the painful joint injured recently?"),
    .answer("qRapidJointWorsening", "Has the joint become much worse within a few weeks?"),
    .answer("qJointDeformity", "Has a joint changed its shape?"),
    .answer("qJointLocking", "Does a joint catch or lock so that you cannot move it for a moment?"),
    .answer("qNightPainUnrelenting", "Do you have pain at night that nothing eases?"),
  ]

  static let hipAndWidespreadPain: [Field] = [
    .answer("qLateralHipPain", "Do you have pain on the outer side of the hip?"),
    .answer("qLieOnSidePain", "Does lying on the painful side bring the hip pain on?"),
    .answer("qSingleLegStandPain", "Does standing on that leg alone for half a minute bring the hip pain on?"),
    .answer("qGroinPain", "Do you have pain in the groin?"),
    .answer(
      "qWidespreadPainRegions",
      "In how many of five areas (each arm, each leg, and the trunk with neck) is there pain?",
      .integer, unit: "regions", possible: 0...5, note: "four limbs and the axial region"),
    .answer(
      "qWidespreadPainMonths", "For how many months has the pain been that widespread?", .integer, unit: "months",
      possible: .monthsOfALife, plausible: 0...600),
  ]
}
