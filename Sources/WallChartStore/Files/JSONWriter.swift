/// Writes JSON, members in the order they are given.
package struct JSONWriter {
  /// How members and elements are set apart.
  package enum Spacing {
    /// `{"a": 1, "b": 2}`: a line a person reads.
    case spaced
    /// `{"a":1,"b":2}`: a line of the ledger.
    case tight
  }

  package private(set) var bytes: [UInt8] = []
  private let spacing: Spacing
  /// Whether the next member or element needs a comma before it.
  private var follows = false

  package init(_ spacing: Spacing) {
    self.spacing = spacing
  }

  /// Makes room for so many bytes in all: an array that grows is in memory twice.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A value on its own, without blanks.
  package static func tight(_ body: (inout JSONWriter) throws -> Void) rethrows -> String {
    var writer = JSONWriter(.tight)
    try body(&writer)
    return writer.text
  }

  private mutating func separate() {
    if follows { bytes.append(contentsOf: spacing == .spaced ? [44, 32] : [44]) }
    follows = true
  }

  /// Writes bytes as they are; they must be JSON that fits here.
  package mutating func raw(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// A line break between elements: one task a line.
  package mutating func newline(separated: Bool) {
    if separated { bytes.append(44) }
    bytes.append(10)
    follows = false
  }

  package mutating func name(_ name: String) {
    separate()
    quote(name)
    bytes.append(contentsOf: spacing == .spaced ? [58, 32] : [58])
    follows = false
  }

  package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try container(123, 125, body)
  }

  package mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try container(91, 93, body)
  }

  private mutating func container(
    _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    separate()
    bytes.append(open)
    follows = false
    try body(&self)
    bytes.append(close)
    follows = true
  }

  package mutating func value(_ text: String) {
    separate()
    quote(text)
  }

  package mutating func value(_ number: Int) {
    separate()
    raw(String(number))
  }

  package mutating func value(_ flag: Bool) {
    separate()
    raw(flag ? "true" : "false")
  }

  package mutating func null() {
    separate()
    raw("null")
  }

  /// A member, left out when there is no value.
  package mutating func member(_ name: String, _ text: String?) {
    guard let text else { return }
    self.name(name)
    value(text)
  }

  package mutating func member(_ name: String, _ number: Int?) {
    guard let number else { return }
    self.name(name)
    value(number)
  }

  package mutating func member(_ name: String, _ day: Day?) {
    member(name, day?.iso)
  }

  /// A member whose value is JSON already.
  package mutating func member(_ name: String, json value: String) {
    self.name(name)
    raw(value)
    follows = true
  }

  /// An array of texts, left out when empty.
  package mutating func member(_ name: String, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    self.name(name)
    array { writer in texts.forEach { writer.value($0) } }
  }

  package mutating func members(_ unknown: [UnknownMember]) {
    for member in unknown {
      self.member(member.name, json: member.value)
    }
  }

  private mutating func quote(_ text: String) {
    bytes.append(34)
    var text = text
    text.withUTF8 { utf8 in
      // Mostly nothing is to be escaped, and the text goes over in one piece.
      var piece = 0
      var at = 0
      while at < utf8.count {
        let byte = utf8[at]
        // C2 begins the C1 controls, which a terminal obeys as it obeys an Esc.
        guard byte < 32 || byte == 34 || byte == 92 || byte == 127 || byte == 0xC2 else {
          at += 1
          continue
        }
        let isC1 = byte == 0xC2 && at + 1 < utf8.count && utf8[at + 1] < 0xA0
        if byte != 0xC2 || isC1 {
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[piece..<at]))
          escape(isC1 ? utf8[at + 1] : byte)
          piece = at + (isC1 ? 2 : 1)
        }
        at += isC1 ? 2 : 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[piece...]))
    }
    bytes.append(34)
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 34: bytes.append(contentsOf: [92, 34])
    case 92: bytes.append(contentsOf: [92, 92])
    case 8: bytes.append(contentsOf: [92, 98])
    case 9: bytes.append(contentsOf: [92, 116])
    case 10: bytes.append(contentsOf: [92, 110])
    case 12: bytes.append(contentsOf: [92, 102])
    case 13: bytes.append(contentsOf: [92, 114])
    default: raw("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
    }
  }
}
