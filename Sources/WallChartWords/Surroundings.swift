internal import Glibc
public import WallChartStore

/// What both programs take from the world they are started in.
public enum Surroundings {
  /// The variables the programs look at.
  public static let environment: [String: String] = {
    let names = [
      "HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LC_ALL", "LC_CTYPE",
      "LC_MESSAGES",
      "LANG", "USER", "TERM", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR",
      "WALLCHART_CHART", "WALLCHART_AS", "WALLCHART_UNIT", "WALLCHART_LANG", "WALLCHART_THEME",
      "WALLCHART_AMBIGUOUS",
    ]
    var values: [String: String] = [:]
    for name in names {
      // A variable that is set to nothing counts as not set.
      if let value = getenv(name), value.pointee != 0 { values[name] = String(cString: value) }
    }
    return values
  }()

  /// What the person has set for good.
  public static let config = Config(environment: environment)

  package static let locale = TerminalLocale(taking: environment)

  /// Whether a kind of terminal has a font without Chinese, and no other.
  package static func isLinuxConsole(_ kind: String) -> Bool {
    kind == "linux" || kind.hasPrefix("linux-")
  }

  /// The language of the locale; English at a terminal that could not show its letters.
  private static var localeLanguage: Language {
    let language = Language(environment: environment)
    guard language != .en, isatty(STDOUT_FILENO) == 1 else { return language }
    let lacksChinese = language == .zh && isLinuxConsole(environment["TERM"] ?? "")
    return lacksChinese || locale.isASCIIOnly ? .en : language
  }

  /// The words of `--lang`, wherever it stands, since the help needs them before arguments are
  /// parsed; then of `WALLCHART_LANG`, then of the settings, then of the locale
  /// where the terminal can show them.
  public static let words: Words = {
    let arguments = CommandLine.arguments
    var named = environment["WALLCHART_LANG"]
    for (index, argument) in arguments.enumerated() {
      if argument.hasPrefix("--lang=") { named = String(argument.dropFirst(7)) }
      if argument == "--lang", index + 1 < arguments.count { named = arguments[index + 1] }
    }
    return Words(
      named.flatMap(Language.init) ?? config.language ?? localeLanguage)
  }()

  /// Who acts: what the options say, then the environment, then the settings, then what was said
  /// here before, then the system's name of the user.
  public static func author(
    name: String?, unit: String?, in environment: [String: String] = environment,
    config: Config = config, remembered: Author? = nil, otherwise: String
  ) -> Author {
    let said = declaredName(name, in: environment, config: config) ?? remembered?.name
    // What another person said of their unit says nothing of this one's.
    let lastUnit = said == remembered?.name ? remembered?.unit : nil
    let user = environment["USER"].flatMap { $0.isEmpty ? nil : $0 }
    let saidUnit = saidUnit(unit, in: environment, config: config)?.text ?? lastUnit
    return Author(
      name: said ?? user ?? otherwise,
      unit: saidUnit.flatMap { $0.isEmpty ? nil : $0 })
  }

  /// The unit that somebody said to act for, and where. An empty one is said to be none.
  package static func saidUnit(
    _ option: String?, in environment: [String: String] = environment, config: Config = config
  ) -> SaidUnit? {
    option.map { SaidUnit($0, place: "--unit") }
      ?? environment["WALLCHART_UNIT"].map { SaidUnit($0, place: "WALLCHART_UNIT") }
      ?? config.unit
  }

  /// Whether somebody said who acts. The system's name of the user is nobody's word.
  public static func isDeclared(
    name: String?, in environment: [String: String] = environment, config: Config = config,
    remembered: Author? = nil
  ) -> Bool {
    declaredName(name, in: environment, config: config) != nil || remembered != nil
  }

  private static func declaredName(
    _ name: String?, in environment: [String: String], config: Config
  ) -> String? {
    [name, environment["WALLCHART_AS"], config.name].compactMap(\.self).first { !$0.isEmpty }
  }
}
