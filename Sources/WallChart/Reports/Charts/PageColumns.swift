import WallChartStore
import WallChartWords

/// The columns of time on a page: months, or quarters where those would be too many for paper. What
/// lies far off stands in the first and the last one, so that a few nodes make no row of empty columns.
struct PageColumns {
  private static let mostMonths = 18
  private static let mostQuarters = 12
  /// Columns before that of the day, where not all have room.
  private static let mostBefore = 4
  /// The part of the nodes that may stand together in the first column, and in the last.
  private static let few = 20

  let zoom: Axis.Zoom
  /// The stretches of the calendar that have columns.
  let numbers: ClosedRange<Int>
  /// Those from the first node to the last, and the day.
  private let all: ClosedRange<Int>
  private let now: Int

  init(of situation: Situation) {
    let tasks = situation.status.tasks.filter(\.isOnChart)
    let days = tasks.flatMap(\.nodes).map(\.due).sorted()
    let day = situation.day
    let months = Self.numbers(.month, days, day)
    zoom = months.shown.count <= Self.mostMonths ? .month : .quarter
    (all, numbers) = zoom == .month ? months : Self.numbers(.quarter, days, day)
    now = zoom.number(of: day)
  }

  /// All stretches of the calendar, and those that get a column.
  private static func numbers(
    _ zoom: Axis.Zoom, _ days: [Day], _ day: Day
  ) -> (all: ClosedRange<Int>, shown: ClosedRange<Int>) {
    let now = zoom.number(of: day)
    guard let first = days.first, let last = days.last else { return (now...now, now...now) }
    let all = min(zoom.number(of: first), now)...max(zoom.number(of: last), now)
    let few = days.count / Self.few
    var lower = min(zoom.number(of: days[few]) - 1, now)
    var upper = max(zoom.number(of: days[days.count - 1 - few]) + 1, now)
    // Two months in one column save too little.
    if lower < all.lowerBound + 2 { lower = all.lowerBound }
    if upper > all.upperBound - 2 { upper = all.upperBound }
    if zoom == .quarter, upper - lower >= mostQuarters {
      lower = max(lower, min(now - mostBefore, upper - mostQuarters + 1))
      upper = min(upper, lower + mostQuarters - 1)
    }
    return (all, lower...upper)
  }

  /// The column, counted from 0, in which a day stands.
  func place(of day: Day) -> Int {
    min(max(zoom.number(of: day), numbers.lowerBound), numbers.upperBound) - numbers.lowerBound
  }

  var count: Int { numbers.count }

  /// Whether a column, counted from 0, is that of the day.
  func isNow(_ place: Int) -> Bool { numbers.lowerBound + place == now }

  /// Whether a column holds more than its own stretch of the calendar.
  func isJoined(_ place: Int) -> Bool {
    place == 0 && all.lowerBound < numbers.lowerBound
      || place == count - 1 && all.upperBound > numbers.upperBound
  }

  /// `Jul`, `Q3`; `Q3 and before` where earlier ones stand in it too.
  func head(_ place: Int, _ words: Words) -> String {
    let head = zoom.head(of: numbers.lowerBound + place, words: words)
    guard isJoined(place) else { return head }
    return words(place == 0 ? .pageAndBefore : .pageAndAfter, ["column": head])
  }

  /// The year, above the first column and wherever one begins.
  func year(_ place: Int) -> Int? {
    let number = numbers.lowerBound + place
    return place == 0 || zoom.isTurn(number) ? zoom.year(of: number) : nil
  }

  /// From the first day shown to the last.
  var days: ClosedRange<Day> {
    zoom.firstDay(of: numbers.lowerBound)...zoom.firstDay(of: numbers.upperBound + 1) + -1
  }
}
