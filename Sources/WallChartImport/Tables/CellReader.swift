/// Cuts a text into cells, strictly as RFC 4180 says, and knows where each begins.
///
/// Own code because the packages at hand give no positions, and a message without line and
/// column is of no use in a list of 3,000 tasks. It works on bytes, so that CRLF, which is one
/// `Character`, stays two signs.
struct CellReader: Sendable {
  private let bytes: [UInt8]
  private let separator: UInt8
  private(set) var at: Int
  /// Texts of late, by their bytes: lists say the same again and again, and a text of more than 15
  /// bytes is memory of its own. None when there is but one row to be read.
  private var recent: [String]
  /// What was not in order so far, in file order.
  private(set) var faults: [(offset: Int, problem: ImportFinding.Problem)] = []

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 10
  private static let carriageReturn: UInt8 = 13

  /// - Parameters:
  ///   - start: where the rows begin: behind the byte order mark.
  ///   - remembers: whether texts that are the same share their memory.
  init(
    _ bytes: [UInt8], from start: Int = 0, separator: Separator, remembers: Bool = true
  ) {
    self.bytes = bytes
    recent = remembers ? [String](repeating: "", count: 4096) : []
    self.separator = separator.byte
    at = start
  }

  var isAtEnd: Bool { at >= bytes.count }

  /// What stands up to a line end outside quotes.
  struct Record {
    /// As many as are read of a row; beyond them they are only counted.
    var cells: [Table.Cell] = []
    var count = 0
    /// Whether no cell has any text.
    var isEmpty = true
  }

  /// The next record; nil at the end of the file.
  /// - Parameter width: how many cells to expect.
  mutating func nextRecord(width: Int = 0) -> Record? {
    guard at < bytes.count else { return nil }
    var record = Record()
    record.cells.reserveCapacity(width)
    while true {
      let cell = nextCell()
      record.count += 1
      if !cell.text.isEmpty { record.isEmpty = false }
      if record.count <= Table.columnLimit { record.cells.append(cell) }
      guard at < bytes.count else { return record }
      if bytes[at] == separator {
        at += 1
      } else {
        passLineEnd()
        return record
      }
    }
  }

  /// The first thousand are plenty for a person.
  private mutating func find(_ problem: ImportFinding.Problem, at offset: Int) {
    if faults.count < 1000 { faults.append((offset, problem)) }
  }

  private mutating func nextCell() -> Table.Cell {
    let start = at
    if at < bytes.count, bytes[at] == Self.quote {
      return Table.Cell(text: quotedText(), place: start)
    }
    if let stray = passPlainText() { find(.quoteInsideCell, at: stray) }
    let text = text(from: start, to: at)
    return Table.Cell(text: text, place: start)
  }

  private mutating func text(from start: Int, to end: Int) -> String {
    guard end - start > 15, !recent.isEmpty else {
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
    let place = Self.hash(bytes[start..<end]) % recent.count
    let isKnown = recent[place].utf8.withContiguousStorageIfAvailable {
      $0.elementsEqual(bytes[start..<end])
    }
    if isKnown != true { recent[place] = String(decoding: bytes[start..<end], as: UTF8.self) }
    return recent[place]
  }

  /// A number that differs for most texts; two of the same only cost each other their place.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> Int {
    Int(bytes.reduce(5381 as UInt32) { ($0 &<< 5) &+ $0 ^ UInt32($1) })
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
    find(.unclosedQuote, at: start)
    return String(decoding: before + bytes[piece...], as: UTF8.self)
  }

  private mutating func passRestAfterQuote() {
    let start = at
    _ = passPlainText()
    if at > start { find(.textAfterQuote, at: start) }
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
