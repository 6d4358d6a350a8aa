import WallChartStore
import WallChartWords

/// A line of a task's view.
struct TaskLine: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// `nodeMore` goes on with the text of the node above it.
    case heading, field, procedure, procedureDays, progress, path, pathDates, node, nodeMore, entry,
      blank
  }

  var kind: Kind
  /// What stands at the left: a field's name, a node's day, an entry's time.
  var label = ""
  var text = ""
  /// A second field on the same line.
  var second: (label: String, text: String)?
  /// The node it is about, by place.
  var node: Int?
  /// Its text in numbers, for a bar.
  var part: (Int, of: Int)?

  static func == (left: TaskLine, right: TaskLine) -> Bool {
    left.kind == right.kind && left.label == right.label && left.text == right.text
      && left.node == right.node
  }
}

/// A stretch of a task's view, from top to bottom: all of it, or on a wide screen one of two.
struct TaskPanel: Sendable {
  /// The terminal's column it begins at.
  var start: Int
  var width: Int
  var lines: [TaskLine] = []

  /// The columns of a field's text, behind `label` columns of names.
  func textWidth(behind label: Int) -> Int { max(10, width - label - 4) }
}

// Everything about one task, line by line.
extension State {
  /// The task's lines: what the plan says and how its nodes stand; and the record, below, or beside
  /// it where the screen is wide enough.
  var taskPanels: [TaskPanel] {
    guard let index = selectedTask else { return [] }
    let task = situation.chart.tasks[index]
    let status = situation.status.tasks[index]
    let left = size.columns < 140 ? size.columns : size.columns * 11 / 20
    var panel = TaskPanel(start: 0, width: left)
    // Where rows are few, headings alone part the lines.
    let gap = size.rows < 30 ? [] : [TaskLine(kind: .blank)]
    let (facts, shares) = (facts(of: task, status, panel), progress(of: task, status))
    panel.lines =
      facts + gap + procedureLines(of: index, panel) + (shares.isEmpty ? [] : gap + shares)
    let nodes = nodeLines(of: task, status, panel)
    if !nodes.isEmpty { panel.lines += gap + nodes }
    guard left < size.columns else {
      panel.lines += gap + recordLines(of: task, panel)
      return [panel]
    }
    var record = TaskPanel(start: left, width: size.columns - left)
    record.lines = recordLines(of: task, record)
    return [panel, record]
  }

  /// How far a task's view can be scrolled.
  var taskScrollEnd: Int { scrollEnd(of: taskPanels) }

  func scrollEnd(of panels: [TaskPanel]) -> Int {
    panels.map { max(0, $0.lines.count - taskBodyRows) }.max() ?? 0
  }

  /// Columns of the names of fields.
  var taskLabelWidth: Int {
    let names: [Word] = [.fieldMeasures, .fieldScheduled, .fieldExtension, .fieldProblem]
    return max(9, names.map { CellWidth.columns(of: words($0)) }.max() ?? 0)
  }

  /// Columns of the days and times before entries.
  var taskTimeWidth: Int { min(13, max(8, size.columns / 4)) }

  // MARK: Facts

  /// Short facts stand two in a line where there is room for both, long ones over several lines.
  private func facts(
    of task: Chart.Task, _ status: TaskStatus, _ panel: TaskPanel
  ) -> [TaskLine] {
    let label = taskLabelWidth
    let half = panel.width / 2 - label - 4
    let battle = situation.chart.battle(task.battle).map { words($0.name) } ?? task.battle
    let rhythm = situation.chart.rules.rhythm[task.risk].map { words.name(of: $0) }
    let risk = [words.name(of: task.risk), rhythm].compactMap(\.self)
      .joined(separator: words(.listComma))
    let helpers = task.helpers.map { unitName($0, half) }.joined(separator: words(.listComma))
    // The head says the unit; where there is room its name stands among the others too.
    let unit = size.rows < 30 ? nil : unitName(task.unit, half)
    let short: [(Word, String?)] = [
      (.fieldLimit, limit(of: task, status)), (.fieldStage, stage(of: status)),
      (.fieldUnit, unit),
      (.fieldLead, task.lead.map { unitName($0, half) }), (.fieldBattle, battle),
      (.fieldRisk, risk), (.fieldOrigin, task.origin.map { words($0) }),
      (.fieldOfficer, task.officer.map { shown($0) }), (.fieldHelpers, helpers),
    ]
    let moved = extensions(of: task, status)
    // What moved the limit stands behind it.
    return field(.fieldTask, words(task.title), panel)
      + paired(Array(short.prefix(moved.isEmpty ? 0 : 1)), half, panel)
      + moved.flatMap { field(.fieldExtension, $0, panel) }
      + paired(Array(short.dropFirst(moved.isEmpty ? 0 : 1)), half, panel)
      + field(.fieldProblem, task.problem.map { words($0) }, panel)
      + field(.fieldTarget, task.target.map { words($0) }, panel)
      + field(.fieldMeasures, task.measures.map { words($0) }, panel)
  }

