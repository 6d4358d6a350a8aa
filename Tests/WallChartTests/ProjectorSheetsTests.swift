import Testing
import WallChartStore

@testable import WallChart

/// The pages that are kept while they are shown.
@Suite struct ProjectorSheetsTests {
  @Test("The pages of the projector are those made anew, whatever happens before them")
  func sheets() throws {
    func expectTheSame(_ state: State, after key: String) {
      var anew = state
      (anew.lastSheets, anew.lastUnitsBehind) = (nil, nil)
      #expect(state.freshSheets == anew.freshSheets, "\(key)")
      let chart = state.situation.chart
      for battle in chart.battles {
        #expect(
          state.unitsBehind.units(of: battle.id, in: chart)
            == anew.unitsBehind.units(of: battle.id, in: chart), "\(key)")
      }
    }
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
}
