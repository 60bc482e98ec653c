import ClinicalRecord
import RuleEngine

/// Sleep aids, stimulants, shoes and the sleep routine (basis C10).
enum HabitMeasures {
  private static let avoid = "Avoid sedating antihistamines."

  /// The one caution that prints although the measure was never tried (settled reading A01).
  static let sleepAids = Measure(
    id: "self.sleepAids", title: "OTC sleep or allergy tablets", inUse: [.taking("sedatingAntihistamine")],
    evidence: "may worsen RLS", checkFirst: [Named("urge to move the legs", .rule("rls.c1"))], checkWords: avoid,
    advice: "avoid sedating antihistamines"
  ).rule
    .says("May worsen RLS. " + avoid, if: .notRecorded, when: .rule("rls.c1"))
    .asks("Is the list of medicines complete?", about: "medListComplete")
    .cites("aasm2025", basis: .verified)

  static let stimulants = Measure(
    id: "self.stimulants", title: "Less caffeine, alcohol, nicotine", codes: ["lessCaffeine", "lessAlcohol"],
    evidence: "addressed first in RLS guidance"
  ).rule
    .adds("Recorded: {drinks} caffeine drinks a day.", when: .recorded("qCaffeinePerDay"))
    .adds("Recorded: {units} units of alcohol a week.", when: .recorded("alcoholUnitsPerWeek"))
    .adds("Recorded: smoking.", when: .item("smoking", in: ["current"]))
    .detail("drinks", .number(.item("qCaffeinePerDay"), decimals: 1))
    .detail("units", .number(.item("alcoholUnitsPerWeek"), decimals: 1))
    .cites("aasm2025", basis: .verified)

  static let footwear = Measure(
    id: "self.footwear", title: "Shoes, insoles, load changes", codes: ["footwear"], evidence: "low certainty",
    checkFirst: [
      Named(
        "diabetic foot",
        .any([
          .rule("rf.diabeticFoot", .metOrOpen),
          .all([.item("diabetes", in: ["type1", "type2"]), .rule("nerve.footRisk")]),
        ]))
    ]
  ).rule
    .cites("selfCarePractice", basis: .memory)

  /// Sleepiness by day stands for drowsy driving, which no field records.
  static let sleep = Measure(
    id: "self.sleep", title: "Sleep routine, CBT for insomnia", codes: ["sleepRoutine"],
    evidence: "supported for insomnia",
    checkFirst: [
      Named(
        "falls (sleep restriction)",
        .any([Quantity.item("qFallsPastYear") >= 1, .anEntryFits(EntryQuery(["fall"], .year))])),
      Named("sleepy by day: driving (sleep restriction)", .yes("qDaytimeSleepy")),
    ]
  ).rule
    .cites("selfCarePractice", basis: .memory)
}
