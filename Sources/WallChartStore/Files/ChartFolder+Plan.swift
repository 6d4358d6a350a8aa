internal import Glibc

extension ChartFolder {
  /// Replaces the plan and then appends entries, all under one lock. Throws ``StoreError``, and
  /// `planChanged` when plan or ledger are no longer what `self` had read.
  public mutating func apply(plan: Chart, entries: [Entry]) throws {
    try apply(plan: plan, written: PlanText(of: plan), entries: Self.sound(entries))
  }

  static func sound(_ entries: [Entry]) throws(StoreError) -> SoundEntries {
    do throws(Refusal) {
      return try SoundEntries(entries)
    } catch {
      throw .refused(error)
    }
  }

  /// The same with a plan that is written out already. Its text is let go as soon as it is on disk,
  /// for those of large plans are large.
  package mutating func apply(
    plan: Chart, written: consuming PlanText, entries: SoundEntries
  ) throws {
    let lock = try FolderLock(folder: path, seconds: lockSeconds, calls: calls)
    defer { _ = lock }
    if let failure = lock.failure { throw failure }
    recallInstallation()
    let known = (ledger.count, planDigest)
    if try refresh(), (ledger.count, planDigest) != known {
      throw StoreError.planChanged(path: planPath)
    }
    try applyLocked(plan: plan, written: consume written, entries: entries)
  }

  /// Replaces the plan and appends entries under a lock already held; all or nothing.
  mutating func applyLocked(
    plan: Chart, written: consuming PlanText, entries: SoundEntries
  ) throws {
    var replaced = try replacePlan(by: plan, written)
    do {
      if let new = replaced?.plan { try readPlan(knowing: new) }
      replaced?.plan = nil
      _ = consume written
      try appendLocked(entries, takesBack: true)
    } catch {
      // The plan goes back to what it was.
      if let replaced { putBack(replaced) }
      throw error
    }
  }

  /// A plan that another one took the place of.
  private struct ReplacedPlan {
    var backup: String
    /// The new one, until it has been read, and its file.
    var plan: ReadPlan?
    var stamp: FileStamp
  }

  /// Puts a plan in the place of the one on disk, which becomes the newest backup; nil when both
  /// are the same.
  private func replacePlan(by chart: Chart, _ written: PlanText) throws -> ReplacedPlan? {
    guard written.digest != planDigest else { return nil }
    let new = ReadPlan(
      chart: try Self.validate(written.bytes, file: planPath, knowing: chart.tasks),
      written: written)
    let plan = path + "/chart.json"
    PosixFile.sweepTemporaries(of: plan)
    var backup = ""
    try PosixFile.replace(plan, with: written.bytes) { () throws(StoreError) in
      backup = try Backups(of: path).keep(plan)
      // Writing a large plan takes a while, and editors know of no lock.
      guard FileStamp(of: plan) == planStamp else { throw .planChanged(path: planPath) }
    }
    return ReplacedPlan(backup: backup, plan: new, stamp: FileStamp(of: plan))
  }

  /// Puts a replaced plan back under its name, unless somebody else has written one meanwhile.
  private mutating func putBack(_ replaced: ReplacedPlan) {
    let plan = PosixFile.resolved(path + "/chart.json")
    guard FileStamp(of: plan) == replaced.stamp else { return }
    // A new name takes no room, and mostly it is a full disk that brings us here.
    if rename(replaced.backup, plan) == 0 {
      try? PosixFile.syncFolder(PosixFile.parent(of: plan))
    } else {
      // The name is a link to another file system.
      try? PosixFile.replace(plan, with: PosixFile.contents(of: replaced.backup))
    }
    try? readPlan()
  }
}
