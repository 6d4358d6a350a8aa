import WallChartStore

/// A selection that is not shown: to come back to once it is, as long as the user has not moved.
struct HiddenSelection: Sendable {
  /// What is selected, by ids: rows and places change with what is shown.
  struct Spot: Equatable, Sendable {
    var task: String?
    var node: String?
    /// The head of a folded group.
    var group: Group?
  }

  var spot: Spot
  /// Its task; of a head, the first one below it.
  var task: String?
  /// What moving up and down kept to there.
  var wantedDay: Day
  var wantedPlace: Int
  /// What is selected in its stead.
  var instead: Spot?
}

// The cursor keeps its place when what is shown changes under it.
extension State {
  private var spot: HiddenSelection.Spot {
    let task = selectedTask.map { situation.chart.tasks[$0] }
    return HiddenSelection.Spot(
      task: task?.id, node: node.flatMap { place in task?.nodes[place].id },
      group: headGroup)
  }

  /// The group whose head the cursor is on.
  var headGroup: Group? {
    guard rows.indices.contains(row), case .group(let group) = rows[row] else { return nil }
    return group
  }

  /// Changes what is shown, keeping the selection on its task and node; while they are hidden, on
  /// what is nearest.
  mutating func rearrange(_ change: (inout State) -> Void) {
    keepSelection { state in
      change(&state)
      state.arrange()
    }
  }

  /// The same where nothing but the rows changes.
  mutating func keepSelection(_ change: (inout State) -> Void) {
    let wanted = wantedSelection
    change(&self)
    select(wanted)
  }

  /// The selection, or the one that it stands in for.
  private var wantedSelection: HiddenSelection {
    let spot = spot
    if let hidden, hidden.instead == spot { return hidden }
    let first = headGroup == nil ? nil : rows.sections[rows.section(of: row)].tasks.first
    return HiddenSelection(
      spot: spot, task: spot.task ?? first.map { situation.chart.tasks[$0].id },
      wantedDay: wantedDay, wantedPlace: wantedPlace)
  }

  private mutating func select(_ wanted: HiddenSelection) {
    hidden = nil
    (wantedDay, wantedPlace) = (wanted.wantedDay, wanted.wantedPlace)
    if let head = wanted.spot.group.flatMap({ rows.head(of: $0) }), isSelectable(head) {
      row = head
      selectNearestNode()
      scrollToSelection()
      return
    }
    let task = wanted.task.flatMap { situation.index(of: $0) }
    if let task, !hasRow(task), let near = rowInstead(of: task, wanted) ?? rowNearest(to: task) {
      // The column where the cursor was, even where that is not the one it keeps to.
      let plan = situation.chart.tasks[task]
      if let place = plan.nodes.firstIndex(where: { $0.id == wanted.spot.node }) {
        wantedDay = situation.status.tasks[task].nodes[place].due
        wantedPlace = place
      }
      row = near
      selectNearestNode()
      scrollToSelection()
      var left = wanted
      left.instead = spot
      hidden = left
    } else {
      select(task: wanted.task, node: wanted.spot.node)
      (wantedDay, wantedPlace) = (wanted.wantedDay, wanted.wantedPlace)
    }
  }

  /// The row of what stands in for a task already: it stays, as long as it is shown and the task is
  /// not, folded away, below a head.
  private func rowInstead(of task: Int, _ wanted: HiddenSelection) -> Int? {
    guard !isShown[task], let instead = wanted.instead?.task else { return nil }
    return situation.index(of: instead).flatMap { rows.row(of: $0) }
  }

  /// The row of the next task shown behind one that is not, else of the last one before it, in the
  /// order of the chart; of a folded group, its head.
  private func rowNearest(to task: Int) -> Int? {
    if isShown[task] { return rows.rowOrHead(of: task) }
    guard situation.status.tasks[task].isOnChart else { return nil }
    let sections = rows.sections.filter { !$0.tasks.isEmpty }
    guard showing.order != .limit else {
      let all = sections.first?.tasks ?? []
      let grounds = situation.status.grounds
      let wanted = (grounds[task].order, task)
      let next = all.first { (grounds[$0].order, $0) > wanted }
      return (next ?? all.last).flatMap { rows.row(of: $0) }
    }
    guard let rank = showing.rank(of: task, in: situation) else { return nil }
    // Those of its own group stand in the order of the plan, as it does.
    let own = sections.first { $0.rank == rank }?.tasks ?? []
    let place = own.place(of: task)
    let next = own[place...].first ?? sections.first { $0.rank > rank }?.tasks.first
    let last = own[..<place].last ?? sections.last { $0.rank < rank }?.tasks.last
    return (next ?? last).flatMap { rows.rowOrHead(of: $0) }
  }
}
