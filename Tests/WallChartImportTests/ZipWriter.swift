import Foundation

@testable import WallChartImport

/// Writes zip files, also such as no program would write.
struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds an entry, stored as it is.
  /// - Parameters:
  ///   - flags: general purpose; bit 0 says that it is encrypted.
  ///   - mode: that of a Unix file, such as a link's.
  mutating func add(_ name: String, _ content: String, flags: Int = 0, mode: Int = 0o100644) {
    let text = Array(content.utf8)
    let facts =
      number(20, 2) + number(flags, 2) + number(0, 2) + number(0, 4)
      + number(Int(Self.checksum(text)), 4) + number(text.count, 4) + number(text.count, 4)
      + number(name.utf8.count, 2) + number(0, 2)
    directory += number(0x0201_4B50, 4) + number(0x0314, 2) + facts
    directory += number(0, 2) + number(0, 2) + number(0, 2) + number(mode << 16, 4)
    directory += number(bytes.count, 4) + Array(name.utf8)
    bytes += number(0x0403_4B50, 4) + facts + Array(name.utf8) + text
    count += 1
  }

  var file: [UInt8] {
    bytes + directory + number(0x0605_4B50, 4) + number(0, 4) + number(count, 2)
      + number(count, 2) + number(directory.count, 4) + number(bytes.count, 4) + number(0, 2)
  }

  private func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static let table: [UInt32] = (0..<256).map { start in
    (0..<8).reduce(UInt32(start)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
  }
}

/// A workbook as XML, part by part, to be made wrong in one place.
struct Sketch {
  struct Sheet {
    var name = "Sheet1"
    /// What stands inside `<worksheet>`.
    var body: String
    var state = "visible"
  }

  static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  var sheets: [Sheet]
  /// What stands inside `<sst>`.
  var strings = ""
  /// What stands inside `<styleSheet>`.
  var styles = "<cellXfs><xf numFmtId=\"0\"/></cellXfs>"
  var properties = ""
  /// Parts written instead of, or beside, those above.
  var parts: [(name: String, content: String)] = []

  /// A workbook of one sheet with these rows.
  init(_ rows: String, after: String = "") {
    sheets = [Sheet(body: "<sheetData>\(rows)</sheetData>\(after)")]
  }

  init(_ sheets: Sheet...) { self.sheets = sheets }

  /// A workbook of these texts, with some of its cells merged, such as A2:A5.
  init(table: [[String]], merged: [String] = []) {
    let rows = table.enumerated().map { number, row in
      let cells = row.enumerated().filter { !$1.isEmpty }.map { index, text in
        let text =
          text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(
            of: "<", with: "&lt;")
        return "<c r=\"\(Table.letters(of: index))\(number + 1)\" t=\"inlineStr\">"
          + "<is><t xml:space=\"preserve\">\(text)</t></is></c>"
      }
      return "<row r=\"\(number + 1)\">\(cells.joined())</row>"
    }
    let ranges = merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    self.init(
      rows.joined(), after: merged.isEmpty ? "" : "<mergeCells>\(ranges)</mergeCells>")
  }

  /// A workbook of one row with these cells, and these number formats, the first of them style 1.
  init(cells: String, formats: [String] = []) {
    self.init("<row r=\"1\">\(cells)</row>")
    let written = formats.enumerated().map {
      "<numFmt numFmtId=\"\(200 + $0)\" formatCode=\"\($1)\"/>"
    }
    let used = formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }
    styles =
      "<numFmts>\(written.joined())</numFmts><cellXfs><xf numFmtId=\"0\"/>\(used.joined())</cellXfs>"
  }

  private var all: [(name: String, content: String)] {
    let kinds = ["styles", "sharedStrings"]
    let others = kinds.map { relation($0, $0, "\($0).xml") }.joined()
    let links = sheets.indices.map { relation("s\($0)", "worksheet", "worksheets/sheet\($0).xml") }
    let tabs = sheets.enumerated().map {
      "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" state=\"\($1.state)\" r:id=\"s\($0)\"/>"
    }
    let main =
      "<workbook xmlns=\"\(Self.namespace)\" xmlns:r=\"\(Self.relationships)\">\(properties)"
      + "<sheets>\(tabs.joined())</sheets></workbook>"
    return [
      ("_rels/.rels", relations(relation("main", "officeDocument", "xl/workbook.xml"))),
      ("xl/workbook.xml", main),
      ("xl/_rels/workbook.xml.rels", relations(links.joined() + others)),
      ("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.namespace)\">\(strings)</sst>"),
      ("xl/styles.xml", "<styleSheet xmlns=\"\(Self.namespace)\">\(styles)</styleSheet>"),
    ]
      + sheets.enumerated().map {
        (
          "xl/worksheets/sheet\($0).xml",
          "<worksheet xmlns=\"\(Self.namespace)\">\($1.body)</worksheet>"
        )
      }
  }

  private func relation(_ id: String, _ kind: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(Self.relationships)/\(kind)\" Target=\"\(target)\"/>"
  }

  private func relations(_ all: String) -> String {
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(all)"
      + "</Relationships>"
  }

  /// The parts as a zip file.
  var writer: ZipWriter {
    var zip = ZipWriter()
    for part in all where !parts.contains(where: { $0.name == part.name }) {
      zip.add(part.name, part.content)
    }
    for part in parts { zip.add(part.name, part.content) }
    return zip
  }

  var file: [UInt8] { writer.file }
}
