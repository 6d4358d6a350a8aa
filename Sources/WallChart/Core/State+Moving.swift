import WallChartStore
import WallChartWords

extension State {
  /// Moves the selection by task rows, keeping to the wanted day.
  mutating func moveRows(by steps: Int) {
    let step = steps < 0 ? -1 : 1
    var left = abs(steps)
    var next = row
    while left > 0 {
      next += step
      guard rows.indices.contains(next) else { break }
      if isBattle(next) { continue }
      row = next
      left -= 1
    }
    // At the very top the head of the first battle comes into view too.
    if step < 0, row <= 1 { topRow = 0 }
    selectNearestNode()
  }

  /// Moves by a share of the page, and the view with it.
  mutating func page(by share: Double) {
    let rowsToMove = Int(Double(layout.bodyRows) * share)
    topRow = max(0, min(topRow + rowsToMove, rows.count - layout.bodyRows))
    let target = max(0, min(row + rowsToMove, rows.count - 1))
    guard rows.indices.contains(target) else { return }
    row = target
    // Never on the head of a battle: on to the task behind it, or the one before it.
    if isBattle(row) {
      let step = rowsToMove > 0 || row == 0 ? 1 : -1
      let other = [row + step, row - step].first { rows.indices.contains($0) && !isBattle($0) }
      row = other ?? row
    }
    selectNearestNode()
  }

  /// Steps through the nodes of the selected task.
  mutating func moveNodes(by steps: Int) {
    guard let task = selectedTask, let current = node else { return }
    let nodes = situation.status.tasks[task].nodes
    let target = max(0, min(current + steps, nodes.count - 1))
    node = target
    wantedDay = nodes[target].due
  }

  /// Moves to the first task of the next battle, or back to that of this or the previous one.
  mutating func moveBattles(by step: Int) {
    let heads = rows.indices.filter { isBattle($0) && $0 + 1 < rows.count && !isBattle($0 + 1) }
    let target =
      step > 0 ? heads.first { $0 >= row } : heads.last { $0 + 1 < row }
    guard let target else { return }
    row = target + 1
    topRow = max(0, min(target, rows.count - layout.bodyRows))
    selectNearestNode()
  }

  /// Moves to the next node that is overdue or due soon, in the order of the chart; past the end
  /// it goes on from the other side and says so.
  mutating func moveToAttention(by step: Int) {
    guard !rows.isEmpty else { return }
    var position = row
    var place = node ?? (step > 0 ? -1 : Int.max)
    for turn in 0...rows.count {
      if case .task(let task) = rows[position],
        let found = attention(in: task, from: place, by: step)
      {
        if turn > 0 && (step > 0 ? position <= row : position >= row) {
          said = Said(text: words(step > 0 ? .saidWrapped : .saidWrappedBack))
        }
        row = position
        node = found
        wantedDay = situation.status.tasks[task].nodes[found].due
        return
      }
      position = (position + step + rows.count) % rows.count
      place = step > 0 ? -1 : Int.max
    }
    said = Said(text: words(.saidNothingElse))
  }

  private func attention(in task: Int, from place: Int, by step: Int) -> Int? {
    let status = situation.status.tasks[task]
    guard !status.record.stage.isClosed else { return nil }
    var found = status.nodes.indices.filter {
      status.nodes[$0].state == .overdue || status.nodes[$0].state == .dueSoon
    }
    // A task red by its limit alone is shown at its last node.
    if found.isEmpty, status.standing == .red, let last = status.nodes.indices.last {
      found = [last]
    }
    return step > 0 ? found.first { $0 > place } : found.last { $0 < place }
  }

  /// Shows one battle, or all; false when there is no such battle.
  @discardableResult
  mutating func show(battle: Int?) -> Bool {
    if let battle, !situation.chart.battles.indices.contains(battle) { return false }
    let task = selectedTask.map { situation.chart.tasks[$0].id }
    let selected = node.flatMap { place in
      selectedTask.map { situation.chart.tasks[$0].nodes[place].id }
    }
    onlyBattle = battle
    rows = Row.rows(of: situation, onlyBattle: battle)
    row = 0
    topRow = 0
    select(task: task, node: selected)
    return true
  }
}
