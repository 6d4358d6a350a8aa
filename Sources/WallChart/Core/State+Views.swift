import WallChartStore
import WallChartWords

// The views beside the chart, and the ways between them.
extension State {
  /// Enter: opens the selected task, unfolds a folded group, shows the tasks of a ranked unit.
  mutating func open() -> [Effect] {
    if case .ranking(let selected) = onTop {
      guard ranking.indices.contains(selected) else { return [.bell] }
      let unit = situation.chart.units[ranking[selected].unit].id
      views.removeLast()
      rankingLeft = RankingLeft(selected: selected, unit: unit, showing: showing)
      showing.onlyBattle = nil
      show(filter: Filter(.unit(unit)))
      return []
    }
    if case .since(let selected) = onTop { return openNews(selected) }
    if case .lookBack(let selected) = onTop {
      guard let task = sampledTask(selected) else { return [.bell] }
      open(task: task, node: nil)
      return []
    }
    if selectedGroup != nil { return toggleFold() }
    guard selectedTask != nil else { return [.bell] }
    views.append(.task(scroll: 0))
    scrollToNode()
    return []
  }

  /// Details of the selected task below the chart, or no longer.
  mutating func toggleDetails() {
    showsDetails.toggle()
    scrollToSelection()
  }

  mutating func showRanking() {
    views.append(.ranking(selected: 0))
  }

  /// What the ranking was left for, and what the chart showed before.
  struct RankingLeft: Sendable {
    var selected: Int
    var unit: String
    var showing: Showing
  }

  /// The ranking that Esc leads back to, as long as the chart still is narrowed to the unit that was
  /// chosen there.
  var rankingBehind: RankingLeft? {
    rankingLeft.flatMap { showing.filter.conditions.contains(.unit($0.unit)) ? $0 : nil }
  }

  /// Back to the ranking, where it was left for what is shown.
  mutating func backToRanking() -> Bool {
    guard let left = rankingBehind else { return false }
    rankingLeft = nil
    rearrange { $0.showing = left.showing }
    views.append(.ranking(selected: left.selected))
    return true
  }

  /// The key list, or back from it.
  mutating func showHelp() {
    if onTop.place == .help { goBack() } else { views.append(.help(scroll: 0)) }
  }

  // MARK: The ranking of units

  /// A unit with what its tasks come to.
  struct RankedUnit: Equatable, Sendable {
    /// Its place in the plan.
    var unit: Int
    /// Units that are alike share a rank; joint ones have none.
    var rank: Int?
    var tally: Tally
  }

  var ranking: [RankedUnit] { situation.ranking }

  // MARK: Scrolling

  /// Rows that the key list has on this screen, and as many columns of it as fit.
  var helpPage: (rows: Int, columns: Int) { (max(1, size.rows - 2), size.columns >= 140 ? 2 : 1) }

  /// How far the key list can be scrolled.
  var helpScrollEnd: Int { max(0, helpLines.count - helpPage.rows * helpPage.columns) }

  /// Rows of a task's view between its head and its foot.
  var taskBodyRows: Int { max(1, size.rows - Layout.taskHeadRows - Layout.footRows) }

  /// Scrolls a task's view to its selected node.
  mutating func scrollToNode() {
    guard case .task(var scroll) = onTop else { return }
    let panels = taskPanels
    let lines = panels.first?.lines ?? []
    let line = lines.firstIndex { $0.node != nil && $0.node == node }
    if let line {
      // A line more, so that what follows is seen.
      if line < scroll { scroll = max(0, line - 1) }
      if line >= scroll + taskBodyRows { scroll = line - taskBodyRows + 2 }
    }
    onTop = .task(scroll: max(0, min(scroll, scrollEnd(of: panels))))
  }
}

extension Situation {
  /// Units with tasks: by red tasks, then by days late; joint ones at the end.
  var ranking: [State.RankedUnit] {
    let units = chart.units
    var ranked = units.indices.compactMap { index -> State.RankedUnit? in
      guard let tally = status.units[units[index].id], tally.tasks > 0 else { return nil }
      return State.RankedUnit(unit: index, rank: nil, tally: tally)
    }
    func order(_ unit: State.RankedUnit) -> (Int, Int, Int, Int) {
      let isJoint = units[unit.unit].kind == .joint
      return (isJoint ? 1 : 0, -unit.tally[.red], -unit.tally.daysLate, unit.unit)
    }
    ranked.sort { order($0) < order($1) }
    for place in ranked.indices where units[ranked[place].unit].kind != .joint {
      let isLikeTheOneBefore =
        place > 0 && ranked[place - 1].tally[.red] == ranked[place].tally[.red]
        && ranked[place - 1].tally.daysLate == ranked[place].tally.daysLate
      ranked[place].rank = isLikeTheOneBefore ? ranked[place - 1].rank : place + 1
    }
    return ranked
  }
}
