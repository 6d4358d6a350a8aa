/// A sample of closed tasks to be visited again, 回头看: whether what was crossed off is still true.
///
/// Anybody can repeat it, on the day and afterwards. It is drawn from the tasks that were crossed off
/// at the end of the day before, and on the chart by then: what the visits of the day find changes
/// nothing. Their ids are sorted by their bytes. Then for each place i from 0, the id there changes
/// places with the one at i + (r mod (n − i)), n being how many there are and r the next number of
/// SplitMix64 from the seed; the first ids are the sample. SplitMix64: add 0x9E3779B97F4A7C15 to the state, which begins
/// as the seed; z = state; z = (z ^ z >> 30) × 0xBF58476D1CE4E5B9; z = (z ^ z >> 27) ×
/// 0x94D049BB133111EB; the number is z ^ z >> 31; all modulo 2^64.
public struct LookBack: Sendable, Equatable {
  /// The ids of the tasks to visit, in the order they were drawn.
  public let tasks: [String]
  /// How many closed tasks there were to draw from, at the end of the day before.
  public let closed: Int
  /// What it was drawn with.
  public let seed: UInt64

  /// Draws a sample for the situation's day.
  /// - Parameters:
  ///   - count: how many to visit; nil for a tenth of the closed ones, at least three.
  ///   - seed: nil for the day, as the number yyyymmdd.
  public init(of situation: Situation, count: Int? = nil, seed: UInt64? = nil) {
    // Ids are ASCII, so this is the order of their bytes.
    var ids = situation.closedBefore.sorted()
    closed = ids.count
    self.seed = seed ?? Self.seed(of: situation.day)
    let drawn = min(closed, max(0, count ?? max(3, (closed + 9) / 10)))
    var state = self.seed
    for place in 0..<drawn {
      ids.swapAt(place, place + Int(Self.next(&state) % UInt64(closed - place)))
    }
    tasks = Array(ids.prefix(drawn))
  }

  /// The number yyyymmdd of a day.
  private static func seed(of day: Day) -> UInt64 {
    let (year, month, number) = day.date
    return UInt64(max(0, year * 10_000 + month * 100 + number))
  }

  private static func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

extension Situation {
  /// The ids of the tasks that were crossed off at the end of the day before.
  fileprivate var closedBefore: [String] {
    let before = day + -1
    let (tasks, grounds) = (chart.tasks, status.grounds)
    return grounds.indices.filter { index in
      // Where nothing happened on the day, the task stands as it stood.
      if grounds[index].days.contains(before), grounds[index].stage != .crossedOff { return false }
      // By field: copying a task costs more than looking at it.
      if let withdrawn = tasks[index].withdrawn, withdrawn <= before { return false }
      if let added = tasks[index].added, added > before { return false }
      if grounds[index].days.contains(before) { return true }
      let entries = ledger.entries(of: tasks[index].id)
      if !entries.changesClosing(on: day) { return grounds[index].stage == .crossedOff }
      return TaskRecord(of: tasks[index], entries: entries, on: before).stage == .crossedOff
    }.map { tasks[$0].id }
  }

  /// The visits to a task since it was last crossed off, in their order: notes of a look-back, where
  /// all was found in order, and reopenings, where it was not.
  public func visits(of task: String) -> [Entry] {
    guard let index = index(of: task) else { return [] }
    let record = status.tasks[index].record
    let standing = FoldOrder.sorted(ledger.entries(of: task).filter { $0.on <= day })
      .filter { !record.isTakenBack($0.id) }
    guard let last = standing.lastIndex(where: { $0.fact == .crossOff }) else { return [] }
    return standing[last...].filter(\.isVisit)
  }
}

extension [Entry] {
  /// Whether a task may be crossed off without those of a day and not with them, or the other way round.
  fileprivate func changesClosing(on day: Day) -> Bool {
    let last = indices.filter { self[$0].on == day }
    return last.contains { self[$0].fact.isUndo || self[$0].fact.slot == .stage }
      // Others move earlier ones that come after them.
      || indices.contains { place in
        self[place].on < day
          && self[place].was.contains { id in last.contains { self[$0].id == id } }
      }
  }
}

extension Entry {
  /// Whether it says how a task was found that had been crossed off.
  fileprivate var isVisit: Bool {
    switch fact {
    case .note(let note): note.isLookBack
    case .reopen: true
    default: false
    }
  }
}
