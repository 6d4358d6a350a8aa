/// A day that comes every year, such as 31 October.
public struct DayOfYear: Hashable, Sendable {
  /// 1...12.
  public let month: Int
  /// 1...31, as long as the month is in a leap year.
  public let day: Int

  /// The day of a month, or nil when no year has it.
  public init?(month: Int, day: Int) {
    // A leap year has every day.
    guard Day(year: 2000, month: month, day: day) != nil else { return nil }
    self.month = month
    self.day = day
  }

  /// Reads exactly `MM-DD`.
  public init?(iso text: some StringProtocol) {
    guard let day = Day(iso: "2000-" + text) else { return nil }
    (_, month, self.day) = day.date
  }

  /// `MM-DD`.
  public var iso: String {
    "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// The day in a year; nil for 29 February where it has none, and outside the calendar.
  public func day(in year: Int) -> Day? {
    Day(year: year, month: month, day: day)
  }
}
