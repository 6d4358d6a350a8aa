import WallChartStore

/// One thing that a row says has happened.
struct Statement {
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
  func statements(of row: TaskRow, _ task: Chart.Task) -> [Statement] {
    let places = NodePlaces(of: task.nodes)
    var statements = row.met.map { node, day in
      let quota = places[node].flatMap { task.nodes[$0].quota }
      let column = NodePart.done.column(of: node)
      return Statement(
        fact: quota.map { .report(Fact.Report(count: $0)) } ?? .met(node: node), on: day,
        column: column, dayColumn: column, writtenDay: day, node: node)
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
  func submission(of row: TaskRow) -> Day? {
    guard let since = row.since else { return nil }
    switch row.state {
    case .notStarted, .rectifying: return nil
    case .submitted, .notice: return since
    case .crossedOff: return since + (-chart.rules.noticeDays - 1)
    }
  }

  /// The steps of the procedure from a stage to the row's state: submitted by the responsible
  /// unit, verified on the same day by the lead one, crossed off by it on the day of the list.
  func steps(of row: TaskRow, _ task: Chart.Task, from stage: Stage) -> [Statement] {
    guard let since = row.since, let submitted = submission(of: row) else { return [] }
    let until = submitted + chart.rules.noticeDays
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
  var steps: Int {
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
  func says(the fact: Fact) -> Bool {
    switch (self, fact) {
    case (.met(let left), .met(let right)): left == right
    case (.report(let left), .report(let right)): left.count == right.count
    case (.submit, .submit), (.verify, .verify), (.crossOff, .crossOff): true
    default: false
    }
  }
}
