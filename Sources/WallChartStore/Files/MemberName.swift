/// The name of a member, as it is told from those that are known: by its bytes, without a text of
/// its own. Hundreds of thousands are read at the start of a large chart.
package struct MemberName: Sendable {
  /// Its first sixteen bytes, the earliest lowest.
  private let head: (UInt64, UInt64)
  let count: Int
  /// Where it stands between its quotes; with escapes there it is longer than what it says.
  let range: Range<Int>
  let isEscaped: Bool

  /// - Parameter bytes: what it says.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at range: Range<Int>, isEscaped: Bool) {
    head = Self.head(of: bytes)
    count = bytes.count
    self.range = range
    self.isEscaped = isEscaped
  }

  /// - Parameter head: all that it says.
  init(head: (UInt64, UInt64), _ range: Range<Int>) {
    self.head = head
    count = range.count
    self.range = range
    isEscaped = false
  }

  /// Whether two can be the same name; past the sixteenth byte they may differ.
  @inline(__always)
  func resembles(_ other: MemberName) -> Bool {
    head.0 == other.head.0 && head.1 == other.head.1 && count == other.count
  }

  /// One of 64 bits, the same for names that resemble each other.
  var mark: UInt64 { 1 &<< UInt64(slot(bits: 6)) }

  /// A number of so many bits, the same for names that resemble each other.
  @inline(__always)
  func slot(bits: UInt64) -> Int {
    let product = (head.0 ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: product &>> (64 &- bits))
  }

  /// Any order of those that do not.
  func precedes(_ other: MemberName) -> Bool {
    (head.0, head.1, count) < (other.head.0, other.head.1, other.count)
  }

  /// Whether all of it is in what ``resembles(_:)`` looks at.
  var isShort: Bool { count <= 16 }

  @inline(__always)
  private static func head(of bytes: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64) {
    var (first, second): (UInt64, UInt64) = (0, 0)
    for index in 0..<min(bytes.count, 8) { first |= UInt64(bytes[index]) << (8 * UInt64(index)) }
    if bytes.count > 8 {
      for index in 8..<min(bytes.count, 16) {
        second |= UInt64(bytes[index]) << (8 * UInt64(index - 8))
      }
    }
    return (first, second)
  }

  /// Whether it is a word of at most sixteen bytes. So that a `switch` can ask for it.
  @inline(__always)
  package static func ~= (word: StaticString, name: MemberName) -> Bool {
    guard name.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { head(of: $0) == name.head }
  }

  package static func == (name: MemberName, word: StaticString) -> Bool { word ~= name }
}
