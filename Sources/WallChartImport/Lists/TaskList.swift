import WallChartStore

/// A list of tasks as read: columns, rows, and everything in it that cannot be taken over.
struct TaskList: Sendable {
  let table: TaskTable
  let columns: TaskColumns
  /// The rows without findings of their own.
  private(set) var rows: [TaskRow] = []
  private(set) var findings: [ImportFinding]
  private(set) var remarks: [Remark]
  /// The numbers of the rows that were left out as bad.
  private(set) var leftOut: Set<Int> = []
  /// The plan of which these are the tasks; nil for a list.
  private(set) var plan: Chart?

  /// The tasks of another chart, as if they were a list that goes into this one.
  init(_ plan: PlanFile, into chart: Chart) {
    table = TaskTable(
      plan.table, header: [TaskTable.Column(field: "id", label: "id", place: 0)])
    columns = .ofPlan
    rows = zip(plan.chart.tasks, plan.table.rows).map { TaskRow($0, $1) }
    findings = plan.table.findings
    remarks = [.onlyPlan]
    if !plan.unseen.isEmpty { remarks.append(.unseen(plan.unseen)) }
    self.plan = plan.chart
    let (theirs, ours) = (plan.chart, chart)
    if theirs.title != ours.title || theirs.rules != ours.rules || theirs.asOf != ours.asOf {
      remarks.append(.ownRules)
    }
  }

  /// - Parameter days: how its days are to be read.
  init(_ table: TaskTable, days: DayReading = DayReading()) {
    // A row needs its cells only until it is read: then others take up their memory.
    var (table, rest) = (table, table.rows)
    table = table.uncut
    self.table = table
    columns = TaskColumns(of: table.header, in: table.source)
    findings = columns.findings + table.findings.filter(columns.stands)
    remarks = table.table.remarks + table.remarks
    if !columns.ignored.isEmpty, !rest.isEmpty { remarks.append(.ignored(columns.ignored)) }
    // Without its columns every row would be found wanting.
    guard columns.findings.isEmpty else { return }
    var firstRows: [String: Int] = [:]
    var joined = 0
    var usesSurroundings = false
    var unseen: [Int: [Unicode.Scalar]] = [:]
    rows.reserveCapacity(rest.count)
    guard let first = rest.first else { return }
    var reader = RowReader(first, of: table, columns, days: days)
    for index in rest.indices {
      let row = rest[index]
      rest[index] = row.uncut(in: table.table.text)
      // It has no row: where not all is known, there is no leaving out what is bad.
      guard findings.count < ImportFinding.limit else {
        findings.append(
          ImportFinding(
            place: max(row.place, findings.last?.place ?? 0),
            problem: .tooManyFindings(limit: ImportFinding.limit)))
        break
      }
      reader.turn(to: row)
      let task = TaskRow(&reader)
      if let task { rows.append(task) }
      findings += reader.findings
      joined += reader.joined.count
      if !reader.unseen.isEmpty { unseen.merge(reader.unseen) { $1 } }
      if reader.usesSurroundings { usesSurroundings = true }
      let id = reader.text("id")
      if id.isEmpty { continue }
      if let first = firstRows[id] {
        if task != nil { rows.removeLast() }
        findings.append(finding(.duplicateTask(id, row: first), in: row, column: "id"))
      } else {
        firstRows[id] = row.number
      }
    }
    if joined > 0 { remarks.append(.joinedLines(cells: joined)) }
    if !unseen.isEmpty {
      let cells = unseen.sorted { $0.key < $1.key }
      remarks.append(
        .unseen(
          zip(table.table.labels(of: cells.map(\.key)), cells)
            .map { UnseenText(place: $0, characters: $1.value) }))
    }
    if usesSurroundings, let year = days.surroundings, !remarks.contains(.year(year)) {
      remarks.append(.year(year))
    }
  }

  /// The task of a row, where the list is a plan.
  func planned(_ row: TaskRow) -> Chart.Task? { plan?.tasks[row.source.number - 1] }

  /// The list without some of its rows, and without what was found in them.
  func leavingOut(_ numbers: Set<Int>) -> TaskList {
    var list = self
    list.rows.removeAll { numbers.contains($0.source.number) }
    list.findings.removeAll { $0.row.map(numbers.contains) ?? false }
    list.leftOut.formUnion(numbers)
    return list
  }

  /// Whether it is a file of rows that were left out before, mended: no list of all the tasks.
  var isOfRejects: Bool {
    table.source.first.map { Rejects.reasons.contains($0.label) } ?? false
  }

  /// What above its rows, or on its sheet, names the year of days that are written without one.
  var yearAbove: String? {
    guard let year = table.year else { return nil }
    var texts = table.titles
    if case .sheet(let name) = table.table.places { texts.append(name) }
    return texts.contains(year.text) ? year.text : nil
  }

  /// Whether what was found keeps out tasks that can be left out alone, and wholly. Of a torn row
  /// in a list with a row a node nobody knows whose node it is; ids without their zeros are those
  /// of other tasks than they say.
  func canLeaveOut(_ findings: [ImportFinding]) -> Bool {
    findings.allSatisfy { finding in
      switch finding.problem {
      case .columnCount where table.layout == .long, .lostZeros: false
      default: finding.row != nil
      }
    }
  }

  /// The ids of the tasks whose rows were left out; nil when one of them cannot be read, and might
  /// be any.
  var idsLeftOut: Set<String>? {
    var ids: Set<String> = []
    var unread = leftOut
    for row in table.rows where leftOut.contains(row.number) {
      guard let place = columns["id"] else { return nil }
      let id = row.cell(at: place).text.withoutOuterSpaces
      guard Identifier.isValid(id) else { return nil }
      ids.insert(id)
      unread.remove(row.number)
    }
    return unread.isEmpty ? ids : nil
  }

  func finding(
    _ problem: ImportFinding.Problem, in row: Table.Row, column: String
  ) -> ImportFinding {
    table.finding(problem, in: row, column: column, columns)
  }
}
