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
}

extension Situation {
  /// The tasks of a standing by their places, the longest overdue first.
  func behind(_ standing: Standing, in battle: String?) -> [Int] {
    let tasks = status.tasks
    // Days and place in one number, for half of a hundred thousand tasks may be late.
    var keys: [Int] = []
    for index in tasks.indices
    where tasks[index].standing == standing && isShown(index, in: battle) {
      keys.append((Int(Int32.max) - tasks[index].daysLate) << 32 | index)
    }
    keys.sort()
    return keys.map { $0 & 0xFFFF_FFFF }
  }

  /// Those among tasks that stand on the page of a battle, by its id.
  func byBattle(_ places: [Int]) -> [String: [Int]] {
    Dictionary(grouping: places) { chart.tasks[$0].battle }
  }

  /// The line of a task that is late.
  func lineBehind(_ index: Int) -> Projector.Line {
    Projector.Line(task: index, cause: cause(of: index), days: status.tasks[index].daysLate)
  }

  /// Why a task is behind: what its days late are counted from, else what somebody decided.
  func cause(of index: Int) -> Projector.Line.Cause {
    let tasks = status.tasks
    let daysLate = tasks[index].daysLate
    if daysLate == 0 { return tasks[index].record.isSupervised ? .supervised : .reopened }
    let nodes = tasks[index].nodes
    let first = nodes.indices.first { nodes[$0].metOn == nil && day - nodes[$0].due == daysLate }
    return first.map { .node($0) } ?? .limit
  }

  /// The unmet nodes due today and on the days after it, up to a number of days; of each day in the
  /// order of the plan.
  func coming(through last: Int, in battle: String?) -> [[Projector.Line]] {
    var lines: [[Projector.Line]] = Array(repeating: [], count: last + 1)
    let (tasks, day) = (status.tasks, day)
    for index in tasks.indices where isShown(index, in: battle) {
      let nodes = tasks[index].nodes
      for place in nodes.indices where nodes[place].metOn == nil {
        let left = nodes[place].due - day
        guard left >= 0, left <= last else { continue }
        lines[left].append(Projector.Line(task: index, cause: .node(place), days: left))
      }
    }
    return lines
  }

  private func isShown(_ index: Int, in battle: String?) -> Bool {
    status.tasks[index].isOnChart && (battle == nil || chart.tasks[index].battle == battle)
  }
}
