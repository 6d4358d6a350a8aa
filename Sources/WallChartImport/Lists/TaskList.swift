import WallChartStore

/// A list of tasks as read: columns, rows, and everything in it that cannot be taken over.
struct TaskList: Sendable {
  let table: TaskTable
  let columns: TaskColumns
  /// The rows without findings of their own.
  private(set) var rows: [TaskRow] = []
  private(set) var findings: [ImportFinding]
  private(set) var remarks: [Remark]

  /// - Parameter days: how its days are to be read.
  init(_ table: TaskTable, days: DayReading = DayReading()) {
    self.table = table
    columns = TaskColumns(of: table.header)
    findings = columns.findings + table.findings.filter(columns.stands)
    remarks = table.table.remarks + table.remarks
    if !columns.ignored.isEmpty { remarks.append(.ignored(columns.ignored)) }
    // Without its columns every row would be found wanting.
    guard columns.findings.isEmpty else { return }
    var firstRows: [String: Int] = [:]
    var usesSurroundings = false
    for row in table.rows {
      var reader = RowReader(row, of: table, columns, days: days)
      if let task = TaskRow(&reader) { rows.append(task) }
      findings += reader.findings
      if reader.usesSurroundings { usesSurroundings = true }
      let id = reader.text("id")
      if id.isEmpty { continue }
      if let first = firstRows[id] {
        if rows.last?.source == row { rows.removeLast() }
        findings.append(finding(.duplicateTask(id, row: first), in: row, column: "id"))
      } else {
        firstRows[id] = row.number
      }
    }
    if usesSurroundings, let year = days.surroundings, !remarks.contains(.year(year)) {
      remarks.append(.year(year))
    }
  }

  func finding(
    _ problem: ImportFinding.Problem, in row: Table.Row, column: String
  ) -> ImportFinding {
    table.finding(problem, in: row, column: column, columns)
  }
}
