// Undo and redo of an installation's own steps: what one keystroke wrote, one entry or several. The
// ledger itself is the history, so both go on after a restart.
extension Situation {
  /// The entries that take back the last own step still standing; `writers` are this
  /// installation's, oldest first. Throws ``Refusal``; the step is taken back whole or not at all.
  public func undoLastStep(
    by writers: [String], as author: Author, reason: String? = nil, _ stamp: Stamp
  ) throws(Refusal) -> [Entry] {
    try takeBack(lastDone(by: writers), reason: reason, by: author, stamp)
  }

  /// The entries that bring back the own step last taken back.
  public func redoLastStep(
    by writers: [String], as author: Author, _ stamp: Stamp
  ) throws(Refusal) -> [Entry] {
    guard let step = lastUndone(by: writers, where: { $0.contains(where: stands) })
    else { throw .nothingToRedo }
    return try takeBack(step, reason: nil, by: author, stamp)
  }

  /// Whether redo would bring back what an own undo took; else the undo is itself the last step,
  /// such as one of a single mark with others made after it, and undo takes it back.
  package func isRedoable(_ undo: EntryID, by writers: [String]) -> Bool {
    lastUndone(by: writers, where: { _ in true })?.contains { $0.id == undo } ?? false
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

  /// The last own step still standing. It does not depend on how many entries are looked at first, nor
  /// does ``lastUndone(by:first:where:)``.
  func lastDone(
    by writers: [String], first count: Int = LastEntries.few
  ) throws(Refusal) -> [Entry] {
    for last in ledger.lastEntries(by: writers, areSteps: true, first: count) {
      let done = steps(of: last, by: writers)?.done
      guard let step = done?.last(where: { $0.contains(where: stands) }) else { continue }
      // Whoever means the last thing done must not lose what was done before it.
      if let last = ledger.lastEntry(by: writers), let task = last.task, last.fact.isOfProcedure {
        throw .stepOfProcedure(task: task)
      }
      return step
    }
    throw .nothingToUndo
  }

  /// The own undo step that comes first to be brought back, of those of which something is true.
  func lastUndone(
    by writers: [String], first count: Int = LastEntries.few, where isWanted: ([Entry]) -> Bool
  ) -> [Entry]? {
    for last in ledger.lastEntries(by: writers, areSteps: true, first: count) {
      if let undone = steps(of: last, by: writers)?.undone { return undone.last(where: isWanted) }
    }
    return nil
  }

  /// What the last entries come to; nil where it takes earlier ones to tell.
  ///
  /// An undo step is known by what it takes back: the last step whole, as undo does, or what an
  /// undo step had taken, as redo does. Any other, such as taking back one mark of several or what
  /// somebody else said, is a step like a mark.
  private func steps(of last: LastEntries, by writers: [String]) -> Steps? {
    // The first one may have begun earlier.
    let all = last.entries.steps.dropFirst(last.areAll ? 0 : 1)
    let looked = last.areAll ? [] : Set(all.joined().lazy.map(\.id))
    var (done, undone) = ([[Entry]](), [[Entry]]())
    var isUndoneKnown = last.areAll
    // Most steps take back nothing, and of those that do, few what an undo took: looked up at once.
    var undos: Set<EntryID> = []
    for step in all {
      let taken = Set(step.compactMap(\.fact.takesBack))
      if !undos.isDisjoint(with: taken),
        let index = undone.lastIndex(where: { $0.contains { taken.contains($0.id) } })
      {
        // What the undos that are now taken back had named stands again.
        let back = undone[index].filter { taken.contains($0.id) }
        undone[index].removeAll { taken.contains($0.id) }
        undos.subtract(back.map(\.id))
        if undone[index].isEmpty { undone.remove(at: index) }
        done.append(back.compactMap(target))
        continue
      }
      let place =
        taken.isEmpty ? nil : done.lastIndex { !$0.allSatisfy { isPassedOver($0, writers) } }
      // With no later one between, it may take back an earlier step, or an earlier undo.
      if place == nil, !last.areAll,
        step.contains(where: { isUndoOfOwn($0, notAmong: looked, writers) })
      {
        return nil
      }
      if let place, taken.isSubset(of: done[place].map(\.id)),
        done[place].allSatisfy({ taken.contains($0.id) || isPassedOver($0, writers) })
      {
        done.remove(at: place)
        undone.append(step)
        undos.formUnion(step.lazy.map(\.id))
      } else {
        done.append(step)
        undone.removeAll()
        undos.removeAll()
        isUndoneKnown = true
      }
    }
    return Steps(done: done, undone: isUndoneKnown ? undone : nil)
  }

  /// Whether an entry takes back what these writers may have said before all that was looked at.
  private func isUndoOfOwn(
    _ undo: Entry, notAmong looked: Set<EntryID>, _ writers: [String]
  ) -> Bool {
    guard let of = undo.fact.takesBack, !looked.contains(of), ledger.contains(of)
    else { return false }
    guard let target = target(of: undo) else { return true }
    return target.writer.isEmpty || writers.contains(target.writer)
  }

  /// What an undo takes back.
  private func target(of undo: Entry) -> Entry? {
    guard let of = undo.fact.takesBack, let task = undo.task else { return nil }
    return ledger.entries(of: task).first { $0.id == of }
  }
}

/// Own steps not taken back here, and own undo steps not brought back here, each oldest first.
private struct Steps {
  /// The last ones; the earlier the entries that were looked at, the more.
  var done: [[Entry]]
  /// All of them; nil where it takes earlier entries to tell.
  var undone: [[Entry]]?
}

extension Fact {
  /// Whether undo takes it back. From the steps of the procedure, return and reopen lead back.
  var canBeStep: Bool {
    switch self {
    case .met, .report, .note, .extend, .edit, .undo: true
    default: false
    }
  }

  /// A step of the procedure or of supervision, which others lead back from.
  fileprivate var isOfProcedure: Bool {
    switch self {
    case .submit, .verify, .return, .crossOff, .reopen, .supervise, .release: true
    default: false
    }
  }
}
