/// What is asked of a terminal beyond what ncurses asks of it, and how it is taken back: marks
/// around pasted text, reports of the mouse, a title for the window.
///
/// The mouse is not left to ncurses: after an event that it does not report (the release of a
/// button) it reads on and blocks, and then no signal and no answer of the worker gets through;
/// and under tmux and screen it knows only the old reports, which end at column 223.
struct TerminalModes: Equatable {
  private(set) var entering: [UInt8] = []
  private(set) var leaving: [UInt8] = []
  /// Whether reports of the mouse are asked for.
  let hasMouse: Bool
  /// Whether the terminal is asked how it draws what is of ambiguous width.
  let asksWidth: Bool
  /// Whether it is asked with that what terminal it is.
  let asksKind: Bool
  /// Whether the window has a title of ours.
  let hasTitle: Bool

  /// - Parameters:
  ///   - kind: the terminal's kind, as `TERM` says it.
  ///   - title: for the window, fit for a terminal.
  init(
    kind: String, title: String? = nil, wantsMouse: Bool = true, asksWidth: Bool = false,
    asksKind: Bool = false
  ) {
    let isWindow = Self.isWindow(kind)
    hasMouse = wantsMouse && isWindow
    self.asksWidth = asksWidth && isWindow
    self.asksKind = asksKind
    hasTitle = title != nil && isWindow
    add("\u{1B}[?2004h", "\u{1B}[?2004l")
    if hasMouse {
      // Presses and releases, and in the form that has no largest column.
      add("\u{1B}[?1000h\u{1B}[?1006h", "\u{1B}[?1006l\u{1B}[?1000l")
    }
    // Letters that are written from right to left stay in the cells they are written to (ECMA-48's
    // explicit mode): else what stands behind them in the row would be turned around with them.
    if isWindow { add("\u{1B}[8l", "\u{1B}[8h") }
    if let title, isWindow { add("\u{1B}[22;0t" + Self.sequence(title), "\u{1B}[23;0t") }
  }

  /// What gives the window another title. One that it had of ours goes in any case.
  func entitling(_ title: String?) -> [UInt8] {
    hasTitle ? Array(Self.sequence(title ?? "wallchart").utf8) : []
  }

  private static func sequence(_ title: String) -> String {
    let words = String(String.UnicodeScalarView(title.unicodeScalars.prefix(200)))
    return "\u{1B}]2;\(words)\u{7}"
  }

  private mutating func add(_ on: String, _ off: String) {
    entering += Array(on.utf8)
    leaving += Array(off.utf8)
  }

  /// Whether terminals of a kind are windows that understand xterm's language: those that do not
  /// would show a title as text, and have few characters.
  static func isWindow(_ kind: String) -> Bool {
    let name = kind.lowercased()
    let kinds = [
      "xterm", "tmux", "screen", "rxvt", "foot", "alacritty", "wezterm", "konsole", "gnome", "vte",
      "mintty", "putty", "ghostty", "contour", "mlterm", "st-",
    ]
    return kinds.contains { name.hasPrefix($0) } || name == "st" || name.contains("kitty")
  }
}
