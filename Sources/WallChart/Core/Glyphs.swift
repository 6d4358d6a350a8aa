/// The signs of the screen. Each is one column wide in its tier.
struct Glyphs: Equatable, Sendable {
  var met: Character
  var metLate: Character = "~"
  var overdue: Character = "!"
  var several: Character = "+"
  var silent: Character = "?"
  var disputed: Character = "#"
  var unfolded: Character
  var line: Character
  var ellipsis: Character
  var dot: Character
  var moreLeft: Character
  var moreRight: Character
  /// Big digits are made of it.
  var block: Character
  /// The two parts of a bar.
  var filled: Character
  var unfilled: Character

  static let rich = Glyphs(
    met: "✓", unfolded: "▾", line: "│", ellipsis: "…", dot: "·", moreLeft: "«", moreRight: "»",
    block: "█", filled: " ", unfilled: "░")
  static let ascii = Glyphs(
    met: "x", unfolded: "-", line: "|", ellipsis: ">", dot: "-", moreLeft: "<", moreRight: ">",
    block: "#", filled: "=", unfilled: ".")
}