  func field(_ name: Word, _ text: String?, _ panel: TaskPanel) -> [TaskLine] {
    guard let text, !text.isEmpty else { return [] }
    return CellWidth.wrap(text, to: panel.textWidth(behind: taskLabelWidth)).enumerated()
      .map { row, line in
        TaskLine(kind: .field, label: row == 0 ? words(name) : "", text: line)
      }
  }

  private func paired(_ facts: [(Word, String?)], _ half: Int, _ panel: TaskPanel) -> [TaskLine] {
    var lines: [TaskLine] = []
    // Whether the last line has room for a second fact.
    var isOpen = false
    for case (let name, let text?) in facts where !text.isEmpty {
      let fits = panel.width >= 76 && CellWidth.columns(of: text) <= half
      if fits, isOpen {
        lines[lines.count - 1].second = (words(name), text)
        isOpen = false
      } else {
        lines += field(name, text, panel)
        isOpen = fits
      }
    }
    return lines
  }

  /// A unit's name, or its short one where that would cost a row and those are few.
  private func unitName(_ id: String, _ width: Int) -> String {
    guard let unit = situation.unit(id) else { return shown(id) }
    let name = words(unit.name)
    if size.rows >= 30 { return name }
    return CellWidth.columns(of: name) <= width ? name : words(unit.short ?? unit.name)
  }

  /// The limit in force, the list's own words for it, and the first one where it was moved.
  private func limit(of task: Chart.Task, _ status: TaskStatus) -> String {
    guard task.term != .standing else { return words(.termStanding) }
    var parts = [status.record.limit.map { words.date($0) } ?? words(.limitNone)]
    if let text = task.limitText { parts.append(shown(text)) }
    if task.term == .atOnce { parts.append(words(.termAtOnce)) }
    if let first = task.limit, first != status.record.limit {
      parts.append(words(.limitFirst, ["date": words.date(first)]))
    }
    if status.record.stage != .crossedOff, let limit = status.record.limit,
      situation.day > limit
    {
      parts.append(words(.stateLimitPassed, ["n": "\(situation.day - limit)"]))
    }
    return parts.joined(separator: words(.listComma))
  }

  /// What moved the limit or a node, oldest first: from when to when, who approved it, and why.
  private func extensions(of task: Chart.Task, _ status: TaskStatus) -> [String] {
    let moves = shownEntries(of: task).filter { entry in
      guard case .extend = entry.fact else { return false }
      return !status.record.isTakenBack(entry.id)
    }
    guard !moves.isEmpty else { return [] }
    let roots = situation.ledger.roots(of: task.id)
    return moves.reversed().map { entry in
      let day = words.shortDate(entry.on, today: situation.day)
      let source = words(.sinceBy, ["who": shown(entry.by), "date": day])
      return recordText(of: entry, task, roots) + " \(setting.glyphs.dot) " + source
    }
  }

  private func stage(of status: TaskStatus) -> String {
    var parts = [words.name(of: status.record.stage)]
    if status.record.stage == .notice, let until = status.record.noticeUntil {
      let date = words.date(until)
      if situation.day > until {
        parts = [words(.stageNoticeOver, ["date": date])]
      } else {
        parts.append(words(.stageNoticeUntil, ["date": date]))
      }
    }
    if status.record.isSupervised { parts.append(words(.stageSupervised)) }
    if status.record.isFalse { parts.append(words(.stageFalse)) }
    if status.isSilent { parts.append(words(.silent)) }
    return parts.joined(separator: words(.listComma))
  }

  // MARK: Progress

  private func progress(of task: Chart.Task, _ status: TaskStatus) -> [TaskLine] {
    let nodes = status.nodes.count
    let due = status.nodes.count { $0.due <= situation.day }
    let met = status.nodes.count { $0.state.isMet }
    var lines: [TaskLine] = []
    if nodes > 0 {
      lines.append(share(.fieldScheduled, .nodesDueOf, due, of: nodes))
      lines.append(share(.fieldReal, .nodesMetOf, met, of: nodes))
    }
    if let quantity = task.quantity {
      var line = share(.fieldQuantity, .amountOf, status.record.count ?? 0, of: quantity.total)
      line.text = words(
        .amountOf,
        [
          "n": "\(status.record.count ?? 0)", "total": amount(quantity),
          "share": percent(status.record.count ?? 0, of: quantity.total),
        ])
      lines.append(line)
    }
    return lines
  }

  private func share(_ name: Word, _ form: Word, _ part: Int, of whole: Int) -> TaskLine {
    TaskLine(
      kind: .progress, label: words(name),
      text: words(
        form, ["n": "\(part)", "total": "\(whole)", "share": percent(part, of: whole)]),
      part: (part, of: whole))
  }
}
