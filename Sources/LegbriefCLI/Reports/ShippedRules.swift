import BatchReports
import ClinicalRules
import ReportBuilder

extension RuleFingerprint {
  /// Of all rules of the program; worked out when it is first asked for.
  static let shipped = RuleSetFingerprint(of: LegbriefRules.book, by: of)
}
