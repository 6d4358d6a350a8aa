/// Where a cell stands: C7 is column 2 and row 6, counted from 0.
struct CellReference: Equatable {
  /// More rows than any spreadsheet program has.
  static let rowLimit = 1 << 20

  var row: Int
  var column: Int

  init(row: Int, column: Int) {
    (self.row, self.column) = (row, column)
  }

  /// Reads a name such as C7; nil when no sheet has such a cell.
  init?(_ name: some Sequence<UInt8>) {
    var (column, row) = (0, 0)
    for sign in name {
      switch sign {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(sign - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        let digit = Int(sign - UInt8(ascii: "0"))
        // No name begins with a zero.
        guard row > 0 || digit > 0 else { return nil }
        row = row * 10 + digit
      default: return nil
      }
      guard column <= Table.Places.columnsPerRow, row <= Self.rowLimit else { return nil }
    }
    guard row > 0 else { return nil }
    self.init(row: row - 1, column: column - 1)
  }

  init(place: Int) {
    (row, column) = place.quotientAndRemainder(dividingBy: Table.Places.columnsPerRow)
  }

  var place: Int { row * Table.Places.columnsPerRow + column }
}

/// Cells that are shown as one, with the text of the first.
struct MergedRange {
  var first: CellReference
  var last: CellReference

  /// Reads a range such as A1:C7.
  init?(_ name: String) {
    let ends = name.utf8.split(separator: UInt8(ascii: ":")).map { CellReference($0) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first.row <= last.row,
      first.column <= last.column
    else { return nil }
    (self.first, self.last) = (first, last)
  }
}
