/// Columns of text in a terminal, and cutting and padding by them: the one place that knows.
enum CellWidth {
  /// The columns of a character as ``glyph(of:)`` shows it: 1 or 2.
  static func columns(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if WideCharacters.contains(first) { return 2 }
    // Nearly every character is one scalar.
    if scalars.index(after: scalars.startIndex) == scalars.endIndex {
      return takesColumn(first) ? 2 : 1
    }
    return glyph(of: character).unicodeScalars.contains(where: takesColumn) ? 2 : 1
  }

  static func columns(of text: some StringProtocol) -> Int {
    // Most text is ASCII, a column a byte.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  /// What a cell shows of a character: its base and at most four marks on it. Joined sequences
  /// (families, flags) show their first part, since terminals disagree on the whole.
  static func glyph(of character: Character) -> Character {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return " " }
    // Nearly every character is one scalar and no mark.
    if scalars.index(after: scalars.startIndex) == scalars.endIndex, !isMark(first) {
      return character
    }
    // A mark without a letter would sit on the cell before; it gets a blank to sit on.
    var text = isMark(first) ? " " : String(first)
    var hasRoom = !WideCharacters.contains(first)
    for scalar in scalars.dropFirst(isMark(first) ? 0 : 1).prefix(4) {
      guard isMark(scalar) else { break }
      if takesColumn(scalar) {
        guard hasRoom else { break }
        hasRoom = false
      }
      text.unicodeScalars.append(scalar)
    }
    return text.first ?? " "
  }

  /// A mark that stands beside its letter, as vowel signs of Indian scripts do: terminals and the
  /// C library give it a column of its own.
  private static func takesColumn(_ scalar: Unicode.Scalar) -> Bool {
    isMark(scalar) && scalar.properties.generalCategory == .spacingMark
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    // No marks in Latin and none in the Chinese blocks; nearly all text ends here.
    if scalar.value < 0x300 || (0x3400...0x9FFF).contains(scalar.value) { return false }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }

  /// The longest start of `text` that fits, with `ellipsis` where something is cut away. Never
  /// half a character; it may be a column short.
  static func cut(_ text: String, to width: Int, ellipsis: Character) -> String {
    guard columns(of: text) > width else { return text }
    guard width > 0 else { return "" }
    var result = ""
    var used = 0
    for character in text {
      let next = columns(of: character)
      if used + next > width - 1 { break }
      result.append(character)
      used += next
    }
    return result + String(ellipsis)
  }

  /// The end of a text, where its beginning has no room: of a path, what tells it from others.
  static func end(of text: String, to width: Int, ellipsis: Character) -> String {
    guard columns(of: text) > width else { return text }
    var used = 1
    let rest = text.reversed().prefix { character in
      used += columns(of: character)
      return used <= width
    }
    return String(ellipsis) + String(rest.reversed())
  }
}
