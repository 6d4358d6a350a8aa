import WallChartStore
import WallChartWords

// The band with what a page is about, and its lines: tasks behind, and nodes to come.
extension State {
  /// What a page is about, large; behind it, which of the topic's pages this is.
  func drawBand(_ sheet: Projector.Sheet, _ layout: ProjectorLayout, _ frame: inout Frame) {
    let rows = layout.bandRows(of: sheet.page.topic)
    for y in layout.top..<layout.top + rows {
      frame.paint(layout.margin..<layout.margin + layout.width, y, .tileCalm)
    }
    let y = layout.top + rows / 2
    var notes: [String] = []
    switch sheet.page.topic {
    case .battle(let id):
      let tasks = situation.status.battles[id]?.tasks ?? 0
      notes.append(
        sheet.shown < sheet.total
          ? words(.projectorWorst, ["n": "\(sheet.shown)", "of": "\(sheet.total)"])
          : words(.totalTasks, ["n": "\(tasks)"]))
    case .laggards: notes.append(words(.totalTasks, ["n": "\(sheet.total)"]))
    case .ranking: notes.append(words(.projectorUnitCount, ["n": "\(sheet.total)"]))
    case .week, .month: notes.append(words(.projectorNodes, ["n": "\(sheet.total)"]))
    case .since:
      notes.append(
        sheet.shown < sheet.total
          ? words(.projectorFirstOf, ["n": "\(sheet.shown)", "of": "\(sheet.total)"])
          : words(.projectorChanges, ["n": "\(sheet.total)"]))
    case .totals: break
    }
    if sheet.parts > 1 {
      notes.append(
        words(.projectorPart, ["n": "\(sheet.page.part + 1)", "of": "\(sheet.parts)"]))
    }
    let note = notes.joined(separator: " \(setting.glyphs.dot) ")
    let inset = layout.width >= 70 ? 2 : 1
    let end = layout.margin + layout.width - inset - CellWidth.columns(of: note)
    frame.write(note, at: end, y, .tileCalm)
    let start = layout.margin + inset
    let text = spaced(heading(of: sheet.page.topic), width: end - start - 2, sheet.page.topic)
    frame.write(cut(text, end - start - 2), at: start, y, .tileCalm)
  }

  private func heading(of topic: Projector.Topic) -> String {
    switch topic {
    case .totals: return ""
    case .battle(let id):
      return (situation.chart.battle(id).map { words($0.name) } ?? id).uppercased()
    case .laggards: return words(.projectorLaggards)
    case .ranking: return words(.projectorRanking)
    case .since: return sinceTitle
    case .week: return words(.projectorWeek, ["n": "\(Projector.week.upperBound)"])
    case .month:
      let days = Projector.month
      return words(.projectorMonth, ["from": "\(days.lowerBound)", "to": "\(days.upperBound)"])
    }
  }

  /// A battle's name, its letters apart.
  private func spaced(_ text: String, width: Int, _ topic: Projector.Topic) -> String {
    guard case .battle = topic else { return text }
    return CellWidth.spaced(text, to: width, atMost: width >= 80 ? 2 : 1)
  }

  // MARK: Lines

  func drawLines(of sheet: Projector.Sheet, _ layout: ProjectorLayout, _ frame: inout Frame) {
    let (top, lines) = (layout.lineTop(of: sheet.page.topic), lines(of: sheet))
    guard !lines.isEmpty else {
      let word: Word =
        switch sheet.page.topic {
        case .battle: .projectorNoneBehind
        case .laggards: .projectorNoneRed
        case .since: .sinceNothing
        default: .projectorNoneComing
        }
      frame.write(cut(words(word), layout.width), at: layout.margin, top, .title)
      return
    }
    let chips = lines.map { chip(of: $0, sheet) }
    let columns = ProjectorColumns(lines, chips, isBig: sheet.isBig, layout, self)
    for (index, line) in lines.enumerated() {
      let y = top + index * sheet.rowsPerLine
      // A day or a kind of change stands once, at its first line of the page.
      let isSame =
        !sheet.page.topic.isBehind && projector.armed == nil && index > 0
        && chips[index - 1] == chips[index]
      if !isSame { draw(chips[index], columns, layout.margin, y, isBig: sheet.isBig, &frame) }
      let isChosen = projector.armed?.line == index
      drawWords(of: line, columns, y, isBig: sheet.isBig, isChosen: isChosen, &frame)
    }
  }

  private func chip(of line: Projector.Line, _ sheet: Projector.Sheet) -> ProjectorChip {
    let status = situation.status.tasks[line.task]
    if case .change(let kind) = line.cause { return chip(of: kind) }
    // Only where lines stand on while they are marked.
    if case .node(let place) = line.cause, status.nodes[place].state.isMet {
      let text = "\(setting.glyphs.met) \(words(.projectorMarked))"
      return ProjectorChip(lines: [text], role: .tileDone)
    }
    guard sheet.page.topic.isBehind else {
      let left = line.days == 0 ? Word.projectorToday : .projectorDaysLeft
      let text = words(left, ["n": "\(line.days)"])
      return ProjectorChip(
        lines: [words.weekdayDate(situation.day + line.days), text],
        role: sheet.page.topic == .week ? .tileSoon : .tileCalm)
    }
    let isRed = status.standing == .red
    let role: Role = isRed ? .tileRed : .tileYellow
    guard line.days > 0 else {
      return ProjectorChip(lines: [words(isRed ? .standingRed : .standingYellow)], role: role)
    }
    if sheet.isBig {
      return ProjectorChip(
        number: line.days, lines: [words(.projectorDays, ["n": "\(line.days)"])], role: role)
    }
    let text = words(.projectorDaysLate, ["n": "\(line.days)"])
    return ProjectorChip(
      number: line.days, lines: text.split(separator: "\n").map(String.init), role: role)
  }

