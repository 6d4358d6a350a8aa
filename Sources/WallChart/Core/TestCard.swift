import WallChartStore
import WallChartWords

/// What is looked at before the people arrive: whether the room can read this window, its colours and
/// signs, and whether keys and input method work. It needs no chart.
struct TestCard: Sendable {
  enum Page: CaseIterable, Sendable {
    case rows, colours, signs, figures, letters, keys

    var title: Word {
      switch self {
      case .rows: .testCardRows
      case .colours: .testCardColours
      case .signs: .testCardSigns
      case .figures: .testCardFigures
      case .letters: .testCardLetters
      case .keys: .testCardKeys
      }
    }
  }

  private(set) var words: Words
  private(set) var glyphs: Glyphs
  private(set) var theme: ThemeName {
    didSet { chooseWords() }
  }
  private(set) var ambiguous = CellWidth.Ambiguous.narrow
  /// The locale can show nothing but ASCII.
  var isASCIIOnly = false
  var size: Size
  private(set) var page = Page.rows
  /// What was typed on the page of keys.
  private(set) var typed = Prompt(.viewName, question: "")
  private(set) var lastKey: Key?

  init(words: Words, glyphs: Glyphs, theme: ThemeName = .standard, size: Size) {
    self.words = words
    self.glyphs = glyphs
    self.theme = theme
    self.size = size
    chooseWords()
  }

  /// Calls red what it means in the theme.
  private mutating func chooseWords() { words = words.under(theme.flags(.lights)) }

  /// Goes by how the terminal draws what is of ambiguous width.
  mutating func suit(_ ambiguous: CellWidth.Ambiguous) {
    self.ambiguous = ambiguous
    if ambiguous == .wide { glyphs = glyphs.narrowEverywhere }
  }

  /// Goes without the rich signs.
  mutating func lackSigns() { glyphs = glyphs.narrowEverywhere }

  /// Keys that turn on and back; on the page of keys some of them are typed.
  static let next: Set<Key> = [
    .named(.pageDown), .named(.enter), .named(.down), .named(.right), .named(.space),
  ]
  static let previous: Set<Key> = [.named(.pageUp), .named(.up), .named(.left), .named(.backspace)]

  /// What a key does; false when it leaves.
  mutating func press(_ key: Key) -> Bool {
    lastKey = key
    if key == .named(.escape) || key == .control("c") { return false }
    if key.folded == .character("q"), page != .keys || typed.text.isEmpty { return false }
    if page == .keys {
      let turns = key == .named(.pageUp) || key == .named(.up)
      if !turns, typed.edit(key) { return true }
    }
    if key == .character("T") {
      theme = theme.next
      return true
    }
    if Self.next.contains(key) { turn(by: 1) } else if Self.previous.contains(key) { turn(by: -1) }
    return true
  }

  mutating func paste(_ text: String) {
    if page == .keys { _ = typed.paste(text) }
  }

  /// The same card at another page.
  func showing(_ page: Page) -> TestCard {
    var card = self
    card.page = page
    return card
  }

  private mutating func turn(by pages: Int) {
    let all = Page.allCases
    let place = (all.firstIndex(of: page) ?? 0) + pages
    page = all[max(0, min(all.count - 1, place))]
  }
}
