import WallChartStore

/// Days and times as spreadsheets count them: days since an epoch, the time as a fraction.
struct SerialDay: Sendable {
  /// Whether day 0 is 1 January 1904, as on the first Macintosh, instead of the last day of 1899.
  var from1904 = false

  private static let secondsOfDay = 86_400
  /// 31 December 9999, the last day that spreadsheets know.
  private static let last = 2_958_465

  /// The day of a whole number; nil when the calendar has none.
  func day(_ serial: Int) -> Day? {
    guard serial <= Self.last else { return nil }
    if from1904 {
      guard serial >= 0 else { return nil }
      // 1 January 1904 is that many days before 1970.
      return Day(number: Int32(serial - 24_107))
    }
    // Day 60 is a 29 February 1900 that was none; the days before it are counted as if it had been.
    guard serial > 0, serial != 60 else { return nil }
    return Day(number: Int32(serial - (serial < 60 ? 25_568 : 25_569)))
  }

  /// A date as `2020-10-31`, with a time as `2020-10-31T14:30`; nil when the calendar has none.
  func date(_ value: Double) -> String? {
    guard value >= 0, value < Double(Self.last + 1) else { return nil }
    let (days, seconds) = Self.parts(value)
    guard let day = day(days) else { return nil }
    return seconds == 0 ? day.iso : "\(day.iso)T\(Self.clock(seconds))"
  }

  /// A time as `14:30`, a day and time when the number has both.
  func time(_ value: Double) -> String? {
    value >= 1 ? date(value) : elapsed(value)
  }

  /// Hours and minutes, as many hours as there are.
  func elapsed(_ value: Double) -> String? {
    guard value >= 0, value < Double(Self.last + 1) else { return nil }
    let (days, seconds) = Self.parts(value)
    return Self.clock(days * Self.secondsOfDay + seconds)
  }

  /// Whole days and whole seconds, rounded: the fraction of a time is never quite exact.
  private static func parts(_ value: Double) -> (days: Int, seconds: Int) {
    let days = Int(value)
    let seconds = Int(((value - Double(days)) * Double(secondsOfDay)).rounded())
    return seconds == secondsOfDay ? (days + 1, 0) : (days, seconds)
  }

  private static func clock(_ seconds: Int) -> String {
    func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = seconds / 60
    let text = "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
    return seconds % 60 == 0 ? text : "\(text):\(twoDigits(seconds % 60))"
  }
}
