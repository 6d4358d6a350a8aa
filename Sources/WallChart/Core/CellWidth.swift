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
    let plain = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { (0x20..<0x7F).contains($0) } ? bytes.count : nil
    }
    if let plain, let plain { return plain }
    var columns = 0
    for scalar in text.unicodeScalars {
      guard standsAlone(scalar) else { return text.reduce(0) { $0 + self.columns(of: $1) } }
      columns += WideCharacters.contains(scalar) ? 2 : 1
    }
    return columns
  }

  /// Whether a scalar is a character by itself whatever such ones stand beside it, as in nearly all
  /// text: ASCII, Latin, signs, Chinese. Marks, joiners and what they may join are not.
  static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0xA1...0xAC, 0xAE..<0x300: true
    case 0x2010...0x2027, 0x2190...0x2BFF, 0x3001...0x3029, 0x3041...0x3096: true
    case 0x30A0...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xFF01...0xFF60: true
    default: false
    }
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
    var used = 0
    if text.unicodeScalars.allSatisfy(standsAlone) {
      let start = text.unicodeScalars.prefix { scalar in
        used += WideCharacters.contains(scalar) ? 2 : 1
        return used <= width - 1
      }
      return String(start) + String(ellipsis)
    }
    let start = text.prefix { character in
      used += columns(of: character)
      return used <= width - 1
    }
    return String(start) + String(ellipsis)
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
