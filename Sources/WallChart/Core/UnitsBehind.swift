import WallChartStore

/// Who holds the battles up: what their late tasks come to, by unit.
struct UnitsBehind: Sendable {
  /// A unit with red or yellow tasks in a battle.
  struct Unit: Equatable, Sendable {
    /// Its place in the plan.
    var unit: Int
    var red = 0
    var yellow = 0
    /// The sum over its tasks of the battle.
    var daysLate = 0

    fileprivate mutating func count(_ task: LateTask, sign: Int) {
      if task.standing == .red { red += sign }
      if task.standing == .yellow { yellow += sign }
      daysLate += sign * task.daysLate
    }
  }

  /// By the places of battles and units.
  private var battles: [[Int32: Unit]]

  init(battles: Int) {
    self.battles = Array(repeating: [:], count: battles)
  }

  /// Counts a late task, or takes it out again with `sign` −1.
  mutating func count(_ late: LateTask, of task: Grounds, sign: Int = 1) {
    battles[Int(task.battle)][task.unit, default: Unit(unit: Int(task.unit))]
      .count(late, sign: sign)
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
