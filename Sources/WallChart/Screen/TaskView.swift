import WallChartStore
import WallChartWords

// Everything about one task on one screen.
extension State {
  func drawTaskView(_ frame: inout Frame, scroll: Int) {
    drawTaskHead(&frame)
    let lines = taskLines
    let first = max(0, min(scroll, lines.count - taskBodyRows))
    for (row, line) in lines[first..<min(lines.count, first + taskBodyRows)].enumerated() {
      draw(line, Layout.taskHeadRows + row, &frame)
    }
    drawMore(above: first, below: lines.count - first - taskBodyRows, &frame)
  }

  private func drawTaskHead(_ frame: inout Frame) {
    guard let index = selectedTask else { return }
    let task = situation.chart.tasks[index]
    let status = situation.status.tasks[index]
    let day = words(.asOf, ["date": words.longDate(situation.day)])
    let dayStart = size.columns - 1 - CellWidth.columns(of: day)
    let title = "\(task.id) \(setting.glyphs.dot) \(words(task.wallTitle))"
    frame.write(cut(title, dayStart - 3), at: 1, 0, .title)
    frame.write(day, at: dayStart, 0, isLooking ? .dueSoon : .plain)
    let standing = " \(words.name(of: status.standing)) "
    var column = frame.write(standing, at: 1, 1, role(of: status.standing))
    if status.daysLate > 0 {
      column = frame.write(
        words(.taskDaysLate, ["n": "\(status.daysLate)"]), at: column + 2, 1, .title)
    }
    let unit = situation.chart.unit(task.unit).map { words($0.name) } ?? task.unit
    frame.write(cut(unit, size.columns - column - 4), at: column + 2, 1)
  }

  private func role(of standing: Standing) -> Role {
    switch standing {
    case .red: .red
    case .yellow: .yellow
    case .dueSoon: .dueSoon
    case .green, .crossedOff: .met
    case .inClosing: .panel
    }
  }

  /// Signs at the right edge that more lies above or below.
  private func drawMore(above: Int, below: Int, _ frame: inout Frame) {
    let column = size.columns - 1
    if above > 0 { frame.write(setting.glyphs.moreUp, at: column, Layout.taskHeadRows, .head) }
    if below > 0 {
      frame.write(
        setting.glyphs.moreDown, at: column, Layout.taskHeadRows + taskBodyRows - 1, .head)
    }
  }

  private func draw(_ line: TaskLine, _ y: Int, _ frame: inout Frame) {
    let (label, width) = taskColumns
    let start = label + 3
    switch line.kind {
    case .blank: break
    case .heading: frame.write(cut(line.text, size.columns - 2), at: 1, y, .battle)
    case .field:
      frame.write(cut(line.label, label), at: 1, y, .past)
      frame.write(cut(line.text, width), at: start, y)
    case .progress:
      frame.write(cut(line.label, label), at: 1, y, .past)
      let end = line.part.map { drawBar($0.0, of: $0.of, start, y, &frame) + 2 } ?? start
      frame.write(cut(line.text, size.columns - end - 1), at: end, y)
    case .node, .nodeMore: drawNode(line, y, &frame)
    case .entry:
      frame.write(cut(line.label, label + 1), at: 1, y, .past)
      frame.write(cut(line.text, width), at: start, y)
    }
  }

  /// A bar of ten to twenty columns; returns the column behind it.
  private func drawBar(_ part: Int, of whole: Int, _ x: Int, _ y: Int, _ frame: inout Frame) -> Int
  {
    let length = size.columns < 80 ? 10 : 20
    // Some is never drawn as none, and only all as all.
    let full =
      part <= 0 ? 0 : part >= whole ? length : max(1, min(length - 1, part * length / whole))
    let glyphs = setting.glyphs
    let bar =
      String(repeating: glyphs.barFull, count: full)
      + String(repeating: glyphs.barEmpty, count: length - full)
    return frame.write(bar, at: x, y, .load)
  }

  /// A node of the path: its sign as the chart shows it, its day, and how it stands.
  private func drawNode(_ line: TaskLine, _ y: Int, _ frame: inout Frame) {
    guard let task = selectedTask, let place = line.node else { return }
    let taskStatus = situation.status.tasks[task]
    let status = taskStatus.nodes[place]
    let isSelected = place == node
    if isSelected { frame.paint(0..<size.columns, y, .selectedRow) }
    let role: Role = isSelected ? .selectedRow : .plain
    let start = nodeTextStart(taskStatus)
    frame.write(cut(line.text, size.columns - start - 1), at: start, y, role)
    guard line.kind == .node else { return }
    let cell = cellText(status)
    let width = 6
    let stateRole = cellRole(
      status, isPast: taskStatus.standing == .crossedOff, isSelectedRow: isSelected)
    frame.paint(1..<1 + width, y, stateRole, isSelected: isSelected)
    frame.write(
      cell, at: 1 + max(0, width - 1 - CellWidth.columns(of: cell)), y, stateRole,
      isSelected: isSelected)
    frame.write(line.label, at: width + 3, y, role)
    if isSelected { frame.cursor = (width, y) }
  }
}
