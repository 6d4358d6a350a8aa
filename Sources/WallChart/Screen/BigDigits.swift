/// Figures made of blocks, to be read from the back of the room.
struct BigDigits: Equatable, Sendable {
  /// How large a point of a digit is. A point of two columns and one row is about square.
  struct Scale: Equatable, Sendable {
    var columns: Int
    var rows: Int

    static let small = Scale(columns: 2, rows: 1)
    /// The largest first.
    static let all = [
      Scale(columns: 10, rows: 5), Scale(columns: 8, rows: 4), Scale(columns: 6, rows: 3),
      Scale(columns: 4, rows: 2),
      Scale(columns: 3, rows: 2), small, Scale(columns: 1, rows: 1),
    ]
  }

  var number: Int
  var scale: Scale

  /// Columns of the figure.
  var width: Int { Self.width(of: number, scale) }
  /// Rows of the figure.
  var height: Int { Self.points * scale.rows }

  static func width(of number: Int, _ scale: Scale) -> Int {
    let count = String(number).count
    return (count * columnsOfPoints + count - 1) * scale.columns
  }

  /// A point is blank or not, row by row.
  var rows: [[Bool]] {
    let shapes = String(number).map { Self.shapes[$0.wholeNumberValue ?? 0] }
    return (0..<height).map { row in
      var points: [Bool] = []
      for shape in shapes {
        if !points.isEmpty { points += Array(repeating: false, count: scale.columns) }
        for column in 0..<Self.columnsOfPoints {
          let bit = shape[row / scale.rows] & (1 << (Self.columnsOfPoints - 1 - column))
          points += Array(repeating: bit != 0, count: scale.columns)
        }
      }
      return points
    }
  }

  private static let points = 5
  private static let columnsOfPoints = 3

  private static let shapes: [[UInt8]] = [
    [0b111, 0b101, 0b101, 0b101, 0b111],
    [0b010, 0b110, 0b010, 0b010, 0b111],
    [0b111, 0b001, 0b111, 0b100, 0b111],
    [0b111, 0b001, 0b111, 0b001, 0b111],
    [0b101, 0b101, 0b111, 0b001, 0b001],
    [0b111, 0b100, 0b111, 0b001, 0b111],
    [0b111, 0b100, 0b111, 0b101, 0b111],
    [0b111, 0b001, 0b001, 0b001, 0b001],
    [0b111, 0b101, 0b111, 0b101, 0b111],
    [0b111, 0b101, 0b111, 0b001, 0b111],
  ]
}

extension Frame {
  /// Draws a figure on a tile.
  mutating func write(
    _ digits: BigDigits, at column: Int, _ row: Int, onTile tile: Role, block: Character
  ) {
    let role: Role =
      switch tile {
      case .tileYellow, .tileSoon: .inkDark
      case .tileDone: .inkDone
      default: .inkLight
      }
    for (y, points) in digits.rows.enumerated() {
      for (x, isFilled) in points.enumerated() where isFilled {
        write(block, at: column + x, row + y, role)
      }
    }
  }
}
