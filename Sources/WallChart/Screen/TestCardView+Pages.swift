import WallChartWords

// The pages of the test card.
extension TestCard {
  // MARK: Rows

  /// Which seats can read this window; every row has its number, the right edge a line, so that
  /// what a projector cuts away is missed.
  func drawRows(_ frame: inout Frame) {
    for y in 0..<size.rows {
      frame.write("\(y + 1)", at: 0, y)
      frame.write(glyphs.line, at: size.columns - 1, y, .plain)
    }
    let gap = isLow ? 0 : 1
    var y = say(
      words(.testCardSeat, ["heights": decimal(Seats.farthest(rows: size.rows))]), from: top,
      &frame, .title)
    y = drawSeats(from: y + gap, &frame) + gap
    y = say(words(.testCardRead), from: y, &frame)
    y = say(words(.testCardSample), from: y, &frame, .title) + gap
    y = say(words(.testCardEdges, ["n": "\(size.rows)"]), from: y, &frame) + gap
    if Seats.farthest(rows: size.rows) < 10 * (Seats.usual.last ?? 0) {
      _ = say(words(.testCardEnlarge), from: y, &frame)
    }
  }

  /// Seats, how many rows each can read, and whether these are not too many.
  private func drawSeats(from row: Int, _ frame: inout Frame) -> Int {
    let heads = [words(.testCardSeats), words(.testCardMostRows)].map { cut($0, width / 2) }
    let seats = Seats.usual.map { words(.testCardHeights, ["n": "\($0)"]) }
    let first = (seats + heads.prefix(1)).map { CellWidth.columns(of: $0) }.max() ?? 0
    let second = margin + first + 2
    let third = second + CellWidth.columns(of: heads[1]) + 2
    frame.write(heads[0], at: margin, row, .head)
    frame.write(heads[1], at: second, row, .head)
    var y = row + 1
    for (seat, text) in zip(Seats.usual, seats) where y < end {
      let most = Seats.mostRows(seat: seat)
      let isRead = size.rows <= most
      frame.write(text, at: margin, y)
      let number = "\(most)"
      frame.write(number, at: third - 2 - number.count, y, .title)
      let sign = isRead ? glyphs.met : glyphs.overdue
      let verdict = " \(sign) \(words(isRead ? .testCardGood : .testCardSmall)) "
      let fits = CellWidth.columns(of: verdict) <= size.columns - margin - third
      frame.write(fits ? verdict : " \(sign) ", at: third, y, isRead ? .met : .red)
      y += 1
    }
    return y
  }

  private func decimal(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }

  // MARK: Colours

  /// Every look that a state has, as the chart and the projector draw it.
  private var looks: [(text: String, name: String, role: Role)] {
    var looks: [(text: String, name: String, role: Role)] = []
    for sign in Legend.allCases {
      let (text, role) = sign.example(glyphs, words)
      if !looks.contains(where: { $0.role == role }) {
        looks.append((text, words(sign.meaning), role))
      }
    }
    return looks + FigureTiles.states.map { ("8", words($0.word), $0.role) }
  }

  func drawColours(_ theme: Theme, _ frame: inout Frame) {
    let looks = looks
    let gap = isLow ? 0 : 1
    let hasNumbers = looks.contains { contrast($0.role, theme, .lit) != nil }
    let note: Word =
      hasNumbers
      ? .testCardContrast : theme.hasColours ? .testCardOwnColours : .testCardNoColours
    var y = say(words(note), from: top, &frame) + gap
    let rows = end - y - (hasNumbers ? 1 : 0)
    let across = looks.count <= rows ? 1 : 2
    let column = (width + 2) / across - 2
    let perColumn = min(rows, (looks.count + across - 1) / across)
    // Where there is little room, the light that makes it harder.
    let rooms = hasNumbers ? across == 1 ? Theme.Room.allCases : [.lit] : []
    let heads = rooms.map { words($0 == .dark ? .testCardDark : .testCardLit) }
    // Beside the names, not at the far side of a wide window.
    let names = looks.map { CellWidth.columns(of: $0.name) }.max() ?? 0
    let figures = heads.map { max(6, CellWidth.columns(of: $0) + 2) }
    let nameWidth = min(names, column - 8 - figures.reduce(0, +))
    let numbersStart = 8 + nameWidth
    for place in 0..<across where hasNumbers {
      var x = margin + place * (column + 2) + numbersStart
      for (head, width) in zip(heads, figures) {
        frame.write(head, at: x + width - CellWidth.columns(of: head), y, .head)
        x += width
      }
    }
    if hasNumbers { y += 1 }
    for (place, look) in looks.prefix(perColumn * across).enumerated() {
      let x = margin + place / perColumn * (column + 2)
      let y = y + place % perColumn
      frame.paint(x..<x + 6, y, look.role)
      frame.write(look.text, at: x + 1, y, look.role)
      frame.write(cut(look.name, nameWidth), at: x + 7, y)
      var end = x + numbersStart
      for (room, width) in zip(rooms, figures) {
        end += width
        let number = contrast(look.role, theme, room).map { decimal(Int($0 * 10)) } ?? "-"
        frame.write(number, at: end - number.count, y)
      }
    }
  }

