import WallChartStore
import WallChartWords

/// What a room is shown of one task.
struct LargeTask {
  /// Its place in the plan, and that of the node that stands out.
  var task: Int
  var node: Int?
  /// Why it is up.
  var reasons = ""
  /// What became of it there.
  var note = ""
  /// What is said of it, each with a name before it.
  var fields: [(name: Word, text: String)] = []
}

// One task fills the screen: how late it is and which it is in big letters, whose it is, its nodes,
// and what was said of it.
extension State {
  func draw(_ large: LargeTask, rows: Range<Int>, margin: Int, _ frame: inout Frame) {
    let columns = margin..<size.columns - margin
    let figure = largeFigure(of: large.task)
    let id = situation.chart.tasks[large.task].id
    var y: Int
    if let banner = LargeBanner(
      figure, id: id, columns: columns.count, rows: rows.count * 2 / 5)
    {
      y = draw(banner, figure, large, rows.lowerBound, columns, &frame)
      y = drawWords(of: large, y + 1, columns, &frame) + 1
    } else {
      y = drawBeside(figure, large, rows, columns, &frame)
      // As many blank rows as there is room for.
      y += rows.count >= 14 ? 1 : 0
    }
    drawRest(of: large, y..<rows.upperBound, columns, &frame)
  }

  // MARK: How it stands

  /// How many days a task is late or has left, and its colour.
  struct LargeFigure: Equatable {
    /// None where days say nothing.
    var number: Int?
    var label: String
    var role: Role
  }

  func largeFigure(of task: Int) -> LargeFigure {
    let status = situation.status.tasks[task]
    let role: Role =
      switch status.standing {
      case .red: .tileRed
      case .yellow: .tileYellow
      case .dueSoon: .tileSoon
      case .inClosing: .tileCalm
      case .green, .crossedOff: .tileDone
      }
    let name = words.name(of: status.standing)
    if status.daysLate > 0 {
      let label = words(.figureDaysLate, ["n": "\(status.daysLate)"])
      return LargeFigure(number: status.daysLate, label: label, role: role)
    }
    if let days = daysPastPromise(of: task) {
      let label = words(.figurePromiseOver, ["n": "\(days)"])
      return LargeFigure(number: days, label: label, role: role == .tileDone ? .tileSoon : role)
    }
    // Red without being late, and closed: the name says it.
    guard status.standing == .dueSoon || status.standing == .green,
      let due = nextDay(of: task).map({ $0 - situation.day })
    else { return LargeFigure(label: name, role: role) }
    let label = words(.figureDaysLeft, ["n": "\(due)"])
    return LargeFigure(number: due, label: label, role: role)
  }

  /// The next day on which something of a task is due.
  private func nextDay(of task: Int) -> Day? {
    let status = situation.status.tasks[task]
    let isStanding = situation.chart.tasks[task].term == .standing
    let limit = isStanding ? nil : status.record.limit
    return (status.nodes.filter { !$0.state.isMet }.map(\.due) + [limit].compactMap(\.self)).min()
  }

  // MARK: Its head

  /// The figure and the id on tiles; returns the row behind.
  private func draw(
    _ banner: LargeBanner, _ figure: LargeFigure, _ large: LargeTask, _ top: Int,
    _ columns: Range<Int>, _ frame: inout Frame
  ) -> Int {
    let left = columns.lowerBound..<columns.lowerBound + banner.figureColumns
    let right = left.upperBound + 1..<columns.upperBound
    for y in top..<top + banner.rows {
      frame.paint(left, y, figure.role)
      frame.paint(right, y, .tileCalm)
    }
    let caption = top + banner.caption
    if let number = banner.number {
      let x = left.lowerBound + (left.count - number.width) / 2
      frame.write(
        number, at: x, top + 1, onTile: figure.role, block: setting.glyphs.block)
    }
    let labelRow = banner.number == nil ? top + banner.rows / 2 : caption
    let inset = (left.count - CellWidth.columns(of: figure.label)) / 2
    frame.write(figure.label, at: left.lowerBound + inset, labelRow, figure.role)
    let start = right.lowerBound + 2
    frame.write(
      banner.id, at: start, top + 1, onTile: .tileCalm, block: setting.glyphs.block)
    let noteStart = right.upperBound - 1 - CellWidth.columns(of: large.note)
    frame.write(large.note, at: noteStart, caption, .tileCalm)
    let unit = largeUnit(
      of: situation.chart.tasks[large.task], width: noteStart - start - 1)
    frame.write(unit, at: start, caption, .tileCalm)
    return top + banner.rows
  }

