// Changes of the plan as entries: drafted here, taken back here, written by the folder together with
// the plan.
extension Situation {
  /// The entry of a change, and the plan with it. Throws ``Refusal``. The day of the fact is `day`,
  /// not after the situation's; that one when nil.
  package func edit(
    _ edit: PlanEdit, on day: Day? = nil, by author: Author, _ stamp: Stamp
  ) throws(Refusal) -> (entry: Entry, plan: Chart) {
    let entry = Entry(
      id: stamp.id, at: stamp.at, by: author.name, unit: author.unit, task: edit.task,
      on: day ?? self.day, fact: .edit(set: edit.set, reason: edit.reason))
    let plan = try edit.applied(to: chart, ledger)
    try Situation(chart: plan.only(entry), ledger: ledger, on: self.day).check(entry)
    return (entry, plan)
  }
}

extension Situation {
  /// A task out of the plan from a day on, with the reason; from this day on when nil. One that is
  /// submitted or further is sent back or opened again first.
  package func withdrawal(
    of task: String, reason: String?, on day: Day? = nil
  ) throws(Refusal) -> PlanEdit {
    let (index, _) = try find(task)
    guard !status.tasks[index].isWithdrawn else { throw .withdrawn(task: task) }
    let record = status.tasks[index].record
    try record.checkWithdrawable(task)
    guard !record.stage.isClosed else { throw .closed(task: task, stage: record.stage) }
    guard Entry.saysAnything([reason]) else { throw .needsReason }
    return try PlanEdit(.withdrawn, of: task, to: .day(day ?? self.day), in: chart, reason: reason)
  }

  /// A withdrawn task in the plan again.
  package func comeback(of task: String, reason: String?) throws(Refusal) -> PlanEdit {
    let (_, plan) = try find(task)
    guard plan.withdrawn != nil else { throw .notWithdrawn(task: task) }
    return try PlanEdit(.withdrawn, of: task, to: nil, in: chart, reason: reason)
  }
}

extension Ledger {
  /// What an entry changes in the plan: one that edits it, or one that takes such an entry back or
  /// brings it back. Nil for all others.
  package func planEdit(of entry: Entry) -> PlanEdit? {
    guard case .undo(let of, _) = entry.fact else { return PlanEdit(of: entry) }
    let about = entry.task.map { entries(of: $0) } ?? general
    return about.first { $0.id == of }.flatMap { planEdit(takingBack: $0) }
  }

  /// The entry by which a person put a task on the chart; nil for one that came otherwise.
  package func addition(of task: String) -> Entry? {
    entries(of: task).first { entry in
      PlanEdit(of: entry)?.changes.contains { $0.field == PlanEdit.Field.newTask.name } ?? false
    }
  }

  /// What taking an entry back changes in the plan; nil when it is not about the plan.
  func planEdit(takingBack entry: Entry) -> PlanEdit? {
    let about = entry.task.map { entries(of: $0) } ?? general
    let root = entry.root(among: about)
    guard let edit = PlanEdit(of: root.entry) else { return nil }
    return edit.after(takingBack: !root.isTakenBack, on: root.entry.on)
  }

  /// The newest entry that changed a field of the plan.
  fileprivate func lastEdit(of field: String, of task: String?) -> Entry? {
    let about = task.map { entries(of: $0) } ?? general
    return FoldOrder.sorted(about).last { entry in
      planEdit(of: entry)?.changes.contains { $0.field == field } ?? false
    }
  }
}

extension PlanEdit {
  /// The plan with the change; where a value is another one than was seen, the ledger knows by whom.
  /// A new task does not get an id that entries name: they would count for it.
  package func applied(to chart: Chart, _ ledger: Ledger) throws(Refusal) -> Chart {
    if let task, changes.contains(where: { $0.field == Field.newTask.name }),
      !ledger.entries(of: task).isEmpty
    {
      throw .identifierTaken(task)
    }
    do throws(Refusal) {
      return try applied(to: chart)
    } catch {
      guard case .changedMeanwhile(let task, let field, let now, _) = error else { throw error }
      let other = ledger.lastEdit(of: field, of: task)
      throw .changedMeanwhile(task: task, field: field, now: now, by: other?.by)
    }
  }
}

extension Chart {
  /// The plan without what an entry is not about: its rules are checked at once, however many
  /// tasks there are.
  func only(_ entry: Entry) -> Chart {
    var plan = self
    plan.tasks = entry.task.flatMap(task).map { [$0] } ?? []
    plan.units = entry.unit.flatMap(unit).map { [$0] } ?? []
    return plan
  }
}
