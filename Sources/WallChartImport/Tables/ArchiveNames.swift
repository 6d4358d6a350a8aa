/// The names of what a zip file holds, to tell what it is. Nothing is unpacked, and no size that
/// the file claims is trusted.
enum ArchiveNames {
  /// More parts than any workbook has.
  private static let limit = 1000

  /// The names in the order of the file's directory, as far as it can be followed.
  static func names(in bytes: [UInt8]) -> [String] {
    guard var at = directory(of: bytes) else { return [] }
    var names: [String] = []
    // A header of 46 bytes, name, extra field, comment.
    while names.count < limit, at + 46 <= bytes.count,
      bytes[at..<at + 4].elementsEqual([0x50, 0x4B, 1, 2])
    {
      let name = at + 46
      let lengths = [28, 30, 32].map { number(in: bytes, at: at + $0, bytes: 2) }
      guard name + lengths[0] <= bytes.count else { break }
      names.append(String(decoding: bytes[name..<name + lengths[0]], as: UTF8.self))
      at = name + lengths.reduce(0, +)
    }
    return names
  }

  /// Where the directory begins: the record at the end of the file says it.
  private static func directory(of bytes: [UInt8]) -> Int? {
    // The record has 22 bytes and a comment of at most 65,535.
    let first = max(0, bytes.count - 22 - 0xFFFF)
    let end = stride(from: bytes.count - 22, through: first, by: -1).first {
      bytes[$0..<$0 + 4].elementsEqual([0x50, 0x4B, 5, 6])
    }
    return end.map { number(in: bytes, at: $0 + 16, bytes: 4) }
  }

  /// A number as zip files have them: the least byte first.
  private static func number(in bytes: [UInt8], at place: Int, bytes count: Int) -> Int {
    bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
