import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("Looking back at closed tasks")
struct LookBackTests {
  private static func selected(_ session: Session) -> String {
    session.state.selectedTask.map { session.state.situation.chart.tasks[$0].id } ?? ""
  }

  /// The sample's ids, as drawn.
  private static func sample(_ session: Session) -> [String] {
    session.state.lookBack?.sample.tasks ?? []
  }

  @Test("L draws the day's sample, with who closed each task on what evidence", arguments: [0, 1])
  func sample(again: Int) {
    var session = Session()
    session.press("L")
    let text = session.frame.text
    for line in [
      "Look-back: 3 of 3 closed tasks, seed 20200731", "0 of 3 visited",
      "BS-10 1 semi-coke boiler · Jinpu", "not visited yet",
      "verified 9 Jul by Rectification office (Ecology Bureau)", "Demolition photos",
    ] { #expect(text.contains(line), "\(line)\n\(text)") }
    #expect(Self.sample(session) == LookBack(of: Seeds.situation).tasks)
  }

  @Test("L there draws the next sample; opened anew it is the day's again, in the same order")
  func seeds() {
    var session = Session()
    session.press("L")
    let first = session.frame
    session.press("LL")
    #expect(session.frame.text(ofRow: 0).contains("seed 20200733"))
    session.press("<Esc>L")
    #expect(session.frame == first)
    session.press("[")
    #expect(session.frame.text(ofRow: 0).contains("seed 20200730"))
  }

  @Test("A visit that found all in order is recorded with what it saw; u takes it back")
  func inOrder() throws {
    var session = Session()
    session.press("Ljc")
    #expect(session.said.contains("Lin acts for which unit?"))
    session.type("Ecology Bureau")
    session.press("<Enter>")
    #expect(session.said.contains("What did the visit"))
    session.press("<Enter>")
    #expect(session.selection.contains("an empty visit proves nothing"))
    session.type("boilers cold")
    session.press("<Enter>")
    var note = Fact.Note(text: "boilers cold", node: nil)
    note.isLookBack = true
    #expect(session.ledger.map(\.fact) == [.note(note)])
    #expect(session.ledger.map(\.task) == [Self.sample(session)[1]])
    #expect(session.said.contains("visited, all in order: boilers cold"))
    #expect(session.frame.text(ofRow: 1).hasPrefix(" 1 of 3 visited, 1 in order"))
    #expect(session.frame.text.contains("look-back, all in order: boilers cold · Lin, 31 Jul"))
    session.press("u")
    #expect(session.frame.text(ofRow: 1).hasPrefix(" 0 of 3 visited"))
    #expect(session.state.onTop.place == .lookBack)
  }

  @Test("The responsible unit does not look back at itself")
  func ownUnit() throws {
    var session = Session()
    session.press("L")
    let index = try #require(session.state.selectedTask)
    let task = session.state.situation.chart.tasks[index]
    session.state.setting.author.unit = task.unit
    session.press("c")
    #expect(session.state.mode == .commands)
    #expect(
      session.said.contains("is responsible for \(task.id) and cannot look back at it itself"))
  }

