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
  private let firstLine: Int
  package internal(set) var at: Int
  private var depth = 0
  /// Names of the members of all open objects.
  private var names: [MemberName] = []
  var recentTexts = RecentTexts()

  package init(_ bytes: [UInt8], file: String, firstLine: Int = 1) {
    self.bytes = bytes
    self.file = file
    self.firstLine = firstLine
    at = 0
  }

  // MARK: Findings

  /// The finding of a fault at an offset (by default, here).
  package func finding(_ fault: Fault, at offset: Int? = nil) -> Finding {
    let (line, column) = position(of: offset ?? at)
    return Finding(file: file, line: line, column: column, fault: fault)
  }

  /// The findings of faults at their places, in their order. Lines and columns are counted in one
  /// pass, for a file can have thousands.
  func findings(_ faults: [(place: Int, fault: Fault)]) -> [Finding] {
    var findings = faults.map { Finding(file: file, line: 0, column: 0, fault: $0.fault) }
    var (at, line, column) = (0, firstLine, 1)
    for index in faults.indices.sorted(by: { faults[$0].place < faults[$1].place }) {
      for byte in bytes[at..<faults[index].place] {
        if byte == 10 {
          (line, column) = (line + 1, 1)
        } else if byte & 0xC0 != 0x80 {
          // A character begins at every byte that does not continue one.
          column += 1
        }
      }
      at = faults[index].place
      findings[index].line = line
      findings[index].column = column
    }
    return findings
  }

  private func position(of offset: Int) -> (line: Int, column: Int) {
    let before = bytes[..<min(offset, bytes.count)]
    let lineStart = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    // A character begins at every byte that does not continue one.
    return (
      firstLine + before.count { $0 == 10 },
      before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
    )
  }

  /// What stands here instead of what was expected.
  func unexpected(_ expected: Fault.Expected) -> Finding {
    guard at < bytes.count else { return finding(.endsEarly) }
    if bytes[at] == UInt8(ascii: "<"), bytes[at...].starts(with: "<<<<<<<".utf8) {
      return finding(.mergeConflict)
    }
    if firstByteOutsideUTF8(at..<min(at + 4, bytes.count)) == at {
      return finding(.notUTF8(hex: hexadecimal(bytes[at])))
    }
    let rest = bytes[at..<min(at + 24, bytes.count)]
    let end = rest.firstIndex { $0 <= 32 || $0 == 44 } ?? rest.endIndex
    let found = String(decoding: rest[..<max(end, at + 1)], as: UTF8.self)
    return finding(.expected(expected, found: found))
  }

  // MARK: Structure

  /// The next byte that is not white space, without taking it; nil at the end.
  @inline(__always)
  package mutating func peek() -> UInt8? {
    if at < bytes.count, bytes[at] > 0x20 { return bytes[at] }
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
  private mutating func take(_ byte: UInt8, or expected: Fault.Expected) throws {
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
    guard peek() == UInt8(ascii: "{") else { throw unexpected(.object) }
    try enter()
    at += 1
    let first = names.count
    var marks: UInt64 = 0
    var unknown: [UnknownMember] = []
    if peek() == UInt8(ascii: "}") {
      at += 1
    } else {
      while true {
        let name = try memberName(first: first, &marks)
        let start = at
        if try !visit(&self, name) {
          _ = peek()
          let valueStart = max(start, at)
          try skipValue()
          unknown.append(
            UnknownMember(
              name: text(of: name),
              value: String(decoding: bytes[valueStart..<at], as: UTF8.self)))
        }
        if try !hasMore(UInt8(ascii: "}")) { break }
      }
    }
    try leaveObject(first: first)
    return unknown
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

  /// - Parameter marks: which marks the names before it have; only one of them can be the same.
  private mutating func memberName(first: Int, _ marks: inout UInt64) throws -> MemberName {
    guard peek() == UInt8(ascii: "\"") else { throw unexpected(.memberName) }
    let name = try nameText()
    // Of many names all are compared at once, when the object ends.
    if marks & name.mark != 0, names.count - first < Self.fewNames,
      let earlier = names.withUnsafeBufferPointer({ names in
        names[first...].first { isSame($0, name) }
      })
    {
      throw duplicate(of: earlier, name)
    }
    marks |= name.mark
    names.append(name)
    try take(UInt8(ascii: ":"), or: .colon)
    return name
  }

  /// The name of a member that is passed over.
  private mutating func skippedName(first: Int) throws {
    var marks = UInt64.max
    _ = try memberName(first: first, &marks)
  }

  /// As many names as are compared one by one.
  private static let fewNames = 32

  @inline(__always)
  private func isSame(_ one: MemberName, _ other: MemberName) -> Bool {
    one.resembles(other) && (one.isShort || bytes(of: one) == bytes(of: other))
  }

  private func duplicate(of earlier: MemberName, _ name: MemberName) -> Finding {
    let (line, column) = position(of: earlier.range.lowerBound - 1)
    return finding(
      .duplicateMember(text(of: name), firstLine: line, firstColumn: column),
      at: name.range.lowerBound - 1)
  }

  private mutating func leaveObject(first: Int) throws {
    if names.count - first > Self.fewNames, let (earlier, name) = firstDuplicate(from: first) {
      throw duplicate(of: earlier, name)
    }
    names.removeLast(names.count - first)
    depth -= 1
  }

  /// Of the names from here on the first that was there before, and where it was.
  private func firstDuplicate(from first: Int) -> (earlier: MemberName, MemberName)? {
    let sorted = names[first...].sorted { one, other in
      if !one.resembles(other) { return one.precedes(other) }
      if !one.isShort {
        let (left, right) = (bytes(of: one), bytes(of: other))
        if left != right { return left.lexicographicallyPrecedes(right) }
      }
      return one.range.lowerBound < other.range.lowerBound
    }
    return zip(sorted, sorted.dropFirst()).filter { isSame($0, $1) }
      .min { $0.1.range.lowerBound < $1.1.range.lowerBound }
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

  private mutating func skipLiteral() throws {
    for literal in ["true", "false", "null"] where bytes[at...].starts(with: literal.utf8) {
      at += literal.utf8.count
      return
    }
    throw unexpected(.value)
  }

  // MARK: Values

  package mutating func trueOrFalse() throws -> Bool {
    _ = peek()
    for (literal, value) in [("true", true), ("false", false)]
    where bytes[at...].starts(with: literal.utf8) {
      at += literal.utf8.count
      return value
    }
    throw unexpected(.trueOrFalse)
  }

  /// A whole number within ±(2^53 − 1), the range every JSON reader keeps exactly.
  package mutating func wholeNumber() throws -> Int {
    guard let byte = peek(), byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) else {
      throw unexpected(.wholeNumber)
    }
    if let number = plainNumber() { return number }
    let start = at
    let text = try numberText()
    // `-0` is no whole number: it would come back as `0`.
    guard let value = Int(text), value.magnitude < 1 << 53, text != "-0" else {
      throw finding(.badNumber(text), at: start)
    }
    return value
  }

  /// The number here when it is as nearly all are: a few digits with structure right behind them.
  private mutating func plainNumber() -> Int? {
    var (next, value) = (at, 0)
    let end = min(bytes.count, at + 15)
    while next < end, (0x30...0x39).contains(bytes[next]) {
      value = value * 10 + Int(bytes[next] - 0x30)
      next += 1
    }
    // None begins with a zero but zero itself.
    guard next < end, next == at + 1 || next > at && bytes[at] != 0x30 else { return nil }
    switch bytes[next] {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
      at = next
      return value
    default: return nil
    }
  }

  /// A number as it is written, its grammar checked.
  private mutating func numberText() throws -> String {
    let start = at
    func digit() -> Bool { at < bytes.count && (0x30...0x39).contains(bytes[at]) }
    var isValid = true
    func next(_ byte: UInt8) -> Bool { at < bytes.count && bytes[at] == byte }
    if next(UInt8(ascii: "-")) { at += 1 }
    if next(UInt8(ascii: "0")) {
      at += 1
    } else {
      isValid = digit()
      while digit() { at += 1 }
    }
    if next(UInt8(ascii: ".")) {
      at += 1
      isValid = isValid && digit()
      while digit() { at += 1 }
    }
    if next(UInt8(ascii: "e")) || next(UInt8(ascii: "E")) {
      at += 1
      if next(UInt8(ascii: "+")) || next(UInt8(ascii: "-")) { at += 1 }
      isValid = isValid && digit()
      while digit() { at += 1 }
    }
    // `01`, `0x1`, `1_000`: what follows a number is white space or structure.
    while at < bytes.count, bytes[at] > 32, !",]}:".utf8.contains(bytes[at]) {
      isValid = false
      at += 1
    }
    let text = String(decoding: bytes[start..<min(at, start + 40)], as: UTF8.self)
    guard isValid else { throw finding(.badNumber(text), at: start) }
    return text
  }
}
