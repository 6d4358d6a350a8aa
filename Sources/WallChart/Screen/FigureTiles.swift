import WallChartStore
import WallChartWords

/// The figures of a tally as coloured tiles side by side: as big as their place allows.
struct FigureTiles {
  struct Tile: Equatable {
    var number: Int
    var label: String
    var role: Role

    /// Columns it needs: its figure and its words, a margin on both sides.
    func width(_ scale: BigText.Scale) -> Int {
      max(BigText(number, scale).width, CellWidth.columns(of: label)) + 2
    }
  }

  var tiles: [Tile]
  var block: Character

  init(_ tiles: [Tile], block: Character) {
    self.tiles = tiles
    self.block = block
  }

  init(_ tally: Tally, words: Words, block: Character) {
    self.block = block
    tiles = Self.states.map { state in
      Tile(number: tally[state.standing], label: words(state.word), role: state.role)
    }
  }

  /// What is counted, its word and its colour, in the order of the tiles.
  static let states: [(standing: Standing, word: Word, role: Role)] = [
    (.red, .standingRed, .tileRed), (.yellow, .standingYellow, .tileYellow),
    (.dueSoon, .standingDueSoon, .tileSoon), (.inClosing, .projectorInClosing, .tileCalm),
    (.crossedOff, .standingCrossedOff, .tileDone),
  ]

  /// The largest size of digits that fits, tiles a gap apart; nil when none does.
  func scale(width: Int, height: Int) -> BigText.Scale? {
    BigText.Scale.all.first { scale in
      let needed = tiles.reduce(tiles.count - 1) { $0 + $1.width(scale) }
      return needed <= width && Self.height(scale) - 1 <= height
    }
  }

  /// Rows of a tile with room around its figure: a row above, between, and below its words.
  static func height(_ scale: BigText.Scale) -> Int { 5 * scale.rows + 4 }

  /// Draws the tiles, or, where no digits fit, one line for each; returns the row behind them.
  func draw(_ frame: inout Frame, at column: Int, _ row: Int, width: Int, height: Int) -> Int {
    guard let scale = scale(width: width, height: height) else {
      return drawLines(&frame, at: column, row, height: height)
    }
    let rows = min(height, Self.height(scale))
    let gap = width >= 100 ? 2 : 1
    let widths = widths(scale, filling: width - (tiles.count - 1) * gap)
    var x = column
    for (tile, width) in zip(tiles, widths) {
      draw(tile, scale, &frame, x..<x + width, row..<row + rows)
      x += width + gap
    }
    return row + rows
  }

  /// Columns of the tiles: what is left over makes the narrowest wider.
  private func widths(_ scale: BigText.Scale, filling width: Int) -> [Int] {
    var widths = tiles.map { $0.width(scale) }
    var spare = width - widths.reduce(0, +)
    while spare > 0, let narrowest = widths.indices.min(by: { widths[$0] < widths[$1] }) {
      widths[narrowest] += 1
      spare -= 1
    }
    return widths
  }

  private func draw(
    _ tile: Tile, _ scale: BigText.Scale, _ frame: inout Frame, _ columns: Range<Int>,
    _ rows: Range<Int>
  ) {
    for row in rows { frame.paint(columns, row, tile.role) }
    let digits = BigText(tile.number, scale)
    let above = rows.count > digits.height + 2 ? 1 : 0
    let between = rows.count > digits.height + 1 ? 1 : 0
    frame.write(
      digits, at: columns.lowerBound + (columns.count - digits.width) / 2,
      rows.lowerBound + above, onTile: tile.role, block: block)
    frame.write(
      tile.label,
      at: columns.lowerBound + (columns.count - CellWidth.columns(of: tile.label)) / 2,
      rows.lowerBound + above + digits.height + between, tile.role)
  }

  private func drawLines(
    _ frame: inout Frame, at column: Int, _ row: Int, height: Int
  ) -> Int {
    let digits = (tiles.map { String($0.number).count }.max() ?? 1) + 2
    for (index, tile) in tiles.prefix(height).enumerated() {
      frame.paint(column..<column + digits, row + index, tile.role)
      let number = "\(tile.number) "
      frame.write(number, at: column + digits - number.count, row + index, tile.role)
      frame.write(tile.label, at: column + digits + 1, row + index, .title)
    }
    return row + min(height, tiles.count)
  }
}
