import ClinicalRecord
import RuleEngine

// Supplied scores: shown with scale, day and scorer; banded only when dated and only where bands are agreed (basis part D).
extension ReportComposer {
  func scores(_ record: PatientRecord) -> [ReportModel.ScoreLine] {
    record.scores.map { score in
      let instrument = book.dictionary.instrument(of: score.id)
      let name = book.dictionary.field(score.id)?.question ?? Words.item(score.id)
      return ReportModel.ScoreLine(
        instrument: name + (score.form.map { " (form \($0))" } ?? ""), score: numbers(score.value),
        scale: instrument?.scale ?? "not stated", band: band(score, instrument),
        date: score.date?.iso ?? "undated", scoredBy: score.by?.rawValue ?? "not recorded")
    }
  }

  private func band(_ score: Measurement, _ instrument: Instrument?) -> String {
    guard let instrument, !instrument.bands.isEmpty, let total = score.number else { return "no agreed band" }
    guard score.date != nil else { return "not banded: undated" }
    return instrument.band(of: total) ?? "no agreed band"
  }

  private func numbers(_ value: ItemValue) -> String {
    switch value {
    case .number(_, let written): written
    case .numbers(let numbers): numbers.map(JSONValue.plain).joined(separator: ", ")
    case .subscales(let scales): scales.map { "\($0.name) \(JSONValue.plain($0.value))" }.joined(separator: ", ")
    case .code(let code): Words.code(code)
    default: "not recorded"
    }
  }
}
