// Text values: their bytes checked to be UTF-8, their escapes resolved, nothing repaired.
extension JSONReader {
  /// What a file is instead of JSON shows in its first bytes.
  package func checkStart() throws {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bytes.starts(with: [0xFF, 0xFE])
      || bytes.starts(with: [0xFE, 0xFF])
    {
      throw finding(.byteOrderMark, at: 0)
    }
    if bytes.allSatisfy({ $0 <= 32 }) { throw finding(.empty, at: 0) }
  }

  /// A text value, escapes resolved.
  package mutating func text() throws -> String {
    let (range, isEscaped, isASCII) = try textRange()
    if isEscaped { return String(decoding: try unescaped(range), as: UTF8.self) }
    // Nothing is left that decoding would repair.
    return bytes.withUnsafeBufferPointer { bytes in
      let utf8 = UnsafeBufferPointer(rebasing: bytes[range])
      // Up to 15 ASCII bytes need no memory of their own, and this way no second look.
      guard isASCII, utf8.count <= 15 else { return String(decoding: utf8, as: UTF8.self) }
      return String(unsafeUninitializedCapacity: utf8.count) { $0.initialize(from: utf8).1 }
    }
  }

  /// The name of a member, passed over.
  mutating func nameText() throws -> MemberName {
    if let name = plainName() {
      at = name.range.upperBound + 1
      return name
    }
    let (range, isEscaped, _) = try textRange()
    if isEscaped {
      return try unescaped(range).withUnsafeBufferPointer {
        MemberName($0, at: range, isEscaped: true)
      }
    }
    return bytes.withUnsafeBufferPointer {
      MemberName(UnsafeBufferPointer(rebasing: $0[range]), at: range, isEscaped: false)
    }
  }

  /// The name that comes next when it is plain, not passed over.
  @inline(__always)
  mutating func nextPlainName() -> MemberName? {
    peek() == UInt8(ascii: "\"") ? plainName() : nil
  }

  /// The name that begins with the quote here when it is as nearly all are: ASCII without escapes,
  /// of at most fifteen bytes.
  @inline(__always)
  private func plainName() -> MemberName? {
    let start = at + 1
    return bytes.withUnsafeBytes { bytes in
      guard start + 16 <= bytes.count else { return nil }
      let first = EightBytes.load(bytes, start)
      var ends = EightBytes.stops(in: first) | first & EightBytes.highBits
      if ends != 0 {
        let count = ends.trailingZeroBitCount / 8
        guard bytes[start + count] == UInt8(ascii: "\"") else { return nil }
        return MemberName(head: (EightBytes.first(count, of: first), 0), start..<start + count)
      }
      let second = EightBytes.load(bytes, start + 8)
      ends = EightBytes.stops(in: second) | second & EightBytes.highBits
      let count = ends.trailingZeroBitCount / 8
      guard ends != 0, bytes[start + 8 + count] == UInt8(ascii: "\"") else { return nil }
      return MemberName(
        head: (first, EightBytes.first(count, of: second)), start..<start + 8 + count)
    }
  }

