import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// The chair asks for a mark before the eyes of the room.
@Suite("Marks on the projector's pages")
struct ProjectorArmedTests {
  /// At the page of red tasks.
  private func laggards(_ situation: Situation = Seeds.situation, isReadOnly: Bool = false)
    -> Session
  {
    var session = Session(situation, isReadOnly: isReadOnly)
    session.press("p4<Tab>")
    return session
  }

  @Test("Until armed Space turns the page; armed it marks the chosen line, which stays and says so")
  func marks() {
    var session = laggards()
    session.press("<Space>")
    #expect(session.ledger.isEmpty)
    session.press("<PageUp>A")
    #expect(session.frame.text(ofRow: 0).contains(" ARMED "))
    #expect(session.said.contains("Space marks it"))
    let before = session.state.sheets
    let lines = before.map(session.state.lines(of:))
    session.press("<Down><Space>")
    #expect(session.ledger.map(\.task) == ["BS-04"])
    #expect(session.ledger.map(\.fact) == [.met(node: "2")])
    #expect(session.said.contains("BS-04"))
    #expect(session.said.contains("✓ saved"))
    #expect(session.state.sheets == before)
    #expect(before.map(session.state.lines(of:)) == lines)
    #expect(session.frame.text.contains("✓ met"))
    session.press("<Space>")
    #expect(session.ledger.map(\.fact.kind) == ["met", "undo"])
    #expect(!session.frame.text.contains("✓ met"))
  }

  @Test("What the chart would refuse with names is not said in the room")
  func unknownUnit() {
    var session = Session()
    session.state.setting.author.unit = "sthj"
    session.press("p4<Tab>A<Down><Space>")
    #expect(session.ledger.isEmpty)
    #expect(!session.said.contains("sthj") && !session.frame.text.contains("chart.json"))
    #expect(session.said.contains("Esc"))
  }

  @Test("u undoes what was marked here, and nothing that was written before")
  func undo() {
    var session = Session()
    session.press("/CW-06<Enter><Space>p4<Tab>Au")
    #expect(session.ledger.count == 1)
    #expect(session.said.contains("Nothing was marked here"))
    session.press("<Space>u")
    #expect(session.ledger.map(\.task) == ["CW-06", "CW-05", "CW-05"])
    session.press("u")
    #expect(session.ledger.count == 3)
    #expect(session.said.contains("Nothing was marked here"))
  }

  @Test("A, leaving, and ten minutes without a key disarm")
  func disarms() {
    var session = laggards()
    session.press("AA")
    #expect(session.said.contains("Disarmed"))
    session.press("<Space>")
    #expect(session.ledger.isEmpty)
    session.press("A<Esc>p<Space>")
    #expect(session.ledger.isEmpty)
    session = laggards()
    session.press("A")
    let due = session.state.projector.armed?.ends ?? 0
    session.send(.clock(Moment(milliseconds: due - 600_000, offset: 480)))
    for minute in Int64(1)...10 {
      #expect(session.state.projector.armed != nil)
      session.send(.clock(Moment(milliseconds: due - 600_000 + minute * 60_000, offset: 480)))
    }
    #expect(session.state.projector.armed == nil)
    #expect(session.said.contains("no key came for ten minutes"))
    #expect(!session.frame.text(ofRow: 0).contains("ARMED"))
  }

  @Test("A key that comes after the machine slept for long finds it disarmed")
  func slept() {
    var session = laggards()
    session.press("A")
    let late = Moment(
      milliseconds: (session.state.projector.armed?.ends ?? 0) + 1, offset: 480)
    session.send(.key(.named(.space), Stamp(id: EntryID(high: 9, low: 9), at: late)))
    #expect(session.ledger.isEmpty)
  }

  @Test("It does not arm where nothing can be written, or nobody said who acts")
  func cannot() {
    var session = laggards(isReadOnly: true)
    session.press("A")
    #expect(session.state.projector.armed == nil)
    #expect(session.said.contains(Words(.en)(.cliReadOnly).prefix(20)))
    session = Session()
    session.press("[p4<Tab>A<Space>")
    #expect(session.state.projector.armed == nil)
    session = Session()
    session.state.setting.asksWho = true
    session.press("p4<Tab>A")
    #expect(session.said.contains("Nobody has said who acts"))
    #expect(session.state.mode == .commands)
    #expect(session.ledger.isEmpty)
  }

  @Test("What would ask for a count or a reason is refused, and nothing is asked")
  func asksNothing() {
    var chart = Seeds.chart([("A", ["2020-07-01"])], on: "2020-07-31").chart
    chart.tasks[0].quantity = Chart.Task.Quantity(total: 4, of: Text("boilers"))
    chart.tasks[0].nodes[0].quota = 4
    var session = Session(Situation(chart: chart, ledger: Ledger(), on: chart.asOf!))
    session.press("p<Tab><Tab>A<Space>")
    #expect(session.said.contains("That asks for words or a number"))
    #expect(session.state.mode == .commands)
    #expect(session.ledger.isEmpty)
  }

