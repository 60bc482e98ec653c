/// Everything that a report template may print about one patient, finished and in words; the layer between verdicts and templates.
package struct ReportModel: Sendable, Hashable {
  package var header: Header
  /// The sentences of basis C0, data sufficiency first.
  package var coverage: [String]
  package var redFlags: [FlagLine]
  /// Lines of level routine, below the flags and not counted among them.
  package var routineLines: [FlagLine]
  /// Flags that are not recorded while something speaks for them.
  package var openFlags: [FlagLine]
  /// Flags about which nothing was recorded.
  package var notAsked: [String]
  /// What precedence withholds and why, once each.
  package var precedence: [String]
  package var concern: String?
  package var goals: String?
  package var overview: [AreaLine]
  /// At most six, red flags first.
  package var toAsk: [String]
  /// All tests to consider, red flags first; page 1 shows at most six.
  package var toTest: [TestLine]
  package var fired: [FiredLine]
  /// Drawn, and in words and numbers.
  package var figures: Figures
  package var areas: [AreaBlock]
  package var moreToAsk: [String]
  package var logDigest: [LogLine]
  /// Totals and subscales that somebody else scored.
  package var scores: [ScoreLine]
  /// Measures of self-management that were tried, wished for or in use.
  package var measures: [MeasureLine]
  /// That lines of measures are kept from print; nil where none is.
  package var measuresWithheld: String?
  /// Measures without a record of having been tried, with nothing recorded against them.
  package var notYetTried: [String]
  /// What changed since the last appointment; nil where nobody asked.
  package var changes: Changes?
  package var references: [ReferenceLine]
  package var warnings: [String]
  /// What the practice wants to be different.
  package var settings = ReportSettings()
  /// What the report was made from; nil where nobody has said so.
  package var provenance: Provenance?
  /// What the letter, the note, the patient's copy and the clinic list print beside.
  package var documents = ReportDocuments.empty

  package struct Header: Sendable, Hashable {
    package var identifier: String
    package var age: String
    package var stage: String
    package var date: String
    package var appointment: String?
    package var locale: String
    /// What the locale pack changes, for the method note.
    package var localeNote: String
    package var ruleSet: String
    package var enteredBy: String
  }

  package struct FlagLine: Sendable, Hashable {
    /// The level in words, such as "Needs same-day assessment".
    package var level: String
    package var title: String
    package var evidence: FlagEvidence
    /// "active", or when it was recorded; nil for an open flag.
    package var status: String?
    /// Recorded circumstances that make it weigh more.
    package var amplifiers: [String] = []
    /// What decides how to go on, such as the Wells points recorded; nil for most flags.
    package var pathway: String?
    package var rule: String

    package var because: String { evidence.whole }
  }

  package struct AreaLine: Sendable, Hashable {
    package var name: String
    package var met: String
    package var notMet: String
    package var notRecorded: String
    /// What always stands before the key finding, whole; nil in most areas.
    package var lead: String?
    package var key: String
  }

  package struct TestLine: Sendable, Hashable {
    package var test: String
    package var because: String
  }

  /// A medicine, result or measurement that a met rule used.
  package struct FiredLine: Sendable, Hashable {
    package var name: String
    package var value: String
    package var date: String
    package var because: String
  }

  package struct AreaBlock: Sendable, Hashable {
    package var title: String
    package var note: String?
    /// Which criteria precedence keeps from print, and why.
    package var withheld: String?
    package var criteria: [CriterionLine]
    /// The evidence that their rows do not hold, in their order.
    package var evidence: [EvidenceLine]
  }

  /// All evidence of one criterion.
  package struct EvidenceLine: Sendable, Hashable {
    package var rule: String
    package var title: String
    package var text: String
    /// The ids of the log entries; nil where the log gave none.
    package var entries: String?
  }

  package struct CriterionLine: Sendable, Hashable {
    package var title: String
    package var rule: String
    package var isMet: Bool
    package var isNotMet: Bool
    package var isNotRecorded: Bool
    package var isProvisional: Bool
    /// The phrase, or why it is withheld; nil where there is nothing to say.
    package var text: String?
    package var conflict: String?
    /// Entries that also support criteria of another area.
    package var overlap: String?
    /// The evidence in short; nil where there is none.
    package var evidence: String?
    /// What was not recorded, one by one.
    package var missing: [String]
    package var source: String
    /// A flag that is not recorded while something speaks for it.
    package var isOpen = false
    /// The list below the table has more of the evidence.
    package var hasMore = false

    /// A red flag that is met reads it: the flag names it already.
    package var isBehindFlag = false

    /// One of the essential criteria of restless legs.
    package var isEssential = false

    /// Not met or not recorded, and nothing to say of it but the evidence: such lines stand together in one paragraph.
    package var isBrief: Bool {
      !isMet && !isOpen && !isEssential && text == nil && conflict == nil && overlap == nil
    }
  }

  package struct LogLine: Sendable, Hashable {
    package var kind: String
    package var entries: String
    package var days: String
    package var severity: String
    package var sites: String
  }

  /// A supplied score; its band only where it is dated.
  package struct ScoreLine: Sendable, Hashable {
    package var instrument: String
    package var score: String
    package var scale: String
    package var band: String
    package var date: String
    package var scoredBy: String
  }

  /// A measure of self-management (basis C10).
  package struct MeasureLine: Sendable, Hashable {
    package var measure: String
    package var rule: String
    /// How often the log says that it was tried, or "wished for", "in use".
    package var tried: String
    package var helped: String
    package var evidence: String
    package var caution: String
    package var source: String
  }

  /// What differs from an earlier period (see ``ReportChanges``).
  package struct Changes: Sendable, Hashable {
    /// The last day of the earlier period.
    package var since: String
    /// Every line, red flags first.
    package var lines: [ChangeLine]
    /// What limits the comparison, a sentence each.
    package var notes: [String]
    /// How the two periods were compared.
    package var method: String
  }

  package struct ChangeLine: Sendable, Hashable {
    /// "New", "Worse" and so on.
    package var kind: String
    package var title: String
    package var before: String
    package var now: String
    /// Nil for a number of the log, a score or a result.
    package var rule: String?
  }

  package struct ReferenceLine: Sendable, Hashable {
    package var key: String
    package var text: String
  }
}
