/// What a change of the plan took out of calendars: nodes that left their tasks, and limits that
/// had a day of their own and have it no longer. Nothing else tells of them later, when whoever
/// has them in a calendar is to be rid of them.
package struct Removal: Hashable, Sendable {
  /// Ids of tasks, whether these are still in the plan or not.
  package var tasks: [String]
  /// The ids of the nodes that each of these tasks had.
  package var nodes: [String]
  /// Whether the limits of these tasks went, too.
  package var hasLimit = false

  package init(tasks: [String], nodes: [String], hasLimit: Bool = false) {
    (self.tasks, self.nodes, self.hasLimit) = (tasks, nodes, hasLimit)
  }

  /// So many bytes of an entry's line they may take; the rest is for all else that it says.
  private static let room = Entry.lineLimit / 4 * 3

  /// What one plan has and another one has not, tasks that lost the same in one. Of thousands of
  /// tasks there is no room for all in a line: then the last ones are left out.
  /// - Parameter ledger: decides on which days limits and nodes are.
  package static func between(
    _ before: Chart, _ after: Chart, _ ledger: Ledger, on day: Day
  ) -> [Removal] {
    let left = Dictionary(
      after.tasks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var removals: [Removal] = []
    var places: [Loss: Int] = [:]
    var room = room
    for task in before.tasks {
      let now = left[task.id]
      guard now != task else { continue }
      let loss = Loss(of: task, now, ledger.entries(of: task.id), on: day)
      guard loss != Loss() else { continue }
      room -= task.id.utf8.count + 3
      if places[loss] == nil { room -= loss.nodes.reduce(50) { $0 + $1.utf8.count + 3 } }
      guard room >= 0 else { break }
      if let place = places[loss] {
        removals[place].tasks.append(task.id)
      } else {
        places[loss] = removals.count
        removals.append(
          Removal(tasks: [task.id], nodes: loss.nodes, hasLimit: loss.hasLimit))
      }
    }
    return removals
  }

  /// What one task lost.
  private struct Loss: Hashable {
    var nodes: [String] = []
    var hasLimit = false

    init() {}

    init(of task: Chart.Task, _ now: Chart.Task?, _ entries: [Entry], on day: Day) {
      let places = NodePlaces(of: now?.nodes ?? [])
      nodes = task.nodes.map(\.id).filter { places[$0] == nil }
      func hasLimit(_ task: Chart.Task) -> Bool {
        TaskRecord(of: task, entries: entries, on: day).hasLimitAlone(task)
      }
      self.hasLimit = hasLimit(task) && !(now.map(hasLimit) ?? false)
    }
  }
}

extension TaskRecord {
  /// Whether the limit binds, and no node is due on its day.
  package func hasLimitAlone(_ task: Chart.Task) -> Bool {
    guard task.term != .standing, let limit else { return false }
    return !due.contains(limit)
  }
}
