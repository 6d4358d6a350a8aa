extension ChartFolder {
  /// Changes the plan and appends the entry that says so, both or neither, and returns the entry as
  /// it stands on disk. The change is made on the plan as it is now, whatever else changed in it.
  ///
  /// Throws ``StoreError``: `refused` with `changedMeanwhile` when a value is no longer the one
  /// that was seen. Then nothing was written.
  package mutating func edit(_ edit: PlanEdit, as entry: Entry, today: Day) throws -> Entry {
    guard isChart else { throw StoreError.noChart(path: name) }
    let lock = try FolderLock(folder: path, seconds: lockSeconds, calls: calls)
    defer { _ = lock }
    // Without locks two plans could take each other's place.
    if let failure = lock.failure { throw failure }
    recallInstallation()
    // On a plan that cannot be read nothing is built.
    try refresh()
    let plan = try plan(edit, as: entry, today: today)
    try applyLocked(plan: plan, written: PlanText(of: plan), entries: Self.sound([entry]))
    let about = entry.task.map { ledger.entries(of: $0) } ?? ledger.general
    return about.first { $0.id == entry.id } ?? entry
  }

  /// The plan with a change, where the rules allow it.
  private func plan(
    _ edit: PlanEdit, as entry: Entry, today: Day
  ) throws(StoreError) -> Chart {
    do throws(Refusal) {
      var plan = try edit.applied(to: chart, ledger)
      plan.settleID()
      try Situation(chart: plan.only(entry), ledger: ledger, on: today).check(entry)
      return plan
    } catch {
      throw .refused(error)
    }
  }
}
