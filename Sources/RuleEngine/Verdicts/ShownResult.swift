package import ClinicalRecord

extension RuleBook {
  /// A result in the unit of the record's locale pack; as written where it was written in that unit, so that no digit changes.
  package func shown(_ result: LabResult, of record: PatientRecord) -> String {
    switch result.value {
    case .positive(let positive): return positive ? "positive" : "negative"
    case .number(let value):
      guard let test = dictionary.lab(result.id) else { return format(value) }
      guard let shown = locale(of: record)?.units[result.id], test.value(value, in: shown.unit) != nil else {
        return "\(format(value)) \(test.unit)"
      }
      if test.isWritten(result.written, in: shown.unit) { return result.written }
      return "\(shownNumber(value, of: test, for: record)) \(shown.unit)"
    }
  }

  /// A number in the canonical unit as the record's locale pack prints it, without its unit.
  package func shownNumber(_ value: Double, of test: LabDefinition, for record: PatientRecord) -> String {
    guard let shown = locale(of: record)?.units[test.id], let number = test.value(value, in: shown.unit) else {
      return format(value)
    }
    return format(number, decimals: shown.decimals)
  }

  /// The unit in which the record's locale pack prints results of the test.
  package func shownUnit(of test: LabDefinition, for record: PatientRecord) -> String {
    ConditionDescriber.shown(locale(of: record)?.units[test.id]?.unit ?? test.unit)
  }
}
