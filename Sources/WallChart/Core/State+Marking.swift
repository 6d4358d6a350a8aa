import WallChartStore
import WallChartWords

extension State {
  /// Space: marks the selected node, or takes its mark back.
  mutating func toggleMark(_ stamp: Stamp) -> [Effect] {
    if isChoosing { return markChosen(stamp) }
    guard let index = selectedTask else { return noTask() }
    guard let place = node else {
      said = Said(text: words(.saidNoNode, ["task": situation.chart.tasks[index].id]))
      return [.bell]
    }
    return toggleMark(place, of: index, stamp)
  }

  /// The same for a node of any task, both by their places.
  mutating func toggleMark(_ place: Int, of index: Int, _ stamp: Stamp) -> [Effect] {
    let task = situation.chart.tasks[index]
    let status = situation.status.tasks[index]
    let node = task.nodes[place]
    let stage = status.record.stage
    guard !stage.isClosed else { return refuse(.closed(task: task.id, stage: stage)) }
    if status.nodes[place].state.isMet {
      if node.quota != nil, situation.staysMet(place, of: index) {
        ask(
          .report(task: task.id, draft: Fact.Report(), part: .countOnly),
          text: "\(status.record.count ?? 0)")
        return []
      }
      if !situation.needsReason(toUndo: status.record.metBy[place], of: task.id, by: ownWriters) {
        return write { state throws(Refusal) in
          try state.situation.unmark(task.id, node: node.id, by: state.setting.author, stamp)
        }
      }
      let who = entry(status.record.metBy[place], of: task.id)?.by ?? ""
      ask(
        .undoReason(task: task.id, node: node.id), words(.promptReason, ["who": shown(who)]))
      return []
    }
    if let quota = node.quota {
      ask(.report(task: task.id, draft: Fact.Report(), part: .countOnly), text: "\(quota)")
      return []
    }
    return write { state throws(Refusal) in
      try state.situation.mark(task.id, node: node.id, by: state.setting.author, stamp)
    }
  }

  mutating func askEvidence() -> [Effect] {
    askAboutNode(.promptEvidence) { .evidence(task: $0, node: $1) }
  }

  mutating func askNote(_ key: Key) -> [Effect] {
    if onTop.place == .lookBack { return askVisit(key) }
    return askAboutNode(.promptNote) { .note(task: $0, node: $1) }
  }

  /// Asks for something about the selected node; of a task without nodes, about the task.
  private mutating func askAboutNode(
    _ question: Word, _ purpose: (String, String?) -> Prompt.Purpose
  ) -> [Effect] {
    guard let index = selectedTask else { return noTask() }
    let task = situation.chart.tasks[index]
    let selected = node.map { task.nodes[$0] }
    let title = words(selected?.title ?? task.wallTitle)
    ask(purpose(task.id, selected?.id), words(question, ["task": task.id, "node": title]))
    return []
  }

  /// Reads everything anew and tries again to save what is not saved.
  mutating func retry() -> [Effect] {
    // What is still on its way is not sent a second time.
    let again = unsaved.filter { failed.contains($0.id) }
    failed = []
    if unsaved.isEmpty { said = Said(text: words(.saidReloaded)) }
    return [.reload] + again.steps.map { .append($0) }
  }

  // MARK: Writing

  /// Drafts an entry, shows its effect and sends it to disk; says why when it is refused.
  mutating func write(_ draft: (State) throws(Refusal) -> Entry) -> [Effect] {
    writeStep { state throws(Refusal) in [try draft(state)] }
  }

  /// The same with several entries, as one step.
  mutating func writeStep(_ drafts: (State) throws(Refusal) -> [Entry]) -> [Effect] {
    do throws(Refusal) {
      return send(try drafts(self))
    } catch {
      return refuse(error)
    }
  }

  mutating func refuse(_ refusal: Refusal) -> [Effect] {
    said = Said(text: alone(words(refusal)), isError: true)
    return [.bell]
  }

  /// Says what is wrong with an answer and leaves it to be mended.
  mutating func askAgain(_ prompt: Prompt, _ text: String) -> [Effect] {
    mode = .prompt(prompt)
    said = Said(text: text, isError: true)
    return [.bell]
  }

