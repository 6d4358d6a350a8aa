import WallChartStore

/// A list as rows of cells, each with its place in the file.
struct SourceTable: Sendable {
  /// One field of a row.
  struct Cell: Sendable, Equatable {
    var text: String
    /// Where it begins in the file, in bytes; a quoted cell begins at its quote.
    var offset: Int
  }

  /// One task of the list.
  struct Row: Sendable, Equatable {
    /// From 1; the line of column names is not counted.
    var number: Int
    var cells: [Cell]
  }

  /// The most columns that are read: room for a node a day of a year, and no list of a person has
  /// more. What is computed of a task grows faster than its nodes.
  static let columnLimit = 2000

  /// As it was given; used in messages.
  let file: String
  private(set) var header: [Cell] = []
  /// The rows with as many cells as there are column names.
  private(set) var rows: [Row] = []
  private(set) var findings: [ImportFinding] = []
  private var reader: CellReader

  /// Reads comma-separated values (RFC 4180, UTF-8, any line ends). What cannot be read as such
  /// is found, never repaired. Empty lines and rows of empty cells, which spreadsheets leave at
  /// the end, are passed over.
  init(_ bytes: [UInt8], file: String) {
    self.file = file
    reader = CellReader(bytes)
    // .xlsx and .ods are zip files; .xls begins with the signature of Microsoft's older container.
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      find(.workbook, at: 0)
      return
    }
    if let offset = reader.firstInvalidByte() {
      let hex = String(bytes[offset], radix: 16, uppercase: true)
      find(.fault(.notUTF8(hex: hex.count < 2 ? "0" + hex : hex)), at: offset)
      return
    }
    var count = 0
    while true {
      let known = reader.faults.count
      guard let cells = reader.nextRow() else { break }
      if cells.allSatisfy(\.text.isEmpty) { continue }
      if header.isEmpty {
        guard cells.count <= Self.columnLimit else {
          find(.tooManyColumns(cells.count, limit: Self.columnLimit), at: cells[0].offset)
          return
        }
        header = cells
      } else {
        count += 1
        // Where a quote is astray the commas mean nothing: the quote alone is named.
        if reader.faults.count == known { take(Row(number: count, cells: cells)) }
      }
    }
    for fault in reader.faults { find(fault.problem, at: fault.offset) }
    if header.isEmpty, findings.isEmpty {
      find(.empty, at: 0)
    } else if count == 0, findings.isEmpty {
      find(.noRows, at: header[0].offset)
    }
  }

  private mutating func take(_ row: Row) {
    if row.cells.count == header.count {
      rows.append(row)
    } else {
      findings.append(
        ImportFinding(
          offset: row.cells[0].offset, row: row.number,
          problem: .columnCount(expected: header.count, found: row.cells.count)))
    }
  }

  private mutating func find(_ problem: ImportFinding.Problem, at offset: Int) {
    findings.append(ImportFinding(offset: offset, problem: problem))
  }

  /// The lines, and the columns in characters, of places in the file in ascending order.
  func places(of offsets: [Int]) -> [(line: Int, column: Int)] { reader.places(of: offsets) }
}
