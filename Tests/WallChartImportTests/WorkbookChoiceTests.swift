import Testing
import WallChartStore

@testable import WallChartImport

@Suite("Sheets, hidden rows and columns of a workbook: named, never guessed")
struct WorkbookChoiceTests {
  private static let head =
    "<row>\(texts("id", "battle", "title_en", "unit_en", "deadline", "quantity"))</row>"

  private static func texts(_ all: String...) -> String {
    all.map { "<c t=\"str\"><v>\($0)</v></c>" }.joined()
  }

  private static func row(_ id: String, hidden: Bool = false) -> String {
    "<row hidden=\"\(hidden ? 1 : 0)\">\(texts(id, "Air", "Close it", "North", "2020-10-31", "4"))"
      + "</row>"
  }

  private static func list(_ rows: String) -> String { "<sheetData>\(head)\(rows)</sheetData>" }

  /// A workbook with a list, an explanation, an empty sheet, and a hidden list.
  private static let several = Sketch(
    Sketch.Sheet(name: "Empty", body: "<sheetData><row><c/></row></sheetData>"),
    Sketch.Sheet(name: "清单", body: list(row("T-1"))),
    Sketch.Sheet(name: "2", body: "<sheetData><row>\(texts("Explanation"))</row></sheetData>"),
    Sketch.Sheet(name: "Old", body: list(row("T-9")), state: "hidden"))

  private func run(_ sketch: Sketch, _ options: String...) throws -> (Report, ImportSession) {
    let session = try ImportSession()
    let path = try session.save("plan.xlsx", bytes: sketch.file)
    let report = try session.run([path, "--into", session.path("chart")] + options)
    return (report, session)
  }

  private func complaint(_ report: Report, _ session: ImportSession) -> String? {
    report.complaints.first.map { String($0.dropFirst(session.folder.count + 1)) }
  }

