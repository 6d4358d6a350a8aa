/// A text with a separator between the cells (RFC 4180, any line ends) as a table. What cannot be
/// read as such is found, never repaired. Empty lines and rows of empty cells, which spreadsheets
/// leave at the end, are passed over.
enum DelimitedText {
  static func table(_ bytes: [UInt8], file: String, _ options: TableFile.Options) -> Table {
    let text = ListText(of: bytes, options.encoding)
    var table = Table(
      file: file, rows: [], findings: text.finding.map { [$0] } ?? [],
      places: .text(LinePlaces(bytes: text.bytes)))
    if text.encoding != .utf8 { table.remarks.append(.encoding(text.encoding.name)) }
    guard text.finding == nil else { return table }
    var start = text.bytes.starts(with: TextEncoding.mark) ? TextEncoding.mark.count : 0
    let named = separatorLine(of: text.bytes, &start)
    let known = options.separator ?? named
    let candidates = known.map { [$0] } ?? Separator.candidates(in: text.bytes, from: start)
    guard candidates.count == 1 else {
      table.findings = [ImportFinding(place: start, problem: .ambiguousSeparator(candidates))]
      return table
    }
    if candidates[0] != .comma { table.remarks.append(.separator(candidates[0])) }
    table.text = RowText(text.bytes, separator: candidates[0])
    table.read(
      CellReader(text.bytes, from: start, separator: candidates[0]), rowLimit: options.rowLimit)
    return table
  }

  /// The sign that a first line such as `sep=;` names, which Excel writes and heeds; the line is
  /// passed over.
  private static func separatorLine(of text: [UInt8], _ start: inout Int) -> Separator? {
    let line = text[start...].prefix(16).prefix { $0 != 10 && $0 != 13 }
    guard line.count == 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=",
      let separator = Separator.allCases.first(where: { $0.byte == line.last })
    else { return nil }
    start = line.endIndex
    return separator
  }
}

extension Table {
  /// Takes in all rows, and what is wrong with them.
  fileprivate mutating func read(_ reader: CellReader, rowLimit: Int) {
    var reader = reader
    func find(_ problem: ImportFinding.Problem, at place: Int) {
      findings.append(ImportFinding(place: place, problem: problem))
    }
    var (number, cells) = (0, 0)
    while true {
      let start = reader.at
      guard let record = reader.nextRecord(width: rows.last?.cells.count ?? 0) else { break }
      if record.isEmpty { continue }
      number += 1
      cells += record.count
      if record.count > Self.columnLimit {
        find(.tooManyColumns(record.count, limit: Self.columnLimit), at: start)
      } else if number > rowLimit || cells > Self.cellLimit {
        find(.tooManyRows(rows: rowLimit, cells: Self.cellLimit), at: start)
      } else {
        // Where a quote is astray the separators mean nothing: the quote alone is named.
        let isAstray = reader.faults.last.map { $0.offset >= start } ?? false
        if number == 1 || !isAstray {
          rows.append(Row(number: number, cells: record.cells, areAsWritten: true))
        }
        continue
      }
      rows = []
      break
    }
    for fault in reader.faults { find(fault.problem, at: fault.offset) }
  }
}
