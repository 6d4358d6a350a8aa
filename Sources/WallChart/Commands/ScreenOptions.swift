import ArgumentParser
import Glibc
import WallChartWords

/// Options of the commands that fill a screen.
struct ScreenOptions: ParsableArguments {
  @Option(help: Console.help(.cliOptionColor, "auto|always|never")) var color: ColourChoice?
  @Option(help: Console.help(.cliOptionTheme, "name")) var theme: ThemeName?
  @Flag(inversion: .prefixedNo, help: Console.help(.cliOptionAscii)) var ascii: Bool?
  @Option(name: .customLong("ambiguous"), help: Console.help(.cliOptionAmbiguous, "1|2|auto"))
  var ambiguousChoice: Config.Ambiguous?
  @Option(help: Console.help(.cliOptionSize, "columnsxrows")) var size = "80x24"

  /// Whether there is a terminal that a screen can be drawn on.
  static var hasTerminal: Bool {
    isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && !kind.isEmpty && kind != "dumb"
  }

  /// The kind of the terminal.
  static var kind: String { Console.environment["TERM"] ?? "" }

  /// How it draws what is of ambiguous width; nil where it is to be asked.
  var ambiguous: CellWidth.Ambiguous? { Console.ambiguous(ambiguousChoice) }

  /// The signs to use on it.
  var glyphs: Glyphs {
    guard Console.locale.isUTF8 else { return .ascii }
    let kind = Self.hasTerminal ? Self.kind : nil
    return Console.glyphs(ascii: ascii, ambiguous ?? .narrow, on: kind)
  }

  /// Whether nobody has said which signs to use, and rich ones are taken as long as nothing else is
  /// known.
  var choosesSigns: Bool { ascii == nil && Surroundings.config.glyphs == nil && glyphs == .rich }

  /// Takes the terminal.
  func terminal(_ modes: TerminalModes) throws -> CursesTerminal {
    guard
      let terminal = CursesTerminal(
        colour: colour, modes: modes, lastWords: Console.words(.crashed))
    else {
      throw Console.UsageError(
        text: Console.words(.cliUnknownTerminal, ["term": Printable.filtered(Self.kind)]))
    }
    return terminal
  }

  /// What the option says, then the settings, then the variables that are meant for all programs,
  /// as no-color.org and bixense.com/clicolors have it.
  var colour: ColourChoice {
    let config = Surroundings.config.colour.flatMap { ColourChoice(rawValue: $0.rawValue) }
    guard let choice = color ?? config, choice != .auto else {
      return ColourChoice(environment: Console.environment)
    }
    return choice
  }

  /// What the option says, then the environment, then what was chosen by key, then the settings.
  var chosenTheme: ThemeName? { theme ?? Self.named ?? Console.folders.theme ?? usualTheme }

  /// What holds where none is chosen by key.
  var usualTheme: ThemeName? { theme ?? Self.named ?? Surroundings.config.theme }

  private static var named: ThemeName? {
    Console.environment["WALLCHART_THEME"].flatMap(ThemeName.init)
  }

  /// Says what the environment names that there is not.
  func check(_ speech: SpeechOptions) {
    speech.check("WALLCHART_THEME", ThemeName.self)
    speech.check("WALLCHART_AMBIGUOUS", Config.Ambiguous.self)
  }

  /// The size of the screen where there is no terminal.
  func checkedSize() throws -> Size {
    let parts = size.split(separator: "x").map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1],
      (1...1000).contains(columns), (1...1000).contains(rows)
    else {
      throw Console.UsageError(
        text: Console.words(.cliBadSize, ["text": Printable.filtered(size)]))
    }
    return Size(columns: columns, rows: rows)
  }
}

extension ColourChoice: ExpressibleByArgument {
  /// What the variables say that all programs share. `NO_COLOR` comes before those that force
  /// colours; a variable that is set to nothing says nothing.
  init(environment: [String: String]) {
    let isForced = ["CLICOLOR_FORCE", "FORCE_COLOR"].contains {
      environment[$0].map { $0 != "0" } ?? false
    }
    let isOff = ["CLICOLOR", "FORCE_COLOR"].contains { environment[$0] == "0" }
    self =
      if environment["NO_COLOR"] != nil {
        .never
      } else if isForced {
        .always
      } else {
        isOff ? .never : .auto
      }
  }
}

extension ThemeName: ExpressibleByArgument {}
extension Config.Ambiguous: ExpressibleByArgument {}
