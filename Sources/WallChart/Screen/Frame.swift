import WallChartWords

/// A whole screen as a value: cells, and where the cursor stands.
struct Frame: Equatable, Sendable {
  let size: Size
  /// The rows from above. Those that another frame has as well share its memory, so that they cost
  /// nothing and are known to be the same.
  private(set) var lines: [[Cell]]
  /// Column and row of the real cursor: on the selection or the caret, for screen readers and
  /// input methods.
  var cursor: (column: Int, row: Int) = (0, 0)
  /// What its roles look like.
  var theme = ThemeName.standard
  /// Before an audience it would only distract.
  var hidesCursor = false
  /// The rows that scroll, and which row of the chart stands at their top: two frames that differ
  /// only in it can be scrolled into each other.
  var body: Range<Int> = 0..<0
  var bodyTop = 0
  /// What the lines of the body were drawn for, and which of them another frame for the same may
  /// take over.
  var bodyLook: BodyLook?
  /// What the rows above the body were drawn for.
  var headLook: HeadLook?
  /// What the keys in the last row were drawn for.
  var hintsLook: HintsLook?
  var plainLines: [Bool] = []
  /// What was selected when the body was drawn, and where the cursor was for it.
  var bodySelection: BodySelection?
  var bodyCursor: (column: Int, row: Int) = (0, 0)
  /// How many of the changes of single tasks the body shows.
  var changes = 0
  /// The columns that are lit up in some rows, where nothing has a look of its own. Rows do not hold
  /// it, and so stay the same when it moves.
  var beam: Range<Int> = 0..<0
  private var isLit: [Bool]

  init(size: Size, of cell: Cell = .blank) {
    self.size = size
    isLit = Array(repeating: false, count: size.rows)
    lines = Array(repeating: Array(repeating: cell, count: size.columns), count: size.rows)
  }

  static func == (left: Frame, right: Frame) -> Bool {
    left.size == right.size && left.lines == right.lines && left.cursor == right.cursor
      && left.hidesCursor == right.hidesCursor && left.theme == right.theme
      && left.isLit == right.isLit && left.beam == right.beam
  }

  subscript(column: Int, row: Int) -> Cell {
    let cell = lines[row][column]
    return beam(ofRow: row).contains(column) ? cell.lit : cell
  }

  /// The columns of a row that are lit up.
  func beam(ofRow row: Int) -> Range<Int> { isLit[row] ? beam : 0..<0 }

  /// Lets the beam fall on a row.
  mutating func setLit(_ isLit: Bool, _ row: Int) { self.isLit[row] = isLit }

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
    let isWritten = text.utf8.withContiguousStorageIfAvailable { bytes in
      // A column a byte.
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
      at += max(0, min(bytes.count, end - column))
      guard at > column else { return true }
      Self.partWide(at: column, in: &lines[row])
      lines[row].withUnsafeMutableBufferPointer { line in
        for place in 0..<at - column {
          line[column + place] = Cell(UInt32(bytes[place]), role, isSelected: isSelected)
        }
      }
      Self.partWide(before: at, in: &lines[row])
      return true
    }
    if isWritten ?? false { return at }
    // Nearly every other text is of characters of one scalar: no need to look for clusters.
    guard text.unicodeScalars.allSatisfy(CellWidth.standsAlone) else {
      var cell = Cell(0, role, isSelected: isSelected)
      for character in text {
        let columns = CellWidth.columns(of: character)
        guard at + columns <= end else { break }
        cell.glyph = CellWidth.glyph(of: character)
        Self.put(cell, columns, at, in: &lines[row])
        at += columns
      }
      return at
    }
    for scalar in text.unicodeScalars {
      let columns = CellWidth.columns(of: scalar)
      guard at + columns <= end else { break }
      Self.put(Cell(scalar.value, role, isSelected: isSelected), columns, at, in: &lines[row])
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
    Self.put(cell, 1, column, in: &lines[row])
  }

  private static func put(_ cell: Cell, _ columns: Int, _ column: Int, in line: inout [Cell]) {
    partWide(at: column, in: &line)
    line[column] = cell
    if columns == 2 { line[column + 1] = Cell(0, cell.role, isSelected: cell.isSelected) }
    partWide(before: column + columns, in: &line)
  }

  /// A wide character whose right half is overwritten must not leave its left half behind.
  private static func partWide(at column: Int, in line: inout [Cell]) {
    if column > 0, line[column].isRightHalf { line[column - 1].glyph = " " }
  }

  /// Nor its right half when the left one is.
  private static func partWide(before column: Int, in line: inout [Cell]) {
    if column < line.count, line[column].isRightHalf { line[column].glyph = " " }
  }

  /// Empties a stretch of a row.
  mutating func clear(_ columns: Range<Int>, _ row: Int, _ role: Role) {
    let columns = columns.clamped(to: 0..<size.columns)
    guard (0..<size.rows).contains(row), !columns.isEmpty else { return }
    Self.partWide(at: columns.lowerBound, in: &lines[row])
    Self.partWide(before: columns.upperBound, in: &lines[row])
    lines[row].withUnsafeMutableBufferPointer { line in
      for column in columns { line[column] = Cell(0x20, role) }
    }
  }

  /// Gives a stretch of a row a role, keeping its text.
  mutating func paint(
    _ columns: Range<Int>, _ row: Int, _ role: Role, isSelected: Bool = false
  ) {
    guard (0..<size.rows).contains(row) else { return }
    lines[row].withUnsafeMutableBufferPointer { line in
      for column in columns.clamped(to: 0..<size.columns) {
        line[column].role = role
        line[column].isSelected = isSelected
      }
    }
  }

  /// Signs that are no letters replaced by ASCII ones; with `all`, everything beyond ASCII, a
  /// column by a column.
  mutating func reduceToASCII(all: Bool) {
    for row in lines.indices {
      for column in lines[row].indices where !lines[row][column].isASCII {
        if all {
          lines[row][column].standIn()
        } else if let sign = Cell.standIns[lines[row][column].base] {
          lines[row][column].glyph = sign
          // Where it took two columns, the other one is a blank.
          Self.partWide(before: column + 1, in: &lines[row])
        }
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

  /// The line that shows the row of a number as it looks when nothing is selected there.
  func plainLine(ofRow number: Int) -> Int? {
    let line = number - bodyTop
    return plainLines.indices.contains(line) && plainLines[line] ? body.lowerBound + line : nil
  }

  /// Takes over a whole row from another frame of the same size.
  mutating func copy(_ row: Int, of other: Frame, to target: Int) {
    lines[target] = other.lines[row]
    isLit[target] = other.isLit[row]
  }

  /// Whether a row is one that was taken over from another frame. One that is equal by chance is
  /// not said to be.
  func shares(_ row: Int, with other: Frame) -> Bool {
    lines[row].withUnsafeBufferPointer { line in
      other.lines[row].withUnsafeBufferPointer { $0.baseAddress == line.baseAddress }
    }
  }

  /// Moves the body up by so many rows (down when negative), as a terminal scrolls a region.
  mutating func scrollBody(by rows: Int) {
    let old = (lines: lines, isLit: isLit)
    let blank = Array(repeating: Cell.blank, count: size.columns)
    for row in body {
      let isKept = body.contains(row + rows)
      lines[row] = isKept ? old.lines[row + rows] : blank
      isLit[row] = isKept && old.isLit[row + rows]
    }
  }
}
