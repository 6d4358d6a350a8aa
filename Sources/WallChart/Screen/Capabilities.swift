/// What a terminal understands, as its description has it: the bytes to send.
struct Capabilities: Sendable {
  /// Empties the screen.
  var clear: [UInt8] = []
  /// Empties a row from the cursor on; nil where there is no such thing.
  var clearRow: [UInt8]?
  /// Takes every look back, colours too.
  var reset: [UInt8] = []
  var bold: [UInt8] = []
  var dim: [UInt8] = []
  var underline: [UInt8] = []
  var reverse: [UInt8] = []
  /// The looks that cannot stand with colours.
  var notWithColours: Set<Attribute> = []
  /// Gives text and ground the terminal's own colours back.
  var ownColours: [UInt8] = []
  /// Sets the colour of the text, and of the ground, by number; nil where there are no colours.
  var text: (@Sendable (Int16) -> [UInt8])?
  var ground: (@Sendable (Int16) -> [UInt8])?
  /// Whether what is emptied, and rows that come in, have the ground that is switched on.
  var emptiesInColour = false
  /// Goes to a row and a column, counted from 0. It appends, as so many are sent at a key.
  var move: @Sendable (_ row: Int, _ column: Int, inout [UInt8]) -> Void = Self.standardMove
  /// Goes so many columns on in the row.
  var moveOn: (@Sendable (Int, inout [UInt8]) -> Void)?
  var scrolling: Scrolling?
  /// Whether a character in the last column of the last row would scroll the screen.
  var scrollsAtEnd = false
  /// How a character is sent; nil for UTF-8.
  var encode: (@Sendable (UInt32) -> [UInt8])?

  enum Attribute: CaseIterable, Sendable {
    case bold, dim, underline, reverse
  }

  /// How a stretch of rows is moved.
  struct Scrolling: Sendable {
    /// Makes a stretch of rows, counted from 0, the one that scrolls.
    var region: @Sendable (_ first: Int, _ last: Int) -> [UInt8]
    /// Moves it up by so many rows, from its last row; and down, from its first.
    var up: @Sendable (Int) -> [UInt8]
    var down: @Sendable (Int) -> [UInt8]
  }

  subscript(attribute: Attribute) -> [UInt8] {
    switch attribute {
    case .bold: bold
    case .dim: dim
    case .underline: underline
    case .reverse: reverse
    }
  }

  /// The way of ECMA-48, which nearly every terminal has.
  @Sendable static func standardMove(_ row: Int, _ column: Int, _ bytes: inout [UInt8]) {
    bytes.append(0x1B)
    bytes.append(UInt8(ascii: "["))
    bytes.append(decimal: row + 1)
    bytes.append(UInt8(ascii: ";"))
    bytes.append(decimal: column + 1)
    bytes.append(UInt8(ascii: "H"))
  }

  @Sendable static func standardMoveOn(_ columns: Int, _ bytes: inout [UInt8]) {
    bytes.append(0x1B)
    bytes.append(UInt8(ascii: "["))
    bytes.append(decimal: columns)
    bytes.append(UInt8(ascii: "C"))
  }
}

extension [UInt8] {
  /// Appends a number that is not negative.
  mutating func append(decimal number: Int) {
    if number >= 10 { append(decimal: number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
