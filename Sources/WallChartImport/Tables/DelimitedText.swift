import WallChartStore

/// A file of comma-separated values (RFC 4180, UTF-8, any line ends) as a table. What cannot be
/// read as such is found, never repaired. Empty lines and rows of empty cells, which spreadsheets
/// leave at the end, are passed over.
enum DelimitedText {
  static func table(_ bytes: [UInt8], file: String) -> Table {
    var reader = CellReader(bytes)
    var rows: [Table.Row] = []
    var findings: [ImportFinding] = []
    func find(_ problem: ImportFinding.Problem, at place: Int) {
      findings.append(ImportFinding(place: place, problem: problem))
    }
    // .xlsx and .ods are zip files; .xls begins with the signature of Microsoft's older container.
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      find(.workbook, at: 0)
    } else if let place = reader.firstInvalidByte() {
      let hex = String(bytes[place], radix: 16, uppercase: true)
      find(.fault(.notUTF8(hex: hex.count < 2 ? "0" + hex : hex)), at: place)
    } else {
      var number = 0
      while true {
        let known = reader.faults.count
        guard let cells = reader.nextRow() else { break }
        if cells.allSatisfy(\.text.isEmpty) { continue }
        guard cells.count <= Table.columnLimit else {
          find(.tooManyColumns(cells.count, limit: Table.columnLimit), at: cells[0].place)
          rows = []
          break
        }
        number += 1
        // Where a quote is astray the commas mean nothing: the quote alone is named.
        if number == 1 || reader.faults.count == known {
          rows.append(Table.Row(number: number, cells: cells))
        }
      }
      for fault in reader.faults { find(fault.problem, at: fault.offset) }
    }
    return Table(file: file, rows: rows, findings: findings, places: .text(reader.lines))
  }
}
