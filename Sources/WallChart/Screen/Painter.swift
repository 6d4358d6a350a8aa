import WallChartWords

/// Turns a frame into what a terminal is to be sent, given the frame that it shows: only cells that
/// differ, in as few bytes as the terminal's language has for them.
struct Painter: Sendable {
  /// The terminal, without what would empty cells to another ground than the theme's.
  private var terminal: Capabilities
  private let wholeTerminal: Capabilities
  private let depth: Theme.Depth
  private var theme: ThemeName
  private var looks: Looks
  private var bytes: [UInt8] = []
  /// The look that is switched on.
  private var look: Looks.Number
  /// Where the cursor stands; nil where that is not sure.
  private var cursor: (column: Int, row: Int)?
  /// Whether the terminal itself has said how wide it draws what is ambiguous.
  private var knowsAmbiguous = false
  /// Where something else was written at the edge, since it might have gone beyond.
  private var stoodIn: [(column: Int, row: Int)] = []

  init(_ terminal: Capabilities, _ depth: Theme.Depth) {
    (self.terminal, wholeTerminal) = (terminal, terminal)
    (self.depth, theme) = (depth, .standard)
    looks = Looks(terminal, Theme(theme, depth))
    look = Looks.nothing
  }

  /// The terminal draws narrow what is ambiguous: there is no doubt any more. What stood in for it
  /// on the screen is not what the frame says.
  mutating func trustAmbiguous(on shown: inout Frame?) {
    knowsAmbiguous = true
    for (column, row) in stoodIn { shown?.clear(column..<column + 1, row, .plain) }
    stoodIn = []
  }

  private mutating func wear(_ theme: ThemeName) {
    self.theme = theme
    looks = Looks(wholeTerminal, Theme(theme, depth))
    terminal = wholeTerminal
    if !emptiesToPlain { (terminal.clearRow, terminal.scrolling) = (nil, nil) }
  }

  private var emptiesToPlain: Bool { wholeTerminal.emptiesInColour || !looks.hasGround }

  /// What makes the terminal show a frame.
  /// - Parameter shown: what it shows; nil when that is not known.
  mutating func paint(_ frame: Frame, over shown: Frame?) -> [UInt8] {
    bytes.removeAll(keepingCapacity: true)
    var old: Frame
    if let shown, shown.size == frame.size, frame.theme == theme {
      old = shown
      scroll(&old, towards: frame)
    } else {
      if frame.theme != theme { wear(frame.theme) }
      // Where an empty screen has another ground, every cell is drawn.
      old = Frame(size: frame.size, of: emptiesToPlain ? .blank : .unknown)
      bytes += terminal.reset
      (look, cursor) = (Looks.nothing, nil)
      wear(looks.plain)
      bytes += terminal.clear
      stoodIn = []
    }
    for row in 0..<frame.size.rows {
      let (beam, oldBeam) = (frame.beam(ofRow: row), old.beam(ofRow: row))
      let isShared = frame.shares(row, with: old)
      guard !isShared || beam != oldBeam else { continue }
      frame.lines[row].withUnsafeBufferPointer { new in
        old.lines[row].withUnsafeBufferPointer { old in
          var differing = isShared ? nil : Cell.difference(of: new, from: old)
          if beam != oldBeam {
            for lit in [beam, oldBeam] where !lit.isEmpty {
              let known = differing ?? lit
              differing =
                min(known.lowerBound, lit.lowerBound)..<max(known.upperBound, lit.upperBound)
            }
          }
          guard let differing else { return }
          paint(
            row, differing, LitCells(cells: new, beam: beam),
            over: LitCells(cells: old, beam: oldBeam), of: frame.size)
        }
      }
    }
    wear(Looks.nothing)
    if frame.size.columns > 0, frame.size.rows > 0 {
      move(to: frame.cursor.column, frame.cursor.row)
    }
    return bytes
  }

