// Undo and redo of an installation's own steps. The ledger itself is the history, so both go on
// after a restart.
extension Situation {
  /// The entry that takes back the last own step still standing.
  /// - Parameter writers: this installation's writers, oldest first.
  public func undoLastStep(
    by writers: [String], as author: Author, _ stamp: Stamp
  ) throws(Refusal) -> Entry {
    guard let target = steps(by: writers).done.last, let task = target.task else {
      throw .nothingToUndo
    }
    return try undo(target.id, task: task, by: author, stamp)
  }

  /// The entry that brings back the own step last taken back.
  public func redoLastStep(
    by writers: [String], as author: Author, _ stamp: Stamp
  ) throws(Refusal) -> Entry {
    guard let undo = steps(by: writers).undone.last, let task = undo.task else {
      throw .nothingToRedo
    }
    return try self.undo(undo.id, task: task, by: author, stamp)
  }

  /// Own steps that stand, and the undo entries that can be redone, each oldest first.
  private func steps(by writers: [String]) -> (done: [Entry], undone: [Entry]) {
    var done: [Entry] = []
    var undone: [Entry] = []
    for entry in ledger.entries(by: writers) {
      switch entry.fact {
      case .met, .report, .note:
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
