import ClinicalRecord
import RuleEngine

/// Strength: the SARC-F screen, measures of strength, proximal weakness and activity.
enum Strength {
  /// SARC-F points of 10 from which the screen is positive.
  static let sarcFPositive = 4.0

  private static let items: [(id: ItemID, words: String)] = [
    ("sarcfStrength", "strength"), ("sarcfAssistWalk", "help with walking"), ("sarcfChair", "rising from a chair"),
    ("sarcfStairs", "climbing stairs"), ("sarcfFalls", "falls"),
  ]
  /// Each item is worth 0 to 2 points: one for reaching 1, one more for reaching 2.
  private static let points: [Points] = items.flatMap { item in
    [Points(1, Quantity.item(item.id) >= 1), Points(1, Quantity.item(item.id) >= 2)]
  }
  private static let knownSum: Quantity = .recordedPoints(points)
  private static let total: Quantity = .measurement("sarcfTotal")
  private static let undatedTotal: Quantity = .undatedScore("sarcfTotal")
  private static let everyItem: Condition = .all(items.map { .compare(.item($0.id), .atLeast, 0) })
  private static let anyItemOpen: Condition = .not(.all(items.map { .ifRecorded(.compare(.item($0.id), .atLeast, 0)) }))
  private static let open: [Condition] = items.map { .named($0.words, .compare(.item($0.id), .atLeast, 0)) }

  /// A known sum of 4 is enough; less than 4 needs every item, even where the missing ones could not reach 4.
  private static let fromItems: Condition = .decided(
    met: knownSum >= sarcFPositive, notMet: .all([everyItem, knownSum < sarcFPositive]))
  /// The items were used, else the supplied total.
  private static let itemsDecide: Condition = .any([everyItem, knownSum >= sarcFPositive])

  static let sarcF = Rule("muscle.sarcf", "SARC-F screen", .firstRecorded([fromItems, total >= sarcFPositive]))
    .says(
      "SARC-F at least {score}/10: positive screen. Low sensitivity under 65: a low score does not exclude. Not recorded: {open}.",
      when: .all([knownSum >= sarcFPositive, anyItemOpen])
    )
    .says("SARC-F {score}/10: positive screen. Low sensitivity under 65: a low score does not exclude.")
    .says("SARC-F {score}/10: below 4. Low sensitivity under 65: a low score does not exclude.", if: .notMet)
    .says("SARC-F total {undated}, undated: not read as current.", if: .notRecorded, when: undatedTotal >= 0)
    .says("SARC-F not complete; not recorded: {open}.", if: .notRecorded, when: .any(items.map { .recorded($0.id) }))
    .adds("Supplied total, dated {date}.", when: .not(.ifRecorded(itemsDecide)))
    .adds("Supplied total, dated {date}.", if: .notMet, when: .not(.ifRecorded(itemsDecide)))
    .detail("score", .number(.firstRecorded([.when(itemsDecide, knownSum), total]), decimals: 0))
    .detail("undated", .number(undatedTotal, decimals: 0))
    .detail("open", .names(open, .notRecorded))
    .detail("date", .scoreDate("sarcfTotal"))
    .considers(tests: "gripKg", "chairStandSec")
    .cites("sarcf", basis: .verified)

  /// EWGSOP2 2019, from memory: grip in kg below which strength is low in women.
  private static let gripLow = 16.0
  /// EWGSOP2 2019, from memory: seconds for five rises above which strength is low.
  private static let chairStandLong = 15.0
  /// EWGSOP2 2019, from memory: walking speed in m/s up to which low strength counts as severe.
  private static let gaitSlow = 0.8

  private static let weakGrip: Condition = .compare(.measurement("gripKg"), .less, gripLow)
  private static let slowRising: Condition = .compare(.measurement("chairStandSec"), .greater, chairStandLong)
  private static let slowGait: Condition = .compare(.measurement("gaitMs"), .atMost, gaitSlow)

  static let measures = Rule("muscle.sarcopeniaNext", "Strength measures", .any([weakGrip, slowRising]))
    .says(
      "Grip {grip} kg and chair stand {chair} s in EWGSOP2 low-strength range.", when: .all([weakGrip, slowRising])
    )
    .says("Grip {grip} kg in EWGSOP2 low-strength range.", when: weakGrip)
    .says("Chair stand {chair} s in EWGSOP2 low-strength range.")
    .adds("The grip limit is that for women.", when: weakGrip)
    .adds("Walking speed {gait} m/s (≤ 0.8): EWGSOP2 severity note.", when: slowGait)
    .detail("grip", .number(.measurement("gripKg"), decimals: 1))
    .detail("chair", .number(.measurement("chairStandSec"), decimals: 1))
    .detail("gait", .number(.measurement("gaitMs"), decimals: 2))
    .detail(
      "band", .choice([.init(.any([weakGrip, slowRising]), "probable sarcopenia range (EWGSOP2)")], otherwise: "")
    )
    .asks(
      "Clinician: can grip strength or the time of five chair rises be measured?", about: "gripKg", "chairStandSec"
    )
    .cites("ewgsop2", basis: .memory)

  /// Classes that the dictionary names for muscle symptoms or weakness.
  private static let muscleDrugs = MedicationQuery(["statin", "fibrate", "glucocorticoid"])

  static let proximal = Rule("muscle.proximal", "Proximal weakness", .yes("qProximalWeakness"))
    .says("Proximal weakness recorded.")
    .adds("Medicines to look at: {drugs}.", when: .medication(muscleDrugs))
    .detail("drugs", .medicines(muscleDrugs))
    .considers(tests: "ck", "tsh", "vitaminD", "calciumAdjusted", "crp")
    .cites("cks", basis: .memory)

  /// WHO 2020, from memory: minutes of moderate activity a week.
  private static let activeMinutes = 150.0
  /// WHO 2020, from memory: days with strength exercise a week.
  private static let strengthDays = 2.0

  static let activity = Rule(
    "muscle.activity", "Strength activity low",
    .any([
      Quantity.item("qStrengthDaysPerWeek") < strengthDays, Quantity.item("qActivityMinPerWeek") < activeMinutes,
    ])
  )
  .says(
    "Below WHO activity level: {minutes} minutes/week, {days} strength days.",
    when: .all([
      .compare(.item("qActivityMinPerWeek"), .atLeast, 0), .compare(.item("qStrengthDaysPerWeek"), .atLeast, 0),
    ])
  )
  .says(
    "Below WHO activity level: {minutes} minutes/week; strength days not recorded.",
    when: .compare(.item("qActivityMinPerWeek"), .atLeast, 0)
  )
  .says("Below WHO activity level: {days} strength days; minutes/week not recorded.")
  .detail("minutes", .number(.item("qActivityMinPerWeek"), decimals: 0))
  .detail("days", .number(.item("qStrengthDaysPerWeek"), decimals: 0))
  .cites("who2020", basis: .memory)
}
