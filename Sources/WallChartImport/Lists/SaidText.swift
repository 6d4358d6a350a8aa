// What a text of a list says, without what only its writing is.
extension String {
  /// A text without the spaces around it; nothing where only a sign for nothing stands.
  var said: String {
    let text = withoutOuterSpaces
    return text.utf8.count <= 6 && Self.signsForNothing.contains(text) ? "" : text
  }

  private static let signsForNothing: Set<String> = [
    "/", "／", "\\", "-", "--", "－", "–", "—", "——", "无", "無",
  ]

  /// Nobody sees the spaces around a text, and two names that only differ in them look the same.
  var withoutOuterSpaces: String {
    guard unicodeScalars.first?.isSpace == true || unicodeScalars.last?.isSpace == true else {
      return self
    }
    return String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
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
