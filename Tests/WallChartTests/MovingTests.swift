import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("Moving")
struct MovingTests {
  @Test(
    "A key moves the selection as the key list says",
    arguments: [
      ("", "BS-01/2"), ("j", "BS-02/2"), ("jjk", "BS-02/2"), ("<Down><Up>", "BS-01/2"),
      ("l", "BS-01/3"), ("h", "BS-01/1"), ("hh", "BS-01/1"), ("<End>", "BS-01/6"),
      ("$^", "BS-01/1"), ("$<Home>", "BS-01/1"), ("G", "AR-15/2"), ("Gg", "BS-01/2"),
      ("<Tab>", "CW-01/3"), ("<Tab><Tab>", "BH-01/2"), ("<Tab>jj<S-Tab>", "CW-01/3"),
      ("<Tab><S-Tab>", "BS-01/2"), (".", "BS-04/2"), ("..", "BS-05/2"), ("..,", "BS-04/2"),
      ("<C-d><C-u>", "BS-01/2"), ("<PageDown><PageUp>", "BS-01/2"), ("3", "BH-01/2"),
      ("30", "BS-01/2"), ("3<Esc>", "BS-01/2"), ("0", "BS-01/2"),
    ])
  func moves(keys: String, selected: String) {
    var session = Session()
    session.press(keys)
    #expect(session.selected == selected)
  }

  @Test("Up and down keep the date, as vi keeps its column")
  func keepsDate() {
    var session = Session(
      Seeds.chart(
        [
          ("A", ["2020-06-10", "2020-09-10"]), ("B", ["2020-02-01"]),
          ("C", ["2020-06-12", "2020-09-12"]),
        ], on: "2020-07-31"))
    session.press("lj")
    #expect(session.selected == "B/1")
    session.press("j")
    #expect(session.selected == "C/2")
  }

  @Test("Every node of the chart can be reached with j and l alone")
  func reachesAll() {
    var session = Session()
    var reached: Set<String> = []
    for _ in 0..<63 {
      session.press("^")
      for _ in 0..<6 {
        reached.insert(session.selected)
        session.press("l")
      }
      reached.insert(session.selected)
      session.press("j")
    }
    #expect(reached.count == 287)
  }

  @Test("The selection is always on the screen, after any keys, at any size", arguments: 0..<40)
  func staysVisible(seed: Int) {
    let sizes = [(80, 24), (60, 16), (40, 10), (200, 60), (43, 11)]
    let size = sizes[seed % sizes.count]
    var session = Session(columns: size.0, rows: size.1)
    var random = Generator(seed: UInt64(seed) + 1)
    let keys = [
      "j", "k", "h", "l", "g", "G", "^", "$", "<PageDown>", "<PageUp>", "<C-d>", "<C-u>", "<Tab>",
      "<S-Tab>", ".", ",", "0", "1", "2", "3", "4",
    ]
    for _ in 0..<60 {
      session.press(keys.randomElement(using: &random)!)
      let frame = session.frame
      #expect(frame.body.contains(frame.cursor.row))
      #expect(frame[frame.cursor.column, frame.cursor.row].isSelected, "\(session.selected)")
    }
  }

  @Test("Walking what needs attention visits each such cell once, then says it starts again")
  func walksAttention() {
    var session = Session()
    let status = session.state.situation.status
    let expected = status.tasks.filter { !$0.record.stage.isClosed }.reduce(0) { sum, task in
      sum + task.nodes.count { $0.state == .overdue || $0.state == .dueSoon }
    }
    var visited: [String] = []
    for _ in 0..<expected {
      session.press(".")
      visited.append(session.selected)
      #expect(session.state.said == nil)
    }
    #expect(Set(visited).count == expected)
    session.press(".")
    #expect(session.selected == visited.first)
    #expect(session.said.contains("From the top again."))
    session.press(",")
    #expect(session.selected == visited.last)
    #expect(session.said.contains("From the end again."))
  }

