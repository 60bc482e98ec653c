/// A calendar day of the proleptic Gregorian calendar, without time or time zone; the unit in which all record dates are kept.
package struct Day: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01, which is 0.
  package let number: Int

  package init(number: Int) { self.number = number }

  /// Nil unless the three numbers name a real day between the years 1850 and 2199.
  package init?(year: Int, month: Int, day: Int) {
    guard (1850...2199).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.daysInMonth(year: year, month: month)
    else { return nil }
    // Days from civil, counting March as the first month so that the leap day comes last (Hinnant, chrono-compatible date algorithms).
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads `YYYY-MM-DD`; nil for any other form or an impossible day (2025-02-30).
  package init?(iso text: some Collection<UInt8>) {
    guard text.count == 10 else { return nil }
    var digits: [Int] = []
    for (position, byte) in text.enumerated() {
      if position == 4 || position == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard (0x30...0x39).contains(byte) else { return nil }
        digits.append(Int(byte) - 0x30)
      }
    }
    self.init(
      year: digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3], month: digits[4] * 10 + digits[5],
      day: digits[6] * 10 + digits[7])
  }

  package init?(iso text: String) { self.init(iso: text.utf8) }

  package static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// Year, month 1-12 and day 1-31.
  package var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// `YYYY-MM-DD`.
  package var iso: String {
    let (year, month, day) = civil
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  package func adding(days: Int) -> Day { Day(number: number + days) }

  /// Days from this day to `other`; negative when `other` is earlier.
  package func days(to other: Day) -> Int { other.number - number }

  /// Months from this day to `other`: completed months plus the begun month's share; negative when `other` is earlier.
  package func months(to other: Day) -> Double {
    guard self <= other else { return -other.months(to: self) }
    let start = civil
    let end = other.civil
    var whole = (end.year - start.year) * 12 + end.month - start.month
    if end.day < start.day, !Day.isMonthEnd(end) { whole -= 1 }
    let anniversary = adding(months: whole)
    let next = adding(months: whole + 1)
    let span = anniversary.days(to: next)
    return Double(whole) + (span > 0 ? Double(anniversary.days(to: other)) / Double(span) : 0)
  }

  /// The completed years from this day to `other`, as an age is counted.
  package func completedYears(to other: Day) -> Int { Int((months(to: other) / 12).rounded(.down)) }

  /// The same day of the month `months` later, or the last day of that month when it is shorter.
  package func adding(months: Int) -> Day {
    let (year, month, day) = civil
    let index = year * 12 + month - 1 + months
    let targetYear = index / 12
    let targetMonth = index % 12 + 1
    let last = Day.daysInMonth(year: targetYear, month: targetMonth)
    return Day(year: targetYear, month: targetMonth, day: min(day, last)) ?? self
  }

  package static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isMonthEnd(_ civil: (year: Int, month: Int, day: Int)) -> Bool {
    civil.day == daysInMonth(year: civil.year, month: civil.month)
  }
}
