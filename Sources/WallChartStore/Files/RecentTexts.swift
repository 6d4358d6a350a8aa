internal import Glibc

/// Texts of late, by where they stand in a file: plans say the same again and again, and every
/// ``Text`` that is read is time and memory of its own.
struct RecentTexts {
  private struct Known {
    var start: Int
    var count: Int
    var text: Text
  }

  private static let (slots, longest) = (2048, 128)
  private var known: [Known] = []

  /// The text whose very bytes begin at a place, and how many they are; else where it belongs.
  func text(in bytes: [UInt8], at place: Int) -> (known: (text: Text, count: Int)?, slot: Int) {
    bytes.withUnsafeBytes { bytes in
      let slot = Self.slot(of: bytes, at: place)
      guard slot < known.count, place + known[slot].count <= bytes.count,
        let start = bytes.baseAddress,
        memcmp(start + place, start + known[slot].start, known[slot].count) == 0
      else { return (nil, slot) }
      return ((known[slot].text, known[slot].count), slot)
    }
  }

  /// Takes in a text that was read; two of the same slot only cost each other their place.
  mutating func note(_ text: Text, _ range: Range<Int>, in slot: Int) {
    guard range.count <= Self.longest else { return }
    let one = Known(start: range.lowerBound, count: range.count, text: text)
    // In every slot: what stands in one is looked at before it is taken.
    if known.isEmpty { known = Array(repeating: one, count: Self.slots) }
    known[slot] = one
  }

  /// By all that stands up to the end of the text, or what looks like it: the names of steps often
  /// differ only at their ends, and what follows is none of theirs.
  private static func slot(of bytes: UnsafeRawBufferPointer, at place: Int) -> Int {
    guard place < bytes.count else { return 0 }
    let end = EightBytes.all(bytes[place] == UInt8(ascii: "{") ? 0x7D : 0x22)
    var sum: UInt64 = 5381
    var next = place + 1
    let limit = min(bytes.count, next + longest) - 8
    while next <= limit {
      let eight = EightBytes.load(bytes, next)
      let ends = EightBytes.zeros(eight ^ end)
      let last = ends == 0 ? eight : EightBytes.first(ends.trailingZeroBitCount / 8, of: eight)
      sum = (sum ^ last) &* 0x9E37_79B9_7F4A_7C15
      sum ^= sum >> 32
      if ends != 0 { break }
      next += 8
    }
    return Int(truncatingIfNeeded: sum) & (slots - 1)
  }
}
