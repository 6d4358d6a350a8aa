/// How the roles look. The only place with colours.
struct Theme: Sendable {
  /// Colours by their number in the 256-colour palette, whose entries from 16 on are fixed; −1 is
  /// the terminal's own ground or text.
  struct Style: Equatable, Sendable {
    var text: Int16 = -1
    var ground: Int16 = -1
    var isBold = false
    var isDim = false
    var isReverse = false
    var isUnderlined = false
  }

  private let styles: [Style]
  /// Of the selected cell, which must be found at a glance whatever its state.
  private let selected: [Style]

  /// The look of a cell's role, or of the selected cell of that role.
  subscript(role: Role, isSelected isSelected: Bool) -> Style {
    (isSelected ? selected : styles)[Int(role.rawValue)]
  }

  private init(
    selected: (Style) -> Style = Self.reversed, _ style: (Role) -> Style
  ) {
    let styles = Role.allCases.map(style)
    self.styles = styles
    self.selected = zip(Role.allCases, styles).map { role, style in
      role == .panel || role == .panelOff ? Self.bar : selected(style)
    }
  }

  /// The chosen line of a menu: the only one with a ground, against that of any terminal.
  private static let bar = Style(isBold: true, isReverse: true)

  private static func reversed(_ style: Style) -> Style {
    var style = style
    style.isReverse.toggle()
    return style
  }

  /// White, with the state's dark colour as text where it has one.
  private static func white(_ style: Style) -> Style {
    let isDark = style.ground == 22 || style.ground == 124
    return Style(text: isDark ? style.ground : 16, ground: 231, isBold: true)
  }

  /// For as many colours as the terminal has.
  static func standard(colours: Int) -> Theme {
    colours >= 256 ? .rich : colours >= 8 ? .eight : .mono
  }

  /// State cells set both text and ground, at least 7:1, so that they read on any ground.
  static let rich = Theme(selected: white) { role in
    switch role {
    case .plain, .open, .hint, .said, .load, .panel: Style()
    case .title, .battle, .head: Style(isBold: true)
    case .line: Style(text: 244)
    case .today: Style(isBold: true, isReverse: true)
    case .selectedRow, .beam: Style(text: 231, ground: 238)
    case .selectedColumn: Style(text: 231, ground: 238, isBold: true)
    case .met: Style(text: 231, ground: 22)
    case .metLate: Style(text: 228, ground: 22)
    case .yellow: Style(text: 16, ground: 214, isBold: true)
    case .red, .error: Style(text: 231, ground: 124, isBold: true)
    case .dueSoon: Style(text: 16, ground: 227)
    case .past, .panelOff: Style(isDim: true)
    case .saved: Style(text: 231, ground: 22)
    case .hintKey: Style(isBold: true)
    case .tileRed: Style(text: 231, ground: 124, isBold: true)
    case .tileYellow: Style(text: 16, ground: 214, isBold: true)
    case .tileSoon: Style(text: 16, ground: 227, isBold: true)
    case .tileCalm: Style(text: 231, ground: 24, isBold: true)
    case .tileDone: Style(text: 231, ground: 22, isBold: true)
    case .inkLight, .inkDone: Style(text: 231, ground: 231)
    case .inkDark: Style(text: 16, ground: 16)
    }
  }

  /// The eight colours, whose shades belong to the terminal: only pairs that are safe in all.
  static let eight = Theme { role in
    switch role {
    case .plain, .open, .hint, .said, .line, .load, .beam, .panel: Style()
    case .title, .battle, .head, .hintKey: Style(isBold: true)
    case .today: Style(isBold: true, isReverse: true)
    case .selectedRow, .selectedColumn: Style(text: 0, ground: 7)
    case .met, .saved: Style(text: 0, ground: 2)
    case .metLate: Style(text: 0, ground: 2, isUnderlined: true)
    case .yellow, .dueSoon: Style(text: 0, ground: 3)
    case .red, .error: Style(text: 7, ground: 1, isBold: true)
    case .past, .panelOff: Style(isDim: true)
    case .tileRed: Style(text: 7, ground: 1, isBold: true)
    case .tileYellow, .tileSoon: Style(text: 0, ground: 3)
    case .tileCalm: Style(text: 7, ground: 4, isBold: true)
    case .tileDone: Style(text: 0, ground: 2)
    case .inkLight: Style(text: 7, ground: 7)
    case .inkDark, .inkDone: Style(text: 0, ground: 0)
    }
  }

  /// Without colour: signs carry everything, bold and reverse help.
  static let mono = Theme { role in
    switch role {
    case .plain, .open, .hint, .said, .line, .met, .saved, .load, .panel, .beam: Style()
    case .title, .battle, .head, .hintKey, .dueSoon: Style(isBold: true)
    case .today, .error: Style(isBold: true, isReverse: true)
    case .selectedRow, .selectedColumn, .metLate: Style(isUnderlined: true)
    case .yellow, .red: Style(isBold: true, isUnderlined: true)
    case .past, .panelOff: Style(isDim: true)
    case .tileRed: Style(isBold: true, isReverse: true)
    case .tileYellow, .tileSoon, .tileCalm, .tileDone: Style(isReverse: true)
    case .inkLight, .inkDark, .inkDone: Style(isReverse: true)
    }
  }
}
