/// How one node stands on a day.
public struct NodeStatus: Sendable, Equatable {
  /// Its state, in the order of urgency: the worst one stands for a cell of several nodes.
  public enum State: String, Sendable, CaseIterable, Comparable {
    /// Not met, and its due day is past.
    case overdue
    /// Due within the chart's `dueSoonDays`.
    case dueSoon
    /// Due later.
    case open
    /// Met after its due day; it stays late.
    case metLate
    /// Met in time.
    case met

    /// Whether the left state is the more urgent.
    public static func < (left: State, right: State) -> Bool {
      left.urgency < right.urgency
    }

    private var urgency: Int { State.allCases.firstIndex(of: self) ?? 0 }
    /// Met, in time or late.
    public var isMet: Bool { self == .met || self == .metLate }
  }

  /// The due day in force: now, or when it was met.
  public let due: Day
  /// The day it was met; nil while it is not.
  public let metOn: Day?
  /// How it stands.
  public let state: State
  /// Whether two offices say different things of it, and neither knew of the other.
  public let isDisputed: Bool
  /// Days after `due` it was met, or has been open; 0 when neither.
  public let daysLate: Int

  init(due: Day, metOn: Day?, isDisputed: Bool, on day: Day, dueSoonDays: Int) {
    (self.due, self.metOn, self.isDisputed) = (due, metOn, isDisputed)
    daysLate = max(0, (metOn ?? day) - due)
    if metOn != nil {
      state = daysLate > 0 ? .metLate : .met
    } else if daysLate > 0 {
      state = .overdue
    } else {
      state = due - day <= dueSoonDays ? .dueSoon : .open
    }
  }
}

/// How the nodes of a task stand on a day, in the order of the plan; each is judged when it is asked for.
public struct NodeStatuses: RandomAccessCollection, Sendable, Equatable {
  private let nodes: [TaskRecord.Node]
  private let day: Day
  private let dueSoonDays: Int

  init(of record: TaskRecord, on day: Day, dueSoonDays: Int) {
    (nodes, self.day, self.dueSoonDays) = (record.nodes, day, dueSoonDays)
  }

  /// The place of the first node.
  public var startIndex: Int { 0 }
  /// The place behind the last one.
  public var endIndex: Int { nodes.count }

  /// How a node stands, by its place in the plan.
  public subscript(place: Int) -> NodeStatus {
    NodeStatus(
      due: nodes[place].dueInForce, metOn: nodes[place].met?.on,
      isDisputed: nodes[place].isDisputed,
      on: day, dueSoonDays: dueSoonDays)
  }

  /// Whether all of them stand alike.
  public static func == (left: NodeStatuses, right: NodeStatuses) -> Bool {
    left.elementsEqual(right)
  }
}