  @Test("One found false turns red, counts in the ranking, and the sample stays as it was drawn")
  func foundFalse() throws {
    var session = Session()
    session.press("L")
    let sample = Self.sample(session)
    let task = try #require(sample.first)
    session.press("<lt>2")
    session.type("boiler is hot")
    session.press("<Enter>")
    #expect(session.ledger.map(\.fact) == [.reopen(reason: "boiler is hot", isFalse: true)])
    #expect(session.frame.text(ofRow: 1).hasPrefix(" 1 of 3 visited, 1 found false"))
    #expect(session.frame.text(ofRow: 2).contains("found false"))
    let index = try #require(session.state.situation.index(of: task))
    #expect(session.state.situation.status.tasks[index].standing == .red)
    // It is open again: nothing more is recorded as being in order.
    session.press("c")
    #expect(session.state.mode == .commands)
    #expect(session.said.contains(task))
    session.press("<Esc>L")
    #expect(Self.sample(session) == sample)
    session.press("<Esc>U")
    let unit = session.state.situation.chart.tasks[index].unit
    let ranked = try #require(
      session.state.ranking.first { session.state.situation.chart.units[$0.unit].id == unit })
    #expect(ranked.tally.falselyDone == 1)
    #expect(session.frame.text(ofRow: 1).contains("red  false"))
    #expect(!Session().frame.text.contains("false"))
  }

  @Test(
    "Enter opens the task wherever the chart hides it, Esc returns to the list and to the place")
  func opening() throws {
    var session = Session()
    session.press(".")
    let before = session.selected
    session.press("Lj<Esc>")
    #expect(session.selected == before)
    session.press("fred<Enter>")
    let shown = session.selected
    session.press("Lj<Enter>")
    let task = try #require(Self.sample(session).dropFirst().first)
    #expect(session.frame.text(ofRow: 0).hasPrefix(" \(task)"))
    #expect(session.said.contains("was filtered out"))
    session.press("<Esc>")
    #expect(session.state.onTop == .lookBack(selected: 1))
    #expect(Self.selected(session) == task)
    #expect(!shown.isEmpty)
  }

  @Test("Without a closed task it says so, and records nothing")
  func none() {
    var session = Session(NewsTests.situation())
    session.press("L")
    #expect(session.frame.text(ofRow: 1).contains("No task was crossed off before this day"))
    for key in ["c", "<lt>", "<Enter>"] {
      session.press(key)
      #expect(
        session.said.contains("No task was crossed off before this day"), "\(key): \(session.said)")
      #expect(session.state.mode == .commands)
    }
    #expect(session.ledger.isEmpty)
  }

  @Test("On every screen the selected task's head is seen", arguments: Language.allCases)
  func sizes(language: Language) {
    for (columns, rows) in [(40, 10), (60, 16), (80, 24), (200, 60)] {
      var session = Session(columns: columns, rows: rows, language: language)
      session.press("L")
      for place in 0..<3 {
        let task = Self.sample(session)[place]
        let row = session.frame.cursor.row
        if columns >= 60 { #expect(session.frame.text(ofRow: 0).contains("20200731")) }
        #expect(session.frame.text(ofRow: row).contains(task), "\(columns)x\(rows)")
        session.press("j")
      }
      session.press("g")
      #expect(session.state.onTop == .lookBack(selected: 0))
    }
  }

  @Test("What is read anew meanwhile does not move the cursor of the chart")
  func reload() {
    var session = Session()
    session.press(".")
    let before = session.selected
    session.press("Lj")
    let task = Self.selected(session)
    session.send(.loaded(Seeds.situation.chart, Seeds.situation.ledger, ownWriters: []))
    #expect(Self.selected(session) == task)
    session.press("<Esc>")
    #expect(session.selected == before)
  }
}

@Suite("Signs of perfunctory work")
struct SignTests {
  /// A chart of the present, in which Wang marks six nodes within half a minute, two on one photo.
  private static func situation() throws -> Situation {
    var chart = NewsTests.situation().chart
    chart.asOf = nil
    let day = try #require(Day(iso: "2020-07-31"))
    var situation = Situation(chart: chart, ledger: Ledger(), on: day)
    let marks = [("A", "1"), ("A", "2"), ("B", "1"), ("C", "1"), ("D", "1"), ("D", "2")]
    for (n, mark) in marks.enumerated() {
      var entry = try NewsTests.entry(n, .met(node: mark.1), mark.0, on: "2020-07-30")
      entry.at = Moment(milliseconds: entry.at.milliseconds + Int64(n) * 5000, offset: 480)
      entry.turn = entry.at.milliseconds
      if mark == ("A", "1") || mark.0 == "B" { entry.evidence = ["photo of the gate"] }
      situation.add(entry)
    }
    situation.add(
      try NewsTests.entry(9, .supervise, "C", on: "2020-07-01", written: "2020-07-29"))
    return situation
  }

  @Test("A task's view says what is to be asked about, each once, with its reason")
  func taskView() throws {
    var session = Session(try Self.situation(), columns: 120, rows: 40)
    session.press("<Enter>")
    let text = session.frame.text
    for line in [
      "2 to be asked about", "TO BE ASKED ABOUT  2 signs",
      "6 marks by Wang within 25 seconds · Node 1: met, Node 2: met",
      "the same evidence was handed in for B: photo of the gate · Node 1: met",
    ] { #expect(text.contains(line), "\(line)\n\(text)") }
    session.press("jj")
    #expect(session.frame.text.contains("entered 28 days after the day it claims"))
    var chinese = Session(try Self.situation(), columns: 120, rows: 40, language: .zh)
    chinese.press("<Enter>")
    #expect(chinese.frame.text.contains("Wang在25秒内连续标记6项"))
  }

  @Test("A task without signs says nothing of them")
  func none() {
    var session = Session()
    session.press(".<Enter>")
    #expect(!session.frame.text.contains("ASKED"))
  }

  @Test("A mark made meanwhile is looked at when the view is opened the next time")
  func cached() throws {
    var session = Session(try Self.situation(), columns: 120, rows: 40)
    session.press("<Enter>")
    let known = session.state.signs
    session.press("e")
    session.type("photo of the gate")
    session.press("<Enter>")
    #expect(session.state.signs == known)
    session.press("<Esc>")
    #expect(session.state.signs.isEmpty)
    session.press("j<Enter>")
    #expect(!session.state.signs.isEmpty)
  }
}
