extension Entry {
  /// The rule that an entry breaks whatever its author knew: two offices that did not know of each
  /// other break none of these. For `check`; the fold takes entries as they are.
  func brokenRule(in task: Chart.Task, among entries: [Entry]) -> Refusal? {
    func follows(_ isIt: (Fact) -> Bool) -> Bool {
      entries.contains { was.contains($0.id) && isIt($0.fact) }
    }
    switch fact {
    case .met(let node):
      guard let planned = task.node(node) else { return .noSuchNode(task: task.id, node: node) }
      return planned.quota == nil ? nil : .needsCount(task: task.id, node: node)
    case .report(let report):
      guard let count = report.count else { return nil }
      guard let total = task.quantity?.total else { return .countWithoutQuantity(task: task.id) }
      return (0...total).contains(count) ? nil : .countOutOfRange(count: count, total: total)
    case .undo(let of, _):
      return entries.contains { $0.id == of } ? nil : .notUndoable
    case .verify:
      guard let unit else { return .needsUnit }
      if unit == task.unit { return .verifierIsResponsible(task: task.id, unit: unit) }
      return follows { $0 == .submit } ? nil : .notAtStage(task: task.id, stage: .rectifying)
    case .crossOff:
      var until: Day?
      let isVerified = follows { earlier in
        guard case .verify(let noticeUntil) = earlier else { return false }
        until = noticeUntil
        return true
      }
      guard isVerified, let until else {
        return .notAtStage(task: task.id, stage: .rectifying)
      }
      return on > until ? nil : .noticeRuns(task: task.id, until: until)
    default: return nil
    }
  }
}
