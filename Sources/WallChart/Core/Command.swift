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

  typealias Need = @Sendable (State, Key) -> String?

  var section: Section
  var keys: [Key]
  var name: Word
  /// A shorter name for the bottom line, for the few that stand there.
  var hint: Word?
  /// What else it is called by those who look for it by name.
  var synonyms: Word?
  /// The views it works in.
  var places: Set<State.Place>
  /// Whether it writes to the ledger.
  var writes = false
  /// What it needs beyond that: why that is missing, or nil.
  var need: Need = { _, _ in nil }
  /// Whether it says so itself when it runs, so that a long look is not taken twice.
  var saysNeed = false
  var run: @Sendable (inout State, Key, Stamp) -> [Effect]

  /// Whether several chosen tasks stay chosen: all other commands are about one, or show others.
  var keepsChoice: Bool {
    switch section {
    case .moving, .program: true
    case .marking: name == .commandMark || name == .commandChoose
    case .showing: false
    }
  }

  /// Spellings are constants of the table; a test reads every one back.
  private init(
    _ section: Section, _ spellings: String..., name: Word, hint: Word? = nil,
    synonyms: Word? = nil, in places: Set<State.Place> = [.chart], writes: Bool = false,
    saysNeed: Bool = false,
    unless need: @escaping Need = { _, _ in nil },
    run: @escaping @Sendable (inout State, Key, Stamp) -> [Effect]
  ) {
    self.section = section
    keys = spellings.compactMap { Key($0) }
    self.name = name
    self.hint = hint
    self.synonyms = synonyms
    self.places = places
    self.writes = writes
    self.need = need
    self.saysNeed = saysNeed
    self.run = run
  }

  /// A command that only changes what is shown.
  private init(
    _ section: Section, _ spellings: String..., name: Word, hint: Word? = nil,
    synonyms: Word? = nil, in places: Set<State.Place> = [.chart],
    unless need: @escaping Need = { _, _ in nil },
    show: @escaping @Sendable (inout State) -> Void
  ) {
    self.init(section, name: name, hint: hint, synonyms: synonyms, in: places, unless: need) {
      state, _, _ in
      show(&state)
      return []
    }
    keys = spellings.compactMap { Key($0) }
  }

  private static func moving(
    _ spellings: String..., name: Word, in places: Set<State.Place>, _ motion: Motion
  ) -> Command {
    var command = Command(.moving, name: name, in: places) { $0.move(motion) }
    command.keys = spellings.compactMap { Key($0) }
    return command
  }

  private static let grid: Set<State.Place> = [.chart, .task]
  /// Where a task is selected, with a node where it has any.
  private static let tasks: Set<State.Place> = [.chart, .task, .meeting]
  private static let all = Set(State.Place.allCases)
  private static let lacksGroups: Need = { state, _ in state.lacksGroups }

  static let table: [Command] = [
    moving("j", "<Down>", name: .commandDown, in: all, .rows(1)),
    moving("k", "<Up>", name: .commandUp, in: all, .rows(-1)),
    moving("h", "<Left>", name: .commandLeft, in: tasks, .nodes(-1)),
    moving("l", "<Right>", name: .commandRight, in: tasks, .nodes(1)),
    moving("g", name: .commandFirstTask, in: all, .first),
    moving("G", name: .commandLastTask, in: all, .last),
    moving("<Home>", "^", name: .commandFirstNode, in: tasks, .nodes(-.max / 2)),
    moving("<End>", "$", name: .commandLastNode, in: tasks, .nodes(.max / 2)),
    moving("<PageDown>", "<C-f>", name: .commandPageDown, in: all, .page(1)),
    moving("<PageUp>", "<C-b>", name: .commandPageUp, in: all, .page(-1)),
    moving("<C-d>", name: .commandHalfDown, in: all, .page(0.5)),
    moving("<C-u>", name: .commandHalfUp, in: all, .page(-0.5)),
    Command(.moving, "<Tab>", name: .commandNextBattle, unless: lacksGroups) {
      $0.moveGroups(by: 1)
    },
    Command(.moving, "<S-Tab>", name: .commandPreviousBattle, unless: lacksGroups) {
      $0.moveGroups(by: -1)
    },
    Command(.moving, ".", name: .commandNextAttention, hint: .hintNextAttention, in: grid) {
      $0.moveToAttention(by: 1)
    },
    Command(.moving, ",", name: .commandPreviousAttention, in: grid) {
      $0.moveToAttention(by: -1)
    },
    Command(.moving, "t", name: .commandToday) { $0.goToToday() },
    Command(.moving, "/", name: .commandSearch) { $0.askSearch() },
    Command(.moving, "n", name: .commandSearchNext, unless: { state, _ in state.lacksSearch }) {
      state, _, _ in state.searchAgain(by: 1)
    },
    Command(.moving, "N", name: .commandSearchPrevious, unless: { state, _ in state.lacksSearch }) {
      state, _, _ in state.searchAgain(by: -1)
    },
    Command(
      .marking, "<Space>", name: .commandMark, hint: .hintMark, in: tasks, writes: true,
      unless: { state, _ in state.lacksNode }
    ) { state, _, stamp in state.toggleMark(stamp) },
    Command(
      .marking, "V", name: .commandChoose, synonyms: .synonymsChoose, writes: true,
      unless: { state, _ in state.lacksTask }
    ) { state, _, _ in state.toggleChoosing() },
    Command(
      .marking, "e", "<F3>", name: .commandEvidence, synonyms: .synonymsEvidence, in: tasks,
      writes: true,
      unless: { state, _ in state.lacksTask }
    ) { state, _, _ in state.askEvidence() },
    Command(
      .marking, "c", name: .commandNote, in: tasks.union([.lookBack]), writes: true,
      unless: { state, _ in state.lacksTask }
    ) { state, key, _ in state.askNote(key) },
    Command(
      .marking, "r", "<F2>", name: .commandReport, in: tasks, writes: true,
      unless: { state, _ in state.lacksOpenTask }
    ) { state, _, _ in state.askReport() },
    Command(
      .marking, ">", "<F6>", name: .commandNextStep, synonyms: .synonymsNextStep, in: tasks,
      writes: true, saysNeed: true, unless: { state, _ in state.lacksNextStep }
    ) { state, key, _ in state.stepOn(key) },
    Command(
      .marking, "<lt>", name: .commandSendBack, synonyms: .synonymsSendBack,
      in: tasks.union([.lookBack]), writes: true, saysNeed: true,
      unless: { state, _ in state.lacksStepBack }
    ) { state, _, _ in state.stepBack() },
    Command(
      .marking, "d", name: .commandExtend, synonyms: .synonymsExtend, in: tasks, writes: true,
      unless: { state, _ in state.lacksMovable }
    ) { state, key, _ in state.askExtension(key) },
    Command(
      .marking, "i", name: .commandSupervise, synonyms: .synonymsSupervise, in: tasks,
      writes: true, unless: { state, _ in state.lacksSupervisable }
    ) { state, key, _ in state.toggleSupervision(key) },
    Command(.marking, "W", name: .commandWho, synonyms: .synonymsWho, in: tasks.union([.lookBack]))
    {
      state, _, _ in state.askWho()
    },
    Command(.marking, "a", name: .commandAdd, in: grid, writes: true) { state, _, _ in
      state.askProblem()
      return []
    },
    Command(
      .marking, "E", name: .commandEdit, synonyms: .synonymsEdit, in: grid, writes: true,
      unless: { state, _ in state.lacksTask }
    ) { state, _, _ in state.askField() },
    Command(
      .marking, "u", "<F4>", name: .commandUndo, hint: .hintUndo, synonyms: .synonymsUndo,
      in: tasks.union([.lookBack]), writes: true, saysNeed: true,
      unless: { state, _ in state.lacksStep }
    ) { state, _, stamp in state.undo(stamp) },
    Command(
      .marking, "<C-r>", name: .commandRedo, synonyms: .synonymsRedo,
      in: tasks.union([.lookBack]), writes: true, saysNeed: true,
      unless: { state, _ in state.lacksUndoneStep }
    ) { state, _, stamp in state.redo(stamp) },
    Command(
      .showing, "<Enter>", name: .commandOpen, hint: .hintOpen,
      in: [.chart, .ranking, .since, .lookBack],
      unless: { state, _ in state.lacksOpenable }
    ) { state, _, _ in state.open() },
    Command(.showing, "0", name: .commandAllBattles, unless: { state, _ in state.lacksOnlyBattle })
    {
      $0.show(battle: nil)
    },
    Command(
      .showing, "1", "2", "3", "4", "5", "6", "7", "8", "9", name: .commandOneBattle,
      unless: { state, key in state.lacksBattle(of: key) }
    ) { state, key, _ in
      guard case .character(let digit) = key, let number = digit.wholeNumberValue else { return [] }
      return state.show(battle: number - 1) ? [] : [.bell]
    },
    Command(.showing, "f", name: .commandFilter, hint: .hintFilter, synonyms: .synonymsFilter) {
      $0.askFilter()
    },
    Command(
      .showing, "F", name: .commandFilterNone, synonyms: .synonymsFilterNone,
      unless: { state, _ in state.lacksFilter }
    ) {
      $0.showAllTasks()
    },
    Command(.showing, "w", name: .commandView, synonyms: .synonymsView) { $0.askView() },
    Command(.showing, "s", name: .commandOrder) { $0.nextOrder() },
    Command(.showing, "z", name: .commandFold, unless: lacksGroups) { state, _, _ in
      state.toggleFold()
    },
    Command(.showing, "Z", name: .commandFoldAll, unless: lacksGroups) { state, _, _ in
      state.toggleAllFolds()
    },
    Command(.showing, "v", name: .commandAxis) { $0.toggleAxis() },
    Command(.showing, "+", name: .commandZoomIn, unless: { state, _ in state.lacksZoom(-1) }) {
      state, _, _ in state.changeZoom(by: -1)
    },
    Command(.showing, "-", name: .commandZoomOut, unless: { state, _ in state.lacksZoom(1) }) {
      state, _, _ in state.changeZoom(by: 1)
    },
    Command(
      .showing, "D", name: .commandDetails, unless: { state, _ in state.lacksDetailRoom }
    ) { state, _, _ in
      state.toggleDetails()
      return []
    },
    Command(.showing, "U", name: .commandRanking) { $0.showRanking() },
    Command(
      .showing, "=", name: .commandSince, synonyms: .synonymsSince,
      in: [.chart, .since, .meeting]
    ) {
      $0.showSince()
    },
    Command(
      .showing, "L", name: .commandLookBack, synonyms: .synonymsLookBack, in: [.chart, .lookBack]
    ) { $0.showLookBack() },
    Command(
      .showing, "m", "<F7>", name: .commandMeeting, synonyms: .synonymsMeeting,
      in: [.chart, .task, .ranking, .since, .meeting], writes: true
    ) { state, _, _ in
      state.askMeeting()
      return []
    },
    Command(.showing, "p", "<F8>", name: .commandProjector, in: [.chart, .meeting]) {
      $0.showProjector()
    },
    Command(.showing, "[", name: .commandDayBack, synonyms: .synonymsBack, in: lookable) {
      $0.look(by: -1)
    },
    Command(.showing, "]", name: .commandDayOn, synonyms: .synonymsAhead, in: lookable) {
      $0.look(by: 1)
    },
    Command(.showing, "{", name: .commandWeekBack, synonyms: .synonymsBack, in: lookable) {
      $0.look(by: -7)
    },
    Command(.showing, "}", name: .commandWeekOn, synonyms: .synonymsAhead, in: lookable) {
      $0.look(by: 7)
    },
    Command(
      .showing, "\\", name: .commandLookNoMore, hint: .hintLookNoMore, in: lookable,
      unless: { state, _ in state.lacksLens }
    ) { $0.lookNoMore() },
    Command(.program, "R", name: .commandRetry, in: all) { state, _, _ in state.retry() },
    Command(.program, "<C-l>", name: .commandRedraw, in: all) { _, _, _ in [.redraw] },
    Command(.program, "?", "<F1>", name: .commandHelp, hint: .hintHelp, in: all) {
      $0.showHelp()
    },
    Command(.program, ":", name: .commandPalette, in: all) { $0.askCommand() },
    Command(.program, "T", name: .commandTheme, synonyms: .synonymsTheme, in: all) {
      $0.askTheme()
    },
    Command(
      .program, "o", name: .commandCharts, in: all, unless: { state, _ in state.lacksOtherChart }
    ) { $0.askChart(prefersOther: true) },
    Command(.program, "<C-z>", name: .commandSuspend, in: all) { _, _, _ in [.suspend] },
    Command(.program, "q", "<Esc>", name: .commandBack, hint: .hintQuit, in: all) {
      state, key, _ in
      // Both go back one step; with nothing to go back from, only q leaves.
      let isAtEnd = state.goBack()
      return isAtEnd && key != .named(.escape) ? state.leave(code: 0) : []
    },
    Command(.program, "<C-c>", name: .commandQuit, in: all) { state, _, _ in
      state.leave(code: 130)
    },
  ]

  private static let lookable: Set<State.Place> = [.chart, .task, .ranking, .since, .lookBack]

  /// The command of each key.
  static let byKey: [Key: Command] = {
    var map: [Key: Command] = [:]
    for command in table {
      for key in command.keys { map[key] = command }
    }
    return map
  }()
}
