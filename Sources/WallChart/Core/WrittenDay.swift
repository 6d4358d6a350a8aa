import WallChartStore

/// A day as the screen says it and people write it, in one word or several: `31 Oct`,
/// `October 31, 2020`, `31/10`, `10.31`, `2020/10/31`.
enum WrittenDay {
  /// What some words say.
  private struct Reading {
    var month: Int
    var day: Int
    var year: Int?
    /// How many words.
    var count: Int
    /// Whether it can hardly be anything but a day.
    var isPlain: Bool
    /// Whether day and month may be the other way round.
    var isAmbiguous = false
  }

  /// The day that the words name and where it stands among them; nil when they name none. What can
  /// only be a day comes before what may be a number.
  /// - Parameter onlyPlain: leaves numbers such as `24/7` what they are.
  static func find(
    in words: [String], on day: Day, onlyPlain: Bool
  ) throws(FoundProblem.Fault) -> (Day, Range<Int>)? {
    var found: [(reading: Reading, at: Int)] = []
    var place = 0
    while place < words.count {
      if let reading = read(words[place...]) {
        found.append((reading, place))
        place += reading.count
      } else {
        place += 1
      }
    }
    let plain = found.filter { $0.reading.isPlain }
    let clear = onlyPlain || !plain.isEmpty ? plain : found.filter { !$0.reading.isAmbiguous }
    guard clear.count < 2 else { throw .twice(.limit) }
    if let (reading, at) = clear.first {
      let range = at..<at + reading.count
      let text = words[range].joined(separator: " ")
      if reading.isAmbiguous { throw ambiguity(reading, text, on: day) }
      return (try self.day(reading, text, on: day), range)
    }
    guard !onlyPlain, let (reading, at) = found.first else { return nil }
    throw ambiguity(reading, words[at], on: day)
  }

  /// The one day to come that a sentence names, as a promise does: `8月5日前到位`, `roof on by 5 Aug`;
  /// nil when it names none, or several.
  static func named(in sentence: String, on day: Day, rules: Chart.Rules) -> Day? {
    // Chinese has no blanks around it.
    let signs = Set(TypedWords.all.flatMap { $0.daySigns.joined() } + "-")
    let parts = sentence.split { !$0.isNumber && !signs.contains($0) }.map(String.init)
    var found = parts.compactMap { part -> Day? in
      let word = (try? LimitWord(part, on: day, rules: rules)).flatMap(\.self)
      return if case .day(let named) = word { named } else { nil }
    }
    if found.isEmpty {
      let words = sentence.split(whereSeparator: \.isWhitespace).map(String.init)
      found = (try? find(in: words, on: day, onlyPlain: true)).flatMap(\.self).map { [$0.0] } ?? []
    }
    let days = Set(found.filter { $0 >= day })
    return days.count == 1 ? days.first : nil
  }

  private static func day(
    _ reading: Reading, _ text: String, on day: Day
  ) throws(FoundProblem.Fault) -> Day {
    guard let year = reading.year else {
      return try LimitWord.next(reading.month, reading.day, on: day, text)
    }
    guard let exact = Day(year: year, month: reading.month, day: reading.day) else {
      throw .badDay(text)
    }
    return exact
  }

  private static func ambiguity(
    _ reading: Reading, _ text: String, on day: Day
  ) -> FoundProblem.Fault {
    func next(_ month: Int, _ dayOfMonth: Int) -> Day? {
      let year = day.date.year
      let days = (reading.year.map { [$0] } ?? [year, year + 1])
        .compactMap { Day(year: $0, month: month, day: dayOfMonth) }
      return days.first { $0 >= day } ?? days.first
    }
    guard let one = next(reading.month, reading.day), let other = next(reading.day, reading.month)
    else { return .badDay(text) }
    return .ambiguousDay(text, one, other)
  }

  private static func read(_ words: ArraySlice<String>) -> Reading? {
    guard let first = words.first else { return nil }
    if let reading = numbers(first) { return reading }
    guard let second = words.dropFirst().first else { return nil }
    let named: (month: Int, day: Int)
    if let month = month(second), let day = dayOfMonth(first) {
      named = (month, day)
    } else if let month = month(first), let day = dayOfMonth(second) {
      named = (month, day)
    } else {
      return nil
    }
    let year = words.dropFirst(2).first.map(bare).flatMap { $0.utf8.count == 4 ? number($0) : nil }
    return Reading(
      month: named.month, day: named.day, year: year, count: year == nil ? 2 : 3, isPlain: true)
  }

  /// `31/10`, `10.31`, `10-31`, with a year in front or behind or none.
  private static func numbers(_ word: String) -> Reading? {
    let plain = bare(PlanNames.plain(word))
    guard let sign = plain.first(where: { "/.-".contains($0) }) else { return nil }
    let parts = plain.split(separator: sign, omittingEmptySubsequences: false).map(String.init)
    let values = parts.compactMap(number)
    guard values.count == parts.count, (2...3).contains(parts.count) else { return nil }
    let reading: Reading
    if parts.count == 2 {
      reading = Reading(
        month: values[0], day: values[1], year: nil, count: 1, isPlain: false,
        isAmbiguous: values[0] != values[1])
    } else if parts[0].utf8.count == 4 {
      // Behind a year comes the month, everywhere.
      return Reading(
        month: values[1], day: values[2], year: values[0], count: 1, isPlain: true)
    } else if parts[2].utf8.count == 4 {
      reading = Reading(
        month: values[0], day: values[1], year: values[2], count: 1, isPlain: true,
        isAmbiguous: values[0] != values[1])
    } else {
      return nil
    }
    guard parts[0].utf8.count <= 2, parts[1].utf8.count <= 2,
      (1...31).contains(reading.month), (1...31).contains(reading.day)
    else { return nil }
    // Day before month is written with strokes; 25.6 t and a 20-3 pump are no days.
    if reading.year == nil, sign != "/", reading.month > 12 { return nil }
    var clear = reading
    clear.isAmbiguous = false
    if reading.month > 12 {
      (clear.month, clear.day) = (reading.day, reading.month)
      return clear.month <= 12 ? clear : nil
    }
    if reading.day > 12 { return clear }
    // pH 8.5 and 3-4 pumps are no days.
    if reading.year == nil, sign != "/" { return nil }
    return reading
  }

  /// The month whose English name begins so: `Oct`, `Sept.`, `october`.
  private static func month(_ word: String) -> Int? {
    let plain = bare(PlanNames.plain(word))
    // A leak may, in small letters, be anything.
    guard plain.utf8.count >= 3, plain != "may" || word.first?.isUppercase == true else {
      return nil
    }
    return TypedWords.months.firstIndex { $0.hasPrefix(plain) }.map { $0 + 1 }
  }

  /// `31`, `31st`.
  private static func dayOfMonth(_ word: String) -> Int? {
    var plain = bare(PlanNames.plain(word))
    if ["st", "nd", "rd", "th"].contains(String(plain.suffix(2))) { plain.removeLast(2) }
    guard plain.utf8.count <= 2, let day = number(plain), (1...31).contains(day) else { return nil }
    return day
  }

  private static func number(_ text: String) -> Int? {
    text.utf8.allSatisfy { (48...57).contains($0) } && text.utf8.count <= 4 ? Int(text) : nil
  }

  /// Without the comma or the dot behind it.
  private static func bare(_ word: String) -> String {
    word.hasSuffix(",") || word.hasSuffix(".") ? String(word.dropLast()) : word
  }
}
