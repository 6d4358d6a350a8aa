import WallChartStore
import WallChartWords

// Undo and redo of what this installation wrote, a step at a time.
extension State {
  /// `u`: at once for what is of today; else it asks why, as for a mark.
  mutating func undo(_ stamp: Stamp) -> [Effect] {
    if let lack = lacksSavedEvidence {
      said = Said(text: lack, isError: true)
      return [.bell]
    }
    do throws(Refusal) {
      let undos = try undoOfLastStep(because: nil, stamp)
      let taken = undos.compactMap(target)
      guard let old = taken.first(where: needsReason) else { return send(undos) }
      ask(
        .stepReason(of: taken.map(\.id)),
        words(
          situation.ledger.isInMinutes(old) ? .promptMinutesReason : .promptStepReason,
          ["task": old.task ?? "", "date": words.shortDate(old.on, today: situation.day)]))
      return []
    } catch {
      return refuse(error)
    }
  }

  /// Enter behind the reason; another step may have come last meanwhile.
  mutating func takeBack(
    _ step: [EntryID], because reason: String, _ prompt: Prompt, _ stamp: Stamp
  ) -> [Effect] {
    guard !reason.isEmpty else { return askAgain(prompt, words(.promptNeedsReason)) }
    guard let undos = try? undoOfLastStep(because: reason, stamp),
      undos.compactMap(target).map(\.id) == step
    else { return undo(stamp) }
    return send(undos)
  }

  private func undoOfLastStep(
    because reason: String?, _ stamp: Stamp
  ) throws(Refusal) -> [Entry] {
    try situation.undoLastStep(by: ownWriters, as: setting.author, reason: reason, stamp)
  }

  /// What an undo takes back.
  private func target(of undo: Entry) -> Entry? {
    guard case .undo(let of, _) = undo.fact, let task = undo.task else { return nil }
    return entry(of, of: task)
  }

  /// What is brought back needs no reason.
  private func needsReason(_ entry: Entry) -> Bool {
    if case .undo = entry.fact { return false }
    return situation.needsReason(toUndo: entry.id, of: entry.task ?? "", by: ownWriters)
  }

  /// No evidence on its way to disk: undo must not take back the step before it instead.
  var lacksSavedEvidence: String? { handedIn.isEmpty ? nil : words(.saidEvidenceOnWay) }

  mutating func redo(_ stamp: Stamp) -> [Effect] {
    writeStep { state throws(Refusal) in
      try state.situation.redoLastStep(by: state.ownWriters, as: state.setting.author, stamp)
    }
  }
}
