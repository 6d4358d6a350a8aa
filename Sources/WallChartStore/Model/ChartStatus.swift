/// How a whole chart stands on a day: every task, and the counts by battle and by unit.
public struct ChartStatus: Sendable {
  /// The day it is computed for.
  public var day: Day { terms.day }
  /// What the ledger says of each task, in the order of the plan.
  package private(set) var records: [TaskRecord]
  /// What each of them is judged on.
  package private(set) var grounds: [Grounds]
  /// In the order of the plan.
  public var tasks: TaskStatuses {
    TaskStatuses(records: records, grounds: grounds, terms: terms)
  }
  /// Over all tasks.
  public var total: Tally { sums.total }
  /// Of each battle of the plan with tasks, by its id.
  public private(set) var battles: [String: Tally]
  /// Of each unit of the plan that is responsible for tasks, by its id.
  public private(set) var units: [String: Tally]
  private var terms: Terms
  private var sums: Sums
  /// For each task, the days on which as many of its nodes are due and overdue.
  private var counted: [ClosedRange<Day>]
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
    groups.battles.keep(part.grounds.lazy.map { Int($0.battle) })
    groups.units.keep(part.grounds.lazy.map { Int($0.unit) })
    (self.terms, self.groups) = (terms, groups)
    (records, grounds, counted, sums) = (part.records, part.grounds, part.counted, part.sums)
    battles = groups.battles.byID(sums.battles)
    units = groups.units.byID(sums.units)
  }

  /// How the same plan and ledger stand on another day. All tasks are judged by their grounds; only those
  /// of which something was entered in between are folded, and nodes are counted where one falls due.
  /// - Returns: the tasks that were folded, or that are on the chart on one of the days alone, as they
  ///   were before.
  @discardableResult
  package mutating func move(to day: Day, of chart: Chart, ledger: Ledger) -> [TaskMove] {
    let before = terms
    terms = Terms(chart.rules, listed: ledger.firstImport(through: day), on: day)
    var moves: [TaskMove] = []
    sums.forgetTasks()
    for index in grounds.indices {
      let wasOnChart = grounds[index].isOnChart(on: before.day)
      let isSame = grounds[index].days.contains(day)
      let isOnChart = grounds[index].isOnChart(on: day)
      if !isSame || isOnChart != wasOnChart || !counted[index].contains(day) {
        countNodes(index, on: before.day, sign: -1)
        if !isSame || isOnChart != wasOnChart {
          moves.append(TaskMove(task: index, wasOnChart: wasOnChart, nodes: records[index].nodes))
        }
        if !isSame { fold(index, of: chart, ledger) }
        counted[index] = records[index].nodes.counted(around: day)
        countNodes(index, on: day)
      }
      countTask(index)
    }
    battles = groups.battles.byID(sums.battles)
    units = groups.units.byID(sums.units)
    return moves
  }

  private mutating func countNodes(_ index: Int, on day: Day, sign: Int = 1) {
    guard grounds[index].isOnChart(on: day) else { return }
    let nodes = records[index].nodes
    sums.count(grounds[index]) { $0.count(nodes, on: day, sign: sign) }
  }

  private mutating func countTask(_ index: Int, sign: Int = 1) {
    guard grounds[index].isOnChart(on: day) else { return }
    let part = Tally.Part(grounds[index], by: terms)
    sums.count(grounds[index]) { $0.count(part, sign: sign) }
  }

  private mutating func fold(_ index: Int, of chart: Chart, _ ledger: Ledger) {
    let entries = ledger.entries(of: chart.tasks[index].id)
    records[index] = chart.tasks.record(of: index, entries, on: day)
    grounds[index] = chart.tasks.grounds(
      of: index, battle: Int(grounds[index].battle), unit: Int(grounds[index].unit),
      records[index], days: entries.days(around: day))
  }

  /// Whether a task's entries come to the same on another day.
  func isSame(_ task: Int, on other: Day) -> Bool { grounds[task].days.contains(other) }

  /// Where a task stands: what is kept of it, not the whole of it, is looked at.
  package func standing(of task: Int) -> Standing { grounds[task].standing(by: terms) }

  /// Whether a task has given no sign of life for too long.
  package func isSilent(_ task: Int) -> Bool { grounds[task].isSilent(by: terms) }

  /// Whether a task counts on the day.
  package func isOnChart(_ task: Int) -> Bool { grounds[task].isOnChart(on: day) }

  /// Since when tasks without a day of their own are listed.
  var listed: Day? { terms.listed }

  /// Computes one task anew after an entry about it; the counts follow.
  mutating func update(_ index: Int, of chart: Chart, ledger: Ledger) {
    countTask(index, sign: -1)
    countNodes(index, on: day, sign: -1)
    fold(index, of: chart, ledger)
    counted[index] = records[index].nodes.counted(around: day)
    countTask(index)
    countNodes(index, on: day)
    battles[chart.tasks[index].battle] = sums.battles[Int(grounds[index].battle)]
    units[chart.tasks[index].unit] = sums.units[Int(grounds[index].unit)]
  }

  /// Counts a task that is on the chart, or takes it out again with `sign` −1.
  package func count(_ task: Int, in tally: inout Tally, sign: Int = 1) {
    guard isOnChart(task) else { return }
    tally.count(Tally.Part(grounds[task], by: terms), sign: sign)
    tally.count(records[task].nodes, on: day, sign: sign)
  }

  /// What some tasks come to without their nodes, by their places in the plan.
  package func tallyWithoutNodes(of places: [Int]) -> Tally {
    var tally = Tally()
    for place in places where isOnChart(place) {
      tally.count(Tally.Part(grounds[place], by: terms))
    }
    return tally
  }
}

