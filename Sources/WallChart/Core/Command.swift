import WallChartStore
import WallChartWords

/// One thing a key can do at the chart. Help, the bottom line and the key list of the manual are
/// all read from ``table``.
struct Command: Sendable {
  enum Section: CaseIterable, Sendable {
    case moving, marking, showing, program

    var title: Word {
      switch self {
      case .moving: .helpMoving
      case .marking: .helpMarking
      case .showing: .helpShowing
      case .program: .helpProgram
      }
    }
  }

  var section: Section
  var keys: [Key]
  var name: Word
  /// A shorter name for the bottom line, for the few that stand there.
  var hint: Word?
  /// Whether it writes to the ledger.
  var writes = false
  var run: @Sendable (inout State, Key, Stamp) -> [Effect]

  /// Spellings are constants of the table; a test reads every one back.
  private init(
    _ section: Section, _ spellings: String..., name: Word, hint: Word? = nil,
    writes: Bool = false, run: @escaping @Sendable (inout State, Key, Stamp) -> [Effect]
  ) {
    self.section = section
    keys = spellings.compactMap { Key($0) }
    self.name = name
    self.hint = hint
    self.writes = writes
    self.run = run
  }

  private static func moving(
    _ spellings: String..., name: Word, hint: Word? = nil,
    _ move: @escaping @Sendable (inout State) -> Void
  ) -> Command {
    var command = Command(.moving, name: name, hint: hint) { state, _, _ in
      move(&state)
      state.scrollToSelection()
      return []
    }
    command.keys = spellings.compactMap { Key($0) }
    return command
  }

  static let table: [Command] = [
    moving("j", "<Down>", name: .commandDown) { $0.moveRows(by: 1) },
    moving("k", "<Up>", name: .commandUp) { $0.moveRows(by: -1) },
    moving("h", "<Left>", name: .commandLeft) { $0.moveNodes(by: -1) },
    moving("l", "<Right>", name: .commandRight) { $0.moveNodes(by: 1) },
    moving("g", name: .commandFirstTask) { $0.moveRows(by: -$0.rows.count) },
    moving("G", name: .commandLastTask) { $0.moveRows(by: $0.rows.count) },
    moving("<Home>", "^", name: .commandFirstNode) { $0.moveNodes(by: -Int.max / 2) },
    moving("<End>", "$", name: .commandLastNode) { $0.moveNodes(by: Int.max / 2) },
    moving("<PageDown>", "<C-f>", name: .commandPageDown) { $0.page(by: 1) },
    moving("<PageUp>", "<C-b>", name: .commandPageUp) { $0.page(by: -1) },
    moving("<C-d>", name: .commandHalfDown) { $0.page(by: 0.5) },
    moving("<C-u>", name: .commandHalfUp) { $0.page(by: -0.5) },
    moving("<Tab>", name: .commandNextBattle, hint: .hintBattle) { $0.moveBattles(by: 1) },
    moving("<S-Tab>", name: .commandPreviousBattle) { $0.moveBattles(by: -1) },
    moving(".", name: .commandNextAttention, hint: .hintNextAttention) {
      $0.moveToAttention(by: 1)
    },
    moving(",", name: .commandPreviousAttention) { $0.moveToAttention(by: -1) },
    Command(.marking, "<Space>", name: .commandMark, hint: .hintMark, writes: true) {
      state, _, stamp in state.toggleMark(stamp)
    },
    Command(.marking, "e", "<F3>", name: .commandEvidence, writes: true) { state, _, _ in
      state.askEvidence()
    },
    Command(.marking, "r", "<F2>", name: .commandReport, writes: true) { state, _, _ in
      state.askReport()
    },
    Command(.marking, "u", "<F4>", name: .commandUndo, hint: .hintUndo, writes: true) {
      state, _, stamp in state.undo(stamp)
    },
    Command(.marking, "<C-r>", name: .commandRedo, writes: true) { state, _, stamp in
      state.redo(stamp)
    },
    Command(.showing, "0", name: .commandAllBattles) { state, _, _ in
      state.show(battle: nil)
      return []
    },
    Command(
      .showing, "1", "2", "3", "4", "5", "6", "7", "8", "9", name: .commandOneBattle
    ) { state, key, _ in
      guard case .character(let digit) = key, let number = digit.wholeNumberValue else { return [] }
      return state.show(battle: number - 1) ? [] : [.bell]
    },
    Command(.showing, "p", "<F8>", name: .commandProjector) { state, _, _ in
      state.showProjector()
      return []
    },
    Command(.program, "R", name: .commandRetry) { state, _, _ in state.retry() },
    Command(.program, "<C-l>", name: .commandRedraw) { _, _, _ in [.redraw] },
    Command(.program, "?", "<F1>", name: .commandHelp, hint: .hintHelp) { state, _, _ in
      state.mode = .help(scroll: 0)
      return []
    },
    Command(.program, "<C-z>", name: .commandSuspend) { _, _, _ in [.suspend] },
    Command(.program, "q", "<Esc>", name: .commandBack, hint: .hintQuit) { state, key, _ in
      // Esc goes back one step; at the chart only q leaves it.
      key == .named(.escape) ? state.goBack() : state.leave(code: 0)
    },
    Command(.program, "<C-c>", name: .commandQuit) { state, _, _ in state.leave(code: 130) },
  ]

  /// The command of each key.
  static let byKey: [Key: Command] = {
    var map: [Key: Command] = [:]
    for command in table {
      for key in command.keys { map[key] = command }
    }
    return map
  }()
}
