import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// Nobody holds the clicker: the pages turn by themselves.
@Suite("The projector turns by itself")
struct ProjectorTurningTests {
  /// A projector that turns every 20 seconds, since 09:00.
  private func projector(seconds: Int? = 20, columns: Int = 80, rows: Int = 24) -> Session {
    var session = Session(columns: columns, rows: rows)
    session.state.setting.turnSeconds = seconds
    session.state.projector.isTurning = seconds != nil
    session.state.showProjector()
    session.send(.clock(ClockTests.moment("09:00:00")))
    return session
  }

  private func place(_ session: Session) -> Int {
    session.state.place(in: session.state.sheets) + 1
  }

  @Test("Off unless it was asked for")
  func off() {
    var session = projector(seconds: nil)
    #expect(session.state.clockDue == ClockTests.moment("09:01:00").milliseconds)
    session.send(.clock(ClockTests.moment("09:01:00")))
    #expect(place(session) == 1)
    #expect(!session.said.contains("turns every"))
  }

  @Test("Disarmed by itself it says so, and the next page is due an interval later")
  func disarmedByItself() {
    var session = projector()
    session.press("1")
    // Keys of sessions come with moments of their own, a minute apart.
    session.press("A")
    let page = session.state.projector.page
    let later = (session.state.projector.armed?.ends ?? 0) + 1000
    session.send(.clock(Moment(milliseconds: later, offset: 480)))
    #expect(session.state.projector.armed == nil)
    #expect(session.said.contains(Words(.en)(.saidDisarmedAlone).prefix(20)))
    #expect(session.state.projector.page == page)
    #expect(session.state.clockDue ?? 0 > later)
  }

  @Test("A page stands for the interval, and no other time wakes it but the full minute")
  func interval() {
    var session = projector()
    #expect(session.said.contains("turns every 20 s · page 1 of"))
    #expect(session.state.clockDue == ClockTests.moment("09:00:20").milliseconds)
    session.send(.clock(ClockTests.moment("09:00:19.999")))
    #expect(place(session) == 1)
    session.send(.clock(ClockTests.moment("09:00:20")))
    #expect(place(session) == 2)
    session.send(.clock(ClockTests.moment("09:00:40.010")))
    #expect(place(session) == 3)
    #expect(session.state.clockDue == ClockTests.moment("09:01:00").milliseconds)
    // The full minute is no page's end.
    session.send(.clock(ClockTests.moment("09:01:00")))
    #expect(place(session) == 3)
    #expect(session.state.clockDue == ClockTests.moment("09:01:00.010").milliseconds)
  }

  @Test("Behind the last page comes the first")
  func round() {
    var session = projector()
    let count = session.state.sheets.count
    for turn in 1...count {
      let seconds = turn * 20
      let moment = Moment(
        milliseconds: ClockTests.moment("09:00:00").milliseconds + Int64(seconds) * 1000,
        offset: 480)
      session.send(.clock(moment))
      #expect(place(session) == turn % count + 1)
    }
  }

  @Test("Of hundreds of pages it turns to five of a topic; the clicker turns to all")
  func longTopic() {
    var session = Session(
      Seeds.chart((0..<100).map { ("T\($0)", ["2020-06-10"]) }, on: "2020-07-31"))
    session.press("p<F5>")
    var topics: [Projector.Topic: Int] = [:]
    let count = session.state.sheets.count
    for _ in 0..<count {
      topics[session.state.projector.page.topic, default: 0] += 1
      let due = session.state.projector.turnDue ?? 0
      session.send(.clock(Moment(milliseconds: due, offset: 480)))
      if session.state.projector.page == Projector.Page() { break }
    }
    #expect(topics[.laggards] == 5)
    #expect(topics[.battle("B")] == 3)
    #expect(topics[.since] != nil)
    session.press("1<Tab>nnnnn")
    #expect(session.state.projector.page == Projector.Page(topic: .laggards, part: 5))
  }

  @Test("A clicker's key turns at once, and its page stands for the whole interval")
  func clicker() {
    var session = projector()
    session.send(.clock(ClockTests.moment("09:00:15")))
    session.send(
      .key(
        .named(.pageDown),
        Stamp(id: EntryID(high: 1, low: 1), at: ClockTests.moment("09:00:15"))))
    #expect(place(session) == 2)
    session.send(.clock(ClockTests.moment("09:00:20")))
    #expect(place(session) == 2)
    #expect(session.state.clockDue == ClockTests.moment("09:00:35").milliseconds)
  }

  @Test("F5 pauses and goes on; where nobody set an interval it is 20 seconds")
  func pause() {
    var session = projector(seconds: nil)
    session.press("<F5>")
    #expect(session.said.contains("every 20 seconds. F5 pauses."))
    // The first key of a session is pressed at 09:01.
    session.send(.clock(ClockTests.moment("09:01:20")))
    #expect(place(session) == 2)
    #expect(session.said.contains("turns every 20 s"))
    session.press("<F5>")
    #expect(session.said.contains("The pages stand still."))
    session.send(.clock(ClockTests.moment("09:30:00")))
    #expect(place(session) == 2)
    session = projector(seconds: 60)
    session.press("<F5>n")
    #expect(session.said.contains("turning paused · page 2"))
  }

  @Test("Not in the dark, nor behind the help; then the page stands for a whole interval again")
  func covered() {
    for (cover, back) in [("b", "b"), ("?", "q")] {
      var session = projector()
      session.press(cover)
      session.send(.clock(ClockTests.moment("09:10:00")))
      #expect(session.state.clockDue == nil)
      session.press(back)
      #expect(place(session) == 1)
      #expect(session.state.projector.turnDue == ClockTests.moment("09:02:20").milliseconds)
    }
  }

  @Test("At a meeting nothing turns: its clock wakes at the full minute alone")
  func meeting() {
    var session = Session()
    session.state.setting.turnSeconds = 5
    session.state.projector.isTurning = true
    session.press("m1")
    session.send(.clock(ClockTests.moment("09:10:03")))
    #expect(session.state.onTop == .meeting)
    #expect(session.state.clockDue == ClockTests.moment("09:11:00").milliseconds)
    session.send(.clock(ClockTests.moment("09:11:00")))
    #expect(session.state.projector.page == Projector.Page())
  }

  @Test("After the machine slept a page turns once; a clock set back holds none for hours")
  func jumps() {
    var session = projector()
    session.send(.clock(ClockTests.moment("15:00:00")))
    #expect(place(session) == 2)
    session.send(.clock(ClockTests.moment("09:30:00")))
    #expect(place(session) == 2)
    session.send(.clock(ClockTests.moment("09:30:20")))
    #expect(place(session) == 3)
  }

  @Test("At midnight the as-of day moves on, on the page that stands there")
  func midnight() {
    var chart = Seeds.situation.chart
    chart.asOf = nil
    let day = Day(iso: "2020-07-31")!
    var session = Session(Situation(chart: chart, ledger: Seeds.situation.ledger, on: day))
    session.press("p4n")
    session.send(.clock(ClockTests.moment("23:59:00")))
    #expect(session.frame.text(ofRow: 0).contains("Fri 31 Jul 2020  23:59"))
    #expect(session.frame.text.contains("31 days"))
    session.send(.dayBegan(day + 1))
    session.send(.clock(Moment(rfc3339: "2020-08-01T00:00:00+08:00")!))
    #expect(session.frame.text(ofRow: 0).contains("Sat 1 Aug 2020  00:00"))
    #expect(session.frame.text.contains("32 days"))
    #expect(session.frame.text.contains("RED TASKS"))
  }
}
