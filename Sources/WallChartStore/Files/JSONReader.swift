internal import Glibc

/// Reads JSON strictly (RFC 8259, and I-JSON's ban on duplicate members) straight from bytes.
///
/// Nothing at hand is strict, names positions, refuses duplicates, keeps unknown members and is
/// fast at once; ARCHITECTURE.md gives the reasons. The caller asks for what it expects, in file
/// order; nothing is built that nobody asked for, and no recursion follows the input.
package struct JSONReader: Sendable {
  /// How deep values may nest.
  package static let depthLimit = 32
  /// The longest text value, in bytes.
  package static let textLimit = 1 << 20

  package let bytes: [UInt8]
  /// The name used in findings.
  package let file: String
  /// The line the first byte stands on, for a piece cut from a larger file.
  let firstLine: Int
  package internal(set) var at: Int
  var depth = 0
  /// Names of the members of all open objects.
  var names: [MemberName] = []
  var recentTexts = RecentTexts()

  package init(_ bytes: [UInt8], file: String, firstLine: Int = 1) {
    self.bytes = bytes
    self.file = file
    self.firstLine = firstLine
    at = 0
  }

  // MARK: Structure

  /// The next byte that is not white space, without taking it; nil at the end.
  @inline(__always)
  package mutating func peek() -> UInt8? {
    if at < bytes.count, bytes[at] > 0x20 { return bytes[at] }
    // Mostly a single blank, behind a colon or a comma.
    if at + 1 < bytes.count, bytes[at] == 0x20, bytes[at + 1] > 0x20 {
      at += 1
      return bytes[at]
    }
    return peekBehindSpace()
  }

  private mutating func peekBehindSpace() -> UInt8? {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return bytes[at]
      }
    }
    return nil
  }

  @inline(__always)
  mutating func take(_ byte: UInt8, or expected: Fault.Expected) throws {
    guard peek() == byte else { throw unexpected(expected) }
    at += 1
  }

  private mutating func enter() throws {
    guard depth < Self.depthLimit else { throw finding(.tooDeep(limit: Self.depthLimit)) }
    depth += 1
  }

  /// Reads an object. `visit` reads the value of a member it knows and answers true; all others
  /// are checked, and returned as they stand in the file.
  package mutating func members(
    _ visit: (inout JSONReader, MemberName) throws -> Bool
  ) throws -> [UnknownMember] {
    var hasMore = try beginObject()
    let first = names.count
    var marks: UInt64 = 0
    var unknown: [UnknownMember] = []
    while hasMore {
      let name = try memberName(first: first, &marks)
      if try !visit(&self, name) { unknown.append(try unknownMember(name)) }
      hasMore = try hasMoreMembers()
    }
    try leaveObject(first: first)
    return unknown
  }

  /// Past the brace that opens an object: whether it has a member.
  @inline(__always)
  mutating func beginObject() throws -> Bool {
    guard peek() == UInt8(ascii: "{") else { throw unexpected(.object) }
    try enter()
    at += 1
    guard peek() == UInt8(ascii: "}") else { return true }
    at += 1
    return false
  }

  @inline(__always)
  mutating func hasMoreMembers() throws -> Bool { try hasMore(UInt8(ascii: "}")) }

  /// A member that nobody has read, its value checked.
  mutating func unknownMember(_ name: MemberName) throws -> UnknownMember {
    let start = startOfNext()
    try skipValue()
    return UnknownMember(
      name: text(of: name), value: String(decoding: bytes[start..<at], as: UTF8.self))
  }

  /// Reads an array; `visit` reads one element.
  @inline(__always)
  package mutating func elements(_ visit: (inout JSONReader) throws -> Void) throws {
    guard peek() == UInt8(ascii: "[") else { throw unexpected(.array) }
    try enter()
    at += 1
    if peek() == UInt8(ascii: "]") {
      at += 1
    } else {
      repeat { try visit(&self) } while try hasMore(UInt8(ascii: "]"))
    }
    depth -= 1
  }

  /// A reader of an array that begins here, from one of its elements on.
  func further(from element: Int) -> JSONReader {
    var reader = self
    reader.at = element
    reader.depth += 1
    reader.recentTexts = RecentTexts()
    return reader
  }

  /// Reads an array from one of its elements on; stops at the bracket that closes it.
  mutating func furtherElements(_ visit: (inout JSONReader) throws -> Void) throws {
    try visit(&self)
    while peek() == UInt8(ascii: ",") {
      at += 1
      try visit(&self)
    }
    guard peek() == UInt8(ascii: "]") else { throw unexpected(.commaOrEnd) }
  }

  /// Passes over a text value when its very bytes, quotes and all, stood in another place.
  mutating func repeats(_ place: Range<Int>) -> Bool {
    let isSame = bytes.withUnsafeBytes { bytes in
      guard !place.isEmpty, at + place.count <= bytes.count, let base = bytes.baseAddress
      else { return false }
      return memcmp(base + at, base + place.lowerBound, place.count) == 0
    }
    if isSame { at += place.count }
    return isSame
  }

  /// Goes on at a place where a value begins, as after a line.
  mutating func begin(at place: Int) {
    (at, depth) = (place, 0)
    names.removeAll(keepingCapacity: true)
  }

  /// Nothing but white space may follow.
  package mutating func end() throws {
    if peek() != nil { throw unexpected(.end) }
  }

  /// After a value: true past a comma, false past the closing byte.
  @inline(__always)
  private mutating func hasMore(_ close: UInt8) throws -> Bool {
    switch peek() {
    case UInt8(ascii: ","):
      at += 1
      return true
    case close:
      at += 1
      return false
    default: throw unexpected(.commaOrEnd)
    }
  }

  /// Checks a value of any kind and passes over it.
  package mutating func skipValue() throws {
    // Open containers: the first name's index of an object, -1 for an array.
    var open: [Int] = []
    repeat {
      switch peek() {
      case UInt8(ascii: "{"):
        try enter()
        at += 1
        open.append(names.count)
        if peek() != UInt8(ascii: "}") {
          try skippedName(first: names.count)
          continue
        }
      case UInt8(ascii: "["):
        try enter()
        at += 1
        open.append(-1)
        if peek() != UInt8(ascii: "]") { continue }
      case UInt8(ascii: "\""): try skipText()
      case .some(UInt8(ascii: "-")), .some(0x30...0x39): _ = try numberText()
      default: try skipLiteral()
      }
      // A value has ended, or a container was found empty: close what closes here.
      while let first = open.last {
        let close = first < 0 ? UInt8(ascii: "]") : UInt8(ascii: "}")
        if let previous = lastTaken, previous == (first < 0 ? 0x5B : 0x7B), peek() == close {
          at += 1
        } else if try hasMore(close) {
          if first >= 0 { try skippedName(first: first) }
          break
        }
        open.removeLast()
        if first < 0 { depth -= 1 } else { try leaveObject(first: first) }
      }
    } while !open.isEmpty
  }

  /// A value of any kind, checked, without the white space inside it.
  package mutating func tightValue() throws -> String {
    _ = peek()
    let start = at
    try skipValue()
    var isInside = false
    var isEscaped = false
    let tight = bytes[start..<at].filter { byte in
      if isInside {
        if byte == UInt8(ascii: "\""), !isEscaped { isInside = false }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        return true
      }
      isInside = byte == UInt8(ascii: "\"")
      return byte > 32
    }
    return String(decoding: tight, as: UTF8.self)
  }

  /// The last byte before here that is not white space.
  private var lastTaken: UInt8? {
    bytes[..<at].last { $0 > 32 }
  }
}
