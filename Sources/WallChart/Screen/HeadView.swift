import WallChartStore
import WallChartWords

/// All that the head of the chart depends on.
struct HeadLook: Equatable, Sendable {
  var columns: BodyLook
  var selectedColumn: Int?
  /// How many changes of single tasks are counted, and what they make of the columns shown.
  var changes: Int
  var loads: [Load]
  var selectedLoad: Load?
  var showing: Showing
  var trouble: String?
  /// The meeting that is open.
  var meeting: Chart.Rhythm?
}

// The head of the chart: title and day, totals, column heads.
extension State {
  func drawHead(_ frame: inout Frame, after last: Frame?) {
    let shown = firstColumn..<firstColumn + layout.columnCount
    let look = HeadLook(
      columns: bodyLook, selectedColumn: selectedColumn, changes: changed.count,
      loads: shown.map { loads[$0] ?? Load() },
      selectedLoad: selectedColumn.flatMap { loads[$0] }, showing: showing, trouble: troubleText,
      meeting: meeting?.rhythm)
    frame.headLook = look
    if let last, let was = last.headLook {
      var before = was
      (before.selectedColumn, before.selectedLoad) = (look.selectedColumn, look.selectedLoad)
      (before.changes, before.loads) = (look.changes, look.loads)
      if before == look {
        for row in 0..<layout.headRows { frame.copy(row, of: last, to: row) }
        drawChanges(since: was, look, &frame)
        return
      }
    }
    drawTitle(&frame)
    drawTotals(&frame)
    drawColumnHeads(&frame)
  }

  /// What entries about single tasks change in the head, and a step of the selection.
  private func drawChanges(since was: HeadLook, _ look: HeadLook, _ frame: inout Frame) {
    if was.changes != look.changes {
      frame.clear(0..<size.columns, 1, .plain)
      drawTotals(&frame)
    }
    var stale = look.loads.indices.filter { look.loads[$0] != was.loads[$0] }
      .map { firstColumn + $0 }
    if (was.selectedColumn, was.selectedLoad) != (look.selectedColumn, look.selectedLoad) {
      stale += [was.selectedColumn, look.selectedColumn].compactMap(\.self)
    }
    if !stale.isEmpty { drawHeads(of: stale, &frame) }
  }

  /// The chart's title, what narrows it, and the day.
  private func drawTitle(_ frame: inout Frame) {
    let day = words(.asOf, ["date": words.longDate(situation.day)])
    let dayStart = size.columns - 1 - CellWidth.columns(of: day)
    // Another day than the present one must not be mistaken for it.
    frame.write(isLooking ? " \(day) " : day, at: dayStart - (isLooking ? 1 : 0), 0, dayRole)
    let trouble = troubleColumns
    let room = dayStart - 3
    // The title gives way to what narrows it; how much that hides stands in the next line.
    let chips = narrowings(room: room - trouble - 12)
    let chipRoom =
      chips.isEmpty ? 0 : min(CellWidth.columns(of: chips) + 3, room - trouble)
    // A few letters of it would say nothing.
    let titleRoom = room - chipRoom - trouble
    var end = 0
    if titleRoom >= 8 || chips.isEmpty {
      end = frame.write(cut(words(situation.chart.title), max(0, titleRoom)), at: 1, 0, .title) + 1
    }
    if !chips.isEmpty {
      end = frame.write(" \(cut(chips, max(0, chipRoom - 3))) ", at: end, 0, .selectedColumn)
    }
    drawTrouble(after: end, before: dayStart, &frame)
  }

  /// What is wrong with the data, as long as it is: nobody may read false figures unaware.
  private var troubleText: String? {
    var parts: [String] = []
    if planError != nil { parts.append(words(.troublePlan)) }
    if let trouble = words.trouble(of: damage) { parts.append(trouble) }
    if !failed.isEmpty { parts.append(words(.saidUnsaved, ["n": "\(failed.count)"])) }
    return parts.isEmpty ? nil : parts.joined(separator: words(.listComma))
  }

  /// The columns it takes, with the blanks around it.
  var troubleColumns: Int { troubleText.map { CellWidth.columns(of: $0) + 3 } ?? 0 }

  func drawTrouble(after end: Int, before start: Int, _ frame: inout Frame) {
    guard let troubleText else { return }
    let room = start - end - 4
    frame.write(" \(cut(troubleText, max(0, room))) ", at: end + 1, 0, .error)
  }

  private var dayRole: Role { isLooking ? .dueSoon : .plain }