  @Test("A page without lines says so; a line that is about no node too")
  func noLine() {
    var session = Session()
    session.press("pA<Space>")
    #expect(session.said.contains("This page has no line to mark."))
    session = Session(Seeds.chart([("A", [])], on: "2021-01-10"))
    session.press("p<Tab><Tab>A<Space>")
    #expect(session.said.contains("This line is about no node"))
    #expect(session.ledger.isEmpty)
  }

  @Test("No page turns by itself while marks are made")
  func standsStill() {
    var session = laggards()
    session.state.setting.turnSeconds = 5
    session.press("<F5>A")
    let page = session.state.projector.page
    let now = session.state.projector.turnDue ?? 0
    session.send(.clock(Moment(milliseconds: now + 60_000, offset: 480)))
    #expect(session.state.projector.page == page)
    session.press("A")
    #expect(session.state.isTurning)
  }

  @Test("A mark that did not reach the disk is said not to be saved")
  func notSaved() {
    var session = laggards()
    session.isDiskFull = true
    session.press("A<Space>")
    #expect(session.said.contains("It was not saved."))
    #expect(session.frame.text(ofRow: 0).contains("not saved"))
  }

  @Test("Somebody else's mark came first: it is said, and asked about at the chart only")
  func overtaken() {
    var session = laggards()
    session.press("A")
    var other = try! session.state.situation.mark(
      "CW-05", by: Author(name: "Wang"),
      Stamp(id: EntryID(high: 5, low: 5), at: Moment(milliseconds: 0, offset: 0)))
    other.writer = "other-0000000000"
    session.isDiskFull = true
    session.press("<Space>")
    let ours = session.state.unsaved
    session.send(.failed(ours, .overtaken(by: other)))
    #expect(session.said.contains("It was not saved."))
    #expect(session.state.mode == .commands)
  }

  @Test("In a window of another size the choice stays on its task, on whatever page that is then")
  func resized() {
    for (columns, rows) in [(60, 16), (40, 10), (120, 34), (200, 60)] {
      var session = laggards()
      session.press("A<Down><Down><Down>")
      session.send(.resized(Size(columns: columns, rows: rows)))
      session.send(.resized(Size(columns: 80, rows: 24)))
      session.send(.resized(Size(columns: columns, rows: rows)))
      session.press("<Space>")
      var same = laggards()
      same.press("A<Down><Down><Down><Space>")
      #expect(session.ledger.map(\.task) == same.ledger.map(\.task), "\(columns)x\(rows)")
      #expect(session.ledger.map(\.fact) == same.ledger.map(\.fact))
    }
  }

  @Test("Where the chosen line is gone none is chosen, and Space marks nothing")
  func gone() {
    var session = laggards()
    session.press("A<Down>")
    var chart = session.state.situation.chart
    chart.tasks.removeAll { $0.id == "BS-04" }
    session.send(
      .loaded(chart, session.state.situation.ledger, ownWriters: [Session.writer]))
    session.press("<Space>")
    #expect(session.ledger.isEmpty)
    #expect(session.said.contains("No line is chosen"))
    session.press("<Down><Space>")
    #expect(session.ledger.map(\.task) == ["CW-05"])
  }

  @Test("When the plan changes under an armed page its lines are made anew; the choice stays")
  func planChanges() {
    var session = laggards()
    session.press("A<Down>")
    var chart = session.state.situation.chart
    chart.tasks.removeFirst(3)
    let fresh = Situation(
      chart: chart, ledger: session.state.situation.ledger, on: session.state.situation.day)
    session.send(.loaded(chart, fresh.ledger, ownWriters: [Session.writer]))
    #expect(session.state.sheets == session.state.freshSheets)
    session.press("<Space>")
    #expect(session.ledger.map(\.task) == ["BS-04"])
  }

  @Test(
    "Through all pages, armed, lines can be chosen to the last and drawn",
    arguments: [(60, 16), (80, 24), (120, 34), (200, 60)])
  func everyLine(columns: Int, rows: Int) {
    for language in Language.allCases {
      var session = Session(columns: columns, rows: rows, language: language)
      session.press("pA")
      for sheet in session.state.sheets {
        let lines = session.state.lines(of: sheet)
        for _ in lines {
          session.press("<Down>")
          let frame = session.frame
          // The sentence above the keys says again what stands in the line, as far as it has room.
          for row in 1..<rows where row != rows - 2 {
            #expect(!frame.text(ofRow: row).contains("…"))
          }
        }
        #expect(session.state.projector.armed?.line == max(0, lines.count - 1))
        session.press("<PageDown>")
      }
      #expect(session.ledger.isEmpty)
    }
  }
}
