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
    self = [task].status(of: 0, entries, by: Terms(rules, listed: listed, on: day))
  }

  /// What of a task in the plan decides how it stands, beside its nodes: a task with all its words
  /// costs more to hand over than to judge.
  struct Frame {
    var limit, added, withdrawn: Day?
    var isStanding: Bool
    var risk: Chart.Risk
  }

  /// The same of what a task's plan says of it.
  init(nodes plan: [Chart.Node], frame: Frame, entries: [Entry], by terms: Terms) {
    let record = TaskRecord(nodes: plan, limit: frame.limit, entries: entries, on: terms.day)
    self.record = record
    nodes = plan.indices.map { index in
      let node = record.nodes[index]
      return NodeStatus(
        due: node.met?.due ?? node.due, metOn: node.met?.on,
        isDisputed: record.isDisputed(node: plan[index].id), on: terms.day,
        dueSoonDays: terms.dueSoonDays)
    }
    (standing, isSilent, daysLate, isWithdrawn, isOnChart) = (.green, false, 0, false, false)
    judge(frame, by: terms)
  }

  /// The same task on another day on which its entries come to the same; and what it comes to there.
  mutating func move(_ frame: Frame, by terms: Terms) -> Tally {
    for place in nodes.indices {
      nodes[place].move(to: terms.day, dueSoonDays: terms.dueSoonDays)
    }
    judge(frame, by: terms)
    return tally(on: terms.day)
  }

  /// What the task comes to. Mutating, so that none is copied for it.
  mutating func tally(on day: Day) -> Tally { Tally(of: self, on: day) }

  private mutating func judge(_ frame: Frame, by terms: Terms) {
    let day = terms.day
    isWithdrawn = frame.withdrawn.map { $0 <= day } ?? false
    isOnChart = !isWithdrawn && frame.added.map { $0 <= day } ?? true
    let isOpen = record.stage != .crossedOff
    let limit = frame.isStanding ? nil : record.limit
    let first = nodes.firstOpenDay
    daysLate = isOpen ? max(0, day - (limit.map { min($0, first) } ?? first)) : 0
    standing = terms.standing(
      record.stage, limit: limit, firstOpenNode: first,
      isRed: record.isSupervised || record.isFalse)
    let lastSign = record.lastSign ?? frame.added ?? terms.listed
    isSilent =
      isOpen && !frame.isStanding && isOnChart
      && lastSign.map { $0 < terms.silentBefore(frame.risk) } ?? false
  }
}

extension [NodeStatus] {
  /// The first day of a node that is not met; the last of all days where there is none.
  var firstOpenDay: Day {
    var first = Day(number: .max)
    for place in indices where self[place].metOn == nil {
      first = Swift.min(first, self[place].due)
    }
    return first
  }
}
