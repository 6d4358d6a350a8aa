import WallChartStore
import WallChartWords

// What is said about nodes and entries, in sentences.
extension State {
  /// The selected node in words: `BS-04 · One plan for each boiler fixed (15 Jul): 16 days overdue
  /// · Shahekou District`.
  var selectionSentence: String {
    if selectedGroup != nil { return words(.saidFolded) }
    guard let index = selectedTask else {
      return situation.status.total.tasks == 0 ? words(.saidNoTasks) : ""
    }
    let task = situation.chart.tasks[index]
    let status = situation.status.tasks[index]
    var rest: [String] = []
    // Before everything else: with this, the rest is only one of two opinions.
    let isDisputed = node.map { status.nodes[$0].isDisputed } ?? false
    let dispute = isDisputed ? [words(.stateDisputed)] : []
    if status.record.stage.isClosed { rest.append(words.name(of: status.record.stage)) }
    if node != nil {
      if let days = daysPastLimit(task, status) {
        rest.append(words(.stateLimitPassed, ["n": "\(days)"]))
      }
      if let moved = limitExtension(task, status) {
        rest.append(words(.limitMoved, ["how": moved]))
      }
    }
    let unit = situation.unit(task.unit)
    // What is left out first, so that the title stands whole: how many of a cell are met, the long
    // name of the unit, the unit, which stands in the row too, then how it is counted and that a
    // limit has passed.
    func sentence(
      _ title: String, _ name: Text?, cell: String? = nil, hasUnit: Bool = true,
      rest: [String], isWhole: Bool = true
    ) -> String {
      let first =
        node.map { nodeSentence(task, status, $0, title, isWhole: isWhole) }
        ?? taskSentence(task, status, title)
      let unitName = hasUnit ? [name.map { words($0) } ?? task.unit] : []
      let more = [cell].compactMap(\.self) + rest
      return ([task.id] + dispute + [first] + more + unitName)
        .joined(separator: " \(dot) ")
    }
    let title = words(node.map { task.nodes[$0].title } ?? task.wallTitle)
    let short = unit?.short ?? unit?.name
    let cell = onTop == .chart ? cellSentence(status) : nil
    for cell in cell == nil ? [nil] : [cell, nil] {
      for name in [unit?.name, short] {
        let whole = sentence(title, name, cell: cell, rest: rest)
        if CellWidth.columns(of: whole) <= size.columns - 2 { return whole }
      }
    }
    return fitted(title, width: size.columns - 2) { parts in
      [sentence(parts[0], short, rest: rest)]
        + (0..<rest.count).map {
          sentence(parts[0], nil, hasUnit: false, rest: Array(rest.dropFirst($0)))
        } + [
          sentence(parts[0], nil, hasUnit: false, rest: []),
          sentence(parts[0], nil, hasUnit: false, rest: [], isWhole: false),
        ]
    }
  }

  /// Of several nodes in the selected cell, how many are met where that is not all of them.
  private func cellSentence(_ status: TaskStatus) -> String? {
    let inCell = status.nodes.indices.filter { column(of: $0, in: status.nodes) == selectedColumn }
    let met = inCell.count { status.nodes[$0].state.isMet }
    guard met > 0, met < inCell.count else { return nil }
    return words(.stateCell, ["met": "\(met)", "n": "\(inCell.count)"])
  }

  /// How far the limit was moved.
  private func limitExtension(_ task: Chart.Task, _ status: TaskStatus) -> String? {
    guard let first = task.limit, let limit = status.record.limit else { return nil }
    return extensionSentence(from: first, to: limit, isShort: true)
  }

  /// Days since the limit has passed; nil before, and of what no longer has one.
  private func daysPastLimit(_ task: Chart.Task, _ status: TaskStatus) -> Int? {
    guard task.term != .standing, status.record.stage != .crossedOff,
      let limit = status.record.limit, limit < situation.day
    else { return nil }
    return situation.day - limit
  }

  private func taskSentence(_ task: Chart.Task, _ status: TaskStatus, _ title: String) -> String {
    guard let limit = status.record.limit else { return "\(title): \(words(.taskNoLimit))" }
    let passed = daysPastLimit(task, status).map { words(.limitPassedBy, ["n": "\($0)"]) }
    let more = [passed, limitExtension(task, status)].compactMap(\.self)
    guard !more.isEmpty else {
      return "\(title): \(words(.taskNoNodes, ["date": words.date(limit)]))"
    }
    let date = words(.taskLimit, ["date": words.shortDate(limit, today: situation.day)])
    return "\(title): " + ([date] + more).joined(separator: words(.comma))
  }

