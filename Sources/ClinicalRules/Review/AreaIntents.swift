import RuleEngine

/// What the rules of each area are for, may be used for, and must not be read as; a rule says only what differs.
enum AreaIntents {
  static let all: [String: RuleIntent] = [
    "dataQuality": RuleIntent(
      purpose: "Say how much the log covers before anything is concluded from it.",
      use: "To judge how far the figures of the report can be trusted, and what to ask the patient to record.",
      misuse: "A limited log is not a sign of few symptoms: days without an entry are not symptom-free days."),
    "restlessLegs": RuleIntent(
      purpose: "Set the published criteria for restless legs against what the patient recorded.",
      use: "To see which of the criteria are recorded as met, and what to ask or test next; all five are needed.",
      misuse:
        "Never a diagnosis: criterion 5 needs a clinician's judgement, and no rule says what to take or to leave off."
    ),
    "joints": RuleIntent(
      purpose: "Set out joint symptoms by the patterns and criteria that guidelines name.",
      use: "To see which features are recorded, and which questions and blood tests bear on them.",
      misuse:
        "Never a diagnosis. No validated criteria exist for joint pain of the menopause: that pattern is a description, and other causes come first."
    ),
    "circulation": RuleIntent(
      purpose: "Set out signs of veins, arteries and swelling as recorded, with the published scores that fit them.",
      use:
        "To see what speaks for which work-up, and what needs measuring before compression or elevation is discussed.",
      misuse: "Never a diagnosis, and never a reason to lower a red flag: a low score does not exclude a clot."),
    "hormoneTherapy": RuleIntent(
      purpose:
        "Gather what a discussion of hormone therapy needs: stage, wishes, blockers, cautions and published choices.",
      use: "To prepare a shared decision; blockers come before reasons.",
      misuse:
        "Never a recommendation to take or to change hormone therapy, and never a statement that leg symptoms come from the menopause."
    ),
    "redFlags": RuleIntent(
      purpose: "Find what may not wait for the appointment.",
      use: "To act on at the level that the flag names; what was not asked is listed as such.",
      misuse:
        "Never a diagnosis. A flag that is not met on what was recorded excludes nothing, and not asked is not a no."),
    "muscle": RuleIntent(
      purpose: "Set out cramps, muscle pain and weakness as recorded, with published definitions and drug timing.",
      use: "To see which features are recorded, and which medicines and tests bear on them.",
      misuse: "Never a diagnosis, and never a reason to change a medicine without its prescriber."),
    "nerve": RuleIntent(
      purpose: "Set out numbness, burning and nerve pain as recorded, with the tests that a work-up needs.",
      use: "To see the pattern described, and which tests are not recorded.",
      misuse: "Never a diagnosis: burning or buzzing feet need the ordinary work-up whatever the menopausal stage."),
    "tendon": RuleIntent(
      purpose: "Set out tendon pain as recorded, by site, load and medicines.",
      use: "To see which features are recorded and what to examine.",
      misuse: "Never a diagnosis: no tendon symptom is put down to the menopause."),
    "bone": RuleIntent(
      purpose: "Gather recorded fracture risk factors, results and gaps.",
      use: "To see whether a fracture risk assessment is due by the guideline named, and what is not recorded.",
      misuse: "Never a risk estimate: percentages are supplied by others and never computed here."),
    "selfManagement": RuleIntent(
      purpose: "Show what the patient tried, whether it helped, and what the evidence says of it.",
      use: "To talk about what to go on with; a caution means: check first.",
      misuse: "Never advice to begin or to leave off a measure; a measure that helped says nothing about the cause."),
  ]
}
