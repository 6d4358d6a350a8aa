import WallChartStore

// What the mouse does. Only the chart knows clicks: while something is typed or asked, none may
// come in by accident.
extension State {
  /// A click on a cell selects its node, elsewhere on a task's row the task, on a column's head or
  /// an empty cell the nearest node of the row; on the head of a group it folds or opens it.
  mutating func click(column: Int, row line: Int) {
    let layout = layout
    guard mode == .commands, onTop == .chart, !layout.isTooSmall else { return }
    let isHead = line < layout.headRows && line >= 2
    let target = isHead ? row : topRow + line - layout.headRows
    guard isHead || (0..<layout.bodyRows).contains(line - layout.headRows),
      rows.indices.contains(target)
    else { return }
    chosenFrom = nil
    if case .group = rows[target] {
      row = target
      _ = toggleFold()
      return
    }
    said = nil
    justSaved = nil
    if !mustLeave { leaving = nil }
    let isSameRow = target == row
    row = target
    if let column = timeColumn(at: column, layout) {
      selectNode(nearest: column, isSameRow: isSameRow)
    } else if !isSameRow {
      selectNearestNode()
    }
    scrollToSelection()
  }

  /// The wheel moves the view; the selection only as far as needed to stay in it.
  mutating func scroll(rows count: Int) {
    guard mode == .commands else { return }
    switch onTop {
    case .chart: scrollChart(by: count)
    case .task(let scroll):
      onTop = .task(scroll: max(0, min(taskScrollEnd, scroll + count)))
    case .help, .ranking, .since, .lookBack: move(.rows(count))
    case .projector, .meeting: break
    }
  }

  private mutating func scrollChart(by count: Int) {
    let height = layout.bodyRows
    topRow = max(0, min(topRow + count, rows.count - height))
    let shown = topRow..<min(rows.count, topRow + height)
    let tasks = shown.filter(isSelectable)
    guard let nearest = tasks.min(by: { abs($0 - row) < abs($1 - row) }), nearest != row else {
      return
    }
    row = nearest
    selectNearestNode()
    scrollToSelection()
  }

  /// The time column, counted from the first of all, that stands at a column of the terminal.
  private func timeColumn(at column: Int, _ layout: Layout) -> Int? {
    guard (layout.gridStart..<layout.gridEnd).contains(column) else { return nil }
    return firstColumn + (column - layout.gridStart) / layout.columnWidth
  }

  /// Selects in the selected row the node in a time column, or the nearest one. Of several in one
  /// cell the worst, which the cell shows, and at further clicks on it one after the other.
  private mutating func selectNode(nearest wanted: Int, isSameRow: Bool) {
    guard let task = selectedTask else { return }
    let nodes = situation.status.tasks[task].nodes
    func distance(_ place: Int) -> Int { abs(column(of: place, in: nodes) - wanted) }
    guard let least = nodes.indices.map(distance).min() else {
      node = nil
      return
    }
    let places = nodes.indices.filter { distance($0) == least }
    var found = places.min { nodes[$0].state < nodes[$1].state }
    if isSameRow, least == 0, let node, let current = places.firstIndex(of: node) {
      found = places[(current + 1) % places.count]
    }
    if let found { select(place: found) }
  }
}
