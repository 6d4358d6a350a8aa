import Foundation
import Testing

@testable import WallChartImport

@Suite("Files that are no lists, told by their bytes")
struct FileKindTests {
  /// A zip file of empty parts with these names.
  static func archive(_ names: String...) -> [UInt8] {
    var (bytes, directory): ([UInt8], [UInt8]) = ([], [])
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) }
    }
    for name in names {
      let place = bytes.count
      let lengths = number(name.utf8.count, 2) + [0, 0]
      bytes += Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 22) + lengths
      bytes += Array(name.utf8)
      directory += Array("PK\u{1}\u{2}".utf8) + [UInt8](repeating: 0, count: 24) + lengths
      directory += [UInt8](repeating: 0, count: 10) + number(place, 4) + Array(name.utf8)
    }
    let end =
      Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 6) + number(names.count, 2)
      + number(directory.count, 4) + number(bytes.count, 4) + [0, 0]
    return bytes + directory + end
  }

  /// The older container with one name in its directory.
  static func container(_ name: String) -> [UInt8] {
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 22) + [9, 0]
      + [UInt8](repeating: 0, count: 16) + [1, 0, 0, 0]
      + [UInt8](repeating: 0, count: 512 + 512 - 52)
      + Array(name.utf8).flatMap { [$0, 0] as [UInt8] }
      + [UInt8](repeating: 0, count: 100)
  }

  /// Bytes, and what is said of them.
  static let examples: [(bytes: [UInt8], says: String)] = [
    (container("Workbook"), notRead("a workbook of old Excel or WPS (.xls, .et)")),
    (
      container("EncryptedPackage"),
      notRead("a workbook with a password (remove it first)")
    ),
    (archive("mimetype", "content.xml"), notRead("an OpenDocument file (.ods)")),
    (
      archive("[Content_Types].xml", "xl/workbook.bin"), notRead("a binary workbook (.xlsb)")
    ),
    (
      archive("[Content_Types].xml", "word/document.xml"), notRead("a text document (.docx, .rtf)")
    ),
    (Array("{\\rtf1\\ansi".utf8), notRead("a text document (.docx, .rtf)")),
    (archive("list.csv"), notRead("an archive")),
    ([0x1F, 0x8B, 8, 0], notRead("an archive")),
    (Array("7z".utf8) + [0xBC, 0xAF, 0x27, 0x1C], notRead("an archive")),
    (Array("Rar!\u{1A}\u{7}".utf8), notRead("an archive")),
    (Array("%PDF-1.7\n".utf8), notRead("a PDF")),
    ([0x89] + Array("PNG\r\n".utf8), notRead("a picture")),
    ([0xFF, 0xD8, 0xFF, 0xE0], notRead("a picture")),
    (
      Array("\r\n<HTML><table>".utf8), notRead("a web page or XML, whatever its name says")
    ),
    (
      Array("<?xml version=\"1.0\"?><Workbook/>".utf8),
      notRead("a web page or XML, whatever its name says")
    ),
  ]

  private static func notRead(_ kind: String) -> String {
    "this is \(kind), which is not read. Save the list as .xlsx or CSV."
  }

  @Test("Each is refused with what it is and what would do, whatever its name says")
  func refused() throws {
    let session = try ImportSession()
    for (bytes, says) in Self.examples {
      #expect(
        try session.sayings(bytes)
          == ["list.csv: " + says, "1 finding: nothing was imported.", "exit 65"])
    }
  }

  @Test("Text that begins like something else is read as text")
  func text() {
    for start in ["PK-1", "%PDF", "<蓝天>", "BM", "[编号]", "II", "7z"] {
      #expect(FileKind(of: Array((start + ",title\n1,2\n").utf8)) == .text)
    }
  }

  @Test("A directory that lies about its place and lengths is followed nowhere")
  func hostileArchives() {
    let whole = Self.archive("[Content_Types].xml", "xl/workbook.xml")
    #expect(FileKind(of: whole) == .workbook)
    for count in 4..<whole.count { _ = FileKind(of: Array(whole.prefix(count))) }
    for place in 4..<whole.count {
      var bytes = whole
      bytes[place] = 0xFF
      _ = FileKind(of: bytes)
    }
    var container = Self.container("EncryptedPackage")
    for place in 44..<56 { container[place] = 0xFF }
    #expect(FileKind(of: container) == .foreign(.oldWorkbook))
    #expect(FileKind(of: Array(container.prefix(9))) == .foreign(.oldWorkbook))
  }

  @Test("An option that says nothing of such a file is refused, not passed over")
  func options() throws {
    let session = try ImportSession()
    let book = Self.archive("[Content_Types].xml", "xl/workbook.xml")
    let text = Array("id,battle\n".utf8)
    for (bytes, options, says) in [
      (book, ["--encoding", "gbk"], "list.csv is a workbook: what is in it says its encoding"),
      (book, ["--delimiter", ";"], "list.csv is a workbook: what is in it says its encoding"),
      (text, ["--sheet", "1"], "list.csv is no workbook and has no sheets."),
    ] {
      let sayings = try session.sayings(bytes, options)
      #expect(sayings[0].hasPrefix("wallchart-import: " + says))
      #expect(sayings.last == "exit 64")
    }
    // What is no list at all says so, whatever was asked of it.
    let foreign = try session.sayings(Self.container("Workbook"), ["--sheet", "1"])
    #expect(foreign[0] == "list.csv: " + Self.notRead("a workbook of old Excel or WPS (.xls, .et)"))
    #expect(foreign.last == "exit 65")
  }
}
