/// The least differences that a report calls a change. All are project defaults [P]: no guideline sets them for this use.
package enum ChangeThresholds {
  /// The window of the log behind every number of a period, in days: that of the rules (basis 0.3).
  package static let windowDays = 28
  /// Observed days that each period needs before a share of days is called worse or better: as for `freqPerWeek` (basis 0.3). [P]
  package static let observedDays = 14
  /// Share of observed days with a symptom: 15 percentage points, about four days of the window. [P]
  package static let shareOfDays = 0.15
  /// Entries with a severity that each period needs before a median is called worse or better. [P]
  package static let severityEntries = 5
  /// Median severity on the 0 to 10 scale: 2 points. [P]
  package static let medianSeverity = 2.0
  /// A supplied total: a tenth of its scale, such as 4 of 40 points. [P]
  package static let shareOfScale = 0.10
  /// A result or measurement: a tenth of the earlier value; its direction is left to the reader. [P]
  package static let shareOfResult = 0.10

  /// Symptoms of which more days are not worse by themselves: bleeding can be a period.
  static let kindsWithoutDirection: Set<String> = ["vaginalBleeding"]

  /// For the appendix: what was not called a change, and what is not called worse or better.
  static let words =
    "Not listed: differences below \(percent(shareOfDays)) percentage points in the share of observed days, \(plain(medianSeverity)) points of median severity, and \(percent(shareOfScale)) % of a questionnaire’s scale or of an earlier result (project defaults). Worse and better are said of days only with \(observedDays) or more observed days in each period, of severity only with \(severityEntries) or more entries in each, and of totals whose direction is known; a flag’s level that falls is called changed, because time or a missing answer can lower it."

  private static func percent(_ share: Double) -> String { plain((share * 100).rounded()) }

  private static func plain(_ number: Double) -> String { Int(exactly: number).map { "\($0)" } ?? "\(number)" }
}
