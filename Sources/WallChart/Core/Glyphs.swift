/// The signs of the screen, in three tiers. Each is one column wide: a rich one where the terminal
/// draws narrow what is ambiguous, a safe one everywhere (East Asian Width N or Na), and that in
/// the fonts of Windows as well (WGL4).
struct Glyphs: Equatable, Sendable {
  var met: Character
  var metLate: Character = "~"
  var overdue: Character = "!"
  /// Before a task that is handed in, and late: it is not red.
  var lateInClosing: Character = "^"
  var several: Character = "+"
  var silent: Character = "?"
  var disputed: Character = "#"
  /// Before the rows of tasks chosen together.
  var chosen: Character = ">"
  /// Before a task that stands otherwise on the day looked at than at present.
  var turned: Character = "*"
  /// Nodes on the path of a task.
  var pathOpen: Character
  var pathSoon: Character
  var path: Character
  var pathToday: Character
  var unfolded: Character
  var folded: Character
  /// A part of a bar that is done, and that is not.
  var barFull: Character
  var barEmpty: Character
  var line: Character
  var ellipsis: Character
  var dot: Character
  var moreLeft: Character
  var moreRight: Character
  /// Big digits are made of it.
  var block: Character
  /// The done part of a bar that has a ground of its own.
  var filled: Character
  var moreUp: Character
  var moreDown: Character

  /// Signs for a terminal that draws wide what is ambiguous.
  var narrowEverywhere: Glyphs { self == .rich ? .safe : self }

  /// All of them, each once, in their order here.
  var all: [Character] {
    // Read from the value itself: a second list of them would drift.
    Mirror(reflecting: self).children.compactMap { $0.value as? Character }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  static let rich = Glyphs(
    met: "✓", pathOpen: "○", pathSoon: "●", path: "─", pathToday: "┊", unfolded: "▾", folded: "▸",
    barFull: "█", barEmpty: "░", line: "│", ellipsis: "…",
    dot: "·", moreLeft: "«", moreRight: "»", block: "█",
    filled: " ", moreUp: "↑", moreDown: "↓")
  static let safe = Glyphs(
    met: "x", pathOpen: "◊", pathSoon: "♦", path: "-", pathToday: "¦", unfolded: "-", folded: "►",
    barFull: "▬", barEmpty: "░", line: "¦", ellipsis: "»",
    dot: "-", moreLeft: "«", moreRight: "»", block: "▐",
    filled: " ", moreUp: "^", moreDown: "v")
  static let ascii = Glyphs(
    met: "x", pathOpen: "o", pathSoon: "O", path: "-", pathToday: ":", unfolded: "-", folded: "+",
    barFull: "#", barEmpty: ".", line: "|", ellipsis: ">",
    dot: "-", moreLeft: "<", moreRight: ">", block: "#",
    filled: "=", moreUp: "^", moreDown: "v")
}
