import ClinicalRecord
import RuleEngine

/// C0: what the symptom log can carry, printed above everything else.
enum DataQuality {
  static let area = RuleArea(
    "dataQuality", "Data quality", role: .dataQuality,
    [coverage, retrospective, gap, conflict, oldResults, sparse])

  /// Frequencies are not calculated below this many observed days (project default).
  static let daysForFrequencies = 14.0
  /// Share of days with data that glucose reports ask for (ambulatory glucose profile), taken over to diaries.
  static let coverageShare = 0.70
  static let retrospectiveShare = 0.30

  static let coverage = Rule("dq.coverage", "Coverage of the log", .log(.coverage(days: 14, share: coverageShare)))
    .says("Log covers {observedDays} of {days} days.")
    .says(
      "Limited log: {observedDays} of {days} days; frequencies are not calculated below 14 observed days.", if: .notMet,
      when: .compare(.observedDays(.month), .less, daysForFrequencies)
    )
    .says("Limited log: {observedDays} of {days} days.", if: .notMet)
    .says("Log not recorded.", if: .notRecorded)
    .detail("observedDays", .logFigure(.observedDays))
    .detail("days", .logFigure(.days))
    .asks("Can you note each day whether there were symptoms or none?", about: "dayCheckIn")
    .cites("agp", basis: .project)
    .settled(by: "A05", "A26")

  static let retrospective = Rule("dq.retro", "Entries written later", .log(.retrospective(share: retrospectiveShare)))
    .says("{percent}% of entries were written more than a day later.")
    .detail("percent", .logFigure(.retrospectivePercent))
    .detail("entries", .logFigure(.entries))
    .asks("On which day did you write each entry down?", about: "recordedAt")
    .cites("projectDefault", basis: .project)
    .settled(by: "A05", "A26")

  static let gap = Rule("dq.gap", "Days without entries", .log(.gap(days: 7)))
    .says("No entries {gaps}; not counted as symptom-free.")
    .detail("gaps", .logFigure(.gaps))
    .asks("Were the days without an entry free of symptoms?", about: "dayCheckIn")
    .cites("projectDefault", basis: .project)
    .settled(by: "A05", "A26")

  static let conflict = Rule("dq.conflict", "Answers against the log", .anyConflict)
    .says("Answers and log disagree on: {items}.")
    .detail("items", .conflicts)
    .cites("projectDefault", basis: .project)
    .settled(by: "A26")

  static let oldResults = Rule("dq.oldLabs", "Old laboratory results", .anyOldResult)
    .says("Old results: {results}.")
    .detail("results", .oldResults)
    .asks("Do you have laboratory results with their dates?", about: "labId")
    .cites("projectDefault", basis: .project)

  static let sparse = Rule("dq.sparse", "Few entries", .log(.sparse(entries: 3)))
    .says("Fewer than 3 log entries: log-based features not evaluated.")
    .detail("entries", .logFigure(.entries))
    .asks("Which leg symptoms did you notice, and on which days?", about: "symptomKind")
    .cites("projectDefault", basis: .project)
    .settled(by: "A05", "A26")

  static let references: [ReferenceID: String] = [
    "agp":
      "Johnson ML et al. AGP report. Diabetes Technol Ther 2019. doi 10.1089/dia.2019.0034; AGP guidance table PMC8991298 [V]; its use for diaries is a project default [P]",
    "projectDefault": "Project default: no guideline gives a number; to be confirmed by a clinician [P]",
  ]
}
