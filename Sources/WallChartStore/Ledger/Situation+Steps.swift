// Undo and redo of an installation's own steps: what one keystroke wrote, one entry or several. The
// ledger itself is the history, so both go on after a restart.
extension Situation {
  /// The entries that take back the last own step still standing; `writers` are this
  /// installation's, oldest first. Throws ``Refusal``; the step is taken back whole or not at all.
  public func undoLastStep(
    by writers: [String], as author: Author, reason: String? = nil, _ stamp: Stamp
  ) throws(Refusal) -> [Entry] {
    let entries = ledger.stepEntries(by: writers)
    guard
      let step = steps(of: entries, by: writers).done.last(where: { $0.contains(where: stands) })
    else { throw .nothingToUndo }
    // Whoever means the last thing done must not lose what was done before it.
    if let last = entries.last, let task = last.task,
      last.fact.isOfProcedure
    {
      throw .stepOfProcedure(task: task)
    }
    return try takeBack(step, reason: reason, by: author, stamp)
  }

  /// The entries that bring back the own step last taken back.
  public func redoLastStep(
    by writers: [String], as author: Author, _ stamp: Stamp
  ) throws(Refusal) -> [Entry] {
    guard let step = steps(by: writers).undone.last(where: { $0.contains(where: stands) })
    else { throw .nothingToRedo }
    return try takeBack(step, reason: nil, by: author, stamp)
  }

  /// Whether redo would bring back what an own undo took; else the undo is itself the last step,
  /// such as one of a single mark with others made after it, and undo takes it back.
  package func isRedoable(_ undo: EntryID, by writers: [String]) -> Bool {
    steps(by: writers).undone.last?.contains { $0.id == undo } ?? false
  }

  /// Whether taking an entry back wants a reason: a mistake of one's own goes at once on the day
  /// it was made; anything else, anybody else's, and what stands in minutes, is told why.
  package func needsReason(toUndo id: EntryID?, of task: String, by writers: [String]) -> Bool {
    guard let entry = ledger.entries(of: task).first(where: { $0.id == id }) else { return true }
    let isOwn = entry.writer.isEmpty || writers.contains(entry.writer)
    return !isOwn || entry.on != day || ledger.isInMinutes(entry)
  }

  private func takeBack(
    _ step: [Entry], reason: String?, by author: Author, _ stamp: Stamp
  ) throws(Refusal) -> [Entry] {
    var undos: [Entry] = []
    for entry in step where stands(entry) {
      guard let task = entry.task else { continue }
      undos.append(
        try undo(
          entry.id, task: task, reason: reason, by: author, stamp.further(undos.count)))
    }
    return undos
  }

  /// Whether an own entry is still there to be taken back. Another office may have taken it back
  /// itself, and a task may have left the plan; neither may bar the steps before it.
  private func stands(_ entry: Entry) -> Bool {
    guard let index = entry.task.flatMap({ index(of: $0) }) else { return false }
    guard undoable(entry.id, ofTaskAt: index) != nil else { return false }
    // A field that somebody has changed once more is theirs.
    if let edit = ledger.planEdit(takingBack: entry) {
      return edit.fits(chart)
    }
    return !status.tasks[index].isWithdrawn
  }

  /// Whether an own entry is none to be taken back through others' doing: undo passed over it.
  private func isPassedOver(_ entry: Entry, _ writers: [String]) -> Bool {
    guard let index = entry.task.flatMap({ index(of: $0) }),
      undoableRoot(of: entry.id, ofTaskAt: index) != nil
    else { return true }
    if let edit = ledger.planEdit(takingBack: entry) {
      let isTakenBack = status.tasks[index].record.isTakenBack(entry.id)
      if !isTakenBack, !edit.fits(chart) { return true }
    } else if status.tasks[index].isWithdrawn {
      return true
    }
    return ledger.entries(of: chart.tasks[index].id).contains { other in
      guard case .undo(entry.id, _) = other.fact else { return false }
      return !other.writer.isEmpty && !writers.contains(other.writer)
        && !status.tasks[index].record.isTakenBack(other.id)
    }
  }

  /// Own steps not taken back here, and own undo steps not brought back here, each oldest first.
  ///
  /// An undo step is known by what it takes back: the last step whole, as undo does, or what an
  /// undo step had taken, as redo does. Any other, such as taking back one mark of several or what
  /// somebody else said, is a step like a mark.
  private func steps(by writers: [String]) -> (done: [[Entry]], undone: [[Entry]]) {
    steps(of: ledger.stepEntries(by: writers), by: writers)
  }

  private func steps(
    of entries: [Entry], by writers: [String]
  ) -> (done: [[Entry]], undone: [[Entry]]) {
    var done: [[Entry]] = []
    var undone: [[Entry]] = []
    // Most steps take back nothing, and of those that do, few what an undo took: looked up at once.
    var undos: Set<EntryID> = []
    for step in entries.steps {
      let taken = Set(
        step.compactMap { entry in
          if case .undo(let of, _) = entry.fact { of } else { nil }
        })
      if !undos.isDisjoint(with: taken),
        let index = undone.lastIndex(where: { $0.contains { taken.contains($0.id) } })
      {
        // What the undos that are now taken back had named stands again.
        let back = undone[index].filter { taken.contains($0.id) }
        undone[index].removeAll { taken.contains($0.id) }
        undos.subtract(back.map(\.id))
        if undone[index].isEmpty { undone.remove(at: index) }
        done.append(back.compactMap(target))
      } else if !taken.isEmpty,
        let index = done.lastIndex(where: { !$0.allSatisfy { isPassedOver($0, writers) } }),
        taken.isSubset(of: done[index].map(\.id)),
        done[index].allSatisfy({ taken.contains($0.id) || isPassedOver($0, writers) })
      {
        done.remove(at: index)
        undone.append(step)
        undos.formUnion(step.lazy.map(\.id))
      } else if step.contains(where: \.canBeStep) {
        done.append(step.filter(\.canBeStep))
        undone.removeAll()
        undos.removeAll()
      }
    }
    return (done, undone)
  }

  /// What an undo takes back.
  private func target(of undo: Entry) -> Entry? {
    guard case .undo(let of, _) = undo.fact, let task = undo.task else { return nil }
    return ledger.entries(of: task).first { $0.id == of }
  }
}

extension Entry {
  /// Whether undo takes it back. From the steps of the procedure, return and reopen lead back.
  fileprivate var canBeStep: Bool {
    switch fact {
    case .met, .report, .note, .extend, .edit, .undo: true
    default: false
    }
  }
}

extension Fact {
  /// A step of the procedure or of supervision, which others lead back from.
  fileprivate var isOfProcedure: Bool {
    switch self {
    case .submit, .verify, .return, .crossOff, .reopen, .supervise, .release: true
    default: false
    }
  }
}
