import WallChartStore
import WallChartWords

// What stands in the cells of the chart.
extension State {
  func drawCells(
    _ task: Int, _ y: Int, _ layout: Layout, isSelectedRow: Bool, selected: Int?,
    _ frame: inout Frame
  ) {
    let nodes = situation.status.tasks[task].nodes
    var place = 0
    var next = nodes.isEmpty ? 0 : column(of: 0, in: nodes)
    while place < nodes.count {
      // Nodes ascend by day, so those of one column stand together; a moved node may not.
      let column = next
      var end = place + 1
      while end < nodes.count {
        next = self.column(of: end, in: nodes)
        if next != column { break }
        end += 1
      }
      if (0..<layout.columnCount).contains(column - firstColumn) {
        drawCell(
          task, place..<end, column, y, layout, isSelectedRow: isSelectedRow, selected: selected,
          &frame)
      }
      place = end
    }
  }

  /// Draws the nodes of a task that stand in one column.
  private func drawCell(
    _ task: Int, _ places: Range<Int>, _ column: Int, _ y: Int, _ layout: Layout,
    isSelectedRow: Bool, selected: Int?, _ frame: inout Frame
  ) {
    let nodes = situation.status.tasks[task].nodes
    // The worst, wherever the cursor stands: the wall must not look better for being read.
    let shown = worst(of: nodes, places)
    drawCell(
      nodes[shown], sign: severalSign(of: nodes, places, worst: shown), isPast: isPast(task),
      layout.gridStart + (column - firstColumn) * layout.columnWidth + 1, y,
      width: layout.columnWidth - 1, isSelectedRow: isSelectedRow,
      isSelected: selected.map(places.contains) ?? false, &frame)
  }

  func isPast(_ task: Int) -> Bool {
    situation.status.tasks[task].standing == .crossedOff
  }

  private func worst(of nodes: NodeStatuses, _ places: Range<Int>) -> Int {
    places.min { nodes[$0].state < nodes[$1].state } ?? places.lowerBound
  }

  /// Behind the worst of several nodes: that there are others, or that some of them are met.
  private func severalSign(
    of nodes: NodeStatuses, _ places: Range<Int>, worst: Int
  ) -> Character? {
    guard places.count > 1 else { return nil }
    let isPartlyMet = !nodes[worst].state.isMet && nodes[places].contains { $0.state.isMet }
    return isPartlyMet ? setting.glyphs.met : setting.glyphs.several
  }

  private func drawCell(
    _ node: NodeStatus, sign: Character?, isPast: Bool, _ x: Int, _ y: Int, width: Int,
    isSelectedRow: Bool, isSelected: Bool, _ frame: inout Frame
  ) {
    let text = cellText(node)
    let role = cellRole(node, isPast: isPast, isSelectedRow: isSelectedRow)
    // Right-aligned, with the last column kept for the sign of several nodes.
    let inset = max(0, width - 1 - CellWidth.columns(of: text))
    if role != .open || isSelected { frame.paint(x..<x + width, y, role, isSelected: isSelected) }
    var end = frame.write(
      cut(text, width), at: x + inset, y, role, isSelected: isSelected)
    if let sign {
      // A text that fills the cell leaves it the line behind.
      frame.write(sign, at: end, y, role, isSelected: isSelected)
      end += 1
    }
    guard isSelected else { return }
    // Behind the text, where a block of a cursor hides nothing of it: some terminals draw what is
    // below it in the colour of its ground. A text that fills its cell takes the line before it in,
    // which stays a line.
    let cursor = end < x + width ? x + width - 1 : x - 1
    if cursor < x { frame.paint(cursor..<x, y, role, isSelected: true) }
    frame.cursor = (cursor, y)
  }

  /// `✓15`, `~8`, `!16`, `3d`, `15`; where the column says no month, `✓7/15`.
  func cellText(_ node: NodeStatus) -> String {
    let date = node.due.date
    // Put together, not filled in: fifty of them are made at a key, and that takes a tenth.
    let day = axis.saysMonth ? String(date.month) + "/" + String(date.day) : String(date.day)
    let signs = setting.glyphs
    if node.isDisputed { return String(signs.disputed) + day }
    switch node.state {
    case .met: return String(signs.met) + day
    case .metLate: return String(signs.metLate) + late(node.daysLate)
    case .overdue: return String(signs.overdue) + late(node.daysLate)
    case .dueSoon:
      let left = node.due - situation.day
      return left == 0 ? words(.cellDueToday) : words(.cellDueIn, ["n": "\(left)"])
    case .open: return day
    }
  }

  /// Days as a cell has room for them; from a thousand on, years.
  private func late(_ days: Int) -> String {
    days < 1000 ? String(days) : words(.cellYears, ["n": "\(days / 365)"])
  }

  func cellRole(_ node: NodeStatus, isPast: Bool, isSelectedRow: Bool) -> Role {
    if node.isDisputed { return .yellow }
    return switch node.state {
    case .met: isPast && !isSelectedRow ? .past : .met
    case .metLate: isPast && !isSelectedRow ? .past : .metLate
    case .overdue: node.daysLate > situation.chart.rules.graceDays ? .red : .yellow
    case .dueSoon: .dueSoon
    case .open: isSelectedRow ? .selectedRow : .open
    }
  }
}
