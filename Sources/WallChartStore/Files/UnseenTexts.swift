/// The texts of a file of JSON in which characters stand that nobody sees: of all its members, those
/// too that no reader takes.
package struct UnseenTexts {
  /// One of them: what stands there, at the first such character.
  struct Text {
    var text: String
    var characters: [Unicode.Scalar]
    var place: Int
  }

  private(set) var all: [Text] = []
  private let reader: JSONReader

  /// - Parameter count: how many of the bytes are looked at; what is no JSON is passed over.
  package init(in bytes: [UInt8], file: String, count: Int? = nil) {
    var reader = JSONReader(bytes, file: file)
    var next = 0
    let end = count ?? bytes.count
    while let start = bytes[next..<end].firstIndex(of: UInt8(ascii: "\"")) {
      let (close, isPlain) = Self.end(of: start, in: bytes, end)
      next = close
      if isPlain { continue }
      reader.at = start
      guard let text = try? reader.text() else { continue }
      let found = UnseenCharacters.all(in: text)
      guard let first = found.first else { continue }
      // With an escape in it its bytes are not those that stand there.
      let isAsWritten = text.utf8.count == close - start - 2
      all.append(
        Text(
          text: text, characters: found.map(\.scalar),
          place: isAsWritten ? start + 1 + first.place : start))
    }
    self.reader = reader
  }

  /// Behind the quote that closes the text at a place, or the line it breaks off on; and whether all
  /// of it is ASCII without escapes.
  private static func end(
    of start: Int, in bytes: [UInt8], _ end: Int
  ) -> (end: Int, isPlain: Bool) {
    var isPlain = true
    var next = start + 1
    while next < end {
      switch bytes[next] {
      case UInt8(ascii: "\""), 0x0A: return (next + 1, isPlain)
      case UInt8(ascii: "\\"):
        isPlain = false
        next += 2
      case 0x80...:
        isPlain = false
        next += 1
      default: next += 1
      }
    }
    return (end, isPlain)
  }

  /// Those of a plan, each at its place.
  package var findingsOfPlan: [Finding] {
    reader.findings(all.map { ($0.place, .unseenInPlan($0.characters)) })
  }

  /// Those of a ledger, where nothing can be mended: the same text is named once.
  var findingsOfLedger: [Finding] {
    var named: Set<[UInt8]> = []
    return reader.findings(
      all.filter { named.insert(Array($0.text.utf8)).inserted }
        .map { ($0.place, .unseenInEntry($0.characters)) })
  }
}
