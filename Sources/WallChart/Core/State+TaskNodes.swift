import WallChartStore
import WallChartWords

// A task's nodes and its record, line by line.
extension State {
  /// The path, drawn, and each node in words.
  func nodeLines(
    of task: Chart.Task, _ status: TaskStatus, _ panel: TaskPanel
  ) -> [TaskLine] {
    guard !task.nodes.isEmpty else { return [] }
    let heading = words(.headingNodes, ["n": "\(task.nodes.count)"])
    let width = panel.width - nodeTextStart(status) - 1
    // Where rows are few, the days stand before the nodes alone.
    let dates = size.rows < 30 ? [] : [TaskLine(kind: .pathDates)]
    return [TaskLine(kind: .path, text: heading)] + dates
      + task.nodes.indices.flatMap { place in
        let node = task.nodes[place]
        var text = words(node.title)
        if let quota = node.quota {
          text +=
            words(.comma)
            + words(
              .nodeQuota,
              ["quota": "\(quota)", "of": task.quantity.map { counted($0) } ?? ""])
        }
        text += words(.sayAfter) + stateSentence(status.nodes[place])
        if let moved = extensionSentence(from: node.due, to: status.nodes[place].due) {
          text += words(.comma) + moved
        }
        let lines = CellWidth.wrap(text, to: width)
        let day = words.shortDate(status.nodes[place].due, today: situation.day)
        return (lines + dispute(about: node, task, status, width)).enumerated().map { row, line in
          TaskLine(
            kind: row == 0 ? .node : .nodeMore, label: row == 0 ? day : "", text: line,
            node: place)
        }
      }
  }

  /// Who disagrees about a node, and what each of them says.
  private func dispute(
    about node: Chart.Node, _ task: Chart.Task, _ status: TaskStatus, _ width: Int
  ) -> [String] {
    guard zip(task.nodes, status.nodes).contains(where: { $0.id == node.id && $1.isDisputed })
    else { return [] }
    let entries = situation.ledger.entries(of: task.id)
    let ids = Heads(of: entries, through: situation.day)[.node(node.id)]
    let roots = situation.ledger.roots(of: task.id)
    let sides = shownEntries(of: task).filter { ids.contains($0.id) }
      .map { recordSentence(of: $0, task, roots) }
    let text = words(.stateDisputed) + words(.sayAfter) + sides.joined(separator: "; ")
    return CellWidth.wrap(text, to: width)
  }

  /// Where the texts of a task's nodes stand: behind its sign and the longest of their dates.
  func nodeTextStart(_ status: TaskStatus) -> Int {
    let dates = status.nodes.map { words.shortDate($0.due, today: situation.day) }
    return 10 + (dates.map { CellWidth.columns(of: $0) }.max() ?? 0)
  }

  /// The path for a panel, behind its heading.
  func path(of status: TaskStatus, in panel: TaskPanel) -> (start: Int, TaskPath) {
    let heading = words(.headingNodes, ["n": "\(status.nodes.count)"])
    let start = max(taskLabelWidth, CellWidth.columns(of: heading)) + 2
    let long = status.nodes.map { words.shortDate($0.due, today: situation.day) }
    let short = status.nodes.map { "\($0.due.date.month)/\($0.due.date.day)" }
    let path = TaskPath(
      of: status.nodes, dates: [long, short], on: situation.day, showing: node,
      width: panel.width - start - 2)
    return (start, path)
  }

  // MARK: The record

  /// A task's entries, newest first. On a day that is looked back at, those that were known of it.
  func shownEntries(of task: Chart.Task) -> [Entry] {
    situation.ledger.entries(of: task.id).filter { !isLooking || $0.on <= situation.day }
      .newestFirst()
  }

  /// The entries as sentences.
  func recordLines(of task: Chart.Task, _ panel: TaskPanel) -> [TaskLine] {
    let entries = shownEntries(of: task)
    let roots = situation.ledger.roots(of: task.id)
    let head = TaskLine(
      kind: .heading, text: words(.headingRecord, ["n": "\(entries.count)"]))
    return signLines(of: task, panel) + [head]
      + entries.flatMap { entryLines(of: $0, recordSentence(of: $0, task, roots), panel) }
  }

  /// What is said of an entry, behind the time it was written.
  func entryLines(of entry: Entry, _ text: String, _ panel: TaskPanel) -> [TaskLine] {
    let width = panel.textWidth(behind: taskTimeWidth)
    return CellWidth.wrap(text, to: width).enumerated().map { row, line in
      TaskLine(kind: .entry, label: row == 0 ? recordTime(of: entry) : "", text: line)
    }
  }

  private func recordTime(of entry: Entry) -> String {
    let day = entry.at.day
    // The clock of another year's day tells nobody anything.
    let isThisYear = day.date.year == situation.day.date.year
    return words.shortDate(day, today: situation.day) + (isThisYear ? " " + entry.at.clock : "")
  }
}
