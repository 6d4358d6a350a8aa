import ArgumentParser
import Glibc
import WallChartStore
import WallChartWords

/// `wallchart [open] [CHART]`: the terminal program.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: Console.words(.cliOpen))

  @Argument(help: Console.help(.cliArgumentChart)) var chart: String?
  @Option(help: Console.help(.cliOptionBattle)) var battle: String?
  @Option(help: Console.help(.cliOptionColor)) var color = ColourChoice.auto
  @Flag(help: Console.help(.cliOptionAscii)) var ascii = false
  @Flag(help: Console.help(.cliOptionReadOnly)) var readOnly = false
  @Flag(help: Console.help(.cliOptionProjector)) var projector = false
  @Flag(help: Console.help(.cliOptionNoMouse)) var noMouse = false
  @Option(help: Console.help(.cliOptionScript)) var script: String?
  @Option(help: Console.help(.cliOptionSize)) var size = "80x24"
  @OptionGroup var actor: ActorOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Console.run {
      let keys = try script.map(Self.keys)
      if keys == nil { try Self.needTerminal() }
      let path = try chart ?? Self.chartToOpen()
      let folder = try ChartChoice.open(path)
      let state = try startingState(folder)
      if keys == nil { Console.folders.lastChart = folder.path }
      let mailbox = Mailbox()
      let worker = Worker(folder, mailbox: mailbox)
      let ending =
        if let keys { try play(keys, state, worker, mailbox, folder.path) } else {
          try show(state, worker, mailbox, folder.path)
        }
      if let rescue = ending.rescue { Self.tell(of: rescue, folder.name) }
      if ending.code != 0 { throw ExitCode(ending.code) }
    }
  }

  private func startingState(_ folder: ChartFolder) throws -> State {
    let shared = try shared.checked()
    let day = try shared.day(of: folder.chart)
    let isUTF8 = Console.setLocale()
    if !isUTF8 { Console.complain(Console.words(.asciiOnly)) }
    var state = State(
      setting: State.Setting(
        words: Console.words, glyphs: ascii || !isUTF8 ? .ascii : .rich, isASCIIOnly: !isUTF8,
        author: actor.author,
        isReadOnly: readOnly, isProjector: projector),
      situation: Situation(chart: folder.chart, ledger: folder.ledger, on: day),
      ownWriters: folder.ownWriters, size: Size(columns: 80, rows: 24),
      today: SystemClock.now().day, lens: shared.asOf == nil ? nil : day)
    if let battle { try showOnly(battle, &state) }
    state.damage = folder.damage
    if !folder.damage.isEmpty {
      state.said = State.Said(
        text: Console.words(.saidDamaged, ["n": "\(folder.damage.count)"]), isError: true)
    }
    let (views, aside) = folder.namedViews()
    state.namedViews = views
    if let aside {
      // The path is too long for the bottom line; this stays on the terminal behind the program.
      Console.complain(Console.words(.viewsAside, ["path": Self.fromHome(aside)]))
      let texts = [state.said?.text, Console.words(.saidViewsAside)]
      state.said = State.Said(
        text: texts.compactMap(\.self).joined(separator: " "), isError: true)
    }
    let last = folder.lastCursor
    if last.task != nil { state.select(task: last.task, node: last.node) }
    if state.said == nil, folder.path == Self.examplePath.map(PosixFile.resolved), last.task == nil
    {
      state.said = State.Said(
        text: Console.words(.saidFirstUse, ["path": Self.fromHome(folder.path)]))
    }
    if projector { state.showProjector() }
    if !readOnly { state.takeUp(folder.rescued) }
    return state
  }

  /// Where the entries are that could not be saved; in the worst case they are said here.
  private static func tell(of rescue: Ending.Rescue, _ chart: String) {
    let count = "\(rescue.entries.count)"
    switch rescue.file {
    case .success(let path):
      Console.complain(
        Console.words(
          .rescueKept,
          ["n": count, "path": Printable.filtered(path), "chart": Printable.filtered(chart)]))
    case .failure(let error):
      Console.complain(Console.words(.rescueFailed, ["n": count, "why": Console.words(error)]))
      for entry in rescue.entries {
        Console.complain(Printable.filtered(String(decoding: entry.lineBytes, as: UTF8.self)))
      }
    }
  }

  /// A path as a person says it: the home folder is `~`.
  private static func fromHome(_ path: String) -> String {
    let home = Console.environment["HOME"].map(PosixFile.resolved) ?? ""
    let isAtHome = home.count > 1 && path.hasPrefix(home + "/")
    return Printable.filtered(isAtHome ? "~" + path.dropFirst(home.count) : path)
  }

  private func showOnly(_ battle: String, _ state: inout State) throws {
    guard let index = state.situation.chart.battles.firstIndex(where: { $0.id == battle }) else {
      let all = state.situation.chart.battles.map(\.id).joined(separator: ", ")
      throw Console.UsageError(
        text: Console.words(.cliBadWord, ["text": Printable.filtered(battle), "allowed": all]))
    }
    state.show(battle: index)
  }

  private func show(
    _ state: State, _ worker: Worker, _ mailbox: Mailbox, _ folder: String
  ) throws -> Ending {
    let isColourOff = color == .auto && !(Console.environment["NO_COLOR"] ?? "").isEmpty
    let title = Console.words(state.situation.chart.title)
    let modes = TerminalModes(
      kind: Console.environment["TERM"] ?? "",
      // Where the locale shows ASCII alone, other bytes might mean anything.
      title: !state.setting.isASCIIOnly || title.utf8.allSatisfy { $0 < 0x80 } ? title : nil,
      wantsMouse: !noMouse)
    guard
      let terminal = CursesTerminal(
        colour: isColourOff ? .never : color, modes: modes, lastWords: Console.words(.crashed))
    else {
      throw Console.UsageError(
        text: Console.words(
          .cliUnknownTerminal,
          ["term": Printable.filtered(Console.environment["TERM"] ?? "")]))
    }
    return Program(
      terminal, state: state, worker: worker, mailbox: mailbox, folder: folder
    ).run()
  }

  // MARK: Without a terminal

  private func play(
    _ keys: [Key], _ state: State, _ worker: Worker, _ mailbox: Mailbox, _ folder: String
  ) throws -> Ending {
    let last = ScriptedTerminal.LastFrame()
    let terminal = ScriptedTerminal(
      keys: keys, size: try Self.size(size), worker: worker, last: last)
    let ending = Program(
      terminal, state: state, worker: worker, mailbox: mailbox, folder: folder,
      remembersPlace: false
    ).run()
    if let frame = last.frame { Console.say(frame.text) }
    return ending
  }

  private static func keys(ofScript path: String) throws -> [Key] {
    var text = ""
    if path == "-" {
      while let line = readLine(strippingNewline: false) { text += line }
    } else {
      text = String(decoding: try PosixFile.contents(of: path, limitMegabytes: 1), as: UTF8.self)
    }
    do throws(Key.BadKey) {
      return try Key.script(text)
    } catch let bad {
      throw Console.UsageError(
        text: Console.words(
          .cliBadKey,
          [
            "file": Printable.filtered(path), "line": "\(bad.line)",
            "text": Printable.filtered(bad.text),
          ]))
    }
  }

  private static func size(_ text: String) throws -> Size {
    let parts = text.split(separator: "x").map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1],
      (1...1000).contains(columns), (1...1000).contains(rows)
    else {
      throw Console.UsageError(
        text: Console.words(.cliBadSize, ["text": Printable.filtered(text)]))
    }
    return Size(columns: columns, rows: rows)
  }

  // MARK: The chart to open

  private static func needTerminal() throws {
    let name = Console.environment["TERM"] ?? ""
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, !name.isEmpty, name != "dumb"
    else { throw Console.UsageError(text: Console.words(.cliNeedsTerminal)) }
  }

  private static var examplePath: String? { Console.folders.data.map { $0 + "/dalian-2020" } }

  /// The environment's chart, the last one opened, else a private copy of the example.
  private static func chartToOpen() throws -> String {
    if let named = Console.environment["WALLCHART_CHART"] { return named }
    if let last = Console.folders.lastChart, PosixFile.exists(last + "/chart.json") { return last }
    guard let path = examplePath else {
      throw Console.UsageError(text: Console.words(.cliNoHome))
    }
    if !PosixFile.exists(path + "/chart.json") { try Example.unpack(to: path) }
    return path
  }
}

extension ColourChoice: ExpressibleByArgument {}
