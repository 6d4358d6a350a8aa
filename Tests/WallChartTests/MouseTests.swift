import Testing
import WallChartStore

@testable import WallChart

@Suite("The mouse")
struct MouseTests {
  @Test("A click on any cell that is shown selects a node of that cell, the worst first")
  func cells() {
    // Every cell would take minutes.
    for (size, step) in [((80, 24), 4), ((60, 16), 3), ((200, 60), 41)] {
      var session = Session(columns: size.0, rows: size.1)
      session.press("Gg")
      let top = session.state.layout.headRows
      for line in top..<top + session.state.layout.bodyRows {
        for x in stride(from: 0, to: size.0, by: step) {
          var clicked = session
          clicked.send(.clicked(column: x, row: line))
          let state = clicked.state
          let row = session.state.topRow + line - top
          guard session.state.rows.indices.contains(row) else {
            #expect(state.row == session.state.row)
            continue
          }
          #expect(state.row == row)
          #expect(clicked.effects.isEmpty)
          let frame = clicked.frame
          #expect(frame[frame.cursor.column, frame.cursor.row].isSelected)
        }
      }
    }
  }

  @Test("Where a node is drawn, a click selects it")
  func nodes() throws {
    var session = Session(columns: 120, rows: 34)
    for keys in ["l", "j", "j", "h", "$", "^", "j", "."] {
      session.press(keys)
      let wanted = session.selected
      let cursor = session.frame.cursor
      let shown = try #require(session.state.node.map { $0 })
      var elsewhere = session
      elsewhere.press("G")
      guard elsewhere.state.topRow == session.state.topRow,
        elsewhere.state.firstColumn == session.state.firstColumn
      else { continue }
      elsewhere.send(.clicked(column: cursor.column, row: cursor.row))
      let nodes = session.state.situation.status.tasks[try #require(session.state.selectedTask)]
        .nodes
      let place = try #require(elsewhere.state.node)
      #expect(elsewhere.state.row == session.state.row, "\(wanted)")
      #expect(
        session.state.column(of: place, in: nodes) == session.state.column(of: shown, in: nodes))
    }
  }

  /// Three tasks from June on; 31 July 2020.
  private func campaign() -> Session {
    Session(
      Seeds.chart(
        [
          ("A", ["2020-06-10", "2020-07-10", "2020-07-20", "2020-08-20", "2020-12-10"]),
          ("B", ["2020-06-15"]), ("C", []),
        ], on: "2020-07-31"), columns: 100)
  }

  /// The column of the terminal where a month's cell begins.
  private func x(_ month: Int, _ session: Session) -> Int {
    let layout = session.state.layout
    let column = Month(of: Day(iso: "2020-07-31")!).number - 7 + month
    let visible = column - session.state.columns.lowerBound - session.state.firstColumn
    return layout.gridStart + visible * layout.columnWidth
  }

  @Test("Clicks on a cell of several step through them, and begin anew from elsewhere")
  func several() {
    var session = campaign()
    session.send(.clicked(column: x(6, session), row: 5))
    #expect(session.selected == "A/1")
    for node in ["2", "3", "2"] {
      session.send(.clicked(column: x(7, session) + 2, row: 5))
      #expect(session.selected == "A/\(node)")
    }
  }

  @Test("A click on an empty cell or a column's head selects the nearest node of the row")
  func nearest() {
    var session = campaign()
    session.send(.clicked(column: x(11, session), row: 5))
    #expect(session.selected == "A/5")
    session.send(.clicked(column: x(8, session), row: 2))
    #expect(session.selected == "A/4")
    session.send(.clicked(column: x(9, session), row: 6))
    #expect(session.selected == "B/1")
    session.send(.clicked(column: x(9, session), row: 7))
    #expect(session.selected == "C")
    session.send(.clicked(column: x(9, session), row: 2))
    #expect(session.selected == "C")
  }

  @Test("A click on a task's name keeps the date, as going there by keys does")
  func name() {
    var session = campaign()
    session.press("$")
    session.send(.clicked(column: 5, row: 6))
    #expect(session.selected == "B/1")
    session.send(.clicked(column: 5, row: 5))
    #expect(session.selected == "A/5")
    session.send(.clicked(column: 5, row: 5))
    #expect(session.selected == "A/5")
  }

