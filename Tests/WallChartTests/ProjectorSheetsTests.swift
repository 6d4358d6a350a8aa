import Testing

@testable import WallChart

/// The pages that are kept while they are shown.
@Suite struct ProjectorSheetsTests {
  @Test("The pages of the projector are those made anew, whatever happens before them")
  func sheets() throws {
    var session = Session(columns: 120, rows: 40)
    for key in try Key.script(
      "p<PageDown>A<PageDown><Space>u<PageDown>3<PageDown>qj<Space>p<PageDown>q2p")
    {
      session.press(key.spelling)
      var anew = session.state
      anew.lastSheets = nil
      #expect(session.state.freshSheets == anew.freshSheets, "\(key.spelling)")
    }
    session.send(.resized(Size(columns: 80, rows: 24)))
    var anew = session.state
    anew.lastSheets = nil
    #expect(session.state.freshSheets == anew.freshSheets)
  }
}
