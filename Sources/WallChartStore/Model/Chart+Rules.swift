extension Chart {
  /// Thresholds and rhythms of a chart: they differ by place, so they are data.
  public struct Rules: Sendable, Equatable {
    /// What red means: traffic lights, or flags (red for done, black for late).
    public enum Flags: String, Sendable, CaseIterable {
      /// Red is late; red is done and black late.
      case lights, flags
    }

    /// Days a node may be overdue before its task turns from yellow to red.
    public var graceDays = 7
    /// Days before its due day from which a node is due soon.
    public var dueSoonDays = 7
    /// Days of public notice 公示 between verification and cross-off.
    public var noticeDays = 5
    /// How often a task of each risk is scheduled.
    public var rhythm: [Risk: Rhythm] = [.high: .daily, .medium: .weekly, .low: .monthly]
    /// What red means on the screen.
    public var flags = Flags.lights
    /// Days off beside Saturday and Sunday.
    public var holidays: [Day] = []
    /// Weekend days that are worked.
    public var workdays: [Day] = []
    /// What words of the lists mean as a limit, each of them once.
    public var limitWords: [LimitWord] = []
    /// Usual courses of work, to lay nodes back from a limit.
    public var templates: [Template] = []
    /// Members this version does not know.
    public var unknown: [UnknownMember] = []

    /// The rules of a chart that states none.
    public init() {}

    /// Whether people work on a day, so that a daily report is expected for it.
    public func isWorkday(_ day: Day) -> Bool {
      if workdays.contains(day) { return true }
      return day.weekday <= 5 && !holidays.contains(day)
    }

    /// Working days after `start`, up to and with `end`; 0 when `end` is not later.
    public func workdays(after start: Day, through end: Day) -> Int {
      guard end > start else { return 0 }
      let from = Self.countedFrom(start, end)
      return (1...(end - from)).count { isWorkday(from + $0) }
    }

    /// Beyond a few weeks the exact number never matters: no more are counted.
    private static func countedFrom(_ start: Day, _ end: Day) -> Day {
      end - start > mostDays ? end + -mostDays : start
    }

    static let mostDays = 60
  }

  /// 风险: decides the rhythm.
  public enum Risk: String, Sendable, CaseIterable {
    /// Scheduled daily, weekly and monthly, where the rules say nothing else.
    case high, medium, low
  }

  /// 调度频次: how often a task must be reported.
  public enum Rhythm: String, Sendable, CaseIterable {
    /// Silent after one working day, 7 days, 31 days without a sign.
    case daily, weekly, monthly
  }
}
