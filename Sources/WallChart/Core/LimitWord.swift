import WallChartStore

/// A word of a line that says by when: `2020-10-31`, `10-31`, `10月31日前`, `长期`.
enum LimitWord: Equatable {
  case day(Day)
  case term(Chart.Task.Term)

  /// Reads a word; nil when it says nothing of a limit. A day without a year is taken in the year
  /// of `day` when it still comes, and never guessed.
  init?(_ word: String, on day: Day, rules: Chart.Rules) throws(FoundProblem.Fault) {
    let plain = PlanNames.plain(word)
    // English ones are words like any other, and stand behind a sign.
    if !plain.utf8.allSatisfy({ $0 < 0x80 }), let term = TypedWords.term(plain) {
      self = .term(term)
      return
    }
    if let known = rules.limitWords.first(where: { PlanNames.plain($0.words) == plain }) {
      self = .day(try Self.next(known.day.month, known.day.day, on: day, word))
      return
    }
    if plain.utf8.count == 10, plain.utf8.filter({ $0 == 45 }).count == 2 {
      guard let exact = Day(iso: plain) else {
        if plain.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) }) { throw .badDay(word) }
        return nil
      }
      self = .day(exact)
      return
    }
    guard let numbers = Self.numbers(plain) else { return nil }
    guard let year = numbers.year else {
      self = .day(try Self.next(numbers.month, numbers.day, on: day, word))
      return
    }
    guard let exact = Day(year: year, month: numbers.month, day: numbers.day) else {
      throw .badDay(word)
    }
    self = .day(exact)
  }

  /// What a word behind `!` says of the term.
  static func term(_ text: String) -> LimitWord? {
    TypedWords.term(PlanNames.plain(text)).map { .term($0) }
  }

  /// A day without a year, in the year of `day`, where it still comes; `word` says it.
  static func next(
    _ month: Int, _ dayOfMonth: Int, on day: Day, _ word: String
  ) throws(FoundProblem.Fault) -> Day {
    guard DayOfYear(month: month, day: dayOfMonth) != nil else { throw .badDay(word) }
    let next = Day(year: day.date.year, month: month, day: dayOfMonth)
    guard let next, next >= day else { throw .needsYear(word) }
    return next
  }

  /// The numbers of `10-31`, `10月31日`, `2020年10月31日`, `10月底`, each with 前 or not.
  private static func numbers(_ plain: String) -> (year: Int?, month: Int, day: Int)? {
    if plain.utf8.allSatisfy({ $0 < 0x80 }) {
      let parts = plain.split(separator: "-", omittingEmptySubsequences: false)
      // 24-48 is no day of any month.
      guard plain.utf8.count == 5, parts.count == 2, let month = Int(parts[0]),
        let day = Int(parts[1]), (1...12).contains(month), (1...31).contains(day)
      else { return nil }
      return (nil, month, day)
    }
    return TypedWords.all.lazy.compactMap { numbers(plain, signs: $0.daySigns) }.first
  }

  private static func numbers(
    _ plain: String, signs: [String]
  ) -> (year: Int?, month: Int, day: Int)? {
    guard signs.count == 5 else { return nil }
    var rest = plain[...]
    func number(before end: String) -> Int? {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard (1...4).contains(digits.count), rest[digits.endIndex...].hasPrefix(end),
        let value = Int(digits)
      else { return nil }
      rest = rest[digits.endIndex...].dropFirst(end.count)
      return value
    }
    if rest.hasSuffix(signs[4]) { rest = rest.dropLast(signs[4].count) }
    let year = number(before: signs[0])
    guard let month = number(before: signs[1]) else { return nil }
    if rest == signs[3] {
      // The last day of the month, in a year that matters for February alone.
      let days = (28...31).last { Day(year: year ?? 2001, month: month, day: $0) != nil }
      return days.map { (year, month, $0) }
    }
    guard let day = number(before: signs[2]), rest.isEmpty else { return nil }
    return (year, month, day)
  }
}
