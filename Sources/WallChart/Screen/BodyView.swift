import WallChartStore
import WallChartWords

/// All that a line of the body depends on, beside its row and being selected.
struct BodyLook: Equatable, Sendable {
  var revision: Int
  var layout: Layout
  var axis: Axis
  var columns: ClosedRange<Int>
  var firstColumn: Int
}

/// What is selected in the body.
struct BodySelection: Equatable, Sendable {
  var row: Int
  var node: Int?
  var top: Int
}

// The body of the chart: groups, and tasks by time nodes.
extension State {
  func drawBody(_ frame: inout Frame, after last: Frame?) {
    let layout = layout
    frame.body = layout.headRows..<layout.headRows + layout.bodyRows
    frame.bodyTop = topRow
    let look = bodyLook
    frame.bodyLook = look
    // Not an optional one, which would be copied at every row.
    let known = last ?? frame
    let isKnown = last?.bodyLook == look
    frame.changes = changed.count
    let stale = isKnown ? changed[known.changes...] : []
    frame.beam = beam
    let chosen = chosenRows
    let selection = chosen == nil ? BodySelection(row: row, node: node, top: topRow) : nil
    frame.bodySelection = selection
    for line in 0..<layout.bodyRows where topRow + line < rows.count {
      let y = layout.headRows + line
      let isSelected = topRow + line == row
      let isChosen = chosen?.contains(topRow + line) ?? false
      let isPlain = !isSelected && !isChosen
      frame.plainLines.append(isPlain)
      if isPlain, isKnown, !isStale(rows[topRow + line], stale),
        let drawn = known.plainLine(ofRow: topRow + line)
      {
        frame.copy(drawn, of: known, to: y)
        continue
      }
      if isSelected, isKnown, selection != nil, known.bodySelection == selection,
        !isStale(rows[topRow + line], stale), 1..<layout.bodyRows - 1 ~= line
      {
        frame.copy(y, of: known, to: y)
        frame.cursor = known.bodyCursor
        continue
      }
      switch rows[topRow + line] {
      case .group(let group): drawGroup(group, y, isSelected: isSelected, &frame)
      case .task(let index):
        drawTask(index, y, layout, isSelected: isSelected, isChosen: isChosen, &frame)
        frame.setLit(isPlain, y)
      }
    }
    frame.bodyCursor = frame.cursor
    let below = rows.count - topRow - layout.bodyRows
    drawMore(frame.body, above: topRow, below: below, &frame)
    // The signs belong to the place, not to the task.
    if topRow > 0 { frame.plainLines[0] = false }
    if below > 0 { frame.plainLines[layout.bodyRows - 1] = false }
  }

  /// Whether a line says something else since these tasks changed; heads count all of theirs.
  private func isStale(_ row: Row, _ changed: ArraySlice<Int>) -> Bool {
    guard case .task(let task) = row else { return !changed.isEmpty }
    return changed.contains(task)
  }

  var bodyLook: BodyLook {
    BodyLook(
      revision: revision, layout: layout, axis: axis, columns: columns, firstColumn: firstColumn)
  }

  /// The place of the selection's column, so that it is found from the other end of the screen.
  private var beam: Range<Int> {
    let layout = layout
    guard let selectedColumn, (0..<layout.columnCount).contains(selectedColumn - firstColumn) else {
      return 0..<0
    }
    let line = layout.gridStart + (selectedColumn - firstColumn) * layout.columnWidth
    return line + 1..<line + layout.columnWidth
  }

  private func drawGroup(_ group: Group, _ y: Int, isSelected: Bool, _ frame: inout Frame) {
    let isFolded = showing.folded.contains(group)
    let sign = isFolded ? setting.glyphs.folded : setting.glyphs.unfolded
    var line = "\(sign) \(name(of: group).uppercased())"
    line += "  " + groupWords(group)
    if isSelected { frame.paint(0..<layout.gridEnd, y, .selectedRow) }
    let role: Role = isSelected ? .selectedRow : .battle
    frame.write(cut(line, size.columns - 2), at: 1, y, role, isSelected: isSelected)
    guard isSelected else { return }
    // Before the text, where a block of a cursor hides no sign.
    frame.paint(0..<1, y, .selectedRow, isSelected: true)
    frame.cursor = (0, y)
  }

  private func name(of group: Group) -> String {
    switch group {
    case .battle(let id): situation.chart.battle(id).map { words($0.name) } ?? shown(id)
    case .unit(let id): situation.unit(id).map { words($0.name) } ?? shown(id)
    case .standing(let standing): words.name(of: standing)
    }
  }