  func nodeSentence(
    _ task: Chart.Task, _ status: TaskStatus, _ place: Int, _ title: String, isWhole: Bool
  ) -> String {
    let node = task.nodes[place]
    let nodeStatus = status.nodes[place]
    let due = words.shortDate(nodeStatus.due, today: situation.day)
    var sentence =
      words(.nodeWithDay, ["node": title, "due": due]) + stateSentence(nodeStatus)
    guard isWhole else { return sentence }
    if let moved = extensionSentence(
      from: node.due, to: nodeStatus.due, isShort: true)
    {
      sentence += words(.comma) + moved
    }
    // On a chart with a day of its own every entry of it is written later; that says nothing.
    if let entry = entry(status.record.metBy[place], of: task.id), entry.daysUntilEntered > 0,
      situation.chart.asOf != entry.on
    {
      sentence += words(.comma) + words(.stateEnteredLater, ["n": "\(entry.daysUntilEntered)"])
    }
    if let quota = node.quota, let quantity = task.quantity, !nodeStatus.state.isMet {
      let values: KeyValuePairs = [
        "quota": "\(quota)", "count": "\(status.record.count ?? 0)",
        "total": amount(quantity), "of": counted(quantity),
      ]
      sentence +=
        words(.comma) + words(status.record.count == nil ? .stateNoCount : .stateQuota, values)
    }
    return sentence
  }

  func stateSentence(_ node: NodeStatus) -> String {
    let met = node.metOn.map { words.shortDate($0, today: situation.day) } ?? ""
    let daysLeft = node.due - situation.day
    return switch node.state {
    case .met: words(.stateMet, ["date": met])
    case .metLate: words(.stateMetLate, ["date": met, "n": "\(node.daysLate)"])
    case .overdue: words(.stateOverdue, ["n": "\(node.daysLate)"])
    case .open, .dueSoon:
      daysLeft == 0 ? words(.stateDueToday) : words(.stateDueIn, ["n": "\(daysLeft)"])
    }
  }

  /// How many of what: `4 boilers`, `4台`.
  func amount(_ quantity: Chart.Task.Quantity) -> String { words.amount(quantity) }

  /// What is counted: `boilers`, `台`.
  func counted(_ quantity: Chart.Task.Quantity) -> String { quantity.of.map { words($0) } ?? "" }

  private var dot: Character { setting.glyphs.dot }

  /// What an entry did, as the bottom line says it.
  func sentence(for entry: Entry) -> String {
    guard let id = entry.task, let index = situation.index(of: id) else { return "" }
    let task = situation.chart.tasks[index]
    switch entry.fact {
    case .undo: return sentence(forUndo: entry, task)
    case .met(let node):
      guard let place = task.nodes.firstIndex(where: { $0.id == node }) else { return "" }
      let status = situation.status.tasks[index].nodes[place]
      return fitted(words(task.nodes[place].title)) { parts in
        words.forms(
          status.state == .metLate ? .saidMetLate : .saidMet,
          [
            "task": id, "node": parts[0],
            "due": words.shortDate(status.due, today: situation.day),
            "n": "\(status.daysLate)",
          ])
      }
    case .report(let report):
      guard let count = report.count, let quantity = task.quantity else {
        let text = [report.progress, report.problem, report.next].compactMap(\.self)
        return fitted(shown(text.joined(separator: "; "))) { parts in
          words.forms(.saidNote, ["task": id, "text": parts[0]])
        }
      }
      return words(
        .saidReport,
        [
          "task": id, "count": "\(count)", "total": amount(quantity), "of": counted(quantity),
        ])
    case .note(let note):
      let evidence = entry.evidence.map(note.isEvidence ? words.kept : words.evidence)
      let text = ([note.text.map(shown)].compactMap(\.self) + evidence)
        .joined(separator: words(.listComma))
      if note.isLookBack {
        return fitted(text) { words.forms(.saidVisited, ["task": id, "text": $0[0]]) }
      }
      let title = note.node.flatMap { task.node($0) }.map { words($0.title) }
      return fitted(title ?? "", text) { parts in
        let about = parts[0].isEmpty ? [id] : ["\(id) \(dot) \(parts[0])", id]
        return about.flatMap { about in
          words.forms(
            note.isEvidence ? .saidEvidence : .saidNote, ["task": about, "text": parts[1]])
        }
      }
    default: return stepSentence(of: entry, task)
    }
  }

