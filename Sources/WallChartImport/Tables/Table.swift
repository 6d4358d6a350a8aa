import WallChartStore

/// One sheet of a file as rows of cells, each with its place. It knows nothing of tasks.
struct Table: Sendable {
  /// One field of a row.
  struct Cell: Sendable, Equatable {
    var text: String
    /// Where it begins, as a number that grows in the order of reading: ``Table/labels(of:)``
    /// words it.
    var place: Int
    /// What else is known of it, which few need.
    var note: Note?
  }

  /// What a workbook knows of a cell beyond its text.
  indirect enum Note: Sendable, Equatable {
    /// A number, and the day it is when a date is meant: days since the workbook's epoch.
    case serial(Day)
    /// Why there is no text to be trusted; said only where the cell is needed.
    case unreadable(ImportFinding.Problem)
  }

  /// How places are worded.
  enum Places: Sendable {
    /// `line:column` of a text, counted in characters.
    case text(LinePlaces)
    /// `line:column` of a plan, whose rows and columns are none that anybody sees.
    case plan(LinePlaces)
    /// `[Sheet]!C7` of a workbook: a place is the row times ``columnsPerRow`` and the column, both
    /// from 0.
    case sheet(String)
    /// The file as a whole, of which nothing could be read.
    case file

    /// More columns than any spreadsheet program has.
    static let columnsPerRow = 1 << 14
  }

  /// The most columns that are read: room for a node a day of a year, and no list of a person has
  /// more. What is computed of a task grows faster than its nodes.
  static let columnLimit = 2000
  /// The most rows and cells that are read, so that no file can take all memory: a chart of more
  /// than a million tasks is none.
  static let (rowLimit, cellLimit) = (1_000_000, 20_000_000)

  /// As it was given; used in messages.
  let file: String
  /// The rows that are not empty.
  var rows: [Row]
  /// What they were cut out of, where that is a text.
  var text: RowText?
  var findings: [ImportFinding]
  /// What was found out about the file.
  var remarks: [Remark] = []
  let places: Places

  /// Places in ascending order as messages name them: `list.csv:3:14` or `plan.xlsx[Sheet]!C7`.
  func labels(of places: [Int]) -> [String] {
    switch self.places {
    case .text(let lines), .plan(let lines):
      lines.places(of: places).map { "\(file):\($0.line):\($0.column)" }
    case .sheet(let name):
      places.map { place in
        let (row, column) = place.quotientAndRemainder(dividingBy: Places.columnsPerRow)
        return "\(file)[\(name)]!\(Self.letters(of: column))\(row + 1)"
      }
    case .file: places.map { _ in file }
    }
  }

  /// Whether places are the names of cells.
  var isSheet: Bool {
    if case .sheet = places { return true }
    return false
  }

  /// Whether a row and a column say more than a place does.
  var hasNamedColumns: Bool {
    if case .text = places { return true }
    return false
  }

  /// A column as spreadsheets name it: A, B … Z, AA ….
  static func letters(of column: Int) -> String {
    var (letters, rest) = ("", column + 1)
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
