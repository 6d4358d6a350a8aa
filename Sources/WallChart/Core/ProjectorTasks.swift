import WallChartStore

/// What the projector's pages are about: picked out of all tasks once; afterwards those tasks are looked at
/// again of which something was entered.
struct ProjectorTasks: Sendable {
  /// All that it depends on, beside the entries of single tasks.
  struct Look: Equatable, Sendable {
    var revision: Int
    var onlyBattle: String?
  }

  /// The only battle, by its place; nil where all are shown.
  private let only: Int?
  /// By the places of tasks, as they are counted in all that follows; nil of those that are not.
  private var late: [LateTask?] = []
  /// Who holds the battles up.
  private(set) var units: UnitsBehind
  /// The red tasks shown, and the red and the yellow ones of each battle, by its place.
  private(set) var red = LateOrder()
  private var battles: [(red: LateOrder, yellow: LateOrder)]
  /// The unmet nodes due today and on each of the days after it, in the order of the plan.
  private var coming: [[Projector.Line]]

  init(in situation: Situation, only battle: String?) {
    let (status, chart) = (situation.status, situation.chart)
    // One more, as in the grounds, for a battle that the plan does not have.
    let places = 0...chart.battles.count
    only = battle.map { id in chart.battles.firstIndex { $0.id == id } ?? places.upperBound }
    units = UnitsBehind(battles: places.count)
    battles = places.map { _ in (LateOrder(), LateOrder()) }
    coming = Array(repeating: [], count: Projector.month.upperBound + 1)
    late.reserveCapacity(status.grounds.count)
    for index in status.grounds.indices {
      late.append(status.late(index))
      if let task = late[index] {
        count(index, task, of: status.grounds[index]) { $0.append($1) }
      }
      addComing(index, in: status) { $0.append($1) }
    }
    red.sort()
    for place in battles.indices {
      battles[place].red.sort()
      battles[place].yellow.sort()
    }
  }

  /// Looks at one task again.
  mutating func renew(_ index: Int, in situation: Situation) {
    let status = situation.status
    if let task = late[index] {
      count(index, task, of: status.grounds[index], sign: -1) { $0.remove($1) }
    }
    late[index] = status.late(index)
    if let task = late[index] {
      count(index, task, of: status.grounds[index]) { $0.insert($1) }
    }
    for day in coming.indices {
      let first = Self.place(of: index, in: coming[day])
      coming[day].removeSubrange(first..<Self.place(of: index + 1, in: coming[day]))
    }
    addComing(index, in: status) { lines, line in
      lines.insert(line, at: Self.place(of: index + 1, in: lines))
    }
  }

  private mutating func count(
    _ index: Int, _ task: LateTask, of grounds: Grounds, sign: Int = 1,
    _ put: (inout LateOrder, LateOrder.Key) -> Void
  ) {
    units.count(task, of: grounds, sign: sign)
    let (battle, key) = (Int(grounds.battle), LateOrder.Key(index, task))
    switch task.standing {
    case .red:
      put(&battles[battle].red, key)
      if only == nil || only == battle { put(&red, key) }
    case .yellow: put(&battles[battle].yellow, key)
    default: break
    }
  }

  private mutating func addComing(
    _ index: Int, in status: ChartStatus, _ put: (inout [Projector.Line], Projector.Line) -> Void
  ) {
    let (day, last) = (status.day, coming.count - 1)
    guard status.grounds[index].firstOpenNode <= day + last, status.isOnChart(index),
      only == nil || only == Int(status.grounds[index].battle)
    else { return }
    let nodes = status.records[index].nodes
    for place in nodes.indices where nodes[place].met == nil {
      let left = nodes[place].due - day
      guard left >= 0, left <= last else { continue }
      put(&coming[left], Projector.Line(task: index, cause: .node(place), days: left))
    }
  }

  /// Where the lines of a task begin among those of a day, or would.
  private static func place(of task: Int, in lines: [Projector.Line]) -> Int {
    lines.partitioningIndex { $0.task >= task }
  }

