import Foundation
import Testing
import WallChartStore

@testable import WallChartImport

@Suite("What a cell may hold, and what a spreadsheet made of it")
struct CellTextTests {
  private static let head = "id,battle,title_en,unit_en,deadline"

  private static func unseen(_ places: String) -> String {
    "Characters that nobody sees, or that look different elsewhere, were kept in \(places). Two "
      + "texts that look alike may differ by them; unless they are meant, delete them in the list."
  }

  /// The title that a task gets from a cell as written in the file.
  static let titles: [(cell: String, title: String, stated: String?)] = [
    ("=HYPERLINK(\"\"http://x\"\",\"\"y\"\")", "=HYPERLINK(\"http://x\",\"y\")", nil),
    ("+cmd|'/C calc'!A0", "+cmd|'/C calc'!A0", nil),
    ("@SUM(A1:A9)", "@SUM(A1:A9)", nil),
    ("-2+3", "-2+3", nil),
    ("＝1＋1", "＝1＋1", nil),
    ("1.2E+05", "1.2E+05", nil),
    ("see #REF! there", "see #REF! there", nil),
    ("#1 boiler", "#1 boiler", nil),
    ("١٢ and １２", "١٢ and １２", nil),
    (
      "a\u{202E}b\u{200B}c\u{E0041}", "a\u{202E}b\u{200B}c\u{E0041}",
      unseen("1 text: list.csv:2:9 (<U+202E>, <U+200B>, <U+E0041>)")
    ),
    ("Close\nit", "Close it", "Line breaks inside 1 cell became spaces."),
    ("Close \r\n\r\n\u{3000}it;\rnow", "Close it; now", "Line breaks inside 1 cell became spaces."),
    ("\nClose it\r\n", "Close it", nil),
  ]

