import WallChartStore

/// Makes text from files, arguments and the system fit for a terminal: nothing that moves the
/// cursor, changes the terminal's state or hides its meaning gets through.
public enum Printable {
  /// `text` with control characters, bidirectional overrides, invisible and private characters
  /// written out: `␛`, `<U+202E>`.
  public static func filtered(_ text: String) -> String {
    guard !UnseenCharacters.areMissing(in: text) else { return text }
    var result = ""
    UnseenCharacters.forEachScalar(of: text) { scalar, isSeen in
      if isSeen {
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
    guard !UnseenCharacters.areMissing(in: text, butFor: "\n") else { return text }
    var result = ""
    UnseenCharacters.forEachScalar(of: text) { scalar, isSeen in
      if isSeen || scalar == "\n" {
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
}
