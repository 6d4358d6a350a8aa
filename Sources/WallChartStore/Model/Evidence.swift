/// One thing that was handed in: words, or a file kept with the chart under its SHA-256.
///
/// In the ledger a kept file reads `evidence/<64 hexadecimal digits>.<ext> <name>`, the name being
/// the one it was handed in under; every other text is words.
public struct Evidence: Hashable, Sendable {
  /// As it stands in ``Entry/evidence``.
  public let item: String

  /// Reads an item of ``Entry/evidence``. Every text is evidence of some kind.
  public init(_ item: String) {
    self.item = item
  }

  /// The kept file: its path below the chart's folder, the SHA-256 of its bytes in hexadecimal, and
  /// the name it was handed in under; nil for words.
  public var file: (path: String, sha256: String, name: String)? {
    let bytes = item.utf8
    guard bytes.starts(with: Self.folder.utf8) else { return nil }
    let digest = bytes.dropFirst(Self.folder.utf8.count).prefix(64)
    guard digest.count == 64, digest.allSatisfy(Self.isHexadecimal),
      let space = bytes[digest.endIndex...].firstIndex(of: UInt8(ascii: " ")),
      Self.isEnding(bytes[digest.endIndex..<space])
    else { return nil }
    let name = bytes[bytes.index(after: space)...]
    guard !name.isEmpty else { return nil }
    return (
      String(item[..<space]), String(item[digest.startIndex..<digest.endIndex]),
      String(item[name.startIndex...])
    )
  }

  /// What people see: the name of the file, or the words.
  public var words: String { file?.name ?? item }

  private static let folder = "evidence/"

  /// The item for a file of these bytes' digest.
  /// - Parameter name: the name it is handed in under; not empty.
  init(sha256: String, name: String) {
    item = "\(Self.folder)\(sha256)\(Self.ending(of: name)) \(name)"
  }

  /// The dot and the letters behind it that a name ends with, in lower case: at most eight ASCII
  /// letters or digits; nothing for a name that ends otherwise.
  private static func ending(of name: String) -> String {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return ""
    }
    let ending = name.utf8[dot...].map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    return isEnding(ending) ? String(decoding: ending, as: UTF8.self) : ""
  }

  private static func isEnding(_ bytes: some Collection<UInt8>) -> Bool {
    guard let dot = bytes.first else { return true }
    return dot == UInt8(ascii: ".") && (2...9).contains(bytes.count)
      && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }
}

extension Evidence {
  /// What makes two pieces of evidence the same one.
  enum Likeness: Hashable, Sendable {
    case file(sha256: String)
    case words([UInt8])
  }

  /// Nil for words that say too little: they are on many tasks by chance.
  var likeness: Likeness? {
    if let file { return .file(sha256: file.sha256) }
    let words = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let columns = words.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
    return columns < Self.leastColumns ? nil : .words(Array(words.utf8))
  }

  /// Chinese characters take two each.
  private static let leastColumns = 12
}
