import WallChartStore

/// Takes the last import of a chart back, as far as that can be: what it wrote into the ledger by
/// undos, and what it made of the plan.
///
/// The plan it replaced comes back as a whole when nothing has touched the plan since and no entry
/// would be left without its task or node. Else the tasks that came are withdrawn, and those that
/// it changed or withdrew are as before where nobody has changed or marked them since.
struct ImportUndo {
  /// Why there is nothing to take back.
  enum Obstacle: Error {
    case nothing
    /// The plan before the import of a file is no longer kept.
    case noPlan(file: String)
  }

  /// The import's own entry, and what it says.
  let entry: Entry
  let source: Fact.Import
  /// The plan to be written.
  private(set) var chart: Chart
  /// In the order to be written; the undo of the import itself comes first.
  private(set) var entries: [Entry] = []
  /// Whether the plan is the one before the import.
  private(set) var isPlanBack = false
  /// Ids of tasks, by what becomes of them.
  private(set) var withdrawn: [String] = []
  private(set) var back: [String] = []
  private(set) var restored: [String] = []
  private(set) var kept: [String] = []
  /// What the import had written and is not or cannot be taken back.
  private(set) var stay: [Entry] = []
  /// How many entries it had written, its own aside.
  let written: Int

  /// - Parameters:
  ///   - digest: SHA-256 of the plan on disk.
  ///   - plan: the replaced plan of a digest, if it is still kept.
  init(
    of chart: Chart, digest: String, ledger: Ledger, on day: Day, by author: Author,
    plan: (String) -> Chart?, stamp: () -> Stamp
  ) throws(Obstacle) {
    guard let entry = ledger.imports.last, case .import(let source) = entry.fact else {
      throw .nothing
    }
    // The plan is the one before it: it only made entries, or an undo of it was cut off.
    let isBack = source.replaced == digest
    // Whatever became of the plan since, an import that left it alone took no part in that.
    let isOfEntries = source.replaced != nil && source.replaced == source.plan
    guard let before = isBack || isOfEntries ? chart : source.replaced.flatMap(plan) else {
      throw .noPlan(file: source.file)
    }
    (self.entry, self.source, self.chart) = (entry, source, chart)
    let isUntouched = isBack || isOfEntries || source.plan == digest
    let after = isUntouched ? chart : source.plan.flatMap(plan)
    let written = ledger.entries(with: entry)
    self.written = written.count
    var situation = Situation(chart: chart, ledger: ledger, on: day)
    let new = stamp()
    let own = Entry(
      id: new.id, at: new.at, by: author.name, unit: author.unit, task: nil, on: entry.on,
      fact: .undo(of: entry.id, reason: nil))
    situation.add(own)
    entries = [own]
    for entry in written.reversed() { takeBack(entry, in: &situation, by: author, stamp()) }
    if isUntouched, stay.isEmpty, Self.isSound(before, in: situation) {
      self.chart = before
      isPlanBack = true
    } else {
      mend(before: before, after: after, situation.ledger, on: day)
    }
    // Where an undo was cut off, the plan that stands lost it already.
    let left = isBack ? source.plan.flatMap(plan) ?? chart : chart
    entries[0].removed = Removal.between(left, self.chart, ledger, on: day)
  }

  private mutating func takeBack(
    _ entry: Entry, in situation: inout Situation, by author: Author, _ stamp: Stamp
  ) {
    guard let task = entry.task else { return }
    if let index = situation.index(of: task),
      situation.status.tasks[index].record.isTakenBack(entry.id)
    {
      return
    }
    do throws(Refusal) {
      var undo = try situation.undo(entry.id, task: task, by: author, stamp)
      undo.turn = undo.at.milliseconds + Int64(entries.count)
      situation.add(undo)
      entries.append(undo)
    } catch {
      stay.append(entry)
    }
  }

  /// Whether every entry still has its task and node in another plan.
  private static func isSound(_ plan: Chart, in situation: Situation) -> Bool {
    let tasks = Dictionary(plan.tasks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ledger = situation.ledger
    let gone = ledger.takenBackWithImports
    return ledger.tasks.allSatisfy { id in
      let entries = ledger.entries(of: id)
      let current = situation.index(of: id).map { situation.chart.tasks[$0] }
      guard let task = tasks[id] else {
        return current == nil || entries.allSatisfy { gone.contains($0.id) }
      }
      return task == current || task.holds(entries.filter { !gone.contains($0.id) }, like: current)
    }
  }

  /// Task by task, where the plan as a whole cannot come back.
  /// - Parameter after: the plan as the import left it; nil when it is not known.
  private mutating func mend(before: Chart, after: Chart?, _ ledger: Ledger, on day: Day) {
    let old = Dictionary(before.tasks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let left = after.map {
      Dictionary($0.tasks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let firstAdded = before.tasks.isEmpty ? nil : entry.on as Day?
    let gone = ledger.takenBackWithImports
    for (place, task) in chart.tasks.enumerated() {
      guard let old = old[task.id] else {
        // Others may have added tasks since, on another day.
        let came = left.map { $0[task.id] != nil } ?? (task.added == firstAdded)
        guard came, task.withdrawn == nil else { continue }
        chart.tasks[place].withdrawn = day
        withdrawn.append(task.id)
        continue
      }
      guard let left else {
        // How the import left it is not known: only what bears its day can be told from others.
        if old.withdrawn == nil, task.withdrawn == entry.on {
          chart.tasks[place].withdrawn = nil
          back.append(task.id)
        } else if task != old {
          kept.append(task.id)
        }
        continue
      }
      guard let new = left[task.id], new != old else { continue }
      let entries = ledger.entries(of: task.id).filter { !gone.contains($0.id) }
      guard task == new, old.holds(entries, like: task) else {
        kept.append(task.id)
        continue
      }
      chart.tasks[place] = old
      if new.withdrawn != nil, old.withdrawn == nil {
        back.append(task.id)
      } else {
        restored.append(task.id)
      }
    }
  }
}

extension Chart.Task {
  /// Whether no entry breaks a rule of this task that it does not break of another one.
  fileprivate func holds(_ entries: [Entry], like other: Chart.Task?) -> Bool {
    let byID = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return entries.allSatisfy { entry in
      entry.brokenRule(in: self, among: byID) == nil
        || other.map { entry.brokenRule(in: $0, among: byID) != nil } ?? false
    }
  }
}
