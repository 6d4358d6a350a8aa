/// One place of the screen.
struct Cell: Equatable, Sendable {
  /// Nil in the right half of a wide character.
  var glyph: Character?
  var role: Role
  /// In reverse video.
  var isSelected = false

  static let blank = Cell(glyph: " ", role: .plain)
}

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
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      // A column a byte: no need to look for clusters and widths.
      for byte in text.utf8.prefix(end - at) {
        put(Character(Unicode.Scalar(byte)), 1, at, row, role, isSelected)
        at += 1
      }
      return at
    }
    for character in text {
      let columns = CellWidth.columns(of: character)
      guard at + columns <= end else { break }
      put(CellWidth.glyph(of: character), columns, at, row, role, isSelected)
      at += columns
    }
    return at
  }

  /// Writes a sign that is one column wide.
  mutating func write(
    _ sign: Character, at column: Int, _ row: Int, _ role: Role, isSelected: Bool = false
  ) {
    guard (0..<size.rows).contains(row), (0..<size.columns).contains(column) else { return }
    put(sign, 1, column, row, role, isSelected)
  }

  private mutating func put(
    _ glyph: Character, _ columns: Int, _ column: Int, _ row: Int, _ role: Role, _ isSelected: Bool
  ) {
    let index = row * size.columns + column
    // A wide character whose half is overwritten must not leave its other half behind.
    if cells[index].glyph == nil, column > 0 { cells[index - 1].glyph = " " }
    cells[index] = Cell(glyph: glyph, role: role, isSelected: isSelected)
    if columns == 2 {
      cells[index + 1] = Cell(glyph: nil, role: role, isSelected: isSelected)
    }
    let next = index + columns
    if column + columns < size.columns, cells[next].glyph == nil { cells[next].glyph = " " }
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
    for index in cells.indices {
      guard let glyph = cells[index].glyph else {
        if all { cells[index].glyph = "?" }
        continue
      }
      if glyph.isASCII { continue }
      switch glyph {
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
