import RuleEngine
import Testing

@testable import ClinicalRules

/// The order of precedence as data (basis C11).
@Suite struct PrecedenceTests {
  static let book = LegbriefRules.book

  /// P1: no line withholds or qualifies a red flag.
  @Test func noLineTouchesARedFlag() {
    for line in Self.book.precedence {
      for rule in line.rules { #expect(!rule.name.hasPrefix("rf."), "\(line.id) while \(line.trigger)") }
    }
  }

  /// P4: every flag with a place holds menopausal wording back; those without one are named here.
  @Test func everyFlagWithAPlaceHoldsMenopausalWordingBack() {
    let placeless: Set<RuleID> = [
      "rf.pe", "rf.severePersistent", "rf.pmb", "rf.gca", "rf.bp", "rf.labCritical", "rf.freeText",
    ]
    let flags = Set(RedFlags.area.rules.map(\.id)).subtracting(placeless)
    #expect(Set(LegbriefPrecedence.siteFlags) == flags)
  }

  /// P3: every self-management line of the book is withheld beside a limb in danger.
  @Test func everySelfManagementLineIsWithheld() {
    for rule in SelfManagement.area.rules { #expect(LegbriefPrecedence.selfManagement.contains(rule.id), "\(rule.id)") }
  }

  /// P7: within an area, rules on the timing of medicines are printed above menopausal wording.
  @Test func drugTimingIsPrintedAboveMenopausalWording() {
    let drugTiming: Set<RuleID> = [
      "statin.muscle", "joint.ai", "oedema.drug", "rls.drugs", "muscle.crampDrugs", "tendon.fluoroquinolone",
    ]
    let menopausal: Set<RuleID> = [
      "joint.menopausalPattern", "joint.msm", "rls.hormoneNote", "rls.oophorectomy", "tendon.hrtEvidence",
    ]
    for area in Self.book.areas {
      let printed = area.printed.map(\.id)
      guard let last = printed.lastIndex(where: drugTiming.contains),
        let first = printed.firstIndex(where: menopausal.contains)
      else { continue }
      #expect(last < first, "\(area.id): \(printed[last]) stands below \(printed[first])")
    }
  }
}
