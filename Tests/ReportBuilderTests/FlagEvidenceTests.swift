import ClinicalRecord
import Testing

@testable import ReportBuilder

/// Evidence sheds whole pieces; the one that decided, with its day, is the last to stay.
@Suite struct FlagEvidenceTests {
  private static let evidence = FlagEvidence(
    ["chest pain: yes (2026-03-01)", "one leg swollen: yes"], core: "chest pain (2026-03-01)")

  @Test(arguments: [
    (Int.max, "chest pain: yes (2026-03-01); one leg swollen: yes"),
    (49, "chest pain: yes (2026-03-01); and more"), (20, "chest pain (2026-03-01); and more"),
    (0, "chest pain (2026-03-01); and more"),
  ])
  func piecesAreWhole(limit: Int, text: String) { #expect(Self.evidence.text(atMost: limit) == text) }

  @Test(arguments: [
    (100, "oral estrogen: Estradiol tablet, fever"), (30, "oral estrogen, fever"), (22, "oral estrogen, fever"),
    (5, nil),
  ])
  func circumstancesLoseTheirDetailFirst(limit: Int, text: String?) {
    #expect(FlagEvidence.circumstances(["oral estrogen: Estradiol tablet", "fever"], atMost: limit) == text)
  }

  /// A lung clot is not told by what the leg shows.
  @Test func theFlagsOwnEvidenceComesFirst() {
    let log = [
      Documents.entry(1, "swelling", ["bodySite": "calf", "side": "left", "swelling": "moderate", "warmth": "yes"])
    ]
    let model = Documents.model(
      Documents.record(["qChestPain": "yes", "qSuddenBreathless": "yes", "qOneLegSwollen": "yes"], log: log))
    let lung = model.redFlags.first { $0.rule == "rf.pe" }?.evidence
    #expect(lung?.core == "chest pain: yes" || lung?.core == "sudden breathlessness: yes")
    #expect(model.redFlags.first { $0.rule == "rf.dvt" }?.evidence.core.hasSuffix("(2026-03-01)") == true)
  }

  /// "One-sided swelling" is said only of a swelling that was recorded.
  @Test(arguments: [("qOneLegSwollen", "One-sided swelling"), ("qOneLegPainNew", "One-leg symptoms")])
  func theClotLineSaysWhatWasRecorded(answer: ItemID, words: String) {
    let model = Documents.model(
      Documents.record([answer: "yes", "qOneLegWarm": "yes"], sets: ["qSelfCareWishes": ["elevation"]]))
    #expect(model.precedence.contains("\(words): clot to be excluded before other causes."))
  }
}
