import WallChartStore

/// What the projector's pages are about: picked out of all tasks once; afterwards those tasks are looked at
/// again of which something was entered.
struct ProjectorTasks: Sendable {
  /// All that it depends on, beside the entries of single tasks.
  struct Look: Equatable, Sendable {
    var revision: Int
    var onlyBattle: String?
  }

  /// By the places of tasks, as they are counted in all that follows; nil of those that are not.
  private var late: [LateTask?] = []
  /// Who holds the battles up.
  private(set) var units: UnitsBehind
  /// What the pages show of them.
  private(set) var orders: ProjectorOrders

  init(in situation: Situation, only battle: String?) {
    let (status, battles) = (situation.status, situation.chart.battles)
    // One more, as in the grounds, for a battle that the plan does not have.
    let places = battles.count + 1
    units = UnitsBehind(battles: places)
    orders = ProjectorOrders(
      battles: places,
      only: battle.map { id in battles.firstIndex { $0.id == id } ?? battles.count })
    late.reserveCapacity(status.grounds.count)
    for index in status.grounds.indices {
      let battle = Int(status.grounds[index].battle)
      late.append(status.late(index))
      if let task = late[index] {
        units.count(task, of: status.grounds[index])
        orders.append(index, task, battle: battle)
      }
      orders.append(coming: status.coming(index), battle: battle)
    }
    orders.sort()
  }

  /// Looks at one task again.
  mutating func renew(_ index: Int, in situation: Situation) {
    let (status, grounds) = (situation.status, situation.status.grounds[index])
    let battle = Int(grounds.battle)
    if let task = late[index] {
      units.count(task, of: grounds, sign: -1)
      orders.remove(index, task, battle: battle)
    }
    late[index] = status.late(index)
    if let task = late[index] {
      units.count(task, of: grounds)
      orders.insert(index, task, battle: battle)
    }
    orders.replace(comingOf: index, with: status.coming(index), battle: battle)
  }
}

/// What a task comes to that is late, red or yellow.
struct LateTask: Sendable {
  let standing: Standing
  private let days: Int32
  var daysLate: Int { Int(days) }

  fileprivate init(_ standing: Standing, daysLate: Int) {
    (self.standing, days) = (standing, Int32(clamping: daysLate))
  }
}

extension ChartStatus {
  /// Nil of a task that is none of it, or not on the chart.
  fileprivate func late(_ task: Int) -> LateTask? {
    let (standing, daysLate) = (standing(of: task), grounds[task].daysLate(on: day))
    guard isOnChart(task), daysLate > 0 || standing == .red || standing == .yellow else {
      return nil
    }
    return LateTask(standing, daysLate: daysLate)
  }

  /// The nodes of a task that are due within a month, in the order of the plan.
  fileprivate func coming(_ task: Int) -> [Projector.Line] {
    let last = Projector.month.upperBound
    guard grounds[task].firstOpenNode <= day + last, isOnChart(task) else { return [] }
    let nodes = records[task].nodes
    var lines: [Projector.Line] = []
    for place in nodes.indices where nodes[place].met == nil {
      let days = nodes[place].due - day
      guard days >= 0, days <= last else { continue }
      lines.append(Projector.Line(task: task, cause: .node(place), days: days))
    }
    return lines
  }
}

extension State {
  /// What the pages are about now.
  var projectorTasks: ProjectorTasks {
    guard let known = kept.projectorTasks, known.look == projectorTasksLook,
      known.changes == changed.count
    else { return ProjectorTasks(in: situation, only: showing.onlyBattle) }
    return known.value
  }

  /// Keeps it while the projector is up: the pages ask for it at every look.
  mutating func catchUpProjectorTasks() {
    guard onTop == .projector else { return }
    let look = projectorTasksLook
    guard kept.projectorTasks?.look == look, let changes = kept.projectorTasks?.changes else {
      kept.projectorTasks = (
        look, changed.count, ProjectorTasks(in: situation, only: showing.onlyBattle)
      )
      return
    }
    for task in changed[changes...] { kept.projectorTasks?.value.renew(task, in: situation) }
    kept.projectorTasks?.changes = changed.count
  }

  var projectorTasksLook: ProjectorTasks.Look {
    ProjectorTasks.Look(revision: situationRevision, onlyBattle: showing.onlyBattle)
  }
}
