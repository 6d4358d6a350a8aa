import Foundation
import Testing

@Suite struct FirstPaintTests {
  static let sizes = [(80, 24), (60, 16), (200, 60)]

  @Test(arguments: sizes)
  func `The chart opens with title, day, totals, today's month and the selection in words`(
    columns: Int, rows: Int
  ) throws {
    let session = try Desk().open(columns: columns, rows: rows)
    let screen = session.display
    #expect(screen.row(0).hasPrefix(" Dalian 2020: the battle against"))
    #expect(screen.row(0).hasSuffix("as of Fri 31 Jul 2020"))
    #expect(screen.row(1).contains(/7 tasks +1 red +1 yellow +1 due soon/))
    #expect(screen.row(1).contains(columns < 80 ? /met 0\/4$/ : /0 of 4 due nodes met$/))
    #expect(
      session.selection.hasPrefix(" BS-01 · Plan fixed (15 Jul): 16 days overdue · Jinpu"))
    #expect(session.bottom.contains("Space mark"))
    #expect(
      screen.row(rows < 20 ? 3 : 4).hasPrefix(" ▾ BLUE SKY  4 tasks · 1 red · met 0 of 2 due"))
  }

  @Test func `Today's month stands out and the selected node is where the cursor is`() throws {
    let session = try Desk().open()
    let screen = session.display
    let july = try #require(screen.columns(of: "Jul", inRow: 2).first)
    #expect(screen.cell(july, 2).isReverse)
    let august = try #require(screen.columns(of: "Aug", inRow: 2).first)
    #expect(!screen.cell(august, 2).isReverse)
    #expect(screen.cursor.row == 5)
    let line = try #require(screen.columns(of: "│", inRow: 2).last { $0 < july })
    let next = try #require(screen.columns(of: "│", inRow: 2).first { $0 > july })
    #expect((line + 1..<next).contains(screen.cursor.column))
    #expect(screen.isCursorVisible)
    let sign = try #require(screen.columns(of: "!16", inRow: 5).first)
    #expect((line + 1..<next).contains(sign))
  }

  @Test(arguments: sizes, ["en", "zh"])
  func `The lines between the columns stand one below the other`(
    size: (Int, Int), language: String
  ) throws {
    let session = try Desk().open("--lang", language, columns: size.0, rows: size.1)
    let screen = session.display
    let lines = screen.columns(of: "│", inRow: 2)
    #expect(!lines.isEmpty)
    let tasks = (4..<size.1 - 2).filter { screen.row($0).contains(/BS-|CW-/) }
    #expect(tasks.count == 7)
    for row in tasks { #expect(screen.columns(of: "│", inRow: row) == lines, "row \(row)") }
  }

  @Test(arguments: sizes)
  func `Chinese fills two cells a character and says everything`(columns: Int, rows: Int) throws {
    let session = try Desk().open("--lang", "zh", columns: columns, rows: rows)
    let screen = session.display
    #expect(screen.row(0).hasPrefix(" 大连市2020年污染防治攻坚战"))
    #expect(screen.row(0).hasSuffix("截至 2020年7月31日 星期五"))
    #expect(screen.row(1).hasPrefix(" 任务7项"))
    #expect(session.selection.contains("方案确定"))
    #expect(session.selection.contains("逾期16天"))
    #expect(screen.text.contains("沙河口"))
    var wide = 0
    for row in 0..<rows {
      let cells = screen.cells(ofRow: row)
      for (column, cell) in cells.enumerated() {
        guard let scalar = cell.text.unicodeScalars.first, (0x2E80...0xFFEF).contains(scalar.value)
        else { continue }
        wide += 1
        #expect(cell.width == 2)
        #expect(column + 1 < columns && cells[column + 1].text.isEmpty)
      }
    }
    #expect(wide > 80)
  }

  @Test func `The language follows the locale, even one that is not installed`() throws {
    let session = try Desk().open(with: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(session.display.row(1).hasPrefix(" 任务7项"))
  }

  @Test func `Without any locale the screen is that of UTF-8`() throws {
    let session = try Desk().open(with: ["LC_ALL": nil])
    #expect(session.display.text.contains("▾ BLUE SKY"))
    #expect(session.display.text.contains("│"))
  }

  @Test(arguments: ["linux", "screen-256color", "tmux-256color", "vt100", "rxvt-unicode"])
  func `Other terminals show the same chart`(name: String) throws {
    let desk = try Desk()
    let usual = try desk.open("--ascii")
    let other = try desk.open("--ascii", with: ["TERM": name])
    try other.wait("the same rows") { other.display.rows == usual.display.rows }
    #expect(other.display.cursor == usual.display.cursor)
    try #require(try other.quit() == .exit(0))
    #expect(other.isRestored)
  }

  @Test func `A chart without a day of its own is shown for today's date where the clerk is`()
    throws
  {
    let desk = try Desk(
      Plan.campaign.replacingOccurrences(of: "\"asOf\": \"2020-07-31\",\n", with: ""))
    func today() -> String {
      let form = DateFormatter()
      form.locale = Locale(identifier: "en_GB")
      form.timeZone = TimeZone(identifier: "Asia/Shanghai")
      form.dateFormat = "d MMM yyyy"
      return form.string(from: Date())
    }
    // Midnight may pass meanwhile.
    let before = today()
    let head = try desk.open().display.row(0)
    #expect(head.hasSuffix(before) || head.hasSuffix(today()))
  }
}
