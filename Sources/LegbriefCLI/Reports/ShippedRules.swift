import BatchReports
import ClinicalRules
import ReportBuilder
import RuleEngine

extension RuleFingerprint {
  /// Of all rules of the program.
  static let shipped = RuleSetFingerprint(version: LegbriefRules.book.version, listed: ShippedFingerprints.text)
}
