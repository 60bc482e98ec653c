import RuleEngine

/// Rules whose purpose, use or misuse is not that of their area.
enum RuleIntents {
  static let all: [RuleID: RuleIntent] = [
    "rls.c5": RuleIntent(
      use: "To see which mimics were asked about; another rule that is met is shown beside it and never decides it.",
      misuse: "Never an exclusion: without a clinician's entry a met value is provisional."),
    "rls.essential": RuleIntent(
      misuse: "Five criteria recorded as met are not a diagnosis of restless legs: criterion 5 needs a clinician."),
    "rls.ironLow": RuleIntent(
      use: "To discuss iron by the limits of RLS guidance, which are higher than general iron-deficiency cut-offs.",
      misuse: "Not a reason to take iron: that needs ferritin, transferrin saturation and a clinician."),
    "rls.hormoneNote": RuleIntent(misuse: "Not a statement that hormone therapy helps or harms restless legs."),
    "joint.menopausalPattern": RuleIntent(
      purpose: "Describe joint pain that began around the transition. Descriptive pattern, no validated criteria.",
      misuse: "Never a cause of the pain: no validated criteria exist, and other causes are considered first."),
    "joint.oa": RuleIntent(
      use: "To see where the NG226 clinical criteria are recorded as met, so that imaging is not routinely needed.",
      misuse: "Not a statement that osteoarthritis is there; atypical features have a rule of their own."),
    "joint.csaCount": RuleIntent(
      misuse: "Not a screening score: the EULAR definition is for use after a clinician's suspicion."),
    "joint.pmrScore": RuleIntent(misuse: "Not diagnostic: the points classify patients for research."),
    "dvt.wells": RuleIntent(
      purpose: "Give the interval of the two-level DVT Wells score that the answered items leave.",
      use: "To choose the first test by NG158 once item 10 is scored by a clinician.",
      misuse: "Never lowers the flag of a one-sided leg, and never final without the clinician's item."),
    "hrt.window": RuleIntent(misuse: "Inside the window is not a recommendation, outside it is not a veto."),
    "hrt.evidence": RuleIntent(misuse: "Trial results on groups; they say nothing about this patient's symptoms."),
    "rf.freeText": RuleIntent(
      purpose: "Point to words of the patient that a red flag question was not asked about.",
      use: "To ask the question; the sentence is quoted.",
      misuse: "Never met: free text sets no value, and words that were not found exclude nothing."),
  ]
}
