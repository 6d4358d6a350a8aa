import WallChartWords

// A paper for a spreadsheet program: all its tables one below the other, numbers as numbers.
extension Document {
  func csv(_ words: Words) -> String {
    var rows: [[CSVText.Cell]] = [[.text(title)]] + facts.map { [.text($0.text)] }
    for section in sections {
      rows += [[], [.text(section.title)]]
      for (place, block) in section.blocks.enumerated() {
        // Two tables next to each other are not one.
        if place > 0, case .table = block { rows.append([]) }
        switch block {
        case .paragraph(let text): rows.append([.text(text)])
        case .list(let items): rows += items.map { [.text($0)] }
        case .table(let table):
          rows.append(table.columns.flatMap { $0.heads(words) })
          rows += table.rows.map { row in
            zip(table.columns, row.cells).flatMap { $1.cells(of: $0, words) }
          }
        }
      }
    }
    if !imprint.isEmpty { rows += [[]] + imprint.map { [.text($0.text)] } }
    // All rows have as many cells (RFC 4180).
    let width = rows.map(\.count).max() ?? 0
    var sheet = CSVText()
    for row in rows {
      sheet.row(row + Array(repeating: .empty, count: width - row.count))
    }
    return sheet.text
  }
}

extension Document.Column {
  /// A share takes three cells: the part, its base, and whole percents.
  fileprivate func heads(_ words: Words) -> [CSVText.Cell] {
    guard kind == .share else { return [.text(head)] }
    return [
      .text(words(.paperPart)), .text(words(.paperBase)),
      .text(words(.paperPercent, ["what": head])),
    ]
  }
}

extension Document.Cell {
  fileprivate func cells(of column: Document.Column, _ words: Words) -> [CSVText.Cell] {
    switch self {
    case .text(let text): [text.isEmpty ? .empty : .text(text)]
    case .day(let day, _): [.day(day)]
    case .figure(let number): [.figure(number)]
    case .share(_, 0): [.figure(0), .figure(0), .empty]
    case .share(let part, let whole):
      [.figure(part), .figure(whole), .figure(Int(percent(part, of: whole)) ?? 0)]
    case .none: Array(repeating: .empty, count: column.kind == .share ? 3 : 1)
    }
  }
}
