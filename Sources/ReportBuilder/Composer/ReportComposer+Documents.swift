import ClinicalRecord
import RuleEngine

// What the other kinds of document print, from the verdicts and from what the report already says.
extension ReportComposer {
  /// - Parameters:
  ///   - kinds: those that are composed; the others stay empty.
  ///   - model: the report of the same verdicts: its flags, questions and overview stand in every document.
  ///   - clinic: the clinic of the letter; nil lets the record choose.
  func documents(
    _ kinds: Set<DocumentKind>, _ reading: ReportReading, _ model: ReportModel, questions: [OpenQuestion],
    clinic: String?
  ) -> ReportDocuments {
    var documents = ReportDocuments.empty
    if kinds.contains(.referral) {
      documents.referral = referral(reading, model, questions: questions, clinic: clinic)
    }
    if kinds.contains(.note) { documents.note = note(reading.verdicts, model) }
    if kinds.contains(.patient) { documents.patient = patientCopy(reading, model, questions: questions) }
    if kinds.contains(.triage) { documents.triage = triage(reading.verdicts, model) }
    return documents
  }

  /// How many days of the log's window were observed; nil without a log.
  func observedDays(_ verdicts: Verdicts) -> (observed: Int, all: Int)? {
    guard case .number(let observed)? = verdicts["dq.coverage"]?[detail: "observedDays"],
      case .number(let all)? = verdicts["dq.coverage"]?[detail: "days"], all > 0
    else { return nil }
    return (Int(observed), Int(all))
  }

  /// A number of a verdict's details.
  func number(_ name: String, of verdict: Verdict?) -> Int? {
    guard case .number(let number)? = verdict?[detail: name] else { return nil }
    return Int(number)
  }
}
