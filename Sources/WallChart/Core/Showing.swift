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

  /// Whether the same tasks stand in the same order on another day, on which these are judged otherwise.
  func staysAs(_ moves: [TaskMove], in situation: Situation) -> Bool {
    guard isWhole, order == .battle || order == .unit else { return false }
    return moves.allSatisfy { $0.wasOnChart == situation.status.isOnChart($0.task) }
  }

  var isWhole: Bool { onlyBattle == nil && filter.isEmpty }

  /// The tasks shown, folded ones too, in their order.
  /// - Parameter kept: a task that stays although the filter no longer holds for it.
  func tasks(of situation: Situation, keeping kept: Int? = nil) -> [Int] {
    let (status, tasks) = (situation.status, situation.status.grounds)
    let only = onlyBattle.map { id in situation.chart.battles.firstIndex { $0.id == id } ?? -1 }
    var shown = tasks.indices.filter {
      status.isOnChart($0) && (only == nil || Int(tasks[$0].battle) == only)
    }
    shown = filter.filtered(shown, in: situation)
    if let kept, status.isOnChart(kept) {
      let place = shown.place(of: kept)
      if place == shown.count || shown[place] != kept { shown.insert(kept, at: place) }
    }
    guard order == .limit else { return shown }
    // Day and place in one number, for there may be a hundred thousand: equals keep the order of the plan.
    return shown.map { Int(tasks[$0].order.number) << 32 | $0 }.sorted().map { $0 & 0xFFFF_FFFF }
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
    let (status, all) = (situation.status, situation.status.grounds)
    let groups = groups(of: situation.chart)
    var members = groups.map { _ in [Int]() }
    func add(_ task: Int, at place: Int32) {
      if members.indices.contains(Int(place)) { members[Int(place)].append(task) }
    }
    switch order {
    case .limit: return Rows([Rows.Section(tasks: tasks)], isOfPlan: false)
    case .battle: for task in tasks { add(task, at: all[task].battle) }
    case .unit: for task in tasks { add(task, at: all[task].unit) }
    case .standing:
      for place in members.indices {
        members[place] = tasks.filter { status.standing(of: $0) == Self.standings[place] }
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
}
