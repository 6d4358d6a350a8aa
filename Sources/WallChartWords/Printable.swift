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
    for scalar in text.unicodeScalars {
      if isPlain(scalar) {
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
  public static func excerpt(_ text: String) -> String {
    let start = text.unicodeScalars.prefix(80)
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
    for scalar in text.unicodeScalars {
      if stays(scalar) {
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

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0x4E00...0x9FFF, 0x3001...0x3029, 0xFF01...0xFF5E: return true
    case 0xFE00...0xFE0F, 0x200D: return true  // variation selectors and joiner, inside a cluster
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return false
    default: return true
    }
  }
}