  /// What a step of several entries did.
  func sentence(forStep entries: [Entry]) -> String {
    let n = "\(entries.count)"
    guard let first = entries.first, case .undo = first.fact else {
      return words(.saidStepMet, ["n": n])
    }
    let root = situation.ledger.root(of: first)
    let isTakenBack = situation.ledger.isTakingBack(first)
    return words(
      isTakenBack ? .saidStepTakenBack : .saidStepBack,
      ["n": n, "who": shown(root.by), "clock": root.at.clock, "back": wayBack(from: first)])
  }

  /// The key that brings back what an undo took.
  private func wayBack(from undo: Entry) -> String {
    words(situation.isRedoable(undo.id, by: ownWriters) ? .wayBackRedo : .wayBackUndo)
  }

  /// A sentence that stands alone: it begins with a capital, unless with the id of a task.
  func alone(_ sentence: String) -> String {
    let first = sentence.prefix { $0 != " " }
    guard first.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
      situation.index(of: String(first)) == nil
    else { return sentence }
    return sentence.prefix(1).uppercased() + sentence.dropFirst()
  }

  /// An undo takes something back, or, of an undo, brings it back.
  private func sentence(forUndo entry: Entry, _ task: Chart.Task) -> String {
    let root = situation.ledger.root(of: entry)
    let isBack = !situation.ledger.isTakingBack(entry)
    let node = root.fact.node.flatMap { task.node($0) }
    let word: Word =
      switch root.fact {
      case .report: isBack ? .saidReportBack : .saidReportTakenBack
      case .note(let note) where note.isEvidence:
        isBack ? .saidEvidenceBack : .saidEvidenceTakenBack
      case .note: isBack ? .saidNoteBack : .saidNoteTakenBack
      case .extend: isBack ? .saidExtensionBack : .saidExtensionTakenBack
      default: isBack ? .saidBack : isStillMet(root, task) ? .saidStillMet : .saidTakenBack
      }
    let back = wayBack(from: entry)
    // An office's whole name would leave no room for the key.
    let who = CellWidth.cut(
      shown(root.by), to: max(10, size.columns / 8), ellipsis: setting.glyphs.ellipsis)
    return fitted(node.map { words($0.title) } ?? "") { parts in
      words.forms(
        word,
        [
          "task": task.id, "node": parts[0], "who": who, "clock": root.at.clock, "back": back,
        ])
    }
  }

  /// Whether a node stays met when a mark is taken back, by another office's.
  private func isStillMet(_ root: Entry, _ task: Chart.Task) -> Bool {
    guard let index = situation.index(of: task.id),
      let place = task.nodes.firstIndex(where: { $0.id == root.fact.node })
    else { return false }
    return situation.status.tasks[index].nodes[place].state.isMet
  }

  /// A sentence in the longest of its forms that fits, the parts of it that may be cut, a title
  /// first, shortened as far as they must; by default, on the bottom line with the sign of saving
  /// behind it. Only the last form cuts a part below what says something.
  func fitted(
    _ parts: String..., width: Int? = nil, _ forms: ([String]) -> [String]
  ) -> String {
    let sign = CellWidth.columns(of: words(.saidSaved)) + 6
    let width = width ?? size.columns - 2 - sign
    let whole = forms(parts)
    // Nearly always.
    if let first = whole.first, CellWidth.columns(of: first) <= width { return first }
    let count = whole.count
    for form in 0..<count {
      var parts = parts
      let least = form == count - 1 ? 6 : 16
      for place in parts.indices {
        let excess = CellWidth.columns(of: forms(parts)[form]) - width
        guard excess > 0 else { break }
        let room = max(least, CellWidth.columns(of: parts[place]) - excess)
        parts[place] = CellWidth.cut(parts[place], to: room, ellipsis: setting.glyphs.ellipsis)
      }
      let sentence = forms(parts)[form]
      if CellWidth.columns(of: sentence) <= width { return sentence }
      if form == count - 1 { return cut(sentence, width) }
    }
    return ""
  }
}

extension Fact.Note {
  /// Whether there is evidence and nothing else.
  fileprivate var isEvidence: Bool { text?.isEmpty ?? true }
}
