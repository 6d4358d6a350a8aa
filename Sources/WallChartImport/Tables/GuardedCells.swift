import WallChartStore
import WallChartWords

/// The files that our own programs write, read as the lists they were: without the sign before what a
/// spreadsheet program would have taken for a formula.
enum GuardedCells {
  /// Headers that no other file has.
  private static let marks =
    Rejects.reasons + Language.allCases.map { Words($0)(.csvNodeState) }

  static func read(_ table: Table) -> Table {
    let isOurs = table.rows.prefix(Heading.depth).contains { row in
      row.cells.contains { marks.contains($0.text) }
    }
    guard isOurs else { return table }
    var table = table
    for row in table.rows.indices {
      for (column, cell) in table.rows[row].cells.enumerated()
      where cell.text.unicodeScalars.first == "'" {
        table.rows[row].cells[column].text = CSVText.unguarded(cell.text)
      }
    }
    return table
  }
}
