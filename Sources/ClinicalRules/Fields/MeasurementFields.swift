import ClinicalRecord

/// Vital signs and measurements (basis B7).
extension LegbriefFields {
  static let measurements: [Field] = [
    .measurement(
      "weightKg", "Body weight", unit: "kg", possible: 10...600, plausible: 30...250,
      codes: [.loincFromMemory("29463-7")]),
    .measurement(
      "heightCm", "Body height", unit: "cm", possible: 50...280, plausible: 120...210,
      codes: [.loincFromMemory("8302-2")]),
    .measurement(
      "bmi", "Body mass index", unit: "kg/m2", possible: 5...200, plausible: 12...70,
      codes: [.loincFromMemory("39156-5")]),
    .measurement(
      "bpSystolic", "Systolic blood pressure", unit: "mmHg", possible: 20...400, plausible: 60...260,
      codes: [.loincFromMemory("8480-6")], note: "latest, with its date"),
    .measurement(
      "bpDiastolic", "Diastolic blood pressure", unit: "mmHg", possible: 10...300, plausible: 30...160,
      codes: [.loincFromMemory("8462-4")], note: "latest, with its date"),
    .measurement(
      "pulse", "Pulse rate", unit: "/min", possible: 10...400, plausible: 30...220,
      codes: [.loincFromMemory("8867-4")]),
    .measurement(
      "temperatureC", "Body temperature", unit: "C", possible: 15...50, plausible: 34...42,
      codes: [.loincFromMemory("8310-5")]),
    .measurement(
      "abpiLeft", "Ankle-brachial pressure index, left", unit: "ratio", possible: 0...5, plausible: 0.1...2,
      note: "measured by a professional"),
    .measurement(
      "abpiRight", "Ankle-brachial pressure index, right", unit: "ratio", possible: 0...5, plausible: 0.1...2,
      note: "measured by a professional"),
    .measurement("gripKg", "Grip strength", unit: "kg", possible: 0...200, plausible: 2...80),
    .measurement(
      "chairStandSec", "Time for five rises from a chair", unit: "s", possible: 1...600, plausible: 4...120),
    .measurement("gaitMs", "Walking speed", unit: "m/s", possible: 0...13, plausible: 0.1...3),
    .measurement(
      "dxaTscoreHip", "DXA T-score, hip", unit: "SD", possible: -12...12, plausible: -6...5, note: "with its date"),
    .measurement(
      "dxaTscoreSpine", "DXA T-score, spine", unit: "SD", possible: -12...12, plausible: -6...5, note: "with its date"),
    .measurement(
      "fraxMajorPct", "FRAX 10-year probability of a major fracture", unit: "%", possible: .percent,
      codes: [.loinc("90265-0")], note: "supplied, never computed"),
    .measurement(
      "fraxHipPct", "FRAX 10-year probability of a hip fracture", unit: "%", possible: .percent,
      note: "supplied, never computed"),
  ]
}
