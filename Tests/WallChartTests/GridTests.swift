import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("The grid")
struct GridTests {
  @Test(
    "The cursor hides no letter of its cell, however full that is", arguments: Language.allCases)
  func cursor(language: Language) throws {
    var session = Session(
      Situation(
        chart: ShownDayTests.open.chart, ledger: Seeds.situation.ledger,
        on: try #require(Day(iso: "2026-12-01"))), language: language)
    var isFull = false
    for key in ["", "j", "l", "j", "l", "j", "l", "j", "h", "j", "v", "l", "l"] {
      session.press(key)
      let frame = session.frame
      let cell = frame[frame.cursor.column, frame.cursor.row]
      #expect([" ", "│"].contains(cell.glyph) && cell.isSelected, "\(frame.text)")
      let behind = min(frame.cursor.column + 3, frame.size.columns - 1)
      isFull = isFull || frame[behind, frame.cursor.row].glyph == "年"
    }
    // In Chinese the cells are full: the cursor stands before them.
    #expect(isFull == (language == .zh))
  }

  @Test("The column of the selection is lit from top to bottom, states keep their colours")
  func beam() throws {
    var session = Session()
    session.press("l")
    let frame = session.frame
    let layout = session.state.layout
    let column = try #require(session.state.selectedColumn) - session.state.firstColumn
    let x = layout.gridStart + column * layout.columnWidth + 1
    var beams = 0
    for row in frame.body where session.state.rows.indices.contains(row - layout.headRows) {
      if session.state.rows[row - layout.headRows].isGroup { continue }
      let role = frame[x, row].role
      #expect(role != .plain && role != .open)
      if role == .beam { beams += 1 }
      #expect(frame[x + layout.columnWidth, row].role != .beam)
    }
    #expect(beams > 3)
  }

  @Test("Where there is room, every row says how many of its nodes are met")
  func met() {
    var session = Session(columns: 120, rows: 34)
    session.press(".")
    let row = session.frame.text(ofRow: session.frame.cursor.row)
    #expect(row.contains("BS-04") && row.contains("1/6"))
    session.press("<Space>")
    #expect(session.frame.text(ofRow: session.frame.cursor.row).contains("2/6"))
    #expect(!Session(columns: 80).frame.text(ofRow: 2).contains("MET"))
  }

  @Test("Every list that goes on says so, at its end no more", arguments: ["U", "?", "=", "."])
  func more(keys: String) {
    var session = Session(columns: 60, rows: 16)
    session.press(keys)
    func edges() -> [Character] {
      (1..<15).compactMap { session.frame[59, $0].glyph }.filter { $0 != " " }
    }
    #expect(edges().contains("↓"))
    session.press("G")
    #expect(edges().contains("↑") && !edges().contains("↓"))
  }

  @Test("A task that is handed in and late bears another sign than a red one, which f agrees with")
  func lateInClosing() throws {
    for glyphs in [Glyphs.rich, .ascii] {
      let session = Session(columns: 120, rows: 90, glyphs: glyphs)
      let status = session.state.situation.status
      let tasks = session.state.situation.chart.tasks
      let frame = session.frame
      func signs(_ sign: Character) -> Set<String> {
        Set(
          (0..<90).compactMap { row -> String? in
            guard frame[1, row].glyph == sign else { return nil }
            // The id stands right behind the sign.
            return frame.text(ofRow: row).split(separator: " ").first.map { String($0.dropFirst()) }
          })
      }
      func ids(_ holds: (TaskStatus) -> Bool) -> Set<String> {
        Set(tasks.indices.filter { holds(status.tasks[$0]) }.map { tasks[$0].id })
      }
      #expect(signs(glyphs.overdue) == ids { $0.standing == .red })
      let late = ids { $0.standing == .inClosing && $0.daysLate > 0 }
      #expect(!late.isEmpty)
      #expect(late.isSubset(of: signs(glyphs.lateInClosing)))
      #expect(
        session.state.helpLines.contains {
          $0.left == String(glyphs.lateInClosing) && $0.right.contains("past its day")
        })
    }
  }
}
