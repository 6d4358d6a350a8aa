/// What a scheduling meeting 调度会 must discuss: the tasks of its rhythm that ask for a word, each
/// with the reasons why.
///
/// The daily meeting has the tasks scheduled daily, the weekly one those and the weekly ones, the
/// monthly one all. Tasks that are crossed off, withdrawn or not yet on the chart are never on it. Of
/// one that is submitted or in public notice the unit owes nothing more: it is there only when it is
/// overdue or disputed.
public struct Agenda: Sendable, Equatable {
  /// Why a task is discussed, the gravest reason first.
  public enum Reason: String, Sendable, CaseIterable {
    /// The day of a node, or the limit, has passed.
    case overdue
    /// It is under supervision 挂牌督办.
    case listed
    /// It was sent back or opened again, and not submitted since.
    case returned
    /// Two offices say different things of a node.
    case disputed
    /// Its last report in words names a next step for a day up to the next meeting, or for none.
    case promised
    /// An unmet node or the limit falls on a day from this one to the next meeting.
    case due
    /// No sign of life for longer than its rhythm allows.
    case silent
  }

  /// A task on the agenda.
  public struct Item: Sendable, Equatable {
    /// Its place in the plan.
    public let task: Int
    /// In the order of ``Reason``; at least one.
    public var reasons: [Reason] { Reason.allCases.filter(marks.contains) }
    fileprivate let marks: Reasons
  }

  /// Reasons as bits: all tasks are asked for them, and few have any.
  fileprivate struct Reasons: OptionSet {
    let rawValue: UInt8

    func contains(_ reason: Reason) -> Bool { isSuperset(of: Self.bit(of: reason)) }

    mutating func insert(_ reason: Reason, if holds: Bool) {
      if holds { formUnion(Self.bit(of: reason)) }
    }

    private static func bit(of reason: Reason) -> Reasons {
      Reasons(rawValue: 1 << (Reason.allCases.firstIndex(of: reason) ?? 0))
    }
  }

  /// Which meeting.
  public let rhythm: Chart.Rhythm
  /// The day of the next one: the next working day, seven days on, or the same day of the next
  /// month, which may be shorter.
  public let next: Day
  /// In the order of the plan.
  public let items: [Item]

  /// What the meeting of a rhythm must discuss on the situation's day.
  public init(of situation: Situation, rhythm: Chart.Rhythm) {
    let look = Look(situation, rhythm)
    (self.rhythm, next) = (rhythm, look.next)
    items = situation.status.grounds.indices.compactMap { place in
      let marks = look.reasons(of: place)
      return marks.isEmpty ? nil : Item(task: place, marks: marks)
    }
  }

  /// All tasks as a meeting looks at them.
  struct Look {
    private let status: ChartStatus
    private let day: Day
    fileprivate let next: Day
    /// Of the tasks that it has to do with.
    private let risks: [Chart.Risk]

    init(_ situation: Situation, _ rhythm: Chart.Rhythm) {
      (status, day) = (situation.status, situation.day)
      let rules = situation.chart.rules
      next = rules.meeting(of: rhythm, after: day)
      risks = Chart.Risk.allCases.filter { rules.rhythm(of: $0).isScheduled(at: rhythm) }
    }

    /// Whether a task is discussed at all: the same without looking for all reasons.
    func discusses(_ place: Int) -> Bool { !reasons(of: place, isAnyEnough: true).isEmpty }

    fileprivate func reasons(of place: Int, isAnyEnough: Bool = false) -> Reasons {
      let task = status.grounds[place]
      var marks: Reasons = []
      guard risks.contains(task.risk), task.isOnChart(on: day), task.stage != .crossedOff
      else { return marks }
      marks.insert(.overdue, if: task.earliestDue < day)
      marks.insert(.disputed, if: task.isDisputed)
      if !task.stage.isClosed, !isAnyEnough || marks.isEmpty {
        marks.insert(.returned, if: task.isSentBack)
        marks.insert(.listed, if: task.isSupervised)
        marks.insert(.promised, if: task.promise <= next)
        marks.insert(.due, if: isDue(place))
        marks.insert(.silent, if: status.isSilent(place))
      }
      return marks
    }

    /// Whether a node that is not met, or the limit, is due from this day to the next meeting.
    private func isDue(_ place: Int) -> Bool {
      let (task, days) = (status.grounds[place], day...next)
      if days.contains(task.limit) || days.contains(task.firstOpenNode) { return true }
      // The first one may be long past.
      return task.firstOpenNode < day
        && status.records[place].nodes.contains { $0.met == nil && days.contains($0.due) }
    }
  }
}

extension Situation {
  /// The last report of a task, by its place in the plan, that stands and says something in words. A
  /// mere count, such as Space writes, does not settle what was promised.
  public func lastReport(of place: Int) -> Entry? {
    guard let last = status.tasks[place].record.lastReport else { return nil }
    return ledger.entries(of: chart.tasks[place].id).first { $0.id == last.entry }
  }
}

extension Chart.Rules {
  /// How often tasks of a risk are scheduled: monthly, where the rules do not say.
  package func rhythm(of risk: Chart.Risk) -> Chart.Rhythm { rhythm[risk] ?? .monthly }

  /// The day of the next meeting of a rhythm.
  package func meeting(of rhythm: Chart.Rhythm, after day: Day) -> Day {
    switch rhythm {
    case .daily:
      var next = day + 1
      // However long somebody's list of holidays is, a meeting comes.
      while !isWorkday(next), next - day < 60 { next = next + 1 }
      return next
    case .weekly: return day + 7
    case .monthly: return day.later(months: 1)
    }
  }
}

extension Chart.Rhythm {
  /// Whether tasks of this rhythm are discussed at a meeting of another one: the rarer meeting takes
  /// the more frequent ones with it.
  package func isScheduled(at meeting: Chart.Rhythm) -> Bool {
    switch meeting {
    case .daily: self == .daily
    case .weekly: self != .monthly
    case .monthly: true
    }
  }
}
