internal import Glibc

/// Texts of late, by where they stand in a file: plans say the same again and again, and every
/// ``Text`` that is read is time and memory of its own.
struct RecentTexts {
  private struct Known {
    var start = 0
    var count = 0
    var text: Text
  }

  private static let (slots, longest) = (2048, 128)
  private var known: [Known] = []

  /// The text whose very bytes begin at a place, and how many they are.
  func text(in bytes: [UInt8], at place: Int) -> (text: Text, count: Int)? {
    guard !known.isEmpty, place < bytes.count else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      let one = known[Self.slot(of: bytes, at: place)]
      guard one.count > 0, place + one.count <= bytes.count, let start = bytes.baseAddress,
        memcmp(start + place, start + one.start, one.count) == 0
      else { return nil }
      return (one.text, one.count)
    }
  }

  /// Takes in a text that was read; two of the same slot only cost each other their place.
  mutating func note(_ text: Text, in bytes: [UInt8], _ range: Range<Int>) {
    guard (1...Self.longest).contains(range.count) else { return }
    if known.isEmpty { known = Array(repeating: Known(text: text), count: Self.slots) }
    let slot = bytes.withUnsafeBufferPointer { Self.slot(of: $0, at: range.lowerBound) }
    known[slot] = Known(start: range.lowerBound, count: range.count, text: text)
  }

  /// By all that stands up to the end of the text, or what looks like it: the names of steps often
  /// differ only at their ends, and what follows is none of theirs.
  private static func slot(of bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    var sum: UInt32 = 5381
    guard place < bytes.count else { return 0 }
    let end = bytes[place] == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "\"")
    for byte in bytes[(place + 1)...].prefix(longest) {
      if byte == end { break }
      sum = (sum << 5) &+ sum ^ UInt32(byte)
    }
    return Int(sum) % slots
  }
}
