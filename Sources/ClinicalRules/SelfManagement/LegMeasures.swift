import ClinicalRecord
import RuleEngine

/// What is done to the leg itself: heat, elevation, compression, massage (basis C10).
enum LegMeasures {
  static let heat = Measure(
    id: "self.heat", title: "Heat", codes: ["heat"], evidence: "little evidence",
    checkFirst: [
      Named("numbness, tingling or burning in both feet", .rule("nerve.stocking")),
      Named("foot injury that was not felt", .yes("qFootInjuryUnnoticed")),
      Named("hot swollen joint", .rule("rf.hotJoint", .metOrOpen)),
      Named("spreading skin infection", .rule("rf.softTissue", .metOrOpen)),
      Named("one leg with pain and swelling or warmth", .rule("rf.dvt", .metOrOpen)),
    ]
  ).rule
    .cites("selfCarePractice", "projectDefault", basis: .project)

  static let elevation = Measure(
    id: "self.elevation", title: "Elevation", codes: ["elevation"],
    evidence: "consensus for venous oedema", withheldWhile: SharedCautions.clot,
    checkFirst: SharedCautions.arteries
  ).rule
    .considers(tests: "abpiLeft", "abpiRight")
    .cites("selfCarePractice", basis: .memory)
    .marking(SharedCautions.lowestIndex, as: .memory)

  static let compression = Measure(
    id: "self.compression", title: "Compression stockings", codes: ["compression"],
    evidence: "for venous signs after assessment; not as sole treatment unless intervention is unsuitable",
    withheldWhile: SharedCautions.clot,
    checkFirst: [Named("arterial supply to be checked", .rule("venous.compressionCaution"))] + SharedCautions.arteries
  ).rule
    .considers(tests: "abpiLeft", "abpiRight")
    .cites("cg168", "selfCarePractice", basis: .memory)

  static let massage = Measure(
    id: "self.massage", title: "Massage", codes: ["massage"], evidence: "little evidence",
    withheldWhile: SharedCautions.clot
  ).rule
    .cites("projectDefault", basis: .project)
}
