import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("Named views")
struct NamedViewTests {
  @Test(
    "A view says the same when it is read back, whatever it shows",
    arguments: [
      "", "f4f8s", "3f9..10-31<Enter>v", "f2--", "f9<Space>10<Space>11<Enter>ssz",
      "fsilent<Enter>+Z", "fled<Enter>f1fhigh<Enter>fmonthly<Enter>",
      "f9<Space>2020-08-01..<Enter>",
    ])
  func readsBack(keys: String) {
    var session = Session()
    session.press(keys)
    #expect(session.state.mode == .commands)
    let view = session.state.currentView
    #expect(SavedView(json: view.json) == view, "\(view.json)")
  }

  @Test("Every condition reads back")
  func conditions() {
    let day = Day(iso: "2020-10-31")!
    var all: [Condition] = [.overdue, .silent, .unfinished, .unit("u"), .lead("v")]
    all += Standing.allCases.map { .standing($0) }
    all += Chart.Rhythm.allCases.map { .rhythm($0) } + Chart.Risk.allCases.map { .risk($0) }
    let windows: [Window] = [
      .thisWeek, .thisMonth, .nextDays(30), .days(day, day + 1), .from(day), .until(day),
    ]
    all += windows.map { .due($0) }
    for condition in all {
      let view = SavedView(showing: Showing(filter: Filter(condition)))
      #expect(SavedView(json: view.json) == view, "\(view.json)")
    }
  }

  @Test(
    "A view that says more than is understood is no view",
    arguments: [
      #"{"order": "colour"}"#, #"{"filter": ["unit"]}"#, #"{"filter": ["unit:a b"]}"#,
      #"{"filter": ["due:next:x"]}"#, #"{"filter": ["due:/"]}"#, #"{"later": 1}"#, "[]", "{} {}",
      #"{"zoom": "year"}"#, #"{"folded": ["tree:a"]}"#, #"{"filter": ["standing:blue"]}"#,
    ])
  func notUnderstood(json: String) {
    #expect(SavedView(json: json) == nil)
  }

  @Test("The current view is named, recalled by its digit, and its name taken away again")
  func naming() {
    var session = Session()
    session.press("f4fpuland<Enter>s+w0")
    // What it narrows to is proposed.
    #expect(session.said.contains("Name of this view (Enter: red, Pulandian):"))
    session.press("Pulandian<Space>owes<Enter>")
    let wish = session.effects.compactMap { effect -> (String, String)? in
      if case .nameView(let name, let json?) = effect { (name, json) } else { nil }
    }
    #expect(wish.count == 1 && wish[0].0 == "Pulandian owes")
    // Nothing is said before it is on disk.
    #expect(!session.said.contains("is named"))
    let named = NamedView(name: wish[0].0, json: wish[0].1)
    session.send(.viewNamed(name: named.name, all: [named]))
    #expect(session.said.contains("This view is named \"Pulandian owes\". w recalls it."))
    let view = session.state.currentView
    session.press("w1")
    #expect(session.state.currentView == SavedView())
    #expect(session.state.rows.count == 67)
    session.press("w5")
    #expect(session.state.currentView == view)
    #expect(session.frame.text(ofRow: 0).contains(" red · Pulandian District · by unit "))
    session.press("w")
    #expect(session.frame.text.contains("✓ Pulandian owes"))
    session.press("take<Enter><Enter>")
    #expect(session.effects.contains(.nameView(name: "Pulandian owes", json: nil)))
    session.send(.viewNamed(name: "Pulandian owes", all: []))
    #expect(session.said.contains("No view is named \"Pulandian owes\" any more."))
  }

  @Test("Every built-in view shows what its name says")
  func builtIn() {
    var session = Session()
    session.press("w2")
    #expect(session.state.showing.filter == Filter(.due(.thisWeek)))
    #expect(session.frame.text(ofRow: 2).contains("W31"))
    session.press("w3")
    #expect(session.state.showing.filter == Filter(.standing(.red)))
    #expect(session.state.showing.order == .unit && session.state.axis == .calendar(.month))
    session.press("w4")
    #expect(session.state.rows.allSatisfy { !$0.isGroup })
    #expect(session.state.rows.count == 63 - session.state.situation.status.total[.crossedOff])
  }

  @Test("A recalled view keeps the selection where it is still shown")
  func selection() {
    var session = Session()
    session.press("..")
    let selected = session.selected
    session.press("w3")
    #expect(session.selected == selected)
  }

  @Test("A view of another version and a battle that is gone do no harm")
  func strange() {
    var session = Session()
    session.state.namedViews = [
      NamedView(name: "later\u{1B}[31m", json: #"{"shape": "round"}"#),
      NamedView(name: "gone", json: #"{"battle": "XX", "filter": ["unit:nobody"]}"#),
    ]
    session.press("w")
    #expect(session.frame.text.contains("later␛[31m"))
    session.press("5")
    #expect(session.said.contains("is not one this version understands"))
    session.press("w6")
    #expect(session.state.showing.onlyBattle == nil)
    #expect(session.frame.text(ofRow: 0).contains(" nobody "))
    #expect(session.frame.text(ofRow: 1).hasPrefix(" 0 of 63 tasks, 63 hidden"))
  }

  @Test("Enter alone takes the name that is proposed; where none is, nothing is named")
  func proposedName() {
    var session = Session()
    session.press("f4w0<Enter>")
    #expect(
      session.effects.contains(.nameView(name: "red", json: #"{"filter": ["standing:red"]}"#)))
    session.forgetEffects()
    session.press("Fw0<Enter>")
    #expect(session.effects.isEmpty)
  }

  @Test("That a name could not be kept is said")
  func failure() {
    var session = Session()
    session.send(.viewNotNamed(.system(operation: "open", path: "/state", code: 13)))
    #expect(session.said.contains("The names of views could not be kept: "))
  }
}