  // MARK: What there is

  /// How many tasks of a battle are red or yellow.
  func behindCount(ofBattle place: Int) -> Int {
    battles[place].red.count + battles[place].yellow.count
  }

  /// Some of those, the red ones first.
  func behind(ofBattle place: Int, _ range: Range<Int>) -> [Int] {
    let (red, yellow) = battles[place]
    return range.map { $0 < red.count ? red[$0] : yellow[$0 - red.count] }
  }

  /// How many nodes are due on these days, counted from today.
  func comingCount(_ days: ClosedRange<Int>) -> Int { coming[days].reduce(0) { $0 + $1.count } }

  /// Some of their lines, by day.
  func coming(_ days: ClosedRange<Int>, _ range: Range<Int>) -> [Projector.Line] {
    var (lines, first) = ([Projector.Line](), 0)
    for day in days {
      let part = range.clamped(to: first..<first + coming[day].count)
      lines += coming[day][part.lowerBound - first..<part.upperBound - first]
      first += coming[day].count
    }
    return lines
  }
}

/// What a task comes to that is late, red or yellow.
struct LateTask: Sendable {
  let standing: Standing
  private let days: Int32
  var daysLate: Int { Int(days) }

  fileprivate init(_ standing: Standing, daysLate: Int) {
    (self.standing, days) = (standing, Int32(clamping: daysLate))
  }
}

extension ChartStatus {
  /// Nil of a task that is none of it, or not on the chart.
  fileprivate func late(_ task: Int) -> LateTask? {
    let (standing, daysLate) = (standing(of: task), grounds[task].daysLate(on: day))
    guard isOnChart(task), daysLate > 0 || standing == .red || standing == .yellow else {
      return nil
    }
    return LateTask(standing, daysLate: daysLate)
  }
}

/// Tasks by their places in the plan, the longest overdue first; of those overdue as long, none before the
/// other.
struct LateOrder: Sendable {
  /// Days and place in one number, for half of a hundred thousand tasks may be late.
  struct Key: Comparable, Sendable {
    private let number: Int
    fileprivate var task: Int { number & 0xFFFF_FFFF }

    fileprivate init(_ task: Int, _ late: LateTask) { number = -late.daysLate << 32 | task }

    static func < (left: Key, right: Key) -> Bool { left.number < right.number }
  }

  private var keys: [Key] = []

  var count: Int { keys.count }

  subscript(place: Int) -> Int { keys[place].task }

  /// Adds one of many, which are sorted afterwards.
  fileprivate mutating func append(_ key: Key) { keys.append(key) }

  fileprivate mutating func sort() { keys.sort() }

  fileprivate mutating func insert(_ key: Key) { keys.insert(key, at: place(of: key)) }

  fileprivate mutating func remove(_ key: Key) { keys.remove(at: place(of: key)) }

  private func place(of key: Key) -> Int { keys.partitioningIndex { $0 >= key } }
}

extension State {
  /// What the pages are about now.
  var projectorTasks: ProjectorTasks {
    guard let lastProjectorTasks, lastProjectorTasks.look == projectorTasksLook,
      lastProjectorTasks.changes == changed.count
    else { return ProjectorTasks(in: situation, only: showing.onlyBattle) }
    return lastProjectorTasks.tasks
  }

  /// Keeps it while the projector is up: the pages ask for it at every look.
  mutating func catchUpProjectorTasks() {
    guard onTop == .projector else { return }
    let look = projectorTasksLook
    guard lastProjectorTasks?.look == look, let changes = lastProjectorTasks?.changes else {
      lastProjectorTasks = (
        look, changed.count, ProjectorTasks(in: situation, only: showing.onlyBattle)
      )
      return
    }
    for task in changed[changes...] { lastProjectorTasks?.tasks.renew(task, in: situation) }
    lastProjectorTasks?.changes = changed.count
  }

  var projectorTasksLook: ProjectorTasks.Look {
    ProjectorTasks.Look(revision: situationRevision, onlyBattle: showing.onlyBattle)
  }
}
