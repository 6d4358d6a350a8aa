import WallChartStore
import WallChartWords

/// The files that our own programs write, read as the lists they were: without the sign before what a
/// spreadsheet program would have taken for a formula.
enum GuardedCells {
  /// Headers that no other file has.
  private static let exportMarks = Language.allCases.map { Words($0)(.csvNodeState) }

  /// What a cell of an export says of a text: with signs that nobody sees written out, and without
  /// the spaces around it.
  static func said(of text: String) -> String { Printable.filtered(text).said }

  /// Whether a table is a chart that was exported.
  static func isExport(_ table: Table) -> Bool { has(exportMarks, table) }

  private static func has(_ marks: [String], _ table: Table) -> Bool {
    table.rows.prefix(Heading.depth).contains { row in
      row.cells.contains { marks.contains($0.text) }
    }
  }

  static func read(_ table: Table) -> Table {
    guard has(Rejects.reasons + exportMarks, table) else { return table }
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
