import WallChartWords

// The test card's frame: its title, the page, its keys.
extension TestCard {
  func view(_ depth: Theme.Depth) -> Frame {
    CellWidth.measuring(ambiguous: ambiguous) { drawn(depth) }
  }

  private func drawn(_ depth: Theme.Depth) -> Frame {
    var frame = Frame(size: size)
    frame.theme = theme
    if size.columns < Layout.smallest.columns || size.rows < Layout.smallest.rows {
      let text = words(.tooSmall, ["columns": "\(size.columns)", "rows": "\(size.rows)"])
      for (row, line) in CellWidth.wrap(text, to: max(1, size.columns)).enumerated() {
        frame.write(line, at: 0, row)
      }
    } else {
      frame.hidesCursor = page != .keys
      drawHead(&frame)
      switch page {
      case .rows: drawRows(&frame)
      case .colours: drawColours(Theme(theme, depth), &frame)
      case .signs: drawSigns(&frame)
      case .figures: drawFigures(&frame)
      case .letters: drawLetters(&frame)
      case .keys: drawKeys(&frame)
      }
      drawFoot(&frame)
    }
    if glyphs == .ascii { frame.reduceToASCII(all: isASCIIOnly) }
    return frame
  }

  /// All pages as text, for where there is no terminal: without keys, which nothing could press.
  func text(_ depth: Theme.Depth) -> String {
    Page.allCases.filter { $0 != .keys }.map { page in
      var frame = showing(page).view(depth)
      // Its last row is counted like the others.
      frame.write(String(repeating: " ", count: width), at: margin, size.rows - 1)
      var lines = (0..<size.rows).map { frame.text(ofRow: $0) }
      while lines.last?.isEmpty == true { lines.removeLast() }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  // MARK: Around the pages

  /// Columns left free at the sides: the page of rows numbers them there.
  var margin: Int { 4 }
  var width: Int { size.columns - 2 * margin }
  /// The first row of a page, and the one behind it.
  var top: Int { isLow ? 1 : 2 }
  var end: Int { size.rows - (isLow ? 1 : 2) }
  /// Few rows, so that all stands close.
  var isLow: Bool { size.rows < 16 }

  private func drawHead(_ frame: inout Frame) {
    let window = words(.testCardWindow, ["columns": "\(size.columns)", "rows": "\(size.rows)"])
    let start = size.columns - margin - CellWidth.columns(of: window)
    var title = words(.testCardPage, ["page": words(page.title)])
    if page == .colours { title += " \(glyphs.dot) \(words(theme.word))" }
    frame.write(cut(title, start - 1 - margin), at: margin, 0, .title)
    frame.write(window, at: start, 0, .title)
  }

  private func drawFoot(_ frame: inout Frame) {
    let y = size.rows - 1
    let pages = Page.allCases
    let number = words(
      .projectorPage, ["n": "\((pages.firstIndex(of: page) ?? 0) + 1)", "of": "\(pages.count)"])
    let end = size.columns - margin - CellWidth.columns(of: number)
    frame.write(number, at: end, y, .title)
    var hints: [(key: Key, word: Word)] = [(.named(.escape), .hintQuit)]
    if page != pages.last { hints.insert((.named(.pageDown), .hintNext), at: 0) }
    if page != pages.first { hints.insert((.named(.pageUp), .hintPrevious), at: hints.count - 1) }
    if page != .keys { hints.insert((.character("T"), .hintTheme), at: hints.count - 1) }
    var texts = hints.map { (key: words.name(of: $0.key), text: words($0.word)) }
    func columns() -> Int {
      texts.reduce(0) { $0 + CellWidth.columns(of: $1.key) + 3 + CellWidth.columns(of: $1.text) }
    }
    // The way out stays, and the way on as long as it can.
    while texts.count > 1, margin + columns() > end {
      texts.remove(at: texts.firstIndex { $0.key == "T" } ?? 0)
    }
    var x = margin
    for (key, text) in texts {
      x = frame.write(key, at: x, y, .hintKey)
      x = frame.write(text, at: x + 1, y, .hint) + 2
    }
  }

  /// Writes a text in as many rows as it needs, as far as the page goes; returns the row behind.
  func say(_ text: String, from row: Int, _ frame: inout Frame, _ role: Role = .plain) -> Int {
    var y = row
    for line in CellWidth.wrap(text, to: width) where y < end {
      frame.write(line, at: margin, y, role)
      y += 1
    }
    return y
  }

  func cut(_ text: String, _ width: Int) -> String {
    CellWidth.cut(text, to: width, ellipsis: glyphs.ellipsis)
  }
}
