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
    self.rhythm = rhythm
    let next = situation.chart.rules.meeting(of: rhythm, after: situation.day)
    self.next = next
    let rules = situation.chart.rules
    let risks = Chart.Risk.allCases.filter { rules.rhythm(of: $0).isScheduled(at: rhythm) }
    let (tasks, statuses, day) = (situation.chart.tasks, situation.status.tasks, situation.day)
    // By fields: all tasks are looked at, and handing one over costs more than that.
    items = tasks.indices.compactMap { place in
      guard risks.contains(tasks[place].risk), statuses[place].isOnChart,
        statuses[place].record.stage != .crossedOff
      else { return nil }
      var marks: Reasons = []
      marks.insert(.overdue, if: statuses[place].daysLate > 0)
      let isClosed = statuses[place].record.stage.isClosed
      marks.insert(.returned, if: !isClosed && statuses[place].record.sentBackOn != nil)
      let nodes = statuses[place].nodes
      marks.insert(.disputed, if: nodes.contains(where: \.isDisputed))
      if !isClosed {
        let limit = tasks[place].term == .standing ? nil : statuses[place].record.limit
        marks.insert(.listed, if: statuses[place].record.isSupervised)
        marks.insert(.promised, if: statuses[place].record.lastReport?.isDue(by: next) ?? false)
        marks.insert(
          .due,
          if: limit.map { $0 >= day && $0 <= next } ?? false
            || nodes.contains { $0.metOn == nil && $0.due >= day && $0.due <= next })
        marks.insert(.silent, if: statuses[place].isSilent)
      }
      return marks.isEmpty ? nil : Item(task: place, marks: marks)
    }
  }
}

extension TaskRecord.LastReport {
  /// Whether the next step that it names is for a day up to this one, or for none.
  fileprivate func isDue(by day: Day) -> Bool { hasPromise && nextBy.map { $0 <= day } ?? true }
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
