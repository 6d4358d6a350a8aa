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
  public let record: TaskRecord
  private let grounds: Grounds
  private let terms: Terms

  init(_ record: TaskRecord, _ grounds: Grounds, by terms: Terms) {
    (self.record, self.grounds, self.terms) = (record, grounds, terms)
  }

  /// Folds a task's entries for a day; `listed` is the day the task came onto the chart, for tasks
  /// that never reported.
  public init(
    of task: Chart.Task, rules: Chart.Rules, entries: [Entry], on day: Day, listed: Day?
  ) {
    self = [task].status(of: 0, entries, by: Terms(rules, listed: listed, on: day))
  }

  /// In the order of the plan.
  public var nodes: NodeStatuses {
    NodeStatuses(of: record, on: terms.day, dueSoonDays: terms.dueSoonDays)
  }
  /// Where it stands against the calendar.
  public var standing: Standing { grounds.standing(by: terms) }
  /// No sign of life for longer than its rhythm allows.
  public var isSilent: Bool { grounds.isSilent(by: terms) }
  /// Days since its earliest unmet due day or limit; 0 once crossed off.
  public var daysLate: Int { grounds.daysLate(on: terms.day) }
  /// Out of the plan by the day.
  public var isWithdrawn: Bool { grounds.isWithdrawn(on: terms.day) }
  /// Whether it counts on the day: put on the chart by then, and not withdrawn. Of all others no list
  /// and no total of that day knows.
  public var isOnChart: Bool { grounds.isOnChart(on: terms.day) }

  /// Whether tasks stand alike, be it on other days.
  public static func == (left: TaskStatus, right: TaskStatus) -> Bool {
    left.record == right.record && left.nodes == right.nodes && left.standing == right.standing
      && left.isSilent == right.isSilent && left.daysLate == right.daysLate
      && left.isWithdrawn == right.isWithdrawn && left.isOnChart == right.isOnChart
  }
}

/// How the tasks of a chart stand on a day, in the order of the plan; each is judged when it is asked for.
public struct TaskStatuses: RandomAccessCollection, Sendable, Equatable {
  let records: [TaskRecord]
  let grounds: [Grounds]
  let terms: Terms

  /// The place of the first task.
  public var startIndex: Int { 0 }
  /// The place behind the last one.
  public var endIndex: Int { records.count }

  /// How a task stands, by its place in the plan.
  public subscript(place: Int) -> TaskStatus {
    TaskStatus(records[place], grounds[place], by: terms)
  }

  /// Whether all of them stand alike.
  public static func == (left: TaskStatuses, right: TaskStatuses) -> Bool {
    left.elementsEqual(right)
  }
}
