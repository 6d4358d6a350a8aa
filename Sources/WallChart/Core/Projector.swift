import WallChartStore
import WallChartWords

/// The large pages for the meeting room: where the presenter is. For looking only.
struct Projector: Equatable, Sendable {
  /// What a page is about.
  enum Topic: Hashable, Sendable {
    case totals
    /// A battle, by its id.
    case battle(String)
    /// The red tasks of all battles.
    case laggards
    /// Nodes due within a week, and those due after it within a month.
    case week, month

    /// About tasks that are late, not about nodes to come.
    var isBehind: Bool {
      switch self {
      case .battle, .laggards: true
      case .totals, .week, .month: false
      }
    }
  }

  /// A topic takes as many pages as its lines need; `part` counts them from 0.
  struct Page: Hashable, Sendable {
    var topic = Topic.totals
    var part = 0
  }

  /// A page with what stands on it.
  struct Sheet: Equatable, Sendable {
    var page = Page()
    /// Pages of the topic.
    var parts = 1
    /// Lines of the topic, on this page and the others.
    var total = 0
    /// Those of them that stand on a page; of a battle, only the worst.
    var shown = 0
    var lines: [Line] = []
    /// Whether the days stand in big digits.
    var isBig = false
    /// From the start of a line to that of the next.
    var rowsPerLine = 0
  }

  /// Kept by what it is about, so that it stays when the chart changes under it.
  var page = Page()
  /// Dark until the next key.
  var isBlank = false

  /// Days the nodes to come are told for: a week, and after it a month.
  static let week = 0...7
  static let month = 8...31
  /// Pages of a battle at most.
  static let mostPages = 3
}

extension State {
  /// The pages in the order of a meeting: totals, battle by battle, laggards, coming nodes.
  var sheets: [Projector.Sheet] {
    var sheets = [Projector.Sheet()]
    guard shownTally.tasks > 0 else { return sheets }
    let only = showing.onlyBattle
    for battle in situation.chart.battles where only == nil || only == battle.id {
      guard let tally = situation.status.battles[battle.id], tally.tasks > 0 else { continue }
      sheets += split(.battle(battle.id), situation.behind([.red, .yellow], in: battle.id))
    }
    sheets += split(.laggards, situation.behind([.red], in: only))
    sheets += split(.week, situation.coming(Projector.week, in: only))
    sheets += split(.month, situation.coming(Projector.month, in: only))
    return sheets
  }

  private func split(_ topic: Projector.Topic, _ all: [Projector.Line]) -> [Projector.Sheet] {
    let layout = ProjectorLayout(size: size)
    let isBig = all.count <= layout.mostBig(of: topic)
    let perPage = layout.capacity(of: topic, isBig: isBig)
    var lines = all[...]
    // A meeting goes on to the next battle; all that is red stands with the laggards.
    if case .battle = topic { lines = lines.prefix(perPage * Projector.mostPages) }
    let parts = max(1, (lines.count + perPage - 1) / perPage)
    let fullest = (lines.count + parts - 1) / parts
    let rows = layout.rowsPerLine(of: topic, count: fullest, isBig: isBig)
    return (0..<parts).map { part in
      // Evenly, so that no page is left with a single line.
      let shown = lines[part * lines.count / parts..<(part + 1) * lines.count / parts]
      return Projector.Sheet(
        page: Projector.Page(topic: topic, part: part), parts: parts, total: all.count,
        shown: lines.count,
        lines: Array(shown), isBig: isBig, rowsPerLine: rows)
    }
  }

  /// The place of the shown page. Where its part is gone, the topic's last; where the topic is
  /// gone, the first page.
  func place(in sheets: [Projector.Sheet]) -> Int {
    sheets.firstIndex { $0.page == projector.page }
      ?? sheets.lastIndex { $0.page.topic == projector.page.topic } ?? 0
  }

  /// The counts of what is shown: of the chart, or of the only battle.
  var shownTally: Tally {
    guard let onlyBattle = showing.onlyBattle else { return situation.status.total }
    return situation.status.battles[onlyBattle] ?? Tally()
  }

  // MARK: Keys

  /// Puts the projector up, on the page it was left at.
  mutating func showProjector() {
    projector.isBlank = false
    if onTop != .projector { views.append(.projector) }
  }

  mutating func pressAtProjector(_ key: Key, _ stamp: Stamp) -> [Effect] {
    said = nil
    justSaved = nil
    // The key that ends the dark does nothing else; only Ctrl-C always means the same.
    if projector.isBlank, key != .control("c") {
      projector.isBlank = false
      return []
    }
    if let command = ProjectorCommand.byKey[key] {
      if command.name != .projectorLeave, command.name != .commandQuit, !mustLeave { leaving = nil }
      let page = projector.page
      let effects = command.run(&self, key, stamp)
      if projector.page != page { leftBehind = followed }
      return effects
    }
    let isWriting = Command.byKey[key]?.writes ?? false
    said = Said(
      text: isWriting
        ? words(.saidProjectorLooks) : words(.saidUnknownKey, ["key": shown(key.label)]),
      isError: isWriting)
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
    let starts = sheets.map(\.page).filter { $0.part == 0 }
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
    guard sheets.contains(where: { $0.page == page }) else { return false }
    projector.page = page
    return true
  }

  /// Back to the chart; `q` leaves a program that was started as a projector.
  mutating func leaveProjector(_ key: Key) -> [Effect] {
    if setting.isProjector, key == .character("q") { return leave(code: 0) }
    goBack()
    return []
  }
}
