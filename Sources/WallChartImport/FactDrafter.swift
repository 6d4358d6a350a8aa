import WallChartStore

/// Turns what a list says has happened into entries of the ledger, through the same checks as
/// every key, one after another on a situation that grows with them.
///
/// What the ledger holds already is passed over: a node that is met, the count last reported, a
/// stage that is reached; and also the very same fact on the same day, for when somebody has
/// taken it back or sent the task back since, the ledger knows better than the list.
struct FactDrafter {
  let list: TaskList
  let author: Author
  let stamp: () -> Stamp
  private(set) var situation: Situation
  private(set) var entries: [Entry] = []
  private(set) var findings: [ImportFinding] = []

  init(_ list: TaskList, situation: Situation, by author: Author, stamp: @escaping () -> Stamp) {
    self.list = list
    self.situation = situation
    self.author = author
    self.stamp = stamp
  }

  /// Drafts what one row says; stops at the first thing that the rules do not allow, since what
  /// follows stands on it.
  mutating func draft(_ row: TaskRow) {
    guard let index = situation.index(of: row.id) else { return }
    let task = situation.chart.tasks[index]
    let stage = situation.status.tasks[index].record.stage
    if stage.steps < row.state.steps, let submitted = submission(of: row),
      let late = row.met.first(where: { $0.on > submitted })
    {
      let crossedOff = row.state == .crossedOff ? row.since : nil
      find(
        .metAfterSubmission(met: late.on, submitted: submitted, crossedOff: crossedOff), row,
        "n\(late.node)_done")
      return
    }
    for statement in statements(of: row, task) + steps(of: row, task, from: stage) {
      guard !isKnown(statement, of: index) else { continue }
      do throws(Refusal) {
        var entry = try entry(for: statement, of: row.id)
        // As the file will have it: entries of one day stay in the order they are written in.
        entry.turn = entry.at.milliseconds + Int64(entries.count)
        situation.add(entry)
        entries.append(entry)
      } catch {
        find(statement.problem(for: error), row, statement.column(for: error))
        return
      }
    }
  }

  private mutating func find(
    _ problem: ImportFinding.Problem, _ row: TaskRow, _ column: String
  ) {
    findings.append(list.finding(problem, in: row.source, column: column))
  }

  private func entry(for statement: Statement, of task: String) throws(Refusal) -> Entry {
    switch statement.fact {
    case .met(let node):
      try situation.mark(task, node: node, on: statement.on, by: author, stamp())
    case .report(let report):
      try situation.report(task, report, on: statement.on, by: author, stamp())
    default:
      try situation.step(
        task, statement.fact, on: statement.on, evidence: statement.evidence,
        by: Author(name: author.name, unit: statement.unit ?? author.unit), stamp())
    }
  }

  private func isKnown(_ statement: Statement, of index: Int) -> Bool {
    let (task, status) = (situation.chart.tasks[index], situation.status.tasks[index])
    if let node = statement.node, let place = task.nodes.firstIndex(where: { $0.id == node }),
      status.nodes[place].state.isMet
    {
      return true
    }
    if statement.node == nil, case .report(let report) = statement.fact,
      report.count == status.record.count
    {
      return true
    }
    return situation.ledger.entries(of: task.id).contains { entry in
      entry.on == statement.on && entry.fact.says(the: statement.fact)
    }
  }
}

// MARK: What a row says

/// One thing that a row says has happened.
private struct Statement {
  var fact: Fact
  var on: Day
  /// The column it comes from, and the one its day comes from.
  var column: String
  var dayColumn: String
  /// The day that column says; `on` may be computed from it.
  var writtenDay: Day
  /// The node it meets.
  var node: String?
  var unit: String?
  var evidence: [String] = []

  /// What to say when the rules do not allow it: no day that stands in no cell, unless it is said
  /// to be computed.
  func problem(for refusal: Refusal) -> ImportFinding.Problem {
    switch refusal {
    case .dayInTheFuture: .refusal(.dayInTheFuture(writtenDay))
    case .dayBeforeEarlierEntry(_, let earlier) where on < writtenDay:
      .submittedTooEarly(on, crossedOff: writtenDay, earlier: earlier)
    default: .refusal(refusal)
    }
  }

