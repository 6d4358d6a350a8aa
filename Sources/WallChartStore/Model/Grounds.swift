/// What a task is judged on, on any day on which its entries come to the same: how it stands is worked out
/// of it when it is asked for. Small, and side by side with those of the others, where whole records lie
/// far apart in memory: for keys about all tasks.
package struct Grounds: Sendable {
  /// Its battle and the unit responsible, by their places in the plan; one that the plan does not have,
  /// which no file can, has the place behind the last.
  package let battle, unit: Int32
  package let risk: Chart.Risk
  private let isStanding: Bool
  /// The first day on the chart and the first one out of the plan: the first and the last of all days
  /// where there are none.
  let added, withdrawn: Day
  package let stage: Stage
  package let isSupervised, isFalse, isSentBack, isDisputed: Bool
  /// The limit now in force, that of a standing duty aside; here and below the last of all days for none.
  package let limit: Day
  /// The earliest due day of a node that is not met.
  package let firstOpenNode: Day
  /// Where it belongs in the order of limits: the limit now in force, else the day of the last node.
  package let order: Day
  /// The day that the last report promises something for; the first of all days where it names none.
  package let promise: Day
  /// The last sign of life, or since when it is on the chart; nil where only the list tells.
  private let lastSign: Day?
  /// The days on which its entries come to the same.
  let days: ClosedRange<Day>

  init(
    of task: Frame, battle: Int, unit: Int, record: TaskRecord, days: ClosedRange<Day>
  ) {
    (self.battle, self.unit) = (Int32(clamping: battle), Int32(clamping: unit))
    (risk, isStanding) = (task.risk, task.isStanding)
    (added, withdrawn) = (task.added ?? Day(number: .min), task.withdrawn ?? Day(number: .max))
    (stage, isSupervised, isFalse) = (record.stage, record.isSupervised, record.isFalse)
    (isSentBack, isDisputed) = (record.isSentBack, record.nodes.contains { $0.isDisputed })
    limit = task.isStanding ? Day(number: .max) : record.limit ?? Day(number: .max)
    var (first, last) = (Day(number: .max), Day?.none)
    for node in record.nodes {
      if node.met == nil { first = min(first, node.due) }
      last = max(last ?? node.dueInForce, node.dueInForce)
    }
    firstOpenNode = first
    order = record.limit ?? last ?? Day(number: .max)
    promise = record.lastReport?.promise ?? Day(number: .max)
    lastSign = record.lastSign ?? task.added
    self.days = days
  }

  /// What of a task in the plan decides how it stands, beside its nodes: a task with all its words
  /// costs more to hand over than to judge.
  struct Frame {
    var added, withdrawn: Day?
    var isStanding: Bool
    var risk: Chart.Risk
  }
}

extension Grounds {
  /// Out of the plan by the day.
  func isWithdrawn(on day: Day) -> Bool { withdrawn <= day }

  /// Whether it counts on the day: put on the chart by then, and not withdrawn.
  package func isOnChart(on day: Day) -> Bool { added <= day && day < withdrawn }

  /// The day its days late are counted from: its earliest unmet node or its limit.
  package var earliestDue: Day {
    stage == .crossedOff ? Day(number: .max) : min(limit, firstOpenNode)
  }

  /// Days since then; 0 when it is not past.
  package func daysLate(on day: Day) -> Int { max(0, day - earliestDue) }

  func standing(by terms: Terms) -> Standing {
    terms.standing(
      stage, limit: limit, firstOpenNode: firstOpenNode, isRed: isSupervised || isFalse)
  }

  /// No sign of life for longer than its rhythm allows.
  func isSilent(by terms: Terms) -> Bool {
    guard stage != .crossedOff, !isStanding, isOnChart(on: terms.day),
      let last = lastSign ?? terms.listed
    else { return false }
    return last < terms.silentBefore(risk)
  }
}

extension TaskRecord.LastReport {
  /// As the grounds have it; nil where nothing is promised.
  fileprivate var promise: Day? { hasPromise ? nextBy ?? Day(number: .min) : nil }
}
