import WallChartStore

// Cells that say the same in another form.
extension ListBody {
  /// An id as the chart takes it, from one that offices write with brackets, spaces or other
  /// hyphens: `407-45-13` for 407（45-13）. Nil when other signs are in it.
  static func plainID(_ text: String) -> String? {
    guard text.utf8.count <= HeaderText.limit else { return nil }
    var parts = [""]
    for scalar in text.unicodeScalars {
      let sign = scalar.narrow
      if Identifier.isValid(String(sign)), sign != "-" {
        parts[parts.count - 1].unicodeScalars.append(sign)
      } else if signsInIDs.contains(sign) {
        parts.append("")
      } else {
        return nil
      }
    }
    let id = parts.filter { !$0.isEmpty }.joined(separator: "-")
    return Identifier.isValid(id) ? id : nil
  }

  private static let signsInIDs = Set("-–—‐()[]【】〔〕/、 \u{3000}\u{A0}".unicodeScalars)

  /// A row with the battle of the one above where it names none itself, as what is left of merged
  /// cells in a text; nil when nothing is missing or nothing is above.
  static func withBattle(
    of above: Table.Row?, _ row: Table.Row, columns: [Int]
  ) -> Table.Row? {
    func text(_ row: Table.Row, _ column: Int) -> String {
      row.cell(at: column).text.withoutOuterSpaces
    }
    guard let above, columns.allSatisfy({ text(row, $0).isEmpty }),
      columns.contains(where: { !text(above, $0).isEmpty }),
      columns.allSatisfy(row.cells.indices.contains)
    else { return nil }
    var row = row
    for column in columns { row.cells[column].text = text(above, column) }
    return row
  }
}
