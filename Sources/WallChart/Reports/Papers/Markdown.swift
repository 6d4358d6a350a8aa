import WallChartWords

/// A paper in Markdown, put together from plain texts: whatever they hold, none is taken for a sign of
/// Markdown, a link or a tag, and none breaks a line or a cell.
struct Markdown {
  private var blocks: [String] = []

  /// All of it, without a line feed at the end.
  var text: String { blocks.joined(separator: "\n\n") }

  mutating func heading(_ text: String, level: Int) {
    blocks.append(String(repeating: "#", count: level) + " " + Self.inline(text))
  }

  mutating func paragraph(_ text: String) {
    blocks.append(Self.opening(text))
  }

  mutating func list(_ items: [String]) {
    guard !items.isEmpty else { return }
    blocks.append(items.map { "- " + Self.opening($0) }.joined(separator: "\n"))
  }

  /// - Parameter columns: their heads, and whether they hold figures, which stand at the right.
  mutating func table(_ columns: [(head: String, isFigure: Bool)], _ rows: [[String]]) {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let rule = columns.map { $0.isFigure ? "---:" : "---" }
    blocks.append(
      ([line(columns.map { Self.inline($0.head) }), line(rule)]
        + rows.map { line($0.map(Self.inline)) }).joined(separator: "\n"))
  }

  // MARK: Plain text

  /// Signs that mean something anywhere in a line.
  private static let signs: Set<Unicode.Scalar> = [
    "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "#", "&", "$",
  ]

  /// A text within a line or a cell.
  static func inline(_ text: String) -> String {
    let text = Printable.filtered(text)
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      // Two slashes behind a colon make a link of what stands around.
      let isLink =
        scalar == ":" && scalars[place...].dropFirst().prefix(2).elementsEqual(["/", "/"])
      let isHost =
        scalar == "." && scalars[..<place].suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
        && place >= 3
      if signs.contains(scalar) || isLink || isHost { result.append("\\") }
      if scalar == "@", isAddress(scalars, at: place) {
        result.append(contentsOf: joiner.unicodeScalars)
      }
      result.append(scalar)
    }
    return String(result)
  }

  /// A word joiner, which has no width. An address is looked for when all else has been read, so that
  /// no backslash keeps it from becoming a link.
  private static let joiner = "&#8288;"

  /// Whether what stands around an @ may be a mail address.
  private static func isAddress(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
    func isPart(_ scalar: Unicode.Scalar?) -> Bool {
      guard let scalar, scalar.isASCII else { return false }
      return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || [".", "+", "-", "_"].contains(scalar)
    }
    return isPart(scalars[..<place].last) && isPart(scalars[(place + 1)...].first)
  }

  /// A text that opens a line, where more signs mean something: those of lists and rules.
  private static func opening(_ text: String) -> String {
    let text = inline(text)
    let digits = text.unicodeScalars.prefix { ("0"..."9").contains($0) }
    let rest = text.unicodeScalars[digits.endIndex...]
    guard let sign = rest.first else { return text }
    let isMark = digits.isEmpty ? ["-", "+", "="].contains(sign) : [".", ")"].contains(sign)
    return isMark ? String(digits) + "\\" + String(rest) : text
  }
}
