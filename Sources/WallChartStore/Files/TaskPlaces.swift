internal import Synchronization

/// Where the tasks of a plan stand, by their ids: found as quickly among many as among few. It is worked
/// out when it is first asked for, once for all copies of a plan. A plan that has changed since is still
/// answered rightly, for what was known is looked at again, and what was not is looked for.
final class TaskPlaces: Sendable, Equatable {
  private let known = Mutex<[String: Int]?>(nil)

  /// The place of a task among those of the plan.
  /// - Parameter isMade: whether places are worked out where they are not.
  func place(of id: String, among tasks: [Chart.Task], isMade: Bool = true) -> Int? {
    known.withLock { known in
      if known == nil, isMade {
        var places = [String: Int](minimumCapacity: tasks.count)
        for place in tasks.indices { places[tasks[place].id] = place }
        known = places
      }
      if let place = known?[id], place < tasks.count, tasks[place].id == id { return place }
      return tasks.firstIndex { $0.id == id }
    }
  }

  /// Whether they are not of another number of tasks.
  func fit(_ tasks: [Chart.Task]) -> Bool {
    known.withLock { $0.map { $0.count == tasks.count } ?? true }
  }

  /// They follow from the tasks, which are compared themselves.
  static func == (left: TaskPlaces, right: TaskPlaces) -> Bool { true }
}
