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
    public let reasons: [Reason]
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
    let tasks = situation.chart.tasks
    items = tasks.indices.compactMap { place in
      guard risks.contains(tasks[place].risk) else { return nil }
      let reasons = situation.reasons(toDiscuss: place, until: next)
      return reasons.isEmpty ? nil : Item(task: place, reasons: reasons)
    }
  }
}

extension Situation {
  /// Why a meeting discusses a task, when the next one is on a day. By place here and below: all tasks
  /// are looked at, and copying one costs more than that.
  fileprivate func reasons(toDiscuss place: Int, until next: Day) -> [Agenda.Reason] {
    let tasks = status.tasks
    guard tasks[place].isOnChart, tasks[place].record.stage != .crossedOff else { return [] }
    let isOpen = !tasks[place].record.stage.isClosed
    var reasons: [Agenda.Reason] = []
    if tasks[place].daysLate > 0 { reasons.append(.overdue) }
    if isOpen, tasks[place].record.isSupervised { reasons.append(.listed) }
    if tasks[place].record.isSentBack { reasons.append(.returned) }
    if tasks[place].nodes.contains(where: \.isDisputed) { reasons.append(.disputed) }
    if isOpen, hasPromise(place, until: next) { reasons.append(.promised) }
    if isOpen, isDue(place, until: next) { reasons.append(.due) }
    if isOpen, tasks[place].isSilent { reasons.append(.silent) }
    return reasons
  }

  private func hasPromise(_ place: Int, until next: Day) -> Bool {
    guard case .report(let report) = lastReport(of: place)?.fact, report.promise != nil else {
      return false
    }
    return report.nextBy.map { $0 <= next } ?? true
  }

  private func isDue(_ place: Int, until next: Day) -> Bool {
    let tasks = status.tasks
    if chart.tasks[place].term != .standing, let limit = tasks[place].record.limit,
      (day...next).contains(limit)
    {
      return true
    }
    return tasks[place].nodes.contains { $0.metOn == nil && (day...next).contains($0.due) }
  }

  /// The last report of a task, by its place in the plan, that stands and says something in words. A
  /// mere count, such as Space writes, does not settle what was promised.
  public func lastReport(of place: Int) -> Entry? {
    let entries = ledger.entries(of: chart.tasks[place].id)
    guard entries.indices.contains(where: { entries[$0].fact.isReport }) else { return nil }
    let record = status.tasks[place].record
    let reports = entries.filter { entry in
      guard case .report(let report) = entry.fact else { return false }
      return entry.on <= day && Entry.saysAnything([report.progress, report.problem, report.next])
        && !record.isTakenBack(entry.id)
    }
    return FoldOrder.sorted(reports).last
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

extension Fact {
  fileprivate var isReport: Bool { if case .report = self { true } else { false } }
}
