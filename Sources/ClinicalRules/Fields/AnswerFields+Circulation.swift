import ClinicalRecord

/// Veins, swelling, walking pain, limb ischaemia and the Wells items (basis B3, C3).
extension LegbriefFields {
  static let veins: [Field] = [
    .answer("qHeaviness", "Do your legs feel heavy?"),
    .answer("qSwellingEndDay", "Are your legs more swollen at the end of the day?"),
    .answer("qEasedByElevation", "Does putting your legs up ease them?"),
    .answer("qWorseStanding", "Do your legs get worse when you stand for long?"),
    .answer(
      "qVeins", "Which kind of veins can you see on your legs?",
      .enumeration(["none", "threadVeins", "varicose", "varicoseAfterTreatment"])),
    .answer(
      "qAnkleSwelling", "Do your ankles swell, on one side or both?", .enumeration(Vocabulary.bodySidesInvolved),
      codes: [.snomed("102572006")]),
    .answer("qSkinBrownEczema", "Is the skin of your lower legs brown, or red, itchy and scaly?"),
    .answer("qSkinHardWhite", "Is the skin of your lower legs hard and tight, or are there white scar-like patches?"),
    .answer("qCoronaVeins", "Is there a fan of small blue or red veins around the inner or outer ankle?"),
    .answer("qUlcerHealed", "Have you had a leg ulcer that has healed?"),
    .answer("qUlcerActive", "Do you have an open sore on the leg or foot now?"),
    .answer(
      "qUlcerWeeks", "For how many weeks has the sore been open?", .integer, unit: "weeks", possible: .weeksOfALife,
      plausible: 0...520
    ).detail(of: "qUlcerActive"),
    .answer("qVeinHardPainful", "Is there a vein that has become hard and painful?"),
    .answer("qVeinBleeding", "Has a varicose vein bled?"),
    .answer("qOneLegSwollen", "Is one leg swollen, now or in the past 14 days?"),
    .answer("qOneLegWarm", "Is one leg warmer than the other, now or in the past 14 days?"),
    .answer("qOneLegPainNew", "Is there new pain in one leg, now or in the past 14 days?"),
    .answer("qFeetSpared", "Do the feet stay slim while the legs are swollen or enlarged?"),
    .answer("qEasyBruising", "Do your legs bruise easily?"),
    .answer("qLegTenderToTouch", "Are your legs tender when touched or lightly pressed?"),
  ]

  static let walkingAndCirculation: [Field] = [
    .walking("qWalkPain", "Does walking bring on pain in your legs?"),
    .walking("qWalkPainStandingStill", "Can the leg pain also come on without walking, as in a chair or a queue?"),
    .walking("qWalkPainUphill", "Does a slope or a fast pace bring the leg pain on?"),
    .walking("qWalkPainLevel", "Does even an unhurried walk on flat ground bring the leg pain on?"),
    .walking(
      "qWalkPainRelief10", "After you stop walking, does the leg pain ease within 10 minutes, later or not at all?",
      .enumeration(["le10min", "gt10min", "neverEases"])),
    .walking("qWalkPainSite", "Where in the leg does walking hurt?", .set(Vocabulary.bodySites)),
    .answer("qWalkPainLeanForward", "Does sitting down or leaning forward ease the leg pain?"),
    .answer("qRestPainFoot", "Does your foot hurt while you are at rest?"),
    .answer("qRestPainHangsDown", "Does hanging the foot down ease the pain at rest?").detail(of: "qRestPainFoot"),
    .answer(
      "qRestPainWeeks", "For how many weeks has the foot hurt at rest?", .integer, unit: "weeks",
      possible: .weeksOfALife, plausible: 0...520
    ).detail(of: "qRestPainFoot"),
    .answer(
      "qFootWoundWeeks", "For how many weeks has there been a wound on the foot that does not heal?", .integer,
      unit: "weeks", possible: .weeksOfALife, plausible: 0...520
    ).detail(of: "qUlcerActive"),
    .answer(
      "qFootColdPaleNumbWeak", "Which of these has come on in the painful leg or foot?",
      .set(["cold", "pale", "numb", "weak", "pulseless"]), note: "pulseless: only when somebody felt for the pulse"),
  ]

  static let wells: [Field] = [
    .answer(
      "wellsActiveCancer",
      "Are you being treated for cancer, or were you in the past six months, or is the care palliative?",
      note: wellsNote),
    .answer("wellsParalysisCast", "Is a leg paralysed, weak or recently put in a cast?", note: wellsNote),
    .answer(
      "wellsBedOrSurgery",
      "Were you in bed for three days or more lately, or did you have surgery under anaesthesia in the past 12 weeks?",
      note: wellsNote + "; surgery under general or regional anaesthesia"),
    .answer("wellsTenderness", "Is the leg tender along the line of the deep veins?", note: wellsNote),
    .answer("wellsEntireLeg", "Is the entire leg swollen?", note: wellsNote),
    .answer("wellsCalf3cm", "Is one calf at least 3 cm bigger around than the other?", note: wellsNote),
    .answer(
      "wellsPittingOneLeg", "Does a dent stay after pressing the swelling, in the affected leg only?", note: wellsNote),
    .answer(
      "wellsCollateral", "Can you see new surface veins on that leg that are not varicose veins?", note: wellsNote),
    .answer("wellsPriorDvt", "Have you had a confirmed clot in a deep vein before?", note: wellsNote),
    .answer(
      "wellsAlternative", "Is another diagnosis at least as likely as a deep vein thrombosis?", by: [.clinician],
      note: "two-level DVT Wells item, clinician only"),
  ]

  private static let wellsNote = "two-level DVT Wells item, in our own words"
}

extension Field {
  /// The logic of the Edinburgh claudication questionnaire is used; its wording is not.
  fileprivate static func walking(_ id: ItemID, _ question: String, _ kind: FieldKind = .bool3) -> Field {
    .answer(id, question, kind, note: "adapted, not the validated form")
  }
}
