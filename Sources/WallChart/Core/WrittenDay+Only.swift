import WallChartStore

// A line that is nothing but a day, as an office types it: here `11-9` is no pair of pumps.
extension WrittenDay {
  /// The day that a whole line names, in any of the forms that people write.
  /// - Parameter isAhead: takes a day without its year from `day` on; else in the year of `day`.
  static func only(
    _ text: String, on day: Day, rules: Chart.Rules, isAhead: Bool = true
  ) throws(FoundProblem.Fault) -> Day {
    if let near = TypedWords.nearDay(PlanNames.plain(text)) { return day + near }
    let first = isAhead ? day : Day(year: day.date.year, month: 1, day: 1) ?? day
    if let numbers = numbers(of: text) {
      if let month = numbers.month {
        return try LimitWord.next(month, numbers.day, on: first, text)
      }
      guard let found = Self.day(numbers.day, on: day, isAhead: isAhead) else {
        throw .badDay(text)
      }
      return found
    }
    if let fault = dayFirst(text, from: first) { throw fault }
    let word = signs(of: text)
    if case .day(let found)? = try LimitWord(word, on: first, rules: rules) { return found }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let (found, range) = try find(in: words, on: first, onlyPlain: false),
      range == words.indices
    else { throw .notADay(text) }
    return found
  }

  /// `13-1` has no such month, and may be a day of January or January of a year.
  private static func dayFirst(_ text: String, from first: Day) -> FoundProblem.Fault? {
    let plain = PlanNames.plain(text)
    guard let sign = plain.first(where: { "/.-".contains($0) }), sign != "/" else { return nil }
    let parts = plain.split(separator: sign, omittingEmptySubsequences: false)
    guard parts.count == 2, let day = number(parts[0]), let month = number(parts[1]),
      (13...31).contains(day), (1...12).contains(month)
    else { return nil }
    let days = [first.date.year, first.date.year + 1].compactMap {
      Day(year: $0, month: month, day: day)
    }
    guard let meant = days.first(where: { $0 >= first }) ?? days.first else {
      return .badDay(text)
    }
    return .monthFirst(text, day: meant, year: 2000 + day)
  }

  /// A day of this month, or of the next where it has passed: `9日`.
  private static func day(_ number: Int, on day: Day, isAhead: Bool) -> Day? {
    let (year, month) = (day.date.year, day.date.month)
    let found = Day(year: year, month: month, day: number)
    guard isAhead, found.map({ $0 < day }) ?? true else { return found }
    return month == 12
      ? Day(year: year + 1, month: 1, day: number)
      : Day(year: year, month: month + 1, day: number)
  }

  /// `8月5日之前`, `8月5号`: with the sign of a day that is written in full, and no other before it.
  private static func signs(of text: String) -> String {
    var plain = PlanNames.plain(text)
    for signs in TypedWords.all.map(\.daySigns) where signs.count == 5 {
      for said in TypedWords.daySaid { plain.replace(said, with: signs[2]) }
      for before in TypedWords.beforeSaid where plain.hasSuffix(before) {
        plain = plain.dropLast(before.count) + signs[4]
      }
    }
    return plain
  }

  /// The numbers of `11-9`, `8.5`, `11/9`, month first, and of `9日`; nil of any other line.
  private static func numbers(of text: String) -> (month: Int?, day: Int)? {
    var plain = signs(of: text)[...]
    for signs in TypedWords.all.map(\.daySigns) where signs.count == 5 {
      if plain.hasSuffix(signs[4]) { plain = plain.dropLast(signs[4].count) }
      if plain.hasSuffix(signs[2]), let day = number(plain.dropLast(signs[2].count)) {
        return (1...31).contains(day) ? (nil, day) : nil
      }
    }
    guard let sign = plain.first(where: { "/.-".contains($0) }) else { return nil }
    let parts = plain.split(separator: sign, omittingEmptySubsequences: false)
    guard parts.count == 2, let month = number(parts[0]), let day = number(parts[1]),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    return (month, day)
  }

  private static func number(_ text: Substring) -> Int? {
    guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }
}
