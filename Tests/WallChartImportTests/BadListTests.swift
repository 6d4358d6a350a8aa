import Foundation
import Testing
import WallChartStore

@testable import WallChartImport

/// The table of bad input, cases 22 to 34, as far as one list shows it. Elsewhere, as exactly: 29,
/// lost zeros, in RemarkTests; 32, the same list again and one cut off, in ImportAgainTests and
/// ImportSafetyTests; 33, much withdrawn, in ProposalTests; 35 to 38, hostile workbooks, in
/// WorkbookRefusalTests; 39, other files, in FileKindTests; 40, sheets and formulas, in
/// WorkbookChoiceTests.
@Suite("Bad lists by number, each with its exact words, place and exit code")
struct BadListTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let file: [UInt8]
    let options: [String]
    let says: [String]
    let exit: Int32

    init(
      _ number: Int, _ what: String, _ file: [UInt8], _ options: [String] = [],
      says: [String], exit: Int32 = 65
    ) {
      testDescription = "\(number) \(what)"
      self.file = file
      self.options = options
      self.says = says
      self.exit = exit
    }

    init(
      _ number: Int, _ what: String, _ lines: String..., options: [String] = [],
      says: [String], exit: Int32 = 65
    ) {
      let text = lines.joined(separator: "\n") + "\n"
      self.init(number, what, Array(text.utf8), options, says: says, exit: exit)
    }
  }

  private static let head = "id,battle,title_en,unit_en,deadline"
  private static let row = "T-1,Air,Close it,North,2020-10-31"
  /// A list that leaves nothing to be remarked but how it is laid out.
  private static let wholeHead = head + ",risk,n1_due,n1_en"
  private static let whole = row + ",low,2020-09-30,Plan"
  private static let taken = "1 task new, 1 unit, 1 battle; 1 entry"
  private static let forms =
    "Use YYYY-MM-DD, 2020年10月31日, 10月底前, 年底前, 上半年, 三季度末, end of October, 长期坚持, or give "
    + "the words a day in the chart's rules (limitWords)."

  /// A row with this limit, and what is said of it.
  private static func limit(_ text: String, _ says: String) -> Case {
    Case(
      30, "the limit \(text)", head, "T-1,Air,Close it,North," + text,
      says: ["list.csv:2:24 (row 1, column \"deadline\"): \(says)"])
  }

  private static func limit(unread text: String) -> Case {
    limit(text, "\"\(text)\" is not a time limit that can be read. \(forms)")
  }

  static let torn = [
    Case(
      22, "an unclosed quote, named where it opened", head, row,
      "T-2,Air,\"Close it,North,2020-10-31", "T-3,Air,Close it,North,2020-10-31",
      says: ["list.csv:3:9: the quote opened here is never closed. Close it."]),
    Case(
      23, "too few and too many columns", head, "T-1,Air,Close it,North", row + ",x",
      says: [
        "list.csv:2:1 (row 1): 5 columns expected, 4 found. Check the separators and quotes of "
          + "this row.",
        "list.csv:3:1 (row 2): 5 columns expected, 6 found. Check the separators and quotes of "
          + "this row.",
      ]),
    Case(
      25, "UTF-16 with its mark", [0xFF, 0xFE] + encoded("\(wholeHead)\n\(whole)\n", "UTF-16LE"),
      says: [taken, "Text read as UTF-16LE."], exit: 0),
    Case(
      25, "Windows-1252", encoded("\(head)\nT-1,Air,Été,Montréal,2020-10-31\n", "WINDOWS-1252"),
      says: [
        "list.csv:2:9: the bytes C9 74 are not UTF-8, and in GB18030 the file does not read as "
          + "Chinese. Save the list as CSV (UTF-8), or name its encoding, such as --encoding "
          + "gb18030 or windows-1252."
      ]),
    Case(
      26, "semicolons", wholeHead.replacingOccurrences(of: ",", with: ";"),
      whole.replacingOccurrences(of: ",", with: ";"),
      says: [taken, "Columns parted by semicolons."], exit: 0),
    Case(
      26, "a line that names the separator", "sep=;",
      wholeHead.replacingOccurrences(of: ",", with: ";"),
      whole.replacingOccurrences(of: ",", with: ";"),
      says: [taken, "Columns parted by semicolons."], exit: 0),
    Case(
      26, "tabs", wholeHead.replacingOccurrences(of: ",", with: "\t"),
      whole.replacingOccurrences(of: ",", with: "\t"),
      says: [taken, "Columns parted by tabs."], exit: 0),
    Case(
      26, "two separators", "id,battle;title_en,unit_en;deadline",
      "T-1,Air;Close it,North;2020-10-31",
      says: [
        "list.csv:1:1: the columns can be parted by commas or semicolons. Say which is meant: "
          + "--delimiter ',' or --delimiter ';'."
      ], exit: 64),
  ]

  static let headers = [
    Case(
      27, "a column twice", head + ",id", row + ",T-1",
      says: ["list.csv:1:37: column \"id\" is there twice. Keep one."]),
    Case(
      27, "two columns of one meaning", "编号,战役,任务,责任单位,截止日期,任务编号", row + ",T-1",
      says: [
        "list.csv:1:20: columns \"编号\" and \"任务编号\" both mean id. Keep one, or choose it: --map "
          + "id=NAME."
      ]),
    Case(
      27, "a column without a name", "id,,battle,title_en,unit_en", "T-1,,Air,Close it,North",
      says: ["list.csv:1:4: this column has no name. Name it or remove it."]),
    Case(
      27, "columns that are missing", "title_zh,deadline", "取缔,2020-10-31",
      says: [
        "list.csv:1:1: columns missing: id; battle or battle_zh; unit_en or unit_zh. This line "
          + "has: title_zh, deadline. Rename columns or add them. Or say which one is meant: --map "
          + "id=NAME. If all tasks belong to one battle: --battle NAME."
      ]),
    Case(
      27, "a column that means nothing", wholeHead + ",mood", whole + ",x",
      says: [taken, "Column not taken over: mood"], exit: 0),
    Case(
      31, "more columns than anybody has", head + String(repeating: ",x", count: 59_995), row,
      says: [
        "list.csv:1:1: 60000 columns; at most 2000 are read. Remove the columns that are not "
          + "needed."
      ]),
  ]

  private static let formHint =
    "is what the spreadsheet made of it, not what was typed. Format the column as text, correct the "
    + "cell, and save the list again."
  private static let errorHint =
    "is an error of the spreadsheet, not a value. Correct the formula or format the column as text "
    + "and type the value, then save the list again."

  static let cells = [
    Case(
      29, "an id in powers of ten", head, "1.2E+05,Air,Close it,North,2020-10-31",
      says: ["list.csv:2:1 (row 1, column \"id\"): \"1.2E+05\" \(formHint)"]),
    Case(
      29, "a quantity in powers of ten", head + ",quantity", row + ",1.2E+05",
      says: ["list.csv:2:35 (row 1, column \"quantity\"): \"1.2E+05\" \(formHint)"]),
    Case(
      29, "a day as a bare number", head, "T-1,Air,Close it,North,45123",
      says: [
        "list.csv:2:24 (row 1, column \"deadline\"): \"45123\" is a bare number. Format the column "
          + "as a date, save as .xlsx, or use --dates excel if it is a day as Excel counts them."
      ]),
    Case(
      29, "an error instead of a title", head, "T-1,Air,#REF!,North,2020-10-31",
      says: ["list.csv:2:9 (row 1, column \"title_en\"): \"#REF!\" \(errorHint)"]),
    limit("2025-02-30", "the calendar has no \"2025-02-30\". Correct month or day."),
    limit("2025年2月30日", "the calendar has no \"2025年2月30日\". Correct month or day."),
    limit("31/11/25", "\"31/11/25\" has no year of four digits. Write YYYY-MM-DD."),
    limit(unread: "24:00"), limit(unread: "2020-10-31T24:00+99:99"), limit(unread: "99999-01-01"),
    limit(
      "05/06/2020",
      "in \"05/06/2020\" day and month cannot be told apart. Write YYYY-MM-DD, or say the order "
        + "with --dates dmy or --dates mdy."),
    Case(
      30, "an ambiguous day whose order is said", wholeHead,
      whole.replacingOccurrences(of: "2020-10-31", with: "05/11/2020"),
      options: ["--dates", "dmy"], says: [taken], exit: 0),
    Case(
      31, "full-width digits", head + ",quantity", row + ",１２",
      says: [
        "list.csv:2:35 (row 1, column \"quantity\"): \"１２\" is not a whole number. Use digits "
          + "only, such as 1200."
      ]),
    Case(
      31, "Arabic digits", head + ",quantity", row + ",١٢",
      says: [
        "list.csv:2:35 (row 1, column \"quantity\"): \"١٢\" is not a whole number. Use digits "
          + "only, such as 1200."
      ]),
    Case(
      31, "a text that no entry could hold", head,
      "T-1,Air," + String(repeating: "x", count: 70_000) + ",North,2020-10-31",
      says: [
        "list.csv:2:9 (row 1, column \"title_en\"): a text longer than 65536 bytes. Shorten it."
      ]),
    Case(
      31, "digits of all kinds in a text", wholeHead,
      whole.replacingOccurrences(of: "Close it", with: "１２ and ١٢"), says: [taken], exit: 0),
  ]

  @Test(
    "What is said of a bad list, and that nothing of a refused one is written",
    arguments: torn + headers + cells)
  func bad(_ example: Case) throws {
    let session = try ImportSession()
    var says = example.says
    if example.exit != 0 {
      says.append(
        "\(says.count) \(says.count == 1 ? "finding" : "findings"): nothing was imported.")
    }
    #expect(try session.sayings(example.file, example.options) == says + ["exit \(example.exit)"])
    #expect(
      FileManager.default.fileExists(atPath: session.path("chart")) == (example.exit == 0))
  }

  @Test(
    "In Chinese the same is said of the same places, and nothing in English",
    arguments: torn + headers + cells)
  func chinese(_ example: Case) throws {
    let session = try ImportSession()
    let list = try session.save("list.csv", bytes: example.file)
    let report = try session.run(
      [list, "--into", session.path("chart")] + example.options, language: "zh")
    #expect(report.exitCode == example.exit)
    guard example.exit != 0 else { return }
    let said = session.complaints(of: report).dropLast()
    #expect(said.count == example.says.count)
    for (line, english) in zip(said, example.says) {
      // `list.csv:3:9`, in front of whatever comes next.
      let place = english.prefix { $0 != " " }.split(separator: ":").prefix(3).joined(
        separator: ":")
      #expect(line.hasPrefix(place))
      let next = line.dropFirst(place.count).first
      #expect(next == ":" || next == "（" || next == "：")
      #expect(line.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) })
      for word in [" the ", " is ", "Write ", "Format ", "Correct "] {
        #expect(!line.contains(word))
      }
    }
  }

  // MARK: 24

  @Test(
    "24 CRLF, CR, both, a line break inside quotes, no last line end: all the same chart",
    arguments: ["\n", "\r\n", "\r"])
  func lineEnds(_ end: String) throws {
    let session = try ImportSession()
    let rows = [
      Self.wholeHead, Self.whole, Self.whole.replacingOccurrences(of: "T-1", with: "T-2"),
    ]
    _ = try session.sayings(Array((rows.joined(separator: "\n") + "\n").utf8))
    let known = try session.planButID("chart")
    for text in [
      rows.joined(separator: end), rows.joined(separator: end) + end,
      rows[0] + "\r\n" + rows[1] + end + rows[2],
      rows[0] + end + rows[1].replacingOccurrences(of: "Close it", with: "\"Close\(end)it\"") + end
        + rows[2],
    ] {
      try FileManager.default.removeItem(atPath: session.path("chart"))
      let said = try session.sayings(Array(text.utf8))
      #expect(said.last == "exit 0")
      #expect(try session.planButID("chart") == known)
    }
  }

  // MARK: 28

  @Test("28 Formulas are kept as they stand, in the chart and in the list of rows left out")
  func formulas() throws {
    let session = try ImportSession()
    let formulas = [
      "=HYPERLINK(\"http://x\",\"y\")", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "＝1＋1", "＋1",
      "－1", "＠1",
      "'=1", "'x",
    ]
    func rows(_ limit: String) -> [String] {
      formulas.enumerated().map { number, text in
        "T-\(number),Air,\"\(text.replacingOccurrences(of: "\"", with: "\"\""))\",North,\(limit)"
      }
    }
    func titles(_ chart: String) throws -> [String] {
      try session.open(chart).chart.tasks.map { $0.title["en"] }
    }
    let good = try session.save(
      "good.csv", ([Self.head] + rows("2020-10-31")).joined(separator: "\n"))
    #expect(try session.run(good, "--into", session.path("good")).exitCode == 0)
    #expect(try titles("good") == formulas)
    let bad = try session.save(
      "bad.csv",
      ([Self.head, "T,Air,Close it,North,2020-10-31"] + rows("soon")).joined(separator: "\n"))
    #expect(try session.run(bad, "--into", session.path("bad"), "--skip-bad").exitCode == 1)
    let rejects = String(
      decoding: try #require(FileManager.default.contents(atPath: bad + ".rejects.csv")),
      as: UTF8.self)
    for text in formulas {
      let cell = "\"'" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
      #expect(rejects.contains(",Air,\(cell),North,"))
    }
    // Mended, they come back as they were.
    let mended = try session.save(
      "mended.csv", rejects.replacingOccurrences(of: ",soon", with: ",2020-10-31"))
    #expect(try session.run(mended, "--into", session.path("bad")).exitCode == 0)
    #expect(try titles("bad").dropFirst() == formulas[...])
  }

  // MARK: 34

  @Test("34 What a clerk marks while a proposal is looked at stays, and the import goes in")
  func racing() throws {
    let session = try ImportSession()
    let list = try session.save("list.csv", Self.wholeHead, Self.whole)
    _ = try session.run(list, "--into", session.path("chart"))
    let next = try session.save(
      "next.csv", Self.wholeHead + ",n1_done",
      Self.whole.replacingOccurrences(of: "Close", with: "Shut") + ",2020-07-30")
    var proposals = 0
    let report = try session.run([next, "--into", session.path("chart")]) { _ in
      if proposals == 0 { try? session.mark("T-1", "1") }
      proposals += 1
      return true
    }
    #expect(report.exitCode == 0)
    let folder = try session.open("chart")
    #expect(folder.chart.tasks[0].title["en"] == "Shut it")
    #expect(folder.findings(today: day("2020-07-31")) == [])
    let marks = folder.ledger.entries(of: "T-1").filter { $0.fact == .met(node: "1") }
    #expect(marks.contains { $0.by == "clerk" })
    let status = ChartStatus(of: folder.chart, ledger: folder.ledger, on: day("2020-07-31"))
    #expect(status.tasks[0].nodes[0].state.isMet)
    #expect(!status.tasks[0].nodes[0].isDisputed)
  }
}
