import Glibc
import WallChartStore

/// Reads one sheet row by row. Nothing is made room for because a sheet claims to have it.
struct SheetReader {
  /// As many ranges and columns of their own as a sheet may have.
  private static let rangeLimit = 1 << 18

  let sheet: WorkbookSheet
  let book: Workbook
  let part: XMLPart
  /// The row that is being read, and the column of its last cell; both from 0.
  private(set) var row = -1
  var column = -1
  private(set) var merged: [MergedRange] = []
  /// Rows with something in them that the sheet hides, numbered from 1.
  private(set) var hiddenRows: [Int] = []
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  /// The text of the cell that is being read; kept for its room.
  var value: [UInt8] = []

  init(_ sheet: WorkbookSheet, of book: Workbook) throws(WorkbookRefusal) {
    self.sheet = sheet
    self.book = book
    part = try XMLPart(book.archive.part(sheet.part))
  }

  /// The next row that has something in it, with its filled cells alone.
  mutating func next() throws(WorkbookRefusal) -> Table.Row? {
    while try part.next() {
      switch (part.node, part.depth) {
      case (.start(.row), 2):
        let isHidden = try beginRow()
        let cells = try readCells()
        if cells.isEmpty { continue }
        if isHidden { hiddenRows.append(row + 1) }
        return Table.Row(number: row + 1, cells: cells)
      case (.start(.col), 2): try takeColumns()
      case (.start(.mergeCell), 2):
        let name = part.attributes()[.ref] ?? ""
        guard let range = MergedRange(name) else { throw badReference(name) }
        guard merged.count < Self.rangeLimit else { throw WorkbookRefusal(.inflatesTooFar) }
        merged.append(range)
      default: continue
      }
    }
    return nil
  }

  /// Begins a row; rows may be numbered, or follow each other. Whether it is hidden.
  private mutating func beginRow() throws(WorkbookRefusal) -> Bool {
    var number: String?
    var isHidden = false
    part.attributes { name, value in
      if name == .r { number = XMLPart.string(value) }
      if name == .hidden { isHidden = XMLPart.isTrue(value) }
    }
    let next = number.map { Int($0).map { $0 - 1 } } ?? row + 1
    guard let next, next > row, next < CellReference.rowLimit else {
      throw badReference(number ?? "\(row + 2)")
    }
    (row, column) = (next, -1)
    return isHidden
  }

  /// The filled cells of the row that has begun.
  private mutating func readCells() throws(WorkbookRefusal) -> [Table.Cell] {
    var cells: [Table.Cell] = []
    while try part.next() {
      switch (part.node, part.depth) {
      case (.start(.c), 3):
        guard let cell = try readCell() else { continue }
        guard column < Table.columnLimit else {
          throw refusal(.tooManyColumns(column + 1, limit: Table.columnLimit), at: cell.place)
        }
        cells.append(cell)
      case (.end(.row), 2): return cells
      default: continue
      }
    }
    return cells
  }

  /// Remembers columns that the sheet hides, as far as they are read.
  private mutating func takeColumns() throws(WorkbookRefusal) {
    var (first, last, isHidden) = (0, 0, false)
    part.attributes { name, value in
      switch name {
      case .min: first = Int(XMLPart.string(value)) ?? 0
      case .max: last = Int(XMLPart.string(value)) ?? 0
      case .hidden: isHidden = XMLPart.isTrue(value)
      default: break
      }
    }
    guard isHidden, first > 0, last >= first, first <= Table.columnLimit else { return }
    guard hiddenColumns.count < Self.rangeLimit else { throw WorkbookRefusal(.inflatesTooFar) }
    hiddenColumns.append(first - 1...min(last, Table.columnLimit) - 1)
  }

  /// What is wrong with a cell of this sheet, so that the sheet cannot be read.
  func refusal(_ problem: ImportFinding.Problem, at place: Int) -> WorkbookRefusal {
    WorkbookRefusal(problem, in: sheet, at: place)
  }

  /// A place in the sheet that no sheet has, or that has been passed already.
  func badReference(_ name: String) -> WorkbookRefusal {
    WorkbookRefusal(
      .badReference(name, part: part.position.part, line: part.position.line))
  }
}

extension XMLPart {
  /// The two ways of writing a truth.
  static func isTrue(_ value: UnsafePointer<UInt8>) -> Bool {
    strcmp(UnsafeRawPointer(value).assumingMemoryBound(to: CChar.self), "1") == 0
      || strcmp(UnsafeRawPointer(value).assumingMemoryBound(to: CChar.self), "true") == 0
  }
}
