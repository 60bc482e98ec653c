import ClinicalRecord
import RuleEngine

/// Course, clinical significance, supportive features and the supplied severity total.
enum CourseAndImpact {
  private static let chronic: Condition = .item("qRlsFreqPastYear", in: ["ge2PerWeek"])
  private static let intermittent: Condition = .all([
    .item("qRlsFreqPastYear", in: ["lt2PerWeek"]), .yes("qRlsLifetimeGe5"),
  ])

  /// Untreated frequency over the past year; not specified once an essential criterion is not met.
  static let course = Rule(
    "rls.course", "Course specifier", .all([EssentialCriteria.notExcluded, .any([chronic, intermittent])])
  )
  .says("Chronic-persistent (≥ 2 a week over the past year).", when: chronic)
  .says("Intermittent (< 2 a week, ≥ 5 lifetime events).")
  .adds("In the log: {frequency}.", when: .observedDays(.month) >= 1)
  .detail(
    "band",
    .choice(
      [
        .init(.all([EssentialCriteria.notExcluded, chronic]), "chronic-persistent"),
        .init(.all([EssentialCriteria.notExcluded, intermittent]), "intermittent"),
      ], otherwise: "")
  )
  .detail("frequency", .frequency(kinds: Kinds.restlessLegs, .month))
  .asks("Over the past year, untreated, how often?", about: "qRlsFreqPastYear")
  .cites("allen2014", basis: .verified)
  .settled(by: "A02", "A23")

  /// From this grade on an impact counts as clinically significant (project default).
  private static let moderateOrMore = ["moderate", "severe"]

  /// The three impact items are asked in the dictionary's words.
  static let significance = Rule(
    "rls.significance", "Clinical significance",
    .any([
      .item("qRlsDistress", in: moderateOrMore), .item("qRlsSleepImpact", in: moderateOrMore),
      .item("qRlsDayImpact", in: moderateOrMore),
    ])
  )
  .says("Distress or impact on sleep or daytime function recorded.")
  .detail("distress", .value("qRlsDistress"))
  .detail("sleep", .value("qRlsSleepImpact"))
  .detail("day", .value("qRlsDayImpact"))
  .cites("allen2014", "projectDefault", basis: .project)

  private static let supportive: [Condition] = [
    .named("a first-degree relative with the same feeling", .yes("qRlsFamily")),
    .named("leg jerks or kicks in sleep", .yes("qLegKickSleep")),
    .named("first response to a dopamine-type medicine", .yes("qDopamineHelped")),
    .named("no marked daytime sleepiness", .no("qDaytimeSleepy")),
  ]

  /// Listed beside the criteria, never counted as one.
  static let support = Rule("rls.support", "Supportive features", .any(supportive))
    .says("Supportive features: {features}.")
    .detail("features", .names(supportive, .met))
    .cites("allen2014", basis: .memory)

  private static let total: Quantity = .measurement("irlsTotal")

  /// Printed and never banded (basis part D); any such total is something to print (A02).
  private static let undated: Condition = Quantity.undatedScore("irlsTotal") >= 0

  /// A total that somebody else scored; the bands, of a dated one, are those of the scale's authors.
  static let severity = Rule("rls.severity", "Severity total", .firstRecorded([total >= 1, undated]))
    .says("IRLS total {total} ({band}), dated {date}.", when: total >= 1)
    .says("IRLS total {total}, undated.")
    .says("IRLS total {total} ({band}), dated {date}.", if: .notMet)
    .detail("total", .number(.firstRecorded([total, .undatedScore("irlsTotal")]), decimals: 0))
    .detail(
      "band",
      .choice(
        [
          .init(total >= 31, "very severe"), .init(total >= 21, "severe"), .init(total >= 11, "moderate"),
          .init(total >= 1, "mild"), .init(total < 1, "none"),
        ], otherwise: "")
    )
    .detail("date", .scoreDate("irlsTotal"))
    .asks("If an IRLS score is available, add the total with its date.", about: "irlsTotal")
    .cites("allen2014", basis: .verified)
    .settled(by: "A02")
}
