extension Situation {
  /// Whether the rules allow an entry as things stand: the one place for keys, commands, import,
  /// and once more under the lock.
  public func check(_ entry: Entry) throws(Refusal) {
    guard entry.on <= day else { throw .dayInTheFuture(entry.on) }
    // Older entries keep a unit that has left the chart since.
    if let unit = entry.unit, !hasUnit(unit) { throw .noSuchUnit(unit) }
    if let task = entry.task { try check(entry, about: task) }
    // A mark is nothing but ids: where even those do not fit, it is refused when it is written.
    if checksLines, entry.hasWords, let obstacle = entry.obstacle { throw obstacle }
  }

  private func check(_ entry: Entry, about id: String) throws(Refusal) {
    let (index, task) = try find(id)
    let status = status.tasks[index]
    // Bringing a task back, and what else may change in its plan, is decided by the plan.
    guard !status.isWithdrawn || ledger.planEdit(of: entry) != nil else {
      throw .withdrawn(task: id)
    }
    try entry.check(against: task)
    if ledger.planEdit(of: entry)?.withdraws == true { try status.record.checkWithdrawable(id) }
    let entries = ledger.entries(of: id)
    // An undo carries the day of what it takes back, whatever else its author saw.
    if case .undo = entry.fact {
    } else if let earlier = entries.first(where: {
      guard entry.was.contains($0.id), $0.on > entry.on else { return false }
      // A mistaken day, taken back, binds nobody.
      if case .undo = $0.fact { return false }
      return true
    }) {
      throw .dayBeforeEarlierEntry(entry.on, earlier: earlier.on)
    }
    let stage = status.record.stage
    // An entry dated back is held against its own day too.
    let then =
      entry.on < day ? TaskRecord(of: task, entries: entries, on: entry.on) : status.record
    func needs(_ allowed: Stage...) throws(Refusal) {
      guard allowed.contains(stage) else { throw .notAtStage(task: id, stage: stage) }
    }
    func mustBeOpen() throws(Refusal) {
      guard !stage.isClosed else { throw .closed(task: id, stage: stage) }
    }
    func mustBeOpenThen() throws(Refusal) {
      try mustBeOpen()
      guard !then.stage.isClosed else {
        throw .wasClosed(task: id, stage: then.stage, on: entry.on)
      }
    }
    switch entry.fact {
    case .met(let node):
      try mustBeOpenThen()
      let place = try find(node, in: task)
      // Where two offices disagree, a mark that knows both decides.
      guard !status.nodes[place].state.isMet || status.nodes[place].isDisputed else {
        throw .alreadyMet(task: id, node: node)
      }
    case .report(let report):
      try mustBeOpenThen()
      if let count = report.count, let last = then.count, count < last,
        !Entry.saysAnything([report.reason])
      {
        throw .fallingCountNeedsReason(from: last, to: count)
      }
    case .undo(let of, _):
      guard let root = undoable(of, ofTaskAt: index) else { throw .notUndoable }
      switch root.fact {
      // Evidence is what a closed task rests on; that of a visit is not.
      case .note(let note) where root.evidence.isEmpty || note.isLookBack: return
      case .edit: return
      default: break
      }
      // It bears the day of the mistake, so only today's stage counts.
      try mustBeOpen()
    case .submit:
      try needs(.notStarted, .rectifying)
      try checkComplete(task, then, evidence: entry.evidence)
      try checkComplete(task, status.record, evidence: entry.evidence)
    case .verify(let until):
      try needs(.submitted)
      let heads = heads(of: .stage, ofTaskAt: index)
      if let refusal = entry.verifiesOwn(
        entries.filter { $0.fact == .submit && heads.contains($0.id) })
      {
        throw refusal
      }
      // The plan may have grown since, and evidence been taken back.
      try checkComplete(task, status.record, to: .notice)
      let days = chart.rules.noticeDays
      guard until - entry.on >= days else { throw .noticeTooShort(task: id, days: days) }
    case .crossOff:
      try needs(.notice)
      if let until = status.record.noticeUntil, entry.on <= until {
        throw .noticeRuns(task: id, until: until)
      }
      try checkComplete(task, status.record, to: .crossedOff)
    case .return: try needs(.submitted, .notice)
    case .reopen: try needs(.crossedOff)
    case .note(let note):
      if note.isLookBack { try needs(.crossedOff) }
    case .extend(let extension_):
      try mustBeOpen()
      // Dated back it would turn what was late into what is in time.
      guard entry.on >= day else { throw .extensionDatedBack(entry.on) }
      try check(extension_, of: task, status)
    case .supervise:
      guard stage != .crossedOff else { throw .closed(task: id, stage: stage) }
      guard !status.record.isSupervised else { throw .alreadySupervised(task: id) }
    case .release:
      guard status.record.isSupervised else { throw .notSupervised(task: id) }
    case .edit, .meeting, .import, .unknown: break
    }
  }