  @Test("Clicks beside everything change nothing, at any size")
  func beside() {
    for size in [(80, 24), (39, 9), (1, 1)] {
      var session = Session(columns: size.0, rows: size.1)
      let selected = session.selected
      for place in [(0, 0), (5, 1), (3, 2), (0, 23), (79, 22), (500, 500), (0, 3)] {
        session.send(.clicked(column: place.0, row: place.1))
        #expect(session.selected == selected)
      }
    }
  }

  @Test("A click on the head of a group folds it, another one opens it")
  func fold() {
    var session = Session()
    let open = session.state.rows
    session.send(.clicked(column: 5, row: 4))
    #expect(session.frame.text(ofRow: 4).contains("▸ BLUE SKY"))
    #expect(session.frame.text(ofRow: 5).contains("▾ CLEAR WATER"))
    session.send(.clicked(column: 5, row: 4))
    #expect(session.state.rows == open)
  }

  @Test("In a task and in the ranking the wheel scrolls, and a click does nothing")
  func views() {
    for keys in ["<Enter>", "U"] {
      var session = Session(rows: 16)
      session.press(keys)
      let before = session.frame.text
      session.send(.clicked(column: 10, row: 8))
      #expect(session.frame.text == before)
      session.send(.scrolled(rows: 3))
      #expect(session.frame != Session(rows: 16).frame)
      #expect(session.state.onTop != .task(scroll: 0))
      #expect(session.state.onTop != .ranking(selected: 0))
    }
  }

  @Test("In help, a prompt and a question a click does nothing")
  func modes() {
    for keys in ["?", "e", "?j"] {
      var session = Session()
      session.press(keys)
      let before = session.frame.text
      session.send(.clicked(column: 10, row: 8))
      #expect(session.frame.text == before)
      #expect(session.effects.isEmpty)
    }
  }

  @Test(
    "The wheel moves the view by its rows, and the selection only to stay in it", arguments: 0..<20)
  func wheel(seed: Int) {
    let sizes = [(80, 24), (60, 16), (40, 10), (200, 60)]
    let size = sizes[seed % sizes.count]
    var session = Session(columns: size.0, rows: size.1)
    var random = Generator(seed: UInt64(seed) + 1)
    for _ in 0..<60 {
      let before = session.state
      let rows = Bool.random(using: &random) ? 3 : -3
      session.send(.scrolled(rows: rows))
      let state = session.state
      let end = max(0, state.rows.count - state.layout.bodyRows)
      let wanted = max(0, min(before.topRow + rows, end))
      // The head of the selected task's battle stays with it.
      #expect(state.topRow == wanted || state.topRow == wanted - 1)
      if (state.topRow..<state.topRow + state.layout.bodyRows).contains(before.row) {
        #expect(state.row == before.row)
      }
      let frame = session.frame
      #expect(frame[frame.cursor.column, frame.cursor.row].isSelected)
    }
    for _ in 0..<60 { session.send(.scrolled(rows: -3)) }
    #expect(session.state.topRow == 0)
    for _ in 0..<60 { session.send(.scrolled(rows: 3)) }
    #expect(
      session.state.topRow == max(0, session.state.rows.count - session.state.layout.bodyRows))
  }

  @Test("In help the wheel scrolls, to its end and no further")
  func help() {
    var session = Session()
    session.press("?")
    let first = session.frame.text
    session.send(.scrolled(rows: 3))
    var byKeys = Session()
    byKeys.press("?jjj")
    #expect(session.frame.text == byKeys.frame.text)
    for _ in 0..<30 { session.send(.scrolled(rows: 3)) }
    session.press("k")
    session.send(.scrolled(rows: -3))
    for _ in 0..<30 { session.send(.scrolled(rows: -3)) }
    #expect(session.frame.text == first)
  }

  @Test("On an empty chart the mouse does nothing")
  func empty() {
    var session = Session(Seeds.chart([], on: "2020-07-31"))
    let before = session.frame.text
    // All but the head of its one battle, which folds.
    for line in 0..<24 where line != session.state.layout.headRows {
      session.send(.clicked(column: 60, row: line))
    }
    session.send(.scrolled(rows: 3))
    session.send(.scrolled(rows: -3))
    #expect(session.frame.text == before)
  }
}