  @Test("Of several sheets with something in them one is asked for")
  func severalSheets() throws {
    let (report, session) = try run(Self.several)
    #expect(
      complaint(report, session)
        == "plan.xlsx: which sheet? These hold something: 2 清单, 3 2, 4 Old (hidden). Name one with "
        + "--sheet, by name or number.")
    #expect(report.exitCode == 64)
    #expect(try session.files("chart").isEmpty)
  }

  @Test(
    "A sheet is named, or numbered where no name is that number",
    arguments: [("清单", "清单"), ("4", "Old"), ("Old", "Old")])
  func chosen(_ option: String, _ name: String) throws {
    let (report, _) = try run(Self.several, "--sheet", option)
    #expect(report.exitCode == 0)
    #expect(report.said.contains("Sheet read: \(name)"))
  }

  @Test("A sheet that is not there is refused, and those that are there are named")
  func noSuchSheet() throws {
    for (option, shown) in [("Sheet1", "Sheet1"), ("5", "5"), ("\u{1B}[2J", "␛[2J"), ("0", "0")] {
      let (report, session) = try run(Self.several, "--sheet", option)
      #expect(
        complaint(report, session)
          == "plan.xlsx: there is no sheet \"\(shown)\". The workbook has: 1 Empty, 2 清单, 3 2, 4 Old "
          + "(hidden). Name one with --sheet, by name or number.")
      #expect(report.exitCode == 64)
    }
    let (report, session) = try run(Self.several, "--sheet", "2")
    #expect(complaint(report, session)?.hasPrefix("plan.xlsx[2]!A1: columns missing: ") == true)
    #expect(report.exitCode == 65)
  }

  @Test("The only visible sheet with something in it is taken, and hidden ones are named")
  func oneVisible() throws {
    var sketch = Self.several
    sketch.sheets.remove(at: 2)
    let (report, _) = try run(sketch)
    #expect(report.exitCode == 0)
    #expect(report.said.contains("Sheet read: 清单; hidden sheet passed over: Old"))
    sketch.sheets[1].state = "veryHidden"
    #expect(try run(sketch).0.exitCode == 64)
  }

  @Test("A text has no sheets to choose from")
  func sheetOfText() throws {
    let session = try ImportSession()
    let path = try session.save("list.csv", "id,battle,title_en,unit_en,deadline")
    let report = try session.run(path, "--into", session.path("chart"), "--sheet", "1")
    #expect(
      report.complaints
        == ["wallchart-import: \(path) is no workbook and has no sheets. Leave --sheet out."])
    #expect(report.exitCode == 64)
  }

  @Test("Rows are counted as the sheet does")
  func duplicate() throws {
    let (report, session) = try run(
      Sketch(Sketch.Sheet(body: Self.list("<row/>" + Self.row("T-1") + Self.row("T-1")))))
    #expect(
      complaint(report, session)
        == "plan.xlsx[Sheet1]!A4: task \"T-1\" stands in row 3 already. Give every task its own id."
    )
  }

  @Test("An empty workbook has no list")
  func empty() throws {
    let (report, session) = try run(Sketch(""))
    #expect(
      complaint(report, session)
        == "plan.xlsx: the file is empty. A list has a line of column names and a row for each task."
    )
    #expect(report.exitCode == 65)
  }

  @Test("Hidden rows and columns are read, and named")
  func hidden() throws {
    let rows = (1...9).map { Self.row("T-\($0)", hidden: [2, 3, 4, 8].contains($0)) }.joined()
    let columns =
      "<cols><col min=\"1\" max=\"1\"/><col min=\"3\" max=\"3\" hidden=\"1\"/>"
      + "<col min=\"5\" max=\"16384\" hidden=\"true\"/></cols>"
    let (report, session) = try run(
      Sketch(Sketch.Sheet(body: columns + Self.list(rows + "<row hidden=\"1\"><c/></row>"))))
    #expect(
      report.said.suffix(3) == [
        "Sheet read: Sheet1", "Hidden rows read as well: 3–5, 9",
        "Hidden columns read as well: C, E–F",
      ])
    #expect(try session.open("chart").chart.tasks.count == 9)
  }

  /// The title of the task in row 7, and what is said of it.
  static let titles = [
    (
      "<c r=\"C7\"><f>A1</f></c>",
      "formula without a stored value. Open it in Excel, save, and import again."
    ),
    (
      "<c r=\"C7\" t=\"e\"><v>#REF!</v></c>",
      "the cell shows #REF!. Correct its formula in Excel, save, and import again."
    ),
    (
      "<c r=\"C7\" s=\"1\"><v>60</v></c>",
      "the number 60 is formatted as a date, and no day has it. Type the date as 2020-10-31."
    ),
    (
      "<c r=\"C7\"><v>210211198001011234</v></c>",
      "the number 210211198001011234 has more digits than a spreadsheet keeps. Format the cell as "
        + "text and type it again."
    ),
  ]

  private static func sketch(title: String, note: String = "") -> Sketch {
    var sketch = Sketch(
      "<row>\(texts("id", "battle", "title_en", "unit_en", "deadline", "note"))</row>"
        + "<row r=\"7\">\(texts("T-1", "Air"))\(title)\(texts("North", "2020-10-31"))\(note)</row>")
    sketch.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
    return sketch
  }

  @Test("A cell without a value to be trusted is refused where it is needed", arguments: titles)
  func unreadable(_ title: String, _ says: String) throws {
    let (report, session) = try run(Self.sketch(title: title))
    #expect(complaint(report, session) == "plan.xlsx[Sheet1]!C7: " + says)
    #expect(report.exitCode == 65)
    #expect(try session.files("chart").isEmpty)
  }

  @Test("Where nobody needs it, a formula without a value keeps nothing out")
  func notNeeded() throws {
    let (report, _) = try run(Self.sketch(title: Self.texts("Close it"), note: "<c><f>A1</f></c>"))
    #expect(report.exitCode == 0)
  }
}
