import WallChartStore

extension Projector {
  /// A line of a page: a task, and why it stands there.
  struct Line: Equatable, Sendable {
    enum Cause: Equatable, Sendable {
      /// A node of the task, by its place.
      case node(Int)
      case limit
      case supervised
      /// Reopened as false.
      case reopened
      /// What became of it since the last meeting: one of the kinds for the room.
      case change(Changes.Kind)
    }

    /// The task's place in the plan.
    var task: Int
    var cause: Cause
    /// Days late, or days that are left.
    var days: Int
  }
}

// By fields here, for what is kept of a task costs more to copy than to look at.
extension ChartStatus {
  /// The line of a task that is late.
  func lineBehind(_ index: Int) -> Projector.Line {
    Projector.Line(task: index, cause: cause(of: index), days: grounds[index].daysLate(on: day))
  }

  /// Why a task is behind: what its days late are counted from, else what somebody decided.
  func cause(of index: Int) -> Projector.Line.Cause {
    let daysLate = grounds[index].daysLate(on: day)
    if daysLate == 0 { return grounds[index].isSupervised ? .supervised : .reopened }
    let nodes = records[index].nodes
    let first = nodes.indices.first { nodes[$0].met == nil && day - nodes[$0].due == daysLate }
    return first.map { .node($0) } ?? .limit
  }
}
