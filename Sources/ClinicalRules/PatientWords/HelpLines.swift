import RuleEngine

/// What to do at each level, in the words of each locale pack, and the signs that everybody is told of.
enum HelpLines {
  static let all: [String: [Urgency: String]] = [
    "en-GB": [
      .emergency: "Call 999 now. Do not wait for your appointment.",
      .sameDay:
        "Get help today. Call your GP surgery and say that you need to be seen today. If it is closed, call NHS 111.",
      .urgent: "Call your GP surgery today. Ask to be seen within the next few days.",
      .soon: "Call your GP surgery this week. Ask to be seen within 2 weeks.",
      .routine: "Talk about it at your appointment.",
    ],
    "en-US": [
      .emergency: "Call 911 now. Do not wait for your appointment.",
      .sameDay:
        "Get help today. Call your clinician’s office and say that you need to be seen today. If it is closed, go to urgent care or an emergency room.",
      .urgent: "Call your clinician’s office today. Ask to be seen within the next few days.",
      .soon: "Call your clinician’s office this week. Ask to be seen within 2 weeks.",
      .routine: "Talk about it at your appointment.",
    ],
    "other": [
      .emergency: "Call your local emergency number now. Do not wait for your appointment.",
      .sameDay:
        "Get help today. Call your clinic and say that you need to be seen today. If it is closed, go to a hospital.",
      .urgent: "Call your clinic today. Ask to be seen within the next few days.",
      .soon: "Call your clinic this week. Ask to be seen within 2 weeks.",
      .routine: "Talk about it at your appointment.",
    ],
  ]

  /// Signs only: nothing here says what to do for the leg itself.
  static let always: [PatientWords.Warning] = [
    .init(
      .emergency,
      [
        "You are suddenly short of breath, your chest hurts, you cough up blood, or you faint.",
        "Your leg or foot suddenly turns cold, pale, numb or weak.",
        "You feel numb between your legs, or it is newly hard to pass or hold urine or stool.",
        "It is newly hard to breathe or swallow.",
        "A vein bleeds and does not stop.",
      ]),
    .init(
      .sameDay,
      [
        "One leg swells, or one leg is newly sore and warm.",
        "A joint turns hot and swollen, or red skin spreads.",
        "You cannot stand on your leg.",
      ]),
  ]
}