  /// What is shown of the chart when it is not all of it, and an order of one's own; with the short
  /// names of units where the long ones have no room.
  private func narrowings(room: Int) -> String {
    func text(isShort: Bool) -> String {
      var parts = showing.filter.conditions.map { name(of: $0, isShort: isShort) }
      if let battle = showing.onlyBattle.flatMap({ situation.chart.battle($0) }) {
        parts.insert(words(battle.name), at: 0)
      }
      // A meeting that is open must not be forgotten.
      if let rhythm = meeting?.rhythm {
        parts.insert(words(.meetingIsOpen, ["meeting": words.name(ofMeeting: rhythm)]), at: 0)
      }
      if showing.order != .battle {
        parts.append(words(.orderedBy, ["order": words.name(of: showing.order)]))
      }
      return parts.joined(separator: " \(setting.glyphs.dot) ")
    }
    let full = text(isShort: false)
    return CellWidth.columns(of: full) <= room ? full : text(isShort: true)
  }

  /// Tasks by standing as chips, and the due nodes met, of the tasks shown; parts that do not fit
  /// are left out from the least urgent on.
  private func drawTotals(_ frame: inout Frame) {
    let total = shownTotal
    var met = [Word.totalMet, .totalMetShort].map {
      words($0, ["met": "\(total.nodesDueMet)", "due": "\(total.nodesDue)"])
    }
    // What a unit still owes is asked for when the chart is narrowed to it.
    if showing.filter.conditions.contains(where: { $0.kind == .unit || $0.kind == .lead }) {
      let open = words(.totalOpen, ["n": "\(total.nodes - total.nodesMet)"])
      met = met.map { "\(open)  \($0)" } + [open]
    }
    let hidden = situation.status.total.tasks - total.tasks
    var column =
      showing.isWhole
      ? frame.write(words(.totalTasks, ["n": "\(total.tasks)"]), at: 1, 1)
      : frame.write(
        " \(words(.countHidden, ["n": "\(total.tasks)", "total": "\(total.tasks + hidden)", "hidden": "\(hidden)"])) ",
        at: 0, 1, .selectedColumn)
    let chips: [(count: Int, word: Word, role: Role)] = [
      (total[.red], .totalRed, .red), (total[.yellow], .totalYellow, .yellow),
      (total[.dueSoon], .totalDueSoon, .dueSoon), (total[.inClosing], .totalInClosing, .plain),
      (total[.crossedOff], .totalCrossedOff, .plain), (total.silent, .totalSilent, .plain),
    ]
    let shortest = met.map { CellWidth.columns(of: $0) }.min() ?? 0
    for chip in chips where chip.count > 0 {
      var text = words(chip.word, ["n": "\(chip.count)"])
      // On another day, how many more or fewer they are than at present.
      if chip.role == .red || chip.role == .yellow,
        let present = contrast?.presentCounts[chip.role == .red ? .red : .yellow]
      {
        let more = chip.count - present
        if more != 0 { text += more > 0 ? " +\(more)" : " \(more)" }
      }
      let padded = chip.role == .plain ? text : " \(text) "
      let gap = chip.role == .plain ? 2 : 1
      guard column + gap + CellWidth.columns(of: padded) + 2 + shortest < size.columns else {
        break
      }
      column = frame.write(padded, at: column + gap, 1, chip.role)
    }
    let room = size.columns - 1 - column - 2
    if let text = met.first(where: { CellWidth.columns(of: $0) <= room }) {
      frame.write(text, at: size.columns - 1 - CellWidth.columns(of: text), 1)
    }
  }

  private func drawColumnHeads(_ frame: inout Frame) {
    let layout = layout
    if layout.hasLoads {
      frame.write(cut(words(.columnTask), layout.title), at: layout.titleStart, 2, .head)
      frame.write(cut(words(.columnUnit), layout.unit), at: layout.unitStart, 2, .head)
      if layout.met > 0 {
        frame.write(words(.columnMet), at: layout.metStart, 2, .head, width: layout.met)
      }
    }
    drawHeads(of: Array(firstColumn..<firstColumn + layout.columnCount), &frame)
  }

  /// The heads of some columns, what they come to, and the selected one in words.
  private func drawHeads(of shown: [Int], _ frame: inout Frame) {
    let layout = layout
    let selected = selectedColumn
    let width = layout.columnWidth - 1
    for column in shown where column < columns.count {
      let visible = column - firstColumn
      guard (0..<layout.columnCount).contains(visible) else { continue }
      let start = layout.gridStart + visible * layout.columnWidth
      frame.write(setting.glyphs.line, at: start, 2, .line)
      let head = columnHead(column, isFirst: visible == 0)
      // A number that does not fit with its word stands alone.
      let text = CellWidth.columns(of: head) <= width ? head : cut("\(column + 1)", width)
      let inset = (width - CellWidth.columns(of: text)) / 2
      let role: Role =
        column == todayColumn ? .today : column == selected ? .selectedColumn : .head
      frame.write(String(repeating: " ", count: width), at: start + 1, 2, role)
      frame.write(text, at: start + 1 + inset, 2, role)
      if layout.hasLoads { drawLoad(loads[column] ?? Load(), start, width, &frame) }
    }
    drawLoadInWords(selected, layout, &frame)
    if firstColumn > 0 {
      frame.write(setting.glyphs.moreLeft, at: layout.gridStart - 1, 2, .head)
    }
    if firstColumn + layout.columnCount < columns.count {
      frame.write(
        setting.glyphs.moreRight, at: min(layout.gridEnd, size.columns - 1), 2, .head)
    }
  }

