import ClinicalRecord
import RuleEngine

// What the other kinds of document print, from the verdicts and from what the report already says.
extension ReportComposer {
  /// - Parameters:
  ///   - model: the report of the same verdicts: its flags, questions and overview stand in every document.
  ///   - clinic: the clinic of the letter; nil lets the record choose.
  func documents(
    _ reading: ReportReading, _ model: ReportModel, questions: [OpenQuestion], clinic: String?
  ) -> ReportDocuments {
    let verdicts = reading.verdicts
    return ReportDocuments(
      referral: referral(reading, model, questions: questions, clinic: clinic), note: note(verdicts, model),
      patient: patientCopy(reading, model, questions: questions), triage: triage(verdicts, model))
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
