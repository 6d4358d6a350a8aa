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
  let listed: Day?
  private let rhythms: Rhythms

  /// Folds the ledger over the plan for a day: entries with a later day of the fact do not count.
  public init(of chart: Chart, ledger: Ledger, on day: Day) {
    self.init(of: chart, ledger: ledger, on: day, from: nil)
  }

  /// - Parameter other: how the same plan and ledger stand on another day; what they say of a task of
  ///   which nothing happened in between is taken from there.
  package init(of chart: Chart, ledger: Ledger, on day: Day, from other: ChartStatus?) {
    self.day = day
    listed = ledger.firstImport(through: day)
    rhythms = Rhythms(chart.rules)
    tasks = []
    tasks.reserveCapacity(chart.tasks.count)
    var (byBattle, byUnit) = (Tallies(), Tallies())
    for index in chart.tasks.indices {
      let status = self.status(of: index, in: chart, ledger, from: other)
      let part = Tally(of: status, on: day)
      total.add(part)
      byBattle.add(part, of: chart.tasks[index].battle)
      byUnit.add(part, of: chart.tasks[index].unit)
      tasks.append(status)
    }
    (battles, units) = (byBattle.byID, byUnit.byID)
  }

  /// By fields, for a task with all its words costs more to hand over than to judge.
  private func status(
    of index: Int, in chart: Chart, _ ledger: Ledger, from other: ChartStatus? = nil
  ) -> TaskStatus {
    let entries = ledger.entries(of: chart.tasks[index].id)
    var known: TaskRecord?
    if let other, other.isSame(on: day, after: entries) { known = other.tasks[index].record }
    return TaskStatus(
      nodes: chart.tasks[index].nodes, limit: chart.tasks[index].limit,
      term: chart.tasks[index].term, added: chart.tasks[index].added,
      withdrawn: chart.tasks[index].withdrawn, rhythm: rhythms[chart.tasks[index].risk],
      rules: chart.rules, entries: entries, on: day, listed: listed, known: known)
  }

  /// Whether none of a task's entries is of a day between this one and another.
  private func isSame(on other: Day, after entries: [Entry]) -> Bool {
    let (first, last) = (min(day, other), max(day, other))
    return entries.indices.allSatisfy { entries[$0].on <= first || entries[$0].on > last }
  }

  /// Computes one task anew after an entry about it; the counts follow.
  mutating func update(_ index: Int, of chart: Chart, ledger: Ledger) {
    count(index, in: chart, sign: -1)
    tasks[index] = status(of: index, in: chart, ledger)
    count(index, in: chart, sign: 1)
  }

  private mutating func count(_ index: Int, in chart: Chart, sign: Int) {
    let part = Tally(of: tasks[index], on: day)
    total.add(part, sign: sign)
    battles[chart.tasks[index].battle, default: Tally()].add(part, sign: sign)
    units[chart.tasks[index].unit, default: Tally()].add(part, sign: sign)
  }
}

/// The rhythms of a chart's rules, without a table to look them up in.
private struct Rhythms: Sendable {
  private let high, medium, low: Chart.Rhythm

  init(_ rules: Chart.Rules) {
    (high, medium, low) = (
      rules.rhythm(of: .high), rules.rhythm(of: .medium), rules.rhythm(of: .low)
    )
  }

  subscript(risk: Chart.Risk) -> Chart.Rhythm {
    switch risk {
    case .high: high
    case .medium: medium
    case .low: low
    }
  }
}

/// Counts by id while they are made: tasks of one battle mostly stand together.
private struct Tallies {
  private var places: [String: Int] = [:]
  private var tallies: [Tally] = []
  private var last: (id: String, place: Int) = ("", -1)

  mutating func add(_ part: Tally, of id: String) {
    if last.place < 0 || last.id != id {
      let place = places[id] ?? tallies.count
      if place == tallies.count {
        places[id] = place
        tallies.append(Tally())
      }
      last = (id, place)
    }
    tallies[last.place].add(part)
  }

  var byID: [String: Tally] { places.mapValues { tallies[$0] } }
}
