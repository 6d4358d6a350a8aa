import WallChartStore
import WallChartWords

// Several tasks chosen together: V, a motion, and then Space for all of them as one step.
extension State {
  /// What Space does with a chosen task.
  enum Share: Hashable, Sendable {
    /// Marks its node.
    case mark
    /// Takes back the mark of its node, when there is nothing to mark.
    case takeBack
    /// Passes over it.
    case none(Obstacle)
  }

  /// Why a chosen task is passed over; what a person can do something about comes first.
  enum Obstacle: CaseIterable, Sendable {
    case needsCount, disputed, needsReason, closed, noNode, met
  }

  /// V: chooses from the selected task on; a second time, no more.
  mutating func toggleChoosing() -> [Effect] {
    guard !isChoosing else {
      chosenFrom = nil
      return []
    }
    guard let task = selectedTask else { return noTask() }
    chosenFrom = situation.chart.tasks[task].id
    // Up and down keep to the column of the node that is selected now.
    if let node { select(place: node) }
    return []
  }

  var isChoosing: Bool { chosenFrom != nil }

  /// The rows from that where V was pressed to the selected one.
  var chosenRows: ClosedRange<Int>? {
    guard let task = chosenFrom.flatMap({ situation.index(of: $0) }),
      let start = rows.row(of: task)
    else { return nil }
    return min(start, row)...max(start, row)
  }

  /// The chosen tasks, by place in the plan; what is folded away is not among them.
  var chosenTasks: [Int] {
    guard let chosenRows else { return [] }
    return rows[chosenRows].compactMap { if case .task(let task) = $0 { task } else { nil } }
  }

  /// The node of a chosen task that Space is about: in the column that up and down keep to. Of
  /// several there the first one to be marked, in the selected row the selected one.
  func chosenNode(of task: Int) -> Int? {
    let nodes = situation.status.tasks[task].nodes
    let wanted: Int =
      switch axis {
      case .calendar(let zoom): zoom.number(of: wantedDay) - columns.lowerBound
      case .nodes: wantedPlace
      }
    let places = nodes.indices.filter { column(of: $0, in: nodes) == wanted }
    if task == selectedTask, let node, places.contains(node) { return node }
    let plan = situation.chart.tasks[task].nodes
    let open = places.filter { !nodes[$0].state.isMet }
    return open.first { plan[$0].quota == nil } ?? open.first ?? places.last
  }

  /// What Space does with each chosen task.
  private var shares: [(task: Int, node: Int?, share: Share)] {
    let all = chosenTasks.map { task in
      let node = chosenNode(of: task)
      return (task: task, node: node, share: share(of: task, node))
    }
    guard all.contains(where: { $0.share == .mark }) else { return all }
    // Where something is to be marked, nothing is taken back.
    return all.map { chosen in
      switch chosen.share {
      case .takeBack, .none(.needsReason): (chosen.task, chosen.node, .none(.met))
      case .mark, .none: chosen
      }
    }
  }

  private func share(of task: Int, _ place: Int?) -> Share {
    let status = situation.status.tasks[task]
    guard !status.record.stage.isClosed else { return .none(.closed) }
    guard let place else { return .none(.noNode) }
    guard !status.nodes[place].isDisputed else { return .none(.disputed) }
    let plan = situation.chart.tasks[task]
    guard status.nodes[place].state.isMet else {
      return plan.nodes[place].quota == nil ? .mark : .none(.needsCount)
    }
    // Taking back a report may change other nodes too: one at a time.
    guard plan.nodes[place].quota == nil else { return .none(.met) }
    return situation.needsReason(
      toUndo: status.record.metBy[place], of: plan.id, by: ownWriters)
      ? .none(.needsReason) : .takeBack
  }

  /// Space: marks the nodes of the chosen tasks; when all are met, takes the own marks of today
  /// back. One step, of which the rest is told.
  mutating func markChosen(_ stamp: Stamp) -> [Effect] {
    let shares = shares
    let skipped = skippedSentence(shares)
    do throws(Refusal) {
      var entries: [Entry] = []
      for (task, place, share) in shares {
        guard let place else { continue }
        let plan = situation.chart.tasks[task]
        let (node, stamp) = (plan.nodes[place].id, stamp.further(entries.count))
        switch share {
        case .mark:
          entries.append(
            try situation.mark(plan.id, node: node, by: setting.author, stamp))
        case .takeBack:
          entries.append(
            try situation.unmark(plan.id, node: node, by: setting.author, stamp))
        case .none: break
        }
      }
      guard !entries.isEmpty else {
        said = Said(text: words(.saidChosenNothing), above: skipped)
        return [.bell]
      }
      chosenFrom = nil
      let (row, node) = (row, node)
      let effects = send(entries)
      // The cursor stays where the choice ended, whatever was changed.
      (self.row, self.node) = (row, node)
      scrollToSelection()
      said = Said(text: sentence(forStep: entries), above: skipped)
      return effects
    } catch {
      return refuse(error)
    }
  }

  // MARK: In words

  /// `7 tasks, 6 nodes selected`, and with how many of them Space does what.
  func choiceSentence(width: Int) -> String {
    let shares = shares
    let marks = shares.count { $0.share == .mark }
    let takenBack = shares.count { $0.share == .takeBack }
    let word: Word =
      marks > 0 ? .saidChosen : takenBack > 0 ? .saidChosenMet : .saidChosenDone
    return fitted(width: width) { _ in
      words.forms(
        word,
        [
          "tasks": "\(shares.count)", "n": "\(shares.count { $0.node != nil })",
          "marks": "\(max(marks, takenBack))",
        ])
    }
  }

  /// `2 skipped: BS-04 asks for a count, BS-07 has no node there.`
  private func skippedSentence(_ shares: [(task: Int, node: Int?, share: Share)]) -> String? {
    let parts = Obstacle.allCases.compactMap { obstacle -> String? in
      let tasks = shares.filter { $0.share == .none(obstacle) }
        .map { situation.chart.tasks[$0.task].id }
      guard !tasks.isEmpty else { return nil }
      return words(word(for: obstacle), ["tasks": list(tasks), "n": "\(tasks.count)"])
    }
    guard !parts.isEmpty else { return nil }
    let count = shares.count { if case .none = $0.share { true } else { false } }
    return words(
      .saidSkipped, ["n": "\(count)", "what": parts.joined(separator: words(.comma))])
  }

  private func word(for obstacle: Obstacle) -> Word {
    switch obstacle {
    case .needsCount: .skippedNeedsCount
    case .disputed: .skippedDisputed
    case .needsReason: .skippedNeedsReason
    case .closed: .skippedClosed
    case .noNode: .skippedNoNode
    case .met: .skippedMet
    }
  }

  /// Ids as far as a line has room for them.
  private func list(_ ids: [String]) -> String {
    let first = ids.prefix(3).joined(separator: words(.listComma))
    return ids.count <= 3 ? first : words(.idsAndMore, ["ids": first, "n": "\(ids.count - 3)"])
  }
}
