package import ClinicalRecord

extension LogEntry {
  /// `night` (from midnight), `morning`, `afternoon` or `evening`: by the clock time, else as recorded (basis `period(onsetTime)`).
  package var partOfDay: String? {
    if case .time(let minutes)? = values["onsetTime"]?.value {
      return LogEntry.partOfDay(minutes)
    }
    if case .code(let code)? = values["onsetPeriod"]?.value { return code }
    return nil
  }

  /// - Parameter minutes: since midnight.
  package static func partOfDay(_ minutes: Int) -> String {
    ["night", "morning", "afternoon", "evening"][min(3, max(0, minutes / 360))]
  }
}
