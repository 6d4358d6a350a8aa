import Foundation
import Testing
import WallChartStore

@testable import WallChartImport

@Suite("Workbooks as rows of cells")
struct WorkbookTests {
  static func rows(of table: Table) -> [String] {
    table.rows.map { $0.cells.map(\.text).joined(separator: "|") }
  }

  static func read(_ sketch: Sketch, sheet: String? = nil) -> Table {
    Workbook.table(sketch.file, file: "plan.xlsx", sheet: sheet)
  }

  @Test(
    "The same list written by three programs reads alike",
    arguments: ["openpyxl", "libreoffice", "gnumeric"])
  func programs(_ name: String) throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    let file = try #require(FileManager.default.contents(atPath: "\(path)/Workbooks/\(name).xlsx"))
    let table = Workbook.table(Array(file), file: "list.xlsx", sheet: nil)
    #expect(table.findings == [])
    #expect(table.remarks == [.sheet("整改任务清单", hidden: [])])
    #expect(
      Self.rows(of: table) == [
        "id|battle_zh|title_zh|unit_zh|deadline|quantity|share|code|checked|at",
        "BS-01|蓝天|取缔燃煤锅炉 4台|金普新区|2020-10-31|4|85%|007|TRUE|2020-07-31T09:30",
        "BS-02|蓝天| 两端有空格 |西岗区|2020-12-31|0.1|100%|012|FALSE|14:05",
        "BS-03|蓝天|第一行\n第二行|高新园区 & <开发区>|1900-03-01|123456789012345|0.5%|123||",
        "CW-01|碧水|🏭 \u{3000}全角\u{A0}空格\tTAB|庄河市|2199-01-01|-1.5|33.3%|000||长期坚持",
      ])
    #expect(table.rows.map(\.number) == [1, 2, 3, 4, 6])
    #expect(
      table.labels(of: [table.rows[2].cells[1].place, table.rows[4].cells[9].place])
        == ["list.xlsx[整改任务清单]!B3", "list.xlsx[整改任务清单]!J6"])
  }

  /// Cells of row 1 with their number formats, and what they are read as.
  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let sketch: Sketch
    let row: String

    init(_ description: String, _ cells: String, formats: String..., reads row: String) {
      testDescription = description
      self.row = row
      let used = formats.isEmpty ? ["0"] : formats
      sketch = Sketch(cells: cells, formats: used)
    }
  }

  private static func numbers(_ values: String..., style: Int = 0) -> String {
    values.map { "<c s=\"\(style)\"><v>\($0)</v></c>" }.joined()
  }

  static let numbers = [
    Example(
      "numbers as they are", numbers("4", "0.85", "-0", "007", "1E2", "123456789012345", "1.5E-07"),
      reads: "4|0.85|0|7|100|123456789012345|0.00000015"),
    Example(
      "no more digits than a spreadsheet shows",
      numbers(
        "0.30000000000000004", "3.9999999999999996", "0.99999999999999989", "1234567.8900000001"),
      reads: "0.3|4|1|1234567.89"),
    Example(
      "numbers that no spreadsheet holds exactly",
      numbers("1E+15", "210211198001011234", "1e999", "0x10", "nan", "1 2", "一"),
      reads: "!lostDigits(\"1E+15\")|!lostDigits(\"210211198001011234\")|!badNumber(\"1e999\")|"
        + "!badNumber(\"0x10\")|!badNumber(\"nan\")|!badNumber(\"1 2\")|!badNumber(\"一\")"),
    Example(
      "shares", numbers("0.85", "1", "0.075", "0.333333333333333", style: 1), formats: "0.0%",
      reads: "85%|100%|7.5%|33.3333333333333%"),
    Example("padded", numbers("7", "1234", "7.5", style: 1), formats: "000", reads: "007|1234|7.5"),
    Example(
      "padded between words", numbers("7", style: 1) + numbers("7", style: 2),
      formats:
        "&quot;BS-&quot;00", "\\第0\\批", reads: "BS-07|第7批"),
    Example(
      "words behind a number only count it", numbers("7", style: 1), formats: "0&quot;台&quot;",
      reads: "7"),
    Example(
      "formats that change nothing",
      numbers("1234.5", style: 1) + numbers("4", style: 2) + numbers("4", style: 3),
      formats:
        "#,##0.00_);[Red]\\(#,##0.00\\)", "General", "0.00E+00", reads: "1234.5|4|4"),
  ]

  static let dates = [
    Example(
      "days as they are written in China",
      numbers("44135", style: 1) + numbers("44135", style: 2)
        + numbers("44135", style: 3) + numbers("44135", style: 4),
      formats:
        "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "[$-804]yyyy年m月d日;@", "[DBNum1]m月d日",
      "yyyy.m",
      reads: "2020-10-31|2020-10-31|2020-10-31|2020-10-31"),
    Example(
      "a year in quotes is none", numbers("2020", style: 1), formats: "0&quot;year&quot;",
      reads: "2020"),
    Example(
      "days with times", numbers("44135.5", "44135.9999999", "44135.0000001", style: 1),
      formats:
        "yyyy-mm-dd hh:mm", reads: "2020-10-31T12:00|2020-11-01|2020-10-31"),
    Example(
      "times", numbers("0.5", "0.000011574074", "44135.25", style: 1), formats: "h:mm",
      reads: "12:00|00:00:01|2020-10-31T06:00"),
    Example("hours", numbers("1.5", style: 1), formats: "[h]:mm", reads: "36:00"),
    Example(
      "the first days and the last", numbers("1", "59", "61", "2958465", style: 1),
      formats: "d/m/y",
      reads: "1900-01-01|1900-02-28|1900-03-01|9999-12-31"),
    Example(
      "days the calendar lacks",
      numbers("0", "0.5", "60", "60.5", "-1", "2958466", "1e300", style: 1),
      formats: "yyyy-mm-dd",
      reads: "!noSuchSerial(\"0\")|!noSuchSerial(\"0.5\")|!noSuchSerial(\"60\")|"
        + "!noSuchSerial(\"60.5\")|!noSuchSerial(\"-1\")|!noSuchSerial(\"2958466\")|"
        + "!noSuchSerial(\"1\(String(repeating: "0", count: 300))\")"),
    Example(
      "dates as text", "<c t=\"d\"><v>2020-10-31</v></c><c t=\"d\"><v>2020-10-31T00:00:00</v></c>",
      reads: "2020-10-31|2020-10-31"),
  ]

  static let others = [
    Example(
      "texts within the sheet",
      "<c t=\"inlineStr\"><is><t>一</t></is></c><c t=\"inlineStr\"><is><r><t> a</t></r><r><rPr><b/>"
        + "</rPr><t>b </t></r><rPh sb=\"0\" eb=\"1\"><t>yi</t></rPh></is></c>", reads: "一| ab "),
    Example(
      "signs that XML cannot hold", "<c t=\"str\"><v>a_x000D_b_x005F_x000D__xZZZZ__x</v></c>",
      reads: "a\rb_x000D__xZZZZ__x"),
    Example(
      "predefined entities, character references and CDATA",
      "<c t=\"str\"><v>&lt;&amp;&gt;&#34;&#x84DD;<![CDATA[<!DOCTYPE>]]></v></c>",
      reads: "<&>\"蓝<!DOCTYPE>"),
    Example(
      "truths", "<c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c>", reads: "TRUE|FALSE"),
    Example(
      "formulas",
      "<c><f>1+1</f><v>2</v></c><c t=\"str\"><f>A1&amp;\"\"</f><v>2</v></c>"
        + "<c t=\"str\"><f>\"\"</f><v></v></c><c><f>1+1</f></c><c><f>1+1</f><v></v></c>",
      reads: "2|2||!formulaWithoutValue|!formulaWithoutValue"),
    Example(
      "errors", "<c t=\"e\"><v>#REF!</v></c><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
      reads: "!errorValue(\"#REF!\")|!errorValue(\"#DIV/0!\")"),
    Example(
      "gaps", "<c r=\"B1\"><v>1</v></c><c r=\"D1\"/><c><v>2</v></c><c r=\"H1\" t=\"str\"><v/></c>",
      reads: "|1|||2"),
  ]

  @Test("A cell is read as its format means it", arguments: numbers + dates + others)
  func cells(_ example: Example) {
    let table = Self.read(example.sketch)
    #expect(table.findings == [])
    let texts = table.rows.flatMap(\.cells).map { cell in
      if case .unreadable(.inWorkbook(let problem)) = cell.note { return "!\(problem)" }
      if case .unreadable(let problem) = cell.note { return "!\(problem)" }
      return cell.text
    }
    #expect(texts.joined(separator: "|") == example.row)
  }

  @Test("A number knows the day it would be, from the epoch of its workbook")
  func serials() {
    var sketch = Sketch(cells: Self.numbers("44135", "0", "60", "4.5", "-1"))
    func days() -> [String] {
      Self.read(sketch).rows[0].cells.map {
        if case .serial(let day) = $0.note { day.iso } else { "-" }
      }
    }
    #expect(days() == ["2020-10-31", "-", "-", "-", "-"])
    sketch.properties = "<workbookPr date1904=\"1\"/>"
    #expect(days() == ["2024-11-01", "1904-01-01", "1904-03-01", "-", "-"])
  }

  @Test("Built-in formats are dates as Excel has them")
  func builtIn() {
    func ids(_ format: NumberFormat) -> [Int] {
      (0..<164).filter { NumberFormat(builtIn: $0) == format }
    }
    #expect(ids(.date) == [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
    #expect(ids(.time) == [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56])
    #expect(ids(.elapsed) == [46])
    #expect(ids(.percent) == [9, 10])
  }

  @Test("Merged cells say what their first one says, each in its own place")
  func merged() {
    let rows =
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C1\"><v>2</v></c></row>"
      + "<row r=\"3\"><c r=\"A3\"><v>9</v></c><c r=\"B3\"><v>3</v></c></row><row r=\"4\"/>"
      + "<row r=\"7\"><c r=\"C7\"><v>4</v></c></row>"
    let table = Self.read(
      Sketch(
        rows,
        after: "<mergeCells count=\"9\"><mergeCell ref=\"A1:A1048576\"/>"
          + "<mergeCell ref=\"C1:XFD2\"/><mergeCell ref=\"B4:B7\"/></mergeCells>"))
    #expect(table.findings == [])
    #expect(Self.rows(of: table) == ["1||2", "1|3|", "1||4"])
    #expect(table.rows.map(\.number) == [1, 3, 7])
    #expect(
      table.labels(of: table.rows[2].cells.map(\.place))
        == ["A7", "B7", "C7"].map { "plan.xlsx[Sheet1]!\($0)" })
  }

  @Test("A text longer than the reader's pieces is whole, and a cell ends where it ends")
  func longTexts() {
    let long = String(repeating: "蓝天 & ", count: 30_000)
    let xml = long.replacingOccurrences(of: "&", with: "&amp;")
    var sketch = Sketch("<row><c t=\"s\"><v>1</v></c><c t=\"str\"><v>\(xml)</v></c></row>")
    sketch.strings = "<si/><si><t>\(xml)</t></si>"
    #expect(Self.read(sketch).rows[0].cells.map(\.text) == [long, long])
  }

  @Test("Both editions of the standard are read, with a prefix or without")
  func editions() {
    let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    var sketch = Sketch("")
    sketch.parts = [
      (
        "xl/worksheets/sheet0.xml",
        "<x:worksheet xmlns:x=\"\(strict)\" xmlns=\"urn:other\"><x:sheetData><x:row><c><v>1</v></c>"
          + "<x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>"
      )
    ]
    #expect(Self.rows(of: Self.read(sketch)) == ["2"])
  }
}
