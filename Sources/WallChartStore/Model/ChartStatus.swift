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
  private let terms: Terms

  /// Folds the ledger over the plan for a day: entries with a later day of the fact do not count.
  public init(of chart: Chart, ledger: Ledger, on day: Day) {
    self.init(of: chart, ledger: ledger, on: day, from: nil)
  }

  /// - Parameter other: how the same plan and ledger stand on another day; what they say of a task of
  ///   which nothing happened in between is taken from there.
  package init(of chart: Chart, ledger: Ledger, on day: Day, from other: ChartStatus?) {
    self.day = day
    let terms = Terms(chart.rules, listed: ledger.firstImport(through: day), on: day)
    self.terms = terms
    let count = chart.tasks.count
    let middle = count < Self.manyTasks ? count : count / 2
    let later =
      middle < count ? Ahead { Part(middle..<count, of: chart, ledger, terms, from: other) } : nil
    var part = Part(0..<middle, of: chart, ledger, terms, from: other)
    if let later { part.append(later.value) }
    tasks = part.tasks
    (total, battles, units) = (part.total, part.battles.byID, part.units.byID)
  }

  /// Since when tasks without a day of their own are listed.
  var listed: Day? { terms.listed }

  /// Of fewer the later half is computed sooner than a thread begins.
  private static let manyTasks = 1000

  /// Computes one task anew after an entry about it; the counts follow.
  mutating func update(_ index: Int, of chart: Chart, ledger: Ledger) {
    count(index, in: chart, sign: -1)
    tasks[index] = terms.status(of: index, in: chart, ledger)
    count(index, in: chart, sign: 1)
  }

  private mutating func count(_ index: Int, in chart: Chart, sign: Int) {
    let part = Tally(of: tasks[index], on: day)
    total.add(part, sign: sign)
    battles[chart.tasks[index].battle, default: Tally()].add(part, sign: sign)
    units[chart.tasks[index].unit, default: Tally()].add(part, sign: sign)
  }
}

/// What every task is judged by.
private struct Terms: Sendable {
  private let day: Day
  let listed: Day?
  private let rhythms: Rhythms

  init(_ rules: Chart.Rules, listed: Day?, on day: Day) {
    (self.day, self.listed, rhythms) = (day, listed, Rhythms(rules))
  }

  /// By fields, for a task with all its words costs more to hand over than to judge.
  func status(
    of index: Int, in chart: Chart, _ ledger: Ledger, from other: ChartStatus? = nil
  ) -> TaskStatus {
    let entries = ledger.entries(of: chart.tasks[index].id)
    var known: TaskRecord?
    if let other, isSame(on: other.day, after: entries) { known = other.tasks[index].record }
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

  func tally(_ status: TaskStatus) -> Tally { Tally(of: status, on: day) }
}

/// Tasks that follow on each other in the plan, and what they come to.
private struct Part: Sendable {
  private(set) var tasks: [TaskStatus] = []
  private(set) var total = Tally()
  private(set) var battles = Tallies()
  private(set) var units = Tallies()

  init(
    _ range: Range<Int>, of chart: Chart, _ ledger: Ledger, _ terms: Terms,
    from other: ChartStatus?
  ) {
    tasks.reserveCapacity(chart.tasks.count - range.lowerBound)
    for index in range {
      let status = terms.status(of: index, in: chart, ledger, from: other)
      let tally = terms.tally(status)
      total.add(tally)
      battles.add(tally, of: chart.tasks[index].battle)
      units.add(tally, of: chart.tasks[index].unit)
      tasks.append(status)
    }
  }

  /// Adds those that follow.
  mutating func append(_ later: Part) {
    tasks += later.tasks
    total.add(later.total)
    battles.add(later.battles)
    units.add(later.units)
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

  mutating func add(_ others: Tallies) {
    for (id, place) in others.places { add(others.tallies[place], of: id) }
  }

  var byID: [String: Tally] { places.mapValues { tallies[$0] } }
}
