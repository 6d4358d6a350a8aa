import Testing
import WallChartStore

@testable import WallChart

/// The pages that are kept while they are shown.
@Suite struct ProjectorSheetsTests {
  /// What is kept of the pages, held against the same made anew.
  private func expectTheSame(_ state: State, after what: String) {
    var (state, anew) = (state, state)
    (state.projector.armed, anew.projector.armed) = (nil, nil)
    (anew.kept.sheets, anew.kept.projectorTasks, anew.kept.battleNews) = (nil, nil, nil)
    let sheets = state.freshSheets
    #expect(sheets == anew.freshSheets, "\(what)")
    #expect(sheets.map(state.lines(of:)) == sheets.map(anew.lines(of:)), "\(what)")
    #expect(
      state.countsForTheRoom.map(\.text) == anew.countsForTheRoom.map(\.text), "\(what)")
    let chart = state.situation.chart
    for battle in chart.battles {
      #expect(
        state.projectorTasks.units.units(of: battle.id, in: chart)
          == anew.projectorTasks.units.units(of: battle.id, in: chart), "\(what)")
    }
  }

  @Test("The pages of the projector are those made anew, whatever happens before them")
  func sheets() throws {
    var session = Session(columns: 120, rows: 40)
    for key in try Key.script(
      "p<PageDown>A<PageDown><Space>u<PageDown>3<PageDown>qj<Space>p<PageDown>q2p")
    {
      session.press(key.spelling)
      expectTheSame(session.state, after: key.spelling)
    }
    session.send(.resized(Size(columns: 80, rows: 24)))
    expectTheSame(session.state, after: "resized")
  }

  /// Entries of somebody else about every task of a chart: its first open node is met, and one of three
  /// steps by turns.
  private func entries(of situation: Situation, high: UInt64 = 9) -> [Entry] {
    let steps: [Fact] = [.supervise, .submit, .reopen(reason: "", isFalse: true)]
    return situation.chart.tasks.enumerated().flatMap { place, task in
      let nodes = situation.status.tasks[place].nodes
      let open = task.nodes.indices.first { !nodes[$0].state.isMet && task.nodes[$0].quota == nil }
      let mark = open.map { Fact.met(node: task.nodes[$0].id) }
      let facts = [steps[place % steps.count], mark].compactMap(\.self)
      return facts.enumerated().map { number, fact in
        var entry = Entry(
          id: EntryID(high: high, low: UInt64(2 * place + number)),
          at: Moment(milliseconds: Int64(place), offset: 0), by: "Wang", unit: task.unit,
          task: task.id, on: situation.day, fact: fact)
        entry.writer = "other-0000000000"
        return entry
      }
    }
  }

  @Test(
    "What others enter of any task while the projector is up changes its pages as if made anew",
    arguments: ["p", "2p"])
  func others(keys: String) {
    var session = Session(columns: 120, rows: 40)
    session.press(keys)
    for entry in entries(of: session.state.situation) {
      session.send(.arrived([entry]))
      expectTheSame(session.state, after: "\(entry.task ?? "") \(entry.fact.kind)")
    }
  }

  @Test("While marks are made every line stays as it was, whatever others enter of it")
  func armed() {
    func lines(_ session: Session) -> [[Projector.Line]] {
      session.state.sheets.map(session.state.lines(of:))
    }
    var session = Session(columns: 120, rows: 40)
    session.press("pA")
    let entries = entries(of: session.state.situation)
    let (before, unarmed) = (lines(session), session)
    for entry in entries {
      session.send(.arrived([entry]))
      #expect(lines(session) == before, "\(entry.task ?? "") \(entry.fact.kind)")
    }
    session.press("A")
    #expect(lines(session) != before)
    // More than are taken in one by one; and a plan read again that is the same.
    session = unarmed
    session.send(
      .arrived(entries + self.entries(of: session.state.situation, high: 10)))
    #expect(lines(session) == before)
    session = unarmed
    var ledger = session.state.situation.ledger
    entries.forEach { ledger.add($0) }
    session.send(
      .loaded(session.state.situation.chart, ledger, ownWriters: [Session.writer]))
    #expect(lines(session) == before)
    session.press("A")
    #expect(lines(session) != before)
  }
}
