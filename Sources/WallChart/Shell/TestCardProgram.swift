import WallChartWords

/// The test card on a terminal: wait, turn, paint. Only the theme that is chosen is kept.
struct TestCardProgram: ~Copyable {
  private var terminal: CursesTerminal
  private var card: TestCard
  private let keep: (ThemeName) -> Void

  /// - Parameter keep: keeps a theme for this machine.
  init(
    _ terminal: consuming CursesTerminal, _ card: TestCard, keep: @escaping (ThemeName) -> Void
  ) {
    self.terminal = terminal
    self.card = card
    self.keep = keep
  }

  /// Runs until it is left; returns the exit code.
  consuming func run() -> Int32 {
    card.size = terminal.size
    paint()
    while true {
      // A day: without a key or a signal there is nothing to do.
      terminal.wait(for: [], milliseconds: 86_400_000)
      if let code = takeInput() { return code }
      paint()
    }
  }

  private mutating func paint() { terminal.paint(card.view(terminal.depth)) }

  private mutating func takeInput() -> Int32? {
    let theme = card.theme
    defer { if card.theme != theme { keep(card.theme) } }
    while let input = terminal.next() {
      switch input {
      case .key(.control("l")): terminal.redraw()
      case .key(.control("z")), .suspended:
        terminal.suspend()
        card.size = terminal.size
      case .key(let key): if !card.press(key) { return 0 }
      case .pasted(let text): card.paste(text)
      case .clicked: break
      case .scrolled(let rows): _ = card.press(.named(rows > 0 ? .pageDown : .pageUp))
      case .resized(let size): card.size = size
      case .ambiguousIs(let ambiguous): card.suit(ambiguous)
      case .lacksSigns: card.lackSigns()
      case .terminated(let signal): return 128 + signal
      case .ended: return 0
      }
    }
    return nil
  }
}
