/// Cuts the bytes of a list into cells, strictly as RFC 4180 says, and knows where each begins.
///
/// Own code because the packages at hand give no positions, and a message without line and
/// column is of no use in a list of 3,000 tasks. It works on bytes, so that CRLF, which is one
/// `Character`, stays two signs.
struct CellReader: Sendable {
  private let bytes: [UInt8]
  private var at: Int
  private var lineStarts: [Int]
  /// What was not in order so far, in file order.
  private(set) var faults: [(offset: Int, problem: ImportFinding.Problem)] = []

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let lineFeed: UInt8 = 10
  private static let carriageReturn: UInt8 = 13

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStarts = [at]
  }

  /// The cells up to the next line end outside quotes; nil at the end of the file.
  mutating func nextRow() -> [Table.Cell]? {
    guard at < bytes.count else { return nil }
    var cells: [Table.Cell] = []
    while true {
      cells.append(nextCell())
      guard at < bytes.count else { return cells }
      if bytes[at] == Self.comma {
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
    passPlainText()
    if let stray = bytes[start..<at].firstIndex(of: Self.quote) {
      faults.append((stray, .quoteInsideCell))
    }
    return Table.Cell(text: String(decoding: bytes[start..<at], as: UTF8.self), place: start)
  }

  private mutating func quotedText() -> String {
    let start = at
    var text: [UInt8] = []
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      if byte == Self.quote {
        at += 1
        guard at < bytes.count, bytes[at] == Self.quote else {
          passRestAfterQuote()
          return String(decoding: text, as: UTF8.self)
        }
      } else if byte == Self.lineFeed
        || byte == Self.carriageReturn && !(at + 1 < bytes.count && bytes[at + 1] == Self.lineFeed)
      {
        lineStarts.append(at + 1)
      }
      text.append(byte)
      at += 1
    }
    faults.append((start, .unclosedQuote))
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func passRestAfterQuote() {
    let start = at
    passPlainText()
    if at > start { faults.append((start, .textAfterQuote)) }
  }

  private mutating func passPlainText() {
    while at < bytes.count, bytes[at] != Self.comma, bytes[at] != Self.lineFeed,
      bytes[at] != Self.carriageReturn
    {
      at += 1
    }
  }

  private mutating func passLineEnd() {
    let isPair =
      bytes[at] == Self.carriageReturn && at + 1 < bytes.count && bytes[at + 1] == Self.lineFeed
    at += isPair ? 2 : 1
    lineStarts.append(at)
  }

  /// The lines read so far.
  var lines: LinePlaces { LinePlaces(bytes: bytes, starts: lineStarts) }

  /// The first byte that is not UTF-8; nil when all are. Lines before it count as read.
  mutating func firstInvalidByte() -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes[at...].makeIterator()
    var offset = at
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let scalar):
        offset += scalar.count
        if scalar.first == Self.lineFeed { lineStarts.append(offset) }
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }
}
