import WallChartStore
import WallChartWords

extension Projector {
  /// Marking on the page itself, for a while: Space means something only as long as this is there.
  struct Armed: Equatable, Sendable {
    /// When it ends by itself, in milliseconds as a ``Moment`` counts them.
    var ends: Int64
    /// The pages and their lines as they were then: a line that is marked stays where it was.
    var sheets: Sheets
    var lines: [Topic: [Line]]
    /// What they were made for.
    var look: Look
    /// The page on the screen, and its chosen line by its place; nil where that is gone.
    var page: Page
    var line: Int? = 0
    /// What was written here, and so may be undone here.
    var written: Set<EntryID> = []

    /// Milliseconds after the last key.
    static let patience: Int64 = 10 * 60_000

    /// What stands on a page; nothing where it is not about tasks.
    func lines(of sheet: Sheet) -> [Line] {
      let all = lines[sheet.page.topic, default: []]
      return Array(all[sheet.range.clamped(to: all.indices)])
    }

    /// What stands on the page on the screen.
    var linesUp: [Line] { lines(of: sheets[sheets.place(of: page)]) }
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
    projector.armed = Projector.Armed(
      ends: stamp.at.milliseconds + Projector.Armed.patience, sheets: freshSheets,
      lines: freshLines, look: look, page: projector.page)
    said = Said(text: words(.saidArmed))
    return []
  }

  private var look: Projector.Look {
    Projector.Look(size: size, day: situation.day, chart: situation.chart)
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
    guard var armed = projector.armed else { return }
    let look = look
    if armed.look != look {
      let chosen = chosenLine(of: armed)
      (armed.sheets, armed.lines, armed.look, armed.line) = (freshSheets, freshLines, look, nil)
      if let chosen, let (page, line) = place(of: chosen, in: armed) {
        (armed.page, armed.line, projector.page) = (page, line, page)
      }
    }
    if armed.page != projector.page { (armed.page, armed.line) = (projector.page, 0) }
    projector.armed = armed
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
    return Chosen(lines[line], in: armed.look.chart)
  }

  private func place(of chosen: Chosen, in armed: Projector.Armed) -> (Projector.Page, Int)? {
    let topic = armed.page.topic
    guard
      let line = armed.lines[topic]?.firstIndex(where: {
        Chosen($0, in: situation.chart) == chosen
      }),
      let sheet = armed.sheets.first(where: { $0.page.topic == topic && $0.range.contains(line) })
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
