/// Makes text from files, arguments and the system fit for a terminal: nothing that moves the
/// cursor, changes the terminal's state or hides its meaning gets through.
public enum Printable {
  /// `text` with control characters, bidirectional overrides, invisible and private characters
  /// written out: `␛`, `<U+202E>`.
  public static func filtered(_ text: String) -> String {
    // Nearly every text is plain; only the others are rebuilt.
    if text.utf8.withContiguousStorageIfAvailable(isPlainASCII) ?? false { return text }
    guard !text.unicodeScalars.allSatisfy(isPlain) else { return text }
    var result = ""
    forEachScalar(of: text) { scalar, isPlain in
      if isPlain {
        result.unicodeScalars.append(scalar)
      } else if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
        result.unicodeScalars.append(picture)
      } else if scalar.value == 0x7F {
        result += "\u{2421}"
      } else if (0x80...0x9F).contains(scalar.value) {
        result += "<\(String(scalar.value, radix: 16, uppercase: true))>"
      } else {
        result += "<" + codePoint(scalar) + ">"
      }
    }
    return result
  }

  /// Whether all bytes of a text are printable ASCII: then each is a column. Without a way out before
  /// the end, so that many are looked at at once.
  package static func isPlainASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var others: UInt8 = 0
    for byte in bytes { others |= byte &- 0x20 < 0x5F ? 0 : 1 }
    return others == 0
  }

  /// A character by its number, as Unicode writes it: `U+202E`.
  package static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }

  /// The beginning of a text, filtered: enough to know it again.
  public static func excerpt(_ text: String) -> String { filtered(text, atMost: 80) }

  /// The beginning of a text, filtered, with a sign where it has more scalars than that.
  package static func filtered(_ text: String, atMost limit: Int) -> String {
    // No scalar takes less than a byte, and bytes are counted already.
    guard text.utf8.count > limit else { return filtered(text) }
    let start = text.unicodeScalars.prefix(limit)
    return filtered(String(start)) + (start.endIndex < text.endIndex ? "…" : "")
  }

  /// The lines of a text, each of them filtered.
  public static func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { filtered(String($0)) }
  }

  /// JSON with what is not fit for a terminal written as escapes: the same values.
  public static func json(_ text: String) -> String {
    func stays(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || isPlain(scalar) }
    guard !text.unicodeScalars.allSatisfy(stays) else { return text }
    var result = ""
    forEachScalar(of: text) { scalar, isPlain in
      if isPlain || scalar == "\n" {
        result.unicodeScalars.append(scalar)
      } else {
        // Beyond ASCII only texts have anything, and there an escape stands for it.
        for unit in String(scalar).utf16 {
          let hex = String(unit, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        }
      }
    }
    return result
  }

  /// Goes through a text, telling of each scalar whether it is plain where it stands.
  private static func forEachScalar(
    of text: String, _ take: (Unicode.Scalar, _ isPlain: Bool) -> Void
  ) {
    var rest = text.unicodeScalars[...]
    var before: Unicode.Scalar?
    while let scalar = rest.popFirst() {
      let isPlain =
        isPlain(scalar) || before.map { Joining.isSeen(scalar, $0, rest.first) } ?? false
      take(scalar, isPlain)
      before = isPlain ? scalar : nil
    }
  }

  /// Whether a scalar is seen and does nothing, wherever it stands.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0x4E00...0x9FFF, 0x3001...0x3029, 0xFF01...0xFF5E: return true
    // Blank in every font: a cell of Braille without a dot, a note without a head, a filler.
    case 0x2800, 0x1D159, 0x16FE4: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return false
    default: return !scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}

/// Scalars that are not seen themselves and change how those beside them look.
private enum Joining {
  /// Whether one does so between its neighbours; anywhere else it would only hide there, and make
  /// two texts look alike.
  static func isSeen(
    _ scalar: Unicode.Scalar, _ before: Unicode.Scalar, _ behind: Unicode.Scalar?
  ) -> Bool {
    switch scalar.value {
    case 0x200D:
      isJoined(before) || isPartOfPicture(before) && (behind.map(isPartOfPicture) ?? false)
    // As text, or as a picture: of a digit only on a key.
    case 0xFE0E, 0xFE0F:
      before.properties.isEmoji && (before.value >= 0x80 || behind?.value == 0x20E3)
    // Other shapes of characters and signs, which have their letters in the standard.
    case 0xFE00...0xFE0D, 0xE0100...0xE01EF:
      before.value >= 0xA0 && !before.properties.isVariationSelector
    case 0x180B...0x180D, 0x180F: (0x1800...0x18AF).contains(before.value)
    default: false
    }
  }

  /// Letters and signs of scripts in which a joiner tells how letters are joined: Arabic, Syriac, those
  /// of India and its neighbours, Mongolian.
  private static func isJoined(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x600...0x8FF, 0x900...0xDFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1800...0x18AF,
      0xA840...0xA87F, 0xA8E0...0xA8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC, 0x11000...0x1197F:
      true
    default: false
    }
  }

  /// A picture, or what makes one of it: a colour of skin, the selector.
  private static func isPartOfPicture(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0F || scalar.value >= 0x80 && scalar.properties.isEmoji
  }
}
