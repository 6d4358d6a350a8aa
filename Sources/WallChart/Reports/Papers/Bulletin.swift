import WallChartStore

/// The dispatch bulletin 调度通报: how a chart stands on a day and what became of it since the last one,
/// in plain numbers and lists. All parts add up to the totals; shares are made from the numbers that
/// stand beside them.
struct Bulletin {
  /// Numbers of the whole chart, of a battle or of a unit.
  struct Figures: Equatable {
    /// Tasks that are on the chart.
    var tasks = 0
    /// The same by where they stand.
    var standings: [Standing: Int] = [:]
    /// Tasks without a sign of life.
    var silent = 0
    /// Tasks reopened as false.
    var falselyDone = 0
    /// Nodes due up to the day: met in time, met late, overdue, and open on their very day.
    var nodesDue = 0
    var metInTime = 0
    var metLate = 0
    var overdue = 0
    var dueToday = 0
    /// Summed over the tasks.
    var daysLate = 0

    init(_ tally: Tally) {
      tasks = tally.tasks
      for standing in Standing.allCases { standings[standing] = tally[standing] }
      (silent, falselyDone) = (tally.silent, tally.falselyDone)
      (nodesDue, metLate) = (tally.nodesDue, tally.nodesMetLate)
      // A late mark is one of a node that was due.
      metInTime = tally.nodesDueMet - tally.nodesMetLate
      overdue = tally.nodesOverdue
      dueToday = tally.nodesDue - tally.nodesDueMet - tally.nodesOverdue
      daysLate = tally.daysLate
    }

    var unmet: Int { overdue + dueToday }
    /// The base of the on-time rate: what is due today is not late yet.
    var judged: Int { metInTime + metLate + overdue }
  }

  /// A task that is late.
  struct Late: Equatable {
    /// Its place in the plan.
    let task: Int
    /// The places of its overdue nodes; none where its limit alone has passed.
    let nodes: [Int]
    /// The earliest day that passed, and how many days ago.
    let since: Day
    let days: Int
  }

  /// A day that comes before the next bulletin.
  struct Coming: Equatable {
    let day: Day
    let task: Int
    /// The place of the node; nil for the limit.
    let node: Int?
  }

  /// nil for one that is not issued.
  let number: Int?
  /// The closing of a meeting that issued it; nil for a draft.
  let issued: Entry?
  let rhythm: Chart.Rhythm
  /// What is compared with.
  let since: Since
  /// The day after which the next one is due.
  let next: Day
  let situation: Situation

  let total: Figures
  /// By place in the plan.
  let battles: [(battle: Int, figures: Figures)]
  /// Units with tasks, by red tasks and days late; joint ones have no rank.
  let units: [(unit: Int, rank: Int?, figures: Figures)]
  /// The longest overdue first.
  let overdue: [Late]
  /// Red tasks that are not late: under supervision, or found false.
  let redOtherwise: [Int]
  /// Units with silent tasks, in the order of the plan, and those tasks.
  let silent: [(unit: Int, tasks: [Int])]
  /// Overdue nodes of tasks that are crossed off all the same, and so are not late.
  let overdueCrossedOff: [(task: Int, nodes: [Int])]
  /// Open nodes and limits of the day itself.
  let dueToday: [Coming]
  /// Nodes and limits after the day and up to the next bulletin, by day.
  let coming: [Coming]
  /// What became of the chart since the last one.
  let changes: Changes

  /// A bulletin of the situation's day.
  init(
    of situation: Situation, number: Int?, rhythm: Chart.Rhythm, since: Since,
    issued: Entry? = nil
  ) {
    (self.situation, self.number, self.rhythm, self.since) = (situation, number, rhythm, since)
    self.issued = issued
    let (chart, status) = (situation.chart, situation.status)
    let next = chart.rules.meeting(of: rhythm, after: situation.day)
    self.next = next
    total = Figures(status.total)
    battles = chart.battles.enumerated().map { place, battle in
      (place, Figures(status.battles[battle.id] ?? Tally()))
    }
    units = situation.ranking.map { ($0.unit, $0.rank, Figures($0.tally)) }
    overdue = chart.tasks.indices.compactMap { situation.lateness(of: $0) }
      .sorted { ($1.days, $0.task) < ($0.days, $1.task) }
    overdueCrossedOff = chart.tasks.indices.compactMap {
      let task = status.tasks[$0]
      let nodes = situation.overdueNodes(of: $0)
      let isCounted = task.isOnChart && task.daysLate == 0
      return isCounted && !nodes.isEmpty ? ($0, nodes) : nil
    }
    redOtherwise = chart.tasks.indices.filter {
      let task = status.tasks[$0]
      return task.isOnChart && task.standing == .red && task.daysLate == 0
    }
    silent = chart.units.enumerated().compactMap { place, unit in
      let tasks = chart.tasks.indices.filter {
        chart.tasks[$0].unit == unit.id && status.tasks[$0].isSilent
      }
      return tasks.isEmpty ? nil : (place, tasks)
    }
    let days = chart.tasks.indices.flatMap { situation.comingDays(of: $0, until: next) }
      .sorted { ($0.day, $0.task, $0.node ?? .max) < ($1.day, $1.task, $1.node ?? .max) }
    dueToday = days.filter { $0.day == situation.day }
    coming = days.filter { $0.day > situation.day }
    changes = Changes(in: situation, since: since)
  }

