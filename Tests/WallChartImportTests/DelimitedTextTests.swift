import Testing
import WallChartStore
import WallChartWords

@testable import WallChartImport

@Suite("Lists as rows of cells")
struct DelimitedTextTests {
  /// A file, and the cells it is read as, one row a line, cells parted by `|`.
  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let file: String
    let rows: [String]

    init(_ description: String, _ file: String, _ rows: String...) {
      testDescription = description
      self.file = file
      self.rows = rows
    }
  }

  static let readable = [
    Example("plain cells", "a,b\n1,2\n", "a|b", "1|2"),
    Example("no line end after the last row", "a,b\n1,2", "a|b", "1|2"),
    Example("an empty last cell at the end of the file", "a,b\n1,", "a|b", "1|"),
    Example("CRLF line ends", "a,b\r\n1,2\r\n", "a|b", "1|2"),
    Example("CR line ends", "a,b\r1,2\r", "a|b", "1|2"),
    Example("mixed line ends", "a,b\r\n1,2\r3,4\n", "a|b", "1|2", "3|4"),
    Example("a byte order mark", "\u{FEFF}a,b\n1,2\n", "a|b", "1|2"),
    Example("a comma in quotes", "a,b\n\"1,5\",2\n", "a|b", "1,5|2"),
    Example("a doubled quote", "a,b\n\"say \"\"no\"\"\",2\n", "a|b", "say \"no\"|2"),
    Example("only doubled quotes", "a,b\n\"\"\"\",2\n", "a|b", "\"|2"),
    Example("an empty cell in quotes", "a,b\n\"\",2\n", "a|b", "|2"),
    Example("a quoted cell at the end of the file", "a,b\n1,\"2\"", "a|b", "1|2"),
    Example("line ends in quotes", "a,b\n\"1\n2\r\n3\",4\n", "a|b", "1\n2\r\n3|4"),
    Example("Chinese text", "编号,名称\n一,蓝天\n", "编号|名称", "一|蓝天"),
    Example("spaces are part of the text", "a,b\n 1 ,2\n", "a|b", " 1 |2"),
    Example("formulas are text", "a,b\n=1+1,@x\n", "a|b", "=1+1|@x"),
    Example("empty lines", "a,b\n\n1,2\n\n", "a|b", "1|2"),
    Example("rows of empty cells", "a,b\n1,2\n,\n,,,\n", "a|b", "1|2"),
    Example("one column", "a\n1\n", "a", "1"),
  ]

  @Test("A file is read as RFC 4180 says", arguments: readable)
  func reading(_ example: Example) {
    let table = TableFile.table(Array(example.file.utf8), file: "list.csv")
    #expect(table.rows.map { $0.cells.map(\.text).joined(separator: "|") } == example.rows)
    #expect(table.findings == [])
  }

  /// A file, and what is found in it: line, column and problem.
  static let unreadable: [(String, String)] = [
    ("", "1:1 empty"),
    ("\u{FEFF}", "1:1 empty"),
    ("\n\r\n", "1:1 empty"),
    ("a,b\n", "1:1 noRows"),
    ("a,b\n1,2\n3,\"4\n5,6\n", "3:3 unclosedQuote"),
    ("蓝天,b\n天天,\"4", "2:4 unclosedQuote"),
    ("a,b\n\"1\n2\",3\n4,\"5\n6", "4:3 unclosedQuote"),
    ("a,b\n1\"x\",2\n", "2:2 quoteInsideCell"),
    ("a,b\n\"1\"x,2\n", "2:4 textAfterQuote"),
    ("a,b\n1\n", "2:1 columnCount(expected: 2, found: 1)"),
    ("a,b\n1,2\n3,4,5\n", "3:1 columnCount(expected: 2, found: 3)"),
    ("a,b\n1\"蓝\",天\"\n", "2:2 quoteInsideCell; 2:7 quoteInsideCell"),
  ]

  @Test("What is not in order is named at its place", arguments: unreadable)
  func refusing(_ file: String, _ findings: String) {
    #expect(Self.findings(in: Array(file.utf8)) == findings)
  }

  @Test("A list of more columns than anybody has is not read further")
  func manyColumns() {
    let head = String(repeating: ",", count: 59_999)
    #expect(
      Self.findings(in: Array((head + "x\n" + head + "\"").utf8))
        == "1:1 tooManyColumns(60000, limit: 2000)")
    let widest = (1...2000).map { "x\($0)" }.joined(separator: ",")
    #expect(Self.findings(in: Array((widest + "\n" + widest).utf8)) == "")
  }

  @Test("A list of more rows than any chart has is not read further")
  func manyRows() {
    let file = Array(String(repeating: "x,y\n\n", count: 101).utf8)
    func table(_ limit: Int) -> Table {
      TableFile.table(file, file: "", TableFile.Options(rowLimit: limit))
    }
    #expect(table(101).rows.count == 101)
    #expect(table(101).findings == [])
    #expect(table(100).rows == [])
    #expect(
      table(100).findings
        == [ImportFinding(place: 500, problem: .tooManyRows(rows: 100, cells: 20_000_000))])
    #expect(
      Report(table(100).findings, in: table(100), in: Words(.en)).complaints.first
        == ":201:1: at most 100 rows and 20000000 cells are read. Remove rows and columns that are "
        + "not needed, or split the list.")
  }

  @Test("Of quotes without end that are astray, the first thousand are named")
  func manyFaults() {
    let table = TableFile.table(
      Array(("a,b\n" + String(repeating: "x\"y,", count: 5000)).utf8), file: "list.csv",
      TableFile.Options(separator: .comma))
    #expect(table.findings.count == 1001)
    #expect(table.findings.first?.problem == .tooManyColumns(5001, limit: 2000))
    #expect(table.labels(of: table.findings.map(\.place)).last == "list.csv:2:3998")
  }

  @Test("Every cell knows the line and column it begins at")
  func places() {
    let table = TableFile.table(
      Array("\u{FEFF}a,b\r\n\"蓝\n天\",2\r3,\"4\"\n".utf8), file: "list")
    let labels = table.labels(of: table.rows.flatMap(\.cells).map(\.place))
    #expect(labels == ["1:1", "1:3", "2:1", "3:4", "4:1", "4:3"].map { "list:" + $0 })
  }

  @Test("Five hundred made-up tables are read as they were written, however they were quoted")
  func roundTrip() {
    var dice = Dice(seed: 20_200_731)
    let signs = ["a", "蓝", "1", " ", ",", "\"", "\n", "\r\n", "\r", "é", "🏭", "=", "\t"]
    for _ in 0..<500 {
      let width = 1 + dice.roll(5)
      let rows = (0...1 + dice.roll(6)).map { _ in
        // The first cell is never empty: rows of empty cells are passed over.
        (0..<width).map { column in
          (column == 0 ? "x" : "")
            + (0..<dice.roll(6)).map { _ in dice.one(signs) }.joined()
        }
      }
      let end = dice.one(["\n", "\r\n", "\r"])
      let lines = rows.map { row in
        row.map { cell in
          let mustQuote = cell.utf8.contains { [10, 13, 34, 44].contains($0) }
          guard mustQuote || dice.roll(4) == 0 else { return cell }
          return "\""
            + cell.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
        }.joined(separator: ",")
      }
      let file =
        (dice.roll(2) == 0 ? "\u{FEFF}" : "") + lines.joined(separator: end)
        + (dice.roll(2) == 0 ? end : "")
      let table = TableFile.table(
        Array(file.utf8), file: "list.csv", TableFile.Options(separator: .comma))
      #expect(table.findings == [])
      #expect(
        table.rows.map { $0.cells.map { Array($0.text.utf8) } }
          == rows.map { $0.map { Array($0.utf8) } })
    }
  }

  private static func findings(in bytes: [UInt8]) -> String {
    let table = TaskTable(TableFile.table(bytes, file: ""))
    let labels = table.table.labels(of: table.findings.map(\.place))
    return zip(labels, table.findings).map { "\($0.dropFirst()) \($1.problem)" }
      .joined(separator: "; ")
  }
}
