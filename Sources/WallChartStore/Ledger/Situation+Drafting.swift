// Drafts of entries: what a key or a command wants to say, in the form the ledger keeps. A draft
// has passed every check; the append checks it once more under the lock.
extension Situation {
  /// Marks a node met; without `node`, the earliest unmet one. A node with a quota is met by a
  /// report of its quota.
  ///
  /// Throws ``Refusal``. The day of the fact is `day`, not after the situation's; that one when nil.
  public func mark(
    _ task: String, node: String? = nil, on day: Day? = nil, evidence: [String] = [],
    by author: Author, _ stamp: Stamp
  ) throws(Refusal) -> Entry {
    let (index, plan) = try find(task)
    let status = status.tasks[index]
    let place: Int
    if let node {
      place = try find(node, in: plan)
    } else if let unmet = status.nodes.firstIndex(where: { !$0.state.isMet }) {
      place = unmet
    } else {
      throw .everythingMet(task: task)
    }
    var entry = draft(task, .met(node: plan.nodes[place].id), on: day, by: author, stamp)
    entry.evidence = evidence
    if let quota = plan.nodes[place].quota {
      if status.nodes[place].state.isMet {
        throw .alreadyMet(task: task, node: plan.nodes[place].id)
      }
      entry.fact = .report(Fact.Report(count: quota))
    } else {
      entry.was = heads(of: .node(plan.nodes[place].id), ofTaskAt: index)
    }
    return try checked(entry)
  }

  /// Takes back what met a node.
  public func unmark(
    _ task: String, node: String, reason: String? = nil, by author: Author, _ stamp: Stamp
  ) throws(Refusal) -> Entry {
    let (index, plan) = try find(task)
    let place = try find(node, in: plan)
    guard let target = status.tasks[index].record.metBy[place] else {
      throw .notMet(task: task, node: node)
    }
    return try undo(target, task: task, reason: reason, by: author, stamp)
  }

  /// Count, progress, problem, next step of a task. Throws ``Refusal``, like every draft.
  public func report(
    _ task: String, _ report: Fact.Report, on day: Day? = nil, evidence: [String] = [],
    by author: Author, _ stamp: Stamp
  ) throws(Refusal) -> Entry {
    var entry = draft(task, .report(report), on: day, by: author, stamp)
    entry.evidence = evidence
    return try checked(entry)
  }

  /// A remark or evidence on a task or node, or the visit of a look-back.
  public func note(
    _ task: String, _ note: Fact.Note, on day: Day? = nil, evidence: [String] = [],
    by author: Author, _ stamp: Stamp
  ) throws(Refusal) -> Entry {
    let (index, _) = try find(task)
    var entry = draft(task, .note(note), on: day, by: author, stamp)
    entry.evidence = evidence
    // A visit comes after the cross-off it looks back at.
    if note.isLookBack { entry.was = heads(of: .stage, ofTaskAt: index) }
    return try checked(entry)
  }

  /// A step of the cross-off procedure.
  public func step(
    _ task: String, _ fact: Fact, on day: Day? = nil, evidence: [String] = [], by author: Author,
    _ stamp: Stamp
  ) throws(Refusal) -> Entry {
    let (index, _) = try find(task)
    var entry = draft(task, fact, on: day, by: author, stamp)
    entry.evidence = evidence
    entry.was =
      TaskRecord.slot(of: entry, among: []).map { heads(of: $0, ofTaskAt: index) } ?? []
    return try checked(entry)
  }

  /// An entry that takes back another one; it carries the other's day, so that the mistake
  /// vanishes from every day and stays in the log.
  public func undo(
    _ target: EntryID, task: String, reason: String? = nil, by author: Author, _ stamp: Stamp
  ) throws(Refusal) -> Entry {
    let (index, _) = try find(task)
    let entries = ledger.entries(of: task)
    guard let undone = entries.first(where: { $0.id == target }) else { throw .notUndoable }
    var entry = draft(
      task, .undo(of: target, reason: reason), on: undone.on, by: author, stamp)
    entry.was =
      TaskRecord.slot(of: entry, among: entries)
      .map { heads(of: $0, ofTaskAt: index) } ?? []
    return try checked(entry)
  }

  private func draft(
    _ task: String, _ fact: Fact, on day: Day?, by author: Author, _ stamp: Stamp
  ) -> Entry {
    Entry(
      id: stamp.id, at: stamp.at, by: author.name, unit: author.unit, task: task,
      on: day ?? self.day, fact: fact)
  }

  private func checked(_ entry: Entry) throws(Refusal) -> Entry {
    try check(entry)
    return entry
  }

  func find(_ task: String) throws(Refusal) -> (index: Int, plan: Chart.Task) {
    guard let index = index(of: task) else { throw .noSuchTask(task) }
    return (index, chart.tasks[index])
  }

  func find(_ node: String, in task: Chart.Task) throws(Refusal) -> Int {
    guard let place = task.nodes.firstIndex(where: { $0.id == node }) else {
      throw .noSuchNode(task: task.id, node: node)
    }
    return place
  }
}
