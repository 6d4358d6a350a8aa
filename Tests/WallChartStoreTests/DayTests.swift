import Testing

@testable import WallChartStore

struct DayTests {
  @Test(
    "A date of the calendar is read and written back",
    arguments: [
      "2020-02-29", "2000-02-29", "1900-02-28", "1970-01-01", "1969-12-31", "2020-12-31",
      "1000-01-01", "9999-12-31",
    ])
  func roundTrip(text: String) throws {
    #expect(try #require(Day(iso: text)).iso == text)
  }

  @Test(
    "What is no date of the calendar, or not in the one form, is refused",
    arguments: [
      "2025-02-30", "2021-02-29", "1900-02-29", "2020-13-01", "2020-00-10", "2020-04-31",
      "2020-01-00", "31/11/25", "2020-7-1", "99999-01-01", "0999-12-31", "2020-07-31T00:00",
      "2020-07-31 ", "2020/07/31", "20200731", "", "２０２０-07-31", "-020-07-31",
    ])
  func refused(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test(
    "The weekday is that of known dates",
    arguments: [
      ("1970-01-01", 4), ("1969-12-28", 7), ("1900-01-01", 1), ("2000-02-29", 2),
      ("2020-07-31", 5), ("2020-08-02", 7), ("2020-08-03", 1),
    ])
  func weekday(text: String, weekday: Int) {
    #expect(day(text).weekday == weekday)
  }

  @Test(
    "Months on it is the same day, or the last of a shorter month",
    arguments: [
      ("2020-07-31", 1, "2020-08-31"), ("2020-08-31", 1, "2020-09-30"),
      ("2020-12-15", 1, "2021-01-15"), ("2021-01-31", 1, "2021-02-28"),
      ("2021-01-10", -1, "2020-12-10"), ("2020-03-30", -1, "2020-02-29"),
      ("2020-09-01", -1, "2020-08-01"), ("2020-05-31", -13, "2019-04-30"),
    ])
  func months(from: String, months: Int, to: String) {
    #expect(day(from).later(months: months).iso == to)
  }

  @Test("Days count on over month ends, leap days and the ends of centuries")
  func arithmetic() {
    #expect(day("2020-02-28") + 1 == day("2020-02-29"))
    #expect(day("2020-03-01") + -1 == day("2020-02-29"))
    #expect(day("1900-02-28") + 1 == day("1900-03-01"))
    #expect(day("2001-01-01") - day("2000-01-01") == 366)
    #expect(day("1901-01-01") - day("1900-01-01") == 365)
    #expect(day("1970-01-01").number == 0)
    #expect(day("2020-07-31").number == 18_474)
  }

  @Test("Every day of four centuries follows the one before it")
  func consecutive() {
    var last = day("1799-12-31")
    for year in 1800...2199 {
      for month in 1...12 {
        for number in 1...Day.length(ofMonth: month, year: year) {
          guard let next = Day(year: year, month: month, day: number), next == last + 1,
            next.date == (year, month, number), next.weekday == last.weekday % 7 + 1
          else {
            Issue.record("\(year)-\(month)-\(number) does not follow \(last.iso)")
            return
          }
          last = next
        }
      }
    }
  }

  @Test("Adding an absurd number of days stops at the end of the numbers instead of trapping")
  func saturates() {
    #expect(day("2020-07-31") + Int.max == Day(number: .max))
    #expect(day("2020-07-31") + Int.min == Day(number: .min))
  }
}