/// How a task stood before another day was looked at.
package struct TaskMove: Sendable {
  /// Its place in the plan.
  package let task: Int
  package let wasOnChart: Bool
  package let nodes: [TaskRecord.Node]
}

/// Tasks that follow on each other in the plan, and what they come to.
private struct Part: Sendable {
  private(set) var records: [TaskRecord] = []
  private(set) var grounds: [Grounds] = []
  private(set) var counted: [ClosedRange<Day>] = []
  private(set) var sums: Sums

  init(
    _ range: Range<Int>, of chart: Chart, _ ledger: Ledger, _ terms: Terms,
    _ groups: (battles: GroupPlaces, units: GroupPlaces)
  ) {
    sums = Sums(groups.battles, groups.units)
    var (battles, units) = (groups.battles, groups.units)
    let plan = chart.tasks
    let room = plan.count - range.lowerBound
    records.reserveCapacity(room)
    grounds.reserveCapacity(room)
    counted.reserveCapacity(room)
    for index in range {
      let entries = ledger.entries(of: plan[index].id)
      let record = plan.record(of: index, entries, on: terms.day)
      let task = plan.grounds(
        of: index, battle: battles.place(of: plan[index].battle),
        unit: units.place(of: plan[index].unit), record, days: entries.days(around: terms.day))
      if task.isOnChart(on: terms.day) {
        let part = Tally.Part(task, by: terms)
        sums.count(task) {
          $0.count(part)
          $0.count(record.nodes, on: terms.day)
        }
      }
      counted.append(record.nodes.counted(around: terms.day))
      records.append(record)
      grounds.append(task)
    }
  }

  /// Adds those that follow.
  mutating func append(_ later: Part) {
    records += later.records
    grounds += later.grounds
    counted += later.counted
    sums.add(later.sums)
  }
}

// By fields, for a task with all its words costs more to hand over than to judge.
extension [Chart.Task] {
  /// What the entries of a task come to.
  fileprivate func record(of index: Int, _ entries: [Entry], on day: Day) -> TaskRecord {
    TaskRecord(nodes: self[index].nodes, limit: self[index].limit, entries: entries, on: day)
  }

  fileprivate func grounds(
    of index: Int, battle: Int, unit: Int, _ record: TaskRecord, days: ClosedRange<Day>
  ) -> Grounds {
    let frame = Grounds.Frame(
      added: self[index].added, withdrawn: self[index].withdrawn,
      isStanding: self[index].term == .standing, risk: self[index].risk)
    return Grounds(of: frame, battle: battle, unit: unit, record: record, days: days)
  }

  /// How a task stands by its entries.
  func status(of index: Int, _ entries: [Entry], by terms: Terms) -> TaskStatus {
    let record = record(of: index, entries, on: terms.day)
    let grounds = grounds(
      of: index, battle: 0, unit: 0, record, days: entries.days(around: terms.day))
    return TaskStatus(record, grounds, by: terms)
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

extension [TaskRecord.Node] {
  /// The days around one on which as many of them are due and overdue.
  fileprivate func counted(around day: Day) -> ClosedRange<Day> {
    var (first, last) = (Day(number: .min), Day(number: .max))
    func change(on change: Day) {
      if change <= day {
        first = Swift.max(first, change)
      } else {
        last = Swift.min(last, change + -1)
      }
    }
    for place in indices {
      let due = self[place].dueInForce
      change(on: due)
      if self[place].met == nil { change(on: due + 1) }
    }
    return first...last
  }
}
