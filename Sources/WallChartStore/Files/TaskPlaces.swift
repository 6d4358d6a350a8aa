import Synchronization

/// Where the tasks of a plan stand, by their ids: found as quickly among many as among few. It is worked
/// out when it is first asked for, once for all copies of a plan.
final class TaskPlaces: Sendable, Equatable {
  private let known = Mutex<[String: Int]?>(nil)

  /// The place of a task among those of the plan, worked out where that was not done.
  func place(of id: String, among tasks: [Chart.Task]) -> Int? {
    known.withLock { known in
      if let known { return known[id] }
      var places = [String: Int](minimumCapacity: tasks.count)
      for place in tasks.indices { places[tasks[place].id] = place }
      known = places
      return places[id]
    }
  }

  /// The place of a task, nil where there is none; and nil as long as places are not worked out.
  func known(_ id: String) -> Int?? { known.withLock { $0.map { $0[id] } } }

  /// It follows from the tasks, which are compared themselves.
  static func == (left: TaskPlaces, right: TaskPlaces) -> Bool { true }
}
