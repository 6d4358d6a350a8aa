import WallChartStore
import WallChartWords

extension Projector {
  /// Marking on the page itself, for a while: Space means something only as long as this is there.
  struct Armed: Equatable, Sendable {
    /// When it ends by itself, in milliseconds as a ``Moment`` counts them.
    var ends: Int64
    var pages: ArmedPages
    /// The page on the screen and its lines; the chosen one by its place, nil where that is gone.
    var page: Page
    var linesUp: [Line]
    var line: Int? = 0
    /// What was written here, and so may be undone here.
    var written: Set<EntryID> = []

    /// Milliseconds after the last key.
    static let patience: Int64 = 10 * 60_000
  }

  /// The pages as they were when that began, and what they were made of: a line that is marked stays
  /// where it was.
  struct ArmedPages: Equatable, Sendable {
    var sheets: Sheets
    var orders: ProjectorOrders
    var news: [Line]
    /// The lines of tasks of which something was entered since, as they were before.
    var before: [Int: Line] = [:]
    /// What they were made for.
    var look: Look
  }

  /// What the pages depend on, beside the entries.
  struct Look: Equatable, Sendable {
    var size: Size
    var day: Day
    var chart: Chart
  }
}

// Armed: a line is chosen and marked before the eyes of the room. Nothing is asked there.
extension State {
  /// `A`: marks can be made on the pages, or no longer.
  mutating func toggleArming(_ stamp: Stamp) -> [Effect] {
    guard projector.armed == nil else {
      projector.armed = nil
      said = Said(text: words(.saidDisarmed))
      return []
    }
    let obstacle =
      setting.isReadOnly
      ? words(.cliReadOnly)
      : isLooking ? words(.saidLooking) : setting.asksWho ? words(.saidArmedWho) : nil
    if let obstacle {
      said = Said(text: obstacle, isError: true)
      return [.bell]
    }
    let lines = lines(of: freshSheets[place(in: freshSheets)])
    projector.armed = Projector.Armed(
      ends: stamp.at.milliseconds + Projector.Armed.patience, pages: pagesToArm,
      page: projector.page, linesUp: lines)
    said = Said(text: words(.saidArmed))
    return []
  }

  private var look: Projector.Look {
    Projector.Look(size: size, day: situation.day, chart: situation.chart)
  }

  private var pagesToArm: Projector.ArmedPages {
    let sheets = freshSheets
    let news = sheets[sheets.place(of: Projector.Page(topic: .since))].shown
    return Projector.ArmedPages(
      sheets: sheets, orders: projectorTasks.orders, news: linesOfNews(0..<news), look: look)
  }

  /// Keeps the line of a task that something is about to be entered of.
  mutating func keepArmedLine(of task: Int) {
    guard projector.armed != nil, projector.armed?.pages.before[task] == nil else { return }
    let line = situation.status.lineBehind(task)
    projector.armed?.pages.before[task] = line
  }

  /// Keeps those of all tasks: the situation is about to change as a whole.
  mutating func keepArmedLines() {
    guard let late = projector.armed?.pages.orders.late else { return }
    for task in late { keepArmedLine(of: task) }
  }

  /// Ends the marking when no key came for long.
  mutating func disarmIfDue(at moment: Moment) {
    guard let armed = projector.armed else { return }
    // Of a clock that was set back nothing is known but that it is time.
    let left = armed.ends - moment.milliseconds
    guard left <= 0 || left > Projector.Armed.patience else { return }
    projector.armed = nil
    projector.said = Said(text: words(.saidDisarmedAlone))
    restartTurning(at: moment)
  }

  /// Another size, day or plan needs other lines; entries alone do not. The choice stays on what it
  /// was about, and goes nowhere else.
  mutating func renewArmedSheets() {
    guard let armed = projector.armed else { return }
    let look = look
    // Of equal plans the one that is shown is kept, for it is compared at every key.
    projector.armed?.pages.look = look
    if armed.pages.look != look {
      let chosen = chosenLine(of: armed)
      let pages = pagesToArm
      projector.armed?.pages = pages
      if let chosen, let (page, line) = place(of: chosen, on: armed.page.topic) {
        choose(line, on: page)
      } else if armed.page == projector.page {
        choose(nil, on: armed.page)
      }
    }
    if projector.armed?.page != projector.page { choose(0, on: projector.page) }
  }

  private mutating func choose(_ line: Int?, on page: Projector.Page) {
    projector.page = page
    let lines = lines(of: sheets[place(in: sheets)])
    projector.armed?.page = page
    projector.armed?.linesUp = lines
    projector.armed?.line = line
  }