  private func draw(
    _ chip: ProjectorChip, _ columns: ProjectorColumns, _ x: Int, _ y: Int, isBig: Bool,
    _ frame: inout Frame
  ) {
    let rows = isBig ? 7 : 2
    for row in y..<y + rows { frame.paint(x..<x + columns.chip, row, chip.role) }
    if isBig, let number = chip.number {
      let digits = BigText(number, .small)
      let text = chip.lines.first ?? ""
      // To the right, so that ones stand under ones.
      let end = x + columns.chip - 2 - CellWidth.columns(of: text)
      frame.write(
        digits, at: end - 1 - digits.width, y + 1, onTile: chip.role, block: setting.glyphs.block)
      frame.write(text, at: end, y + rows - 2, chip.role)
      return
    }
    let top = y + (rows - chip.lines.count) / 2
    for (index, text) in chip.lines.enumerated() {
      let inset = (columns.chip - CellWidth.columns(of: text)) / 2
      frame.write(text, at: x + inset, top + index, chip.role)
    }
  }

  private func drawWords(
    of line: Projector.Line, _ columns: ProjectorColumns, _ y: Int, isBig: Bool, isChosen: Bool,
    _ frame: inout Frame
  ) {
    func write(_ text: String, at x: Int, _ row: Int, _ role: Role = .title) {
      frame.write(text, at: x, row, isChosen ? .panel : role, isSelected: isChosen)
    }
    if isChosen {
      let range = columns.text - 2..<columns.text + columns.textWidth
      for row in y..<y + (isBig ? 7 : 2) { frame.paint(range, row, .panel, isSelected: true) }
      // Behind the sign, so that a block of a cursor does not hide it.
      frame.cursor = (columns.text - 1, y + (isBig ? 1 : 0))
      write(String(setting.glyphs.chosen), at: columns.text - 2, frame.cursor.row)
    }
    let task = situation.chart.tasks[line.task]
    let title = words(columns.usesFullTitles ? task.title : task.wallTitle)
    let unit = unitName(of: line, isFull: columns.usesFullUnits)
    let cause = cut(causeSentence(line), columns.textWidth)
    if isBig {
      write(cut(title, columns.textWidth), at: columns.text, y + 1)
      write(cut(unit, columns.textWidth), at: columns.text, y + 3)
      write(cause, at: columns.text, y + 5, .plain)
      return
    }
    write(cut(title, columns.unit - columns.text - 2), at: columns.text, y)
    let room = columns.text + columns.textWidth - columns.unit
    write(cut(unit, room), at: columns.unit, y)
    write(cause, at: columns.text, y + 1, .plain)
  }

  func unitName(of line: Projector.Line, isFull: Bool) -> String {
    let id = situation.chart.tasks[line.task].unit
    guard let unit = situation.unit(id) else { return id }
    return words(isFull ? unit.name : unit.short ?? unit.name)
  }

  /// The chosen line in words, as the chart says its selection.
  func sentence(of line: Projector.Line, width: Int) -> String {
    let task = situation.chart.tasks[line.task]
    let status = situation.status.tasks[line.task]
    let dot = " \(setting.glyphs.dot) "
    var title: String?
    if case .node(let place) = line.cause { title = words(task.nodes[place].title) }
    func sentence(_ title: String?, _ unit: [String]) -> String {
      let what =
        if case .node(let place) = line.cause, let title {
          nodeSentence(task, status, place, title, isWhole: false)
        } else {
          causeSentence(line)
        }
      return ([task.id, what] + unit).joined(separator: dot)
    }
    // The unit stands in the line, too.
    let units = [[unitName(of: line, isFull: true)], [unitName(of: line, isFull: false)], []]
    let whole = units.lazy.map { sentence(title, $0) }.first { CellWidth.columns(of: $0) <= width }
    return whole ?? cut(fitted(title ?? "", width: width) { [sentence($0[0], [])] }, width)
  }

  /// Which node, or what else a task stands there for.
  private func causeSentence(_ line: Projector.Line) -> String {
    let task = situation.chart.tasks[line.task]
    let status = situation.status.tasks[line.task]
    switch line.cause {
    case .change(let kind):
      guard kind == .red || kind == .yellow else { return roomText(of: kind, task: line.task) }
      let cause = situation.status.cause(of: line.task)
      return causeSentence(Projector.Line(task: line.task, cause: cause, days: status.daysLate))
    case .node(let place):
      let title = words(task.nodes[place].title)
      // The chip of a node to come says the day.
      let due = status.nodes[place].due
      guard due < situation.day else { return title }
      return words(
        .projectorNode, ["node": title, "due": words.shortDate(due, today: situation.day)])
    case .limit:
      let limit = status.record.limit.map { words.shortDate($0, today: situation.day) } ?? ""
      return words(.projectorLimit, ["date": limit])
    case .supervised: return words(.projectorSupervised)
    case .reopened: return words(.projectorReopened)
    }
  }
}
