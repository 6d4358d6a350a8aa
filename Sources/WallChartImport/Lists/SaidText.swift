import WallChartWords

// What a text of a list says, without what only its writing is.
extension String {
  /// A text without the spaces around it; nothing where only a sign for nothing stands.
  var said: String {
    let text = withoutOuterSpaces
    return text.utf8.count <= 6 && CSVText.signsForNothing.contains(text) ? "" : text
  }

  /// Nobody sees the spaces around a text, and two names that only differ in them look the same.
  var withoutOuterSpaces: String {
    if hasPlainEnds { return self }
    guard unicodeScalars.first?.isSpace == true || unicodeScalars.last?.isSpace == true else {
      return self
    }
    return String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// Whether visible ASCII or common Chinese stands at both ends, as the bytes tell: in every cell
  /// of a list that is asked, more than once, and mostly that is all.
  private var hasPlainEnds: Bool {
    utf8.withContiguousStorageIfAvailable { bytes in
      guard let first = bytes.first, let last = bytes.last else { return true }
      // E4 to E9 begin U+4000 to U+9FFF, three bytes each, and no space is among those.
      let chinese: ClosedRange<UInt8> = 0xE4...0xE9
      let visible: ClosedRange<UInt8> = 0x21...0x7E
      return (visible.contains(first) || chinese.contains(first))
        && (visible.contains(last) || bytes.count > 2 && chinese.contains(bytes[bytes.count - 3]))
    } ?? false
  }

  /// Each run of line breaks, and the spaces around it, as one space.
  var onOneLine: String {
    unicodeScalars.split(whereSeparator: \.isLineBreak)
      .map { String($0).withoutOuterSpaces }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Substring {
  var withoutOuterSpaces: String { String(self).withoutOuterSpaces }
}

extension Unicode.Scalar {
  var isLineBreak: Bool { value == 10 || value == 13 }

  /// The tables of Unicode are asked only for what is neither ASCII nor common Chinese.
  fileprivate var isSpace: Bool {
    switch value {
    case 0x21...0x7E, 0x4E00...0x9FFF: false
    default: properties.isWhitespace
    }
  }
}