  /// A body that moved by a few rows is scrolled in its region: the terminal then needs only the
  /// rows that came in.
  private mutating func scroll(_ old: inout Frame, towards frame: Frame) {
    let rows = frame.bodyTop - old.bodyTop
    guard let scrolling = terminal.scrolling, old.body == frame.body, rows != 0,
      abs(rows) < frame.body.count / 2
    else { return }
    wear(looks.plain)
    let last = frame.body.upperBound - 1
    bytes += scrolling.region(frame.body.lowerBound, last)
    terminal.move(rows > 0 ? last : frame.body.lowerBound, 0, &bytes)
    bytes += rows > 0 ? scrolling.up(rows) : scrolling.down(-rows)
    bytes += scrolling.region(0, frame.size.rows - 1)
    cursor = nil
    stoodIn = stoodIn.compactMap { column, row in
      guard old.body.contains(row) else { return (column, row) }
      return old.body.contains(row - rows) ? (column, row - rows) : nil
    }
    old.scrollBody(by: rows)
  }

  private mutating func paint(
    _ row: Int, _ differing: Range<Int>, _ new: LitCells, over old: LitCells, of size: Size
  ) {
    var (column, end) = (differing.lowerBound, differing.upperBound)
    while end > column, isSame(new[end - 1], old[end - 1]) { end -= 1 }
    guard end > column else { return }
    // A wide character is one with its right half.
    if new[column].isRightHalf, column > 0 { column -= 1 }
    // Blanks at the end go at once.
    var blanks = new.count
    if terminal.clearRow != nil, end > 4, (end - 5..<end).allSatisfy({ isBlank(new[$0]) }) {
      while blanks > 0, isBlank(new[blanks - 1]) { blanks -= 1 }
    }
    let clears = terminal.clearRow != nil && end - 1 - blanks > 4
    if clears { end = blanks }
    // How far a character may have reached that terminals do not agree on.
    var reach = 0
    while column < max(end, min(reach, new.count)) {
      // Nearly every cell between two that changed.
      if column >= reach, new.shares(column, with: old) {
        column += 1
        continue
      }
      let cell = new[column]
      let width = column + 1 < new.count && new[column + 1].isRightHalf ? 2 : 1
      var next = column + width
      defer { column = next }
      if column >= reach, isSame(cell, old[column]),
        width == 1 || isSame(new[column + 1], old[column + 1])
      {
        continue
      }
      if terminal.scrollsAtEnd, row == size.rows - 1, column + width == size.columns { continue }
      go(to: column, row, new)
      if width == 1, cell.isPrintableASCII, column + 1 < size.columns {
        // Nearly every cell, and those behind it at once.
        wear(looks.number(of: cell))
        next = runEnd(from: column, to: min(end, size.columns - 1), new, over: old)
        for column in column..<next { bytes.append(UInt8(truncatingIfNeeded: new[column].base)) }
        cursor = (next, row)
      } else if let widest = widest(new[column], width) {
        put(new[column], width, size, widest: widest, at: column, row)
        reach = max(reach, column + widest)
      } else {
        put(cell, width, size)
      }
    }
    if clears, let clearRow = terminal.clearRow {
      let first = (end..<new.count).first { !isSame(new[$0], old[$0]) }
      let start = reach > end ? end : first ?? end
      go(to: start, row, new)
      wear(looks.plain)
      bytes += clearRow
    }
  }

  /// Where cells end that go out one behind the other: printable ASCII that looks like the first
  /// and is not there yet.
  private func runEnd(
    from first: Int, to last: Int, _ new: LitCells, over old: LitCells
  ) -> Int {
    let look = new[first].lookNumber
    var end = first + 1
    while end < last {
      let cell = new[end]
      guard cell.lookNumber == look, cell.isPrintableASCII, !isSame(cell, old[end]) else { break }
      end += 1
    }
    return end
  }

  private mutating func put(_ cell: Cell, _ width: Int, _ size: Size) {
    wear(looks.number(of: cell))
    let base = cell.base
    let start = bytes.count
    send(base)
    if bytes.count == start {
      // The locale lacks it, or it would be a control.
      bytes += Array(repeating: UInt8(ascii: base < 0xA0 ? " " : "?"), count: width)
    } else if cell.hasMarks {
      var isBase = true
      cell.forEachScalar { scalar in
        if !isBase { send(scalar) }
        isBase = false
      }
    }
    if let place = cursor {
      // Behind the last column terminals differ.
      let next = place.column + width
      cursor = next < size.columns ? (next, place.row) : nil
    }
  }

  /// The most columns that terminals may give a cell, where they do not agree; nil where they do.
  private func widest(_ cell: Cell, _ width: Int) -> Int? {
    let isDisputed = CellWidth.isDisputed(cell.base, unlessAmbiguous: knowsAmbiguous)
    guard cell.hasMarks else { return isDisputed ? 2 : nil }
    return (isDisputed ? 2 : width) + cell.columnsOfMarks
  }