  /// A line by the ids of what it is about, which outlive a change of the plan.
  private struct Chosen: Equatable {
    var task: String
    var node: String?
    var cause: Projector.Line.Cause?

    init(_ line: Projector.Line, in chart: Chart) {
      let task = chart.tasks[line.task]
      self.task = task.id
      if case .node(let place) = line.cause {
        node = task.nodes[place].id
      } else {
        cause = line.cause
      }
    }
  }

  private func chosenLine(of armed: Projector.Armed) -> Chosen? {
    let lines = armed.linesUp
    guard let line = armed.line, lines.indices.contains(line) else { return nil }
    return Chosen(lines[line], in: armed.pages.look.chart)
  }

  private func place(of chosen: Chosen, on topic: Projector.Topic) -> (Projector.Page, Int)? {
    let pages = sheets.filter { $0.page.topic == topic }
    guard
      let line = lines(of: topic, 0..<(pages.first?.shown ?? 0)).firstIndex(where: {
        Chosen($0, in: situation.chart) == chosen
      }), let sheet = pages.first(where: { $0.range.contains(line) })
    else { return nil }
    return (sheet.page, line - sheet.range.lowerBound)
  }

  /// The chosen line of the page on the screen.
  var armedLine: Projector.Line? {
    guard let armed = projector.armed, let line = armed.line else { return nil }
    let lines = armed.linesUp
    return lines.indices.contains(line) ? lines[line] : nil
  }

  /// Up and Down: another line of the page.
  mutating func chooseLine(by step: Int) -> [Effect] {
    guard let armed = projector.armed else { return [.bell] }
    let lines = armed.linesUp
    guard !lines.isEmpty else { return refuseOnPage(.saidArmedNoLine) }
    let line = armed.line.map { $0 + step } ?? (step > 0 ? 0 : lines.count - 1)
    guard lines.indices.contains(line) else { return [.bell] }
    projector.armed?.line = line
    return []
  }

  /// Space: the node of the line is met, or the mark is taken back.
  mutating func markLine(_ stamp: Stamp) -> [Effect] {
    guard let line = armedLine else {
      return refuseOnPage(projector.armed?.line == nil ? .saidArmedNoChoice : .saidArmedNoLine)
    }
    guard case .node(let node) = line.cause else { return refuseOnPage(.saidArmedNoNode) }
    return withoutAsking { $0.toggleMark(node, of: line.task, stamp) }
  }

  /// `u`: takes back what was marked here last, and nothing else.
  mutating func undoOnPage(_ stamp: Stamp) -> [Effect] {
    let undos = try? situation.undoLastStep(by: ownWriters, as: setting.author, stamp)
    let isOfHere = (undos ?? []).allSatisfy { undo in
      guard case .undo(let of, _) = undo.fact else { return false }
      return projector.armed?.written.contains(of) ?? false
    }
    guard undos != nil, isOfHere else { return refuseOnPage(.saidArmedNoUndo) }
    return withoutAsking { $0.undo(stamp) }
  }

  /// Does something unless it would ask: a count, a reason. What is written is remembered. What asks
  /// or refuses changes nothing but what is asked or said, so that no state is copied to go back to.
  private mutating func withoutAsking(_ act: (inout State) -> [Effect]) -> [Effect] {
    let before = (mode, said, toSay)
    let effects = act(&self)
    let isWritten = effects.contains { if case .append = $0 { true } else { false } }
    // The chart's refusal may name files and people.
    guard mode == .commands, isWritten || said?.isError != true else {
      (mode, said, toSay) = before
      return refuseOnPage(.saidProjectorAsks)
    }
    for case .append(let entries) in effects {
      projector.armed?.written.formUnion(entries.map(\.id))
      said = entries.first.map { Said(text: sentenceOnPage(for: $0)) }
    }
    return effects
  }

  /// What a mark comes to, or its undo: that of the chart names keys that do nothing here.
  private func sentenceOnPage(for entry: Entry) -> String {
    let node = situation.ledger.root(of: entry).fact.node
    let isMet =
      situation.index(of: entry.task ?? "").flatMap { index in
        situation.chart.tasks[index].nodes.firstIndex { $0.id == node }
          .map { situation.status.tasks[index].nodes[$0].state.isMet }
      } ?? false
    return words(isMet ? .saidArmedMarked : .saidArmedTaken, ["task": entry.task ?? ""])
  }

  private mutating func refuseOnPage(_ word: Word) -> [Effect] {
    said = Said(text: words(word), isError: true)
    return [.bell]
  }
}
