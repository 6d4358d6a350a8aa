/// How a whole chart stands on a day: every task, and the counts by battle and by unit.
public struct ChartStatus: Sendable {
  /// The day it is computed for.
  public var day: Day { terms.day }
  /// In the order of the plan.
  public private(set) var tasks: [TaskStatus]
  /// Over all tasks.
  public private(set) var total = Tally()
  /// Of each battle of the plan with tasks, by its id.
  public private(set) var battles: [String: Tally] = [:]
  /// Of each unit of the plan that is responsible for tasks, by its id.
  public private(set) var units: [String: Tally] = [:]
  private var terms: Terms
  private var grounds: [Grounds]
  /// The battles and units that the tasks name.
  private let groups: (battles: GroupPlaces, units: GroupPlaces)

  /// Folds the ledger over the plan for a day: entries with a later day of the fact do not count.
  public init(of chart: Chart, ledger: Ledger, on day: Day) {
    let terms = Terms(chart.rules, listed: ledger.firstImport(through: day), on: day)
    var groups = (
      battles: GroupPlaces(of: chart.battles.map(\.id)),
      units: GroupPlaces(of: chart.units.map(\.id))
    )
    let count = chart.tasks.count
    let middle = chart.tasks.laterHalf
    let all = groups
    let later =
      middle < count ? Ahead { Part(middle..<count, of: chart, ledger, terms, all) } : nil
    var part = Part(0..<middle, of: chart, ledger, terms, groups)
    if let later { part.append(later.value) }
    groups.battles.keep(part.grounds.lazy.map(\.battle))
    groups.units.keep(part.grounds.lazy.map(\.unit))
    (self.terms, self.groups) = (terms, groups)
    (tasks, grounds) = (part.tasks, part.grounds)
    take(part.sums)
  }

  private mutating func take(_ sums: Sums) {
    total = sums.total
    battles = groups.battles.byID(sums.battles)
    units = groups.units.byID(sums.units)
  }

  /// How the same plan and ledger stand on another day. A task of which nothing happened in between is
  /// judged where it stands, and nothing is folded or copied for it.
  package mutating func move(to day: Day, of chart: Chart, ledger: Ledger) {
    terms = Terms(chart.rules, listed: ledger.firstImport(through: day), on: day)
    let (terms, groups, middle) = (terms, groups, tasks.laterHalf)
    var sums = Sums(groups.battles, groups.units)
    tasks.withUnsafeMutableBufferPointer { tasks in
      grounds.withUnsafeMutableBufferPointer { grounds in
        // Unsafe, for two threads have it until the other one is waited for below; but each looks at
        // half of the tasks, and none at those of the other.
        nonisolated(unsafe) let moved = Moved(tasks: tasks, grounds: grounds)
        let end = tasks.count
        let later =
          middle < end ? Ahead { moved.move(middle..<end, chart, ledger, terms, groups) } : nil
        sums = moved.move(0..<middle, chart, ledger, terms, groups)
        if let later { sums.add(later.value) }
      }
    }
    take(sums)
  }

  /// Whether a task's entries come to the same on another day.
  func isSame(_ task: Int, on other: Day) -> Bool { grounds[task].days.contains(other) }

  /// Since when tasks without a day of their own are listed.
  var listed: Day? { terms.listed }

  /// Computes one task anew after an entry about it; the counts follow.
  mutating func update(_ index: Int, of chart: Chart, ledger: Ledger) {
    count(index, in: chart, sign: -1)
    let entries = ledger.entries(of: chart.tasks[index].id)
    tasks[index] = chart.tasks.status(of: index, entries, by: terms)
    grounds[index].days = entries.days(around: day)
    count(index, in: chart, sign: 1)
  }

  private mutating func count(_ index: Int, in chart: Chart, sign: Int) {
    let part = Tally(of: tasks[index], on: day)
    total.add(part, sign: sign)
    battles[chart.tasks[index].battle, default: Tally()].add(part, sign: sign)
    units[chart.tasks[index].unit, default: Tally()].add(part, sign: sign)
  }
}

/// What a task is judged on, and counted with: all of it that does not change from one day to the next.
private struct Grounds: Sendable {
  let frame: TaskStatus.Frame
  /// The days on which its entries come to the same.
  var days: ClosedRange<Day>
  let battle, unit: Int
}

/// The tasks of a chart, where they stand, on their way to another day.
private struct Moved {
  let tasks: UnsafeMutableBufferPointer<TaskStatus>
  let grounds: UnsafeMutableBufferPointer<Grounds>

