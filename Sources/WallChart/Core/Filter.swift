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

  /// The tasks among these that are shown on the situation's day, by their places in the plan.
  func filtered(_ places: [Int], in situation: Situation) -> [Int] {
    conditions.reduce(places) { $1.filtered($0, in: situation) }
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

  /// The tasks among these for which it holds, by their places in the plan. By place, for of a hundred
  /// thousand tasks none can be copied.
  func filtered(_ places: [Int], in situation: Situation) -> [Int] {
    let (tasks, status) = (situation.chart.tasks, situation.status)
    let all = status.grounds
    switch self {
    case .overdue: return places.filter { all[$0].daysLate(on: status.day) > 0 }
    case .silent: return places.filter { status.isSilent($0) }
    case .standing(let standing): return places.filter { status.standing(of: $0) == standing }
    case .unfinished: return places.filter { status.standing(of: $0) != .crossedOff }
    case .unit(let id):
      let unit = situation.chart.units.firstIndex { $0.id == id }
      return places.filter { Int(all[$0].unit) == unit }
    case .lead(let id): return places.filter { tasks[$0].lead == id }
    case .rhythm(let rhythm):
      let rhythms = situation.chart.rules.rhythm
      let risks = Chart.Risk.allCases.filter { rhythms[$0] == rhythm }
      return places.filter { risks.contains(all[$0].risk) }
    case .risk(let risk): return places.filter { all[$0].risk == risk }
    case .due(let window):
      let days = window.days(on: situation.day)
      let records = status.records
      return places.filter { place in
        if let limit = records[place].limit, days.contains(limit), !all[place].stage.isClosed {
          return true
        }
        return records[place].nodes.contains { $0.met == nil && days.contains($0.due) }
      }
    }
  }
}