  /// What the tasks of a group come to; where only some are shown, how many of all.
  private func groupWords(_ group: Group) -> String {
    let tally: Tally?
    switch group {
    case .battle(let id): tally = situation.status.battles[id] ?? Tally()
    case .unit(let id): tally = situation.status.units[id] ?? Tally()
    case .standing: tally = nil
    }
    let count = rows.sections.first { $0.group == group }?.tasks.count ?? 0
    if !showing.isWhole, count != tally?.tasks {
      let count = "\(count)"
      return tally.map { words(.countOf, ["n": count, "total": "\($0.tasks)"]) }
        ?? words(.totalTasks, ["n": count])
    }
    if case .standing(let standing) = group {
      return words(.totalTasks, ["n": "\(situation.status.total[standing])"])
    }
    guard let tally else { return "" }
    return words(
      .battleLine,
      [
        "n": "\(tally.tasks)", "red": "\(tally[.red])", "met": "\(tally.nodesDueMet)",
        "due": "\(tally.nodesDue)",
      ])
  }

  private func drawTask(
    _ index: Int, _ y: Int, _ layout: Layout, isSelected: Bool, isChosen: Bool,
    _ frame: inout Frame
  ) {
    let isMarked = isSelected || isChosen
    let role: Role = isMarked ? .selectedRow : isPast(index) ? .past : .plain
    if isMarked { frame.paint(0..<layout.gridEnd, y, role) }
    if isChosen { frame.write(setting.glyphs.chosen, at: 0, y, role) }
    if let sign = sign(of: index) { frame.write(sign.sign, at: 1, y, sign.role ?? role) }
    if contrast?.isMarked[index] ?? false {
      frame.write(setting.glyphs.turned, at: 0, y, isSelected ? role : .title)
    }
    drawWords(of: index, y, layout, role, &frame)
    for column in 0..<layout.columnCount {
      frame.write(
        setting.glyphs.line, at: layout.gridStart + column * layout.columnWidth, y,
        isMarked ? .selectedRow : .line)
    }
    // Of tasks chosen together the cell of the node that Space is about; it may be another one
    // than the cursor's.
    let place = isChosen ? chosenNode(of: index) : isSelected ? node : nil
    let cursor = frame.cursor
    drawCells(index, y, layout, isSelectedRow: isMarked, selected: place, &frame)
    if isChosen { frame.cursor = cursor }
    if isChosen, isSelected, let selectedColumn {
      let column = selectedColumn - firstColumn + 1
      frame.cursor = (layout.gridStart + column * layout.columnWidth - 1, y)
    }
    if isSelected, node == nil {
      frame.paint(layout.idStart..<layout.unitStart, y, .selectedRow, isSelected: true)
      frame.cursor = (layout.unitStart - 1, y)
    }
  }

  /// Id, title, unit, and how many of its nodes a task has met.
  private func drawWords(
    of index: Int, _ y: Int, _ layout: Layout, _ role: Role, _ frame: inout Frame
  ) {
    let task = situation.chart.tasks[index]
    frame.write(cut(task.id, layout.id), at: layout.idStart, y, role)
    let title = words(layout.usesFullTitles ? task.title : task.wallTitle)
    frame.write(cut(title, layout.title), at: layout.titleStart, y, role)
    let unit = situation.unit(task.unit)
    let unitName = unit.map { words($0.short ?? $0.name) } ?? task.unit
    frame.write(cut(unitName, layout.unit), at: layout.unitStart, y, role)
    let nodes = situation.status.tasks[index].nodes
    if layout.met > 0, !nodes.isEmpty {
      let met = "\(nodes.count { $0.state.isMet })/\(nodes.count)"
      frame.write(met, at: layout.metStart + layout.met - met.utf8.count, y, role)
    }
  }

  /// The sign before the id: red, crossed off, handed in and late, or silent. Without a role of its
  /// own it looks like its row.
  func sign(of index: Int) -> (sign: Character, role: Role?)? {
    let status = situation.status.tasks[index]
    return switch status.standing {
    case .red: (setting.glyphs.overdue, .red)
    case .crossedOff: (setting.glyphs.met, nil)
    case .inClosing where status.daysLate > 0: (setting.glyphs.lateInClosing, .yellow)
    default: status.isSilent ? (setting.glyphs.silent, nil) : nil
    }
  }
}
