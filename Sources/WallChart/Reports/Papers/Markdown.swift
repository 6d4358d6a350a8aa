import WallChartWords

/// Plain texts within a paper in Markdown: whatever they hold, none is taken for a sign of Markdown, a
/// link or a tag, and none breaks a line or a cell.
enum Markdown {
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
  static func opening(_ text: String) -> String {
    let text = inline(text)
    let digits = text.unicodeScalars.prefix { ("0"..."9").contains($0) }
    let rest = text.unicodeScalars[digits.endIndex...]
    guard let sign = rest.first else { return text }
    let isMark = digits.isEmpty ? ["-", "+", "="].contains(sign) : [".", ")"].contains(sign)
    return isMark ? String(digits) + "\\" + String(rest) : text
  }
}
