/// A whole screen as a value: cells, and where the cursor stands.
struct Frame: Equatable, Sendable {
  let size: Size
  private(set) var cells: [Cell]
  /// Column and row of the real cursor: on the selection or the caret, for screen readers and
  /// input methods.
  var cursor: (column: Int, row: Int) = (0, 0)
  /// Before an audience it would only distract.
  var hidesCursor = false
  /// The rows that scroll, and which row of the chart stands at their top: two frames that differ
  /// only in it can be scrolled into each other.
  var body: Range<Int> = 0..<0
  var bodyTop = 0
  /// What the lines of the body were drawn for, and the row of each line that another frame for
  /// the same may take over.
  var bodyLook: BodyLook?
  /// What the rows above the body were drawn for.
  var headLook: HeadLook?
  var plainRows: [Row?] = []

  init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  static func == (left: Frame, right: Frame) -> Bool {
    left.size == right.size && left.cells == right.cells && left.cursor == right.cursor
      && left.hidesCursor == right.hidesCursor
  }

  subscript(column: Int, row: Int) -> Cell { cells[row * size.columns + column] }

  /// Writes text from a place, at most `width` columns; returns the column behind it. What does
  /// not fit is left out, never halved.
  @discardableResult
  mutating func write(
    _ text: some StringProtocol, at column: Int, _ row: Int, _ role: Role = .plain,
    width: Int? = nil, isSelected: Bool = false
  ) -> Int {
    guard (0..<size.rows).contains(row), (0..<size.columns).contains(column) else { return column }
    let end = min(size.columns, width.map { column + $0 } ?? size.columns)
    var at = column
    // A column a byte.
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      let width = min(text.utf8.count, end - column)
      guard width > 0 else { return column }
      partWide(at: row * size.columns + column, isFirst: column == 0)
      for byte in text.utf8.prefix(width) {
        cells[row * size.columns + at] = Cell(UInt32(byte), role, isSelected: isSelected)
        at += 1
      }
      if at < size.columns { partWide(before: row * size.columns + at) }
      return at
    }
    // Nearly every other text is of characters of one scalar: no need to look for clusters.
    guard text.unicodeScalars.allSatisfy(CellWidth.standsAlone) else {
      var cell = Cell(0, role, isSelected: isSelected)
      for character in text {
        let columns = CellWidth.columns(of: character)
        guard at + columns <= end else { break }
        cell.glyph = CellWidth.glyph(of: character)
        put(cell, columns, at, row)
        at += columns
      }
      return at
    }
    for scalar in text.unicodeScalars {
      let columns = WideCharacters.contains(scalar) ? 2 : 1
      guard at + columns <= end else { break }
      put(Cell(scalar.value, role, isSelected: isSelected), columns, at, row)
      at += columns
    }
    return at
  }

  /// Writes a sign that is one column wide.
  mutating func write(
    _ sign: Character, at column: Int, _ row: Int, _ role: Role, isSelected: Bool = false
  ) {
    guard (0..<size.rows).contains(row), (0..<size.columns).contains(column) else { return }
    var cell = Cell(0, role, isSelected: isSelected)
    cell.glyph = sign
    put(cell, 1, column, row)
  }

  private mutating func put(_ cell: Cell, _ columns: Int, _ column: Int, _ row: Int) {
    let index = row * size.columns + column
    partWide(at: index, isFirst: column == 0)
    cells[index] = cell
    if columns == 2 { cells[index + 1] = Cell(0, cell.role, isSelected: cell.isSelected) }
    if column + columns < size.columns { partWide(before: index + columns) }
  }

  /// A wide character whose right half is overwritten must not leave its left half behind.
  private mutating func partWide(at index: Int, isFirst: Bool) {
    if cells[index].isRightHalf, !isFirst { cells[index - 1].glyph = " " }
  }

  /// Nor its right half when the left one is.
  private mutating func partWide(before index: Int) {
    if cells[index].isRightHalf { cells[index].glyph = " " }
  }

  /// Gives a stretch of a row a role, keeping its text.
  mutating func paint(
    _ columns: Range<Int>, _ row: Int, _ role: Role, isSelected: Bool = false
  ) {
    for column in columns.clamped(to: 0..<size.columns) where (0..<size.rows).contains(row) {
      cells[row * size.columns + column].role = role
      cells[row * size.columns + column].isSelected = isSelected
    }
  }

  /// Signs that are no letters replaced by ASCII ones; with `all`, everything beyond ASCII, a
  /// column by a column.
  mutating func reduceToASCII(all: Bool) {
    for index in cells.indices where !cells[index].isASCII {
      switch cells[index].glyph {
      case "·": cells[index].glyph = "-"
      case "…": cells[index].glyph = "."
      default: if all { cells[index].glyph = "?" }
      }
    }
  }

  /// The text of a row, blanks at its end left out.
  func text(ofRow row: Int) -> String {
    var text = ""
    for column in 0..<size.columns {
      if let glyph = self[column, row].glyph { text.append(glyph) }
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The whole screen as lines of text.
  var text: String {
    (0..<size.rows).map { text(ofRow: $0) }.joined(separator: "\n")
  }

  /// The line that shows a row of the chart, when it is the row of that number here.
  func line(of row: Row, at number: Int) -> Int? {
    let line = number - bodyTop
    return plainRows.indices.contains(line) && plainRows[line] == row ? body.lowerBound + line : nil
  }

  /// Takes over a whole row from another frame of the same size.
  mutating func copy(_ row: Int, of other: Frame, to target: Int) {
    let columns = size.columns
    cells.replaceSubrange(
      target * columns..<(target + 1) * columns,
      with: other.cells[row * columns..<(row + 1) * columns])
  }

  /// Moves the body up by so many rows (down when negative), as a terminal scrolls a region.
  mutating func scrollBody(by rows: Int) {
    let old = cells
    for row in body {
      for column in 0..<size.columns {
        let from = row + rows
        cells[row * size.columns + column] =
          body.contains(from) ? old[from * size.columns + column] : .blank
      }
    }
  }
}
