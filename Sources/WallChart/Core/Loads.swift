import WallChartStore

/// What the nodes of one column come to.
struct Load: Equatable, Sendable {
  private(set) var nodes = 0
  private(set) var met = 0
  /// Of these, how many late.
  private(set) var metLate = 0
  /// Overdue within the grace and beyond it.
  private(set) var overdue = 0
  private(set) var red = 0

  /// Adds what nodes due on a day come to, or takes it out again with `sign` −1.
  fileprivate mutating func add(
    _ counts: Loads.Counts, due: Day, by deadline: Deadline, sign: Int = 1
  ) {
    nodes += sign * Int(counts.nodes)
    met += sign * Int(counts.met)
    metLate += sign * Int(counts.metLate)
    let unmet = sign * Int(counts.nodes - counts.met)
    if due < deadline.day { overdue += unmet }
    if due < deadline.redBefore { red += unmet }
  }

  /// Counts a node, or takes it out again with `sign` −1.
  mutating func count(_ node: TaskRecord.Node, by deadline: Deadline, sign: Int = 1) {
    var counts = Loads.Counts()
    counts.count(node, sign: 1)
    add(counts, due: node.dueInForce, by: deadline, sign: sign)
  }
}

/// From which days on nodes that are not met are overdue, and red.
struct Deadline: Sendable {
  /// Those due before it are overdue.
  let day: Day
  /// Those due before it are late beyond the grace.
  let redBefore: Day
}

extension Situation {
  var deadline: Deadline { Deadline(day: day, redBefore: day + -chart.rules.graceDays) }
}

/// How many nodes of some tasks there are, by their days and by their places in their tasks. The columns of
/// every axis are put together of it on any day, without another look at the nodes.
struct Loads: Sendable {
  fileprivate struct Counts: Sendable {
    var nodes: Int32 = 0
    var met: Int32 = 0
    var metLate: Int32 = 0

    mutating func count(_ node: TaskRecord.Node, sign: Int32) {
      nodes += sign
      if node.met != nil { met += sign }
      if node.isMetLate { metLate += sign }
    }
  }

  private struct Spot: Hashable {
    var day: Day
    var place: Int
  }

  /// From ``first`` on, of each day one after the other the first places of nodes.
  private var near: [Counts] = []
  private var first: Day
  /// Of days far from all others, for a plan may also have some in the year 9999, and of the places of
  /// tasks with very many nodes.
  private var far: [Spot: Counts] = [:]
  /// The most nodes of a task.
  private(set) var places = 0

  /// What the nodes of all tasks on the chart come to, or of some, by their places in the plan.
  init(in situation: Situation, of counted: [Int]? = nil) {
    first = situation.day
    let status = situation.status
    if let counted {
      for task in counted where status.isOnChart(task) { count(status.records[task].nodes) }
    } else {
      for task in status.records.indices where status.isOnChart(task) {
        count(status.records[task].nodes)
      }
    }
  }

  /// Counts the nodes of a task, or takes them out again with `sign` −1.
  mutating func count(_ nodes: [TaskRecord.Node], sign: Int32 = 1) {
    places = max(places, nodes.count)
    for place in nodes.indices {
      let day = nodes[place].dueInForce
      if place < Self.nearPlaces, isNear(day) || reach(day) {
        near[(day - first) * Self.nearPlaces + place].count(nodes[place], sign: sign)
      } else {
        far[Spot(day: day, place: place), default: Counts()].count(nodes[place], sign: sign)
      }
    }
  }

  /// Counts anew what another day changed beside the calendar.
  mutating func count(_ moves: [TaskMove], in situation: Situation) {
    for move in moves {
      if move.wasOnChart { count(move.nodes, sign: -1) }
      if situation.status.isOnChart(move.task) { count(situation.status.records[move.task].nodes) }
    }
  }

  private static let nearPlaces = 8
  /// Days that are counted side by side, and how many more at a time.
  private static let (most, more) = (20_000, 366)

  private var nearDays: Int { near.count / Self.nearPlaces }

  private func isNear(_ day: Day) -> Bool { day >= first && day - first < nearDays }

  /// Makes room for a day; false when it is too far off.
  private mutating func reach(_ day: Day) -> Bool {
    let before = max(0, first - day)
    let behind = max(0, day - first + 1 - nearDays)
    guard before + behind + nearDays < Self.most else { return false }
    let new = Array(
      repeating: Counts(), count: ((before > 0 ? before : behind) + Self.more) * Self.nearPlaces)
    if before > 0 {
      near.insert(contentsOf: new, at: 0)
      first = first + -(before + Self.more)
    } else {
      near += new
    }
    return true
  }

  private func forEach(_ take: (_ day: Day, _ place: Int, Counts) -> Void) {
    for spot in near.indices where near[spot].nodes > 0 {
      take(first + spot / Self.nearPlaces, spot % Self.nearPlaces, near[spot])
    }
    for (spot, counts) in far where counts.nodes > 0 { take(spot.day, spot.place, counts) }
  }

  /// Counts the nodes in a tally on a day.
  func count(in tally: inout Tally, on day: Day) {
    forEach { due, _, counts in
      tally.count(
        nodes: Int(counts.nodes), met: Int(counts.met), metLate: Int(counts.metLate), due: due,
        on: day)
    }
  }

  /// From the first day of a node, or the given one, to the last.
  func days(with day: Day) -> ClosedRange<Day> {
    var days = day...day
    forEach { day, _, _ in days = min(days.lowerBound, day)...max(days.upperBound, day) }
    return days
  }

  /// What the columns of a calendar come to, counted from the stretch of a number on; those without
  /// nodes are left out.
  func byColumn(in zoom: Axis.Zoom, from number: Int, by deadline: Deadline) -> [Int: Load] {
    var loads: [Int: Load] = [:]
    var last: (day: Day, column: Int)?
    forEach { day, _, counts in
      if last?.day != day { last = (day, zoom.number(of: day) - number) }
      loads[last?.column ?? 0, default: Load()].add(counts, due: day, by: deadline)
    }
    return loads
  }

  /// What the places of nodes come to.
  func byPlace(by deadline: Deadline) -> [Int: Load] {
    var loads: [Int: Load] = [:]
    for place in 0..<places { loads[place] = Load() }
    forEach { day, place, counts in
      loads[place, default: Load()].add(counts, due: day, by: deadline)
    }
    return loads
  }
}
