// Undo and redo of an installation's own steps. The ledger itself is the history, so both go on
// after a restart.
extension Situation {
  /// The entry that takes back the last own step still standing; `writers` are this installation's,
  /// oldest first. Throws ``Refusal``.
  public func undoLastStep(
    by writers: [String], as author: Author, _ stamp: Stamp
  ) throws(Refusal) -> Entry {
    guard let target = steps(by: writers).done.last(where: stands), let task = target.task
    else { throw .nothingToUndo }
    return try undo(target.id, task: task, by: author, stamp)
  }

  /// The entry that brings back the own step last taken back.
  public func redoLastStep(
    by writers: [String], as author: Author, _ stamp: Stamp
  ) throws(Refusal) -> Entry {
    guard let undo = steps(by: writers).undone.last(where: stands), let task = undo.task
    else { throw .nothingToRedo }
    return try self.undo(undo.id, task: task, by: author, stamp)
  }

  /// Whether taking an entry back wants a reason: a mistake of one's own goes at once on the day
  /// it was made; anything else, and anybody else's, is told why.
  package func needsReason(toUndo id: EntryID?, of task: String, by writers: [String]) -> Bool {
    guard let entry = ledger.entries(of: task).first(where: { $0.id == id }) else { return true }
    let isOwn = entry.writer.isEmpty || writers.contains(entry.writer)
    return !isOwn || entry.on != day
  }

  /// Whether an own step is still there to be taken back. Another office may have taken it back
  /// itself, and a task may have left the plan; neither may bar the steps before it.
  private func stands(_ step: Entry) -> Bool {
    guard let index = step.task.flatMap({ index(of: $0) }) else { return false }
    guard undoable(step.id, ofTaskAt: index) != nil else { return false }
    // A field that somebody has changed once more is theirs.
    if let edit = ledger.planEdit(takingBack: step) { return (try? edit.applied(to: chart)) != nil }
    return !status.tasks[index].isWithdrawn
  }

  /// Own steps not taken back here, and own undo entries not brought back here, each oldest first.
  private func steps(by writers: [String]) -> (done: [Entry], undone: [Entry]) {
    var done: [Entry] = []
    var undone: [Entry] = []
    // What an import wrote, or taking one back, came at one stroke with an entry about the chart;
    // it is no step of a person.
    let imports = Set(
      ledger.general.lazy.filter {
        switch $0.fact {
        case .import, .undo: true
        default: false
        }
      }.map { [$0.writer, $0.at.rfc3339] })
    for entry in ledger.entries(by: writers)
    where imports.isEmpty || !imports.contains([entry.writer, entry.at.rfc3339]) {
      switch entry.fact {
      case .met, .report, .note, .edit:
        done.append(entry)
        undone.removeAll()
      case .undo(let of, _):
        if let index = undone.firstIndex(where: { $0.id == of }) {
          // What the undo that is now taken back had named stands again.
          guard case .undo(let restored, _) = undone.remove(at: index).fact else { break }
          let entries = entry.task.map { ledger.entries(of: $0) } ?? []
          done += entries.filter { $0.id == restored }
        } else if let index = done.lastIndex(where: { $0.id == of }) {
          done.remove(at: index)
          undone.append(entry)
        } else {
          // Taking back what somebody else said is a step like any other.
          done.append(entry)
          undone.removeAll()
        }
      default: break
      }
    }
    return (done, undone)
  }
}
