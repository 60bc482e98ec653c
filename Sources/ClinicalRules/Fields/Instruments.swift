import ClinicalRecord

/// Questionnaires and classifications that others own: those of basis part D, with exactly the permission stated there. Licence facts are the least certain part of the basis.
enum Instruments {
  static let all: [Instrument] =
    restlessLegs + menopause + jointsAndMuscle + circulation + nerveAndSleep + bone

  private static let restlessLegs: [Instrument] = [
    Instrument(
      "IRLSSG essential criteria", .ownWords, scale: "met, not met, not recorded",
      licence: "criteria are facts; the wording belongs to IRLSSG and Elsevier"),
    Instrument(
      "IRLS severity scale", .total, ["irlsTotal"], scale: "0 to 40, higher is worse", direction: .higherIsWorse,
      bands: [
        .init(0, "none"), .init(10, "mild"), .init(20, "moderate"), .init(30, "severe"), .init(40, "very severe"),
      ], licence: "IRLSSG copyright; free for academic use, fee for for-profit use [V]; via Mapi [M]"),
    Instrument(
      "RLS-6", .itemScores, ["rls6Items"], scale: "six items 0 to 10, a profile without a total",
      licence: "author-held, unclear"),
    Instrument(
      "CH-RLSq", .result, scale: "definite, probable or not; no item of the record holds it yet",
      licence: "author-held"),
  ]

  private static let menopause: [Instrument] = [
    Instrument(
      "Menopause Rating Scale", .total, ["mrsTotal"], scale: "0 to 44, higher is worse", direction: .higherIsWorse,
      bands: [
        .init(4, "none or little"), .init(8, "mild"), .init(15, "moderate (some print 9 to 16)"),
        .init(44, "severe (some print 17 or more)"),
      ],
      licence: "distributed by the Berlin centre; free-use statement not re-read; items only after permission [M]"),
    Instrument(
      "Greene Climacteric Scale", .total, ["greeneTotal"], scale: "0 to 63, higher is worse; no agreed cut-off",
      direction: .higherIsWorse,
      licence: "copyright [M]"),
    Instrument(
      "MENQOL", .total, ["menqolDomains"], scale: "four domain means 1 to 8, higher is worse",
      direction: .higherIsWorse,
      licence: "licensed by university or Mapi [M]"),
    Instrument("STRAW+10", .ownWords, ["menopauseStage"], scale: "stages", licence: "published, facts"),
  ]

  private static let jointsAndMuscle: [Instrument] = [
    Instrument(
      "SARC-F", .itemScores,
      ["sarcfTotal", "sarcfStrength", "sarcfAssistWalk", "sarcfChair", "sarcfStairs", "sarcfFalls"],
      scale: "0 to 10, higher is worse", direction: .higherIsWorse,
      bands: [.init(3, "below the screening cut-off"), .init(10, "positive screen")],
      licence: "published and widely reproduced; formal terms unclear; prompts are adapted, not the validated form [M]"),
    Instrument(
      "PEG", .itemScores, ["pegItem1", "pegItem2", "pegItem3"],
      scale: "three items 0 to 10, higher is worse; a change of 30 % is notable [M]", direction: .higherIsWorse,
      licence: "described as free to use; to be checked [M]"),
    Instrument(
      "KOOS", .total, ["koosSubscales"], scale: "five subscales 0 to 100, 100 is best", direction: .higherIsBetter,
      licence: "free, no permission needed, to be used unchanged [V]"),
    Instrument(
      "HOOS", .total, ["hoosSubscales"], scale: "five subscales 0 to 100, 100 is best", direction: .higherIsBetter,
      licence: "free, no permission needed, to be used unchanged [V]"),
    Instrument(
      "WOMAC", .total, ["womacTotal"], scale: "0 to 96 (or to 100, normalised), higher is worse",
      direction: .higherIsWorse,
      licence: "licensed, fee [M]"),
    Instrument(
      "Oxford Knee Score", .total, ["oksTotal"], scale: "0 to 48, 48 is best", direction: .higherIsBetter,
      licence: "Oxford University Innovation licence [M]"),
    Instrument(
      "EULAR/ACR PMR 2012", .ownWords, scale: "0 to 6, 4 or more classifies",
      licence: "published criteria"),
    Instrument(
      "EULAR suspicious arthralgia", .ownWords, scale: "count of 7, no cut-off for this use",
      licence: "published, count only"),
  ]

  private static let circulation: [Instrument] = [
    Instrument(
      "VCSS (revised)", .total, ["vcssTotal"], scale: "0 to 30, higher is worse; no agreed bands",
      direction: .higherIsWorse,
      licence: "published consensus [V]"),
    Instrument(
      "Villalta", .total, ["villaltaTotal"], scale: "0 to 33, higher is worse; only with a past DVT",
      direction: .higherIsWorse,
      bands: [.init(4, "none"), .init(9, "mild"), .init(14, "moderate"), .init(33, "severe")],
      licence: "published [M]"),
    Instrument(
      "CIVIQ-20", .total, ["civiqTotal"], scale: "0 to 100, higher is worse", direction: .higherIsWorse,
      licence: "company-held, registration [M]"),
    Instrument("CEAP 2020", .ownWords, scale: "classes", licence: "published, facts"),
    Instrument(
      "Edinburgh Claudication Questionnaire", .ownWords, scale: "negative, atypical, definite; grade 1 to 2",
      licence: "published 1992, wording copyright: logic in own words"),
    Instrument(
      "Two-level DVT Wells", .ownWords, scale: "-2 to 9; 2 or more likely",
      licence: "clinical rule, facts; never final without the clinician's item"),
  ]

  private static let nerveAndSleep: [Instrument] = [
    Instrument(
      "DN4", .total, ["dn4Total"], scale: "0 to 10 (form 7: 0 to 7), higher is worse", direction: .higherIsWorse,
      licence: "copyright, Mapi [M]"),
    Instrument(
      "PSQI", .total, ["psqiTotal"], scale: "0 to 21, higher is worse", direction: .higherIsWorse,
      bands: [.init(5, "not above 5"), .init(21, "poor sleep")],
      licence: "University of Pittsburgh; non-commercial use only, no changes [V]"),
    Instrument(
      "ISI", .total, ["isiTotal"], scale: "0 to 28, higher is worse", direction: .higherIsWorse,
      bands: [
        .init(7, "0 to 7"), .init(14, "8 to 14, subthreshold"), .init(21, "15 to 21, moderate"),
        .init(28, "22 to 28, severe"),
      ], licence: "Morin copyright, Mapi [V]"),
  ]

  private static let bone: [Instrument] = [
    Instrument(
      "FRAX", .result, ["fraxMajorPct", "fraxHipPct"], scale: "10-year percentages, supplied, never computed",
      licence: "algorithm closed; integration licence [M]")
  ]
}
