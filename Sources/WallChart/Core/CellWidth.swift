import WallChartStore

/// Columns of text in a terminal, and cutting and padding by them: the one place that knows.
///
/// What Unicode calls ambiguous takes one column or two, as the terminal is set; nothing in the text
/// tells. ``measuring(ambiguous:_:)`` says which while a screen is made.
enum CellWidth {
  /// What characters of ambiguous width take.
  enum Ambiguous: Int, Sendable {
    case narrow = 1
    case wide
  }

  @TaskLocal private static var ambiguous = Ambiguous.narrow

  /// Does something in which texts are measured as a terminal shows them.
  static func measuring<Result>(
    ambiguous: Ambiguous, _ work: () throws -> Result
  ) rethrows -> Result {
    // Nearly always it is so anyway.
    if ambiguous == self.ambiguous { return try work() }
    return try $ambiguous.withValue(ambiguous, operation: work)
  }

  /// The columns of a character as ``glyph(of:)`` shows it: 1 or 2.
  static func columns(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if columns(of: first) == 2 { return 2 }
    // Nearly every character is one scalar.
    if scalars.index(after: scalars.startIndex) == scalars.endIndex, !isMark(first) { return 1 }
    let glyph = glyph(of: character).unicodeScalars
    return glyph.first.map(columns(of:)) == 2 || glyph.dropFirst().contains(where: takesColumn)
      ? 2 : 1
  }

  /// The columns of a scalar by itself, where it is no mark.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0xA1 { return 1 }
    if WideCharacters.contains(scalar) { return 2 }
    return AmbiguousCharacters.contains(scalar.value) ? ambiguous.rawValue : 1
  }

  static func columns(of text: some StringProtocol) -> Int {
    let plain = text.utf8.withContiguousStorageIfAvailable { bytes in
      UnseenCharacters.isPlainASCII(bytes) ? bytes.count : nil
    }
    if let plain, let plain { return plain }
    var columns = 0
    for scalar in text.unicodeScalars {
      guard standsAlone(scalar) else { return text.reduce(0) { $0 + self.columns(of: $1) } }
      columns += self.columns(of: scalar)
    }
    return columns
  }

  /// Whether terminals give a character other columns than we do: what is ambiguous, as they are
  /// set; pictures, which became wide with Unicode 9, and what came later; scripts whose letters
  /// are joined or turned around.
  /// - Parameter isKnown: whether the terminal has said what is ambiguous there.
  static func isDisputed(_ value: UInt32, unlessAmbiguous isKnown: Bool) -> Bool {
    switch value {
    case 0x20..<0xA1, 0x3400..<0x4DC0, 0x4E00..<0xA000, 0xAC00..<0xD7A4, 0xFF01..<0xFFE7: false
    case 0xA1..<0x590, 0x1E00..<0x2E80, 0x3000..<0x3400:
      if AmbiguousCharacters.contains(value) {
        !isKnown
      } else {
        (0x1E00..<0x2E80).contains(value) && pictures.cover(value)
      }
    case 0xF900..<0xFB00, 0xFE10..<0xFE70, 0x20000..<0x2EBF0, 0x2F800..<0x31350: false
    case 0x2E80..<0x3000, 0xA000..<0xA4D0: false
    default: true
    }
  }

  /// Those of the signs that are wide now, or since Unicode 16.
  private static let pictures =
    (WideCharacters.ranges.filter { (0x1E00..<0x2E80).contains($0.lowerBound) } + becameWide)
    .sorted { $0.lowerBound < $1.lowerBound }

  /// Trigrams and digrams.
  static let becameWide: [ClosedRange<UInt32>] = [0x2630...0x2637, 0x268A...0x268F]

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

  /// What a cell shows of a character: its base and at most four marks on it; of a Korean syllable
  /// in parts, the syllable. Joined sequences (families, flags) show their first part, since
  /// terminals disagree on the whole, and none is asked to be drawn as a picture or as text, since
  /// that makes some of them change the columns.
  static func glyph(of character: Character) -> Character {
    let scalars = character.unicodeScalars
    // A joiner with nothing to join would take no column at all.
    guard let first = scalars.first, first != "\u{200D}" else { return " " }
    // Nearly every character is one scalar and no mark.
    if scalars.index(after: scalars.startIndex) == scalars.endIndex, !isMark(first) {
      return character
    }
    // A mark without a letter would sit on the cell before; it gets a blank to sit on, unless it is
    // one that stands by itself.
    let sits = isMark(first) && " \(first)".count == 1
    let (base, parts): (Unicode.Scalar, Int) =
      if sits {
        (" ", 0)
      } else if isEndOfSyllable(first) {
        (fillingConsonant, 0)
      } else {
        syllable(of: scalars) ?? (first, 1)
      }
    var text = String(base)
    var hasRoom = columns(of: base) == 1
    var last = base
    let marks = scalars.dropFirst(parts).lazy.filter { !isSelector($0) && $0 != "\u{200D}" }
    for scalar in marks.prefix(4) {
      // Indian scripts join letters by a mark between them.
      guard isMark(scalar) || isMark(last) && isLetter(scalar) else { break }
      if takesColumn(scalar) {
        guard hasRoom else { break }
        hasRoom = false
      }
      text.unicodeScalars.append(scalar)
      last = scalar
    }
    return text.first ?? " "
  }

  /// What stands beside its letter, as vowel signs of Indian scripts and letters joined to it do:
  /// terminals and the C library give it a column of its own.
  private static func takesColumn(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || isMark(scalar) && scalar.properties.generalCategory == .spacingMark
  }

  /// A letter of a script without capitals that is no part of the one before it.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .otherLetter && !isEndOfSyllable(scalar)
  }

  /// The vowel that Thai and Lao write around a letter: no mark to Unicode, and part of its cluster.
  private static func isAm(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xE33 || scalar.value == 0xEB3
  }

  /// A variation selector.
  private static func isSelector(_ scalar: Unicode.Scalar) -> Bool {
    (0xFE00...0xFE0F).contains(scalar.value) || (0xE0100...0xE01EF).contains(scalar.value)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    // No marks in Latin and none in the Chinese blocks; nearly all text ends here.
    if scalar.value < 0x300 || (0x3400...0x9FFF).contains(scalar.value) { return false }
    if isAm(scalar) || isEndOfSyllable(scalar) { return true }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }

  /// The longest start of `text` that fits, with `ellipsis` where something is cut away. Never
  /// half a character; it may be a column short.
  static func cut(_ text: String, to width: Int, ellipsis: Character) -> String {
    guard columns(of: text) > width else { return text }
    let room = width - columns(of: ellipsis)
    guard room >= 0 else { return "" }
    var used = 0
    if text.unicodeScalars.allSatisfy(standsAlone) {
      let start = text.unicodeScalars.prefix { scalar in
        used += columns(of: scalar)
        return used <= room
      }
      return String(start) + String(ellipsis)
    }
    let start = text.prefix { character in
      used += columns(of: character)
      return used <= room
    }
    return String(start) + String(ellipsis)
  }

  /// The end of a text, where its beginning has no room: of a path, what tells it from others.
  static func end(of text: String, to width: Int, ellipsis: Character) -> String {
    guard columns(of: text) > width else { return text }
    var used = columns(of: ellipsis)
    guard used <= width else { return "" }
    let rest = text.reversed().prefix { character in
      used += columns(of: character)
      return used <= width
    }
    return String(ellipsis) + String(rest.reversed())
  }
}
