import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("Everything about one task")
struct TaskViewTests {
  @Test(
    "At 80x24 the facts, both progresses, the path and the nodes of every task need no scrolling",
    arguments: Language.allCases)
  func fits(language: Language) {
    var session = Session(language: language)
    let tasks = session.state.situation.chart.tasks
    for task in tasks {
      session.state.select(task: task.id, node: nil)
      session.press("<Enter>")
      let lines = session.state.taskPanels[0].lines
      let record = lines.firstIndex { $0.kind == .heading } ?? lines.count
      #expect(record < session.state.taskBodyRows, "\(task.id): \(record) lines")
      #expect(session.state.onTop == .task(scroll: 0))
      session.press("<Esc>")
    }
  }

  @Test("On a wide screen the record stands beside the facts, on others below them")
  func panels() {
    var session = Session(columns: 200, rows: 40)
    session.press(".<Enter>")
    #expect(session.state.taskPanels.count == 2)
    let row = session.frame.text(ofRow: 2)
    #expect(row.contains("Shut down 11") && row.contains("RECORD  2 entries"))
    session.send(.resized(Size(columns: 139, rows: 40)))
    #expect(session.state.taskPanels.count == 1)
    #expect(session.frame.text.contains("RECORD  2 entries"))
  }

  @Test("A moved limit says the first one, and each move with who approved it and why")
  func extensions() throws {
    var situation = NewsTests.situation()
    let first = try #require(Day(iso: "2020-12-31"))
    for (n, move) in [(first, first + 31, "rain"), (first + 31, first + 59, "strike")].enumerated()
    {
      situation.add(
        try NewsTests.entry(
          n,
          .extend(
            Fact.Extension(from: move.0, to: move.1, approvedBy: "the mayor", reason: move.2)),
          "A", on: "2020-07-2\(n)"))
    }
    var session = Session(situation, columns: 139)
    session.press("<Enter>")
    let text = session.frame.text
    #expect(text.contains("28 Feb 2021, first limit 31 Dec 2020"))
    #expect(text.contains("limit extended from 31 Dec 2020 to 31 Jan 2021, approved by the mayor"))
    #expect(text.contains("because: strike · Wang, 21 Jul"))
    // One that was taken back moves nothing and is told in the record alone.
    let last = try #require(situation.ledger.entries(of: "A").first { $0.n == 1 })
    session.send(
      .arrived([try NewsTests.entry(2, .undo(of: last.id, reason: nil), "A", on: "2020-07-21")]))
    #expect(session.frame.text.contains("31 Jan 2021, first limit 31 Dec 2020"))
    #expect(!session.frame.text.contains("because: strike · Wang, 21 Jul"))
  }

  @Test("A public notice that has run out says that the task can be crossed off")
  func notice() throws {
    for (day, text) in [
      ("2020-07-25", "under public notice, until 25 Jul 2020"),
      ("2020-07-26", "public notice ran out on 25 Jul 2020: can be crossed off"),
    ] {
      let day = try #require(Day(iso: day))
      let seeds = Seeds.situation
      var session = Session(Situation(chart: seeds.chart, ledger: seeds.ledger, on: day))
      session.state.select(task: "CW-12", node: nil)
      session.press("<Enter>")
      #expect(session.frame.text.contains(text), "\(session.frame.text)")
    }
  }

  @Test(
    "Percentages are rounded, but only all is 100 and only none is 0",
    arguments: [
      (2, 3, "67"), (1, 3, "33"), (1, 8, "13"), (8, 47, "17"), (0, 9, "0"), (1, 1000, "1"),
      (999, 1000, "99"), (9, 9, "100"), (12, 9, "133"), (0, 0, "0"),
    ])
  func percent(part: Int, whole: Int, text: String) {
    #expect(WallChart.percent(part, of: whole) == text)
  }

  @Test("Of a node two offices disagree about, both are heard below it")
  func dispute() throws {
    var situation = NewsTests.situation()
    let mark = try NewsTests.entry(0, .met(node: "1"), "A", on: "2020-07-19")
    var other = try NewsTests.entry(0, .met(node: "1"), "A", on: "2020-07-25")
    other.id = EntryID(high: 9, low: 99)
    other.writer = "dalian-0000000000"
    other.by = "Zhao"
    situation.add(mark)
    situation.add(other)
    var session = Session(situation, columns: 120)
    session.press("<Enter>")
    #expect(
      session.frame.text.contains("two offices disagree: Zhao: Node 1: met; Wang: Node 1: met"))
    #expect(session.frame.text.contains("─ # ──"))
  }

  @Test("A day looked back at does not know of later entries; an internal note says that it is one")
  func record() throws {
    var situation = NewsTests.situation()
    var note = Fact.Note(text: "phoned", node: nil)
    note.isInternal = true
    situation.add(try NewsTests.entry(0, .note(note), "A", on: "2020-07-26"))
    var session = Session(situation)
    session.press("<Enter>")
    #expect(session.frame.text.contains("note: phoned, not for the room"))
    session.press("{")
    #expect(session.frame.text.contains("RECORD  0 entries"))
    session.press("\\p")
    #expect(session.state.onTop.place == .task)
    #expect(!Session(situation, isProjector: true).frame.text.contains("phoned"))
  }

  @Test("The bottom line says how to go on to the next task, and back")
  func hints() {
    var session = Session()
    session.press(".<Enter>")
    #expect(session.said.contains("j next task") && session.said.contains("q back"))
    session.press("q")
    #expect(session.said.contains("q quit"))
  }
}

@Suite("The path of a task's nodes")
struct TaskPathTests {
  static let day = Day(iso: "2020-07-31")!

  /// A path through nodes so many days from today.
  static func path(_ days: [Int], showing node: Int? = nil, width: Int = 60) -> TaskPath {
    let dues = days.map { "\((day + $0).iso)" }
    let situation = Seeds.chart([("A", dues)], on: day.iso)
    let nodes = situation.status.tasks[0].nodes
    return TaskPath(
      of: nodes, dates: [dues, dues.map { String($0.suffix(5)) }], on: day, showing: node,
      width: width)
  }

  @Test(
    "Today stands behind the nodes that are due, before those to come",
    arguments: [
      [-20, -10, 10, 20], [0, 5], [-5, 0], [3, 9], [-9, -3], [-1, 100], [-100, 1], [0],
    ])
  func today(days: [Int]) throws {
    let path = Self.path(days)
    let today = try #require(path.today)
    #expect(path.stops.map(\.node) == Array(days.indices))
    for (stop, days) in zip(path.stops, days) {
      #expect((stop.column < today) == (days <= 0), "\(days)")
      // A sign takes a column on either side, and none of them is today's.
      #expect(abs(stop.column - today) > 1)
    }
    #expect(today >= 0 && today < path.width)
  }

  @Test("More nodes than there is room for: those around the selected one, and signs of the others")
  func window() {
    let days = (0..<30).map { $0 * 10 - 100 }
    for node in [0, 12, 29] {
      let path = Self.path(days, showing: node, width: 50)
      #expect(path.stops.contains { $0.node == node })
      #expect(path.stops.count < 10)
      #expect(path.isCutBefore == (path.stops[0].node > 0))
      #expect(path.isCutBehind == (path.stops[path.stops.count - 1].node < 29))
      #expect(path.width <= 50)
      for (stop, next) in zip(path.stops, path.stops.dropFirst()) {
        #expect(next.column - stop.column > CellWidth.columns(of: stop.date))
      }
    }
  }
}
