import WallChartStore
import WallChartWords

/// A change of the plan on its way to disk.
struct PlanStep: Equatable, Sendable {
  var edit: PlanEdit
  var entry: Entry
  /// What it was typed in: it comes back when it could not be written.
  var prompt: Prompt?
  /// What was selected before.
  var start: SearchStart
}

// Changes of the plan. They are shown at once like marks; but where a mark that cannot be saved
// stays and is tried again, a plan is changed together with its entry or not at all.
extension State {
  /// Makes a change, or says why it is refused; what was typed stays to be mended.
  mutating func write(
    _ edit: PlanEdit, from prompt: Prompt? = nil, _ stamp: Stamp
  ) -> [Effect] {
    if let planError { return refuseEdit(words(planError), prompt) }
    guard !edit.isEmpty else { return [] }
    do throws(Refusal) {
      let (entry, plan) = try situation.edit(edit, by: setting.author, stamp)
      return show(edit, plan, entry, from: prompt)
    } catch {
      return refuseEdit(alone(words(error)), prompt?.seeing(error))
    }
  }

  /// The change that an undo or redo makes in the plan; nil when it makes none.
  mutating func writeEdit(_ entry: Entry) -> [Effect]? {
    guard let edit = situation.ledger.planEdit(of: entry) else { return nil }
    if let planError { return refuseEdit(words(planError), nil) }
    do throws(Refusal) {
      return show(edit, try edit.applied(to: situation.chart, situation.ledger), entry, from: nil)
    } catch {
      return refuseEdit(alone(words(error)), nil)
    }
  }

  private mutating func refuseEdit(_ text: String, _ prompt: Prompt?) -> [Effect] {
    if let prompt { mode = .prompt(prompt) }
    said = Said(text: text, isError: true)
    return [.bell]
  }

  private mutating func show(
    _ edit: PlanEdit, _ plan: Chart, _ entry: Entry, from prompt: Prompt?
  ) -> [Effect] {
    let start = SearchStart(
      task: selectedTask.map { situation.chart.tasks[$0].id },
      node: node.flatMap { place in selectedTask.map { situation.chart.tasks[$0].nodes[place].id } }
    )
    let root = situation.ledger.root(of: entry)
    editing.append(PlanStep(edit: edit, entry: entry, prompt: prompt, start: start))
    let next = neighbour
    var ledger = situation.ledger
    ledger.add(entry)
    replace(Situation(chart: plan, ledger: ledger, on: situation.day))
    // What one has withdrawn oneself was not taken away under the hands.
    if lost != nil {
      lost = nil
      select(task: next, node: nil)
    }
    if let task = edit.task, let index = situation.index(of: task) { bringForth(index) }
    justSaved = nil
    let text = sentence(for: edit, entry, root)
    said = Said(text: text, above: isNew(edit) ? wholeTitle(of: edit.task, unless: text) : nil)
    return [.edit(edit, entry)]
  }

  /// The task below the selected one in its group, else the one above it.
  private var neighbour: String? {
    let next = [row + 1, row - 1].lazy.compactMap { row -> Int? in
      guard rows.indices.contains(row), case .task(let index) = rows[row] else { return nil }
      return index
    }
    return next.first.map { situation.chart.tasks[$0].id }
  }

  /// Selects a task that a change is about, whatever is folded or filtered out.
  private mutating func bringForth(_ index: Int) {
    guard situation.status.tasks[index].isOnChart else { return }
    let task = situation.chart.tasks[index]
    if selectedTask == index { return }
    if !hasRow(index) {
      showing.folded = []
      arrange(keeping: index)
    }
    select(task: task.id, node: nil)
  }

  /// What comes in from disk does not yet hold the changes that are on their way to it.
  func withSteps(_ chart: Chart, _ ledger: Ledger) -> (Chart, Ledger) {
    var (chart, ledger) = (chart, ledger)
    for step in editing where !ledger.contains(step.entry.id) {
      guard let plan = try? step.edit.applied(to: chart) else { continue }
      chart = plan
      ledger.add(step.entry)
    }
    return (chart, ledger)
  }

