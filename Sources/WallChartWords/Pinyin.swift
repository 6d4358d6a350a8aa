internal import CEmbedded

/// How Chinese characters are read, for those who type letters where characters are meant. Many
/// have several readings; all that are in use count.
package struct Pinyin: Sendable {
  /// Read from the binary when something is first asked of it.
  package static let shared = Pinyin()

  private let syllables: [[UInt8]]
  /// The syllable of each character from U+4E00 on, by its place and one more; 0 where there is none.
  private var first: [UInt16]
  /// The letters that the readings of each character begin with, as a set of bits.
  private var initials: [UInt32]
  /// The further syllables, by character.
  private var others: [Int: [UInt16]] = [:]

  private static let characters = 0x4E00...0x9FFF

  private init() {
    first = Array(repeating: 0, count: Self.characters.count)
    initials = Array(repeating: 0, count: Self.characters.count)
    let file = embedded_pinyin()
    var syllables: [[UInt8]] = []
    // A line is a syllable, a blank and the characters that are read so.
    for line in UnsafeBufferPointer(start: file.bytes, count: file.count).split(separator: 10) {
      guard line.first != UInt8(ascii: "#"), let blank = line.firstIndex(of: 32) else { continue }
      syllables.append(Array(line[..<blank]))
      let place = UInt16(syllables.count)
      for scalar in String(decoding: line[(blank + 1)...], as: UTF8.self).unicodeScalars {
        let character = Int(scalar.value) - Self.characters.lowerBound
        guard first.indices.contains(character) else { continue }
        initials[character] |= 1 << UInt32(line[line.startIndex] & 0x1F)
        if first[character] == 0 {
          first[character] = place
        } else {
          others[character, default: []].append(place)
        }
      }
    }
    self.syllables = syllables
  }

  /// Whether a text in UTF-8 holds, one behind the other, characters whose readings begin as the
  /// pattern says: `slj`, `shuiliju` and `shuil` for 水利局. Of every reading the first letter or all
  /// of it counts, of the last one any beginning; other signs stand for themselves, and no match
  /// begins in the middle of a word of letters.
  /// - Parameter pattern: small letters, and whatever else stands for itself.
  package func isFound(_ pattern: [UInt8], in text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { isFound(pattern, in: $0) }
  }

  package func isFound(_ pattern: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> Bool {
    pattern.withUnsafeBufferPointer { pattern in
      guard let wanted = pattern.first else { return true }
      // Nearly every place is passed by at its first byte or by the letters its readings begin with.
      let letter: UInt32 = Self.isLetter(wanted) ? 1 << UInt32(wanted & 0x1F) : 0
      return initials.withUnsafeBufferPointer { initials in
        text.indices.contains { start in
          let byte = text[start]
          if let character = Self.character(text, start) {
            guard initials[character] & letter != 0 || byte == wanted else { return false }
          } else {
            guard byte == wanted || byte | 0x20 == wanted, byte & 0xC0 != 0x80 else { return false }
            if start > 0, Self.isLetter(byte), Self.isLetter(text[start - 1]) { return false }
          }
          return begins(pattern, 0, text, start)
        }
      }
    }
  }

  /// Whether a text begins so.
  package func begins(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      pattern.withUnsafeBufferPointer { begins($0, 0, text, 0) }
    }
  }

  package static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Whether the text from `at` on is what the pattern from `from` on says.
  private func begins(_ pattern: Bytes, _ from: Int, _ text: Bytes, _ at: Int) -> Bool {
    if from == pattern.count { return true }
    guard at < text.count else { return false }
    guard let character = Self.character(text, at) else {
      let byte = text[at]
      let isCapital = (0x41...0x5A).contains(byte)
      return (isCapital ? byte | 0x20 : byte) == pattern[from]
        && begins(pattern, from + 1, text, at + 1)
    }
    let next = at + 3
    if from + 3 <= pattern.count, text[at..<next].elementsEqual(pattern[from..<from + 3]),
      begins(pattern, from + 3, text, next)
    {
      return true
    }
    var lengths = self.lengths(of: first[character], pattern, from)
    for place in others[character] ?? [] { lengths |= self.lengths(of: place, pattern, from) }
    // Each length once, however many readings begin so: else the ways would double at every sign.
    return (1...6).contains {
      lengths & 1 << $0 != 0 && begins(pattern, from + $0, text, next)
    }
  }

  /// How many letters of the pattern a reading may stand for, as a set of bits.
  private func lengths(of place: UInt16, _ pattern: Bytes, _ from: Int) -> UInt8 {
    guard place > 0 else { return 0 }
    let syllable = syllables[Int(place) - 1]
    var length = 0
    while length < syllable.count, from + length < pattern.count,
      syllable[length] == pattern[from + length]
    {
      length += 1
    }
    guard length > 0 else { return 0 }
    var lengths: UInt8 = 1 << 1
    // `zh`, `ch` and `sh` are typed for an initial, too.
    if length >= 2, syllable[1] == UInt8(ascii: "h") { lengths |= 1 << 2 }
    if length == syllable.count || from + length == pattern.count { lengths |= 1 << length }
    return lengths
  }

  /// The Chinese character at a place of a text, by its place among ``characters``.
  private static func character(_ text: Bytes, _ at: Int) -> Int? {
    // U+4E00 to U+9FFF are E4 B8 80 to E9 BF BF.
    guard (0xE4...0xE9).contains(text[at]), at + 2 < text.count else { return nil }
    let code = Int(text[at] & 0xF) << 12 | Int(text[at + 1] & 0x3F) << 6 | Int(text[at + 2] & 0x3F)
    return characters.contains(code) ? code - characters.lowerBound : nil
  }
}
