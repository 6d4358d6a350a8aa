/// How a text was put into bytes, by a name that the C library's `iconv` knows.
struct TextEncoding: Sendable, Equatable {
  let name: String

  static let utf8 = TextEncoding(name: "UTF-8")
  static let gb18030 = TextEncoding(name: "GB18030")
  static let utf16LE = TextEncoding(name: "UTF-16LE")
  static let utf16BE = TextEncoding(name: "UTF-16BE")

  /// The byte order mark in UTF-8.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Those that say of themselves what they are. The longer ones first: they begin like others.
  static let marks: [(bytes: [UInt8], encoding: TextEncoding)] = [
    ([0xFF, 0xFE, 0, 0], TextEncoding(name: "UTF-32LE")),
    ([0, 0, 0xFE, 0xFF], TextEncoding(name: "UTF-32BE")),
    ([0xFF, 0xFE], utf16LE), ([0xFE, 0xFF], utf16BE), (mark, utf8),
  ]

  private init(name: String) { self.name = name }

  /// As a person names it; nil when no conversion from it is known.
  init?(named name: String) {
    let upper = name.uppercased()
    // A slash would ask for letters to be replaced.
    let isName = upper.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || Array("-_.:".utf8).contains($0)
    }
    guard isName, (1...32).contains(upper.utf8.count) else { return nil }
    self.name = upper == "UTF8" ? "UTF-8" : upper
    guard let conversion = Conversion(from: self) else { return nil }
    conversion.close()
  }

  /// The bytes as UTF-8, up to the first that does not fit, and where in `bytes` that stands.
  /// Nothing is left out or replaced.
  func text(of bytes: ArraySlice<UInt8>) -> (text: [UInt8], stop: Int?) {
    guard let conversion = Conversion(from: self) else { return ([], bytes.startIndex) }
    defer { conversion.close() }
    return conversion.text(of: bytes)
  }
}
