import WallChartWords

/// What was searched for: ASCII letters count alike unless the pattern has a capital, full-width
/// signs as their ASCII. Where nothing is found so, letters may be pinyin.
struct Search: Equatable, Sendable {
  let pattern: [UInt8]
  let heedsCase: Bool
  let text: String
  /// The pattern as pinyin, without blanks; empty when it has no small letter or a capital.
  private let reading: [UInt8]

  init(_ text: String) {
    self.text = text
    heedsCase = text.unicodeScalars.contains { (0x41...0x5A).contains($0.value) }
    pattern = Search.bytes(of: text)
    let hasLetter = pattern.contains { (0x61...0x7A).contains($0) }
    reading = hasLetter && !heedsCase ? pattern.filter { $0 != 0x20 } : []
  }

  /// The bytes of a text, full-width ASCII folded.
  static func bytes(of text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    fold(&bytes, from: 0)
    return bytes
  }

  /// Folds full-width ASCII from a place on.
  static func fold(_ bytes: inout [UInt8], from start: Int) {
    // U+FF01...U+FF5E are EF BC 81...EF BD 9E in UTF-8, the ideographic space is E3 80 80.
    guard var at = bytes[start...].firstIndex(where: { $0 == 0xEF || $0 == 0xE3 }) else { return }
    var end = at
    while at < bytes.count {
      if at + 2 < bytes.count, let narrow = narrow(bytes[at], bytes[at + 1], bytes[at + 2]) {
        bytes[end] = narrow
        at += 3
      } else {
        bytes[end] = bytes[at]
        at += 1
      }
      end += 1
    }
    bytes.removeSubrange(end...)
  }

  /// The ASCII of a full-width sign, given by its three bytes.
  private static func narrow(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt8? {
    switch (first, second, third) {
    case (0xEF, 0xBC, 0x81...0xBF): third - 0x60
    case (0xEF, 0xBD, 0x80...0x9E): third - 0x20
    case (0xE3, 0x80, 0x80): 0x20
    default: nil
    }
  }

  /// How a pattern is looked for: as it stands, else as the readings of Chinese characters.
  enum Way: CaseIterable {
    case text, pinyin
  }

  /// Whether the pattern stands somewhere in a text.
  func isFound(in text: [UInt8], by way: Way = .text) -> Bool {
    text.withUnsafeBufferPointer { text in
      switch way {
      case .text: pattern.withUnsafeBufferPointer { isFound($0, in: text) }
      case .pinyin: isFound(inSmall: text, by: way)
      }
    }
  }

  /// The same in a text whose letters are small where case is not heeded.
  func isFound(inSmall text: UnsafeBufferPointer<UInt8>, by way: Way) -> Bool {
    switch way {
    case .text: pattern.isEmpty || place(in: text, from: 0) != nil
    case .pinyin: !reading.isEmpty && Pinyin.shared.isFound(reading, in: text)
    }
  }

  /// Where the pattern first stands in such a text, from a place on. Sixteen places are looked at at
  /// once, by the first and the last byte of the pattern.
  func place(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    pattern.withUnsafeBufferPointer { pattern in
      guard let first = pattern.first, let last = pattern.last, let base = text.baseAddress else {
        return nil
      }
      let end = text.count - pattern.count
      func stands(at place: Int) -> Bool {
        var length = 0
        while length < pattern.count, text[place + length] == pattern[length] { length += 1 }
        return length == pattern.count
      }
      let bytes = UnsafeRawPointer(base)
      let firsts = SIMD16(repeating: first)
      let lasts = SIMD16(repeating: last)
      var at = start
      while at + 15 <= end {
        let begins = bytes.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self)
        let ends = bytes.loadUnaligned(
          fromByteOffset: at + pattern.count - 1, as: SIMD16<UInt8>.self)
        let hits = (begins .== firsts) .& (ends .== lasts)
        let halves = unsafeBitCast(hits, to: SIMD2<UInt64>.self)
        if halves[0] | halves[1] != 0 {
          for lane in 0..<16 where hits[lane] && stands(at: at + lane) { return at + lane }
        }
        at += 16
      }
      while at <= end {
        if stands(at: at) { return at }
        at += 1
      }
      return nil
    }
  }

  /// Whether this looks for what another one does and more: what lacks that lacks this.
  func continues(_ other: Search) -> Bool {
    heedsCase == other.heedsCase && pattern.starts(with: other.pattern)
      && reading.isEmpty == other.reading.isEmpty && reading.starts(with: other.reading)
  }

  /// Whether a text is read so from its first sign on.
  func isReadFromBeginning(of text: [UInt8]) -> Bool {
    !reading.isEmpty && Pinyin.shared.begins(reading, text)
  }

  /// Whether the pattern stands somewhere in a text, and if it begins with a letter, where a word
  /// begins.
  func beginsWord(in text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      pattern.withUnsafeBufferPointer { isFound($0, in: text, onlyAtWords: true) }
    }
  }

  private func isFound(_ pattern: Bytes, in text: Bytes, onlyAtWords: Bool = false) -> Bool {
    guard let first = pattern.first, text.count >= pattern.count else { return pattern.isEmpty }
    for start in 0...text.count - pattern.count where isSame(text[start], first) {
      if onlyAtWords, start > 0, Pinyin.isLetter(first), Pinyin.isLetter(text[start - 1]) {
        continue
      }
      var length = 1
      while length < pattern.count, isSame(text[start + length], pattern[length]) { length += 1 }
      if length == pattern.count { return true }
    }
    return false
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private func isSame(_ byte: UInt8, _ wanted: UInt8) -> Bool {
    if byte == wanted { return true }
    return !heedsCase && (0x41...0x5A).contains(byte) && byte | 0x20 == wanted
  }
}
