/// How a whole chart stands on a day: every task, and the counts by battle and by unit.
public struct ChartStatus: Sendable {
  /// The day it is computed for.
  public let day: Day
  /// In the order of the plan.
  public private(set) var tasks: [TaskStatus]
  /// Over all tasks.
  public private(set) var total = Tally()
  /// By battle id.
  public private(set) var battles: [String: Tally] = [:]
  /// By id of the responsible unit.
  public private(set) var units: [String: Tally] = [:]
  private let listed: Day?

  /// Folds the ledger over the plan for a day: entries with a later day of the fact do not count.
  public init(of chart: Chart, ledger: Ledger, on day: Day) {
    self.day = day
    let listed = ledger.firstImport(through: day)
    self.listed = listed
    tasks = chart.tasks.map { task in
      TaskStatus(
        of: task, rules: chart.rules, entries: ledger.entries(of: task.id), on: day,
        listed: listed)
    }
    for index in tasks.indices { count(index, in: chart, sign: 1) }
  }

  /// Computes one task anew after an entry about it; the counts follow.
  mutating func update(_ index: Int, of chart: Chart, ledger: Ledger) {
    count(index, in: chart, sign: -1)
    let task = chart.tasks[index]
    tasks[index] = TaskStatus(
      of: task, rules: chart.rules, entries: ledger.entries(of: task.id), on: day, listed: listed)
    count(index, in: chart, sign: 1)
  }

  private mutating func count(_ index: Int, in chart: Chart, sign: Int) {
    let task = chart.tasks[index]
    total.count(tasks[index], on: day, sign: sign)
    battles[task.battle, default: Tally()].count(tasks[index], on: day, sign: sign)
    units[task.unit, default: Tally()].count(tasks[index], on: day, sign: sign)
  }
}
