/// The one table of characters that nobody sees, that move what stands beside them, or that every
/// font draws otherwise: two texts that look alike may differ by them (Unicode's reports 36 and 39).
/// Screens and papers write them out; `check` and imports name them.
package enum UnseenCharacters {
  /// Whether none of them stands in a text.
  package static func areMissing(in text: String) -> Bool {
    // Nearly every text is plain, as its bytes tell.
    if text.utf8.withContiguousStorageIfAvailable(isPlainASCII) ?? false { return true }
    return text.unicodeScalars.allSatisfy(isPlain)
  }

  /// The same where one of them is allowed.
  package static func areMissing(in text: String, butFor allowed: Unicode.Scalar) -> Bool {
    text.unicodeScalars.allSatisfy { $0 == allowed || isPlain($0) }
  }

  /// Each of them once, with the first byte in UTF-8 it stands at. Tabs and line breaks are blanks
  /// there, and no secret.
  package static func all(in text: String) -> [(scalar: Unicode.Scalar, place: Int)] {
    guard !areMissing(in: text) else { return [] }
    var found: [(scalar: Unicode.Scalar, place: Int)] = []
    var place = 0
    forEachScalar(of: text) { scalar, isSeen in
      defer { place += UTF8.width(scalar) }
      guard !isSeen, !["\t", "\n", "\r"].contains(scalar),
        !found.contains(where: { $0.scalar == scalar })
      else { return }
      found.append((scalar, place))
    }
    return found
  }

  /// Goes through a text, telling of each scalar whether it is seen where it stands.
  package static func forEachScalar(
    of text: String, _ take: (Unicode.Scalar, _ isSeen: Bool) -> Void
  ) {
    var rest = text.unicodeScalars[...]
    var before: Unicode.Scalar?
    while let scalar = rest.popFirst() {
      let isSeen =
        isPlain(scalar) || before.map { Joining.isSeen(scalar, $0, rest.first) } ?? false
      take(scalar, isSeen)
      before = isSeen ? scalar : nil
    }
  }

  /// Whether all bytes of a text are printable ASCII: then each is a column. Without a way out before
  /// the end, so that many are looked at at once.
  package static func isPlainASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var others: UInt8 = 0
    for byte in bytes { others |= byte &- 0x20 < 0x5F ? 0 : 1 }
    return others == 0
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
