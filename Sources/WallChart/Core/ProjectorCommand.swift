import WallChartStore
import WallChartWords

/// One thing a key does while the projector is up. Its bottom line and the help read ``table``.
struct ProjectorCommand: Sendable {
  var keys: [Key]
  var name: Word
  /// A shorter name for the bottom line, for the few that stand there.
  var hint: Word?
  var run: @Sendable (inout State, Key, Stamp) -> [Effect]

  /// Whether it leads to another page.
  var turns: Bool {
    switch name {
    case .projectorNext, .projectorPrevious, .projectorNextTopic, .projectorPreviousTopic,
      .projectorFirst, .projectorLast, .projectorBattle:
      true
    default: false
    }
  }

  /// Spellings are constants of the table; a test reads every one back.
  private init(
    _ spellings: String..., name: Word, hint: Word? = nil,
    run: @escaping @Sendable (inout State, Key, Stamp) -> [Effect]
  ) {
    keys = spellings.compactMap { Key($0) }
    self.name = name
    self.hint = hint
    self.run = run
  }

  /// What the chart's own table does, for the keys that mean the same here.
  private init(asAtChart name: Word, hint: Word? = nil) {
    let command = Command.table.first { $0.name == name }
    keys = command?.keys ?? []
    self.name = name
    self.hint = hint
    let nothing: @Sendable (inout State, Key, Stamp) -> [Effect] = { _, _, _ in [] }
    run = command?.run ?? nothing
  }

  /// Presenters' clickers send PageDown, PageUp, F5, Esc, `b` and `.`.
  static let table: [ProjectorCommand] = [
    ProjectorCommand(
      "<PageDown>", "<Space>", "<Enter>", "<Right>", "<Down>", "l", "j", "n",
      name: .projectorNext, hint: .hintNext
    ) { state, _, _ in
      state.turn(by: 1)
      return []
    },
    ProjectorCommand(
      "<PageUp>", "<Left>", "<Up>", "<BS>", "h", "k", name: .projectorPrevious,
      hint: .hintPrevious
    ) { state, _, _ in
      state.turn(by: -1)
      return []
    },
    ProjectorCommand("<Tab>", name: .projectorNextTopic) { state, _, _ in
      state.turn(byTopics: 1)
      return []
    },
    ProjectorCommand("<S-Tab>", name: .projectorPreviousTopic) { state, _, _ in
      state.turn(byTopics: -1)
      return []
    },
    ProjectorCommand("<Home>", "g", name: .projectorFirst) { state, _, _ in
      state.turn(by: -Int.max)
      return []
    },
    ProjectorCommand("<End>", "G", name: .projectorLast) { state, _, _ in
      state.turn(by: Int.max)
      return []
    },
    ProjectorCommand(
      "1", "2", "3", "4", "5", "6", "7", "8", "9", name: .projectorBattle
    ) { state, key, _ in
      guard case .character(let digit) = key, let number = digit.wholeNumberValue else { return [] }
      return state.turn(toBattle: number - 1) ? [] : [.bell]
    },
    ProjectorCommand("<Esc>", "q", "p", "<F8>", name: .projectorLeave, hint: .hintChart) {
      state, key, _ in state.leaveProjector(key)
    },
    // F5 starts the show on every presenter's clicker.
    ProjectorCommand("<F5>", name: .projectorTurn, hint: .hintTurn) { state, _, _ in
      state.toggleTurning()
      return []
    },
    ProjectorCommand("b", ".", name: .projectorBlank, hint: .hintBlank) { state, _, _ in
      state.projector.isBlank = true
      return []
    },
    ProjectorCommand("A", name: .projectorArm) { state, _, stamp in state.toggleArming(stamp) },
    ProjectorCommand("T", name: .projectorTheme) { state, _, _ in state.showNextTheme() },
    ProjectorCommand(asAtChart: .commandHelp, hint: .hintHelp),
    ProjectorCommand(asAtChart: .commandRetry),
    ProjectorCommand(asAtChart: .commandRedraw),
    ProjectorCommand(asAtChart: .commandSuspend),
    ProjectorCommand(asAtChart: .commandQuit),
  ]

  /// What keys do instead while marks may be made on the pages. No clicker sends them but Up and
  /// Down.
  static let armed: [ProjectorCommand] = [
    ProjectorCommand("<Down>", "<Up>", name: .projectorLine) { state, key, _ in
      state.chooseLine(by: key == .named(.up) ? -1 : 1)
    },
    ProjectorCommand("<Space>", name: .projectorMark, hint: .hintMark) { state, _, stamp in
      state.markLine(stamp)
    },
    ProjectorCommand("u", "<F4>", name: .projectorUndo, hint: .hintUndo) { state, _, stamp in
      state.undoOnPage(stamp)
    },
  ]

  /// The command of each key.
  static let byKey = map(of: table)
  static let byKeyArmed = map(of: armed)

  private static func map(of commands: [ProjectorCommand]) -> [Key: ProjectorCommand] {
    var map: [Key: ProjectorCommand] = [:]
    for command in commands {
      for key in command.keys { map[key] = command }
    }
    return map
  }

  /// The rows that the help adds to those of the chart.
  static let own: [ProjectorCommand] = {
    let chart = Set(Command.table.map(\.name))
    return table.filter { !chart.contains($0.name) } + armed
  }()

  /// Its keys as the help names them, in lines of at most so many columns.
  func keyLines(width: Int, _ words: Words) -> [String] {
    CellWidth.wrap(words.names(of: keys), to: width)
  }
}

extension State {
  /// Lines of the help about the projector: a head without keys, then keys and what they do; keys
  /// that need more than a line go on below.
  var projectorHelp: [(keys: String, text: String)] {
    var lines = [(keys: "", text: words(.helpProjector))]
    for command in ProjectorCommand.own {
      for (index, keys) in command.keyLines(width: 18, words).enumerated() {
        lines.append((keys: keys, text: index == 0 ? words(command.name) : ""))
      }
    }
    return lines
  }
}
