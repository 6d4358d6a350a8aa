import Foundation
import Testing
import WallChartStore

@testable import WallChartImport

@Suite("Workbooks that are refused, each with its exact words and place")
struct WorkbookRefusalTests {
  /// A workbook, and what is said of it.
  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let file: [UInt8]
    let says: String

    init(_ description: String, _ file: [UInt8], says: String) {
      testDescription = description
      self.file = file
      self.says = says
    }

    /// One in a part of which stands this.
    init(_ description: String, part: String, _ content: String, says: String) {
      var sketch = WorkbookRefusalTests.good
      sketch.parts = [(part, content)]
      self.init(description, sketch.file, says: says)
    }

    /// One with such an entry besides.
    init(
      _ description: String, entry: String, _ content: String = "x", flags: Int = 0,
      mode: Int = 0o100644, says: String
    ) {
      var zip = WorkbookRefusalTests.good.writer
      zip.add(entry, content, flags: flags, mode: mode)
      self.init(description, zip.file, says: says)
    }

    /// One with these rows.
    init(_ description: String, rows: String, after: String = "", says: String) {
      self.init(description, Sketch(rows, after: after).file, says: says)
    }
  }

  static let good = Sketch("<row><c t=\"str\"><v>id</v></c></row>")
  private static let sheet = "xl/worksheets/sheet0.xml"
  private static let untrusted = "Do not trust this file; ask for the list as CSV."
  private static let again = "Open the workbook in Excel, save it again, and import that."

  static let archives = [
    Example(
      "a torn file", Array(good.file.prefix(900)),
      says: "the workbook is damaged: it cannot be unpacked. Open it in Excel, save it again, and "
        + "import that."),
    Example(
      "a flipped byte", flipped,
      says: "the workbook is damaged: it cannot be unpacked. Open it in Excel, save it again, and "
        + "import that."),
    Example(
      "a password", entry: "xl/x.xml", flags: 1,
      says: "the workbook is protected by a password. Save it without one."),
    Example(
      "a path that leads out", entry: "../../etc/x",
      says: "the workbook holds \"../../etc/x\", a path no spreadsheet program writes. \(untrusted)"
    ),
    Example(
      "a path that leads out later", entry: "xl/../../x",
      says: "the workbook holds \"xl/../../x\", a path no spreadsheet program writes. \(untrusted)"),
    Example(
      "an absolute path", entry: "/etc/x",
      says: "the workbook holds \"/etc/x\", a path no spreadsheet program writes. \(untrusted)"),
    Example(
      "a path of another system", entry: "C:\\x\u{1B}",
      says: "the workbook holds \"C:\\x␛\", a path no spreadsheet program writes. \(untrusted)"),
    Example(
      "a link", entry: "xl/media/x", "/etc/passwd", mode: 0o120777,
      says: "the workbook holds \"xl/media/x\", a path no spreadsheet program writes. \(untrusted)"),
    Example(
      "a part twice", entry: sheet,
      says:
        "the workbook holds \"\(sheet)\" twice. Open it in Excel, save it again, and import that."),
    Example(
      "a part twice but for its case", entry: "XL/Styles.xml",
      says:
        "the workbook holds \"XL/Styles.xml\" twice. Open it in Excel, save it again, and import "
        + "that."),
    Example(
      "more parts than a workbook has", crowded,
      says: "the workbook has more than 1000 parts. Save the list alone as .xlsx or CSV."),
    Example(
      "an archive of something else",
      {
        var zip = ZipWriter(); zip.add("xl/a", "x"); return zip.file
      }(),
      says: "the workbook lacks \"_rels/.rels\". Save the list as .xlsx or CSV."),
    Example(
      "a sheet that leads nowhere", unlinked,
      says: "xl/workbook.xml, line 1, is damaged. \(again)"),
    Example(
      "a sheet that is not there", part: "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"s0\" Type=\"x/worksheet\" Target=\"/xl/./a/../x.xml\"/>"
        + "</Relationships>",
      says: "the workbook lacks \"xl/x.xml\". Save the list as .xlsx or CSV."),
  ]

  private static var unlinked: [UInt8] {
    var sketch = good
    sketch.parts = [
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"
      )
    ]
    return sketch.file
  }

  private static var flipped: [UInt8] {
    var bytes = good.file
    if let at = bytes.firstRange(of: Array("id</v>".utf8))?.lowerBound { bytes[at] ^= 1 }
    return bytes
  }

  private static var crowded: [UInt8] {
    var zip = good.writer
    for number in 0...995 { zip.add("x/\(number)", "") }
    return zip.file
  }

  static let parts = [
    Example(
      "a document type", part: sheet, "<?xml version=\"1.0\"?><!DOCTYPE worksheet><worksheet/>",
      says: type(sheet)),
    Example(
      "a file of this machine as entity", part: "xl/sharedStrings.xml",
      "<!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><sst xmlns=\"\(Sketch.namespace)\">"
        + "<si><t>&x;</t></si></sst>",
      says: type("xl/sharedStrings.xml")),
    Example(
      "a document type from elsewhere", part: "xl/workbook.xml",
      "<!DOCTYPE workbook SYSTEM \"http://127.0.0.1:9/x.dtd\"><workbook xmlns=\"\(Sketch.namespace)\"/>",
      says: type("xl/workbook.xml")),
    Example(
      "entities of a parameter", part: "xl/styles.xml",
      "<!DOCTYPE a [<!ENTITY % b SYSTEM \"http://127.0.0.1:9/x\"> %b;]><styleSheet/>",
      says: type("xl/styles.xml")),
    Example(
      "a billion laughs", part: sheet, laughs(in: "<worksheet>&l9;</worksheet>"), says: type(sheet)),
    Example(
      "a billion laughs in an attribute", part: sheet, laughs(in: "<worksheet a=\"&l9;\"/>"),
      says: type(sheet)),
    Example(
      "a billion laughs in the relationships", part: "_rels/.rels", laughs(in: "<a>&l9;</a>"),
      says: type("_rels/.rels")),
    Example(
      "an entity that is not declared", part: sheet,
      "<worksheet xmlns=\"\(Sketch.namespace)\">\n&x;</worksheet>",
      says: "\(sheet), line 2, is damaged. \(again)"),
    Example(
      "another encoding, in which a document type would look like text", part: sheet,
      "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADwAIQ-DOCTYPE a+AD4-<worksheet/>",
      says: "\(sheet), line 1, is damaged. \(again)"),
    Example("no XML", part: sheet, "id,battle\n", says: "\(sheet), line 1, is damaged. \(again)"),
    Example("nothing", part: sheet, "", says: "\(sheet), line 1, is damaged. \(again)"),
    Example(
      "XML that breaks off", part: sheet,
      "<worksheet xmlns=\"\(Sketch.namespace)\">\n<sheetData><row><c><v>1</v></c></row>",
      says: "\(sheet), line 2, is damaged. \(again)"),
    Example(
      "XML with more behind it", part: sheet,
      "<worksheet xmlns=\"\(Sketch.namespace)\"/>\n<worksheet/>",
      says: "\(sheet), line 2, is damaged. \(again)"),
    Example(
      "depth without end", part: sheet,
      "<worksheet xmlns=\"\(Sketch.namespace)\">" + String(repeating: "<a>", count: 100_000),
      says: "\(sheet), line 1, is damaged. \(again)"),
    Example(
      "an element of a hundred thousand attributes", part: sheet,
      "<worksheet xmlns=\"\(Sketch.namespace)\">\n<a"
        + (0..<100_000).map { " a\($0)=\"\"" }.joined() + "/></worksheet>",
      says: "unpacked, the workbook is far larger than any list. \(untrusted)"),
    Example(
      "an element of more attributes than any has", part: sheet,
      "<worksheet xmlns=\"\(Sketch.namespace)\">\n<a"
        + (0..<101).map { " a\($0)=\"\"" }.joined() + "/></worksheet>",
      says: "\(sheet), line 2, is damaged. \(again)"),
    Example(
      "another document", part: sheet, "<html><body/></html>",
      says: "\"\(sheet)\" does not belong in a workbook. Save the list as .xlsx or CSV."),
  ]

  private static func type(_ part: String) -> String {
    "\(part) declares a document type or entities, which no spreadsheet program does. \(untrusted)"
  }

  private static func laughs(in body: String) -> String {
    let entities = (1...9).map { number in
      let inner = String(repeating: "&l\(number - 1);", count: 10)
      return "<!ENTITY l\(number) \"\(inner)\">"
    }
    return "<!DOCTYPE a [<!ENTITY l0 \"laugh\">\(entities.joined())]>" + body
  }

  static let sheets = [
    Example(
      "a row beyond all rows", rows: "<row r=\"2147483647\"><c><v>1</v></c></row>",
      says: reference("2147483647")),
    Example("a row before the first", rows: "<row r=\"-1\"/>", says: reference("-1")),
    Example("row 0", rows: "<row r=\"0\"/>", says: reference("0")),
    Example(
      "a row beyond all numbers", rows: "<row r=\"99999999999999999999\"/>",
      says: reference("99999999999999999999")),
    Example("a row twice", rows: "<row r=\"5\"/><row r=\"5\"/>", says: reference("5")),
    Example("rows that go back", rows: "<row r=\"5\"/><row r=\"4\"/>", says: reference("4")),
    Example(
      "a column beyond all columns", rows: "<row><c r=\"ZZZZZ1\"><v>1</v></c></row>",
      says: reference("ZZZZZ1")),
    Example(
      "the column after the last", rows: "<row><c r=\"XFE1\"/></row>", says: reference("XFE1")),
    Example("a cell of another row", rows: "<row><c r=\"A2\"/></row>", says: reference("A2")),
    Example(
      "a cell twice", rows: "<row><c r=\"B1\"/><c r=\"B1\"/></row>", says: reference("B1")),
    Example(
      "names of cells that are none", rows: "<row><c r=\"1A\"/></row>", says: reference("1A")),
    Example(
      "a merged range beyond the sheet", rows: "",
      after: "<mergeCells><mergeCell ref=\"A1:A1048577\"/></mergeCells>",
      says: reference("A1:A1048577")),
    Example(
      "a text that is not there", rows: "<row><c r=\"C1\" t=\"s\"><v>4294967296</v></c></row>",
      says: "[Sheet1]!C1: the cell refers to text number 4294967296, which the workbook does not "
        + "have. Open it in Excel, save it again, and import that."),
    Example(
      "a text before the first", rows: "<row><c t=\"s\"><v>-1</v></c></row>",
      says:
        "[Sheet1]!A1: the cell refers to text number -1, which the workbook does not have. Open "
        + "it in Excel, save it again, and import that."),
    Example(
      "a format that is not there", rows: "<row><c s=\"7\"><v>1</v></c></row>",
      says:
        "[Sheet1]!A1: the cell refers to format number 7, which the workbook does not have. Open "
        + "it in Excel, save it again, and import that."),
    Example(
      "a kind of cell that is none", rows: "<row><c t=\"x\"><v>1</v></c></row>",
      says: "\(sheet), line 1, is damaged. \(again)"),
    Example(
      "more columns than anybody has", rows: "<row><c r=\"BXY1\"><v>1</v></c></row>",
      says: "[Sheet1]!BXY1: 2001 columns; at most 2000 are read. Remove the columns that are not "
        + "needed."),
    Example(
      "a million cells in a row",
      rows: "<row>" + String(repeating: "<c/>", count: 1_000_000) + "</row>",
      says: reference("XFE1")),
    Example(
      "more cells than anybody has",
      rows: (1...4195).map { "<row><c r=\"BXX\($0)\"><v>1</v></c></row>" }.joined(),
      says: "the sheet has more than 8388608 cells. Save the list alone as .xlsx or CSV."),
    Example(
      "merged ranges over and over",
      rows: (1...100).map { "<row><c r=\"ZZ\($0)\"><v>1</v></c></row>" }.joined(),
      after: "<mergeCells>"
        + String(repeating: "<mergeCell ref=\"ZZ1:XFD1048576\"/>", count: 20_000) + "</mergeCells>",
      says: "merged cells of the sheet overlap. \(again)"),
    Example(
      "a long text in cells without number",
      rows: "<row><c t=\"str\"><v>" + String(repeating: "A", count: 60_000)
        + "</v></c><c r=\"T1\"/></row>"
        + (2...4000).map { "<row><c r=\"T\($0)\"><v>1</v></c></row>" }.joined(),
      after: "<mergeCells><mergeCell ref=\"A1:T4000\"/></mergeCells>",
      says: "unpacked, the workbook is far larger than any list. \(untrusted)"),
  ]

  private static func reference(_ name: String) -> String {
    "\(sheet), line 1: there cannot be a row or cell \"\(name)\" here. \(again)"
  }

  @Test(
    "A hostile or broken workbook is refused within a second, and no chart is made",
    arguments: archives + parts + sheets)
  func refused(_ example: Example) throws {
    let session = try ImportSession()
    let path = try session.save("plan.xlsx", bytes: example.file)
    var report: Report?
    let time = try secondsOfWork {
      report = try session.run(path, "--into", session.path("chart"))
    }
    let place = example.says.hasPrefix("[") ? "" : ": "
    #expect(
      report?.complaints == [
        path + place + example.says, "1 finding: nothing was imported.",
      ])
    #expect(report?.exitCode == 65)
    #expect(try FileManager.default.contentsOfDirectory(atPath: session.folder) == ["plan.xlsx"])
    // A release build is ten times as fast.
    #expect(time < 5)
  }

  @Test("A sheet may claim any size: only what is there takes room")
  func claims() {
    let table = WorkbookTests.read(
      Sketch(
        Sketch.Sheet(
          body:
            "<dimension ref=\"A1:XFD2000000000\"/><cols><col min=\"1\" max=\"2147483647\"/></cols>"
            + "<sheetData><row r=\"1\" spans=\"1:2147483647\"><c r=\"A1\"><v>1</v></c></row></sheetData>"
            + "<mergeCells count=\"2147483647\"><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>")))
    #expect(table.findings == [])
    #expect(WorkbookTests.rows(of: table) == ["1"])
  }
}