  /// The title, why the task is up, and what belongs to it; returns the row behind.
  private func drawWords(
    of large: LargeTask, _ top: Int, _ columns: Range<Int>, _ frame: inout Frame
  ) -> Int {
    var y = top
    for line in titleLines(of: situation.chart.tasks[large.task], width: columns.count) {
      frame.write(line, at: columns.lowerBound, y, .title)
      y += 1
    }
    let end = frame.write(
      cut(large.reasons, columns.count), at: columns.lowerBound, y, .title)
    for text in asideLines(of: large.task) {
      let start = columns.upperBound - CellWidth.columns(of: text)
      guard start >= end + 3 else { continue }
      frame.write(text, at: start, y)
      break
    }
    return y + 1
  }

  private func titleLines(of task: Chart.Task, width: Int) -> [String] {
    let lines = CellWidth.wrap(words(task.title), to: width)
    guard lines.count > 2 else { return lines }
    return [lines[0], cut(lines[1] + String(setting.glyphs.ellipsis), width)]
  }

  /// The responsible unit, its letters apart where there is room.
  private func largeUnit(of task: Chart.Task, width: Int) -> String {
    guard let unit = situation.unit(task.unit) else { return shown(task.unit) }
    let name = words(unit.name)
    return CellWidth.columns(of: name) <= width
      ? CellWidth.spaced(name, to: width) : cut(words(unit.short ?? unit.name), width)
  }

  /// Who leads, how much is done and the limit; less where there is less room.
  private func asideLines(of place: Int) -> [String] {
    let task = situation.chart.tasks[place]
    let status = situation.status.tasks[place]
    let lead = task.lead.map { id in
      situation.unit(id).map { words($0.short ?? $0.name) } ?? shown(id)
    }
    let count = task.quantity.map { quantity in
      let count = status.record.count ?? 0
      return words(
        .amountOf,
        [
          "n": "\(count)", "total": amount(quantity),
          "share": percent(count, of: quantity.total),
        ])
    }
    let limit =
      task.term == .standing
      ? nil
      : status.record.limit.map {
        words(.taskLimit, ["date": words.shortDate($0, today: situation.day)])
      }
    let parts = [
      lead.map { words(.fieldLead) + words(.sayAfter) + $0 },
      count, limit,
    ].compactMap(\.self)
    return parts.indices.map {
      parts[$0...].joined(separator: " \(setting.glyphs.dot) ")
    }
  }

  /// On few rows: the figure on a tile and the words beside it; returns the row behind.
  private func drawBeside(
    _ figure: LargeFigure, _ large: LargeTask, _ rows: Range<Int>, _ columns: Range<Int>,
    _ frame: inout Frame
  ) -> Int {
    let task = situation.chart.tasks[large.task]
    let number = figure.number.map { BigText($0, .small) }
    let height = BigText.points
    var x = columns.lowerBound
    var y = rows.lowerBound
    var label = figure.label
    var isTile = false
    if let number, rows.count >= 12, number.width + 2 <= columns.count / 2 {
      isTile = true
      let tile = x..<x + number.width + 2
      for row in y..<y + height { frame.paint(tile, row, figure.role) }
      frame.write(number, at: x + 1, y, onTile: figure.role, block: setting.glyphs.block)
      x = tile.upperBound + 2
    } else if let number = figure.number {
      label = "\(number) \(label)"
    }
    let width = columns.upperBound - x
    let note = large.note
    let noteStart = columns.upperBound - CellWidth.columns(of: note)
    frame.write(note, at: noteStart, y, .saved)
    let end = frame.write(" \(label) ", at: x, y, figure.role)
    frame.write(cut(task.id, noteStart - end - 2), at: end + 1, y, .title)
    y += 1
    for line in titleLines(of: task, width: width).prefix(rows.count >= 10 ? 2 : 1) {
      frame.write(line, at: x, y, .title)
      y += 1
    }
    frame.write(largeUnit(of: task, width: width), at: x, y, .title)
    frame.write(cut(large.reasons, width), at: x, y + 1)
    // A blank row, so that the figure does not run into the cell of a node.
    return isTile ? max(y + 2, rows.lowerBound + height + 1) : y + 2
  }

  // MARK: Its nodes, and what was said

