import WallChartStore

/// A list with a row a task and columns of known meaning: what every layout is turned into.
struct TaskTable: Sendable {
  /// One column.
  struct Column: Sendable, Equatable {
    /// What it means, such as `title_en` or `n3_due`; a name that means nothing stays as it is.
    var field: String
    /// As the list itself calls it; used in messages.
    var label: String
    var place: Int
  }

  /// The sheet it comes from.
  let table: Table
  private(set) var header: [Column] = []
  /// A row a task, numbered from 1 or as the sheet does, with a cell for each column, wherever in the sheet it stands.
  private(set) var rows: [Table.Row] = []
  private(set) var findings: [ImportFinding] = []

  init(_ table: Table) {
    self.table = table
    findings = table.findings
    guard let first = table.rows.first else {
      if findings.isEmpty { findings = [ImportFinding(place: 0, problem: .empty)] }
      return
    }
    header = first.cells.map { cell in
      let name = cell.text.withoutOuterSpaces
      return Column(field: name, label: name, place: cell.place)
    }
    // A sheet numbers its rows for everybody to see; those of a text are counted without the first.
    let before = table.isSheet ? 0 : 1
    for row in table.rows.dropFirst() {
      take(Table.Row(number: row.number - before, cells: row.cells))
    }
    if rows.isEmpty, findings.isEmpty {
      findings = [ImportFinding(place: first.cells[0].place, problem: .noRows)]
    }
  }

  private mutating func take(_ row: Table.Row) {
    if row.cells.count == header.count {
      rows.append(row)
    } else {
      findings.append(
        ImportFinding(
          place: row.cells[0].place, row: row.number,
          problem: .columnCount(expected: header.count, found: row.cells.count)))
    }
  }
}
