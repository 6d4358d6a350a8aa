import WallChartStore
import WallChartWords

/// The minutes of a scheduling meeting 会议纪要: what was on its agenda and what was entered between its
/// opening and its closing, known by what had been read then. Whoever has the ledger can write them
/// again at any time.
struct Minutes {
  /// A task of the agenda.
  struct Item {
    /// Its id.
    let task: String
    /// Why it was on the agenda.
    let reasons: [Agenda.Reason]
    /// Why the next meeting must hear of it again; nothing when it is settled.
    let left: [Agenda.Reason]
    /// What was entered about it at the meeting and stands, oldest first.
    let entries: [Entry]
    /// Whether it was put up; nil where that is not known.
    let isPutUp: Bool?
    /// The report whose promise brought it here.
    let promised: Fact.Report?
  }

  let rhythm: Chart.Rhythm
  /// The entry that opened the meeting.
  let opened: Entry
  /// The entry that closed it; nil while it is open.
  let closed: Entry?
  /// How the chart stood at the beginning, and at the end or now.
  let before: Situation
  let after: Situation
  /// The day of the next meeting.
  let next: Day
  /// In the order of the plan.
  let items: [Item]
  /// All that was entered, by kinds.
  let changes: Changes

  /// - Parameter closed: the entry that closed the meeting; nil for what happened so far.
  init(of situation: Situation, opened: Entry, closed: Entry?) {
    self.opened = opened
    self.closed = closed
    // Other programs may leave it out; the most frequent one has the fewest tasks.
    rhythm =
      if case .meeting(let meeting) = opened.fact { meeting.rhythm ?? .daily } else { .daily }
    let before = situation.asRead(at: opened)
    let after =
      closed.map(situation.asRead)
      ?? Situation(chart: situation.chart, ledger: situation.ledger, on: opened.on)
    (self.before, self.after) = (before, after)
    let since = Since.meeting(opened)
    changes = Changes(in: after, since: since)
    let still = Agenda(of: after, rhythm: rhythm)
    next = still.next
    let left = Dictionary(
      still.items.map { (after.chart.tasks[$0.task].id, $0.reasons) },
      uniquingKeysWith: { first, _ in first })
    let putUp: Set<String>? =
      if case .meeting(let meeting)? = closed?.fact { meeting.discussed.map(Set.init) } else { nil }
    items = Agenda(of: before, rhythm: rhythm).items.map { item in
      let task = before.chart.tasks[item.task].id
      var promised: Fact.Report?
      if item.reasons.contains(.promised),
        case .report(let last)? = before.lastReport(
          of: item.task)?.fact
      {
        promised = last
      }
      return Item(
        task: task, reasons: item.reasons, left: left[task] ?? [],
        entries: after.standingEntries(of: task).filter(since.isNews).newestFirst().reversed(),
        isPutUp: putUp?.contains(task), promised: promised)
    }
  }

  /// What was reported in words or counts, task by task, oldest first.
  var reports: [(task: Chart.Task, entry: Entry, report: Fact.Report)] {
    changes[.reported].flatMap { change in
      after.entries(of: change).newestFirst().reversed().compactMap { entry in
        guard let place = change.task, case .report(let report) = entry.fact else { return nil }
        return (after.chart.tasks[place], entry, report)
      }
    }
  }

  /// The next steps that were promised, by day; those for no day at the end.
  var promises: [(task: Chart.Task, step: String, by: Day?)] {
    let found = reports.compactMap {
      task, _, report -> (task: Chart.Task, step: String, by: Day?)? in
      report.promise.map { (task, $0, report.nextBy) }
    }
    return found.filter { $0.by != nil }.enumerated().sorted {
      ($0.element.by ?? after.day, $0.offset) < ($1.element.by ?? after.day, $1.offset)
    }.map(\.element) + found.filter { $0.by == nil }
  }

  /// The last closed meeting, of a rhythm or of any, with both its entries: that of these writers,
  /// and where they closed none, of anybody.
  static func last(
    of rhythm: Chart.Rhythm?, by writers: [String], in situation: Situation
  ) -> (opened: Entry, closed: Entry)? {
    let (ledger, day) = (situation.ledger, situation.day)
    guard
      let closed = ledger.lastMeeting(of: rhythm, by: writers, through: day)
        ?? ledger.lastMeeting(of: rhythm, through: day),
      let opened = situation.ledger.opening(of: closed)
    else { return nil }
    return (opened, closed)
  }
}

extension Situation {
  /// What was entered about a task and stands; undos are known by what is missing.
  fileprivate func standingEntries(of task: String) -> [Entry] {
    let record = index(of: task).map { status.tasks[$0].record }
    return ledger.entries(of: task).filter { entry in
      if case .undo = entry.fact { return false }
      return entry.on <= day && !(record?.isTakenBack(entry.id) ?? false)
    }
  }
}
