import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("A day typed alone on its line")
struct WrittenDayTests {
  private static let today = Day(iso: "2020-07-31")!

  private static func read(_ text: String, isAhead: Bool = true) throws(FoundProblem.Fault) -> Day {
    try WrittenDay.only(text, on: today, rules: Chart.Rules(), isAhead: isAhead)
  }

  @Test(
    "As an office types it, month first",
    arguments: [
      ("11-9", "2020-11-09"), ("8-5", "2020-08-05"), ("08-05", "2020-08-05"),
      ("11.9", "2020-11-09"), ("11/9", "2020-11-09"), ("２０２０/11/9", "2020-11-09"),
      ("9日", "2020-08-09"), ("31号", "2020-07-31"), ("9日前", "2020-08-09"),
      ("11月20号", "2020-11-20"), ("8月5日前", "2020-08-05"), ("8月5号之前", "2020-08-05"),
      ("5 Aug", "2020-08-05"), ("8月底", "2020-08-31"), ("2021-01-02", "2021-01-02"),
      ("31/10", "2020-10-31"), ("today", "2020-07-31"), ("Tomorrow", "2020-08-01"),
      ("昨天", "2020-07-30"), ("明日", "2020-08-01"),
    ])
  func office(text: String, day: String) throws {
    #expect(try Self.read(text).iso == day)
  }

  @Test("A filter by days takes them too", arguments: ["9日", "9号", "8-9", "8.9", "8/9", "8月9号"])
  func filter(text: String) {
    let day = Day(iso: "2020-08-09")!
    #expect(Window(typed: text, today: Self.today) == .days(day, day))
  }

  @Test("Of an entry's own day, one of this year that has passed")
  func past() throws {
    #expect(try Self.read("6-5", isAhead: false).iso == "2020-06-05")
    #expect(try Self.read("9日", isAhead: false).iso == "2020-07-09")
    #expect(throws: FoundProblem.Fault.needsYear("6-5")) { try Self.read("6-5") }
  }

  @Test(
    "What is not understood is not said to be no day",
    arguments: ["soon", "13-45", "1-2-3-4", "日", "8月", "40日", "next week"])
  func notUnderstood(text: String) {
    #expect(throws: FoundProblem.Fault.notADay(text)) { try Self.read(text) }
  }

  @Test(
    "The day where the month belongs may be a year: it is refused, with both",
    arguments: [
      ("13-1", "2021-01-13", 2013), ("13.1", "2021-01-13", 2013), ("30-9", "2020-09-30", 2030),
    ])
  func dayFirst(text: String, day: String, year: Int) throws {
    let meant = try #require(Day(iso: day))
    let fault = FoundProblem.Fault.monthFirst(text, day: meant, year: year)
    #expect(throws: fault) { try Self.read(text) }
    let sentence = FoundProblem.sentence(for: fault, in: Chart(title: Text("x")), Words(.zh))
    #expect(
      text != "13-1"
        || sentence == "13-1可指2021年1月13日，也可指2013年1月。日期请先写月后写日，如1-13，或写2021年1月13日。")
    // Among other words it is a number.
    #expect(try WrittenDay.find(in: ["pump", text], on: Self.today, onlyPlain: false) == nil)
  }

  @Test("What is understood and in no calendar is said to be", arguments: ["2-30", "2020-02-31"])
  func noDay(text: String) {
    #expect(throws: FoundProblem.Fault.badDay(text)) { try Self.read(text) }
  }
}
