/// The signs of the screen. Each is one column wide in its tier.
struct Glyphs: Equatable, Sendable {
  var met: Character
  var metLate: Character = "~"
  var overdue: Character = "!"
  var several: Character = "+"
  var silent: Character = "?"
  var unfolded: Character
  var line: Character
  var ellipsis: Character
  var dot: Character
  var moreLeft: Character
  var moreRight: Character
  /// Only ASCII may be written.
  var isASCII: Bool

  static let rich = Glyphs(
    met: "✓", unfolded: "▾", line: "│", ellipsis: "…", dot: "·", moreLeft: "«", moreRight: "»",
    isASCII: false)
  static let ascii = Glyphs(
    met: "x", unfolded: "-", line: "|", ellipsis: ">", dot: "-", moreLeft: "<", moreRight: ">",
    isASCII: true)
}