  /// The column to look at when the rules do not allow it.
  func column(for refusal: Refusal) -> String {
    switch refusal {
    case .dayInTheFuture, .dayBeforeEarlierEntry, .noticeRuns: dayColumn
    default: column
    }
  }
}

extension FactDrafter {
  /// Met nodes and the count, by day. A node with a quota is met by a report of it.
  private func statements(of row: TaskRow, _ task: Chart.Task) -> [Statement] {
    let nodes = task.nodesByID
    var statements = row.met.map { node, day in
      let quota = nodes[node]?.quota
      return Statement(
        fact: quota.map { .report(Fact.Report(count: $0)) } ?? .met(node: node), on: day,
        column: "n\(node)_done", dayColumn: "n\(node)_done", writtenDay: day, node: node)
    }
    if let count = row.count, let on = row.countOn {
      statements.append(
        Statement(
          fact: .report(Fact.Report(count: count)),
          // Lists repeat the count long after the task was handed in, with the day of the list;
          // it was reached by then, and a closed task takes no report.
          on: min(on, submission(of: row) ?? on), column: "quantity_done",
          dayColumn: "quantity_asof", writtenDay: on))
    }
    return statements.enumerated()
      .sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }.map(\.element)
  }

  /// The day a row's task was submitted. A list gives one date for the stage reached: for
  /// `submitted` and `notice` it is the day of the submission; before a cross-off the submission
  /// lies on the latest day the procedure allows, so that the public notice of `noticeDays` has
  /// run out on the day before.
  private func submission(of row: TaskRow) -> Day? {
    guard let since = row.since else { return nil }
    switch row.state {
    case .notStarted, .rectifying: return nil
    case .submitted, .notice: return since
    case .crossedOff: return since + (-situation.chart.rules.noticeDays - 1)
    }
  }

  /// The steps of the procedure from a stage to the row's state: submitted by the responsible
  /// unit, verified on the same day by the lead one, crossed off by it on the day of the list.
  private func steps(of row: TaskRow, _ task: Chart.Task, from stage: Stage) -> [Statement] {
    guard let since = row.since, let submitted = submission(of: row) else { return [] }
    let until = submitted + situation.chart.rules.noticeDays
    func step(_ fact: Fact, on day: Day, by unit: String?) -> Statement {
      Statement(
        fact: fact, on: day, column: "state", dayColumn: "state_since", writtenDay: since,
        unit: unit)
    }
    var steps = [
      step(.submit, on: submitted, by: task.unit),
      step(.verify(noticeUntil: until), on: submitted, by: task.lead),
      step(.crossOff, on: since, by: task.lead),
    ]
    steps[0].evidence = row.evidence.map { [$0] } ?? []
    steps = Array(steps.prefix(row.state.steps))
    // Reached once on that day and sent back since: the list is older than the ledger.
    guard let last = steps.last,
      !situation.ledger.entries(of: task.id).contains(where: {
        $0.on == last.on && $0.fact.says(the: last.fact)
      })
    else { return [] }
    return Array(steps.dropFirst(stage.steps))
  }
}

extension Stage {
  /// Steps of the procedure behind it.
  fileprivate var steps: Int {
    switch self {
    case .notStarted, .rectifying: 0
    case .submitted: 1
    case .notice: 2
    case .crossedOff: 3
    }
  }
}

extension Fact {
  /// Whether an entry of the ledger says what a list says: the same node, count or step.
  fileprivate func says(the fact: Fact) -> Bool {
    switch (self, fact) {
    case (.met(let left), .met(let right)): left == right
    case (.report(let left), .report(let right)): left.count == right.count
    case (.submit, .submit), (.verify, .verify), (.crossOff, .crossOff): true
    default: false
    }
  }
}