  /// Moves some of them, and says what they come to there.
  func move(
    _ range: Range<Int>, _ chart: Chart, _ ledger: Ledger, _ terms: Terms,
    _ groups: (battles: GroupPlaces, units: GroupPlaces)
  ) -> Sums {
    var sums = Sums(groups.battles, groups.units)
    for index in range {
      if !grounds[index].days.contains(terms.day) {
        let entries = ledger.entries(of: chart.tasks[index].id)
        tasks[index] = chart.tasks.status(of: index, entries, by: terms)
        grounds[index].days = entries.days(around: terms.day)
      }
      sums.add(tasks[index].move(grounds[index].frame, by: terms), of: grounds[index])
    }
    return sums
  }
}

extension [Chart.Task] {
  /// How a task stands by its entries. By fields, here and below, for a task with all its words costs
  /// more to hand over than to judge.
  func status(of index: Int, _ entries: [Entry], by terms: Terms) -> TaskStatus {
    TaskStatus(nodes: self[index].nodes, frame: frame(of: index), entries: entries, by: terms)
  }

  fileprivate func frame(of index: Int) -> TaskStatus.Frame {
    TaskStatus.Frame(
      limit: self[index].limit, added: self[index].added, withdrawn: self[index].withdrawn,
      isStanding: self[index].term == .standing, risk: self[index].risk)
  }
}

extension [Entry] {
  /// From the last day of an entry up to this day to the day before the next one.
  fileprivate func days(around day: Day) -> ClosedRange<Day> {
    var (first, last) = (Day(number: .min), Day(number: .max))
    for place in indices {
      let on = self[place].on
      if on <= day { first = Swift.max(first, on) } else { last = Swift.min(last, on + -1) }
    }
    return first...last
  }
}

/// Tasks that follow on each other in the plan, and what they come to.
private struct Part: Sendable {
  private(set) var tasks: [TaskStatus] = []
  private(set) var grounds: [Grounds] = []
  private(set) var sums: Sums

  init(
    _ range: Range<Int>, of chart: Chart, _ ledger: Ledger, _ terms: Terms,
    _ groups: (battles: GroupPlaces, units: GroupPlaces)
  ) {
    sums = Sums(groups.battles, groups.units)
    var (battles, units) = (groups.battles, groups.units)
    let plan = chart.tasks
    tasks.reserveCapacity(plan.count - range.lowerBound)
    grounds.reserveCapacity(plan.count - range.lowerBound)
    for index in range {
      let entries = ledger.entries(of: plan[index].id)
      let ground = Grounds(
        frame: plan.frame(of: index), days: entries.days(around: terms.day),
        battle: battles.place(of: plan[index].battle), unit: units.place(of: plan[index].unit))
      var status = TaskStatus(
        nodes: plan[index].nodes, frame: ground.frame, entries: entries, by: terms)
      sums.add(status.tally(on: terms.day), of: ground)
      tasks.append(status)
      grounds.append(ground)
    }
  }

  /// Adds those that follow.
  mutating func append(_ later: Part) {
    tasks += later.tasks
    grounds += later.grounds
    sums.add(later.sums)
  }
}

/// What tasks come to, altogether and by the places of battles and units.
private struct Sums: Sendable {
  private(set) var total = Tally()
  private(set) var battles: [Tally]
  private(set) var units: [Tally]

  init(_ battles: GroupPlaces, _ units: GroupPlaces) {
    self.battles = Array(repeating: Tally(), count: battles.count)
    self.units = Array(repeating: Tally(), count: units.count)
  }

  mutating func add(_ part: Tally, of grounds: Grounds) {
    total.add(part)
    battles[grounds.battle].add(part)
    units[grounds.unit].add(part)
  }

  mutating func add(_ others: Sums) {
    total.add(others.total)
    for place in battles.indices { battles[place].add(others.battles[place]) }
    for place in units.indices { units[place].add(others.units[place]) }
  }
}

/// The places of battles or units by their ids; the last one is for those that a plan names and
/// does not have, which no file can.
private struct GroupPlaces: Sendable {
  private let ids: [String]
  private var places: [String: Int] = [:]
  private var hasTasks: [Bool] = []
  /// Tasks of one battle mostly stand together.
  private var last: (id: String, place: Int)

  var count: Int { ids.count + 1 }

  init(of ids: [String]) {
    self.ids = ids
    last = ("", ids.count)
    for place in ids.indices.reversed() { places[ids[place]] = place }
  }

  mutating func place(of id: String) -> Int {
    if id != last.id { last = (id, places[id] ?? ids.count) }
    return last.place
  }

  /// Keeps those places alone at which there are tasks, be they on the chart or not.
  mutating func keep(_ named: some Sequence<Int>) {
    hasTasks = Array(repeating: false, count: count)
    for place in named { hasTasks[place] = true }
  }

  /// The tallies by the ids.
  func byID(_ tallies: [Tally]) -> [String: Tally] {
    var byID: [String: Tally] = [:]
    for place in ids.indices where hasTasks[place] { byID[ids[place]] = tallies[place] }
    return byID
  }
}
