import WallChartStore

/// A header that names a day, an ISO week or a month, as the columns of a paper wall chart do.
struct DateHeader: Sendable, Equatable {
  enum Period: Sendable, Equatable {
    case month(Int)
    case week(Int)
    case day(month: Int, day: Int)
  }

  let period: Period
  /// Nil when the header leaves it to the sheet.
  let year: Int?

  /// One piece of a header: a number with its digits, or signs that are none.
  private enum Piece: Equatable {
    case number(Int, digits: Int)
    case word(String)
  }

  init?(_ header: String) {
    // Long texts are no dates.
    guard header.utf8.count <= 40 else { return nil }
    var pieces = Self.pieces(HeaderText.plain(header))
    var year: Int?
    // 2020年6月, 2020-06, 2020w30: a year of four digits in front, or behind an English month.
    if case .number(let number, digits: 4)? = pieces.first {
      year = number
      pieces.removeFirst()
      if let next = pieces.first, [.word("年"), .word("-"), .word("年第")].contains(next) {
        pieces.removeFirst()
        if next == .word("年第") { pieces.insert(.word("第"), at: 0) }
      }
    } else if case .number(let number, digits: 4)? = pieces.last, pieces.count > 1 {
      guard pieces.contains(where: { Self.month($0) != nil }) else { return nil }
      year = number
      pieces.removeLast()
      if pieces.last == .word("-") { pieces.removeLast() }
    }
    guard let period = Self.period(of: pieces, hasYear: year != nil) else { return nil }
    if let year, !DayReading.years.contains(year) { return nil }
    self.period = period
    self.year = year
  }

  private static func period(of pieces: [Piece], hasYear: Bool) -> Period? {
    switch pieces.count {
    case 1:
      if let month = month(pieces[0]) { return .month(month) }
      if hasYear, let month = number(pieces[0], 1...12) { return .month(month) }
    case 2:
      if let month = number(pieces[0], 1...12), [.word("月"), .word("月份")].contains(pieces[1]) {
        return .month(month)
      }
      let isWeek = [.word("w"), .word("week"), .word("-w"), .word("wk")].contains(pieces[0])
      if isWeek, let week = number(pieces[1], 1...53) { return .week(week) }
      if pieces[1] == .word("周"), let week = number(pieces[0], 1...53) { return .week(week) }
      if let day = number(pieces[0], 1...31), let month = month(pieces[1]) {
        return .day(month: month, day: day)
      }
      if let month = month(pieces[0]), let day = number(pieces[1], 1...31) {
        return .day(month: month, day: day)
      }
    case 3:
      if pieces[0] == .word("第"), pieces[2] == .word("周"), let week = number(pieces[1], 1...53) {
        return .week(week)
      }
      if hasYear, pieces[1] == .word("-"), let month = number(pieces[0], 1...12),
        let day = number(pieces[2], 1...31)
      {
        return .day(month: month, day: day)
      }
    case 4:
      if pieces[1] == .word("月"), [.word("日"), .word("号")].contains(pieces[3]),
        let month = number(pieces[0], 1...12), let day = number(pieces[2], 1...31)
      {
        return .day(month: month, day: day)
      }
    default: break
    }
    return nil
  }

  private static func pieces(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    for run in runs(of: text) {
      if run.utf8.allSatisfy({ (48...57).contains($0) }) {
        guard run.utf8.count <= 4, let number = Int(run) else { return [] }
        pieces.append(.number(number, digits: run.utf8.count))
      } else if let number = ChineseNumber.value(of: run) {
        pieces.append(.number(number, digits: 1))
      } else if let year = ChineseNumber.year(of: run.unicodeScalars) {
        pieces.append(.number(year, digits: 4))
      } else {
        pieces.append(.word(["/", ".", ",", "-"].contains(run) ? "-" : run))
      }
    }
    return pieces
  }

  /// Runs of digits, of Chinese numerals, and of other signs.
  private static func runs(of text: String) -> [String] {
    var runs: [String] = []
    var last = -1
    for sign in text {
      let kind = sign.isASCII && sign.isNumber ? 0 : ChineseNumber.signs.contains(sign) ? 1 : 2
      if kind == last { runs[runs.count - 1].append(sign) } else { runs.append(String(sign)) }
      last = kind
    }
    return runs
  }

  private static func number(_ piece: Piece, _ allowed: ClosedRange<Int>) -> Int? {
    guard case .number(let number, _) = piece, allowed.contains(number) else { return nil }
    return number
  }

  private static func month(_ piece: Piece) -> Int? {
    guard case .word(var word) = piece else { return nil }
    while let last = word.last, ".-,".contains(last) { word.removeLast() }
    if word.first == "-" { word.removeFirst() }
    return EnglishMonth.named(word)?.number
  }

  /// The days it stands for in a year; nil when the calendar has none such.
  func days(in year: Int) -> ClosedRange<Day>? {
    switch period {
    case .day(let month, let day):
      return Day(year: year, month: month, day: day).map { $0...$0 }
    case .month(let month):
      guard let first = Day(year: year, month: month, day: 1),
        let next = Day(
          year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
      else { return nil }
      return first...(next + -1)
    case .week(let week):
      // The week of 4 January is the first one (ISO 8601).
      guard let fourth = Day(year: year, month: 1, day: 4) else { return nil }
      let monday = fourth + (1 - fourth.weekday + 7 * (week - 1))
      return monday.week == week ? monday...(monday + 6) : nil
    }
  }

  /// A number that falls from one column to the next when a year ends between them.
  var order: Int {
    switch period {
    case .month(let month): month * 31
    case .week(let week): week * 7
    case .day(let month, let day): month * 31 + day
    }
  }
}
