/// How many tasks the meeting of each rhythm must discuss on a day. Counted once; afterwards those tasks
/// are looked at again of which something was entered.
package struct AgendaCounts: Sendable {
  private static let rhythms = Chart.Rhythm.allCases

  /// For each task, a bit for each rhythm at whose meeting it is discussed.
  private var meetings: [UInt8]
  private var counts: [Int]

  package init(in situation: Situation) {
    let tasks = situation.status.grounds.indices
    meetings = Array(repeating: 0, count: tasks.count)
    counts = Array(repeating: 0, count: Self.rhythms.count)
    count(tasks, in: situation)
  }

  /// Looks at one task again.
  package mutating func renew(_ task: Int, in situation: Situation) {
    count(task..<task + 1, in: situation)
  }

  package subscript(rhythm: Chart.Rhythm) -> Int {
    Self.rhythms.firstIndex(of: rhythm).map { counts[$0] } ?? 0
  }

  private mutating func count(_ tasks: Range<Int>, in situation: Situation) {
    for place in Self.rhythms.indices {
      let (look, bit) = (Agenda.Look(situation, Self.rhythms[place]), UInt8(1 << place))
      for task in tasks {
        let (was, now) = (meetings[task] & bit != 0, look.discusses(task))
        guard was != now else { continue }
        meetings[task] ^= bit
        counts[place] += now ? 1 : -1
      }
    }
  }
}