  @Test("Formulas, signs and bidirectional text are kept; lines become one, which is stated")
  func kept() throws {
    for (cell, title, stated) in Self.titles {
      let session = try ImportSession()
      let list = Self.head + "\nT-1,Air,\"" + cell + "\",North,2020-10-31\n"
      #expect(
        try session.sayings(Array(list.utf8))
          == ["1 task new, 1 unit, 1 battle; 1 entry"] + (stated.map { [$0] } ?? []) + ["exit 0"])
      let kept = try session.open("chart").chart.tasks[0].title["en"]
      #expect(Array(kept.utf8) == Array(title.utf8))
    }
  }

  @Test("Cells with characters that nobody sees are named by their place, in text, sheet and plan")
  func unseen() throws {
    let session = try ImportSession()
    func cells(_ row: Int) -> [String] {
      ["T-\(row)", "Air\u{200B}", "Close it", row > 1 ? "No\u{AD}rth" : "South", "2020-10-31"]
    }
    let book = Sketch(table: [Self.head.components(separatedBy: ",")] + (1...7).map(cells))
    let path = try session.save("plan.xlsx", bytes: book.file)
    let report = try session.run(path, "--into", session.path("chart"))
    let places = ["B2"] + (3...7).flatMap { ["B\($0)", "D\($0)"] }
    let named = places.map { place in
      "\(path)[Sheet1]!\(place) (<\(place.hasPrefix("B") ? "U+200B" : "U+00AD")>)"
    }
    let first = named.prefix(10).joined(separator: ", ")
    #expect(report.said.contains(Self.unseen("13 texts: \(first) and 3 more")))
    #expect(report.exitCode == 0)
    let plan = session.path("chart") + "/chart.json"
    let again = try session.run(plan, "--into", session.path("other"))
    let line = try #require(again.said.first { $0.contains("nobody sees") })
    #expect(line.contains("were kept in 2 texts: \(plan):"))
    #expect(line.contains(" (<U+00AD>)"))
  }

  @Test("Cells with line breaks are counted once each, whatever is read of them")
  func joined() throws {
    let session = try ImportSession()
    let list =
      Self.head + ",n1_due,n1_en,n1_zh,lead_en,note\n"
      + "T-1,Air,\"a\nb\",\"No\nrth\",2020-10-31,2020-08-01,\"a\n\nb\",\"\n\",\"E\rPB\",\"x\ny\"\n"
    #expect(
      try session.sayings(Array(list.utf8)) == [
        "1 task new, 2 units, 1 battle; 1 entry", "Column not taken over: note",
        "Line breaks inside 4 cells became spaces.", "exit 0",
      ])
    #expect(try session.open("chart").chart.tasks[0].nodes[0].title["en"] == "a b")
    #expect(try session.sayings(Array(list.utf8)).first?.hasPrefix("0 changes") == true)
  }

  private static let row = "T-1,Air,Close it,North,2020-10-31"
  private static let errorHint =
    "is an error of the spreadsheet, not a value. Correct the formula or format the column as text "
    + "and type the value, then save the list again."

  /// Lines below the column names, and the first thing said.
  static let refused: [(columns: String, row: String, says: String)] = [
    (
      ",quantity", row + ",#DIV/0!",
      "list.csv:2:35 (row 1, column \"quantity\"): \"#DIV/0!\" \(errorHint)"
    ),
    ("", "#N/A,Air,Close it,North,", "list.csv:2:1 (row 1, column \"id\"): \"#N/A\" \(errorHint)"),
    (
      "", "T-1,Air,#VALUE!,North,",
      "list.csv:2:9 (row 1, column \"title_en\"): \"#VALUE!\" \(errorHint)"
    ),
    (
      "", "T-1,Air,x, #NAME? ,",
      "list.csv:2:11 (row 1, column \"unit_en\"): \"#NAME?\" \(errorHint)"
    ),
    ("", "T-1,Err:508,x,y,", "list.csv:2:5 (row 1, column \"battle\"): \"Err:508\" \(errorHint)"),
    (
      "", "T-1,Air,x,y,٢٠٢٠-10-31",
      "list.csv:2:13 (row 1, column \"deadline\"): \"٢٠٢٠-10-31\" is not a time limit that can be read. "
        + "Use YYYY-MM-DD, 2020年10月31日, 10月底前, 年底前, 上半年, 三季度末, end of October, 长期坚持, or give the "
        + "words a day in the chart's rules (limitWords)."
    ),
    (
      "", "T-1,Air,\tx,y,2020-10-31",
      "list.csv:2:9 (row 1, column \"title_en\"): the control character U+0009 in the cell. Remove "
        + "it."
    ),
    (
      "", "T-1,Air,x\u{8}y,y,2020-10-31",
      "list.csv:2:9 (row 1, column \"title_en\"): the control character U+0008 in the cell. Remove "
        + "it."
    ),
    (
      "", "T-1,Air,x\u{85}y,y,2020-10-31",
      "list.csv:2:9 (row 1, column \"title_en\"): the control character U+0085 in the cell. Remove "
        + "it."
    ),
  ]

  @Test("A day, number or id that is no longer what was typed is refused with the way back")
  func refusing() throws {
    for (columns, row, says) in Self.refused {
      let session = try ImportSession()
      let said = try session.sayings(Array((Self.head + columns + "\n" + row + "\n").utf8))
      #expect(said.first == says)
      #expect(said.last == "exit 65")
    }
  }

  @Test("Nothing hostile is printed raw: of cells, names of columns, of the file, of its encoding")
  func nothingRaw() throws {
    let hostile = "\u{1B}]52;c;eA==\u{7}\u{9B}2J\u{202E}\u{2066}\u{E0041}\u{200B}\u{E000}\u{FEFF}"
    let session = try ImportSession()
    let name = hostile.replacingOccurrences(of: "/", with: "") + ".csv"
    let lists = [
      Self.head + "," + hostile + "\n" + Self.row + ",\n",
      Self.head + "\nT-1," + hostile + ",Close it," + hostile + "," + hostile + "\n",
      Self.head + "\n" + hostile + ",Air,Close it,North,2020-10-31\n",
      hostile + "\n" + hostile, hostile + ";a,b\n" + hostile + ";c,d",
    ]
    var said: [String] = []
    for list in lists {
      let path = try session.save(name, bytes: Array(list.utf8))
      for options in [[], ["--dry-run"], ["--encoding", hostile], ["--delimiter", hostile]] {
        let report = try session.run([path, "--into", session.path("chart")] + options)
        said += report.said + report.complaints
      }
    }
    #expect(said.count > 20)
    let raw = Set(hostile.unicodeScalars.filter { !(0x20..<0x7F).contains($0.value) })
    #expect(said.joined().unicodeScalars.allSatisfy { !raw.contains($0) && $0.value >= 0x20 })
    #expect(said.joined().contains("<U+202E><U+2066><U+E0041>"))
  }
}
