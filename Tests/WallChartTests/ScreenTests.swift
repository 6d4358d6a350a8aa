import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// Screens as pictures of cells: the text, then a letter per cell for its role, upper case where
/// it is selected.
@Suite("Screens")
struct ScreenTests {
  struct Shot: CustomTestStringConvertible, Sendable {
    var name: String
    var columns = 80
    var rows = 24
    var language = Language.en
    var glyphs = Glyphs.rich
    var keys = ""
    var testDescription: String { name }
  }

  static let shots = [
    Shot(name: "start-80x24-en"),
    Shot(name: "start-80x24-zh", language: .zh),
    Shot(name: "start-60x16-zh", columns: 60, rows: 16, language: .zh),
    Shot(name: "start-40x10-en", columns: 40, rows: 10),
    Shot(name: "start-120x34-en", columns: 120, rows: 34),
    Shot(name: "start-200x60-zh", columns: 200, rows: 60, language: .zh),
    Shot(name: "ascii-80x24-en", glyphs: .ascii),
    Shot(name: "attention-80x24-en", keys: "."),
    Shot(name: "marked-80x24-en", keys: ".<Space>"),
    Shot(name: "marked-80x24-zh", language: .zh, keys: ".<Space>"),
    Shot(name: "taken-back-80x24-en", keys: ".<Space>u"),
    Shot(name: "end-80x24-en", keys: "G$"),
    Shot(name: "battle-80x24-zh", language: .zh, keys: "3"),
    Shot(name: "evidence-80x24-zh", language: .zh, keys: ".e现场照片"),
    Shot(name: "count-60x16-en", columns: 60, rows: 16, keys: "lll<Space>"),
    Shot(name: "details-60x16-en", columns: 60, rows: 16, keys: ".D"),
    Shot(name: "details-80x24-zh", language: .zh, keys: ".DG"),
    Shot(name: "details-200x60-en", columns: 200, rows: 60, keys: "D."),
    Shot(name: "help-80x24-en", keys: "?"),
    Shot(name: "nodes-80x24-zh", language: .zh, keys: ".v"),
    Shot(name: "weeks-120x34-en", columns: 120, rows: 34, keys: ".+"),
    Shot(name: "days-80x24-zh", language: .zh, keys: ".++"),
    Shot(name: "quarters-60x16-en", columns: 60, rows: 16, keys: "-"),
    Shot(name: "task-80x24-en", keys: ".<Enter>"),
    Shot(name: "task-60x16-zh", columns: 60, rows: 16, language: .zh, keys: ".<Enter><PageDown>"),
    Shot(name: "task-200x60-en", columns: 200, rows: 60, keys: ".<Enter>"),
    Shot(name: "task-ascii-80x24-zh", language: .zh, glyphs: .ascii, keys: ".<Enter>"),
    Shot(name: "task-120x34-zh", columns: 120, rows: 34, language: .zh, keys: "G<Enter>"),
    Shot(name: "filtered-80x24-en", keys: "f<Enter>ss"),
    Shot(name: "filter-menu-80x24-zh", language: .zh, keys: "f"),
    Shot(name: "narrowed-60x16-en", columns: 60, rows: 16, keys: "f4fpuland<Enter>f1"),
    Shot(name: "narrowed-80x24-zh", language: .zh, keys: "f4f8f"),
    Shot(name: "days-prompt-60x16-zh", columns: 60, rows: 16, language: .zh, keys: "f9"),
    Shot(name: "views-80x24-en", keys: "f4w"),
    Shot(name: "pinyin-80x24-zh", language: .zh, keys: "/dfsk"),
    Shot(name: "commands-60x16-en", columns: 60, rows: 16, keys: ":und"),
    Shot(name: "folded-80x24-en", keys: "Z"),
    Shot(name: "ranking-80x24-zh", language: .zh, keys: "U"),
    Shot(name: "ranking-60x16-en", columns: 60, rows: 16, keys: "Uj"),
    Shot(name: "looking-80x24-en", keys: "}"),
    Shot(name: "looking-60x16-zh", columns: 60, rows: 16, language: .zh, keys: "}"),
    Shot(name: "looking-back-80x24-en", keys: "{"),
    Shot(name: "looking-ranking-60x16-en", columns: 60, rows: 16, keys: "}U"),
    Shot(name: "since-80x24-en", keys: "="),
    Shot(name: "since-60x16-zh", columns: 60, rows: 16, language: .zh, keys: "=jjj"),
    Shot(name: "since-200x60-zh", columns: 200, rows: 60, language: .zh, keys: "=[G"),
    Shot(name: "look-back-80x24-en", keys: "L"),
    Shot(name: "look-back-60x16-zh", columns: 60, rows: 16, language: .zh, keys: "Ljj"),
    Shot(
      name: "look-back-200x60-zh", columns: 200, rows: 60, language: .zh, keys: "Lc生态环境局<Enter>"),
    Shot(name: "search-80x24-zh", language: .zh, keys: "/水源"),
    Shot(name: "help-120x34-zh", columns: 120, rows: 34, language: .zh, keys: "?"),
    Shot(name: "projector-80x24-en", keys: "p"),
    Shot(name: "projector-60x16-zh", columns: 60, rows: 16, language: .zh, keys: "p"),
    Shot(name: "projector-40x10-en", columns: 40, rows: 10, keys: "p"),
    Shot(name: "projector-ascii-120x34-en", columns: 120, rows: 34, glyphs: .ascii, keys: "p"),
    Shot(name: "projector-battle-80x24-zh", language: .zh, keys: "p2"),
    Shot(name: "projector-battle-60x16-en", columns: 60, rows: 16, keys: "p1"),
    Shot(name: "projector-battle-120x34-en", columns: 120, rows: 34, keys: "p1"),
    Shot(name: "projector-battle-40x10-zh", columns: 40, rows: 10, language: .zh, keys: "p1"),
    Shot(name: "projector-laggards-80x24-en", keys: "p4<PageDown>"),
    Shot(
      name: "projector-laggards-200x60-zh", columns: 200, rows: 60, language: .zh,
      keys: "p4<PageDown>"),
    Shot(name: "projector-ranking-80x24-en", keys: "p4<Tab><Tab>"),
    Shot(
      name: "projector-ranking-60x16-zh", columns: 60, rows: 16, language: .zh,
      keys: "p4<Tab><Tab>"),
    Shot(
      name: "projector-ranking-120x34-zh", columns: 120, rows: 34, language: .zh,
      keys: "p4<Tab><Tab>"),
    Shot(name: "projector-since-80x24-zh", language: .zh, keys: "pG<PageUp>"),
    Shot(name: "projector-since-60x16-en", columns: 60, rows: 16, keys: "pG"),
    Shot(name: "projector-since-200x60-en", columns: 200, rows: 60, keys: "pG"),
    Shot(name: "projector-armed-80x24-en", keys: "p4<Tab>A<Down><Space><Down>"),
    Shot(
      name: "projector-armed-60x16-zh", columns: 60, rows: 16, language: .zh,
      keys: "p1A<Down><Space>"),
    Shot(name: "projector-turning-80x24-zh", language: .zh, keys: "p<F5>n"),
    Shot(name: "projector-week-80x24-zh", language: .zh, keys: "p4<PageDown>nn"),
    Shot(name: "projector-month-60x16-en", columns: 60, rows: 16, keys: "p<End>"),
    Shot(name: "projector-refuses-80x24-zh", language: .zh, keys: "pe"),
    Shot(name: "projector-blank-40x10-en", columns: 40, rows: 10, keys: "pb"),
    Shot(name: "too-small-39x9-en", columns: 39, rows: 9),
  ]

