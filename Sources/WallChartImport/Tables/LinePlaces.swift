/// The lines of a text, to tell where in it something stands.
struct LinePlaces: Sendable {
  let bytes: [UInt8]

  /// The lines, and the columns in characters, of places in the text, which ascend; all from 1.
  /// The text is gone through once, and only as far as the last place.
  func places(of offsets: [Int]) -> [(line: Int, column: Int)] {
    // A byte order mark is no character of the first line.
    var at = bytes.starts(with: TextEncoding.mark) ? TextEncoding.mark.count : 0
    var (line, column, counted) = (1, 1, at)
    return offsets.map { offset in
      while at < offset, at < bytes.count {
        at += 1
        if Self.endsLine(bytes, before: at), at <= offset {
          (line, column, counted) = (line + 1, 1, at)
        }
      }
      if counted < at {
        column += String(decoding: bytes[counted..<at], as: UTF8.self).count
        counted = at
      }
      return (line, column)
    }
  }

  /// Whether a line ends before a place: after LF, and after a CR that no LF follows.
  private static func endsLine(_ bytes: [UInt8], before place: Int) -> Bool {
    switch bytes[place - 1] {
    case 10: true
    case 13: !(place < bytes.count && bytes[place] == 10)
    default: false
    }
  }
}