  private func drawRest(
    of large: LargeTask, _ rows: Range<Int>, _ columns: Range<Int>, _ frame: inout Frame
  ) {
    let names: [Word] = [
      .meetingReport, .meetingProgress, .fieldProblem, .meetingPromise, .meetingNow,
    ]
    let label = names.map { CellWidth.columns(of: words($0)) }.max() ?? 0
    let fields = large.fields.flatMap { field in
      CellWidth.wrap(field.text, to: max(8, columns.count - label - 2)).enumerated()
        .map { (name: $0 == 0 ? alone(words(field.name)) : "", text: $1) }
    }
    let nodes = situation.chart.tasks[large.task].nodes.count
    let gap = rows.count >= nodes + fields.count + 1 ? 1 : 0
    let nodeRows = min(nodes, max(min(nodes, 3), rows.count - fields.count - gap))
    // Twice as far apart where that fits.
    let step = rows.count >= 2 * nodeRows + fields.count + gap ? 2 : 1
    var y = drawNodes(
      of: large, rows.lowerBound..<min(rows.upperBound, rows.lowerBound + nodeRows * step), step,
      columns, &frame)
    y += gap - (step > 1 && nodeRows > 0 ? 1 : 0)
    for field in fields where y < rows.upperBound {
      frame.write(field.name, at: columns.lowerBound, y, .hintKey)
      frame.write(field.text, at: columns.lowerBound + label + 2, y)
      y += 1
    }
  }

  /// The nodes, a line each, as many as there is room for around the one that stands out.
  private func drawNodes(
    of large: LargeTask, _ rows: Range<Int>, _ step: Int, _ columns: Range<Int>,
    _ frame: inout Frame
  ) -> Int {
    let task = situation.chart.tasks[large.task]
    let status = situation.status.tasks[large.task]
    let count = min(task.nodes.count, rows.count / step)
    guard count > 0 else { return rows.lowerBound }
    let first = max(0, min((large.node ?? 0) - count / 2, task.nodes.count - count))
    let start = columns.lowerBound - 1 + nodeTextStart(status)
    for place in first..<first + count {
      let y = rows.lowerBound + (place - first) * step
      let isSelected = place == large.node
      let role: Role = isSelected ? .selectedRow : .plain
      if isSelected {
        frame.paint(columns, y, role)
        frame.cursor = (columns.lowerBound + 5, y)
      }
      let cell = columns.lowerBound..<columns.lowerBound + 6
      let cellText = cellText(status.nodes[place])
      let stateRole = cellRole(
        status.nodes[place], isPast: status.standing == .crossedOff, isSelectedRow: isSelected)
      frame.paint(cell, y, stateRole, isSelected: isSelected)
      frame.write(
        cellText, at: cell.lowerBound + max(0, 5 - CellWidth.columns(of: cellText)), y, stateRole,
        isSelected: isSelected)
      let day = words.shortDate(status.nodes[place].due, today: situation.day)
      frame.write(day, at: cell.upperBound + 1, y, role)
      // Its cell says how it stands; half a sentence would say less than the title.
      let title = words(task.nodes[place].title)
      let sentence = title + words(.sayAfter) + stateSentence(status.nodes[place])
      let room = columns.upperBound - start - 1
      let text = CellWidth.columns(of: sentence) <= room ? sentence : cut(title, room)
      frame.write(text, at: start, y, role)
    }
    drawMore(
      rows, above: first, below: task.nodes.count - first - count, at: columns.upperBound - 1,
      &frame)
    return rows.lowerBound + count * step
  }
}

/// How large the figure and the id of a task stand above it.
struct LargeBanner: Equatable {
  /// Nil where there is no figure.
  var number: BigText?
  var id: BigText
  var figureColumns: Int
  var bigRows: Int
  /// Whether blank rows stand around the caption.
  var isRoomy: Bool

  /// The row of the caption, and all of them, the blank one above the letters counted.
  var caption: Int { 1 + bigRows + (isRoomy ? 1 : 0) }
  var rows: Int { caption + (isRoomy ? 2 : 1) }

  /// The largest that fits; nil where there is no room for big letters, or the id has none.
  init?(_ figure: State.LargeFigure, id: String, columns: Int, rows: Int) {
    for scale in BigText.Scale.all {
      let big = BigText.points * scale.rows
      guard big + 2 <= rows else { continue }
      let number = figure.number.map { BigText($0, scale) }
      let label = CellWidth.columns(of: figure.label)
      let tile = max(number?.width ?? 0, label) + 4
      guard let id = BigText.fitting(id, columns: columns - tile - 1 - 4, rows: big),
        id.scale.rows == scale.rows
      else { continue }
      self.number = number
      self.id = id
      figureColumns = tile
      bigRows = big
      isRoomy = big + 4 <= rows
      return
    }
    return nil
  }
}
