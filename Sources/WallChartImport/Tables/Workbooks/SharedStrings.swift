/// The texts of a workbook, to which its cells refer by number.
struct SharedStrings {
  /// More texts than a list of 100,000 tasks has cells.
  private static let limit = 1 << 22

  private(set) var texts: [String] = []

  init() {}

  init(_ part: XMLPart) throws(WorkbookRefusal) {
    while try part.next() {
      guard part.node == .start(.si) else { continue }
      guard texts.count < Self.limit else { throw WorkbookRefusal(.inflatesTooFar) }
      texts.append(try part.richText(endingAt: .si))
    }
  }
}

extension XMLPart {
  /// More runs than a cell has signs.
  private static let runLimit = 1 << 15

  /// The text of an element that has just begun: its runs one after the other, without their
  /// formats and without the reading aids above Chinese and Japanese words.
  func richText(endingAt name: Name) throws(WorkbookRefusal) -> String {
    var bytes: [UInt8] = []
    var isInText = false
    var runs = 0
    while try next() {
      switch node {
      case .start(.rPh): try skip()
      case .start(let inner):
        isInText = inner == .t
        runs += 1
        guard runs <= Self.runLimit else { throw WorkbookRefusal(.inflatesTooFar) }
      case .end(name): return Self.unescaped(bytes)
      case .end: isInText = false
      case .text: if isInText { add(to: &bytes) }
      }
    }
    return Self.unescaped(bytes)
  }

  /// A text in which signs that XML cannot hold stand as `_x000D_`.
  static func unescaped(_ bytes: [UInt8]) -> String {
    guard bytes.contains(UInt8(ascii: "_")) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if let scalar = escapedScalar(bytes[at...]) {
        text += Array(String(scalar).utf8)
        at += 7
      } else {
        text.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The sign that `_xHHHH_` at the beginning of these bytes stands for.
  private static func escapedScalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let escape = bytes.prefix(7)
    guard escape.count == 7, escape.starts(with: "_x".utf8), escape.last == UInt8(ascii: "_")
    else { return nil }
    let digits = escape.dropFirst(2).dropLast()
    guard !digits.contains(UInt8(ascii: "+")), !digits.contains(UInt8(ascii: "-")),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { return nil }
    return Unicode.Scalar(value)
  }
}
