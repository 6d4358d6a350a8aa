/// The later half of a large ledger, read ahead: what each line says, and whether it continues the
/// chain of the line above it. Whoever reads from the beginning judges by that as by the line itself.
struct LaterLines {
  struct Line: Sendable {
    /// Nil for a line that cannot be read, or is not in the chain: it is looked at in its turn.
    var entry: Entry?
    /// Whether its hash continues the one that the line right above it claims.
    var continuesAbove = false
  }

  /// Fewer bytes are read sooner than a thread begins.
  private static let leastBytes = 1 << 18

  /// No entry takes fewer bytes.
  private static let leastLine = 128

  /// Where the first of them begins.
  let start: Int
  private let reading: Ahead<[Line]>
  private var lines: [Line] = []
  private var place = 0

  init?(of bytes: [UInt8], file: String) {
    guard bytes.count >= Self.leastBytes,
      let above = LedgerFile.lineFeed(in: bytes, from: bytes.count / 2),
      above + 1 < bytes.count
    else { return nil }
    let start = above + 1
    self.start = start
    reading = Ahead { Self.lines(in: bytes, from: start, file: file) }
  }

  /// The next of them, as soon as all have been read; nil before the one that begins at `start`.
  /// - Parameter start: where it begins: whoever asks goes through the lines from the first one on.
  mutating func next(at start: Int) -> Line? {
    if start == self.start { lines = reading.handOver() }
    guard place < lines.count else { return nil }
    // Handed over, for a copy of an entry costs.
    var line = Line()
    swap(&line, &lines[place])
    place += 1
    return line
  }

  private static func lines(in bytes: [UInt8], from first: Int, file: String) -> [Line] {
    var lines: [Line] = []
    var reader = EntryLines(bytes, file: file)
    var start = (bytes[..<(first - 1)].lastIndex(of: 10) ?? -1) + 1
    var above = HashChain.part(bytes[start..<first - 1])?.hash
    start = first
    // As many as there are if all are about as long as the first; grown step by step, the list would
    // be moved again and again.
    let firstEnd = LedgerFile.lineFeed(in: bytes, from: first) ?? bytes.count
    lines.reserveCapacity((bytes.count - first) / max(firstEnd - first, leastLine) * 9 / 8)
    while let end = LedgerFile.lineFeed(in: bytes, from: start) {
      var line = Line()
      let parts = HashChain.part(bytes[start..<end])
      if let parts, let above, HashChain.isHash(parts.hash, of: parts.line, after: above) {
        line.continuesAbove = true
        // What is longer is passed over unread.
        if end - start < Entry.lineLimit { line.entry = reader.entry(start..<end) }
      }
      lines.append(line)
      above = parts?.hash
      start = end + 1
    }
    return lines
  }
}
