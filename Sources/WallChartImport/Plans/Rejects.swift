import WallChartStore
import WallChartWords

/// The rows that were left out, as they stood, each with the reasons before it: a list to be
/// mended and imported.
struct Rejects {
  private let list: TaskList
  private let findings: [ImportFinding]
  private let words: Words

  /// - Parameter findings: in the order of the file.
  init(_ findings: [ImportFinding], of list: TaskList, in words: Words) {
    (self.list, self.findings, self.words) = (list, findings, words)
  }

  /// The first column by which such a list is known, in every language.
  static let reasons = Language.allCases.map { Words($0)(.importRejectReason) }

  /// The numbers of the rows.
  static func rows(of findings: [ImportFinding]) -> Set<Int> { Set(findings.compactMap(\.row)) }

  /// Writes `FILE.rejects.csv`, or `rejects.csv` in the current folder for a list from standard
  /// input, or that name with a number, and gives the path. Never over another file.
  func write(beside file: String) throws(StoreError) -> String {
    let stem = file == "-" ? "rejects" : file + ".rejects"
    var number = 1
    while true {
      let path = number == 1 ? "\(stem).csv" : "\(stem)-\(number).csv"
      if try PosixFile.create(path, with: bytes) { return path }
      number += 1
    }
  }

  /// With the mark by which Excel knows UTF-8.
  var bytes: [UInt8] {
    let sheet = list.table.table
    // What was left out once already has a column of reasons.
    let old = list.isOfRejects ? 1 : 0
    let tasks = Dictionary(
      list.table.rows.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    var lines = list.yearAbove.map { [[$0]] } ?? []
    lines.append(
      [words(.importRejectReason)] + list.table.source.dropFirst(old).map(\.label))
    // All in one go: to count its lines, the file is gone through.
    let worded = zip(findings, Report.lines(for: findings, in: sheet, words))
    for (number, found) in Dictionary(grouping: worded, by: { $0.0.row ?? 0 })
      .sorted(by: { $0.key < $1.key })
    {
      // A row with too many or too few cells is that of no task.
      let task = tasks[number]
      let rows =
        task.map(list.table.sheetRows)
        ?? [list.table.sheetRow(at: found[0].0.place)].compactMap(\.self)
      // The row of its battle, which stands alone, comes before its own.
      let own = task.flatMap { list.table.sheetRow(at: $0.cells[list.columns["id"] ?? 0].place) }
      let reasons = found.map(\.1).joined(separator: " ")
      for row in rows {
        let isFirst = row == own ?? rows[0]
        lines.append(
          [isFirst ? reasons : ""] + texts(of: sheet.rows[row]).dropFirst(old))
      }
    }
    var text = CSVText()
    for line in lines { text.row(line.map { .raw($0) }) }
    return text.bytes
  }

  /// The cells of a row. A text has no cells over several columns: what stands in such a one of a
  /// matrix is due in the last of them, and stands there alone.
  private func texts(of row: Table.Row) -> [String] {
    var texts = row.cells.map(\.text)
    for run in row.merged {
      for column in run.filter(list.table.dateColumns.contains).dropLast() { texts[column] = "" }
    }
    return texts
  }
}
