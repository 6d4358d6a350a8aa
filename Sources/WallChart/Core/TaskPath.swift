import WallChartStore
import WallChartWords

/// Where the nodes of a task stand on a line from left to right, and today between them. Columns
/// count from the start of the line.
struct TaskPath: Equatable, Sendable {
  struct Stop: Equatable, Sendable {
    /// The node's place in its task.
    var node: Int
    /// The column of its sign.
    var column: Int
    var date: String
  }

  private(set) var stops: [Stop] = []
  /// The column of today's mark; nil when it lies among nodes that are left out.
  private(set) var today: Int?
  /// The columns of the line.
  private(set) var width = 0
  /// Whether nodes are left out before and behind, for lack of room.
  private(set) var isCutBefore = false
  private(set) var isCutBehind = false

  /// - Parameters:
  ///   - dates: the nodes' days as they are written, the longest form first.
  ///   - node: one that must be among those shown.
  init(of nodes: NodeStatuses, dates: [[String]], on day: Day, showing node: Int?, width: Int) {
    guard !nodes.isEmpty, width > 8 else { return }
    func longest(_ texts: [String]) -> Int { texts.map { CellWidth.columns(of: $0) }.max() ?? 0 }
    // A column before the first node and behind the last one, for today's mark.
    let room = width - 2
    let form = dates.first { (longest($0) + 1) * nodes.count <= room } ?? dates.last ?? []
    let step = max(longest(form) + 1, min(16, room / nodes.count))
    let count = max(1, min(nodes.count, room / step))
    let wanted = (node ?? 0) - count / 2
    let first = max(0, min(wanted, nodes.count - count))
    isCutBefore = first > 0
    isCutBehind = first + count < nodes.count
    stops = (0..<count).map { place in
      Stop(node: first + place, column: 2 + place * step, date: form[first + place])
    }
    self.width = 2 + (count - 1) * step + 3
    // Behind the last node that is due, as far on the way to the next one as the days say.
    let next = nodes.firstIndex { $0.due > day } ?? nodes.count
    let isInside =
      (isCutBefore ? first + 1 : first)...(isCutBehind ? first + count - 1 : first + count)
    guard isInside.contains(next) else { return }
    if next == first {
      today = 0
    } else if next == first + count {
      today = self.width - 1
    } else {
      let (before, behind) = (nodes[next - 1].due, nodes[next].due)
      let share = Double(day - before) / Double(max(1, behind - before))
      let steps = max(2, min(step - 2, Int((share * Double(step)).rounded())))
      today = stops[next - 1 - first].column + steps
    }
  }
}