  @Test("A screen is as its picture", arguments: shots)
  func picture(shot: Shot) throws {
    var session = Session(
      columns: shot.columns, rows: shot.rows, language: shot.language, glyphs: shot.glyphs)
    session.press(shot.keys)
    try Picture.compare(
      session.frame.text + "\n" + Picture.roles(of: session.frame),
      with: "Screens/\(shot.name).screen")
  }

  @Test("Every row fills the screen's columns exactly", arguments: shots)
  func width(shot: Shot) {
    var session = Session(
      columns: shot.columns, rows: shot.rows, language: shot.language, glyphs: shot.glyphs)
    session.press(shot.keys)
    let frame = session.frame
    for row in 0..<shot.rows {
      var columns = 0
      while columns < shot.columns {
        let glyph = frame[columns, row].glyph
        #expect(glyph != nil, "half a character at \(columns), \(row)")
        let width = glyph.map(CellWidth.columns) ?? 1
        if width == 2 { #expect(frame[columns + 1, row].glyph == nil) }
        columns += width
      }
      #expect(columns == shot.columns)
    }
  }

  @Test("Text that would move the cursor is shown, not obeyed, and shifts nothing")
  func hostileText() {
    var chart = Seeds.chart([("T-1", ["2020-07-10"]), ("T-2", ["2020-07-10"])], on: "2020-07-31")
      .chart
    chart.tasks[0].title = Text("a\u{1B}]52;c;x\u{7}\r\nb\u{202E}c\u{9B}")
    let session = Session(Situation(chart: chart, ledger: Ledger(), on: chart.asOf!), columns: 100)
    let top = session.state.layout.headRows + 1
    let rows = [top, top + 1].map { session.frame.text(ofRow: $0) }
    #expect(rows[0].contains("a␛]52;c;x␇␍␊b<U+202E>c<9B>"))
    #expect(
      rows.map {
        $0.unicodeScalars.allSatisfy { $0.value >= 32 && !(127..<160).contains($0.value) }
      }
        == [true, true])
    let line = Character("│")
    let columns = (0..<100).filter { session.frame[$0, top].glyph == line }
    #expect(columns == (0..<100).filter { session.frame[$0, top + 1].glyph == line })
    #expect(!columns.isEmpty)
  }

  @Test(
    "What is met, met late and overdue is explained above the chart, whatever is selected",
    arguments: [(40, 10), (60, 16), (80, 24), (132, 40), (200, 60)], Language.allCases)
  func signsAboveTheChart(size: (columns: Int, rows: Int), language: Language) {
    for glyphs in [Glyphs.rich, .safe, .ascii] {
      // A node, a column to come, a battle, columns of nodes.
      for keys in ["", "$", "k", "v", "vk"] {
        var session = Session(
          columns: size.columns, rows: size.rows, language: language, glyphs: glyphs)
        session.press(keys)
        let (frame, layout) = (session.frame, session.state.layout)
        let y = layout.loadWordsRow
        let place = layout.idStart..<layout.gridStart - 1
        func explains(_ sign: Character, _ roles: Set<Role>) -> Bool {
          place.contains { frame[$0, y].glyph == sign && roles.contains(frame[$0, y].role) }
        }
        #expect(explains(glyphs.met, [.met]), "\(frame.text)")
        #expect(explains(glyphs.overdue, [.red, .yellow]), "\(frame.text)")
        if size.columns >= 60 { #expect(explains(glyphs.metLate, [.metLate]), "\(frame.text)") }
        #expect(!place.contains { frame[$0, y].glyph == glyphs.ellipsis }, "\(frame.text)")
      }
    }
  }
}