  @Test("After a resize the calendar stands as at the start, as far as the selection is in it")
  func resized() {
    var session = Session(columns: 200, rows: 60)
    session.send(.resized(Size(columns: 80, rows: 24)))
    let small = Session()
    #expect(session.frame.text(ofRow: 2) == small.frame.text(ofRow: 2))
    session.send(.resized(Size(columns: 200, rows: 60)))
    session.press("$")
    session.send(.resized(Size(columns: 60, rows: 16)))
    #expect(session.frame[session.frame.cursor.column, session.frame.cursor.row].isSelected)
    // A new height alone moves no column.
    session = Session()
    session.press("^")
    let heads = session.frame.text(ofRow: 2)
    session.send(.resized(Size(columns: 80, rows: 20)))
    #expect(session.frame.text(ofRow: 2) == heads)
  }

  @Test("On another day the tasks that stand otherwise there are walked, each once, and counted")
  func walksTurned() {
    var session = Session()
    session.press("}")
    let marks = session.state.contrast?.isMarked ?? []
    let turned = Set(marks.indices.filter { marks[$0] })
    #expect(turned.count > 1)
    var visited: Set<Int> = []
    for place in 1...turned.count {
      session.press(".")
      visited.formUnion([session.state.selectedTask].compactMap(\.self))
      #expect(session.said.contains("\(place) of \(turned.count) that stand otherwise (*)."))
    }
    #expect(visited == turned)
    session.press(".")
    #expect(session.said.contains("1 of \(turned.count) that stand otherwise (*)."))
    session.press(",")
    #expect(session.said.contains("\(turned.count) of \(turned.count) that stand otherwise (*)."))
    session.press("\\.")
    #expect(!session.said.contains("otherwise"))
  }

  @Test(
    "q goes back like Esc as long as anything is to be gone back from; only then it leaves",
    arguments: ["f4", "3", "3f4", "V", "}", "U<Enter>", "f4V"])
  func goesBack(keys: String) {
    var (session, other) = (Session(), Session())
    session.press(keys)
    other.press(keys)
    for _ in 0..<6 {
      let isPlain =
        session.state.showing.isWhole && !session.state.isChoosing
        && session.state.lens == nil && session.state.views == [.chart]
      session.press("q")
      if isPlain { return #expect(session.effects.last == .exit(code: 0)) }
      other.press("<Esc>")
      #expect(session.effects.isEmpty)
      #expect(session.frame == other.frame)
    }
    Issue.record("\(keys) was never gone back from")
  }

  @Test("A part of the chart says first how to see more, and never that q quits")
  func wayBack() {
    for (keys, hint) in [
      ("f4", " Esc show all  "), ("3", " Esc show all  "), ("3f4", " Esc filter off  "),
      ("U<Enter>", " Esc back  "),
    ] {
      var session = Session()
      session.press(keys)
      #expect(session.said.hasPrefix(hint), "\(keys): \(session.said)")
      #expect(!session.said.contains("quit"))
      session.press("<Esc><Esc><Esc>")
      #expect(session.said.hasPrefix(" . attention") && session.said.contains("q quit"))
    }
    var session = Session(language: .zh)
    session.press("f4")
    #expect(session.said.hasPrefix(" Esc 显示全部"))
  }

  @Test("A chart without tasks can be looked at and left")
  func emptyChart() {
    var session = Session(Seeds.chart([], on: "2020-07-31"))
    session.press("jkhlgG.,<Tab><S-Tab><PageDown><PageUp><Space>eru0")
    #expect(session.frame.text.contains("0 tasks"))
    session.press("q")
    #expect(session.effects.last == .exit(code: 0))
  }

  @Test("A battle without tasks, alone on the screen, can be paged and walked")
  func emptyBattle() {
    var session = Session(Seeds.chart([], on: "2020-07-31"))
    session.press("1<PageDown>.<PageUp>,<C-d>")
    #expect(session.frame.text.contains("BATTLE"))
  }

  @Test("A task without nodes is selected as a row and says its limit")
  func noNodes() {
    var session = Session(Seeds.chart([("A", []), ("B", ["2020-08-10"])], on: "2020-07-31"))
    #expect(session.selected == "A")
    #expect(session.selection.contains("A · Title A: no nodes, limit 31 Dec 2020 · Unit"))
    // A block of a cursor hides no letter of it.
    let (column, row) = session.frame.cursor
    #expect(session.frame[column, row].isSelected && session.frame[column, row].glyph == " ")
    session.press("<Space>")
    #expect(session.said.contains("A has no nodes to mark."))
    #expect(session.ledger.isEmpty)
  }
}

/// A small seeded generator, so that a failing walk can be walked again.
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
