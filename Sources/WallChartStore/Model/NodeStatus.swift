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

  // In this order it takes sixteen bytes: a chart may have hundreds of thousands.

  /// The due day in force: now, or when it was met.
  public var due: Day
  /// The day it was met; nil while it is not.
  public var metOn: Day?
  /// How it stands.
  public var state: State
  /// Whether two offices say different things of it, and neither knew of the other.
  public var isDisputed: Bool
  private var late: Int32
  /// Days after `due` it was met, or has been open; 0 when neither.
  public var daysLate: Int { Int(late) }

  init(due: Day, metOn: Day?, isDisputed: Bool, on day: Day, dueSoonDays: Int) {
    self.due = due
    self.metOn = metOn
    self.isDisputed = isDisputed
    (state, late) = (.open, 0)
    move(to: day, dueSoonDays: dueSoonDays)
  }

  /// The same node on another day on which it is met or not as before.
  mutating func move(to day: Day, dueSoonDays: Int) {
    late = Int32(clamping: max(0, (metOn ?? day) - due))
    if metOn != nil {
      state = late > 0 ? .metLate : .met
    } else if late > 0 {
      state = .overdue
    } else {
      state = due - day <= dueSoonDays ? .dueSoon : .open
    }
  }
}
