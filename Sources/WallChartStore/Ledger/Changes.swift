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
  package struct Change: Sendable, Equatable {
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
  package func count(_ kind: Kind) -> Int { Self.count(kind, in: self[kind]) }

  /// The same of some of them.
  package static func count(_ kind: Kind, in changes: [Change]) -> Int {
    guard kind == .met || kind == .metLate else { return changes.count }
    return changes.reduce(0) { $0 + max(1, $1.nodes.count) }
  }

  /// Compares the present with what was known then; in proportion to the chart and its ledger.
  package init(in situation: Situation, since: Since) {
    let look = Look(situation, since: since)
    let tasks = situation.chart.tasks
    let middle = tasks.laterHalf
    let later =
      middle < tasks.count ? Ahead { Changes(middle..<tasks.count, look, since: since) } : nil
    self.init(0..<middle, look, since: since)
    changes[.imported] = look.newLists.map { Change(task: nil, entries: [$0]) }
    if let later { changes.merge(later.value.changes, uniquingKeysWith: +) }
  }

  /// Compares one task again, of which entries have come; nothing else has changed since.
  package mutating func renew(_ task: Int, in situation: Situation) {
    let fresh = Changes(task..<task + 1, Look(situation, since: since), since: since)
    for kind in Kind.allCases where kind != .imported {
      let place = place(of: task, in: kind)
      let (was, now) = (change(of: task, in: kind) != nil, fresh[kind])
      if was || !now.isEmpty {
        changes[kind, default: []].replaceSubrange(place..<place + (was ? 1 : 0), with: now)
      }
    }
  }

  /// What is new of a kind of a task.
  package func change(of task: Int, in kind: Kind) -> Change? {
    let (place, changes) = (place(of: task, in: kind), self[kind])
    return place < changes.count && changes[place].task == task ? changes[place] : nil
  }

  /// Where a task stands in a kind, or would stand: each has one line at most there.
  private func place(of task: Int, in kind: Kind) -> Int {
    self[kind].partitioningIndex { $0.task ?? .max >= task }
  }

  /// What is looked at for every task.
  private struct Look: Sendable {
    let situation: Situation
    let newLists: [Entry]
    let isBeginning: Bool
    let terms: Terms

    init(_ situation: Situation, since: Since) {
      self.situation = situation
      let lists = situation.ledger.imports.filter { $0.on <= situation.day }
      newLists = lists.filter(since.isNews)
      // Tasks that came with the first list are the beginning of the chart, not news of it.
      isBeginning = lists.first.map(since.isNews) ?? false
      terms = Terms(situation.chart.rules, listed: nil, on: since.day)
    }
  }

  /// What is new of tasks that follow on each other in the plan.
  private init(_ range: Range<Int>, _ look: Look, since: Since) {
    self.since = since
    let situation = look.situation
    let (tasks, statuses) = (situation.chart.tasks, situation.status.tasks)
    // By place here and below: copying tasks and entries costs more than looking at them.
    for index in range {
      let (added, entries) = (tasks[index].added, situation.ledger.entries(of: tasks[index].id))
      let isNew = cameSince(added, situation.day, look.newLists, entries)
      guard statuses[index].isOnChart else {
        // What came and went since was not there then, and is not now.
        if statuses[index].isWithdrawn, !isNew,
          leftSince(tasks[index].withdrawn, look.newLists, entries)
        {
          add(.withdrawn, Change(task: index))
        }
        continue
      }
      if isNew { add(.added, Change(task: index, entries: entries.filter(\.fact.isEdit))) }
      // What a list says of days before its task was on the chart is how it began.
      let began = isNew || look.isBeginning && added == nil
      compare(index, entries, isNew: isNew, look) { entry in
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
    _ index: Int, _ all: [Entry], isNew: Bool, _ look: Look, isNews: (Entry) -> Bool
  ) {
    let situation = look.situation
    let standing = situation.status.standing(of: index)
    let today = situation.day
    // In place here and below, for an entry costs more to hand over than to look at.
    func counts(_ place: Int, in all: UnsafeBufferPointer<Entry>) -> Bool {
      all[place].on <= today && isNews(all[place])
    }
    let hasNews = all.withUnsafeBufferPointer { all in
      all.indices.contains { counts($0, in: all) }
    }
    guard hasNews else {
      // Of most tasks nothing is new, and nothing late or late in another way than it was.
      guard standing == .red || standing == .yellow else { return }
      let then = isNew ? standing : self.standing(index, all, look)
      return noteStanding(index, standing, then, isNew: isNew)
    }
    let isNewsAt = all.withUnsafeBufferPointer { all in all.indices.map { counts($0, in: all) }
    }
    let known = all.indices.filter { !isNewsAt[$0] }.map { all[$0] }
    let then = situation.chart.tasks.status(of: index, known, by: look.terms)
    let now = situation.status.tasks[index]
    noteStanding(index, standing, then.standing, isNew: isNew)
    noteNodes(index, now, then, all)
    noteEntries(index, now, then, all, isNewsAt, on: today)
    // That a new task was written into the plan needs no second line.
    if isNew, changes[.edited]?.last?.task == index { changes[.edited]?.removeLast() }
  }

  /// Where a task stood of which nothing is new.
  private func standing(_ index: Int, _ entries: [Entry], _ look: Look) -> Standing {
    let (tasks, status) = (look.situation.chart.tasks, look.situation.status)
    guard status.isSame(index, on: since.day) else {
      return tasks.status(of: index, entries, by: look.terms).standing
    }
    return status.grounds[index].standing(by: look.terms)
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
      let ids = places.map { now.record.nodes[$0].met?.by }
      let marks = entries.indices.filter { ids.contains(entries[$0].id) }.map { entries[$0] }
      add(kind, Change(task: index, nodes: places, entries: marks))
    }
  }

  private mutating func noteEntries(
    _ index: Int, _ now: TaskStatus, _ then: TaskStatus, _ all: [Entry], _ isNewsAt: [Bool],
    on today: Day
  ) {
    var found: [Kind: [Entry]] = [:]
    var lost: Set<EntryID> = []
    // An undo is news only by what it takes back or brings back.
    for place in all.indices where all[place].on <= today && !all[place].fact.isUndo {
      let id = all[place].id
      let stands = !now.record.isTakenBack(id)
      let stood = !isNewsAt[place] && !then.record.isTakenBack(id)
      if stands, !stood, let kind = all[place].fact.newsKind {
        found[kind, default: []].append(all[place])
      }
      if stood, !stands { lost.insert(id) }
    }
    for (kind, entries) in found { add(kind, Change(task: index, entries: entries)) }
    let open = now.nodes.indices.filter {
      then.nodes[$0].state.isMet && !now.nodes[$0].state.isMet
    }
    guard !lost.isEmpty || !open.isEmpty else { return }
    let roots = Roots(FoldOrder.sorted(all.filter { $0.on <= today }))
    let undos = all.indices.filter { isNewsAt[$0] && all[$0].fact.isUndo }.map { all[$0] }
    add(
      .takenBack,
      Change(
        task: index, nodes: open, entries: undos.filter { lost.contains(roots[$0].entry.id) }))
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
