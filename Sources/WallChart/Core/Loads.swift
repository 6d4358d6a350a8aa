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

  /// Counts a node, or takes it out again with `sign` −1.
  mutating func count(_ node: NodeStatus, graceDays: Int, sign: Int = 1) {
    nodes += sign
    switch node.state {
    case .met: met += sign
    case .metLate:
      met += sign
      metLate += sign
    case .overdue:
      overdue += sign
      if node.daysLate > graceDays { red += sign }
    case .dueSoon, .open: break
    }
  }

  /// Adds what other nodes come to.
  mutating func add(_ other: Load) {
    nodes += other.nodes
    met += other.met
    metLate += other.metLate
    overdue += other.overdue
    red += other.red
  }
}

/// What the nodes of some tasks come to, by their days and by their places in their tasks. The columns
/// of every axis are put together of it, without another look at the nodes.
struct Loads: Sendable {
  private(set) var byPlace: [Load] = []
  /// From ``first`` on.
  private var byDay: [Load] = []
  private var first: Day
  /// Of days far from all others, for a plan may also have some in the year 9999.
  private var far: [Day: Load] = [:]
  private let graceDays: Int

  /// - Parameter isCounted: which tasks, by their places in the plan.
  init(in situation: Situation, where isCounted: (Int) -> Bool) {
    first = situation.day
    graceDays = situation.chart.rules.graceDays
    let tasks = situation.status.tasks
    for task in tasks.indices where isCounted(task) { count(tasks[task].nodes, sign: 1) }
  }

  /// Counts the nodes of a task, or takes them out again with `sign` −1.
  mutating func count(_ nodes: [NodeStatus], sign: Int) {
    while byPlace.count < nodes.count { byPlace.append(Load()) }
    for place in nodes.indices {
      byPlace[place].count(nodes[place], graceDays: graceDays, sign: sign)
      let day = nodes[place].due
      if !isNear(day) { reach(day) }
      if isNear(day) {
        byDay[day - first].count(nodes[place], graceDays: graceDays, sign: sign)
      } else {
        far[day, default: Load()].count(nodes[place], graceDays: graceDays, sign: sign)
      }
    }
  }

  private func isNear(_ day: Day) -> Bool { byDay.indices.contains(day - first) }

  /// Days that are counted side by side, and how many more at a time.
  private static let (most, more) = (20_000, 366)

  /// Makes room for a day, unless it is too far off.
  private mutating func reach(_ day: Day) {
    let before = max(0, first - day)
    let behind = max(0, day - first + 1 - byDay.count)
    guard before + behind + byDay.count < Self.most else { return }
    if before > 0 {
      byDay.insert(contentsOf: Array(repeating: Load(), count: before + Self.more), at: 0)
      first = first + -(before + Self.more)
    } else {
      byDay += Array(repeating: Load(), count: behind + Self.more)
    }
  }

  /// From the first day of a node, or the given one, to the last.
  func days(with day: Day) -> ClosedRange<Day> {
    let near = byDay.indices.lazy.filter { byDay[$0].nodes > 0 }
    let known =
      [near.first, byDay.indices.last { byDay[$0].nodes > 0 }].compactMap(\.self).map { first + $0 }
      + far.lazy.filter { $0.value.nodes > 0 }.map(\.key)
    return known.reduce(day...day) { min($0.lowerBound, $1)...max($0.upperBound, $1) }
  }

  /// What the columns of a calendar come to, counted from the stretch of a number on; those without
  /// nodes are left out.
  func byColumn(in zoom: Axis.Zoom, from number: Int) -> [Int: Load] {
    var loads: [Int: Load] = [:]
    for place in byDay.indices where byDay[place].nodes > 0 {
      loads[zoom.number(of: first + place) - number, default: Load()].add(byDay[place])
    }
    for (day, load) in far where load.nodes > 0 {
      loads[zoom.number(of: day) - number, default: Load()].add(load)
    }
    return loads
  }
}
