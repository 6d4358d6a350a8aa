/// A calendar month: a column of the chart at month zoom.
package struct Month: Hashable, Comparable, Sendable {
  /// Months since January of year 0.
  package let number: Int

  package init(number: Int) {
    self.number = number
  }

  package init(of day: Day) {
    let date = day.date
    number = date.year * 12 + date.month - 1
  }

  package var year: Int { number / 12 }
  /// 1...12.
  package var month: Int { number % 12 + 1 }

  package static func < (left: Month, right: Month) -> Bool {
    left.number < right.number
  }
}
