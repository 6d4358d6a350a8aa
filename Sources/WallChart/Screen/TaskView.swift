import WallChartStore
import WallChartWords

// Everything about one task on one screen.
extension State {
  func drawTaskView(_ frame: inout Frame, scroll: Int) {
    drawTaskHead(&frame)
    for panel in taskPanels {
      let end = panel.lines.count
      let first = max(0, min(scroll, end - taskBodyRows))
      for (row, line) in panel.lines[first..<min(end, first + taskBodyRows)].enumerated() {
        draw(line, Layout.taskHeadRows + row, panel, &frame)
      }
      drawMore(
        Layout.taskHeadRows..<Layout.taskHeadRows + taskBodyRows, above: first,
        below: end - first - taskBodyRows, at: panel.start + panel.width - 1, &frame)
    }
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
    if let present = contrast?.present.tasks[index], present != status.standing {
      column = frame.write(
        words(.taskAtPresent, ["standing": words.name(of: present)]), at: column + 2, 1)
    }
    // The signs themselves stand further down.
    let signs = signSentences(of: task).count
    let asked = signs == 0 ? "" : words(.taskSigns, ["n": "\(signs)"])
    let end = size.columns - 1 - CellWidth.columns(of: asked)
    frame.write(asked, at: end, 1, .title)
    let unit = situation.unit(task.unit).map { words($0.name) } ?? task.unit
    frame.write(cut(unit, end - column - 3), at: column + 2, 1)
  }

  private func role(of standing: Standing) -> Role {
    switch standing {
    case .red: .red
    case .yellow: .yellow
    case .dueSoon: .dueSoon
    case .green, .crossedOff: .met
    case .inClosing: .tileCalm
    }
  }

  func draw(_ line: TaskLine, _ y: Int, _ panel: TaskPanel, _ frame: inout Frame) {
    let x = panel.start + 1
    let label = taskLabelWidth
    switch line.kind {
    case .blank: break
    case .heading: frame.write(cut(line.text, panel.width - 2), at: x, y, .battle)
    case .field:
      frame.write(cut(line.label, label), at: x, y, .past)
      frame.write(cut(line.text, panel.textWidth(behind: label)), at: x + label + 2, y)
      guard let second = line.second else { break }
      let middle = panel.start + panel.width / 2
      frame.write(cut(second.label, label), at: middle, y, .past)
      frame.write(second.text, at: middle + label + 2, y)
    case .progress:
      frame.write(cut(line.label, label), at: x, y, .past)
      let start = x + label + 2
      let end = line.part.map { drawBar($0.0, of: $0.of, start, y, &frame) + 2 } ?? start
      frame.write(cut(line.text, panel.start + panel.width - end - 1), at: end, y)
    case .procedure, .procedureDays: drawProcedure(line, y, panel, &frame)
    case .path, .pathDates: drawPath(line, y, panel, &frame)
    case .node, .nodeMore: drawNode(line, y, panel, &frame)
    case .entry:
      let time = taskTimeWidth
      frame.write(cut(line.label, time + 1), at: x, y, .past)
      frame.write(cut(line.text, panel.textWidth(behind: time)), at: x + time + 2, y)
    }
  }

  /// The nodes on a line, each with its sign, and today between them; below it their days.
  private func drawPath(_ line: TaskLine, _ y: Int, _ panel: TaskPanel, _ frame: inout Frame) {
    guard let task = selectedTask else { return }
    let status = situation.status.tasks[task]
    let (start, path) = path(of: status, in: panel)
    let x = panel.start + start
    if line.kind == .pathDates {
      for stop in path.stops {
        let role: Role = stop.node == node ? .title : .plain
        frame.write(stop.date, at: x + stop.column - 1, y, role)
      }
      return
    }
    frame.write(cut(line.text, start - 1), at: panel.start + 1, y, .battle)
    let glyphs = setting.glyphs
    for column in 0..<path.width { frame.write(glyphs.path, at: x + column, y, .line) }
    if path.isCutBefore { frame.write(glyphs.moreLeft, at: x, y, .head) }
    if path.isCutBehind { frame.write(glyphs.moreRight, at: x + path.width - 1, y, .head) }
    for stop in path.stops {
      let nodeStatus = status.nodes[stop.node]
      let isSelected = stop.node == node
      // In the page's own colours: those of a state may be the page's when they change places.
      let role =
        isSelected
        ? .plain
        : cellRole(nodeStatus, isPast: status.standing == .crossedOff, isSelectedRow: false)
      frame.write(
        " \(sign(of: nodeStatus)) ", at: x + stop.column - 1, y, role, isSelected: isSelected)
    }
    if let today = path.today { frame.write(glyphs.pathToday, at: x + today, y, .title) }
  }

  private func sign(of node: NodeStatus) -> Character {
    if node.isDisputed { return setting.glyphs.disputed }
    return switch node.state {
    case .met: setting.glyphs.met
    case .metLate: setting.glyphs.metLate
    case .overdue: setting.glyphs.overdue
    case .dueSoon: setting.glyphs.pathSoon
    case .open: setting.glyphs.pathOpen
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

  /// A node: its sign as the chart shows it, its day, and how it stands.
  private func drawNode(_ line: TaskLine, _ y: Int, _ panel: TaskPanel, _ frame: inout Frame) {
    guard let task = selectedTask, let place = line.node else { return }
    let taskStatus = situation.status.tasks[task]
    let status = taskStatus.nodes[place]
    let isSelected = place == node
    if isSelected {
      frame.paint(panel.start..<panel.start + panel.width - 1, y, .selectedRow)
    }
    let role: Role = isSelected ? .selectedRow : .plain
    let start = nodeTextStart(taskStatus)
    frame.write(cut(line.text, panel.width - start - 1), at: panel.start + start, y, role)
    guard line.kind == .node else { return }
    let x = panel.start + 1
    let cell = cellText(status)
    let width = 6
    let stateRole = cellRole(
      status, isPast: taskStatus.standing == .crossedOff, isSelectedRow: isSelected)
    frame.paint(x..<x + width, y, stateRole, isSelected: isSelected)
    frame.write(
      cell, at: x + max(0, width - 1 - CellWidth.columns(of: cell)), y, stateRole,
      isSelected: isSelected)
    frame.write(line.label, at: x + width + 1, y, role)
    if isSelected { frame.cursor = (x + width - 1, y) }
  }
}
