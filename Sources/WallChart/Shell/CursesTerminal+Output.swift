import CNcurses

// What goes out: colours and cells.
extension CursesTerminal {
  static func startColours(_ colour: ColourChoice) -> Theme {
    if colour != .never { start_color() }
    let count = colour == .never ? 0 : Int(wallchart_colour_count())
    let theme = Theme.standard(colours: count)
    if count > 0 {
      use_default_colors()
      for (index, pair) in theme.pairs.enumerated() {
        init_pair(Int16(index + 1), pair.text, pair.ground)
      }
    }
    return theme
  }

  mutating func paint(_ frame: Frame) {
    if var old = painted, old.size == frame.size {
      scroll(&old, towards: frame)
      for row in 0..<frame.size.rows { paint(row, of: frame, over: old) }
    } else {
      werase(window)
      let blank = Frame(size: frame.size)
      for row in 0..<frame.size.rows { paint(row, of: frame, over: blank) }
    }
    painted = frame
    curs_set(frame.hidesCursor ? 0 : 1)
    wmove(window, Int32(frame.cursor.row), Int32(frame.cursor.column))
    refresh()
  }

  /// A body that moved by a few rows is scrolled in its region: the terminal then needs only the
  /// rows that came in.
  private func scroll(_ old: inout Frame, towards frame: Frame) {
    let rows = frame.bodyTop - old.bodyTop
    guard old.body == frame.body, rows != 0, abs(rows) < frame.body.count / 2 else { return }
    wsetscrreg(window, Int32(frame.body.lowerBound), Int32(frame.body.upperBound) - 1)
    scrollok(window, true)
    wscrl(window, Int32(rows))
    scrollok(window, false)
    old.scrollBody(by: rows)
  }

  /// Touches only the cells that differ, in runs of one look.
  private func paint(_ row: Int, of frame: Frame, over old: Frame) {
    let columns = row * frame.size.columns..<(row + 1) * frame.size.columns
    if frame.cells[columns] == old.cells[columns] { return }
    var column = 0
    var run: [wchar_t] = []
    var start = 0
    var look = Cell.blank
    func flush() {
      guard !run.isEmpty else { return }
      setLook(look)
      mvwaddnwstr(window, Int32(row), Int32(start), run, Int32(run.count))
      run.removeAll(keepingCapacity: true)
    }
    while column < frame.size.columns {
      let cell = frame[column, row]
      let isWide = column + 1 < frame.size.columns && frame[column + 1, row].isRightHalf
      let isSame =
        cell == old[column, row] && (!isWide || frame[column + 1, row] == old[column + 1, row])
      if isSame || cell.role != look.role || cell.isSelected != look.isSelected { flush() }
      if !isSame {
        if run.isEmpty {
          start = column
          look = cell
        }
        cell.forEachScalar { run.append(wchar_t($0 == 0 ? 0x20 : $0)) }
      }
      column += isWide ? 2 : 1
    }
    flush()
  }

  private func setLook(_ cell: Cell) {
    let style = theme[cell.role, isSelected: cell.isSelected]
    var attributes: attr_t = 0
    if style.isBold { attributes |= wallchart_bold() }
    if style.isDim { attributes |= wallchart_dim() }
    if style.isUnderlined { attributes |= wallchart_underline() }
    if style.isReverse { attributes |= wallchart_reverse() }
    wallchart_style(window, attributes, style.pair)
  }
}
