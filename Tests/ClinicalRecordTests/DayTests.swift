import ClinicalRecord
import Testing

@Suite struct DayTests {
  @Test(arguments: ["1970-01-01", "2024-02-29", "2000-02-29", "1900-12-31", "2199-12-31", "2026-03-02"])
  func realDaysRoundTrip(iso: String) throws {
    let day = try #require(Day(iso: iso))
    #expect(day.iso == iso)
  }

  @Test(arguments: [
    "2025-02-30", "2025-13-01", "2025-00-10", "1900-02-29", "2025-1-01", "2025/01/01", "", "20250101", "２025-01-01",
    "0001-01-01", "2026-03-02T10:00",
  ])
  func otherTextIsNoDay(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test(arguments: [
    ("2025-03-02", "2026-03-02", 12.0), ("2025-03-03", "2026-03-02", 11.0 + 27.0 / 28.0),
    ("2024-02-29", "2025-02-28", 12.0),
    ("2026-01-31", "2026-02-28", 1.0), ("2026-03-02", "2026-03-02", 0.0),
  ])
  func monthsCountCompletedMonthsAndTheRest(from: String, to: String, months: Double) throws {
    let (start, end) = (try #require(Day(iso: from)), try #require(Day(iso: to)))
    #expect(abs(start.months(to: end) - months) < 1e-9)
    #expect(abs(end.months(to: start) + months) < 1e-9)
  }

  @Test func daysOfEveryMonthAreCounted() throws {
    var day = try #require(Day(iso: "1999-12-31"))
    for _ in 0..<1500 {
      let next = day.adding(days: 1)
      #expect(Day(iso: next.iso) == next)
      #expect(day.days(to: next) == 1)
      day = next
    }
    #expect(day.iso == "2004-02-08")
  }
}
