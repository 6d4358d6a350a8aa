/// Figures and ids made of blocks, to be read from the back of the room.
struct BigText: Equatable, Sendable {
  /// How large a point of a letter is. A point of two columns and one row is about square.
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

  /// The forms of its characters, one behind the other.
  private var shapes: [[[Bool]]]
  var scale: Scale

  init(_ number: Int, _ scale: Scale) {
    self.init(shapes: "\(number)".compactMap { Self.shapes[$0] }, scale)
  }

  /// Small letters stand as capitals. Nil when a character has no form.
  init?(_ text: String, _ scale: Scale) {
    let shapes = text.uppercased().map { Self.shapes[$0] }
    guard !shapes.contains(nil) else { return nil }
    self.init(shapes: shapes.compactMap(\.self), scale)
  }

  private init(shapes: [[[Bool]]], _ scale: Scale) {
    self.shapes = shapes
    self.scale = scale
  }

  /// The largest scale at which a text fits; nil when none does.
  static func fitting(_ text: String, columns: Int, rows: Int) -> BigText? {
    Scale.all.lazy.compactMap { BigText(text, $0) }
      .first { $0.width <= columns && $0.height <= rows }
  }

  /// Columns of the text.
  var width: Int {
    let points = shapes.reduce(0) { $0 + ($1.first?.count ?? 0) }
    return (points + max(0, shapes.count - 1)) * scale.columns
  }

  /// Rows of the text.
  var height: Int { Self.points * scale.rows }

  /// A point is blank or not, row by row.
  var rows: [[Bool]] {
    (0..<height).map { row in
      var points: [Bool] = []
      for (place, shape) in shapes.enumerated() {
        let line = (place > 0 ? [false] : []) + shape[row / scale.rows]
        for point in line { points += Array(repeating: point, count: scale.columns) }
      }
      return points
    }
  }

  static let points = 5

  /// All characters that have a form, in their order.
  static let characters = shapes.keys.sorted()

  /// Figures are angular and three points wide, letters round and wider where one looks like the
  /// other: a `B` is no 8, an `O` no 0.
  private static let drawn: [Character: [String]] = [
    "0": ["###", "# #", "# #", "# #", "###"],
    "1": [" # ", "## ", " # ", " # ", "###"],
    "2": ["###", "  #", "###", "#  ", "###"],
    "3": ["###", "  #", "###", "  #", "###"],
    "4": ["# #", "# #", "###", "  #", "  #"],
    "5": ["###", "#  ", "###", "  #", "###"],
    "6": ["###", "#  ", "###", "# #", "###"],
    "7": ["###", "  #", "  #", "  #", "  #"],
    "8": ["###", "# #", "###", "# #", "###"],
    "9": ["###", "# #", "###", "  #", "###"],
    "A": [" ## ", "#  #", "####", "#  #", "#  #"],
    "B": ["### ", "#  #", "### ", "#  #", "### "],
    "C": [" ###", "#   ", "#   ", "#   ", " ###"],
    "D": ["### ", "#  #", "#  #", "#  #", "### "],
    "E": ["####", "#   ", "### ", "#   ", "####"],
    "F": ["####", "#   ", "### ", "#   ", "#   "],
    "G": [" ###", "#   ", "# ##", "#  #", " ###"],
    "H": ["#  #", "#  #", "####", "#  #", "#  #"],
    "I": ["###", " # ", " # ", " # ", "###"],
    "J": ["  ##", "   #", "   #", "#  #", " ## "],
    "K": ["#  #", "# # ", "##  ", "# # ", "#  #"],
    "L": ["#   ", "#   ", "#   ", "#   ", "####"],
    "M": ["#   #", "## ##", "# # #", "#   #", "#   #"],
    "N": ["#   #", "##  #", "# # #", "#  ##", "#   #"],
    "O": [" ## ", "#  #", "#  #", "#  #", " ## "],
    "P": ["### ", "#  #", "### ", "#   ", "#   "],
    "Q": [" ## ", "#  #", "#  #", "# ##", " ###"],
    "R": ["### ", "#  #", "### ", "# # ", "#  #"],
    "S": [" ###", "#   ", " ## ", "   #", "### "],
    "T": ["#####", "  #  ", "  #  ", "  #  ", "  #  "],
    "U": ["#  #", "#  #", "#  #", "#  #", " ## "],
    "V": ["#   #", "#   #", " # # ", " # # ", "  #  "],
    "W": ["#   #", "#   #", "# # #", "## ##", "#   #"],
    "X": ["#   #", " # # ", "  #  ", " # # ", "#   #"],
    "Y": ["#   #", " # # ", "  #  ", "  #  ", "  #  "],
    "Z": ["####", "  # ", " #  ", "#   ", "####"],
    "-": ["  ", "  ", "##", "  ", "  "],
    "_": ["   ", "   ", "   ", "   ", "###"],
    "+": ["   ", " # ", "###", " # ", "   "],
    "/": ["  #", "  #", " # ", "#  ", "#  "],
    "%": ["#  #", "  # ", " #  ", "#   ", "#  #"],
    ":": [" ", "#", " ", "#", " "],
    ".": [" ", " ", " ", " ", "#"],
    " ": ["  ", "  ", "  ", "  ", "  "],
  ]

  private static let shapes = drawn.mapValues { $0.map { row in row.map { $0 == "#" } } }
}

extension Frame {
  /// Draws big text on a tile.
  mutating func write(
    _ text: BigText, at column: Int, _ row: Int, onTile tile: Role, block: Character
  ) {
    let role = tile.ink
    for (y, points) in text.rows.enumerated() {
      for (x, isFilled) in points.enumerated() where isFilled {
        write(block, at: column + x, row + y, role)
      }
    }
  }
}
