import WallChartStore
import WallChartWords

/// A step of the selection or of what is read; each view takes it in its own way.
enum Motion: Equatable, Sendable {
  case rows(Int)
  case nodes(Int)
  /// A share of the page.
  case page(Double)
  case first, last
}

extension State {
  mutating func move(_ motion: Motion) {
    switch onTop {
    case .chart, .task: moveSelection(motion)
    case .ranking(let selected):
      let end = ranking.count - 1
      onTop = .ranking(selected: target(motion, from: selected, end: max(0, end)))
    case .since(let selected):
      let end = max(0, (news?.count ?? 0) - 1)
      onTop = .since(selected: target(motion, from: selected, end: end))
    case .lookBack(let selected):
      let end = max(0, (lookBack?.sample.tasks.count ?? 0) - 1)
      // A page holds few of them.
      let motion =
        if case .page(let share) = motion { Motion.rows(share > 0 ? 3 : -3) } else { motion }
      onTop = .lookBack(selected: target(motion, from: selected, end: end))
    case .help(let scroll): onTop = .help(scroll: target(motion, from: scroll, end: helpScrollEnd))
    case .meeting: moveAtMeeting(motion)
    // The projector has its own keys and turns pages.
    case .projector: break
    }
  }

  /// Where a motion leads in a plain list.
  private func target(_ motion: Motion, from place: Int, end: Int) -> Int {
    let step =
      switch motion {
      case .rows(let steps), .nodes(let steps): steps
      case .page(let share): Int(Double(max(1, size.rows - 4)) * share)
      case .first: -end
      case .last: end
      }
    return max(0, min(end, place + step))
  }

  private mutating func moveSelection(_ motion: Motion) {
    switch motion {
    case .rows(let steps): moveRows(by: steps)
    case .nodes(let steps): moveNodes(by: steps)
    case .first: moveToEnd(isLast: false)
    case .last: moveToEnd(isLast: true)
    case .page(let share):
      if case .task(let scroll) = onTop {
        let step = Int(Double(taskBodyRows) * share)
        onTop = .task(scroll: max(0, min(taskScrollEnd, scroll + step)))
        return
      }
      page(by: share)
    }
    scrollToSelection()
    if case .task = onTop { scrollToNode() }
  }

  /// Moves the selection by rows, keeping to the wanted day.
  private mutating func moveRows(by steps: Int) {
    let step = steps < 0 ? -1 : 1
    var left = abs(steps)
    var next = row
    while left > 0 {
      next += step
      guard rows.indices.contains(next) else { break }
      guard isWalked(next) else { continue }
      row = next
      left -= 1
    }
    // At the very top the head of the first group comes into view too.
    if step < 0, row <= 1 { topRow = 0 }
    selectNearestNode()
  }

  /// Whether up and down stop at a row; in a task's view only at tasks.
  private func isWalked(_ row: Int) -> Bool {
    isSelectable(row) && (onTop == .chart || !rows[row].isGroup)
  }

  private mutating func moveToEnd(isLast: Bool) {
    row = (isLast ? rows.indices.last(where: isWalked) : rows.indices.first(where: isWalked)) ?? row
    if !isLast, row <= 1 { topRow = 0 }
    selectNearestNode()
  }

  /// Moves by a share of the page, and the view with it.
  private mutating func page(by share: Double) {
    let rowsToMove = Int(Double(layout.bodyRows) * share)
    topRow = max(0, min(topRow + rowsToMove, rows.count - layout.bodyRows))
    let target = max(0, min(row + rowsToMove, rows.count - 1))
    guard rows.indices.contains(target) else { return }
    row = target
    // Never on the head of a group that is open: on to the task behind it, or the one before it.
    if !isSelectable(row) {
      let step = rowsToMove > 0 || row == 0 ? 1 : -1
      row = [row + step, row - step].first { isSelectable($0) } ?? row
    }
    selectNearestNode()
  }

  /// At the meeting only the nodes of the task that is up are walked.
  private mutating func moveAtMeeting(_ motion: Motion) {
    if case .nodes(let steps) = motion { moveNodes(by: steps) }
  }

  /// Steps through the nodes of the selected task.
  private mutating func moveNodes(by steps: Int) {
    guard let task = selectedTask, let current = node else { return }
    let end = situation.status.tasks[task].nodes.count - 1
    select(place: max(0, min(current + steps, end)))
  }

