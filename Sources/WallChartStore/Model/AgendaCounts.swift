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
    let looks = Self.looks(at: situation)
    for task in tasks { count(task, by: looks) }
  }

  /// Looks at one task again.
  package mutating func renew(_ task: Int, in situation: Situation) {
    count(task, by: Self.looks(at: situation))
  }

  package subscript(rhythm: Chart.Rhythm) -> Int {
    Self.rhythms.firstIndex(of: rhythm).map { counts[$0] } ?? 0
  }

  private static func looks(at situation: Situation) -> [Agenda.Look] {
    rhythms.map { Agenda.Look(situation, $0) }
  }

  private mutating func count(_ task: Int, by looks: [Agenda.Look]) {
    for place in looks.indices {
      let bit: UInt8 = 1 << place
      let (was, now) = (meetings[task] & bit != 0, looks[place].discusses(task))
      guard was != now else { continue }
      meetings[task] ^= bit
      counts[place] += now ? 1 : -1
    }
  }
}
