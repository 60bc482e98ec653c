import ClinicalRules
import RuleEngine
import Testing

@testable import BatchReports
@testable import FileAccess
@testable import LegbriefCLI

/// `legbrief rules` and `legbrief rules lint`.
@Suite struct RulesCommandTests {
  private func legbrief(_ arguments: String...) -> Run { Run.run(arguments, files: Disk(root: Repository.root)) }

  @Test func aSheetNamesEverythingAboutARule() {
    let run = legbrief("rules", "rls.c4")
    #expect(run.status == .success)
    for part in [
      "## `rls.c4`", "**Draft: no clinician has reviewed this rule.**", "Fingerprint `", "- Purpose: ", "- Use: ",
      "- Not to be read as: ", "### Logic", "### Inputs", "### Thresholds", "| met from 50 % | P |", "### Words",
      "### Questions and tests", "### Settled readings [P]", "- A22: ", "### Sources", "`allen2014`",
    ] {
      #expect(run.output.contains(part), "\(part)")
    }
  }

  @Test func everyRuleHasASheet() {
    let output = legbrief("rules").output
    for rule in LegbriefRules.book.rules { #expect(output.contains("## `\(rule.id)` "), "\(rule.id)") }
    let index = legbrief("rules", "--index").output
    for rule in LegbriefRules.book.rules { #expect(index.contains("| `\(rule.id)` |"), "\(rule.id)") }
  }

  @Test func anAreaAndAFormatCanBeChosen() {
    let run = legbrief("rules", "--area", "restlessLegs", "--format", "json")
    #expect(run.output.contains(#""area": "restlessLegs""#))
    #expect(!run.output.contains(#""area": "joints""#))
    #expect(run.output.contains(#""status": "draft""#))
  }

  @Test func fingerprintsAreSHA256AndStable() {
    #expect(RuleFingerprint.of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(legbrief("rules", "rf.dvt").output == legbrief("rules", "rf.dvt").output)
  }

  @Test(arguments: [["rules", "rls.c44"], ["rules", "--area", "legs"], ["rules", "--index", "rls.c4"]])
  func wrongUsageIs64(arguments: [String]) {
    let run = Run.run(arguments, files: Disk())
    #expect(run.status == .usage)
    #expect(run.output.isEmpty)
  }

  @Test func lintSaysHowManyFaults() {
    let run = legbrief("rules", "lint", "--guideline-age", "200")
    #expect(run.status == .success)
    #expect(run.output.hasPrefix("rule book \(LegbriefRules.book.version), "))
    #expect(!run.error.contains("old-guideline"))
    #expect(
      legbrief("rules", "lint", "--guideline-age", "0", "--as-of", "2030-01-01").ids.contains("old-guideline") == false)
    #expect(
      legbrief("rules", "lint", "--guideline-age", "0", "--as-of", "2030-01-01", "--diagnostics", "json").ids
        .contains("old-guideline"))
  }

  @Test func lintWritesSARIF() {
    let run = legbrief("rules", "lint", "--diagnostics", "sarif")
    #expect(run.output.contains(#""version": "2.1.0""#))
    #expect(run.error.hasPrefix("rule book "))
  }
}
