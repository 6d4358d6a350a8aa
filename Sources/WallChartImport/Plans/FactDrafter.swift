import WallChartStore

/// Turns what a list says has happened into entries of the ledger, through the same checks as
/// every key, one after another on a situation that grows with them. That is one of a single task,
/// for no rule of these looks at another: the status of all tasks would be half of the memory.
///
/// What the ledger holds already is passed over: a node that is met, the count last reported, a
/// stage that is reached; and also the very same fact on the same day, for when somebody has
/// taken it back or sent the task back since, the ledger knows better than the list.
struct FactDrafter {
  let list: TaskList
  let author: Author
  let stamp: () -> Stamp
  /// Of the task that was last taken up.
  private(set) var situation: Situation
  /// The last draft about that task, until something else asks how the task stands then.
  private var pending: Entry?
  private(set) var entries = SoundEntries()
  private(set) var findings: [ImportFinding] = []
  /// Why days move, in words.
  private let reason: String
  /// What was taken back with the list it came with is news again.
  private let takenBack: Set<EntryID>
  let chart: Chart
  private let ledger: Ledger
  /// Where tasks and units stand in the plan.
  private let tasks: [String: Int]
  private let units: [String: Int]

  /// - Parameters:
  ///   - chart: the plan as the list makes it.
  ///   - day: the latest day of a fact.
  init(
    _ list: TaskList, into chart: Chart, ledger: Ledger, on day: Day, by author: Author,
    reason: String, stamp: @escaping () -> Stamp
  ) {
    func places(_ ids: some Collection<String>) -> [String: Int] {
      Dictionary(zip(ids, 0...), uniquingKeysWith: { $1 })
    }
    self.list = list
    (self.chart, self.ledger) = (chart, ledger)
    self.author = author
    self.reason = reason
    self.stamp = stamp
    takenBack = ledger.entriesOfImportsTakenBack
    tasks = places(chart.tasks.lazy.map(\.id))
    units = places(chart.units.lazy.map(\.id))
    situation = Situation(chart: Chart(title: chart.title), ledger: Ledger(), on: day)
  }

  private func task(of row: TaskRow) -> Chart.Task? { tasks[row.id].map { chart.tasks[$0] } }

  private mutating func settle() {
    if let entry = pending { situation.add(entry) }
    pending = nil
  }

  /// Takes up a row's task, with what the ledger has of it and what was drafted; nil when the plan
  /// has none.
  private mutating func takeUp(_ row: TaskRow) -> Chart.Task? {
    if let task = situation.chart.tasks.first, task.id == row.id {
      settle()
      return task
    }
    guard let task = task(of: row) else { return nil }
    pending = nil
    var part = Chart(title: chart.title)
    part.rules = chart.rules
    part.tasks = [task]
    // Those that may act.
    part.units = [author.unit, task.unit, task.lead].compactMap { unit in
      unit.flatMap { units[$0] }.map { chart.units[$0] }
    }
    var about = Ledger()
    for entry in ledger.entries(of: task.id) { about.add(entry) }
    situation = Situation(chart: part, ledger: about, on: situation.day)
    situation.checksLines = false
    return task
  }

  /// Puts the entry of the import itself before all others.
  mutating func begin(with entry: Entry) throws(Refusal) { try entries.begin(with: entry) }

  /// Drafts the days that a row moves.
  mutating func draft(_ moves: [Move], of row: TaskRow) {
    guard !moves.isEmpty, let task = takeUp(row) else { return }
    let unit = author.unit ?? task.lead ?? task.unit
    for move in Move.ordered(moves, nodes: task.nodes.map(\.id)) {
      let fact = Fact.extend(
        Fact.Extension(
          from: move.from, to: move.to, approvedBy: author.name, reason: reason, node: move.node))
      settle()
      do throws(Refusal) {
        try add(
          situation.step(
            task.id, fact, by: Author(name: author.name, unit: unit), stamp()))
      } catch {
        find(
          .cannotMove(error, from: move.from), row,
          move.node.map { NodePart.due.column(of: $0) } ?? list.columns.limit)
        return
      }
    }
  }

  /// Holds the days now in force against each other: a new node may lie wrong among those moved.
  mutating func checkOrder(of row: TaskRow) {
    guard let task = takeUp(row) else { return }
    let record = situation.status.tasks[0].record
    for (place, node) in task.nodes.enumerated() {
      if place > 0, record.due[place] <= record.due[place - 1] {
        find(
          .fault(.nodesOutOfOrder(task: task.id, node: node.id)), row,
          NodePart.due.column(of: node.id))
      } else if let limit = record.limit, record.due[place] > limit {
        find(
          .fault(.nodeAfterLimit(task: task.id, node: node.id)), row,
          NodePart.due.column(of: node.id))
      }
    }
  }

  /// Drafts what one row says; stops at the first thing that the rules do not allow, since what
  /// follows stands on it.
  mutating func draft(_ row: TaskRow) {
    guard let task = task(of: row) else { return }
    let told = statements(of: row, task)
    // Mostly a list says nothing, or nothing new; then nobody needs to know how the task stands.
    if row.state.steps == 0, told.allSatisfy({ says($0, of: task, ledger) }) { return }
    _ = takeUp(row)
    let stage = situation.status.tasks[0].record.stage
    if stage.steps < row.state.steps, let submitted = submission(of: row),
      let late = row.met.first(where: { $0.on > submitted })
    {
      let crossedOff = row.state == .crossedOff ? row.since : nil
      find(
        .metAfterSubmission(met: late.on, submitted: submitted, crossedOff: crossedOff), row,
        NodePart.done.column(of: late.node))
      return
    }
    for statement in told + steps(of: row, task, from: stage) {
      settle()
      guard !isKnown(statement, of: task) else { continue }
      do throws(Refusal) {
        try add(entry(for: statement, of: row.id))
      } catch {
        find(statement.problem(for: error), row, statement.column(for: error))
        return
      }
    }
  }

  private mutating func add(_ drafted: Entry) throws(Refusal) {
    var entry = drafted
    // As the file will have it: entries of one day stay in the order they are written in.
    entry.turn = entry.at.milliseconds + Int64(entries.all.count)
    try entries.append(entry)
    pending = entry
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

  private func isKnown(_ statement: Statement, of task: Chart.Task) -> Bool {
    let status = situation.status.tasks[0]
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
    return says(statement, of: task, situation.ledger)
  }

  /// Whether a ledger says it already.
  private func says(_ statement: Statement, of task: Chart.Task, _ ledger: Ledger) -> Bool {
    ledger.entries(of: task.id).contains { entry in
      entry.on == statement.on && entry.fact.says(the: statement.fact)
        && !takenBack.contains(entry.id)
    }
  }
}
