import WallChartWords

/// How the roles look, on a terminal of so many colours. The only place with colours.
struct Theme: Sendable {
  /// The colours that a terminal has.
  enum Depth: CaseIterable, Sendable {
    case none, eight, sixteen
    /// The 256-colour palette, whose entries from 16 on are fixed.
    case fixed
    /// Colours by their red, green and blue.
    case direct

    /// - Parameter colours: how many, as the terminal's description counts them.
    init(colours: Int) {
      self =
        switch colours {
        case ..<8: .none
        case ..<16: .eight
        case ..<256: .sixteen
        case 256: .fixed
        case 1 << 24: .direct
        // Of these only the first eight numbers mean the same everywhere.
        default: .eight
        }
    }
  }

  /// Colours by their number in the 256-colour palette; −1 is the terminal's own ground or text.
  struct Style: Equatable, Sendable {
    var text: Int16 = -1
    var ground: Int16 = -1
    var isBold = false
    var isDim = false
    var isReverse = false
    var isUnderlined = false
  }

  let name: ThemeName
  let depth: Depth
  private let styles: [Style]
  /// Of the selected cell, which must be found at a glance whatever its state.
  private let selected: [Style]

  init(_ name: ThemeName, _ depth: Depth) {
    (self.name, self.depth) = (name, depth)
    let colours = Self.colours(name, depth)
    styles = Role.allCases.map { role in
      Self.steady(colours.map { Self.style(role, $0, depth) } ?? Self.colourless(role), depth)
    }
    selected = styles.map { Self.steady(Self.selected($0, depth), depth) }
  }

  /// The look of a cell's role, or of the selected cell of that role.
  subscript(role: Role, isSelected isSelected: Bool) -> Style {
    (isSelected ? selected : styles)[Int(role.rawValue)]
  }

  // MARK: Roles

  private static func style(_ role: Role, _ colours: Colours, _ depth: Depth) -> Style {
    func style(_ pair: Pair, isBold: Bool = false) -> Style {
      // Few colours are bright only in bold.
      Style(text: pair.text, ground: pair.ground, isBold: isBold || depth == .eight && pair != .own)
    }
    let page = Style(text: colours.page.text, ground: colours.page.ground)
    let strong = Style(text: page.text, ground: page.ground, isBold: true)
    func ink(_ pair: Pair) -> Style { Style(text: pair.text, ground: pair.text) }
    switch role {
    case .plain, .open, .hint, .said, .load, .panel: return page
    case .title, .battle, .head, .hintKey: return strong
    case .line:
      return Style(text: colours.line >= 0 ? colours.line : page.text, ground: page.ground)
    case .today: return colours.today.map { style($0, isBold: true) } ?? swapped(strong)
    case .selectedRow: return style(colours.row)
    case .selectedColumn: return style(colours.row, isBold: true)
    case .beam: return colours.beam == .own ? page : style(colours.beam)
    case .met: return style(colours.met)
    case .saved: return style(colours.saved ?? colours.met)
    case .metLate:
      if let pair = colours.metLate { return style(pair) }
      var style = style(colours.met)
      style.isUnderlined = true
      return style
    case .yellow, .tileYellow: return style(colours.yellow, isBold: true)
    case .red, .error, .tileRed: return style(colours.red, isBold: true)
    case .dueSoon: return style(colours.dueSoon)
    case .tileSoon: return style(colours.dueSoon, isBold: true)
    case .tileCalm: return style(colours.calm, isBold: true)
    case .tileDone: return style(colours.met, isBold: true)
    case .past, .panelOff:
      if colours.page == .own { return Style(isDim: true) }
      return Style(text: colours.quiet >= 0 ? colours.quiet : page.text, ground: page.ground)
    case .inkRed: return ink(colours.red)
    case .inkYellow: return ink(colours.yellow)
    case .inkSoon: return ink(colours.dueSoon)
    case .inkCalm: return ink(colours.calm)
    case .inkDone: return ink(colours.met)
    }
  }

  /// Without colour signs carry everything; bold and reverse help.
  private static func colourless(_ role: Role) -> Style {
    switch role {
    case .plain, .open, .hint, .said, .line, .met, .saved, .load, .panel, .beam: Style()
    case .title, .battle, .head, .hintKey, .dueSoon: Style(isBold: true)
    case .today, .error: Style(isReverse: true)
    case .selectedRow, .selectedColumn, .metLate: Style(isUnderlined: true)
    case .yellow, .red: Style(isBold: true, isUnderlined: true)
    case .past, .panelOff: Style(isDim: true)
    case .tileRed, .tileYellow, .tileSoon, .tileCalm, .tileDone: Style(isReverse: true)
    // Holes in the tile.
    case .inkRed, .inkYellow, .inkSoon, .inkCalm, .inkDone: Style()
    }
  }

  // MARK: Selection

  /// Text and ground change places; of the eight colours not all can be grounds.
  private static func selected(_ style: Style, _ depth: Depth) -> Style {
    guard depth == .eight, style.text >= 0, style.ground >= 0 else { return swapped(style) }
    let isDark = [0, 1, 4].contains(style.ground)
    return Style(text: isDark ? 0 : 7, ground: isDark ? 7 : 0, isBold: true)
  }

  private static func swapped(_ style: Style) -> Style {
    var style = style
    // Nothing that is chosen may look faint.
    style.isDim = false
    if style.text >= 0, style.ground >= 0 {
      (style.text, style.ground) = (style.ground, style.text)
      style.isBold = true
    } else {
      style.isReverse.toggle()
      style.isBold = style.isBold || style.isReverse
    }
    return style
  }

  /// Where bold text may come out bright, only what is meant to be bright is bold: black would turn to
  /// grey. What the terminal itself reverses stays as it is.
  private static func steady(_ style: Style, _ depth: Depth) -> Style {
    let isBright =
      switch depth {
      case .fixed, .direct: true
      case .none, .eight: style.text != 0 && !style.isReverse
      // The bright ones have numbers of their own.
      case .sixteen: !(0..<7).contains(style.text) && !style.isReverse
      }
    var style = style
    if !isBright { style.isBold = false }
    return style
  }
}
