import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// What time it is, where the room is to see it, and only there.
@Suite("The clock")
struct ClockTests {
  /// A moment of 31 July 2020 in Dalian.
  static func moment(_ clock: String) -> Moment {
    Moment(rfc3339: "2020-07-31T\(clock)+08:00")!
  }

  @Test("The projector shows the time beside the day, from the full minute to the next")
  func minutes() {
    var session = Session()
    session.send(.clock(Self.moment("09:05:30.250")))
    #expect(session.state.clockDue == nil)
    #expect(!session.frame.text.contains("09:05"))
    session.press("p")
    #expect(session.frame.text(ofRow: 0).hasSuffix("as of Fri 31 Jul 2020  09:05"))
    #expect(session.state.clockDue == Self.moment("09:06:00").milliseconds)
    #expect(!session.state.isClockDue(at: Self.moment("09:05:59.999")))
    #expect(session.state.isClockDue(at: Self.moment("09:06:00")))
    session.send(.clock(Self.moment("09:06:00.004")))
    #expect(session.frame.text(ofRow: 0).contains("09:06"))
    session.press("<Esc>")
    #expect(session.state.clockDue == nil)
  }

  @Test("A projector that was told no time asks for it at once, and so does a clock set back")
  func atOnce() {
    var session = Session()
    session.press("p")
    #expect(session.state.isClockDue(at: Self.moment("00:00:00")))
    session.send(.clock(Self.moment("09:05:30")))
    #expect(session.state.isClockDue(at: Self.moment("08:05:31")))
  }

  @Test("A dark screen wants no clock, and wants it again when it is lit")
  func dark() {
    var session = Session()
    session.press("pb")
    #expect(session.state.clockDue == nil)
    session.press("b")
    #expect(session.state.needsClock)
  }
}
