import WallChartStore
import WallChartWords

/// A line of a task's view.
struct TaskLine: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// `nodeMore` goes on with the text of the node above it.
    case heading, field, progress, node, nodeMore, entry, blank
  }

  var kind: Kind
  /// What stands at the left: a field's name, a node's sign, an entry's time.
  var label = ""
  var text = ""
  /// The node it is about, by place.
  var node: Int?
  /// Its text in numbers, for a bar.
  var part: (Int, of: Int)?

  static func == (left: TaskLine, right: TaskLine) -> Bool {
    left.kind == right.kind && left.label == right.label && left.text == right.text
      && left.node == right.node
  }
}

// Everything about one task, line by line.
extension State {
  /// Columns of the names at the left, and of the text behind them.
  var taskColumns: (label: Int, text: Int) {
    let label = min(max(13, fieldNameWidth), max(8, size.columns / 4))
    return (label, max(10, size.columns - label - 4))
  }

  private var fieldNameWidth: Int {
    let names: [Word] = [.fieldMeasures, .fieldScheduled, .fieldQuantity, .fieldProblem]
    return names.map { CellWidth.columns(of: words($0)) }.max() ?? 0
  }

  var taskLines: [TaskLine] {
    guard let index = selectedTask else { return [] }
    let task = situation.chart.tasks[index]
    let status = situation.status.tasks[index]
    return fields(of: task, status) + progress(of: task, status) + nodeLines(of: task, status)
      + recordLines(of: task)
  }

  private func field(_ name: Word, _ text: String?) -> [TaskLine] {
    guard let text, !text.isEmpty else { return [] }
    return CellWidth.wrap(text, to: taskColumns.text).enumerated().map { row, line in
      TaskLine(kind: .field, label: row == 0 ? words(name) : "", text: line)
    }
  }

  private func unitName(_ id: String) -> String {
    situation.chart.unit(id).map { words($0.name) } ?? shown(id)
  }

  private func fields(of task: Chart.Task, _ status: TaskStatus) -> [TaskLine] {
    let battle = situation.chart.battle(task.battle).map { words($0.name) } ?? task.battle
    let rhythm = situation.chart.rules.rhythm[task.risk].map { words.name(of: $0) }
    let risk = [words.name(of: task.risk), rhythm].compactMap(\.self)
    let helpers = task.helpers.map { unitName($0) }.joined(separator: words(.listComma))
    return field(.fieldTask, words(task.title))
      + field(.fieldBattle, battle)
      + field(.fieldUnit, unitName(task.unit))
      + field(.fieldLead, task.lead.map { unitName($0) })
      + field(.fieldHelpers, helpers)
      + field(.fieldOfficer, task.officer.map { shown($0) })
      + field(.fieldOrigin, task.origin.map { words($0) })
      + field(.fieldProblem, task.problem.map { words($0) })
      + field(.fieldTarget, task.target.map { words($0) })
      + field(.fieldMeasures, task.measures.map { words($0) })
      + field(.fieldRisk, risk.joined(separator: words(.listComma)))
      + field(.fieldLimit, limit(of: task, status))
      + field(.fieldStage, stage(of: status))
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

  private func stage(of status: TaskStatus) -> String {
    var parts = [words.name(of: status.record.stage)]
    if let until = status.record.noticeUntil {
      parts.append(words(.stageNoticeUntil, ["date": words.date(until)]))
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
    var lines = [TaskLine(kind: .blank)]
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
    return lines.count > 1 ? lines : []
  }

  private func share(_ name: Word, _ form: Word, _ part: Int, of whole: Int) -> TaskLine {
    TaskLine(
      kind: .progress, label: words(name),
      text: words(
        form, ["n": "\(part)", "total": "\(whole)", "share": percent(part, of: whole)]),
      part: (part, of: whole))
  }

  /// Whole percents, rounded down, so that only all is 100.
  func percent(_ part: Int, of whole: Int) -> String {
    whole > 0 ? "\(Int((Double(part) / Double(whole) * 100).rounded(.down)))" : "0"
  }

  // MARK: Nodes and record

  private func nodeLines(of task: Chart.Task, _ status: TaskStatus) -> [TaskLine] {
    guard !task.nodes.isEmpty else { return [] }
    let head = TaskLine(
      kind: .heading, text: words(.headingNodes, ["n": "\(task.nodes.count)"]))
    return [TaskLine(kind: .blank), head]
      + task.nodes.indices.flatMap { place in
        let node = task.nodes[place]
        var text = words(node.title)
        if let quota = node.quota {
          text += words(.comma) + words(.nodeQuota, ["quota": "\(quota)"])
        }
        text += words(.sayAfter) + stateSentence(status.nodes[place])
        if status.nodes[place].isDisputed { text += words(.comma) + words(.stateDisputed) }
        let due = words.date(status.nodes[place].due)
        return CellWidth.wrap(text, to: size.columns - nodeTextStart(status) - 1).enumerated()
          .map { row, line in
            TaskLine(
              kind: row == 0 ? .node : .nodeMore, label: row == 0 ? due : "", text: line,
              node: place)
          }
      }
  }

  /// Where the texts of a task's nodes stand: behind its sign and the longest of their dates.
  func nodeTextStart(_ status: TaskStatus) -> Int {
    let dates = status.nodes.map { CellWidth.columns(of: words.date($0.due)) }
    return 11 + (dates.max() ?? 0)
  }

  /// The entries as sentences, newest first.
  private func recordLines(of task: Chart.Task) -> [TaskLine] {
    let entries = situation.ledger.entries(of: task.id).sorted { left, right in
      (left.at.milliseconds, left.n, left.id) > (right.at.milliseconds, right.n, right.id)
    }
    let roots = situation.ledger.roots(of: task.id)
    let head = TaskLine(
      kind: .heading, text: words(.headingRecord, ["n": "\(entries.count)"]))
    return [TaskLine(kind: .blank), head]
      + entries.flatMap { entry in
        CellWidth.wrap(recordSentence(of: entry, task, roots), to: taskColumns.text).enumerated()
          .map { row, line in
            TaskLine(kind: .entry, label: row == 0 ? recordTime(of: entry) : "", text: line)
          }
      }
  }

  private func recordTime(of entry: Entry) -> String {
    let day = entry.at.day
    // The clock of another year's day tells nobody anything.
    let isThisYear = day.date.year == situation.day.date.year
    return words.shortDate(day, today: situation.day) + (isThisYear ? " " + entry.at.clock : "")
  }
}
