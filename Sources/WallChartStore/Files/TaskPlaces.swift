internal import Synchronization

/// Where the tasks of a plan stand, by their ids: found as quickly among many as among few. It is worked
/// out where a plan is read and where it is shown, once for all copies of it. A plan that has changed since is still
/// answered rightly, for what was known is looked at again, and what was not is looked for.
final class TaskPlaces: Sendable, Equatable {
  private let known = Mutex<[String: Int]?>(nil)

  /// The place of a task among those of the plan.
  func place(of id: String, among tasks: [Chart.Task]) -> Int? {
    let place = known.withLock { $0?[id] }
    if let place, place < tasks.count, tasks[place].id == id { return place }
    return tasks.firstIndex { $0.id == id }
  }

  /// Works the places out, unless that was done.
  func make(of tasks: [Chart.Task]) {
    known.withLock { known in
      guard known == nil else { return }
      var places = [String: Int](minimumCapacity: tasks.count)
      for place in tasks.indices { places[tasks[place].id] = place }
      known = places
    }
  }

  /// Whether they are worked out, and not of another number of tasks.
  func fit(_ tasks: [Chart.Task]) -> Bool { known.withLock { $0?.count == tasks.count } }

  /// They follow from the tasks, which are compared themselves.
  static func == (left: TaskPlaces, right: TaskPlaces) -> Bool { true }
}