  /// A change is on disk.
  mutating func didEdit(_ entry: Entry) {
    editing.removeAll { $0.entry.id == entry.id }
    justSaved = entry.id
  }

  /// A change was not made: what was seen before is selected again, and what was typed is there to
  /// be mended.
  mutating func failEdit(_ entry: Entry, _ error: StoreError) -> [Effect] {
    guard let place = editing.firstIndex(where: { $0.entry.id == entry.id }) else { return [] }
    let step = editing.remove(at: place)
    let why =
      if case .refused = error { alone(words(error)) } else {
        words(.saidNotChanged, ["why": words.reason(for: error)])
      }
    if mode == .commands, !mustLeave {
      if onTop.place == .task, step.start.task == nil { views.removeLast() }
      select(task: step.start.task, node: step.start.node)
      if let prompt = step.prompt {
        var seeing = prompt
        if case .refused(let refusal) = error { seeing = prompt.seeing(refusal) }
        mode = .prompt(seeing)
      }
    }
    said = Said(text: why, isError: true)
    if mustLeave {
      // Nobody is there to mend it.
      leaving = 74
    } else {
      leaving = nil
    }
    return [.reload, .bell]
  }

  // MARK: Sentences

  /// What a change did, as the bottom line says it; `root` is what it is finally about.
  private func sentence(for edit: PlanEdit, _ entry: Entry, _ root: Entry) -> String {
    guard let change = edit.changes.last, let field = PlanEdit.Field(name: change.field) else {
      return ""
    }
    let task = edit.task ?? ""
    var isUndo = false
    var isRedo = false
    if case .undo = entry.fact {
      isUndo = situation.ledger.isTakingBack(entry)
      isRedo = !isUndo
    }
    switch field {
    case .newTask: return addedSentence(edit)
    case .withdrawn:
      let wasNew = PlanEdit(of: root)?.changes.last?.field == PlanEdit.Field.newTask.name
      let isOff = change.new != nil
      let word: Word =
        if isUndo { isOff ? .saidOffWall : .saidOnWall } else if isRedo {
          isOff ? .saidWithdrawnAgain : wasNew ? .saidAddedAgain : .saidOnWall
        } else { isOff ? .saidWithdrawn : .saidOnWall }
      return words(word, ["task": task])
    default:
      let now = words.value(change.new, of: field, in: situation.chart) ?? words(.valueNone)
      let what = words(.fieldOf, ["field": words.name(of: field), "of": owner(of: field, task)])
      let word: Word =
        isUndo
        ? .saidEditUndone
        : isRedo ? .saidEditRedone : field.unitID == nil ? .saidEdited : .saidUnitEdited
      return fitted(now) { words.forms(word, ["what": what, "now": $0[0]]) }
    }
  }

  private func isNew(_ edit: PlanEdit) -> Bool {
    edit.changes.last?.field == PlanEdit.Field.newTask.name
  }

  /// A title that a sentence has no room for, so that what was typed can be looked over.
  private func wholeTitle(of task: String?, unless sentence: String) -> String? {
    guard let task = task.flatMap(situation.chart.task) else { return nil }
    let title = words(task.title)
    return sentence.contains(title) ? nil : "\(task.id) \(setting.glyphs.dot) \(title)"
  }

  /// Whose field it is: the task by its id, a unit by its name.
  private func owner(of field: PlanEdit.Field, _ task: String) -> String {
    guard let unit = field.unitID else { return task }
    return situation.unit(unit).map { words($0.short ?? $0.name) } ?? unit
  }

  private func addedSentence(_ edit: PlanEdit) -> String {
    guard let task = edit.task.flatMap(situation.chart.task) else { return "" }
    let unit = situation.unit(task.unit).map { words($0.short ?? $0.name) } ?? task.unit
    let limit =
      task.limit.map { words.shortDate($0, today: situation.day) } ?? words(.termStanding)
    let isNew = edit.changes.count > 1
    return fitted(words(task.title)) { parts in
      words.forms(
        .saidAdded,
        [
          "task": task.id, "title": parts[0],
          "unit": isNew ? words(.saidAddedNewUnit, ["unit": unit]) : unit,
          "risk": words.name(of: task.risk), "limit": limit,
        ])
    }
  }
}
