import WallChartStore

/// A line of the chart's body.
enum Row: Hashable, Sendable {
  /// The head of a group of tasks.
  case group(Group)
  /// A task, by its place in the plan.
  case task(Int)

  var isGroup: Bool {
    if case .group = self { true } else { false }
  }
}

/// Tasks that stand together under a head.
enum Group: Hashable, Sendable {
  /// A battle or unit, by its id: places change with the plan.
  case battle(String), unit(String)
  case standing(Standing)
}

/// The order of the tasks.
enum Order: String, CaseIterable, Sendable {
  case battle, unit, standing, limit
}

/// The choice and order of what the chart shows.
struct Showing: Equatable, Sendable {
  /// Only this battle, by its id.
  var onlyBattle: String?
  var filter = Filter()
  var order = Order.battle
  /// Groups of which only the head is shown.
  var folded: Set<Group> = []

  var isWhole: Bool { onlyBattle == nil && filter.isEmpty }

  /// The tasks shown, folded ones too, in their order.
  /// - Parameter kept: a task that stays although the filter no longer holds for it.
  func tasks(of situation: Situation, keeping kept: Int? = nil) -> [Int] {
    let chart = situation.chart
    let statuses = situation.status.tasks
    let isWhole = isWhole
    let shown = chart.tasks.indices.filter { index in
      statuses[index].isOnChart
        && (isWhole || index == kept
          || onlyBattle.map { chart.tasks[index].battle == $0 } ?? true
            && filter.holds(for: index, in: situation))
    }
    guard order == .limit else { return shown }
    // The limit now in force, else the last node; equals keep the order of the plan.
    let days = shown.map { index in
      let status = situation.status.tasks[index]
      return status.record.limit ?? status.nodes.map(\.due).max() ?? Day(number: .max)
    }
    return zip(days, shown).sorted { $0 < $1 }.map(\.1)
  }

  /// The tasks of each group. Those of one mostly stand together, so that it is seldom looked up.
  private func members(of tasks: [Int], by group: (Int) -> Group) -> [Group: [Int]] {
    var members: [Group: [Int]] = [:]
    var run: (group: Group, tasks: [Int])?
    func close() {
      if let run { members[run.group, default: []] += run.tasks }
    }
    for task in tasks {
      let group = group(task)
      if run?.group == group {
        run?.tasks.append(task)
      } else {
        close()
        run = (group, [task])
      }
    }
    close()
    return members
  }

  /// The lines of the body for these tasks.
  func rows(of tasks: [Int], in situation: Situation) -> [Row] {
    let chart = situation.chart
    let groups: [Group]
    let group: (Int) -> Group
    switch order {
    case .limit: return tasks.map { .task($0) }
    case .battle:
      groups = chart.battles.map { .battle($0.id) }
      group = { .battle(chart.tasks[$0].battle) }
    case .unit:
      groups = chart.units.map { .unit($0.id) }
      group = { .unit(chart.tasks[$0].unit) }
    case .standing:
      groups = [.red, .yellow, .dueSoon, .green, .inClosing, .crossedOff].map { .standing($0) }
      group = { .standing(situation.status.tasks[$0].standing) }
    }
    let members = members(of: tasks, by: group)
    // A battle without tasks is still a battle of the chart; what a filter leaves empty is not.
    let showsEmpty = order == .battle && filter.isEmpty
    return groups.flatMap { group -> [Row] in
      if case .battle(let id) = group, let onlyBattle, id != onlyBattle, members[group] == nil {
        return []
      }
      let members = members[group] ?? []
      if members.isEmpty && !showsEmpty { return [] }
      return [.group(group)] + (folded.contains(group) ? [] : members.map { .task($0) })
    }
  }
}
