import WallChartStore
import WallChartWords

/// The large pages for the meeting room: where the presenter is. For looking only, until armed.
struct Projector: Equatable, Sendable {
  /// What a page is about.
  enum Topic: Hashable, Sendable {
    case totals
    /// A battle, by its id.
    case battle(String)
    /// The red tasks of all battles.
    case laggards
    /// The units, those most behind first.
    case ranking
    /// Nodes due within a week, and those due after it within a month.
    case week, month
    /// What changed since the last meeting.
    case since

    /// About tasks that are late, not about nodes to come.
    var isBehind: Bool {
      switch self {
      case .battle, .laggards: true
      case .totals, .ranking, .week, .month, .since: false
      }
    }

    /// Whether only its first lines are shown where there are many.
    var isCutShort: Bool {
      switch self {
      // A meeting goes on to the next battle; all that is red stands with the laggards.
      case .battle, .since: true
      default: false
      }
    }
  }

  /// A topic takes as many pages as its lines need; `part` counts them from 0.
  struct Page: Hashable, Sendable {
    var topic = Topic.totals
    var part = 0
  }

  /// All that the pages depend on.
  struct SheetsLook: Equatable, Sendable {
    var tasks: ProjectorTasks.Look
    /// How many changes of single tasks are counted.
    var changes: Int
    var news: Int
    var size: Size
  }

  /// Kept by what it is about, so that it stays when the chart changes under it.
  var page = Page()
  /// Dark until the next key.
  var isBlank = false
  /// Whether it is to turn by itself.
  var isTurning = false
  /// When the next page is due then, in milliseconds as a ``Moment`` counts them.
  var turnDue: Int64?
  /// While marks may be made on the pages.
  var armed: Armed?
  /// What a key at the projector led to: nothing else is said before the room.
  var said: State.Said?

  /// Days the nodes to come are told for: a week, and after it a month.
  static let week = 0...7
  static let month = 8...31
  /// Pages of a battle at most, and of what changed.
  static let mostPages = 3
  /// Pages of any topic at most that it turns to by itself: the rest of hundreds is for the clicker.
  static let mostAlone = 5
  /// Seconds for which a page stands where nobody said for how long.
  static let usualSeconds = 20
}

extension State {
  /// The counts of what is shown: of the chart, or of the only battle.
  var shownTally: Tally {
    guard let onlyBattle = showing.onlyBattle else { return situation.status.total }
    return situation.status.battles[onlyBattle] ?? Tally()
  }

  // MARK: Keys

  /// Puts the projector up, on the page it was left at.
  mutating func showProjector() {
    (projector.isBlank, projector.said) = (false, nil)
    // What changed is told against the last meeting, whatever day was chosen at the chart.
    sinceDay = nil
    if onTop != .projector { views.append(.projector) }
  }

  /// What a key leads to is said here; what else was said waits for the chart, which names files
  /// and people.
  mutating func pressAtProjector(_ key: Key, _ stamp: Stamp) -> [Effect] {
    disarmIfDue(at: stamp.at)
    projector.armed?.ends = stamp.at.milliseconds + Projector.Armed.patience
    let behind = said
    said = nil
    justSaved = nil
    let effects = run(atProjector: key, stamp)
    (projector.said, said, toSay) = (said, behind, [])
    return effects
  }

  private mutating func run(atProjector key: Key, _ stamp: Stamp) -> [Effect] {
    // The key that ends the dark does nothing else; only Ctrl-C always means the same.
    if projector.isBlank, key != .control("c") {
      projector.isBlank = false
      return []
    }
    if isFollowedDark, key != .control("c") {
      leftBehind = followed
      return []
    }
    let armed = projector.armed == nil ? nil : ProjectorCommand.byKeyArmed[key]
    if let command = armed ?? ProjectorCommand.byKey[key] {
      if command.name != .projectorLeave, command.name != .commandQuit, !mustLeave { leaving = nil }
      let page = projector.page
      // The page that the clerk's task stands before is the first to come back to.
      if followedTask != nil, command.turns {
        leftBehind = followed
        if command.name == .projectorNext || command.name == .projectorPrevious { return [] }
      }
      let effects = command.run(&self, key, stamp)
      if projector.page != page { leftBehind = followed }
      return effects
    }
    guard let command = Command.byKey[key] else { return unknown(key) }
    let text =
      setting.isReadOnly && command.writes
      ? words(.cliReadOnly)
      : ProjectorCommand.byKeyArmed[key] != nil
        ? words(.saidProjectorLooks)
        : words(.saidProjectorElsewhere, ["key": shown(words.name(of: key))])
    said = Said(text: text, isError: command.writes)
    return [.bell]
  }

  mutating func turn(by steps: Int) {
    let sheets = sheets
    let place = place(in: sheets)
    // Steps may be as large as a whole number can be.
    let target = steps < 0 ? max(0, place + max(steps, -place)) : place + min(steps, sheets.count)
    projector.page = sheets[min(target, sheets.count - 1)].page
  }

  /// Turns to the next topic, or back to the start of this or the previous one.
  mutating func turn(byTopics step: Int) {
    let starts = sheets.firstPages
    let place = starts.lastIndex { $0.topic == projector.page.topic } ?? 0
    let isInside = step < 0 && projector.page.part > 0
    let target = isInside ? place : place + step
    guard starts.indices.contains(target) else { return }
    projector.page = starts[target]
  }

  /// Turns to a battle's page, counted from 0; false when there is none.
  mutating func turn(toBattle number: Int) -> Bool {
    guard situation.chart.battles.indices.contains(number) else { return false }
    let page = Projector.Page(topic: .battle(situation.chart.battles[number].id))
    guard sheets.firstPages.contains(page) else { return false }
    projector.page = page
    return true
  }

  /// Back to the chart; `q` leaves a program that was started as a projector.
  mutating func leaveProjector(_ key: Key) -> [Effect] {
    projector.armed = nil
    if setting.isProjector, key == .character("q") { return leave(code: 0) }
    goBack()
    return []
  }
}
