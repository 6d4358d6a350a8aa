/// A calendar month: a column of the chart at month zoom.
public struct Month: Hashable, Comparable, Sendable {
  /// Months since January of year 0.
  public let number: Int

  public init(number: Int) {
    self.number = number
  }

  public init(of day: Day) {
    let date = day.date
    number = date.year * 12 + date.month - 1
  }

  public var year: Int { number / 12 }
  /// 1...12.
  public var month: Int { number % 12 + 1 }

  public static func < (left: Month, right: Month) -> Bool {
    left.number < right.number
  }
}
