import WallChartStore
import WallChartWords

// How the chart is coloured, and what its colours are called.
extension State {
  /// What was chosen, else what the chart's rules ask for.
  var theme: ThemeName { setting.theme ?? ThemeName(of: situation.chart.rules.flags) }

  /// The same; while one is being chosen, that one.
  var shownTheme: ThemeName {
    guard case .menu(let menu) = mode, case .theme(let theme)? = menu.selectedItem?.choice else {
      return self.theme
    }
    return theme ?? usualTheme
  }

  private var usualTheme: ThemeName {
    setting.usualTheme ?? ThemeName(of: situation.chart.rules.flags)
  }

  /// Lets red be called what it means on the screen.
  mutating func chooseWords() {
    setting.words = setting.words.under(theme.flags(situation.chart.rules.flags))
  }

  /// All themes; the chart behind the menu wears the one that is selected.
  mutating func askTheme() {
    let usual = Menu.Item(
      text: words(.themeUsual, ["theme": words(usualTheme.word)]), digit: 0,
      isOn: setting.theme == nil, choice: .theme(nil))
    let named = ThemeName.allCases.enumerated().map { place, theme in
      Menu.Item(
        text: words(theme.word), digit: place + 1, isOn: theme == setting.theme,
        choice: .theme(theme))
    }
    let selected = named.firstIndex { $0.isOn } ?? named.count
    mode = .menu(
      Menu(question: words(.promptTheme), items: named + [usual], selected: selected))
  }

  /// Wears a theme, and keeps it for all charts on this machine.
  mutating func choose(_ theme: ThemeName?) -> [Effect] {
    setting.theme = theme ?? setting.usualTheme
    chooseWords()
    let word: Word =
      switch setting.colours {
      case _ where self.theme == .mono: .saidTheme
      case .shown: .saidTheme
      case .off: .saidThemeOff
      case .none: .saidThemeNone
      }
    let name = words(self.theme.word)
    said = Said(text: fitted { _ in words.forms(word, ["theme": name]) })
    return [.rememberTheme(theme)]
  }

  /// Before an audience no menu opens: the next one is worn at once.
  mutating func showNextTheme() -> [Effect] {
    choose(theme.next)
  }
}
