/// What became of a chart since its last meeting, or since a day.
package struct Changes: Sendable {
  /// The sorts of news, in the order in which a meeting asks for them.
  package enum Kind: CaseIterable, Sendable {
    /// Tasks that turned red, or yellow.
    case red, yellow
    /// Nodes that were met after their day, or in time.
    case metLate, met
    /// Handed in for cross-off, or verified.
    case submitted
    case crossedOff
    /// Sent back, or opened again.
    case reopened
    case extended
    /// Put under supervision, or released.
    case supervised
    /// What somebody had said and no longer holds.
    case takenBack
    case added, withdrawn
    case reported
    /// Remarks and evidence.
    case noted
    /// Changed in the plan.
    case edited
    /// Lists taken over as a whole.
    case imported
  }

  /// What is new of one task.
  package struct Change: Sendable {
    /// Its place in the plan; nil for what is about the whole chart.
    package var task: Int?
    /// The nodes it is about, by place.
    package var nodes: [Int] = []
    /// The entries it comes from, in no particular order; none where only time passed.
    package var entries: [Entry] = []

    /// Its newest entry.
    package var last: Entry? { entries.max { ($0.turn, $0.n, $0.id) < ($1.turn, $1.n, $1.id) } }
  }

  package let since: Since
  private var changes: [Kind: [Change]] = [:]

  /// What is new of a kind, in the order of the plan.
  package subscript(kind: Kind) -> [Change] { changes[kind] ?? [] }

  /// How many of a kind: nodes where they are met, else tasks.
  package func count(_ kind: Kind) -> Int {
    self[kind].reduce(0) { $0 + max(1, kind == .met || kind == .metLate ? $1.nodes.count : 1) }
  }

  /// Compares the present with what was known then; in proportion to the chart and its ledger.
  package init(in situation: Situation, since: Since) {
    self.since = since
    let ledger = situation.ledger
    let lists = ledger.imports.filter { $0.on <= situation.day }
    let newLists = lists.filter(since.isNews)
    changes[.imported] = newLists.map { Change(task: nil, entries: [$0]) }
    // Tasks that came with the first list are the beginning of the chart, not news of it.
    let isBeginning = lists.first.map(since.isNews) ?? false
    let terms = Terms(situation.chart.rules, listed: nil, on: since.day)
    let (tasks, statuses) = (situation.chart.tasks, situation.status.tasks)
    // By place here and below: copying tasks and entries costs more than looking at them.
    for index in tasks.indices {
      let (added, entries) = (tasks[index].added, ledger.entries(of: tasks[index].id))
      let isNew = cameSince(added, situation.day, newLists, entries)
      guard statuses[index].isOnChart else {
        // What came and went since was not there then, and is not now.
        if statuses[index].isWithdrawn, !isNew,
          leftSince(tasks[index].withdrawn, newLists, entries)
        {
          add(.withdrawn, Change(task: index))
        }
        continue
      }
      if isNew { add(.added, Change(task: index, entries: entries.filter(\.fact.isEdit))) }
      // What a list says of days before its task was on the chart is how it began.
      let began = isNew || isBeginning && added == nil
      compare(index, entries, isNew: isNew, in: situation, by: terms) { entry in
        since.isNews(entry) && (!began || entry.on > since.day)
      }
    }
  }

  private mutating func add(_ kind: Kind, _ change: Change) {
    changes[kind, default: []].append(change)
  }

  /// Whether a task came onto the chart: after the day, or on it and nothing of it was read.
  private func cameSince(_ added: Day?, _ today: Day, _ newLists: [Entry], _ entries: [Entry])
    -> Bool
  {
    guard let added, added <= today, added >= since.day else { return false }
    if added > since.day { return true }
    return entries.allSatisfy(since.isNews)
      && (newLists.contains { $0.on == added } || entries.contains { $0.fact.isEdit })
  }

  private func leftSince(_ withdrawn: Day?, _ newLists: [Entry], _ entries: [Entry]) -> Bool {
    guard let withdrawn, withdrawn >= since.day else { return false }
    return withdrawn > since.day || newLists.contains { $0.on == withdrawn }
      || entries.contains { $0.fact.isEdit && since.isNews($0) }
  }

  /// Holds one task against what was known of it.
  private mutating func compare(
    _ index: Int, _ all: [Entry], isNew: Bool, in situation: Situation, by terms: Terms,
    isNews: (Entry) -> Bool
  ) {
    let standing = situation.status.tasks[index].standing
    let today = situation.day
    // In place here and below, for an entry costs more to hand over than to look at.
    let places = all.withUnsafeBufferPointer { all in
      all.indices.filter { all[$0].on <= today && isNews(all[$0]) }
    }
    guard !places.isEmpty else {
      // Of most tasks nothing is new, and nothing late or late in another way than it was.
      guard standing == .red || standing == .yellow else { return }
      let then = isNew ? standing : self.standing(index, all, in: situation, by: terms)
      return noteStanding(index, standing, then, isNew: isNew)
    }
    let now = situation.status.tasks[index]
    let news = Set(places.map { all[$0].id })
    let known = news.count == all.count ? [] : all.filter { !news.contains($0.id) }
    let then = TaskStatus(of: situation.chart.tasks[index], entries: known, by: terms)
    noteStanding(index, standing, then.standing, isNew: isNew)
    noteNodes(index, now, then, all)
    let isAllPast = all.indices.allSatisfy { all[$0].on <= today }
    noteEntries(index, now, then, isAllPast ? all : all.filter { $0.on <= today }, news)
    // That a new task was written into the plan needs no second line.
    if isNew, changes[.edited]?.last?.task == index { changes[.edited]?.removeLast() }
  }

  /// Where a task stood of which nothing is new.
  private func standing(
    _ index: Int, _ entries: [Entry], in situation: Situation, by terms: Terms
  ) -> Standing {
    let tasks = situation.chart.tasks
    guard situation.status.isSame(index, on: since.day) else {
      return TaskStatus(of: tasks[index], entries: entries, by: terms).standing
    }
    return situation.status.tasks.withUnsafeBufferPointer {
      $0[index].standing(isStanding: tasks[index].term == .standing, by: terms)
    }
  }

  private mutating func noteStanding(
    _ index: Int, _ now: Standing, _ then: Standing, isNew: Bool
  ) {
    guard isNew || now != then else { return }
    if now == .red { add(.red, Change(task: index)) }
    // From red to yellow is no bad news.
    if now == .yellow, isNew || then != .red { add(.yellow, Change(task: index)) }
  }

  private mutating func noteNodes(
    _ index: Int, _ now: TaskStatus, _ then: TaskStatus, _ entries: [Entry]
  ) {
    for kind in [Kind.metLate, .met] {
      let state: NodeStatus.State = kind == .met ? .met : .metLate
      let places = now.nodes.indices.filter {
        now.nodes[$0].state == state && !then.nodes[$0].state.isMet
      }
      guard !places.isEmpty else { continue }
      let metBy = now.record.metBy
      let ids = Set(places.compactMap { metBy[$0] })
      add(kind, Change(task: index, nodes: places, entries: entries.filter { ids.contains($0.id) }))
    }
  }

  private mutating func noteEntries(
    _ index: Int, _ now: TaskStatus, _ then: TaskStatus, _ entries: [Entry], _ news: Set<EntryID>
  ) {
    var found: [Kind: [Entry]] = [:]
    var lost: Set<EntryID> = []
    for place in entries.indices {
      // An undo is news only by what it takes back or brings back.
      if entries[place].fact.isUndo { continue }
      let id = entries[place].id
      let stands = !now.record.isTakenBack(id)
      let stood = !news.contains(id) && !then.record.isTakenBack(id)
      if stands, !stood, let kind = entries[place].fact.newsKind {
        found[kind, default: []].append(entries[place])
      }
      if stood, !stands { lost.insert(id) }
    }
    for (kind, entries) in found { add(kind, Change(task: index, entries: entries)) }
    let open = now.nodes.indices.filter {
      then.nodes[$0].state.isMet && !now.nodes[$0].state.isMet
    }
    guard !lost.isEmpty || !open.isEmpty else { return }
    let roots = Roots(FoldOrder.sorted(entries))
    let undos = entries.filter { entry in
      guard case .undo = entry.fact, news.contains(entry.id) else { return false }
      return lost.contains(roots[entry].entry.id)
    }
    add(.takenBack, Change(task: index, nodes: open, entries: undos))
  }
}

extension Fact {
  fileprivate var isEdit: Bool {
    if case .edit = self { true } else { false }
  }

  /// What an entry of this kind is news of; marks are told by their nodes.
  fileprivate var newsKind: Changes.Kind? {
    switch self {
    case .submit, .verify: .submitted
    case .crossOff: .crossedOff
    case .return, .reopen: .reopened
    case .extend: .extended
    case .supervise, .release: .supervised
    case .report: .reported
    case .note: .noted
    case .edit: .edited
    case .met, .undo, .meeting, .import, .unknown: nil
    }
  }
}
