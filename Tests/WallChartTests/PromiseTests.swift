import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("What counts as promised")
struct PromiseTests {
  /// A meeting at which a unit said something of its next step.
  private func session(next: String) throws -> Session {
    var session = Session(MeetingTests.chart(["A", "B"]))
    session.press("m1")
    var report = Fact.Report()
    (report.progress, report.next) = ("dug", next)
    session.send(.arrived([try NewsTests.entry(9, .report(report), "A", on: "2020-07-31")]))
    return session
  }

  @Test("A next step of blanks is reported at the meeting, not promised")
  func blank() throws {
    for (next, kinds) in [("  ", [State.Done.reported]), ("pay", [.reported, .promised])] {
      let session = try session(next: next)
      let meeting = try #require(session.state.meeting)
      #expect(session.state.done(at: meeting).map(\.done) == kinds)
      let parts = session.state.lastReportParts(of: 0).map(\.name)
      #expect(parts.contains(.meetingPromise) == kinds.contains(.promised))
    }
  }
}
