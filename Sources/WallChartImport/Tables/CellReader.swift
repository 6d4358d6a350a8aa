/// Cuts a text into cells, strictly as RFC 4180 says, and knows where each begins.
///
/// Own code because the packages at hand give no positions, and a message without line and
/// column is of no use in a list of 3,000 tasks. It works on bytes, so that CRLF, which is one
/// `Character`, stays two signs.
struct CellReader: Sendable {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var at: Int
  /// What was not in order so far, in file order.
  private(set) var faults: [(offset: Int, problem: ImportFinding.Problem)] = []

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 10
  private static let carriageReturn: UInt8 = 13

  /// - Parameter start: where the rows begin: behind the byte order mark.
  init(_ bytes: [UInt8], from start: Int = 0, separator: Separator) {
    self.bytes = bytes
    self.separator = separator.byte
    at = start
  }

  var isAtEnd: Bool { at >= bytes.count }

  /// The cells up to the next line end outside quotes; nil at the end of the file.
  /// - Parameter width: how many cells to expect.
  mutating func nextRow(width: Int = 0) -> [Table.Cell]? {
    guard at < bytes.count else { return nil }
    var cells: [Table.Cell] = []
    cells.reserveCapacity(width)
    while true {
      cells.append(nextCell())
      guard at < bytes.count else { return cells }
      if bytes[at] == separator {
        at += 1
      } else {
        passLineEnd()
        return cells
      }
    }
  }

  private mutating func nextCell() -> Table.Cell {
    let start = at
    if at < bytes.count, bytes[at] == Self.quote {
      return Table.Cell(text: quotedText(), place: start)
    }
    if let stray = passPlainText() { faults.append((stray, .quoteInsideCell)) }
    return Table.Cell(text: text(from: start, to: at), place: start)
  }

  private func text(from start: Int, to end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private mutating func quotedText() -> String {
    let start = at
    at += 1
    // What stands before a doubled quote; few cells have one.
    var before: [UInt8] = []
    var piece = at
    while at < bytes.count {
      if bytes[at] == Self.quote {
        let end = at
        at += 1
        guard at < bytes.count, bytes[at] == Self.quote else {
          passRestAfterQuote()
          if before.isEmpty { return text(from: piece, to: end) }
          return String(decoding: before + bytes[piece..<end], as: UTF8.self)
        }
        before += bytes[piece...end]
        piece = at + 1
      }
      at += 1
    }
    faults.append((start, .unclosedQuote))
    return String(decoding: before + bytes[piece...], as: UTF8.self)
  }

  private mutating func passRestAfterQuote() {
    let start = at
    _ = passPlainText()
    if at > start { faults.append((start, .textAfterQuote)) }
  }

  /// Goes on to the end of a cell without quotes around it, and says where the first quote is
  /// that has no business there.
  private mutating func passPlainText() -> Int? {
    var stray: Int?
    while at < bytes.count {
      let byte = bytes[at]
      if byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      if byte == Self.quote, stray == nil { stray = at }
      at += 1
    }
    return stray
  }

  private mutating func passLineEnd() {
    let isPair =
      bytes[at] == Self.carriageReturn && at + 1 < bytes.count && bytes[at + 1] == Self.lineFeed
    at += isPair ? 2 : 1
  }
}
