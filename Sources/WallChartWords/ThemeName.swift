package import WallChartStore

/// A way of colouring the screen, as a person chooses it.
package enum ThemeName: String, CaseIterable, Sendable {
  /// On the terminal's own ground.
  case standard
  /// On a ground of its own.
  case dark, light
  case highContrast = "high-contrast"
  /// In colours that nearly everybody tells apart.
  case colourBlind = "colour-blind"
  /// Without any colour.
  case mono
  /// As the charts on office walls: red is done, black is late.
  case printedFlags = "printed-flags"

  /// The theme of a chart where a person named none.
  package init(of flags: Chart.Rules.Flags) {
    self = flags == .flags ? .printedFlags : .standard
  }

  /// What red means in it, for a chart whose rules say what they say.
  package func flags(_ rules: Chart.Rules.Flags) -> Chart.Rules.Flags {
    switch self {
    case .printedFlags: .flags
    // No colour contradicts the chart.
    case .mono: rules
    default: .lights
    }
  }

  package var word: Word {
    switch self {
    case .standard: .themeStandard
    case .dark: .themeDark
    case .light: .themeLight
    case .highContrast: .themeHighContrast
    case .colourBlind: .themeColourBlind
    case .mono: .themeMono
    case .printedFlags: .themePrintedFlags
    }
  }

  /// The one behind it; behind the last the first.
  package var next: ThemeName {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}

extension Folders {
  private var themePath: String? { state.map { $0 + "/theme.json" } }

  /// The theme that was chosen while a program ran, on this machine and for all charts.
  package var theme: ThemeName? {
    guard let path = themePath, let bytes = try? PosixFile.contents(of: path, limitMegabytes: 1)
    else { return nil }
    var reader = JSONReader(bytes, file: path)
    var theme: ThemeName?
    let isWhole =
      (try? reader.members { reader, name in
        guard name == "theme" else { return false }
        theme = ThemeName(rawValue: try reader.text())
        return true
      }) != nil
    return isWhole ? theme : nil
  }

  /// Remembers a theme, or that none is chosen any more.
  package func remember(_ theme: ThemeName?) {
    guard let state, let path = themePath else { return }
    var writer = JSONWriter(.spaced)
    writer.object { $0.member("theme", theme?.rawValue) }
    writer.raw("\n")
    // Memory only: when it cannot be written, the next start looks as this one did.
    try? PosixFile.makeFolder(state)
    try? PosixFile.replace(path, with: writer.bytes, durably: false)
  }
}
