import WallChartStore
import WallChartWords

/// What the columns of the chart are: stretches of the calendar, or the places of nodes in their
/// tasks.
enum Axis: Hashable, Sendable {
  case calendar(Zoom)
  case nodes

  /// How long a stretch of the calendar a column is, from the shortest on.
  enum Zoom: String, CaseIterable, Sendable {
    case day, week, month, quarter
  }

  /// Whether a cell has to say the month of its day, since the column does not.
  var saysMonth: Bool { self == .nodes || self == .calendar(.quarter) }
}

extension Axis.Zoom {
  /// The number of the stretch a day lies in; that of the next stretch is one more.
  func number(of day: Day) -> Int {
    switch self {
    case .day: Int(day.number)
    // Weeks begin on Monday, and 1 January 1970 was a Thursday.
    case .week: (Int(day.number) + 3 - (day.weekday - 1)) / 7
    case .month: Month(of: day).number
    case .quarter: Month(of: day).number / 3
    }
  }

  /// The first day of a stretch.
  func firstDay(of number: Int) -> Day {
    switch self {
    case .day: Day(number: Int32(clamping: number))
    case .week: Day(number: Int32(clamping: number * 7 - 3))
    case .month: Month(number: number).firstDay
    case .quarter: Month(number: number * 3).firstDay
    }
  }

  /// The next longer or shorter stretch; nil at the end.
  func next(_ step: Int) -> Axis.Zoom? {
    let all = Axis.Zoom.allCases
    return all.firstIndex(of: self).flatMap {
      all.indices.contains($0 + step) ? all[$0 + step] : nil
    }
  }

  /// The year a column belongs to: of a week, that of its Thursday (ISO 8601).
  func year(of number: Int) -> Int {
    let first = firstDay(of: number)
    return (self == .week ? first + 3 : first).date.year
  }

  /// The head of a column: `Jul`, `W31`, `15`, `Q3`.
  func head(of number: Int, words: Words) -> String {
    let first = firstDay(of: number)
    let (_, month, day) = first.date
    switch self {
    case .day: return "\(day)"
    case .week: return words(.headWeek, ["n": "\(first.week)"])
    case .month: return words.name(of: Month(of: first))
    case .quarter: return words(.headQuarter, ["n": "\((month - 1) / 3 + 1)"])
    }
  }

  /// The head of a column where it begins a new year or month, or stands first on the screen.
  func headOfTurn(of number: Int, words: Words) -> String {
    let first = firstDay(of: number)
    let (_, month, day) = first.date
    return self == .day ? "\(month)/\(day)" : "\(year(of: number))"
  }

  /// Whether a column is the first of its year, or of its month where days are shown.
  func isTurn(_ number: Int) -> Bool {
    let first = firstDay(of: number)
    switch self {
    case .day: return first.date.day == 1
    case .week: return first.week == 1
    case .month, .quarter: return first.date.month == 1
    }
  }
}

extension Words {
  func name(of axis: Axis) -> String {
    switch axis {
    case .calendar(.day): self(.axisDay)
    case .calendar(.week): self(.axisWeek)
    case .calendar(.month): self(.axisMonth)
    case .calendar(.quarter): self(.axisQuarter)
    case .nodes: self(.axisNodes)
    }
  }

  func name(of order: Order) -> String {
    switch order {
    case .battle: self(.orderBattle)
    case .unit: self(.orderUnit)
    case .standing: self(.orderStanding)
    case .limit: self(.orderLimit)
    }
  }
}
