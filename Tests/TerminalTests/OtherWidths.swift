/// A terminal that gives characters other columns than most: just enough of one to show what a
/// painter sends, and to see where things end up.
struct OtherWidths {
  /// What a character takes, marks as well, and whether marks stand on the one before.
  var columns: (Unicode.Scalar) -> Int
  private(set) var cells: [[String]]
  private var column = 0
  private var row = 0
  /// Behind the last column: the next character begins another row.
  private var isFull = false
  private(set) var scrolls = 0

  init(columns: Int, rows: Int, of width: @escaping (Unicode.Scalar) -> Int) {
    self.columns = width
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  mutating func take(_ bytes: [UInt8]) {
    for piece in Piece.pieces(of: bytes) {
      switch piece {
      case .character(let scalar): write(scalar)
      case .sequence(let parameters, let final):
        let numbers = parameters.split(separator: ";").map { Int($0) ?? 0 }
        obey(final, numbers)
      default: break
      }
    }
  }

  private mutating func obey(_ final: Character, _ numbers: [Int]) {
    switch final {
    case "H":
      row = (numbers.first ?? 1) - 1
      column = (numbers.dropFirst().first ?? 1) - 1
    case "C": column += numbers.first ?? 1
    case "K": for place in column..<cells[row].count { blank(place) }
    case "J": cells = cells.map { $0.map { _ in " " } }
    default: return
    }
    isFull = false
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    let width = columns(scalar)
    let last = cells[row].count
    // A mark without a column changes no place.
    guard width > 0 else { return }
    if isFull || column + width > last {
      (column, isFull) = (0, false)
      if row + 1 < cells.count { row += 1 } else { scrolls += 1 }
    }
    for place in column..<column + width { blank(place) }
    cells[row][column] = String(scalar)
    if width == 2 { cells[row][column + 1] = "" }
    column += width
    if column == last { (column, isFull) = (last - 1, true) }
  }

  /// Empties a place; what reaches over it goes as a whole.
  private mutating func blank(_ place: Int) {
    if cells[row][place].isEmpty, place > 0 { cells[row][place - 1] = " " }
    if place + 1 < cells[row].count, cells[row][place + 1].isEmpty { cells[row][place + 1] = " " }
    cells[row][place] = " "
  }
}
