import WallChartStore

/// What a task must be to be shown: at most one condition of each kind, and all of them hold.
struct Filter: Hashable, Sendable {
  /// In the order they were chosen.
  private(set) var conditions: [Condition]

  init(_ conditions: Condition...) {
    self.conditions = []
    for condition in conditions { narrow(to: condition) }
  }

  var isEmpty: Bool { conditions.isEmpty }

  /// Narrows further; a condition of the same kind gives way to it.
  mutating func narrow(to condition: Condition) {
    if let place = conditions.firstIndex(where: { $0.kind == condition.kind }) {
      conditions[place] = condition
    } else {
      conditions.append(condition)
    }
  }

  /// Narrows, or takes the condition away again where it is the one that holds already.
  mutating func toggle(_ condition: Condition) {
    if let place = conditions.firstIndex(of: condition) {
      conditions.remove(at: place)
    } else {
      narrow(to: condition)
    }
  }

  /// Whether a task is shown on the situation's day.
  func holds(for task: Int, in situation: Situation) -> Bool {
    conditions.allSatisfy { $0.holds(for: task, in: situation) }
  }
}

/// One thing that a filter asks of a task.
enum Condition: Hashable, Sendable {
  case overdue, silent
  case standing(Standing)
  /// Not crossed off.
  case unfinished
  /// A responsible unit or a lead department, by its id.
  case unit(String)
  case lead(String)
  case rhythm(Chart.Rhythm)
  case risk(Chart.Risk)
  /// A node or the limit is open and lies in the window.
  case due(Window)

  /// Conditions of one kind exclude each other.
  enum Kind: String {
    case overdue, silent, standing, unit, lead, rhythm, risk, due
  }

  var kind: Kind {
    switch self {
    case .overdue: .overdue
    case .silent: .silent
    case .standing, .unfinished: .standing
    case .unit: .unit
    case .lead: .lead
    case .rhythm: .rhythm
    case .risk: .risk
    case .due: .due
    }
  }

  func holds(for index: Int, in situation: Situation) -> Bool {
    let task = situation.chart.tasks[index]
    let status = situation.status.tasks[index]
    switch self {
    case .overdue: return status.daysLate > 0
    case .silent: return status.isSilent
    case .standing(let standing): return status.standing == standing
    case .unfinished: return status.standing != .crossedOff
    case .unit(let id): return task.unit == id
    case .lead(let id): return task.lead == id
    case .rhythm(let rhythm): return situation.chart.rules.rhythm[task.risk] == rhythm
    case .risk(let risk): return task.risk == risk
    case .due(let window):
      let days = window.days(on: situation.day)
      if status.nodes.contains(where: { !$0.state.isMet && days.contains($0.due) }) { return true }
      guard let limit = status.record.limit, !status.record.stage.isClosed else { return false }
      return days.contains(limit)
    }
  }
}