  /// Its first day: no day is in two numbers of a rhythm, unless both are of that day.
  var from: Day {
    switch since {
    case .meeting(let closing): min(closing.on + 1, situation.day)
    case .day(let day): day + 1
    }
  }

  /// The number of the one of its rhythm before it; nil where there is none.
  var lastNumber: Int? {
    if case .meeting(let closing) = since, case .meeting(let meeting) = closing.fact {
      meeting.issued
    } else {
      nil
    }
  }

  /// The entries that it rests on.
  var entries: Int { situation.ledger.count(through: situation.day) }

  var withdrawn: Int { situation.status.tasks.count(where: \.isWithdrawn) }

  /// The bulletin that was issued when a meeting was closed, as the chart stood then.
  init(of situation: Situation, closed: Entry) {
    var (number, rhythm): (Int?, Chart.Rhythm?) = (nil, nil)
    if case .meeting(let meeting) = closed.fact {
      (number, rhythm) = (meeting.issued, meeting.rhythm)
    }
    let then = situation.asRead(at: closed)
    self.init(
      of: then, number: number, rhythm: rhythm ?? .weekly,
      since: then.sinceBulletin(before: number, rhythm ?? .weekly), issued: closed)
  }
}

extension Situation {
  /// Since when a bulletin of a number tells: since the one of its rhythm before it, else for one
  /// period. The numbers are one series, the periods are not: a month is told whole, whatever the
  /// weeks in it told. What was written since is told, even of days before.
  func sinceBulletin(before number: Int?, _ rhythm: Chart.Rhythm) -> Since {
    let last = ledger.bulletins.last {
      $0.rhythm == rhythm && $0.number < number ?? .max && $0.closing.on <= day
    }
    if let last { return .meeting(last.closing) }
    return switch rhythm {
    case .daily: .day(day + -1)
    case .weekly: .day(day + -7)
    // At the end of a month all of it, however long it is.
    case .monthly: .day((day + 1).later(months: -1) + -1)
    }
  }

  /// How late a task is; nil when it is not.
  fileprivate func lateness(of place: Int) -> Bulletin.Late? {
    let status = status.tasks[place]
    guard status.isOnChart, status.daysLate > 0 else { return nil }
    return Bulletin.Late(
      task: place, nodes: overdueNodes(of: place), since: day + -status.daysLate,
      days: status.daysLate)
  }

  fileprivate func overdueNodes(of place: Int) -> [Int] {
    let nodes = status.tasks[place].nodes
    return nodes.indices.filter { nodes[$0].state == .overdue }
  }

  /// The days of a task up to the next bulletin: of its open nodes, and of its limit. Of a task that
  /// is crossed off, a node of the day itself is told as it is counted.
  fileprivate func comingDays(of place: Int, until next: Day) -> [Bulletin.Coming] {
    let (task, status) = (chart.tasks[place], status.tasks[place])
    guard status.isOnChart else { return [] }
    let isClosed = status.record.stage.isClosed
    var days = status.nodes.indices.filter { status.nodes[$0].metOn == nil }.map { node in
      Bulletin.Coming(day: status.nodes[node].due, task: place, node: node)
    }
    if !isClosed, task.term != .standing, let limit = status.record.limit {
      days.append(Bulletin.Coming(day: limit, task: place, node: nil))
    }
    return days.filter { (day...(isClosed ? day : next)).contains($0.day) }
  }
}

extension Ledger {
  /// The closings that a bulletin was issued with, by its number; one without a rhythm is a weekly one.
  var bulletins: [(number: Int, rhythm: Chart.Rhythm, closing: Entry)] {
    general.compactMap { entry in
      guard case .meeting(let meeting) = entry.fact, let number = meeting.issued else {
        return nil
      }
      return (number, meeting.rhythm ?? .weekly, entry)
    }.sorted {
      ($0.number, $0.closing.turn, $0.closing.id) < ($1.number, $1.closing.turn, $1.closing.id)
    }
  }
}
