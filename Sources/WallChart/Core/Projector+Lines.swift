import WallChartStore

extension Projector {
  /// A line of a page: a task, and why it stands there.
  struct Line: Equatable, Sendable {
    enum Cause: Equatable, Sendable {
      /// A node of the task, by its place.
      case node(Int)
      case limit
      case supervised
      /// Reopened as false.
      case reopened
      /// What became of it since the last meeting: one of the kinds for the room.
      case change(Changes.Kind)
    }

    /// The task's place in the plan.
    var task: Int
    var cause: Cause
    /// Days late, or days that are left.
    var days: Int
  }

  /// A unit that holds a battle up.
  struct UnitBehind: Equatable, Sendable {
    var unit: String
    var red = 0
    var yellow = 0
    /// The sum over its tasks of the battle.
    var daysLate = 0
  }
}

extension Situation {
  /// Tasks of these standings, the first standing first, in each the longest overdue first.
  func behind(_ standings: [Standing], in battle: String?) -> [Projector.Line] {
    let tasks = status.tasks
    return standings.flatMap { standing in
      tasks.indices.filter { tasks[$0].standing == standing && isShown($0, in: battle) }
        .sorted { (-tasks[$0].daysLate, $0) < (-tasks[$1].daysLate, $1) }
        .map { Projector.Line(task: $0, cause: cause(of: $0), days: tasks[$0].daysLate) }
    }
  }

  /// Why a task is behind: what its days late are counted from, else what somebody decided.
  func cause(of index: Int) -> Projector.Line.Cause {
    let task = status.tasks[index]
    if task.daysLate == 0 { return task.record.isSupervised ? .supervised : .reopened }
    let open = task.nodes.indices.filter { task.nodes[$0].metOn == nil }
    guard let first = open.min(by: { task.nodes[$0].due < task.nodes[$1].due }),
      day - task.nodes[first].due == task.daysLate
    else { return .limit }
    return .node(first)
  }

  /// Unmet nodes due in so many days from today, by day, then in the order of the plan.
  func coming(_ days: ClosedRange<Int>, in battle: String?) -> [Projector.Line] {
    var lines: [Projector.Line] = []
    let tasks = status.tasks
    for index in tasks.indices where isShown(index, in: battle) {
      let nodes = tasks[index].nodes
      for place in nodes.indices where nodes[place].metOn == nil {
        let left = nodes[place].due - day
        guard days.contains(left) else { continue }
        lines.append(Projector.Line(task: index, cause: .node(place), days: left))
      }
    }
    // The sort need not keep the order of equals, so the place decides.
    return lines.enumerated().sorted { ($0.element.days, $0.offset) < ($1.element.days, $1.offset) }
      .map(\.element)
  }

  /// The units with red or yellow tasks in a battle, as units rank: by red tasks, then by days
  /// late. Joint ones are not ranked.
  func unitsBehind(in battle: String) -> [Projector.UnitBehind] {
    var units: [String: Projector.UnitBehind] = [:]
    let tasks = status.tasks
    for index in tasks.indices where isShown(index, in: battle) {
      let id = chart.tasks[index].unit
      var unit = units[id] ?? Projector.UnitBehind(unit: id)
      if tasks[index].standing == .red { unit.red += 1 }
      if tasks[index].standing == .yellow { unit.yellow += 1 }
      unit.daysLate += tasks[index].daysLate
      units[id] = unit
    }
    let places = Dictionary(
      chart.units.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return units.values
      .filter { $0.red + $0.yellow > 0 && chart.unit($0.unit)?.kind != .joint }
      .sorted {
        (-$0.red, -$0.daysLate, places[$0.unit] ?? 0)
          < (-$1.red, -$1.daysLate, places[$1.unit] ?? 0)
      }
  }

  private func isShown(_ index: Int, in battle: String?) -> Bool {
    status.tasks[index].isOnChart && (battle == nil || chart.tasks[index].battle == battle)
  }
}