  /// What a member's name says.
  package func text(of name: MemberName) -> String {
    guard !name.isEscaped else { return String(decoding: bytes(of: name), as: UTF8.self) }
    return bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[name.range]), as: UTF8.self)
    }
  }

  func bytes(of name: MemberName) -> [UInt8] {
    let said = name.isEscaped ? try? unescaped(name.range) : nil
    return said ?? Array(bytes[name.range])
  }

  /// What `parse` makes of a text value's bytes, without a string between; nil when it is nothing.
  package mutating func text<Value>(
    as parse: (UnsafeBufferPointer<UInt8>) -> Value?
  ) throws -> Value? {
    let (range, isEscaped, _) = try textRange()
    if isEscaped { return try unescaped(range).withUnsafeBufferPointer(parse) }
    return bytes.withUnsafeBufferPointer { parse(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Checks a text value and passes over it.
  mutating func skipText() throws {
    let (range, isEscaped, _) = try textRange()
    if isEscaped { _ = try unescaped(range) }
  }

  /// Passes over a text value; answers its range between the quotes, checked to be UTF-8.
  private mutating func textRange() throws -> (Range<Int>, isEscaped: Bool, isASCII: Bool) {
    guard peek() == UInt8(ascii: "\"") else { throw unexpected(.text) }
    let start = at + 1
    var end = start
    var isEscaped = false
    var hasOthers = false
    while true {
      let count = bytes.count
      let plain = plainText(from: end)
      end += plain.count
      hasOthers = hasOthers || !plain.isASCII
      guard end < count else { throw finding(.endsInsideText, at: count) }
      switch bytes[end] {
      case 0x22:
        let range = start..<end
        guard range.count <= Self.textLimit else {
          throw finding(.textTooLong(limit: Self.textLimit), at: start)
        }
        if hasOthers, let place = firstByteOutsideUTF8(range) {
          throw finding(.notUTF8(hex: hexadecimal(bytes[place])), at: place)
        }
        at = end + 1
        return (range, isEscaped, !hasOthers)
      case 0x5C:
        isEscaped = true
        end += 2
      case 0x0A where bytes[end...].firstIndex(of: 0x22) == nil:
        throw finding(.endsInsideText, at: end)
      case let byte: throw finding(.controlCharacter(hex: hexadecimal(byte)), at: end)
      }
    }
  }

  /// How many bytes from here on are neither a quote nor a backslash nor a control character, and
  /// whether all of them are ASCII. Eight at a time: most of a plan is text.
  private func plainText(from start: Int) -> (count: Int, isASCII: Bool) {
    bytes.withUnsafeBytes { bytes in
      var next = start
      var all: UInt64 = 0
      while next + 8 <= bytes.count {
        let eight = EightBytes.load(bytes, next)
        let ends = EightBytes.stops(in: eight)
        if ends != 0 {
          let count = ends.trailingZeroBitCount / 8
          all |= EightBytes.first(count, of: eight)
          return (next + count - start, all & EightBytes.highBits == 0)
        }
        all |= eight
        next += 8
      }
      while next < bytes.count, bytes[next] >= 0x20, bytes[next] != 0x22, bytes[next] != 0x5C {
        all |= UInt64(bytes[next])
        next += 1
      }
      return (next - start, all & EightBytes.highBits == 0)
    }
  }

  /// Where bytes stop being UTF-8 (Unicode 15, table 3-7): overlong forms, surrogates and values
  /// past U+10FFFF are none.
  func firstByteOutsideUTF8(_ range: Range<Int>) -> Int? {
    var next = range.lowerBound
    while next < range.upperBound {
      let count: Int
      let second: ClosedRange<UInt8>
      switch bytes[next] {
      case 0x00...0x7F: (count, second) = (1, 0...0)
      case 0xC2...0xDF: (count, second) = (2, 0x80...0xBF)
      case 0xE0: (count, second) = (3, 0xA0...0xBF)
      case 0xED: (count, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: (count, second) = (3, 0x80...0xBF)
      case 0xF0: (count, second) = (4, 0x90...0xBF)
      case 0xF4: (count, second) = (4, 0x80...0x8F)
      case 0xF1...0xF3: (count, second) = (4, 0x80...0xBF)
      default: return next
      }
      guard next + count <= range.upperBound else { return next }
      if count > 1 {
        guard second.contains(bytes[next + 1]) else { return next }
        for place in next + 2..<max(next + 2, next + count)
        where bytes[place] & 0xC0 != 0x80 { return next }
      }
      next += count
    }
    return nil
  }

  private func unescaped(_ range: Range<Int>) throws -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var next = range.lowerBound
    func unit(at place: Int) throws -> UInt32 {
      var value: UInt32 = 0
      for index in place..<place + 4 {
        guard index < range.upperBound, let digit = hexadecimalValue(bytes[index]) else {
          throw finding(.badEscape, at: place - 2)
        }
        value = value << 4 | digit
      }
      return value
    }
    while next < range.upperBound {
      let byte = bytes[next]
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        next += 1
        continue
      }
      let start = next
      next += 2
      switch bytes[start + 1] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
        result.append(bytes[start + 1])
      case UInt8(ascii: "b"): result.append(8)
      case UInt8(ascii: "f"): result.append(12)
      case UInt8(ascii: "n"): result.append(10)
      case UInt8(ascii: "r"): result.append(13)
      case UInt8(ascii: "t"): result.append(9)
      case UInt8(ascii: "u"):
        var value = try unit(at: next)
        next += 4
        if (0xD800...0xDBFF).contains(value), next + 1 < range.upperBound,
          bytes[next] == UInt8(ascii: "\\"), bytes[next + 1] == UInt8(ascii: "u")
        {
          let low = try unit(at: next + 2)
          if (0xDC00...0xDFFF).contains(low) {
            value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
            next += 6
          }
        }
        // A lone surrogate is no character; it is refused, never repaired.
        guard let scalar = Unicode.Scalar(value) else { throw finding(.badEscape, at: start) }
        result.append(contentsOf: String(Character(scalar)).utf8)
      default: throw finding(.badEscape, at: start)
      }
    }
    return result
  }
}

private func hexadecimalValue(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 0x30...0x39: UInt32(byte - 0x30)
  case 0x41...0x46: UInt32(byte - 0x41 + 10)
  case 0x61...0x66: UInt32(byte - 0x61 + 10)
  default: nil
  }
}

func hexadecimal(_ byte: UInt8) -> String {
  (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}

/// Eight bytes looked at as one number, the earliest lowest.
enum EightBytes {
  static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// - Precondition: eight bytes stand there.
  @inline(__always)
  static func load(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// The first so many of them, fewer than eight.
  @inline(__always)
  static func first(_ count: Int, of eight: UInt64) -> UInt64 {
    eight & ((1 &<< UInt64(8 * count)) &- 1)
  }

  /// The high bit of the first byte that is a quote, a backslash or a control character, and of none
  /// before it.
  @inline(__always)
  static func stops(in eight: UInt64) -> UInt64 {
    zeros(eight ^ all(0x22)) | zeros(eight ^ all(0x5C))
      | ((eight &- all(0x20)) & ~eight & highBits)
  }

  /// The same byte eight times.
  @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// The high bit of the first byte that is zero, and of none before it.
  @inline(__always)
  static func zeros(_ eight: UInt64) -> UInt64 {
    (eight &- 0x0101_0101_0101_0101) & ~eight & highBits
  }
}