  /// Shows what entries of one step do and sends them to disk.
  mutating func send(_ entries: [Entry]) -> [Effect] {
    guard let first = entries.first else { return [] }
    if let effects = writeEdit(first) { return effects }
    entries.forEach { add($0) }
    unsaved += entries
    justSaved = nil
    (said, toSay) = (nil, entries)
    if let task = first.task {
      reveal(task: task, of: first)
      if isInRollCall { meeting?.discussed.insert(task) }
    }
    scrollToSelection()
    return [.append(entries)]
  }

  /// Moves the selection to what an undo or redo changed, so that it is seen.
  private mutating func reveal(task: String, of entry: Entry) {
    guard case .undo = entry.fact else { return }
    let root = situation.ledger.root(of: entry)
    bringUp(task)
    if let index = situation.index(of: task), hasRow(index) {
      select(task: task, node: root.fact.node)
    }
  }

  mutating func noTask() -> [Effect] {
    said = lacksTask.map { Said(text: $0) }
    return [.bell]
  }

  func entry(_ id: EntryID?, of task: String) -> Entry? {
    situation.ledger.entries(of: task).first { $0.id == id }
  }

  // MARK: Prompts

  mutating func ask(
    _ purpose: Prompt.Purpose, _ question: String, text: String = "", known: Known? = nil
  ) {
    said = nil
    var prompt = Prompt(purpose, question: question, text: text)
    prompt.known = known
    prompt.isProposal = !text.isEmpty
    open(prompt)
  }

  /// Enter in a prompt.
  mutating func answer(_ prompt: Prompt, _ stamp: Stamp) -> [Effect] {
    mode = .commands
    let text = prompt.trimmedAnswer
    remember(text, of: prompt.purpose.kind)
    if let effects = drop(prompt.known) { return effects }
    switch prompt.purpose {
    case .evidence:
      guard !text.isEmpty else { return [] }
      return handIn(text, prompt, stamp)
    case .note(let task, let node):
      guard !text.isEmpty else { return [] }
      return write { state throws(Refusal) in
        try state.situation.note(
          task, Fact.Note(text: text, node: node), by: state.setting.author, stamp)
      }
    case .visit(let task):
      guard !text.isEmpty else { return askAgain(prompt, words(.promptNeedsVisit)) }
      return write { state throws(Refusal) in
        var note = Fact.Note(text: text, node: nil)
        note.isLookBack = true
        return try state.situation.note(task, note, by: state.setting.author, stamp)
      }
    case .undoReason(let task, let node):
      guard !text.isEmpty else { return askAgain(prompt, words(.promptNeedsReason)) }
      return write { state throws(Refusal) in
        try state.situation.unmark(
          task, node: node, reason: text, by: state.setting.author, stamp)
      }
    case .stepReason(let step): return takeBack(step, because: text, prompt, stamp)
    case .problem(let battle): return addProblem(prompt, battle: battle, stamp)
    case .who(let waiting): return answer(name: text, prompt, waiting)
    case .whoUnit(let name, let waiting):
      return answer(unit: text, of: name, prompt, waiting, stamp)
    case .sendBack, .reopening: return answer(backBecause: text, prompt, stamp)
    case .extending(let task, let draft, let part):
      return answer(part, of: draft, task: task, text, prompt, stamp)
    case .field(let seen): return answer(seen, prompt, stamp)
    case .withdrawal(let task): return withdraw(task, prompt, stamp)
    case .search: return search(for: text)
    case .viewName: return name(view: text)
    case .days: return narrow(toDays: text, prompt)
    case .report(let task, let draft, let part):
      return answer(part, of: draft, task: task, text, prompt, stamp)
    }
  }

  func shown(_ text: String) -> String { Printable.filtered(text) }
}

extension Situation {
  /// Whether a met node is still met, by another report, when the entry that met it is taken back.
  func staysMet(_ place: Int, of index: Int) -> Bool {
    let task = chart.tasks[index]
    let met = status.tasks[index].record.metBy[place]
    let others = ledger.entries(of: task.id).filter { $0.id != met }
    return TaskRecord(of: task, entries: others, on: day).metOn[place] != nil
  }
}
