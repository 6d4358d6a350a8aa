import Foundation
import Testing

@testable import WallChartImport

@Suite("The sign between the columns")
struct SeparatorTests {
  /// A list, and the signs it can be parted by.
  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let lines: [String]
    let candidates: [Separator]

    init(_ description: String, _ candidates: [Separator], _ lines: String...) {
      testDescription = description
      self.candidates = candidates
      self.lines = lines
    }
  }

  static let examples = [
    Example("commas", [.comma], "a,b,c", "1,2,3"),
    Example("semicolons", [.semicolon], "a;b;c", "1;2;3"),
    Example("tabs", [.tab], "a\tb\tc", "1\t2\t3"),
    Example("one column", [.comma], "a", "1", "2"),
    Example("only column names", [.semicolon], "a;b;c"),
    Example(
      "commas in the text", [.semicolon], "id;title;unit", "1;Close it, now;N", "2;Open, it;S"),
    Example(
      "semicolons in the text", [.comma], "id,title,unit", "1,a;b;c,N", "2,a;b;c,S", "3,a;b;c,S"),
    Example("tabs in the text", [.comma], "id,title,unit", "1,a\tb,N", "2,a\tb,S"),
    Example(
      "semicolons in quotes", [.comma], "id,title,unit", "1,\"a;b;c\",N", "2,\"a;b;c\",S"),
    Example(
      "commas and line breaks in quotes", [.semicolon], "id;title", "1;\"a,b\nc,d\ne,f\"",
      "2;\"a,b\nc,d\""),
    Example(
      "commas in numbers", [.semicolon], "a;b;c", "1,5;2,5;3,5", "1,5;2,5;3,5", "1,5;2,5;3,5"),
    Example(
      "a title with commas above", [.semicolon], "Task list, of 2020", "Office, city", "",
      "id;title;unit;limit", "1;a;N;x", "2;b;N;x"),
    Example(
      "a title padded as spreadsheets do", [.comma], "清单；2020,,,", "id,title,unit,limit",
      "1,a;b,N,x", "2,b;c,N,x"),
    Example(
      "a torn row among good ones", [.comma], "id,title,unit", "1,a;b,N", "2,a;b", "3,a;b,N"),
    Example("two columns, and as many of another sign", [.comma, .semicolon], "a;b,c", "1;2,3"),
    Example(
      "a title cut like the only row", [.semicolon, .tab], "a;b;c", "id\ttitle\tunit\tlimit",
      "1\tx;y;z\tN\td"),
    Example("three signs", [.comma, .semicolon, .tab], "a;b,c\td", "1;2,3\t4", "1;2,3\t4"),
    Example(
      "a few rows with another sign", [.comma], "id", "1", "2;x", "3", "4;x", "5"),
  ]

  @Test("The sign that column names and rows agree on is taken", arguments: examples)
  func detection(_ example: Example) {
    let text = Array(example.lines.joined(separator: "\n").utf8)
    #expect(Separator.candidates(in: text, from: 0) == example.candidates)
  }

  @Test("A list longer than what is looked at is judged by its beginning")
  func long() {
    let row = "1;" + String(repeating: "x, ", count: 60_000) + ";3\n"
    #expect(
      Separator.candidates(in: Array(("a;b;c\n" + row + row + row).utf8), from: 0) == [.semicolon])
    let quoted = "a;b\n1;\"" + String(repeating: "x,\n", count: 200_000) + "\"\n"
    #expect(Separator.candidates(in: Array(quoted.utf8), from: 0) == [.semicolon])
  }

  private static let head = "id;battle;title_en;unit_en;deadline"
  private static let row = "T-1;Air;Close it, now;North;2020-10-31"

  /// Lines, options, and all that is said.
  static let said: [(lines: [String], options: [String], says: [String])] = [
    (
      [head, row], [],
      ["1 task new, 1 unit, 1 battle; 1 entry", "Columns parted by semicolons.", "exit 0"]
    ),
    (
      ["sep=;", head, row], [],
      ["1 task new, 1 unit, 1 battle; 1 entry", "Columns parted by semicolons.", "exit 0"]
    ),
    (
      [
        "SEP=\t", "id\tbattle\ttitle_en\tunit_en\tdeadline",
        "T-1\tAir\tClose; it\tNorth\t2020-10-31",
      ],
      [],
      ["1 task new, 1 unit, 1 battle; 1 entry", "Columns parted by tabs.", "exit 0"]
    ),
    (
      ["sep=;", head, "T-1;Air;Close it;North;2025-02-30"], [],
      [
        "list.csv:3:24 (row 1, column \"deadline\"): the calendar has no \"2025-02-30\". Correct month "
          + "or day.",
        "Columns parted by semicolons.", "1 finding: nothing was imported.", "exit 65",
      ]
    ),
    (
      [head, row + ";x"], ["--delimiter", ";"],
      [
        "list.csv:2:1 (row 1): 5 columns expected, 6 found. Check the separators and quotes of "
          + "this row.", "Columns parted by semicolons.", "1 finding: nothing was imported.",
        "exit 65",
      ]
    ),
    (
      ["id,battle;title_en,unit_en;deadline", "T-1,Air;Close it,North;2020-10-31"], [],
      [
        "list.csv:1:1: the columns can be parted by commas or semicolons. Say which is meant: "
          + "--delimiter ',' or --delimiter ';'.", "1 finding: nothing was imported.", "exit 64",
      ]
    ),
    (
      ["id;battle", "T-1;Air"], ["--delimiter", "tab"],
      [
        "list.csv:1:1: columns missing: id; battle or battle_zh; title_en or title_zh; unit_en or "
          + "unit_zh. This line has: id;battle. Rename columns or add them."
          + " Or say which one is meant: --map id=NAME."
          + " If all tasks belong to one battle: --battle NAME.",
        "Columns parted by tabs.", "1 finding: nothing was imported.", "exit 65",
      ]
    ),
    (
      [head, row], ["--delimiter", "|\u{1B}"],
      ["wallchart-import: \"|␛\" is not one of: , ; tab.", "exit 64"]
    ),
    (
      ["sep=;"], [],
      [
        "list.csv:1:1: the file is empty. A list has a line of column names and a row for each "
          + "task.", "Columns parted by semicolons.", "1 finding: nothing was imported.", "exit 65",
      ]
    ),
  ]

  @Test("What is not a comma is stated; what cannot be told is asked for")
  func sayings() throws {
    for (lines, options, says) in Self.said {
      let session = try ImportSession()
      #expect(
        try session.sayings(Array((lines.joined(separator: "\n") + "\n").utf8), options) == says)
    }
  }

  /// The list of Dalian in another form, and how the command is told.
  static let forms: [(separator: Separator, encoding: String, options: [String])] = [
    (.semicolon, "UTF-8", []), (.tab, "UTF-8", []), (.comma, "GB18030", []),
    (.tab, "UTF-16LE", []), (.semicolon, "GB18030", []),
    (.comma, "GB18030", ["--encoding", "gbk"]),
  ]

  @Test("The list of Dalian gives the same chart in every form", arguments: forms)
  func dalian(separator: Separator, encoding: String, options: [String]) throws {
    let list = ImportSession.seeds + "/dalian-tasks.csv"
    let session = try ImportSession()
    let cells = TableFile.table(
      Array(try #require(FileManager.default.contents(atPath: list))), file: list)
    let text = cells.rows.map { row in
      row.cells.map { "\"" + $0.text.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }
        .joined(separator: separator == .tab ? "\t" : separator.name)
    }.joined(separator: "\r\n")
    let mark: [UInt8] = encoding == "UTF-16LE" ? [0xFF, 0xFE] : []
    let other = try session.save("dalian-tasks.csv", bytes: mark + encoded(text, encoding))
    #expect(try session.run(list, "--into", session.path("one")).exitCode == 0)
    #expect(try session.run([other, "--into", session.path("two")] + options).exitCode == 0)
    #expect(try session.planButID("one") == session.planButID("two"))
  }
}
