import WallChartStore

// Which task and node is selected, and that it is seen.
extension State {
  /// The selected task's place in the plan: of the look-back's list while that is shown, and at the
  /// meeting the one that is up.
  var selectedTask: Int? {
    if case .lookBack(let selected) = onTop { return sampledTask(selected) }
    // One that left the plan is still up, and its neighbour must not be taken for it.
    if isInRollCall {
      return taskOfRow.flatMap { situation.chart.tasks[$0].id == meeting?.task ? $0 : nil }
    }
    return taskOfRow
  }

  /// That of the chart's selected row.
  var taskOfRow: Int? {
    guard rows.indices.contains(row), case .task(let index) = rows[row] else { return nil }
    return index
  }

  /// The head of a folded group that is selected.
  var selectedGroup: Group? {
    guard rows.indices.contains(row), case .group(let group) = rows[row],
      showing.folded.contains(group)
    else { return nil }
    return group
  }

  /// Whether a row can be selected: tasks, and heads that stand for the tasks folded below them.
  func isSelectable(_ row: Int) -> Bool {
    guard rows.indices.contains(row) else { return false }
    if case .group(let group) = rows[row] { return showing.folded.contains(group) }
    return true
  }

  /// The column a node stands in, counted from the first one.
  func column(of place: Int, in nodes: NodeStatuses) -> Int {
    column(of: place, due: nodes[place].due)
  }

  func column(of place: Int, due: Day) -> Int {
    switch axis {
    case .calendar(let zoom): zoom.number(of: due) - columns.lowerBound
    case .nodes: place
    }
  }

  /// The column of the selected node.
  var selectedColumn: Int? {
    guard let task = selectedTask, let node else { return nil }
    return column(of: node, in: situation.status.tasks[task].nodes)
  }

  /// Selects the node nearest to the wanted day, in its own column before any other; on the axis
  /// of nodes, to the wanted place.
  mutating func selectNearestNode() {
    guard let task = selectedTask else {
      node = nil
      return
    }
    let nodes = situation.status.tasks[task].nodes
    guard case .calendar(let zoom) = axis else {
      node = nodes.isEmpty ? nil : min(wantedPlace, nodes.count - 1)
      return
    }
    let wanted = zoom.number(of: wantedDay)
    func distance(_ place: Int) -> (Int, Int) {
      (zoom.number(of: nodes[place].due) == wanted ? 0 : 1, abs(nodes[place].due - wantedDay))
    }
    node = nodes.indices.min { distance($0) < distance($1) }
  }

  /// Selects a node of the selected task; moving up and down keeps to its day from now on.
  mutating func select(place: Int) {
    guard let task = selectedTask else { return }
    node = place
    wantedDay = situation.status.tasks[task].nodes[place].due
    wantedPlace = place
  }

  /// Scrolls as little as needed to show the selection, and with it the head of its group.
  mutating func scrollToSelection() {
    let layout = layout
    let above = row > 0 && rows.indices.contains(row - 1) && rows[row - 1].isGroup ? row - 1 : row
    if above < topRow { topRow = above }
    if row >= topRow + layout.bodyRows { topRow = row - layout.bodyRows + 1 }
    topRow = max(0, min(topRow, rows.count - layout.bodyRows))
    if let column = selectedColumn {
      if column < firstColumn { firstColumn = column }
      if column >= firstColumn + layout.columnCount {
        firstColumn = column - layout.columnCount + 1
      }
    }
    firstColumn = max(0, min(firstColumn, columns.count - layout.columnCount))
  }

  /// Today's column stands second from the left.
  mutating func scrollToToday() {
    guard case .calendar(let zoom) = axis else { return }
    firstColumn = zoom.number(of: situation.day) - columns.lowerBound - 1
    firstColumn = max(0, min(firstColumn, columns.count - layout.columnCount))
  }

  /// Selects a task and node by id; where they are gone or not shown, what is nearest.
  mutating func select(task: String?, node id: String?) {
    let index = task.flatMap { situation.index(of: $0) }
    if let index, let found = rows.row(of: index) {
      row = found
    } else {
      row = max(0, min(row, rows.count - 1))
      if !isSelectable(row) {
        row =
          rows.indices.dropFirst(row + 1).first { isSelectable($0) }
          ?? rows.indices.last { isSelectable($0) } ?? row
      }
    }
    selectNearestNode()
    if let id, let selectedTask, index == selectedTask,
      let place = situation.chart.tasks[selectedTask].nodes.firstIndex(where: { $0.id == id })
    {
      select(place: place)
    }
    scrollToSelection()
  }

  /// Whether a task is one of the rows, not folded away and not filtered out.
  func hasRow(_ task: Int) -> Bool { rows.row(of: task) != nil }
}
