import WallChartWords

// The colours that themes are made of.
extension Theme {
  /// Colours of text and ground; −1 is the terminal's own.
  struct Pair: Equatable, Sendable {
    var text: Int16
    var ground: Int16

    init(_ text: Int16, on ground: Int16) { (self.text, self.ground) = (text, ground) }

    static let own = Pair(-1, on: -1)
    var swapped: Pair { Pair(ground, on: text) }
  }

  /// One theme at one depth of colour.
  struct Colours: Equatable, Sendable {
    /// What has no look of its own.
    var page = Pair.own
    /// The text of what is over and done, on the page; dim where the page is the terminal's.
    var quiet: Int16 = -1
    /// Lines between columns, on the page.
    var line: Int16 = -1
    /// The selected row, and the selection's column in other rows.
    var row: Pair
    var beam = Pair.own
    var met: Pair
    /// As met, and underlined, where there are too few colours.
    var metLate: Pair?
    var yellow, red, dueSoon, calm: Pair
    /// That everything is on disk; as met, where that does not mean alarm.
    var saved: Pair?
    /// The month of the day; as the page with its colours swapped, where that does not mean late.
    var today: Pair?

    fileprivate func with(_ change: (inout Colours) -> Void) -> Colours {
      var colours = self
      change(&colours)
      return colours
    }
  }

  /// The colours of a theme; nil where there are none.
  static func colours(_ name: ThemeName, _ depth: Depth) -> Colours? {
    switch (name, depth) {
    case (.mono, _), (_, .none): nil
    case (_, .eight): eight(name)
    case (_, .sixteen): sixteen(name)
    case (_, .fixed), (_, .direct): fixed(name)
    }
  }

  /// By numbers from 16 on, whose shades are fixed: every pair at least 7:1.
  private static func fixed(_ name: ThemeName) -> Colours {
    let usual = Colours(
      // White and black cells, which selected ones are, are found in this row alike.
      line: 244, row: Pair(231, on: 240), beam: Pair(231, on: 238),
      // A light jade beside a dark red: who cannot tell green from red sees them by their lightness.
      met: Pair(16, on: 72), metLate: Pair(16, on: 116),
      yellow: Pair(16, on: 214), red: Pair(231, on: 124),
      dueSoon: Pair(16, on: 227), calm: Pair(231, on: 24))
    let paper = usual.with {
      ($0.page, $0.quiet) = (Pair(234, on: 231), 240)
      $0.beam = Pair(16, on: 252)
    }
    switch name {
    case .standard, .mono: return usual
    case .dark: return usual.with { ($0.page, $0.quiet) = (Pair(253, on: 234), 248) }
    case .light: return paper.with { $0.dueSoon = Pair(16, on: 226) }
    case .highContrast:
      return usual.with {
        ($0.page, $0.quiet, $0.line) = (Pair(231, on: 16), 250, 250)
        ($0.met, $0.metLate) = (Pair(16, on: 120), Pair(16, on: 116))
        ($0.red, $0.calm) = (Pair(231, on: 88), Pair(231, on: 18))
      }
    case .colourBlind:
      // Those of Okabe and Ito, made lighter or darker until their text reads: bluish green, blue,
      // orange, vermilion, yellow.
      return usual.with {
        ($0.met, $0.metLate) = (Pair(16, on: 36), Pair(231, on: 24))
        ($0.yellow, $0.dueSoon, $0.calm) = (Pair(16, on: 208), Pair(16, on: 228), Pair(231, on: 17))
      }
    case .printedFlags:
      return paper.with {
        ($0.met, $0.metLate, $0.red) = (Pair(231, on: 124), Pair(228, on: 124), Pair(231, on: 16))
        ($0.yellow, $0.dueSoon) = (Pair(16, on: 220), Pair(16, on: 159))
        ($0.saved, $0.today) = (Pair(231, on: 22), Pair(231, on: 24))
      }
    }
  }

  /// The sixteen colours, whose shades belong to the terminal: pairs that read in the palettes of
  /// PCs and of xterm. A red ground gives its text at most 5.9:1 there.
  private static func sixteen(_ name: ThemeName) -> Colours {
    let usual = Colours(
      row: Pair(15, on: 4), met: Pair(0, on: 10), yellow: Pair(0, on: 11), red: Pair(15, on: 1),
      dueSoon: Pair(0, on: 14), calm: Pair(15, on: 4))
    switch name {
    case .standard, .mono: return usual
    case .dark: return usual.with { $0.page = Pair(7, on: 0) }
    case .light: return usual.with { $0.page = Pair(0, on: 15) }
    case .highContrast:
      return usual.with { $0.page = Pair(15, on: 0) }
    case .colourBlind:
      return usual.with { ($0.met, $0.metLate) = (Pair(0, on: 6), Pair(0, on: 7)) }
    case .printedFlags:
      return usual.with {
        ($0.page, $0.met, $0.red) = (Pair(0, on: 15), Pair(15, on: 1), Pair(15, on: 0))
        ($0.saved, $0.today) = (Pair(0, on: 10), Pair(0, on: 7))
      }
    }
  }

  /// The eight colours; bold makes those of text bright nearly everywhere. The yellow of PCs is a
  /// brown and its green dark, so that both stand as text on black.
  private static func eight(_ name: ThemeName) -> Colours {
    let usual = Colours(
      row: Pair(7, on: 4), met: Pair(2, on: 0), yellow: Pair(3, on: 0), red: Pair(7, on: 1),
      dueSoon: Pair(0, on: 6), calm: Pair(7, on: 4))
    switch name {
    case .standard, .mono: return usual
    case .dark, .highContrast: return usual.with { $0.page = Pair(7, on: 0) }
    case .light: return usual.with { $0.page = Pair(0, on: 7) }
    case .colourBlind: return usual.with { $0.met = Pair(6, on: 0) }
    case .printedFlags:
      return usual.with {
        ($0.page, $0.met, $0.red) = (Pair(0, on: 7), Pair(7, on: 1), Pair(7, on: 0))
        // On black stands what is late alone.
        ($0.yellow, $0.dueSoon) = (Pair(3, on: 4), Pair(6, on: 4))
        ($0.saved, $0.today) = (Pair(2, on: 0), Pair(0, on: 6))
      }
    }
  }
}
