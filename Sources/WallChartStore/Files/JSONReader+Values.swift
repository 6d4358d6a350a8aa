// Values without structure and without a text: numbers and literals.
extension JSONReader {
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
  mutating func numberText() throws -> String {
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

  /// Passes over a literal of any kind.
  mutating func skipLiteral() throws {
    for literal in ["true", "false", "null"] where bytes[at...].starts(with: literal.utf8) {
      at += literal.utf8.count
      return
    }
    throw unexpected(.value)
  }
}
