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

  private static func mayBreak(_ left: Character, _ right: Character) -> Bool {
    if right == " " { return false }
    if left == " " { return true }
    guard columns(of: left) == 2 || columns(of: right) == 2 else { return false }
    return !opening.contains(left) && !closing.contains(right)
  }

  private static let opening = Set("（【《“‘「『〈〔([{")
  private static let closing = Set("，。、；：？！）】》”’」』〉〕…·％,.;:?!)]}%")
}
