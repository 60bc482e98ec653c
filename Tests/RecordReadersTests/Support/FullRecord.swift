/// A valid record with something in every section, compact enough to be cut at every byte.
enum FullRecord {
  static let text = """
    {"legbrief": 1,
     "person": {"reportDate": "2026-03-02", "personId": "SYN-1", "ageYears": 51, "birthDate": {"value": "1974-05-01"}},
     "log": [
      {"entryId": "a", "entryDate": "2026-02-01", "recordedAt": "2026-02-02T08:00:00Z", "symptomKind": "urgeToMove", "severity": 7,
       "side": "unknown", "onsetTime": "23:10", "triggers": ["stress", "cold"], "freeText": "caf\\u00e9 \\ud83d\\ude00 \\"x\\" ü"},
      {"entryDate": "2026-02-03", "dayCheckIn": "noSymptoms"},
      {"entryDate": "2026-02-03", "symptomKind": "jointPain", "calfCm": 36.5, "ongoing": "yes"}],
     "answers": {"qUrge": {"value": "yes", "date": "2026-02-20", "by": "patient"}, "qOnsetAge": "unsure",
      "qJointSites": [{"site": "knee", "side": "left"}, {"site": "hand"}]},
     "history": {"lmpDate": "2025-01-05", "oophorectomy": "none"},
     "medications": [{"medName": "Sertraline", "medClass": ["ssri"], "medRoute": "oral", "medStartDate": "2025-11-01"}, {"medClass": "statin"}],
     "labs": [{"labId": "haemoglobin", "labValue": 11.4, "labUnit": "g/dL", "labDate": "2026-02-01", "labRefLow": 12, "labRefHigh": 15.5},
      {"labId": "rf", "labValue": "negative"}],
     "measurements": [{"bpSystolic": 142, "bpDiastolic": 88, "date": "2026-02-01"}, {"id": "bmi", "value": 31, "by": "clinician"}],
     "scores": [{"id": "rls6Items", "value": [1, 2, 3]}, {"id": "koos", "value": {"sport": 20, "pain": 45.5}, "form": "short"}]}

    """
}
