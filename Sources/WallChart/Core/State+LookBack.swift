import WallChartStore
import WallChartWords

// Look-back 回头看: closed tasks, drawn by chance, to be visited again. What a visit finds is
// recorded there: a note where all was in order, a reopening where it was not.
extension State {
  /// `L`: the day's sample; pressed there, the next one.
  mutating func showLookBack() {
    if onTop.place == .lookBack {
      let next = (lookBack?.sample.seed ?? 0) &+ 1
      lookBack = (LookBack(of: situation, seed: next), situation.day)
      onTop = .lookBack(selected: 0)
      return
    }
    lookBack = (LookBack(of: situation), situation.day)
    views.append(.lookBack(selected: 0))
  }

  /// The place in the plan of a task of the sample.
  func sampledTask(_ place: Int) -> Int? {
    guard let tasks = lookBack?.sample.tasks, tasks.indices.contains(place) else { return nil }
    return situation.index(of: tasks[place])
  }

  /// Draws for the day that is shown; and no node is selected while the list is.
  mutating func catchUpLookBack() {
    guard case .lookBack = onTop else {
      if node == nil { selectNearestNode() }
      return
    }
    node = nil
    if lookBack?.day != situation.day {
      lookBack = (LookBack(of: situation), situation.day)
      onTop = .lookBack(selected: 0)
    }
  }

  /// What came of the visit to a task.
  enum Visit: CaseIterable, Sendable {
    case open, inOrder, foundFalse, rebound
  }

  func visit(to task: String) -> Visit {
    switch situation.visits(of: task).last?.fact {
    case .note: .inOrder
    case .reopen(_, let isFalse): isFalse ? .foundFalse : .rebound
    default: .open
    }
  }

  /// Asks what a visit saw that found all in order.
  mutating func askVisit(_ key: Key) -> [Effect] {
    guard let index = selectedTask else { return noTask() }
    let task = situation.chart.tasks[index].id
    let stage = situation.status.tasks[index].record.stage
    guard stage == .crossedOff else { return refuse(.notAtStage(task: task, stage: stage)) }
    guard let unit = unitActing else {
      askUnit(of: setting.author.name, then: Prompt.Waiting(key: key, needsUnit: true))
      return []
    }
    guard unit != situation.chart.tasks[index].unit else {
      return refuse(.visitorIsResponsible(task: task, unit: unit))
    }
    said = nil
    open(Prompt(.visit(task: task), question: words(.promptVisit, ["task": task])))
    return []
  }
}
