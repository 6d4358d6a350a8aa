/// The line of column names of a table, or two of them joined, wherever it stands: lists have
/// titles and notes above it.
struct Heading: Sendable {
  /// How many rows from the top it is looked for.
  static let depth = 30

  /// As the list itself calls them, and where; a name over another one is joined to it by a slash.
  private(set) var labels: [(text: String, place: Int)]
  private(set) var columns: ColumnFields
  /// The rows above it, by their texts.
  let titles: [String]
  /// The first row of names, and the first one below them, as indices.
  let rows: Range<Int>
  /// The number of the last row of names: the tasks are counted from it.
  let number: Int

  /// Nil when the table has no row.
  init?(of table: Table, _ map: ColumnMap) {
    var best: Candidate?
    for index in table.rows.indices.prefix(Self.depth) {
      let single = Candidate(table.rows, index, isDouble: false, map)
      let double = Candidate(table.rows, index, isDouble: true, map)
      // Two rows that fit together say more than the upper one alone.
      guard let candidate = double ?? single else { continue }
      if candidate.columns.isWhole {
        best = candidate
        break
      }
      if candidate.columns.count > max(1, best?.columns.count ?? 0) { best = candidate }
    }
    guard let found = best ?? Candidate(table.rows, 0, isDouble: false, map) else { return nil }
    labels = found.labels
    columns = found.columns
    rows = found.rows
    number = table.rows[found.rows.upperBound - 1].number
    titles = table.rows[..<found.rows.lowerBound].map { row in
      var texts: [String] = []
      for text in row.cells.map(\.text.withoutOuterSpaces) where !text.isEmpty {
        if texts.last != text { texts.append(text) }
      }
      return texts.joined(separator: " ")
    }
  }

  /// Columns without a name and without anything in them, at the end, are what spreadsheets leave.
  mutating func dropEmptyColumns(of rows: ArraySlice<Table.Row>) {
    while labels.count > 1, let last = labels.last, last.text.isEmpty {
      let index = labels.count - 1
      let isEmpty = rows.allSatisfy { $0.cell(at: index).text.withoutOuterSpaces.isEmpty }
      guard isEmpty else { return }
      labels.removeLast()
    }
  }

  mutating func drop(_ makeshift: ColumnFields.Makeshift) { columns.drop(makeshift) }

  /// A row, or two, that may be the heading.
  private struct Candidate {
    var labels: [(text: String, place: Int)] = []
    let columns: ColumnFields
    let rows: Range<Int>

    init?(_ all: [Table.Row], _ index: Int, isDouble: Bool, _ map: ColumnMap) {
      guard index < all.count else { return nil }
      var headers: [[String]] = []
      if !isDouble {
        for cell in all[index].cells {
          let text = cell.text.withoutOuterSpaces
          headers.append([text])
          labels.append((text, cell.place))
        }
        rows = index..<index + 1
        columns = ColumnFields(headers, map)
        return
      }
      guard index + 1 < all.count,
        let joined = Self.joined(all[index].cells, all[index + 1].cells)
      else { return nil }
      for (top, bottom) in zip(joined, all[index + 1].cells) {
        switch (top.text.isEmpty, top.below.isEmpty) {
        case (_, true):
          headers.append([top.text])
          labels.append((top.text, top.place))
        case (true, false):
          headers.append([top.below])
          labels.append((top.below, bottom.place))
        case (false, false):
          // The last form is the one that messages show, and `--map` may repeat.
          headers.append([top.text + top.below, top.below, top.text + "/" + top.below])
          labels.append((top.text + "/" + top.below, bottom.place))
        }
      }
      rows = index..<index + 2
      columns = ColumnFields(headers, map)
      // A title over a heading spans it as well, but names no column that goes down.
      func isKnown(_ index: Int) -> Bool {
        columns.fields[index] != nil || columns.dates[index] != nil
      }
      guard joined.indices.contains(where: { joined[$0].below.isEmpty && isKnown($0) }),
        joined.indices.contains(where: { !joined[$0].below.isEmpty && isKnown($0) })
      else { return nil }
    }

    /// The names of two rows, where the lower one only says more of names that span columns; nil
    /// when it is no such row.
    private static func joined(
      _ upper: [Table.Cell], _ lower: [Table.Cell]
    ) -> [(text: String, below: String, place: Int)]? {
      guard upper.count == lower.count, upper.count > 1 else { return nil }
      let tops = upper.map(\.text.withoutOuterSpaces)
      var result: [(text: String, below: String, place: Int)] = []
      var isSpanned = false
      var span = ""
      for (index, cell) in lower.enumerated() {
        let below = cell.text.withoutOuterSpaces
        if !tops[index].isEmpty { span = tops[index] }
        let next = index + 1 < tops.count ? tops[index + 1] : span + "."
        let isInSpan =
          tops[index].isEmpty || next.isEmpty || next == span
          || index > 0 && tops[index - 1] == tops[index]
        if below.isEmpty || below == tops[index] {
          result.append((tops[index], "", upper[index].place))
        } else if isInSpan {
          result.append((span, below, upper[index].place))
          isSpanned = true
        } else {
          return nil
        }
      }
      return isSpanned ? result : nil
    }
  }
}