  /// What taking an entry back is finally about; nil when the entry no longer stands, or is a step
  /// of the procedure, which return and reopen lead back from.
  func undoable(_ id: EntryID, ofTaskAt index: Int) -> Entry? {
    status.tasks[index].record.takenBack.contains(id) ? nil : undoableRoot(of: id, ofTaskAt: index)
  }

  /// The same, whether or not the entry stands.
  func undoableRoot(of id: EntryID, ofTaskAt index: Int) -> Entry? {
    let entries = ledger.entries(of: chart.tasks[index].id)
    guard let root = entries.first(where: { $0.id == id })?.root(among: entries).entry
    else { return nil }
    switch root.fact {
    case .met, .report, .extend, .note, .edit: return root
    default: return nil
    }
  }

  /// A moved day is moved from where it is, by somebody's leave, and keeps the order: nodes ascend,
  /// and none lies after the limit.
  private func check(
    _ extension_: Fact.Extension, of task: Chart.Task, _ status: TaskStatus
  ) throws(Refusal) {
    guard Entry.saysAnything([extension_.approvedBy]) else { throw .needsApproval }
    let due = status.record.due
    var keepsOrder: Bool
    let now: Day?
    if let node = extension_.node {
      let place = try find(node, in: task)
      guard !status.nodes[place].state.isMet else { throw .alreadyMet(task: task.id, node: node) }
      now = due[place]
      keepsOrder = due[..<place].allSatisfy { $0 < extension_.to }
      keepsOrder = keepsOrder && due[(place + 1)...].allSatisfy { $0 > extension_.to }
      if let limit = status.record.limit { keepsOrder = keepsOrder && extension_.to <= limit }
    } else {
      now = status.record.limit
      keepsOrder = due.allSatisfy { $0 <= extension_.to }
    }
    guard extension_.from == now, extension_.to != now else {
      throw .extendsAnotherDay(task: task.id, now: now)
    }
    guard keepsOrder else { throw .extensionOutOfOrder(task: task.id, to: extension_.to) }
  }

  /// Every node met, the full count, and evidence: all that is missing is named at once.
  private func checkComplete(
    _ task: Chart.Task, _ record: TaskRecord, to stage: Stage = .submitted, evidence: [String] = []
  ) throws(Refusal) {
    let unmet = zip(task.nodes, record.metOn).filter { $1 == nil }.map(\.0.id)
    let total = task.quantity?.total
    let count = record.count ?? 0
    let isShort = total.map { count < $0 } ?? false
    let lacksEvidence = evidence.isEmpty && record.evidenceInForce.isEmpty
    guard unmet.isEmpty, !isShort, !lacksEvidence else {
      throw .incomplete(
        task: task.id, to: stage, nodes: unmet, count: isShort ? count : nil,
        total: isShort ? total : nil, lacksEvidence: lacksEvidence,
        since: lacksEvidence ? record.sentBackOn : nil)
    }
  }
}

extension TaskRecord {
  /// What somebody still owes an answer for does not leave the chart.
  package func checkWithdrawable(_ task: String) throws(Refusal) {
    guard !isFalse else { throw .foundFalse(task: task) }
    guard !isSupervised else { throw .supervised(task: task) }
  }
}
