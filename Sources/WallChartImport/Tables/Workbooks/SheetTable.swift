import WallChartStore

/// One sheet put together: rows of equal width, merged cells filled.
struct SheetTable {
  /// As many cells as a list of 100,000 tasks with eighty columns has.
  private static let cellLimit = 1 << 23
  /// As many bytes as may come out of a workbook: cells that share a text could have far more.
  private static let textLimit = 256 << 20

  private let reader: SheetReader
  private var rows: [Table.Row] = []
  private var width = 0

  init(_ sheet: WorkbookSheet, of book: Workbook) throws(WorkbookRefusal) {
    var reader = try SheetReader(sheet, of: book)
    while let row = try reader.next() {
      rows.append(row)
      width = max(width, (row.cells.last?.reference.column ?? 0) + 1)
      guard rows.count * width <= Self.cellLimit else { throw Self.tooManyCells }
    }
    self.reader = reader
    for index in rows.indices { pad(index) }
    try fill(reader.merged)
    var bytes = 0
    for row in rows {
      for cell in row.cells { bytes += cell.text.utf8.count }
      guard bytes <= Self.textLimit else { throw WorkbookRefusal(.inflatesTooFar) }
    }
  }

  private static var tooManyCells: WorkbookRefusal {
    WorkbookRefusal(.tooManyCells(limit: cellLimit))
  }

  /// Gives a row a cell for each column.
  private mutating func pad(_ index: Int) {
    guard rows[index].cells.count < width else { return }
    let row = rows[index].number - 1
    var filled = rows[index].cells[...]
    rows[index].cells = (0..<width).map { column in
      if filled.first?.reference.column == column, let cell = filled.popFirst() { return cell }
      return Table.Cell(text: "", place: CellReference(row: row, column: column).place)
    }
  }

  /// Gives all cells of a range what its first one says, each in its own place. Only rows and
  /// columns with something of their own are filled: a range may claim the whole sheet.
  private mutating func fill(_ merged: [MergedRange]) throws(WorkbookRefusal) {
    var filled = 0
    for range in merged where range.first.column < width {
      var index = firstIndex(ofRow: range.first.row + 1)
      guard index < rows.count, rows[index].number == range.first.row + 1 else { continue }
      let first = rows[index].cells[range.first.column]
      if first.text.isEmpty, first.note == nil { continue }
      let columns = range.first.column...min(range.last.column, width - 1)
      while index < rows.count, rows[index].number <= range.last.row + 1 {
        if columns.count > 1 { rows[index].merged.append(columns) }
        for column in columns {
          rows[index].cells[column].text = first.text
          rows[index].cells[column].note = first.note
          filled += 1
        }
        // More than all there are: the ranges overlap, which no spreadsheet program writes.
        guard filled <= rows.count * width else { throw WorkbookRefusal(.overlappingRanges) }
        index += 1
      }
    }
  }

  /// The first row with at least this number.
  private func firstIndex(ofRow number: Int) -> Int {
    rows.partitioningIndex { $0.number >= number }
  }

  /// Hidden rows and columns are part of the list, for a filter is but a way of looking at it; but
  /// nobody sees them, so they are named.
  func table(file: String, _ remarks: [Remark]) -> Table {
    var remarks = remarks
    if !reader.hiddenRows.isEmpty {
      remarks.append(.hiddenRows(Self.runs(of: reader.hiddenRows)))
    }
    let columns = reader.hiddenColumns.filter { $0.lowerBound < width }
    if !columns.isEmpty {
      remarks.append(.hiddenColumns(columns.map { $0.clamped(to: 0...width - 1) }))
    }
    let findings = rows.isEmpty ? [ImportFinding(place: 0, problem: .empty)] : []
    return Table(
      file: file, rows: rows, findings: findings, remarks: remarks, places: reader.sheet.places)
  }

  /// Ascending numbers as runs without gaps.
  private static func runs(of numbers: [Int]) -> [ClosedRange<Int>] {
    numbers.reduce(into: []) { runs, number in
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
  }
}

extension Table.Cell {
  /// Where in its sheet the cell of a workbook stands.
  fileprivate var reference: CellReference { CellReference(place: place) }
}
