import ClinicalRecord
import RuleEngine

/// Flags that rest on measurements and results alone: silent when none is on file (settled reading A04).
enum ResultFlags {
  /// Blood pressure in mmHg from which it is very high (NG136, from memory).
  static let systolicFrom = 180.0
  static let diastolicFrom = 120.0

  /// A blood pressure is two numbers of one day: a "no" needs both, or the high one could be missing.
  static let bloodPressure = Rule(
    "rf.bp", "Very high BP",
    RedFlag(
      findings: [
        Quantity.measurement("bpSystolic") >= systolicFrom, Quantity.measurement("bpDiastolic") >= diastolicFrom,
      ],
      notMetWhen: .measuredTogether(["bpSystolic", "bpDiastolic"]))
  )
  .level(.sameDay)
  .cites("ng136", basis: .memory)
  .settled(by: "A04")

  /// Results older than so many days are no longer critical (basis C5).
  static let criticalDays = 14
  /// Critical limits in mmol/L, haemoglobin in g/L (basis C5; from memory and project default).
  static let potassiumLow = 2.5
  static let potassiumHigh = 6.5
  static let calciumLow = 1.9
  static let calciumHigh = 3.0
  static let sodiumLow = 120.0
  static let magnesiumLow = 0.4
  static let haemoglobinLow = 70.0

  private static func lowest(_ test: ItemID) -> Quantity { .lowestLab(test, withinDays: criticalDays) }
  private static func highest(_ test: ItemID) -> Quantity { .highestLab(test, withinDays: criticalDays) }

  /// Of each test the newest day decides (basis P13): a later result that is not critical settles an earlier one. Two results of one day
  /// are not told apart, and the worse one counts.
  static let criticalResult = Rule(
    "rf.labCritical", "Critical result on file",
    RedFlag(
      findings: [
        lowest("potassium") < potassiumLow, highest("potassium") > potassiumHigh,
        lowest("calciumAdjusted") < calciumLow, highest("calciumAdjusted") > calciumHigh,
        lowest("sodium") < sodiumLow, lowest("magnesium") < magnesiumLow, lowest("haemoglobin") < haemoglobinLow,
      ],
      notMetWhen: .anyResult(
        ["potassium", "calciumAdjusted", "sodium", "magnesium", "haemoglobin"], withinDays: criticalDays))
  )
  .level(.sameDay)
  .cites("projectDefault", basis: .project)
  .settled(by: "A04")
}
