import WallChartStore

/// Who holds the battles up. All tasks are added up once; afterwards those are renewed of which
/// something was entered.
struct UnitsBehind: Sendable {
  /// A unit with red or yellow tasks in a battle.
  struct Unit: Equatable, Sendable {
    /// Its place in the plan.
    var unit: Int
    var red = 0
    var yellow = 0
    /// The sum over its tasks of the battle.
    var daysLate = 0

    fileprivate mutating func add(_ part: Part, sign: Int) {
      if part.standing == .red { red += sign }
      if part.standing == .yellow { yellow += sign }
      daysLate += sign * part.daysLate
    }
  }

  /// What a task comes to; nil for one that is neither late nor red nor yellow.
  fileprivate struct Part: Sendable {
    var standing: Standing
    var daysLate: Int

    init?(_ task: Int, in status: ChartStatus) {
      (standing, daysLate) = (
        status.standing(of: task), status.grounds[task].daysLate(on: status.day)
      )
      guard status.isOnChart(task), daysLate > 0 || standing == .red || standing == .yellow
      else { return nil }
    }
  }

  /// By the places of tasks, as they are added up.
  private var parts: [Part?] = []
  /// By the places of battles and units.
  private var battles: [[Int32: Unit]]

  init(in situation: Situation) {
    let status = situation.status
    // One more, as in the grounds, for a battle that the plan does not have.
    battles = Array(repeating: [:], count: situation.chart.battles.count + 1)
    parts.reserveCapacity(status.grounds.count)
    for index in status.grounds.indices {
      parts.append(Part(index, in: status))
      if let part = parts[index] { add(part, of: status.grounds[index], sign: 1) }
    }
  }

  /// Looks at one task again.
  mutating func renew(_ index: Int, in situation: Situation) {
    let grounds = situation.status.grounds[index]
    let part = Part(index, in: situation.status)
    if let old = parts[index] { add(old, of: grounds, sign: -1) }
    if let part { add(part, of: grounds, sign: 1) }
    parts[index] = part
  }

  private mutating func add(_ part: Part, of task: Grounds, sign: Int) {
    battles[Int(task.battle)][task.unit, default: Unit(unit: Int(task.unit))].add(part, sign: sign)
  }

  /// Those of a battle as units rank: by red tasks, then by days late. Joint ones are not ranked.
  func units(of battle: String, in chart: Chart) -> [Unit] {
    guard let place = chart.battles.firstIndex(where: { $0.id == battle }) else { return [] }
    return battles[place].values
      .filter { $0.red + $0.yellow > 0 && chart.units.indices.contains($0.unit) }
      .filter { chart.units[$0.unit].kind != .joint }
      .sorted { (-$0.red, -$0.daysLate, $0.unit) < (-$1.red, -$1.daysLate, $1.unit) }
  }
}

extension State {
  /// Who holds the battles up now.
  var unitsBehind: UnitsBehind {
    guard let lastUnitsBehind, lastUnitsBehind.revision == revision,
      lastUnitsBehind.changes == changed.count
    else { return UnitsBehind(in: situation) }
    return lastUnitsBehind.units
  }

  /// Keeps them while the projector is up: its pages of battles name them at every look.
  mutating func catchUpUnitsBehind() {
    guard onTop == .projector else { return }
    if let last = lastUnitsBehind, last.revision == revision {
      for task in changed[last.changes...] { lastUnitsBehind?.units.renew(task, in: situation) }
      lastUnitsBehind?.changes = changed.count
    } else {
      lastUnitsBehind = (revision, changed.count, UnitsBehind(in: situation))
    }
  }
}