  /// Writes what may take other columns there than here: whatever it takes, what stands beside it
  /// stays in its place, for it is written behind it, and the cursor goes anew to where that is.
  private mutating func put(
    _ cell: Cell, _ width: Int, _ size: Size, widest: Int, at column: Int, _ row: Int
  ) {
    var cell = cell
    if column + widest > size.columns {
      // It would go on in the next row, and at the end of the last one scroll the screen.
      stoodIn.append((column, row))
      cell.dropMarks()
      if CellWidth.isDisputed(cell.base, unlessAmbiguous: knowsAmbiguous),
        column + 2 > size.columns
      {
        cell.standIn()
      }
    }
    if width == 2 {
      // A terminal to which it is narrow would keep here what stood there before.
      wear(looks.number(of: cell))
      bytes += [0x20, 0x20]
      cursor = nil
      move(to: column, row)
    }
    put(cell, width, size)
    cursor = nil
  }

  private mutating func send(_ scalar: UInt32) {
    // No control ever reaches the terminal.
    if (0x20..<0x7F).contains(scalar) {
      bytes.append(UInt8(scalar))
    } else if scalar >= 0xA0 {
      if let encode = terminal.encode {
        bytes += encode(scalar)
      } else {
        bytes.append(utf8: scalar)
      }
    }
  }

  // MARK: Places and looks

  /// Goes to a place where cells follow; over a few that are right, and look as what was written
  /// last, by writing them again.
  private mutating func go(to column: Int, _ row: Int, _ new: LitCells) {
    if let place = cursor, place.row == row, place.column < column, column - place.column < 4 {
      let between = place.column..<column
      if between.allSatisfy({ new[$0].isASCII && looks.number(of: new[$0]) == look }) {
        for column in between { send(new[column].base) }
        cursor = (column, row)
        return
      }
    }
    move(to: column, row)
  }

  private mutating func move(to column: Int, _ row: Int) {
    if let cursor, cursor == (column, row) { return }
    if let place = cursor, place.row == row, place.column < column, let moveOn = terminal.moveOn {
      moveOn(column - place.column, &bytes)
    } else {
      terminal.move(row, column, &bytes)
    }
    cursor = (column, row)
  }

  private mutating func wear(_ next: Looks.Number) {
    guard next != look else { return }
    bytes += looks.change(from: look, to: next)
    look = next
  }

  private func isSame(_ new: Cell, _ old: Cell) -> Bool {
    new == old || new.hasGlyph(of: old) && looks.number(of: new) == looks.number(of: old)
  }

  private func isBlank(_ cell: Cell) -> Bool {
    cell.base == 0x20 && !cell.hasMarks && looks.number(of: cell) == looks.plain
  }
}

/// A row as it is seen: its cells, and the beam that falls on some of them.
private struct LitCells {
  let cells: UnsafeBufferPointer<Cell>
  let beam: Range<Int>

  var count: Int { cells.count }

  subscript(column: Int) -> Cell {
    let cell = beam.contains(column) ? cells[column].lit : cells[column]
    // Ink is a ground: blocks leave gaps between them in many fonts.
    return cell.isInk ? Cell(0x20, cell.role, isSelected: cell.isSelected) : cell
  }

  /// Whether a cell that is no half of a wide character is the same in another row.
  func shares(_ column: Int, with other: LitCells) -> Bool {
    cells[column] == other.cells[column] && beam.contains(column) == other.beam.contains(column)
      && !(column + 1 < count && cells[column + 1].isRightHalf)
  }
}

extension [UInt8] {
  fileprivate mutating func append(utf8 scalar: UInt32) {
    switch scalar {
    case 0..<0x80: append(UInt8(scalar))
    case 0x80..<0x800: append(UInt8(0xC0 | scalar >> 6))
    case 0x800..<0x10000:
      append(UInt8(0xE0 | scalar >> 12))
      append(UInt8(0x80 | scalar >> 6 & 0x3F))
    default:
      append(UInt8(0xF0 | scalar >> 18 & 0x7))
      append(UInt8(0x80 | scalar >> 12 & 0x3F))
      append(UInt8(0x80 | scalar >> 6 & 0x3F))
    }
    if scalar >= 0x80 { append(UInt8(0x80 | scalar & 0x3F)) }
  }
}
