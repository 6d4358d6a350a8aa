import WallChartStore

/// A line of the chart's body.
enum Row: Hashable, Sendable {
  /// The head of a battle, by its place in the plan.
  case battle(Int)
  /// A task, by its place in the plan.
  case task(Int)

  /// The rows of a chart: battle after battle, in the order of the plan.
  static func rows(of situation: Situation, onlyBattle: Int?) -> [Row] {
    let chart = situation.chart
    var byBattle: [String: [Int]] = [:]
    for index in chart.tasks.indices where !situation.status.tasks[index].isWithdrawn {
      byBattle[chart.tasks[index].battle, default: []].append(index)
    }
    var rows: [Row] = []
    for (index, battle) in chart.battles.enumerated()
    where onlyBattle == nil || onlyBattle == index {
      rows.append(.battle(index))
      rows += (byBattle[battle.id] ?? []).map { .task($0) }
    }
    return rows
  }
}
