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
    let (status, tasks, battle) = (status, status.grounds, battle.map(place(ofBattle:)))
    // Days and place in one number, for half of a hundred thousand tasks may be late.
    var keys: [Int] = []
    for index in tasks.indices
    where status.standing(of: index) == standing && tasks[index].isShown(in: battle, on: day) {
      // Of those that are not late, none before the other.
      keys.append(Int(min(tasks[index].earliestDue, day).number) << 32 | index)
    }
    keys.sort()
    return keys.map { $0 & 0xFFFF_FFFF }
  }

  /// Tasks by the places of their battles.
  func byBattle(_ places: [Int]) -> [[Int]] {
    // One more, as in the grounds, for a battle that the plan does not have.
    var byBattle: [[Int]] = Array(repeating: [], count: chart.battles.count + 1)
    for place in places { byBattle[Int(status.grounds[place].battle)].append(place) }
    return byBattle
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
    let (tasks, records, day) = (status.grounds, status.records, day)
    let (end, battle) = (day + last, battle.map(place(ofBattle:)))
    for index in tasks.indices
    where tasks[index].firstOpenNode <= end && tasks[index].isShown(in: battle, on: day) {
      let nodes = records[index].nodes
      for place in nodes.indices where nodes[place].met == nil {
        let left = nodes[place].due - day
        guard left >= 0, left <= last else { continue }
        lines[left].append(Projector.Line(task: index, cause: .node(place), days: left))
      }
    }
    return lines
  }

  /// The place of a battle, behind the last where there is none of that id.
  private func place(ofBattle id: String) -> Int {
    chart.battles.firstIndex { $0.id == id } ?? chart.battles.count
  }
}

extension Grounds {
  /// Whether it counts, and belongs to the only battle, where there is one: by its place.
  fileprivate func isShown(in only: Int?, on day: Day) -> Bool {
    isOnChart(on: day) && (only == nil || Int(battle) == only)
  }
}