  private func contrast(_ role: Role, _ theme: Theme, _ room: Theme.Room) -> Double? {
    let style = theme[role, isSelected: false]
    return Theme.contrast(style.text, style.ground, in: room)
  }

  // MARK: Signs

  /// Every sign between bars, in rows between such of plain letters: one that takes more columns
  /// than it should pushes its bars aside.
  func drawSigns(_ frame: inout Frame) {
    var y = say(words(.testCardBars), from: top, &frame, .title)
    y = say(words(.testCardElse), from: y, &frame) + (isLow ? 0 : 1)
    let narrow = glyphs.all.filter { $0 != " " }.map(String.init)
    let wide = words(.testCardWide).map(String.init)
    for (signs, columns) in [(narrow, 1), (wide, 2)] {
      let perRow = max(1, (width - 1) / (columns + 1))
      var rest = signs[...]
      while !rest.isEmpty, y + 1 < end {
        let row = rest.prefix(perRow)
        rest = rest.dropFirst(perRow)
        frame.write(barred(row.map { $0 }), at: margin, y)
        let plain = String(repeating: "x", count: columns)
        frame.write(barred(row.map { _ in plain }), at: margin, y + 1, .past)
        y += 2
      }
      if !isLow { y += 1 }
    }
  }

  private func barred(_ signs: [String]) -> String { "|" + signs.joined(separator: "|") + "|" }

  // MARK: Figures and letters

  /// All figures on the tiles of the projector.
  func drawFigures(_ frame: inout Frame) {
    let y = say(words(.testCardTellApart), from: top, &frame) + (isLow ? 0 : 1)
    let tiles = zip(FigureTiles.states, [10, 32, 54, 76, 98]).map { state, number in
      FigureTiles.Tile(number: number, label: words(state.word), role: state.role)
    }
    _ = FigureTiles(tiles, block: glyphs.block)
      .draw(&frame, at: margin, y, width: width, height: end - y)
  }

  /// All characters that are drawn large, as large as they all fit.
  func drawLetters(_ frame: inout Frame) {
    let y = say(words(.testCardTellApart), from: top, &frame) + (isLow ? 0 : 1)
    guard let (lines, scale) = letters(columns: width - 2, rows: end - y) else { return }
    let height = BigText.points * scale.rows + 1
    for row in y..<min(end, y + lines.count * height + 1) {
      frame.paint(margin..<margin + width, row, .tileCalm)
    }
    for (place, line) in lines.enumerated() {
      guard let text = BigText(line, scale) else { continue }
      frame.write(
        text, at: margin + 1, y + 1 + place * height, onTile: .tileCalm, block: glyphs.block)
    }
  }

  /// The characters in lines of the largest scale at which all fit; the smallest, as far as it goes.
  private func letters(columns: Int, rows: Int) -> (lines: [String], scale: BigText.Scale)? {
    var found: (lines: [String], scale: BigText.Scale)?
    for scale in BigText.Scale.all.reversed() {
      var lines = [""]
      for character in BigText.characters where character != " " {
        let longer = (lines.last ?? "") + String(character)
        guard let text = BigText(longer, scale) else { continue }
        if text.width <= columns {
          lines[lines.count - 1] = longer
        } else {
          lines.append(String(character))
        }
      }
      let fits = lines.count * (BigText.points * scale.rows + 1) <= rows
      if fits { found = (lines, scale) }
      if found == nil {
        let most = max(0, rows / (BigText.points * scale.rows + 1))
        return (Array(lines.prefix(most)), scale)
      }
    }
    return found
  }

  // MARK: Keys

  /// What is typed, with the real cursor behind it, and the key that came last.
  func drawKeys(_ frame: inout Frame) {
    let gap = isLow ? 0 : 1
    var y = say(words(.testCardType), from: top, &frame) + gap
    let text = typed.text.map { Printable.filtered(String($0)) }
    let (before, behind) = (text[..<typed.caret].joined(), text[typed.caret...].joined())
    let start = frame.write("> ", at: margin, y, .hintKey)
    let room = size.columns - margin - start
    let shown = CellWidth.end(of: before, to: room - 1, ellipsis: glyphs.ellipsis)
    let caret = frame.write(shown, at: start, y, .title)
    frame.write(cut(behind, size.columns - margin - caret), at: caret, y, .title)
    frame.cursor = (min(caret, size.columns - 1), y)
    y = say(words(.testCardClicker), from: y + 1 + gap, &frame)
    guard let lastKey else { return }
    let (key, folded) = (lastKey, lastKey.folded)
    let label = Printable.filtered(words.name(of: key))
    let said =
      key == folded
      ? words(.testCardLastKey, ["key": label])
      : words(.testCardFolded, ["key": label, "as": words.name(of: folded)])
    _ = say(said, from: y + gap, &frame, .title)
  }
}
