import ArgumentParser
import CMalloc
import Glibc
import WallChartStore
import WallChartWords

/// `wallchart [open] [CHART]`: the terminal program.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: Console.words(.cliOpen))

  @Argument(help: Console.help(.cliArgumentChart), completion: .directory) var chart: String?
  @Option(help: Console.help(.cliOptionBattle), completion: ShellCompletion.battles)
  var battle: String?
  @Flag(help: Console.help(.cliOptionReadOnly)) var readOnly = false
  @Flag(help: Console.help(.cliOptionProjector)) var projector = false
  @Flag(help: Console.help(.cliOptionFollow)) var follow = false
  @Option(help: Console.help(.cliOptionTurn, "seconds")) var turn: Int?
  @Flag(inversion: .prefixedNo, help: Console.help(.cliOptionMouse)) var mouse: Bool?
  @Option(help: Console.help(.cliOptionScript, "file"), completion: .file()) var script: String?
  @OptionGroup var screen: ScreenOptions
  @OptionGroup var actor: ActorOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    // The screen says what is wrong in the settings.
    try Console.run(tellsOfConfig: false) {
      let keys = try script.map(Self.keys)
      if keys == nil { try Self.needTerminal() }
      if let turn, !Config.turnSeconds.contains(turn) {
        throw Console.UsageError(text: Console.words(.cliBadTurn, ["n": "\(turn)"]))
      }
      _ = try shared.checked()
      screen.check(shared.speech)
      if Console.locale.isASCIIOnly { shared.speech.remark(Console.asciiWarning) }
      wallchart_give_back_large_blocks()
      let folder = try chart.map(ChartChoice.open) ?? Self.chartToOpen()
      var first = OpenChart(folder, try startingState(folder))
      if let battle { try showOnly(battle, &first.state) }
      if isProjector { first.state.showProjector() }
      let ending =
        // Handed over, not kept: two of a state would copy at its first change what a chart comes to.
        if let keys { try play(keys, first) } else {
          try show(listed(consume first, asks: isUnnamed)) { path in
            let folder = try ChartChoice.open(path)
            return listed(OpenChart(folder, try startingState(folder)), asks: false)
          }
        }
      if let rescue = ending.rescue { Self.tell(of: rescue) }
      ending.papersTrouble.forEach(Console.complain)
      if ending.code != 0 { throw ExitCode(ending.code) }
    }
  }

  /// Who follows looks at the projector, and only looks.
  private var isProjector: Bool { projector || follow }
  private var isReadOnly: Bool { readOnly || follow }

  /// Whether no chart was named, nor anything that only one chart has.
  private var isUnnamed: Bool {
    chart == nil && battle == nil && !isProjector && Console.environment["WALLCHART_CHART"] == nil
  }

  /// Whether the chart is looked at as it was left, and left as it is looked at: not where the
  /// start says how, nor where nothing is to be left behind.
  private var keepsView: Bool { battle == nil && !isProjector && !isReadOnly }

  /// A chart with the others that are known, remembered as the one opened last; with several the
  /// person is asked which.
  private func listed(_ chart: consuming OpenChart, asks: Bool) -> OpenChart {
    Console.folders.remember(
      KnownChart(
        path: chart.folder, title: chart.state.situation.chart.title, opened: SystemClock.now()))
    chart.state.openChart = chart.folder
    chart.state.charts = Console.folders.knownCharts.map { known in
      ListedChart(
        chart: known, place: Self.fromHome(known.path),
        isThere: PosixFile.exists(known.path + "/chart.json"))
    }
    let others = chart.state.charts.filter { $0.isThere && $0.chart.path != chart.folder }
    if asks, !others.isEmpty { chart.state.askChart(prefersOther: false) }
    return chart
  }

  private func startingState(_ folder: ChartFolder) throws -> State {
    let day = try shared.day(of: folder.chart)
    let remembered = folder.lastAuthor
    let (author, unknown) = try author(remembered: remembered, in: folder.chart)
    if script != nil { try ActorOptions.check(name: author.name) }
    let isDoubtful =
      unknown != nil || actor.isUndeclared(remembered: remembered)
      || Console.words.unseen(inName: author.name) != nil
    var state = State(
      setting: State.Setting(
        words: Console.words.forScreen, theme: screen.chosenTheme, usualTheme: screen.usualTheme,
        glyphs: screen.glyphs, isUTF8: Console.locale.isUTF8,
        ambiguous: screen.ambiguous ?? .narrow, isASCIIOnly: Console.locale.isASCIIOnly,
        author: author,
        // A script goes on without anybody to ask.
        asksWho: script == nil && isDoubtful,
        isReadOnly: isReadOnly, isProjector: isProjector, follows: follow,
        turnSeconds: turn ?? Surroundings.config.turnSeconds),
      situation: Situation(chart: folder.chart, ledger: folder.ledger, on: day),
      ownWriters: folder.ownWriters, size: Size(columns: 80, rows: 24),
      today: SystemClock.now().day, lens: shared.asOf == nil ? nil : day)
    var last = folder.lastCursor
    if !keepsView { last.view = nil }
    state.go(back: last)
    state.damage = folder.damage
    if let trouble = Console.words.trouble(of: folder.damage) {
      state.said = State.Said(
        text: state.alone(Console.words(.saidDamaged, ["what": trouble])), isError: true)
    } else if let line = Console.words.line(of: Surroundings.config.troubles) {
      state.said = State.Said(text: line, isError: true)
    } else if let unknown, !isReadOnly {
      state.said = State.Said(text: Console.words.line(of: unknown), isError: true)
    } else if folder.path == Self.examplePath.map(PosixFile.resolved), last.task == nil {
      state.said = State.Said(
        text: Console.words(.saidFirstUse, ["path": Self.fromHome(folder.path)]))
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
    if !isReadOnly { state.takeUp(folder.rescued) }
    state.takeUpMeeting(at: folder.lastMeetingPlace)
    if !isReadOnly, !isProjector {
      state.papersDue = [folder.closingWithoutPapers].compactMap(\.self)
    }
    if let meeting = state.meeting, state.said == nil, !isProjector {
      state.said = State.Said(text: state.stillOpen(meeting))
    }
    if script == nil, let lacking = Self.lacking(state) {
      let texts = [lacking, state.said?.text]
      state.said = State.Said(text: texts.compactMap(\.self).joined(separator: " "), isError: true)
    }
    return state
  }

  /// Why something of the chart cannot be shown here, in a language that can.
  private static func lacking(_ state: State) -> String? {
    let isConsole = Surroundings.isLinuxConsole(ScreenOptions.kind) && Console.locale.isUTF8
    return isConsole && state.showsChinese ? Words(.en)(.saidNoChinese) : Console.missingLocale
  }

  /// Who acts. A unit that the chart does not have, which the environment or the settings say for
  /// all charts, is no reason not to open this one: who acts is asked.
  private func author(
    remembered: Author?, in chart: Chart
  ) throws(UnknownUnit) -> (Author, UnknownUnit?) {
    do {
      return (try actor.author(remembered: remembered, in: chart), nil)
    } catch {
      guard actor.unit == nil, script == nil else { throw error }
      var actor = actor
      actor.unit = ""
      return (try actor.author(remembered: remembered, in: chart), error)
    }
  }

  /// Where the entries are that could not be saved; in the worst case they are said here.
  private static func tell(of rescue: Ending.Rescue) {
    let count = "\(rescue.entries.count)"
    switch rescue.file {
    case .success(let path):
      Console.complain(
        Console.words(
          .rescueKept,
          ["n": count, "path": Printable.filtered(path), "chart": Printable.filtered(rescue.chart)])
      )
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
    _ chart: consuming OpenChart, open: @escaping (String) throws -> OpenChart
  ) throws -> Ending {
    let modes = TerminalModes(
      kind: ScreenOptions.kind, title: chart.state.windowTitle,
      wantsMouse: mouse ?? Surroundings.config.mouse ?? true,
      asksWidth: screen.ambiguous == nil && chart.state.setting.glyphs != .ascii,
      asksKind: screen.choosesSigns)
    let terminal = try screen.terminal(modes)
    let colours: State.Colours =
      switch terminal.depth {
      case .none: screen.colour == .never ? .off : .none
      default: .shown
      }
    func coloured(_ chart: consuming OpenChart) -> OpenChart {
      chart.state.setting.colours = colours
      return chart
    }
    return Program(
      terminal, coloured(chart), remembersPlace: keepsView, keep: Console.folders.remember,
      open: { coloured(try open($0)) }
    ).run()
  }

  // MARK: Without a terminal

  private func play(_ keys: [Key], _ chart: OpenChart) throws -> Ending {
    let last = ScriptedTerminal.LastFrame()
    let terminal = ScriptedTerminal(
      keys: keys, size: try screen.checkedSize(), worker: chart.worker, last: last)
    let ending = Program(terminal, chart, remembersPlace: false, isFollowable: false) {
      // None is known to a script, so none can be chosen.
      throw StoreError.noChart(path: $0)
    }.run()
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

  // MARK: The chart to open

  private static func needTerminal() throws {
    guard ScreenOptions.hasTerminal
    else { throw Console.UsageError(text: Console.words(.cliNeedsTerminal)) }
  }

  private static var examplePath: String? { Console.folders.data.map { $0 + "/dalian-2020" } }

  /// The environment's chart, the last one opened that can be, else a private copy of the example.
  private static func chartToOpen() throws -> ChartFolder {
    if let named = Console.environment["WALLCHART_CHART"] { return try ChartChoice.open(named) }
    var failure: (any Error)?
    for known in Console.folders.knownCharts where PosixFile.exists(known.path + "/chart.json") {
      do {
        return try ChartChoice.open(known.path)
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    guard let path = examplePath else {
      throw Console.UsageError(text: Console.words(.cliNoHome))
    }
    if !PosixFile.exists(path + "/chart.json") { try Example.unpack(to: path) }
    return try ChartChoice.open(path)
  }
}
