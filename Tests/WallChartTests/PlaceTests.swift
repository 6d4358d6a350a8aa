import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// What the next start goes on from.
@Suite("The place where the chart was left")
struct PlaceTests {
  private func again(_ session: Session, _ situation: Situation = Seeds.situation) -> Session {
    var next = Session(situation)
    next.state.go(back: session.state.place)
    return next
  }

  @Test(
    "The chart looks as it was left",
    arguments: [
      "", "f1", "3", "s", "sss", "z", "jjZ", "v", "++", "-", "U<Enter>", "3f4ssv", "+vjj",
    ])
  func asLeft(keys: String) {
    var session = Session()
    session.press(keys)
    session.state.said = nil
    let next = again(session)
    #expect(next.state.currentView == session.state.currentView)
    #expect(next.selected == session.selected)
    #expect(next.state.selectedGroup == session.state.selectedGroup)
    #expect(next.frame.text(ofRow: 0) == session.frame.text(ofRow: 0))
    #expect(next.frame.text(ofRow: 2) == session.frame.text(ofRow: 2))
    #expect(next.state.said == nil)
  }

  @Test("A unit or battle that is gone no longer hides anything")
  func gone() throws {
    var session = Session()
    session.press("U<Enter>3")
    var chart = Seeds.situation.chart
    let unit = try #require(
      chart.units.first { "\(session.state.place.view ?? "")".contains($0.id) })
    chart.units.removeAll { $0.id == unit.id }
    chart.tasks.removeAll { $0.unit == unit.id || $0.battle == "BH" }
    chart.battles.removeAll { $0.id == "BH" }
    let next = again(
      session, Situation(chart: chart, ledger: Ledger(), on: try #require(chart.asOf)))
    #expect(next.state.showing.isWhole)
    #expect(next.state.shownTotal.tasks == chart.tasks.count)
  }

  @Test("What would hide every task is left out")
  func nothingLeft() {
    var session = Session(Seeds.chart([("T-1", ["2020-07-10"])], on: "2020-07-31"))
    session.press("f1")
    #expect(session.state.shownTotal.tasks == 1)
    let next = again(session, Seeds.chart([("T-1", ["2020-08-10"])], on: "2020-07-31"))
    #expect(next.state.showing.isWhole)
    #expect(next.selected == "T-1/1")
  }

  @Test(
    "A damaged place is passed over",
    arguments: [
      "", "{", "[]", "null", "{\"filter\": [\"no:such\"]}", "{\"zoom\": \"eon\"}", "{\"later\": 1}",
      "{\"battle\": \"ZZ\"}",
    ])
  func damaged(view: String) {
    var session = Session()
    session.state.go(back: Cursor(task: "CW-01", node: "3", view: view))
    #expect(session.selected == "CW-01/3")
    #expect(session.state.showing == Showing())
    session.state.go(back: Cursor(task: "no-such", node: "9", view: view))
    #expect(session.state.rows.count == 67)
  }
}

/// The charts known on a machine, and going over to one.
@Suite("Other charts")
struct ChartsTests {
  private func session(_ language: Language = .en, columns: Int = 80) -> Session {
    var session = Session(columns: columns, language: language)
    let names = [
      ("Dalian", "/data/dalian"), ("Bay", "/home/clerk/works/bay"), ("Gone", "/mnt/gone"),
    ]
    session.state.charts = names.enumerated().map { place, name in
      ListedChart(
        chart: KnownChart(
          path: name.1, title: Text(name.0),
          opened: Moment(milliseconds: 1_596_153_600_000 - Int64(place) * 86_400_000, offset: 480)),
        place: name.1, isThere: name.0 != "Gone")
    }
    session.state.openChart = "/data/dalian"
    return session
  }

  @Test("The other chart is chosen first, and what is gone stands last")
  func list() {
    var session = session()
    session.press("o")
    let text = session.frame.text
    #expect(session.frame.text(ofRow: 20).contains("Bay"))
    #expect(text.contains("30 Jul"))
    #expect(session.frame.text(ofRow: 21).contains("✓ Dalian"))
    #expect(session.frame.text(ofRow: 22).contains("Gone (not there now)"))
    session.press("<Enter>")
    #expect(session.effects == [.open(path: "/home/clerk/works/bay")])
  }

  @Test("Choosing the one that is open, or Esc, changes nothing")
  func stays() {
    for keys in ["o<Down><Enter>", "o<Esc>"] {
      var session = session()
      session.press(keys)
      #expect(session.effects.isEmpty)
      #expect(session.state.mode == .commands)
    }
  }

  @Test("Nothing that is not saved is left behind")
  func unsaved() {
    var session = session()
    session.isDiskFull = true
    session.press(".<Space>")
    session.forgetEffects()
    session.press("o<Enter>")
    #expect(session.effects == [.bell])
    #expect(session.said.contains("1 entry not saved: R tries again"))
    session.isDiskFull = false
    session.press("Ro<Enter>")
    #expect(session.effects.last == .open(path: "/home/clerk/works/bay"))
  }

  @Test("A long folder is cut at its beginning, in both languages and at 60 columns")
  func narrow() {
    for language in Language.allCases {
      var session = session(language, columns: 60)
      session.state.charts[1].place = "/home/clerk/very/long/way/to/the/works/of/bay"
      session.press("o")
      #expect(session.frame.text.contains("…"))
      #expect(session.frame.text.contains("of/bay"))
      #expect(session.frame.text.contains("Bay"))
    }
  }

  @Test("With no other chart the key says so")
  func none() {
    var session = Session()
    session.press("o")
    #expect(session.said.contains("No other chart"))
  }
}
