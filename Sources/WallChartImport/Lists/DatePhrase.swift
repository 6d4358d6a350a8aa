import WallChartStore

/// What the words of a cell say about a day: 2020-10-31, 10月底前, 长期坚持.
enum DatePhrase: Sendable, Equatable {
  /// By a day.
  case date(PartialDate)
  /// A duty without end: 长期坚持; and one that begins on a day: 2020年7月起.
  case standing
  /// At once: 立行立改; and the day by which that is over, where it is said.
  case atOnce(PartialDate?)
  /// At once, and kept up without end: 立行立改、长期坚持.
  case atOnceForGood

  /// Why words that could be a day are not taken for one.
  enum Doubt: Error {
    /// Which number is the day and which the month: 03/04/2020.
    case order
    /// A year of two digits, or a number that could be one: 31.10.20, Oct-20.
    case shortYear
    /// A number that could be a day as Excel counts them: 45123.
    case serial
    /// Whether its beginning or its end is meant: 10月前.
    case beginning
  }
}

/// A day as words give it: its year may stand elsewhere, and the last of a month has no number.
struct PartialDate: Sendable, Equatable {
  /// Which day of the month.
  enum Part: Sendable, Equatable {
    /// As written.
    case day(Int)
    /// 初, 上旬: the 10th.
    case early
    /// 中旬: the 20th.
    case middle
    /// 下旬, 底, 末, and a month alone: its last day.
    case end
  }

  var year: Int?
  /// 1...12 where the calendar has it; anything else is no day.
  var month: Int
  var part: Part

  init(year: Int?, month: Int, part: Part) {
    self.year = year
    self.month = month
    self.part = part
  }

  init(_ day: Day) {
    let (year, month, dayOfMonth) = day.date
    self.init(year: year, month: month, part: .day(dayOfMonth))
  }

  /// 31 December: 年底, 年内.
  static func endOfYear(_ year: Int?) -> PartialDate {
    PartialDate(year: year, month: 12, part: .end)
  }

  /// The last day of a half, 1...2.
  static func end(ofHalf half: Int, _ year: Int?) -> PartialDate {
    PartialDate(year: year, month: half * 6, part: .end)
  }

  /// The last day of a quarter, 1...4.
  static func end(ofQuarter quarter: Int, _ year: Int?) -> PartialDate {
    PartialDate(year: year, month: quarter * 3, part: .end)
  }

  /// Whether a day was written, and not a part of a month.
  var isExact: Bool {
    if case .day = part { true } else { false }
  }

  /// The day in a year; nil when the calendar has none.
  func day(in year: Int) -> Day? {
    switch part {
    case .day(let day): Day(year: year, month: month, day: day)
    case .early: Day(year: year, month: month, day: 10)
    case .middle: Day(year: year, month: month, day: 20)
    case .end:
      [31, 30, 29, 28].lazy.compactMap { Day(year: year, month: month, day: $0) }.first
    }
  }
}

/// How days are written in a list that does not say it: `--dates`.
enum DateOrder: String, Sendable, CaseIterable {
  /// 2020/10/31, 31/10/2020, 10/31/2020.
  case ymd, dmy, mdy
  /// Bare numbers are days as Excel counts them: from 1900, or from 1904 as on old Macintoshes.
  case excel, excel1904

  /// The day of a bare number of five digits; nil when days are not counted.
  func day(ofSerial number: Int) -> Day? {
    switch self {
    case .ymd, .dmy, .mdy: nil
    case .excel: SerialDay().day(number)
    case .excel1904: SerialDay(from1904: true).day(number)
    }
  }
}
