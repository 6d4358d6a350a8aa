/// Where a task stands against the calendar: the colour of its light.
public enum Standing: String, Sendable, CaseIterable {
  /// Crossed off.
  case crossedOff
  /// Submitted or in public notice.
  case inClosing
  /// Its limit has passed, a node is overdue beyond the grace, it is under supervision, or it was
  /// reopened as false.
  case red
  /// A node is overdue within the days of grace.
  case yellow
  /// A node or the limit is due soon.
  case dueSoon
  /// None of these.
  case green

  /// Its place among all of them, for counting.
  var place: Int {
    switch self {
    case .crossedOff: 0
    case .inClosing: 1
    case .red: 2
    case .yellow: 3
    case .dueSoon: 4
    case .green: 5
    }
  }
}

/// How one task stands on a day.
public struct TaskStatus: Sendable, Equatable {
  /// What the ledger says of it.
  public var record: TaskRecord
  /// In the order of the plan.
  public var nodes: [NodeStatus]
  /// Where it stands against the calendar.
  public var standing: Standing
  /// No sign of life for longer than its rhythm allows.
  public var isSilent: Bool
  /// Days since its earliest unmet due day or limit; 0 once crossed off.
  public var daysLate: Int
  /// Out of the plan by the day.
  public var isWithdrawn: Bool
  /// Whether it counts on the day: put on the chart by then, and not withdrawn. Of all others no list
  /// and no total of that day knows.
  public var isOnChart: Bool

  /// Folds a task's entries for a day; `listed` is the day the task came onto the chart, for tasks
  /// that never reported.
  public init(
    of task: Chart.Task, rules: Chart.Rules, entries: [Entry], on day: Day, listed: Day?
  ) {
    self.init(
      nodes: task.nodes, limit: task.limit, term: task.term, added: task.added,
      withdrawn: task.withdrawn, rhythm: rules.rhythm(of: task.risk), rules: rules,
      entries: entries, on: day, listed: listed)
  }

  /// The same of what a task's plan says of it.
  /// - Parameter known: what its entries come to on the day, where that is known.
  init(
    nodes plan: [Chart.Node], limit first: Day?, term: Chart.Task.Term, added: Day?,
    withdrawn: Day?, rhythm: Chart.Rhythm, rules: Chart.Rules, entries: [Entry], on day: Day,
    listed: Day?, known: TaskRecord? = nil
  ) {
    let record = known ?? TaskRecord(nodes: plan, limit: first, entries: entries, on: day)
    self.record = record
    nodes = plan.indices.map { index in
      let node = record.nodes[index]
      return NodeStatus(
        due: node.met?.due ?? node.due, metOn: node.met?.on,
        isDisputed: record.isDisputed(node: plan[index].id), on: day,
        dueSoonDays: rules.dueSoonDays)
    }
    isWithdrawn = withdrawn.map { $0 <= day } ?? false
    isOnChart = !isWithdrawn && added.map { $0 <= day } ?? true
    let limit = term == .standing ? nil : record.limit
    let isOpen = record.stage != .crossedOff
    var earliest = limit
    for node in nodes where node.metOn == nil {
      earliest = min(earliest ?? node.due, node.due)
    }
    daysLate = isOpen ? max(0, earliest.map { day - $0 } ?? 0) : 0
    standing = Self.standing(record, nodes, limit: limit, rules: rules, on: day)
    isSilent =
      isOpen && term != .standing && isOnChart
      && Self.isSilent(
        since: record.lastSign ?? added ?? listed, rhythm: rhythm, rules: rules, on: day)
  }

  private static func standing(
    _ record: TaskRecord, _ nodes: [NodeStatus], limit: Day?, rules: Chart.Rules, on day: Day
  ) -> Standing {
    switch record.stage {
    case .crossedOff: return .crossedOff
    case .submitted, .notice: return .inClosing
    case .notStarted, .rectifying: break
    }
    let worst = nodes.lazy.filter { $0.state == .overdue }.map(\.daysLate).max() ?? 0
    let isLimitPassed = limit.map { day > $0 } ?? false
    if isLimitPassed || worst > rules.graceDays || record.isSupervised || record.isFalse {
      return .red
    }
    if worst > 0 { return .yellow }
    let isLimitSoon = limit.map { $0 - day <= rules.dueSoonDays } ?? false
    return isLimitSoon || nodes.contains { $0.state == .dueSoon } ? .dueSoon : .green
  }

  private static func isSilent(
    since last: Day?, rhythm: Chart.Rhythm, rules: Chart.Rules, on day: Day
  ) -> Bool {
    guard let last else { return false }
    switch rhythm {
    case .daily: return rules.hasWorkdays(moreThan: 1, after: last, through: day)
    case .weekly: return day - last > 7
    case .monthly: return day - last > 31
    }
  }
}
