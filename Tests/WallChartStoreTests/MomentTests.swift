import Testing

@testable import WallChartStore

struct MomentTests {
  @Test(
    "RFC 3339 with milliseconds and offset is read and written back",
    arguments: [
      "2020-07-31T09:14:05.123+08:00", "2020-07-31T00:00:00.000+00:00",
      "2020-01-01T00:30:00.001-09:30", "1969-12-31T23:59:59.999-05:00",
      "2020-02-29T23:59:59.050+14:00",
    ])
  func roundTrip(text: String) throws {
    #expect(try #require(Moment(rfc3339: text)).rfc3339 == text)
  }

  @Test(
    "Shorter and longer forms are read to the millisecond",
    arguments: [
      ("2020-07-31T01:14:05Z", "2020-07-31T01:14:05.000+00:00"),
      ("2020-07-31T01:14:05.5Z", "2020-07-31T01:14:05.500+00:00"),
      ("2020-07-31T01:14:05.123999+02:00", "2020-07-31T01:14:05.123+02:00"),
      ("2020-07-31T01:14:05-00:00", "2020-07-31T01:14:05.000+00:00"),
    ])
  func forms(text: String, written: String) throws {
    #expect(try #require(Moment(rfc3339: text)).rfc3339 == written)
  }

  @Test(
    "Everything else is refused",
    arguments: [
      "2020-07-31", "2020-07-31 09:14:05Z", "2020-07-31T24:00:00Z", "2020-07-31T09:60:00Z",
      "2020-07-31T09:14:05", "2020-07-31T09:14:05.Z", "2020-07-31T09:14:05.12",
      "2020-07-31T09:14:05+99:99", "2020-07-31T09:14:05+0800", "2020-02-30T09:14:05Z",
      "2020-07-31T09:14:05Zx", "2020-07-31t09:14:05Z", "",
    ])
  func refused(text: String) {
    #expect(Moment(rfc3339: text) == nil)
  }

  @Test(
    "The day is the one on the wall where it was written",
    arguments: [
      ("2020-07-31T23:59:59.999+08:00", "2020-07-31", "23:59"),
      ("2020-08-01T00:00:00.000+08:00", "2020-08-01", "00:00"),
      ("2020-07-31T23:30:00.000-10:00", "2020-07-31", "23:30"),
      ("1969-12-31T23:59:59.999+00:00", "1969-12-31", "23:59"),
    ])
  func wallDay(text: String, date: String, clock: String) {
    #expect(moment(text).day.iso == date)
    #expect(moment(text).clock == clock)
  }

  @Test("The same instant at two offsets has the same milliseconds")
  func instant() {
    #expect(
      moment("2020-07-31T09:00:00+08:00").milliseconds
        == moment("2020-07-30T20:00:00-05:00").milliseconds)
  }
}
