/// A calendar day without time zone, counted from 1970-01-01.
///
/// Own arithmetic (the proleptic Gregorian calendar in integer steps) because Foundation's
/// calendar is off the start path and its parsers turn 30 February into 1 March.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public let number: Int32

  /// The day so many days after 1970-01-01.
  public init(number: Int32) {
    self.number = number
  }

  /// The day of a date, or nil when the calendar has no such date or the year is outside 1000...9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1000...9999).contains(year), (1...12).contains(month),
      (1...Day.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    // Years are counted from March, so that the leap day is the last of its year.
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads exactly `YYYY-MM-DD`; anything else, and any day the calendar lacks, is nil.
  public init?(iso text: some StringProtocol) {
    let parsed = text.utf8.withContiguousStorageIfAvailable { Day(iso: $0) }
    guard let day = parsed ?? Array(text.utf8).withUnsafeBufferPointer({ Day(iso: $0) })
    else { return nil }
    self = day
  }

  /// The same of a plain string: very many are read by other modules, for which an initializer of
  /// any text is slow.
  public init?(iso text: String) {
    var text = text
    guard let day = text.withUTF8({ Day(iso: $0) }) else { return nil }
    self = day
  }

  init?(iso bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10 else { return nil }
    var (year, month, day) = (0, 0, 0)
    for (position, byte) in bytes.enumerated() {
      let digit = Int(byte) - 48
      switch position {
      case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
      default:
        guard (0...9).contains(digit) else { return nil }
        if position < 4 {
          year = year * 10 + digit
        } else if position < 7 {
          month = month * 10 + digit
        } else {
          day = day * 10 + digit
        }
      }
    }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month (1...12) and day of the month (1...31).
  public var date: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * fromMarch + 2) / 5 + 1
    )
  }

  /// 1 for Monday to 7 for Sunday, as ISO 8601 counts.
  public var weekday: Int {
    let fromMonday = (Int(number) + 3) % 7
    return (fromMonday + 7) % 7 + 1
  }

  /// The number of its week in the year its Thursday lies in, 1 to 53 (ISO 8601).
  public var week: Int {
    let thursday = self + (4 - weekday)
    let newYear = Day(year: thursday.date.year, month: 1, day: 1) ?? thursday
    return (thursday - newYear) / 7 + 1
  }

  /// `YYYY-MM-DD`.
  public var iso: String {
    let (year, month, day) = date
    guard (1000...9999).contains(year) else {
      return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
    // Large plans hold a million of them, and pieces put together cost ten times as much.
    return String(unsafeUninitializedCapacity: 10) { text in
      func write(_ number: Int, from place: Int, digits: Int) {
        var rest = number
        for at in (place..<place + digits).reversed() {
          text[at] = UInt8(48 + rest % 10)
          rest /= 10
        }
      }
      write(year, from: 0, digits: 4)
      write(month, from: 5, digits: 2)
      write(day, from: 8, digits: 2)
      (text[4], text[7]) = (45, 45)
      return 10
    }
  }

  /// Whether the left day is earlier.
  public static func < (left: Day, right: Day) -> Bool {
    left.number < right.number
  }

  /// The day so many days later (earlier when negative).
  public static func + (day: Day, days: Int) -> Day {
    let (sum, overflows) = Int(day.number).addingReportingOverflow(days)
    return Day(number: Int32(clamping: overflows ? days : sum))
  }

  /// The same day so many months later (earlier when negative), or the last of that month where it is
  /// shorter.
  package func later(months: Int) -> Day {
    let (year, month, number) = date
    let count = year * 12 + month - 1 + months
    let (otherYear, otherMonth) = (count / 12, count % 12 + 1)
    let length = Day.length(ofMonth: otherMonth, year: otherYear)
    return Day(year: otherYear, month: otherMonth, day: min(number, length)) ?? self + 31 * months
  }

  /// Whole days from `right` to `left`.
  public static func - (left: Day, right: Day) -> Int {
    Int(left.number) - Int(right.number)
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
