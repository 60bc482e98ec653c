import RuleEngine

/// Tendon: tendon-type pain (basis C8).
enum Tendon {
  static let area = RuleArea(
    "tendon", "Tendon",
    keyRules: ["tendon.fluoroquinolone", "tendon.achilles", "tendon.gtps", "tendon.heel"],
    [
      TendonComplaints.any, TendonComplaints.achilles, TendonComplaints.heel, TendonComplaints.gluteal,
      TendonContext.fluoroquinolone, TendonContext.metabolic, TendonContext.hormoneEvidence,
    ])

  static let references: [ReferenceID: String] = [
    "tendonPractice": "Clinical teaching on tendon and heel pain, from memory, not re-read [M].",
    "grimaldi2017": "Grimaldi A et al. Gluteal tendinopathy tests, 2017 [M]",
    "fluoroquinoloneWarning":
      "MHRA and EMA: fluoroquinolones, disabling effects on tendon, muscle and nerve (from memory, not re-read) [M]",
    "cowan2022":
      "Cowan RM et al. GLoBE hip trial. Am J Sports Med 2022;50:515-525; protocol Ganderton 2016 doi 10.1186/s12905-016-0311-9 [V]",
    "projectDefault": "Project default: no guideline gives this number or rule (configurable) [P]",
  ]
}
