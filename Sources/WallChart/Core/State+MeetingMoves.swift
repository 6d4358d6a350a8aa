import WallChartStore
import WallChartWords

// Through the roll-call: on and back, by battle or unit, to what was left out.
extension State {
  /// The items in the order they come up: by battle or by unit, and in each in that of the plan. Those
  /// whose tasks left the plan are left out.
  func walk(of meeting: Meeting) -> [Meeting.Item] {
    let chart = situation.chart
    let groups: [String: Int]
    switch meeting.order {
    case .battle: groups = places(chart.battles.map(\.id))
    case .unit: groups = places(chart.units.map(\.id))
    }
    let placed = meeting.items.compactMap { item -> (group: Int, task: Int, item: Meeting.Item)? in
      guard let task = situation.index(of: item.task) else { return nil }
      return (groups[group(of: task, by: meeting.order)] ?? .max, task, item)
    }
    return placed.sorted { ($0.group, $0.task) < ($1.group, $1.task) }.map(\.item)
  }

  private func places(_ ids: [String]) -> [String: Int] {
    Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func group(of task: Int, by order: Meeting.Order) -> String {
    let plan = situation.chart.tasks[task]
    return order == .battle ? plan.battle : plan.unit
  }

  /// The place of the task that is up, from 0; the number of items behind the last one.
  func place(in walk: [Meeting.Item]) -> Int {
    walk.firstIndex { $0.task == meeting?.task } ?? walk.count
  }

  /// The item that is up.
  var itemUp: Meeting.Item? {
    meeting.flatMap { meeting in meeting.items.first { $0.task == meeting.task } }
  }

  /// Goes on by so many tasks, or back; the one left behind by going on was discussed. Behind the last
  /// one is the end of the meeting.
  mutating func discuss(by steps: Int) -> [Effect] {
    guard let meeting else { return [.bell] }
    let walk = walk(of: meeting)
    let place = place(in: walk)
    let target = max(0, min(walk.count, place + steps))
    guard target != place else { return [.bell] }
    if steps > 0, let task = meeting.task { self.meeting?.discussed.insert(task) }
    bringUp(target, of: walk)
    return []
  }

  /// Brings up the first task of the next battle or unit, or of this or the previous one.
  mutating func discussGroup(by step: Int) -> [Effect] {
    guard let meeting else { return [.bell] }
    let walk = walk(of: meeting)
    let groups = walk.map { item in
      situation.index(of: item.task).map { group(of: $0, by: meeting.order) }
    }
    let starts = groups.indices.filter { $0 == 0 || groups[$0] != groups[$0 - 1] }
    let place = place(in: walk)
    guard
      let target = step > 0
        ? starts.first(where: { $0 > place }) : starts.last(where: { $0 < place })
    else { return [.bell] }
    bringUp(target, of: walk)
    return []
  }

  /// Brings up the first task that was not discussed; with none left, the end.
  mutating func discussLeftOut() -> [Effect] {
    guard let meeting else { return [.bell] }
    let walk = walk(of: meeting)
    let open = walk.firstIndex { !meeting.discussed.contains($0.task) }
    bringUp(open ?? walk.count, of: walk)
    return []
  }

  /// Brings up the first task, or the last.
  mutating func discuss(last: Bool) -> [Effect] {
    guard let meeting else { return [.bell] }
    let walk = walk(of: meeting)
    bringUp(last ? max(0, walk.count - 1) : 0, of: walk)
    return []
  }

  /// Brings up a task wherever it is asked for: what an undo changed must be seen.
  mutating func bringUp(_ task: String) {
    guard isInRollCall, let meeting, meeting.items.contains(where: { $0.task == task }) else {
      return
    }
    self.meeting?.task = task
  }

  private mutating func bringUp(_ place: Int, of walk: [Meeting.Item]) {
    lost = nil
    meeting?.task = walk.indices.contains(place) ? walk[place].task : nil
    catchUpMeeting()
  }

  /// By battle, or by unit; the task stays up.
  mutating func changeMeetingOrder() {
    guard let order = meeting?.order else { return }
    meeting?.order = order == .battle ? .unit : .battle
    said = Said(
      text: words(order == .battle ? .saidMeetingByUnit : .saidMeetingByBattle))
  }
}
