package import RuleEngine

/// What only one kind of document prints: the letter, the note, the patient's copy and the line of a clinic list.
package struct ReportDocuments: Sendable, Hashable {
  package var referral: Referral
  package var note: Note
  package var patient: PatientCopy
  package var triage: TriageLine

  /// Stands in a model while its other parts are being composed.
  static let empty = ReportDocuments(
    referral: Referral(
      clinic: "", level: nil, urgency: nil, medicines: [], isListConfirmed: false, chosen: nil, met: [],
      notMet: [], unsettled: [], notRecorded: [], withheld: [], fired: [], tried: [],
      measuresWithheld: nil, toAsk: [], toTest: []),
    note: Note(
      identifier: "", age: "", date: "", redFlags: [], openFlags: [], notAsked: "", restlessLegs: "", findings: [],
      noneMet: nil, notRecorded: nil, withheld: nil, toAsk: [], toTest: [], coverage: "", shortCoverage: "",
      notAskedCount: 0),
    patient: PatientCopy(
      now: [], unsettled: [], unasked: [], holdsNothing: false, always: [], recorded: [], symptoms: [], notAsked: "",
      coverage: "", bring: [],
      mayBeAsked: []),
    triage: TriageLine(
      identifier: "", age: "", level: "", counts: "", titles: nil, restlessLegs: "", coverage: ""))

  /// A letter to one clinic.
  package struct Referral: Sendable, Hashable {
    package var clinic: String
    /// How soon the most urgent flag that is met needs assessment, in words; nil where none is met.
    package var level: String?
    /// The level itself: where it is the same day or an emergency, no letter is fast enough.
    package var urgency: Urgency?
    /// Medicines taken now, a line each.
    package var medicines: [String]
    /// Whether somebody confirmed that the list is complete.
    package var isListConfirmed: Bool
    /// Why it is this clinic and how to choose another; nil where somebody chose it.
    package var chosen: String?
    package var met: [ReportModel.CriterionLine]
    package var notMet: [String]
    /// Criteria that are not recorded, with what can be said of them all the same.
    package var unsettled: [Unsettled]
    package var notRecorded: [String]
    package var withheld: [String]
    package var fired: [ReportModel.FiredLine]
    package var tried: [ReportModel.MeasureLine]
    package var measuresWithheld: String?
    package var toAsk: [String]
    /// Tests with the criteria that ask for them, a line for each reason.
    package var toTest: [String]

    package struct Unsettled: Sendable, Hashable {
      package var title: String
      package var text: String
    }
  }

  /// The parts of the plain note; ``reduced(by:)`` makes them shorter.
  package struct Note: Sendable, Hashable {
    package var identifier: String
    package var age: String
    package var date: String
    package var redFlags: [Flag]
    package var openFlags: [Flag]
    package var notAsked: String
    /// The verdict on the criteria of restless legs.
    package var restlessLegs: String
    package var findings: [Finding]
    package var noneMet: String?
    package var notRecorded: String?
    package var withheld: String?
    package var toAsk: [String]
    package var toTest: [String]
    package var coverage: String
    /// The first sentence of the data line alone.
    package var shortCoverage: String
    package var notAskedCount: Int

    package struct Flag: Sendable, Hashable {
      package var level: String
      package var title: String
      package var because: String?
      /// What ``because`` is made of, for shorter forms of it.
      package var status: String?
      package var evidence: FlagEvidence?
      package var amplifiers: [String] = []
    }

    package struct Finding: Sendable, Hashable {
      package var area: String
      package var text: String
    }
  }

  /// The patient's copy: no word in it that a reader of twelve would stumble over.
  package struct PatientCopy: Sendable, Hashable {
    /// What to do at once, the most urgent first.
    package var now: [Step]
    /// Flags that are open: what to do if the sign is there.
    package var unsettled: [Step]
    /// Flags that nobody asked about: what to do if the sign is there.
    package var unasked: [Step]
    /// Nothing was recorded at all.
    package var holdsNothing: Bool
    /// Signs that everybody is told of.
    package var always: [Step]
    package var recorded: [String]
    package var symptoms: [Symptom]
    package var notAsked: String
    package var coverage: String
    package var bring: [String]
    package var mayBeAsked: [String]

    package struct Step: Sendable, Hashable {
      package var level: Urgency
      package var action: String
      package var signs: [Sign]
    }

    package struct Sign: Sendable, Hashable {
      package var rule: RuleID?
      package var text: String
    }

    package struct Symptom: Sendable, Hashable {
      package var kind: String
      package var notes: String
      package var days: String
    }
  }

  /// One line of a clinic list.
  package struct TriageLine: Sendable, Hashable {
    package var identifier: String
    package var age: String
    package var level: String
    package var counts: String
    /// Titles of flags, cut so that the shipped line keeps to its width; nil where none is met or open.
    package var titles: String?
    package var restlessLegs: String
    package var coverage: String
  }
}
