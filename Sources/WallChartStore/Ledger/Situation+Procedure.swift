extension Situation {
  /// What brought a task, by its place in the plan, to each stage it has passed on its present way:
  /// a return or reopening begins that way anew. What is taken back does not count.
  package func stageEntries(of index: Int) -> [Stage: Entry] {
    let record = status.tasks[index].record
    let entries = ledger.entries(of: chart.tasks[index].id)
      .filter { $0.on <= day && !record.isTakenBack($0.id) }
    var found: [Stage: Entry] = [:]
    for entry in FoldOrder.sorted(entries) {
      switch entry.fact {
      case .met, .report:
        if found[.rectifying] == nil { found[.rectifying] = entry }
      case .submit:
        if found[.rectifying] == nil { found[.rectifying] = entry }
        found[.submitted] = entry
      case .verify: found[.notice] = entry
      case .crossOff: found[.crossedOff] = entry
      case .return, .reopen: found = [.rectifying: entry]
      case .extend, .supervise, .release, .note, .undo, .edit, .meeting, .import, .unknown: break
      }
    }
    return found
  }
}