  /// Moves to the first task of the next group, or back to that of this or the previous one.
  mutating func moveGroups(by step: Int) {
    let heads = rows.heads.filter { isSelectable($0) || isSelectable($0 + 1) }
    func first(behind head: Int) -> Int { isSelectable(head) ? head : head + 1 }
    let head =
      step > 0
      ? heads.first { first(behind: $0) > row } : heads.last { first(behind: $0) < row }
    guard let head else { return }
    row = first(behind: head)
    topRow = max(0, min(head, rows.count - layout.bodyRows))
    selectNearestNode()
    scrollToSelection()
  }

  /// Moves to the next node that is overdue or due soon, in the order of the chart; past the end
  /// it goes on from the other side and says so.
  mutating func moveToAttention(by step: Int) {
    guard !rows.isEmpty, !moveToTurned(by: step) else { return }
    var position = row
    var place = node ?? (step > 0 ? -1 : Int.max)
    for turn in 0...rows.count {
      if case .task(let task) = rows[position],
        let found = attention(in: task, from: place, by: step)
      {
        if turn > 0 && (step > 0 ? position <= row : position >= row) {
          said = Said(text: words(step > 0 ? .saidWrapped : .saidWrappedBack) + leftOut)
        }
        row = position
        select(place: found)
        scrollToSelection()
        if case .task = onTop { scrollToNode() }
        return
      }
      position = (position + step + rows.count) % rows.count
      place = step > 0 ? -1 : Int.max
    }
    said = Said(text: words(.saidNothingElse) + leftOut)
  }

  /// While another day is looked at, to the next task that stands otherwise there and is marked so;
  /// says which of how many it is. False when there is none.
  private mutating func moveToTurned(by step: Int) -> Bool {
    guard let contrast else { return false }
    if kept.turned?.revision != revision {
      let marked = contrast.isMarked.indices.filter { contrast.isMarked[$0] }
      kept.turned = (revision, marked.compactMap { rows.row(of: $0) }.sorted())
    }
    let turned = kept.turned?.value ?? []
    guard !turned.isEmpty else { return false }
    let next =
      step > 0
      ? turned.partitioningIndex { $0 > row } : turned.partitioningIndex { $0 >= row } - 1
    let place = (next + turned.count) % turned.count
    row = turned[place]
    selectNearestNode()
    if let task = selectedTask, let found = attention(in: task, from: -1, by: 1) { node = found }
    scrollToSelection()
    if case .task = onTop { scrollToNode() }
    let count = words(.saidTurned, ["n": "\(place + 1)", "total": "\(turned.count)"])
    said = Said(text: count + leftOut)
    return true
  }

  /// The first overdue node of a task that is not closed.
  func firstOverdue(in task: Int) -> Int? {
    let status = situation.status.tasks[task]
    guard !status.record.stage.isClosed else { return nil }
    return status.nodes.firstIndex { $0.state == .overdue }
  }

  /// What was not walked, where that is not all of the chart.
  private var leftOut: String {
    let isPart = [
      (!showing.isWhole, Word.saidWithoutHidden), (!showing.folded.isEmpty, .saidWithoutFolded),
    ]
    return isPart.filter(\.0).map { words($0.1) }.joined()
  }

  private func attention(in task: Int, from place: Int, by step: Int) -> Int? {
    let tasks = situation.status.tasks
    guard !tasks[task].record.stage.isClosed else { return nil }
    let nodes = tasks[task].nodes
    func asks(_ place: Int) -> Bool {
      nodes[place].state == .overdue || nodes[place].state == .dueSoon
    }
    // A task red by its limit alone is shown at its last node.
    if tasks[task].standing == .red, let last = nodes.indices.last,
      !nodes.indices.contains(where: asks)
    {
      return (step > 0 ? last > place : last < place) ? last : nil
    }
    return step > 0
      ? nodes.indices.first { $0 > place && asks($0) }
      : nodes.indices.last { $0 < place && asks($0) }
  }

  // MARK: Looking at other days

  /// Looks at a day so many days on; back on the chart's own day, writing is possible again.
  mutating func look(by days: Int) {
    if case .since = onTop { return moveSince(by: days) }
    lens = situation.day + days
    if lens == writingDay { lens = nil }
    showDay()
    scrollToSelection()
    // Where the selected task has no row on that day, that is said.
    said = lens == nil ? Said(text: words(.saidBackToday)) : lost == nil ? nil : said
  }

  /// Back to the day that entries are written for.
  mutating func lookNoMore() {
    if case .since = onTop { return sinceLastMeeting() }
    guard lens != nil else { return }
    lens = nil
    showDay()
    said = Said(text: words(.saidBackToday))
  }
}
