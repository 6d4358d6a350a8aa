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
  /// Why days move, in words.
  private let reason: String
  /// What was taken back with the list it came with is news again.
  private let takenBack: Set<EntryID>

  init(
    _ list: TaskList, situation: Situation, by author: Author, reason: String,
    stamp: @escaping () -> Stamp
  ) {
    self.list = list
    self.situation = situation
    self.author = author
    self.reason = reason
    self.stamp = stamp
    takenBack = situation.ledger.entriesOfImportsTakenBack
  }

  /// Drafts the days that a row moves.
  mutating func draft(_ moves: [Move], of row: TaskRow) {
    guard let index = situation.index(of: row.id) else { return }
    let task = situation.chart.tasks[index]
    let unit = author.unit ?? task.lead ?? task.unit
    for move in Move.ordered(moves, nodes: task.nodes.map(\.id)) {
      let fact = Fact.extend(
        Fact.Extension(
          from: move.from, to: move.to, approvedBy: author.name, reason: reason, node: move.node))
      do throws(Refusal) {
        add(
          try situation.step(
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
    guard let index = situation.index(of: row.id) else { return }
    let (task, record) = (situation.chart.tasks[index], situation.status.tasks[index].record)
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
    guard let index = situation.index(of: row.id) else { return }
    let task = situation.chart.tasks[index]
    let stage = situation.status.tasks[index].record.stage
    if stage.steps < row.state.steps, let submitted = submission(of: row),
      let late = row.met.first(where: { $0.on > submitted })
    {
      let crossedOff = row.state == .crossedOff ? row.since : nil
      find(
        .metAfterSubmission(met: late.on, submitted: submitted, crossedOff: crossedOff), row,
        NodePart.done.column(of: late.node))
      return
    }
    for statement in statements(of: row, task) + steps(of: row, task, from: stage) {
      guard !isKnown(statement, of: index) else { continue }
      do throws(Refusal) {
        add(try entry(for: statement, of: row.id))
      } catch {
        find(statement.problem(for: error), row, statement.column(for: error))
        return
      }
    }
  }

  private mutating func add(_ drafted: Entry) {
    var entry = drafted
    // As the file will have it: entries of one day stay in the order they are written in.
    entry.turn = entry.at.milliseconds + Int64(entries.count)
    situation.add(entry)
    entries.append(entry)
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
        && !takenBack.contains(entry.id)
    }
  }
}
