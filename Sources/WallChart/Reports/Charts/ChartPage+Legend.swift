import WallChartStore
import WallChartWords

// What the signs on a wall mean: those that stand on it.
extension ChartPage {
  var legend: [Datum] {
    let tasks = situation.status.tasks.indices.filter { situation.status.tasks[$0].isOnChart }
    let cells = tasks.flatMap { task in self.shown(of: task).map { (task, $0) } }
    let nodes = cells.flatMap { task, cell in
      cell.nodes.map { situation.status.tasks[task].nodes[$0].legend }
    }
    let used = Set(nodes + cells.compactMap(\.1.joined) + tasks.compactMap(legend))
    let signs = Legend.allCases.filter(used.contains).map { sign in
      let example = sign.example(state.setting.glyphs, words)
      return signed(example.text, example.role).with(["meaning": .text(words(sign.meaning))])
    }
    guard cells.contains(where: { $0.1.nodes.count > 1 }) else { return signs }
    return signs + [signed("20 31", .open).with(["meaning": .text(words(.pageSeveral))])]
  }

  /// What the sign before a task's id says.
  private func legend(of task: Int) -> Legend? {
    guard let sign = state.sign(of: task)?.sign else { return nil }
    return [Legend.red, .lateInClosing, .silent, .crossedOff].first {
      $0.example(state.setting.glyphs, words).text == String(sign)
    }
  }
}

extension NodeStatus {
  fileprivate var legend: Legend {
    if isDisputed { return .disputed }
    return switch state {
    case .met: .met
    case .metLate: .metLate
    case .overdue: .overdue
    case .dueSoon: .dueSoon
    case .open: .open
    }
  }
}
