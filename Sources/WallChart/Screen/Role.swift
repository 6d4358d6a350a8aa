/// What a cell of the screen is; ``Theme`` gives every role its look.
enum Role: UInt8, CaseIterable, Sendable {
  case plain
  case title
  /// Lines between columns.
  case line
  case head
  /// The month of the day.
  case today
  case battle
  /// The row of the selected cell, where nothing else has a look of its own.
  case selectedRow
  /// The head of the selected node's column.
  case selectedColumn
  case met
  case metLate
  /// Overdue within the grace.
  case yellow
  /// Overdue beyond the grace; a red task.
  case red
  case dueSoon
  case open
  /// Rows of tasks that are crossed off.
  case past
  case said
  case error
  case saved
  /// What the nodes of a column come to.
  case load
  /// The ground of a menu; selected, the row chosen of a menu or of any other list.
  case panel
  case hintKey
  case hint
  /// Tiles of the projector: the states, what is on its way, what is done.
  case tileRed, tileYellow, tileSoon, tileCalm, tileDone
  /// The blocks of big digits on them: each fills its cell, so that no gaps show between rows.
  case inkRed, inkSoon, inkDone
  /// What cannot be chosen now in a menu.
  case panelOff
  /// The column of the selection, in the other rows.
  case beam
  case inkYellow, inkCalm

  /// Whether it is what big digits are made of.
  var isInk: Bool { Self.inks & 1 << rawValue != 0 }

  /// The roles of ink, a bit each: a constant, for it is asked of every cell that is sent.
  static var inks: UInt64 {
    1 << inkRed.rawValue | 1 << inkYellow.rawValue | 1 << inkSoon.rawValue
      | 1 << inkCalm.rawValue | 1 << inkDone.rawValue
  }

  /// What big digits on a tile are written in.
  var ink: Role {
    switch self {
    case .tileYellow: .inkYellow
    case .tileSoon: .inkSoon
    case .tileCalm: .inkCalm
    case .tileDone: .inkDone
    default: .inkRed
    }
  }

  /// One sign for pictures of cells in tests: letters, the ASCII behind them, then digits.
  var letter: Character {
    let place = UInt8(ascii: "a") + rawValue
    let end = UInt8(ascii: "~")
    return Character(
      Unicode.Scalar(place <= end ? place : UInt8(ascii: "0") + (place - end - 1)))
  }
}
