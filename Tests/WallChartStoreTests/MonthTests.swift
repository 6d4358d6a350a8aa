import Testing

@testable import WallChartStore

struct MonthTests {
  @Test(
    "A day falls into its month",
    arguments: [
      ("2020-01-01", 2020, 1), ("2020-02-29", 2020, 2), ("2020-12-31", 2020, 12),
      ("1900-12-01", 1900, 12),
    ])
  func month(text: String, year: Int, month: Int) {
    let found = Month(of: day(text))
    #expect(found.year == year)
    #expect(found.month == month)
  }

  @Test("Months follow each other over the year's end")
  func order() {
    let december = Month(of: day("2020-12-31"))
    #expect(Month(number: december.number + 1) == Month(of: day("2021-01-01")))
    #expect(december < Month(of: day("2021-01-01")))
  }
}
