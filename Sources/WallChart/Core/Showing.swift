import WallChartStore

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
    let tasks = situation.chart.tasks
    let statuses = situation.status.tasks
    var shown = tasks.indices.filter { statuses[$0].isOnChart }
    if let onlyBattle { shown = shown.filter { tasks[$0].battle == onlyBattle } }
    shown = filter.filtered(shown, in: situation)
    if let kept, statuses[kept].isOnChart {
      let place = shown.place(of: kept)
      if place == shown.count || shown[place] != kept { shown.insert(kept, at: place) }
    }
    guard order == .limit else { return shown }
    // Equals keep the order of the plan.
    return shown.map { (situation.limitDay(of: $0), $0) }.sorted { $0 < $1 }.map(\.1)
  }

  /// The standings as they stand below each other.
  private static let standings: [Standing] = [
    .red, .yellow, .dueSoon, .green, .inClosing, .crossedOff,
  ]

  /// All groups in their order, shown or not.
  private func groups(of chart: Chart) -> [Group] {
    switch order {
    case .battle: chart.battles.map { .battle($0.id) }
    case .unit: chart.units.map { .unit($0.id) }
    case .standing: Self.standings.map { .standing($0) }
    case .limit: []
    }
  }

  /// The place of a task's group among all of them.
  func rank(of task: Int, in situation: Situation) -> Int? {
    let plan = situation.chart.tasks
    return switch order {
    case .battle: situation.chart.battles.firstIndex { $0.id == plan[task].battle }
    case .unit: situation.chart.units.firstIndex { $0.id == plan[task].unit }
    case .standing: Self.standings.firstIndex(of: situation.status.tasks[task].standing)
    case .limit: nil
    }
  }

  /// The lines of the body for these tasks.
  func rows(of tasks: [Int], in situation: Situation) -> Rows {
    let plan = situation.chart.tasks
    let statuses = situation.status.tasks
    let members: [[Int]]
    let groups = groups(of: situation.chart)
    switch order {
    case .limit: return Rows([Rows.Section(tasks: tasks)], isOfPlan: false)
    case .battle:
      members = Self.members(of: tasks, by: situation.chart.battles.map(\.id)) { plan[$0].battle }
    case .unit:
      members = Self.members(of: tasks, by: situation.chart.units.map(\.id)) { plan[$0].unit }
    case .standing:
      members = Self.standings.map { standing in
        tasks.filter { statuses[$0].standing == standing }
      }
    }
    // A battle without tasks is still a battle of the chart; what a filter leaves empty is not.
    let showsEmpty = order == .battle && filter.isEmpty
    return Rows(
      groups.indices.compactMap { place in
        let group = groups[place]
        if members[place].isEmpty {
          guard showsEmpty else { return nil }
          if let onlyBattle, group != .battle(onlyBattle) { return nil }
        }
        return Rows.Section(
          group: group, rank: place, tasks: members[place], isFolded: folded.contains(group))
      })
  }

  /// The tasks that have each of these ids. Those of one mostly stand together, so that it is seldom
  /// looked up.
  private static func members(
    of tasks: [Int], by ids: [String], _ id: (Int) -> String
  ) -> [[Int]] {
    var places: [String: Int] = [:]
    for place in ids.indices where places[ids[place]] == nil { places[ids[place]] = place }
    var members = ids.map { _ in [Int]() }
    var last: (id: String, place: Int?) = ("", nil)
    for task in tasks {
      let id = id(task)
      if id != last.id { last = (id, places[id]) }
      if let place = last.place { members[place].append(task) }
    }
    return members
  }
}

extension Situation {
  /// The limit now in force, else the last node.
  func limitDay(of task: Int) -> Day {
    status.tasks[task].record.limit ?? status.tasks[task].nodes.map(\.due).max()
      ?? Day(number: .max)
  }
}
