/// Text that a terminal pastes, as it comes in between the sequences that begin and end it.
struct Paste {
  /// `ESC [ 201 ~`.
  private static let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
  /// More is taken in and forgotten: nobody means it.
  static let limit = 1 << 20
  /// Milliseconds of silence after which the end is not waited for any longer.
  static let patience = 2000

  private(set) var bytes: [UInt8] = []
  /// How many bytes of the end have come.
  private var matched = 0
  /// When the last byte came, in milliseconds of the clock.
  var lastHeard: Int

  init(at time: Int) {
    lastHeard = time
  }

  var isComplete: Bool { matched == Self.end.count }

  /// How many bytes can be read without touching what was typed behind the paste.
  var missing: Int { Self.end.count - matched }

  mutating func take(_ byte: UInt8) {
    if byte == Self.end[matched] {
      matched += 1
      return
    }
    // What looked like the end was text. Only its first byte is an ESC, so no part of it begins
    // the end anew, but this byte may.
    keep(Self.end[..<matched])
    matched = byte == Self.end[0] ? 1 : 0
    if matched == 0 { keep(CollectionOfOne(byte)) }
  }

  private mutating func keep(_ more: some Collection<UInt8>) {
    if bytes.count + more.count <= Self.limit { bytes += more }
  }

  /// What was pasted; bytes that are no UTF-8 are left out.
  var text: String {
    var scalars = String.UnicodeScalarView()
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let scalar): scalars.append(Unicode.UTF8.decode(scalar))
      case .error: continue
      case .emptyInput: return String(scalars)
      }
    }
  }
}
