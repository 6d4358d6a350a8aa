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
    package var entries: [EntryID] = []
  }

  package let since: Since
  private var changes: [Kind: [Change]] = [:]
  /// How many nodes were met, by kind.
  private var nodeCounts: [Kind: Int] = [:]

  /// What is new of a kind, in the order of the plan.
  package subscript(kind: Kind) -> [Change] { changes[kind] ?? [] }

  /// How many of a kind: nodes where they are met, else tasks.
  package func count(_ kind: Kind) -> Int {
    kind.countsNodes ? nodeCounts[kind] ?? 0 : self[kind].count
  }

  /// Those of some tasks alone, by their places in the plan; what is about the whole chart is left out.
  package func filtered(_ isWanted: (Int) -> Bool) -> Changes {
    var some = self
    some.changes = changes.mapValues { $0.filter { $0.task.map(isWanted) ?? false } }
    for kind in Kind.allCases where kind.countsNodes {
      some.nodeCounts[kind] = some[kind].reduce(0) { $0 + $1.nodes.count }
    }
    return some
  }

  /// Compares the present with what was known then; in proportion to the chart and its ledger.
  package init(in situation: Situation, since: Since) {
    var look = Look(situation, since: since)
    look.findWrittenOf()
    let tasks = situation.chart.tasks
    let middle = tasks.laterHalf
    let later =
      middle < tasks.count
      ? Ahead { [look] in Changes(middle..<tasks.count, look, since: since) } : nil
    self.init(0..<middle, look, since: since)
    changes[.imported] = look.newLists.map { Change(task: nil, entries: [$0.id]) }
    if let later {
      changes.merge(later.value.changes, uniquingKeysWith: +)
      nodeCounts.merge(later.value.nodeCounts, uniquingKeysWith: +)
    }
  }

  /// Compares one task again, of which entries have come; nothing else has changed since.
  package mutating func renew(_ task: Int, in situation: Situation) {
    let fresh = Changes(task..<task + 1, Look(situation, since: since), since: since)
    for kind in Kind.allCases where kind != .imported {
      let place = place(of: task, in: kind)
      let (was, now) = (change(of: task, in: kind), fresh[kind])
      guard was != nil || !now.isEmpty else { continue }
      changes[kind, default: []].replaceSubrange(place..<place + (was == nil ? 0 : 1), with: now)
      guard kind.countsNodes else { continue }
      nodeCounts[kind, default: 0] += (now.first?.nodes.count ?? 0) - (was?.nodes.count ?? 0)
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

  /// What is new of tasks that follow on each other in the plan.
  private init(_ range: Range<Int>, _ look: Look, since: Since) {
    self.since = since
    // By place here and below: copying tasks and entries costs more than looking at them.
    for index in range {
      if look.isQuiet(index) { compareQuiet(index, look) } else { compare(index, look) }
    }
  }

  /// Time alone may have changed something of a task of which nobody wrote.
  private mutating func compareQuiet(_ index: Int, _ look: Look) {
    let situation = look.situation
    guard situation.status.isOnChart(index) else { return }
    let now = situation.status.standing(of: index)
    guard now == .red || now == .yellow else { return }
    let then: Standing
    if situation.status.isSame(index, on: since.day) {
      then = situation.status.grounds[index].standing(by: look.terms)
    } else {
      let entries = situation.ledger.entries(of: situation.chart.tasks[index].id)
      then = situation.chart.tasks.status(of: index, entries, by: look.terms).standing
    }
    noteStanding(index, now, then, isNew: false)
  }

  private mutating func compare(_ index: Int, _ look: Look) {
    let (situation, since) = (look.situation, since)
    let entries = situation.ledger.entries(of: situation.chart.tasks[index].id)
    let added = situation.chart.tasks[index].added
    let isNew = cameSince(added, situation.day, look.newLists, entries)
    guard situation.status.isOnChart(index) else {
      // What came and went since was not there then, and is not now.
      if situation.status.grounds[index].isWithdrawn(on: situation.day), !isNew,
        leftSince(situation.chart.tasks[index].withdrawn, look.newLists, entries)
      {
        add(.withdrawn, Change(task: index))
      }
      return
    }
    if isNew {
      add(.added, Change(task: index, entries: entries.filter(\.fact.isEdit).map(\.id)))
    }
    // What a list says of days before its task was on the chart is how it began.
    let began = isNew || look.isBeginning && added == nil
    let today = situation.day
    // In place, for an entry costs more to hand over than to look at.
    let isNewsAt = entries.withUnsafeBufferPointer { entries in
      entries.indices.map { place in
        entries[place].on <= today && since.isNews(entries[place])
          && (!began || entries[place].on > since.day)
      }
    }
    let known =
      isNewsAt.contains(true)
      ? entries.indices.filter { !isNewsAt[$0] }.map { entries[$0] } : entries
    let then = situation.chart.tasks.status(of: index, known, by: look.terms)
    noteStanding(index, situation.status.standing(of: index), then.standing, isNew: isNew)
    guard isNewsAt.contains(true) else { return }
    let record = situation.status.records[index]
    noteNodes(index, record, then.record)
    noteEntries(index, record, then.record, entries, isNewsAt, on: today)
    // That a new task was written into the plan needs no second line.
    if isNew, changes[.edited]?.last?.task == index { changes[.edited]?.removeLast() }
  }

  private mutating func add(_ kind: Kind, _ change: Change) {
    changes[kind, default: []].append(change)
    if kind.countsNodes { nodeCounts[kind, default: 0] += change.nodes.count }
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

  private mutating func noteStanding(
    _ index: Int, _ now: Standing, _ then: Standing, isNew: Bool
  ) {
    guard isNew || now != then else { return }
    if now == .red { add(.red, Change(task: index)) }
    // From red to yellow is no bad news.
    if now == .yellow, isNew || then != .red { add(.yellow, Change(task: index)) }
  }

  private mutating func noteNodes(_ index: Int, _ now: TaskRecord, _ then: TaskRecord) {
    for kind in [Kind.metLate, .met] {
      let places = now.nodes.indices.filter { place in
        now.nodes[place].met != nil && now.nodes[place].isMetLate == (kind == .metLate)
          && then.nodes[place].met == nil
      }
      guard !places.isEmpty else { continue }
      var marks: [EntryID] = []
      // A count may have met several.
      for case let mark? in places.map({ now.nodes[$0].met?.by }) where marks.last != mark {
        marks.append(mark)
      }
      add(kind, Change(task: index, nodes: places, entries: marks))
    }
  }

  private mutating func noteEntries(
    _ index: Int, _ now: TaskRecord, _ then: TaskRecord, _ all: [Entry], _ isNewsAt: [Bool],
    on today: Day
  ) {
    var found: [Kind: [EntryID]] = [:]
    var lost: Set<EntryID> = []
    // An undo is news only by what it takes back or brings back.
    for place in all.indices where all[place].on <= today && !all[place].fact.isUndo {
      let id = all[place].id
      let stands = !now.isTakenBack(id)
      let stood = !isNewsAt[place] && !then.isTakenBack(id)
      if stands, !stood, let kind = all[place].fact.newsKind { found[kind, default: []].append(id) }
      if stood, !stands { lost.insert(id) }
    }
    for (kind, entries) in found { add(kind, Change(task: index, entries: entries)) }
    let open = now.nodes.indices.filter { then.nodes[$0].met != nil && now.nodes[$0].met == nil }
    guard !lost.isEmpty || !open.isEmpty else { return }
    let roots = Roots(FoldOrder.sorted(all.filter { $0.on <= today }))
    let undos = all.indices.filter { place in
      isNewsAt[place] && all[place].fact.isUndo && lost.contains(roots[all[place]].entry.id)
    }
    add(.takenBack, Change(task: index, nodes: open, entries: undos.map { all[$0].id }))
  }
}

extension Changes.Kind {
  fileprivate var countsNodes: Bool { self == .met || self == .metLate }
}

extension Situation {
  /// The entries that something new comes from, in no particular order.
  package func entries(of change: Changes.Change) -> [Entry] {
    let all = change.task.map { ledger.entries(of: chart.tasks[$0].id) } ?? ledger.general
    return all.indices.filter { change.entries.contains(all[$0].id) }.map { all[$0] }
  }

  /// The newest of them.
  package func lastEntry(of change: Changes.Change) -> Entry? {
    entries(of: change).max { ($0.turn, $0.n, $0.id) < ($1.turn, $1.n, $1.id) }
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
