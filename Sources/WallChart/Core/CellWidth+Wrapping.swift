extension CellWidth {
  /// A heading in capitals, its letters as far apart as the width allows and it still reads as a
  /// word; as it is where there is no room for that.
  static func spaced(_ text: String, to width: Int, atMost most: Int = 1) -> String {
    let columns = columns(of: text)
    guard text.count > 1 else { return text }
    // Wide characters stand well further apart.
    let widest = (columns > text.count ? 2 : 1) * most
    let gap = min(widest, (width - columns) / (text.count - 1))
    guard gap > 0 else { return text }
    return text.uppercased().map(String.init).joined(separator: String(repeating: " ", count: gap))
  }

  /// Lines of at most `width` columns, at least one. They break at spaces and beside Chinese
  /// characters; no line begins with a closing sign or ends with an opening one (避头尾).
  static func wrap(_ text: String, to width: Int) -> [String] {
    // Most texts fit.
    if columns(of: text) <= width, text.utf8.last != 0x20 { return [text] }
    var lines: [String] = []
    var line: [Character] = []
    var used = 0
    // Before which character the line may end.
    var end: Int?
    for character in text {
      let next = columns(of: character)
      if let last = line.last, mayBreak(last, character) { end = line.count }
      while used + next > width, !line.isEmpty {
        // A space is as good an end as any.
        let cut = character == " " ? line.count : end ?? line.count
        lines.append(trimmed(line[..<cut]))
        line = Array(line[cut...].drop { $0 == " " })
        used = line.reduce(0) { $0 + columns(of: $1) }
        end = nil
      }
      if character == " ", line.isEmpty, !lines.isEmpty { continue }
      line.append(character)
      used += next
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [trimmed(line[...])]
  }

  private static func trimmed(_ line: ArraySlice<Character>) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  /// Whether a line may end between two characters: at spaces, and beside Chinese characters by the
  /// rules of GB/T 15834 and of Unicode's UAX 14 that matter in such texts.
  private static func mayBreak(_ left: Character, _ right: Character) -> Bool {
    if right == " " { return false }
    if left == " " { return true }
    guard isIdeographic(left) || isIdeographic(right) else { return false }
    if noEnd.contains(left) || noStart.contains(right) { return false }
    // A number stays with its unit, and 第 with its number.
    if left.isASCII, left.isNumber { return noEnd.contains(right) }
    return !(left == "\u{7B2C}" && right.isASCII && right.isNumber)
  }

  /// Whether it is written as a square: a character, or a sign that is wide, or is in fonts of
  /// Chinese.
  private static func isIdeographic(_ character: Character) -> Bool {
    character.unicodeScalars.first.map(WideCharacters.contains) ?? false
  }

  /// What no line ends with: opening brackets and quotes, signs before a number, a slash; and quotes
  /// that open or close.
  private static let noEnd = Set("（【《“‘「『〈〔［｛﹙([{«‹￥¥＄$№#／/\"'")
  /// What no line begins with: stops, closing brackets and quotes, dashes, dots and slashes, signs
  /// behind a number, repetition marks. A dash of two is not parted by that, nor are six dots.
  private static let noStart = Set(
    "，。、；：？！．…‥）】》”’」』〉〕］｝﹚·・‧—–～~／％‰℃°々〻ー,.;:?!)]}%»›/\"'")
}
