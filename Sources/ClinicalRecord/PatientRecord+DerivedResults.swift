extension PatientRecord {
  /// The record with the results that follow from two others of the same day (basis B6: saturation from iron and TIBC), where the
  /// laboratory reported none on that day. A derived result has the place of its numerator.
  package func withDerivedResults(_ dictionary: FieldDictionary) -> PatientRecord {
    let quotients = dictionary.labs.compactMap { test in test.quotient.map { (test, $0) } }
    let reported = labs.filter { !$0.isDerived }
    var derived: [LabResult] = []
    for (test, quotient) in quotients {
      for numerator in reported where numerator.id == quotient.numerator {
        guard let date = numerator.date, case .number(let above) = numerator.value,
          !(reported + derived).contains(where: { $0.id == test.id && $0.date == date }),
          case .number(let below)? = reported.last(where: { $0.id == quotient.denominator && $0.date == date })?.value,
          below > 0
        else { continue }
        let value = (quotient.factor * above / below * 10).rounded() / 10
        var result = LabResult(
          id: test.id, value: .number(value), written: "\(value) \(test.unit)", date: date, place: numerator.place)
        result.isDerived = true
        derived.append(result)
      }
    }
    guard !derived.isEmpty || reported.count != labs.count else { return self }
    return PatientRecord(
      file: file, asOf: asOf, person: person, log: log, answers: answers, history: history, medications: medications,
      labs: reported + derived, measurements: measurements, scores: scores)
  }
}
