import Testing
import WallChartStore

@testable import WallChart

/// The pages that are kept while they are shown.
@Suite struct ProjectorSheetsTests {
  /// What is kept of the pages, held against the same made anew.
  private func expectTheSame(_ state: State, after what: String) {
    var anew = state
    (anew.lastSheets, anew.lastProjectorTasks) = (nil, nil)
    #expect(state.freshSheets == anew.freshSheets, "\(what)")
    #expect(state.freshLines == anew.freshLines, "\(what)")
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

  @Test("What others enter of any task while the projector is up changes its pages as if made anew")
  func entries() {
    var session = Session(columns: 120, rows: 40)
    session.press("p")
    let situation = session.state.situation
    for (place, task) in situation.chart.tasks.enumerated() {
      let node = task.nodes.first { $0.quota == nil }?.id
      let facts: [Fact] = [
        .supervise, node.map { .met(node: $0) } ?? .submit, .submit,
        .reopen(reason: "", isFalse: true),
      ]
      var entry = Entry(
        id: EntryID(high: 9, low: UInt64(place)),
        at: Moment(milliseconds: Int64(place), offset: 0), by: "Wang", unit: task.unit,
        task: task.id, on: situation.day, fact: facts[place % facts.count])
      entry.writer = "other-0000000000"
      session.send(.arrived([entry]))
      expectTheSame(session.state, after: "\(task.id) \(entry.fact.kind)")
    }
  }
}
