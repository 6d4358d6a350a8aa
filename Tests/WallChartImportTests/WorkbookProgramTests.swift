import Foundation
import Testing
import WallChartStore

@testable import WallChartImport

/// What needs Debian's Python, its openpyxl, or a compiler's view of the system's headers.
@Suite("Workbooks of other programs")
struct WorkbookProgramTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
  private let session: ImportSession

  init() throws { session = try ImportSession() }

  /// Runs a program and gives what it prints.
  private func run(_ program: String, _ arguments: String...) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return data
  }

  private func python(_ script: String) throws -> Data {
    try run(
      "/usr/bin/python3", "\(Self.folder)/Workbooks/\(script)", session.folder, ImportSession.seeds)
  }

  private func table(_ name: String) throws -> Table {
    let path = session.path("\(name).xlsx")
    return Workbook.table(try PosixFile.contents(of: path), file: name, sheet: nil)
  }

  @Test("Five hundred workbooks are read as openpyxl reads them")
  func openpyxl() throws {
    let lines = String(decoding: try python("generate.py"), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 500)
    for (number, line) in lines.enumerated() {
      let rows = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [[Any]])
      let table = try table("\(number)")
      #expect(table.findings == [])
      #expect(table.rows.map(\.number) == rows.map { $0.first as? Int })
      // Bytes: equal texts may differ in them.
      for (row, other) in zip(table.rows, rows) {
        let texts = other.dropFirst().map { $0 as? String ?? "?" }
        let isSame = row.cells.map { Array($0.text.utf8) } == texts.map { Array($0.utf8) }
        #expect(isSame, "\(number).xlsx: \(row.cells.map(\.text)) \(texts)")
      }
    }
  }

  @Test("The Dalian list makes the same chart, byte for byte, as text and as a workbook")
  func dalian() throws {
    _ = try python("dalian.py")
    let text = try session.run(
      ImportSession.seeds + "/dalian-tasks.csv", "--into", session.path("text"))
    let book = try session.run(session.path("dalian-tasks.xlsx"), "--into", session.path("book"))
    #expect(text.exitCode == 0)
    #expect(book.said.first == text.said.first)
    #expect(try session.planButID("book") == session.planButID("text"))
  }

  @Test("A workbook that unpacks to far more than a list is refused, and why is said")
  func bombs() throws {
    _ = try python("bombs.py")
    let names = try FileManager.default.contentsOfDirectory(atPath: session.folder).sorted()
    #expect(names.count == 12)
    var said: [String: String] = [:]
    for name in names {
      let time = try secondsOfWork {
        let report = try session.run(
          session.path(name), "--into", session.path("chart"))
        #expect(report.exitCode == 65)
        said[String(name.dropLast(5))] = report.complaints[0]
          .replacingOccurrences(of: session.path(name) + ": ", with: "")
      }
      // How long it took depends on what else the machine does.
      print("\(name): refused after \(time) s of work")
    }
    let damaged =
      "xl/worksheets/s.xml, line 1, is damaged. Open the workbook in Excel, save it again, "
      + "and import that."
    let far =
      "unpacked, the workbook is far larger than any list. Do not trust this file; ask for the "
      + "list as CSV."
    let rows =
      "xl/worksheets/s.xml, line 1: there cannot be a row or cell \"1048577\" here. Open the "
      + "workbook in Excel, save it again, and import that."
    #expect(
      said == [
        "spaces": far, "zeros": damaged, "strangers": far, "rows": rows, "filled": far,
        "ranges": far, "texts": far, "a text": far, "runs": far, "comments": far,
        "overlapping": far,
        "picture": "the file is empty. A list has a line of column names and a row for each task.",
      ])
    #expect(!FileManager.default.fileExists(atPath: session.path("chart")))
  }

  @Test("The declarations of libxml2 are those of its own headers")
  func declarations() throws {
    let root = URL(fileURLWithPath: Self.folder).deletingLastPathComponent()
      .deletingLastPathComponent().path
    let source = try session.save(
      "both.c", "#include <libxml/xmlreader.h>", "#include \"\(root)/Sources/CXML/shim.h\"")
    _ = try run(
      "/usr/bin/env", "clang", "-fsyntax-only", "-Wall", "-Werror", "-I/usr/include/libxml2", source
    )
  }
}
