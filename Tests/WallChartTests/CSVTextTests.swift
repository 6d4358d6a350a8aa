import Testing
import WallChartStore
import WallChartWords

@Suite("Text with commas for spreadsheet programs")
struct CSVTextTests {
  private func line(_ cells: CSVText.Cell...) -> String {
    var sheet = CSVText()
    sheet.row(cells)
    return String(sheet.text.unicodeScalars.dropFirst())
  }

  @Test("A file begins with the mark for UTF-8, and its lines end as in RFC 4180")
  func frame() {
    var sheet = CSVText()
    sheet.row([.text("a"), .empty, .figure(-3), .day(Day(iso: "2020-07-31")!)])
    sheet.row([.text("a \"b\", c"), .raw("1\n2")])
    #expect(
      Array(sheet.text.utf8) == [0xEF, 0xBB, 0xBF]
        + Array("a,,-3,2020-07-31\r\n\"a \"\"b\"\", c\",\"1\n2\"\r\n".utf8))
  }

  @Test(
    "What a spreadsheet program would take for something else is guarded, and given back",
    arguments: [
      "=1+1", "+86 411", "-5", "@A1", "＝1", "'a", "''", "3-1", "1/2", "007", "1e5", "1E+05", "1.10",
      "MAR-1", "Sept 2", "1-Dec", "12:30", "1234567890123456", "2020-10-31",
    ])
  func guarded(text: String) {
    #expect(line(.text(text)) == "\"'\(text)\"\r\n")
    #expect(CSVText.unguarded("'" + text) == text)
  }

  @Test(
    "All else stands as it is",
    arguments: [
      "BS-01", "BS-01-2", "2020", "0", "10月底前", "3月1日", "T3-1", "12 boilers", "March", "8 of 47",
      "",
      "A1E5", "7号",
    ])
  func plain(text: String) {
    #expect(line(.text(text)) == text + "\r\n")
    #expect(CSVText.unguarded("'" + text) == "'" + text)
  }

  @Test("Control characters are written out")
  func hostile() {
    #expect(line(.text("a\u{1B}[2J\r\n=b\u{202E}")) == "a␛[2J␍␊=b<U+202E>\r\n")
  }
}
