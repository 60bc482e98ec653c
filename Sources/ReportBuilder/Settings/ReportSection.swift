/// A section of page 1 that a practice may move or hide; all of them stand behind the red flags and what was not asked.
package enum ReportSection: String, Sendable, Hashable, CaseIterable {
  // In the order of a report that nobody has arranged.
  case words, overview, figures, toAsk, toTest, fired, changes

  /// The flag by which a template knows the section's turn, such as `isWords`.
  var flag: String { "is" + rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// What the section holds.
  package var meaning: String {
    switch self {
    case .words: "the patient's main concern and goals"
    case .overview: "the ten areas with their counts"
    case .figures: "the figures of page 1"
    case .toAsk: "the questions to ask"
    case .toTest: "the tests to consider"
    case .fired: "medicines and results that a rule used"
    case .changes: "what changed since the last report"
    }
  }
}

/// A part of the appendix that a practice may hide.
package enum AppendixPart: String, Sendable, Hashable, CaseIterable {
  case logDigest, scores, selfManagement, furtherQuestions, references

  /// The flag by which a template knows that the part is to be printed, such as `showsLogDigest`.
  var flag: String { "shows" + rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// What the part holds.
  package var meaning: String {
    switch self {
    case .logDigest: "the symptoms of the whole log, counted"
    case .scores: "scores of questionnaires that were supplied"
    case .selfManagement: "measures of self-management"
    case .furtherQuestions: "the questions beyond those of page 1"
    case .references: "the references of all criteria"
    }
  }
}

/// Which of the movable sections a report has, and in which order.
package struct ReportArrangement: Sendable, Hashable {
  /// The sections of page 1 that are printed.
  package private(set) var sections: [ReportSection]
  /// The parts of the appendix that are printed.
  package private(set) var appendix: Set<AppendixPart>

  /// - Parameters:
  ///   - order: the sections that come first; those left out follow in their own order.
  ///   - hidden: sections that are not printed.
  ///   - hiddenParts: parts of the appendix that are not printed.
  package init(
    order: [ReportSection] = [], hiding hidden: Set<ReportSection> = [], hidingParts hiddenParts: Set<AppendixPart> = []
  ) {
    var seen: Set<ReportSection> = []
    sections = (order + ReportSection.allCases).filter { !hidden.contains($0) && seen.insert($0).inserted }
    appendix = Set(AppendixPart.allCases).subtracting(hiddenParts)
  }
}