  private var todayColumn: Int? {
    guard case .calendar(let zoom) = axis else { return nil }
    return zoom.number(of: situation.day) - columns.lowerBound
  }

  /// The head of a column; where a year begins, and on the first one of another year, that year.
  private func columnHead(_ column: Int, isFirst: Bool) -> String {
    guard case .calendar(let zoom) = axis else {
      return words(.headNode, ["n": "\(column + 1)"])
    }
    let number = columns.lowerBound + column
    let isOtherYear = zoom.year(of: number) != situation.day.date.year
    let saysTurn = zoom.isTurn(number) || isFirst && (zoom == .day || isOtherYear)
    return saysTurn
      ? zoom.headOfTurn(of: number, words: words) : zoom.head(of: number, words: words)
  }

  // MARK: What the columns come to

  /// Overdue nodes if there are any, else that all are met, else those still open.
  private func drawLoad(_ load: Load, _ start: Int, _ width: Int, _ frame: inout Frame) {
    frame.write(setting.glyphs.line, at: start, 3, .line)
    frame.clear(start + 1..<start + 1 + width, 3, .plain)
    guard load.nodes > 0 else { return }
    let open = load.nodes - load.met
    let (text, role): (String, Role) =
      if load.overdue > 0 {
        ("\(setting.glyphs.overdue)\(load.overdue)", load.red > 0 ? .red : .yellow)
      } else if open == 0 {
        ("\(setting.glyphs.met)\(load.met)", .met)
      } else { ("\(open)", .load) }
    let inset = max(0, width - 1 - CellWidth.columns(of: text))
    if role != .load { frame.paint(start + 1..<start + 1 + width, 3, role) }
    frame.write(cut(text, width), at: start + 1 + inset, 3, role)
  }

  /// The column of the selection in words, and so what the signs of its cells mean:
  /// `Jul: 38, ✓ 15 met, ~ 7 late, ! 9 overdue`.
  private func drawLoadInWords(_ column: Int?, _ layout: Layout, _ frame: inout Frame) {
    let y = layout.loadWordsRow
    frame.clear(layout.idStart..<layout.gridStart - 1, y, .plain)
    let load = column.map { loads[$0] ?? Load() }
    let signs: [(place: Character, sign: Character, role: Role)] = [
      ("\u{1}", setting.glyphs.met, .met), ("\u{2}", setting.glyphs.metLate, .metLate),
      ("\u{3}", setting.glyphs.overdue, load?.red == 0 && load?.overdue != 0 ? .yellow : .red),
    ]
    let values: KeyValuePairs<String, String> = [
      "column": column.map(columnName) ?? "", "n": "\(load?.nodes ?? 0)",
      "metSign": "\u{1}", "met": "\((load?.met ?? 0) - (load?.metLate ?? 0))",
      "lateSign": "\u{2}", "late": "\(load?.metLate ?? 0)",
      "overdueSign": "\u{3}", "overdue": "\(load?.overdue ?? 0)",
    ]
    let room = layout.gridStart - layout.idStart - 1
    let text = words.form(load == nil ? .loadSigns : .loadInWords, values) {
      CellWidth.columns(of: $0) <= room
    }
    // A sign is put in as what no text holds, and drawn as it is in cells.
    var rest = cut(text, room)[...]
    var x = layout.idStart
    while let end = rest.utf8.firstIndex(where: { $0 <= 3 }) {
      x = frame.write(String(rest[..<end]), at: x, y, .load)
      if let sign = signs.first(where: { $0.place == rest[end] }) {
        frame.write(sign.sign, at: x, y, sign.role)
        x += 1
      }
      rest = rest[rest.index(after: end)...]
    }
    frame.write(String(rest), at: x, y, .load)
  }

  private func columnName(_ column: Int) -> String {
    guard case .calendar(let zoom) = axis else {
      return words(.columnOfNodes, ["n": "\(column + 1)"])
    }
    let number = columns.lowerBound + column
    let first = zoom.firstDay(of: number)
    switch zoom {
    case .day: return words.shortDate(first, today: situation.day)
    case .week: return words(.columnOfWeek, ["n": "\(first.week)"])
    case .month, .quarter:
      let name = zoom.head(of: number, words: words)
      let year = zoom.year(of: number)
      return year == situation.day.date.year
        ? name : words(.columnOfYear, ["column": name, "year": "\(year)"])
    }
  }
}
