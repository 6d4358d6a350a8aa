/// Words that no line is broken in: an id such as `BS-04`, whose hyphen looks like a place to break.
enum WholeWord {
  /// A text in pieces that make it up again; each whole word is one of its own.
  static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var other = ""
    var rest = Substring(text).unicodeScalars
    while !rest.isEmpty {
      let word = rest.prefix(while: isPart)
      let piece = word.isEmpty ? rest.prefix { !isPart($0) } : word
      rest = rest[piece.endIndex...]
      if isOne(String(piece)) {
        pieces += (other.isEmpty ? [] : [other]) + [String(piece)]
        other = ""
      } else {
        other.unicodeScalars.append(contentsOf: piece)
      }
    }
    return other.isEmpty ? pieces : pieces + [other]
  }

  /// Whether a text is such a word and nothing else.
  static func isOne(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return scalars.count <= longest && scalars.dropFirst().contains("-") && scalars.first != "-"
      && scalars.contains { ("0"..."9").contains($0) } && scalars.allSatisfy(isPart)
  }

  /// A longer one would not fit in a column.
  private static let longest = 16

  /// A sign of an id, but for the dot, which ends sentences.
  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "A"..."Z", "a"..."z", "0"..."9", "-", "_": true
    default: false
    }
  }
}
