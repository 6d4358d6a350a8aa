/// The lines of a text, to tell where in it something stands.
struct LinePlaces: Sendable {
  let bytes: [UInt8]
  /// Where each line begins; the first after the byte order mark.
  var starts: [Int]

  /// The lines, and the columns in characters, of places already read, which ascend; all from 1.
  /// A long line is counted through once, however many of them lie in it.
  func places(of offsets: [Int]) -> [(line: Int, column: Int)] {
    var (line, column, at) = (1, 1, starts[0])
    return offsets.map { offset in
      while line < starts.count, starts[line] <= offset {
        (line, column, at) = (line + 1, 1, starts[line])
      }
      if at < offset {
        column += String(decoding: bytes[at..<offset], as: UTF8.self).count
        at = offset
      }
      return (line, column)
    }
  }
}
