import WallChartStore

/// The late tasks and the nodes to come as the projector's pages show them, in their order.
struct ProjectorOrders: Equatable, Sendable {
  private struct Battle: Equatable {
    var red = LateOrder()
    var yellow = LateOrder()
  }

  /// The only battle, by its place; nil where all are shown.
  private let only: Int?
  /// The red tasks shown, and those behind of each battle, by its place.
  private(set) var red = LateOrder()
  private var battles: [Battle]
  /// The unmet nodes due today and on each of the days after it, in the order of the plan.
  private var coming: [[Projector.Line]]

  /// - Parameter battles: how many places of battles there are.
  init(battles: Int, only: Int?) {
    self.only = only
    self.battles = Array(repeating: Battle(), count: battles)
    coming = Array(repeating: [], count: Projector.month.upperBound + 1)
  }

  // MARK: All of them, one after the other

  /// Adds a late task behind all others, which are sorted afterwards.
  mutating func append(_ index: Int, _ task: LateTask, battle: Int) {
    change(task, battle: battle) { $0.append(LateOrder.Key(index, task)) }
  }

  /// Adds the coming nodes of the next task of the plan.
  mutating func append(coming lines: [Projector.Line], battle: Int) {
    for line in lines where isShown(battle) { coming[line.days].append(line) }
  }

  mutating func sort() {
    red.sort()
    for place in battles.indices {
      battles[place].red.sort()
      battles[place].yellow.sort()
    }
  }

  // MARK: One of them

  mutating func insert(_ index: Int, _ task: LateTask, battle: Int) {
    change(task, battle: battle) { $0.insert(LateOrder.Key(index, task)) }
  }

  mutating func remove(_ index: Int, _ task: LateTask, battle: Int) {
    change(task, battle: battle) { $0.remove(LateOrder.Key(index, task)) }
  }

  /// Puts the coming nodes of a task in the place of those it had.
  mutating func replace(comingOf task: Int, with lines: [Projector.Line], battle: Int) {
    guard isShown(battle) else { return }
    for day in coming.indices {
      let first = Self.place(of: task, in: coming[day])
      let behind = Self.place(of: task + 1, in: coming[day])
      let now = lines.filter { $0.days == day }
      // A day that stays as it is need not be copied where somebody keeps it.
      if first < behind || !now.isEmpty {
        coming[day].replaceSubrange(first..<behind, with: now)
      }
    }
  }

  private func isShown(_ battle: Int) -> Bool { only == nil || only == battle }

  private mutating func change(
    _ task: LateTask, battle: Int, _ change: (inout LateOrder) -> Void
  ) {
    switch task.standing {
    case .red:
      change(&battles[battle].red)
      if isShown(battle) { change(&red) }
    case .yellow: change(&battles[battle].yellow)
    default: break
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

  /// All of all battles, in no particular order.
  var late: [Int] {
    battles.indices.flatMap { behind(ofBattle: $0, 0..<behindCount(ofBattle: $0)) }
  }

  /// Some of those of one, the red ones first.
  func behind(ofBattle place: Int, _ range: Range<Int>) -> [Int] {
    let (red, yellow) = (battles[place].red, battles[place].yellow)
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

/// Tasks by their places in the plan, the longest overdue first; of those overdue as long, none before the
/// other.
struct LateOrder: Equatable, Sendable {
  /// Days and place in one number, for half of a hundred thousand tasks may be late.
  fileprivate struct Key: Comparable {
    private let number: Int
    var task: Int { number & 0xFFFF_FFFF }

    init(_ task: Int, _ late: LateTask) { number = -late.daysLate << 32 | task }

    static func < (left: Key, right: Key) -> Bool { left.number < right.number }
  }

  private var keys: [Key] = []

  var count: Int { keys.count }

  subscript(place: Int) -> Int { keys[place].task }

  fileprivate mutating func append(_ key: Key) { keys.append(key) }

  fileprivate mutating func sort() { keys.sort() }

  fileprivate mutating func insert(_ key: Key) { keys.insert(key, at: place(of: key)) }

  fileprivate mutating func remove(_ key: Key) { keys.remove(at: place(of: key)) }

  private func place(of key: Key) -> Int { keys.partitioningIndex { $0 >= key } }
}
