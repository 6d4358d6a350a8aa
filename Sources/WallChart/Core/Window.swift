import WallChartStore

/// A stretch of days in which something falls due.
enum Window: Hashable, Sendable {
  case thisWeek, thisMonth
  /// The day itself and so many days more.
  case nextDays(Int)
  case days(Day, Day)
  case from(Day)
  case until(Day)

  /// The days it means when today is `day`.
  func days(on day: Day) -> ClosedRange<Day> {
    switch self {
    case .thisWeek:
      let monday = day + (1 - day.weekday)
      return monday...monday + 6
    case .thisMonth: return Month(of: day).days
    case .nextDays(let days): return day...day + max(0, days)
    case .days(let first, let last): return first...max(first, last)
    case .from(let first): return first...Day(number: .max)
    case .until(let last): return Day(number: .min)...last
    }
  }
}

// As a person types it: `10-01 10-31`, `2020-10-31`, `10月`, `..10-31`, `10月1日至15日`.
extension Window {
  /// Days without a year are in that of `today`; nil when it says no days.
  init?(typed text: String, today: Day) {
    var text = String(decoding: Search.bytes(of: text), as: UTF8.self)
    // Between dates with other signs of their own a dash means "to".
    if text.contains(where: { Sign.otherThanDash.contains($0) }), !text.contains("..") {
      text = text.replacing("-", with: Sign.to)
    }
    for sign in Sign.othersOfTo { text = text.replacing(sign, with: Sign.to) }
    if text.hasSuffix(Sign.before) { text = Sign.to + text.dropLast() }
    if text.hasSuffix(Sign.onward) { text = text.dropLast() + Sign.to }
    var parts = text.split(separator: Sign.to, omittingEmptySubsequences: false).map {
      $0.filter { $0 != " " }
    }
    if parts.count == 1 { parts = text.split(separator: " ").map(String.init) }
    let year = today.date.year
    switch (parts.first, parts.count) {
    case (let part?, 1):
      // `9日` alone is in this month, or in the next where it has passed.
      let months = [today, Month(of: today).days.upperBound + 1].lazy
      let alone = months.compactMap {
        Self.days(part, year: $0.date.year, month: $0.date.month)
      }.first { $0.lowerBound >= today }
      guard let days = Self.days(part, year: year) ?? alone else { return nil }
      self = .days(days.lowerBound, days.upperBound)
    case ("", 2):
      guard let last = Self.days(parts[1], year: year) else { return nil }
      self = .until(last.upperBound)
    case (let part?, 2):
      guard let first = Self.days(part, year: year)?.lowerBound else { return nil }
      if parts[1].isEmpty {
        self = .from(first)
        return
      }
      // An end without a year that would lie before the beginning is one of the next year.
      let ends = [0, 1].compactMap {
        Self.days(parts[1], year: first.date.year + $0, month: first.date.month)
      }
      guard let last = ends.map(\.upperBound).first(where: { $0 >= first }) else { return nil }
      self = .days(first, last)
    default: return nil
    }
  }

  /// The signs that dates are written with; the Chinese ones are, in order, year, month, day,
  /// number, to, until, before, from.
  private enum Sign {
    static let month = "\u{6708}"
    static let day = ["\u{65E5}", "\u{53F7}"]
    static let ofDates = "-./\u{5E74}" + month + day.joined()
    static let otherThanDash = "./" + month
    static let to = "\u{81F3}"
    static let othersOfTo = ["..", "~", "\u{5230}", "\u{2014}", "\u{2013}"]
    static let before = "\u{524D}"
    static let onward = "\u{8D77}"
  }

  /// A day, or all days of a month.
  /// - Parameter month: that of a day given alone, `15日`.
  private static func days(_ text: String, year: Int, month: Int? = nil) -> ClosedRange<Day>? {
    let isDay = Sign.day.contains { text.hasSuffix($0) }
    let pieces = text.split { Sign.ofDates.contains($0) }
    let numbers = pieces.compactMap { Int($0) }
    guard numbers.count == pieces.count else { return nil }
    func day(_ year: Int, _ month: Int, _ day: Int) -> ClosedRange<Day>? {
      Day(year: year, month: month, day: day).map { $0...$0 }
    }
    func days(_ year: Int, _ month: Int) -> ClosedRange<Day>? {
      day(year, month, 1).map { Month(of: $0.lowerBound).days }
    }
    switch numbers.count {
    case 3: return day(numbers[0], numbers[1], numbers[2])
    case 2 where numbers[0] >= 1000: return days(numbers[0], numbers[1])
    case 2: return day(year, numbers[0], numbers[1])
    case 1 where isDay: return month.flatMap { day(year, $0, numbers[0]) }
    case 1 where pieces[0].count == 8:
      return day(numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100)
    case 1: return days(year, numbers[0])
    default: return nil
    }
  }
}

extension Month {
  var firstDay: Day { Day(year: year, month: month, day: 1) ?? Day(number: 0) }
  var days: ClosedRange<Day> {
    let last = [31, 30, 29].lazy.compactMap { Day(year: year, month: month, day: $0) }.first
    return firstDay...(last ?? firstDay + 27)
  }
}
