import Foundation
import Testing
import WallChartStore

@testable import WallChartImport

@Suite("Good rows of a bad list")
struct SkipBadTests {
  private static let head = "id,battle,title_en,unit_en,deadline"
  private static let list = [
    head, "T-1,Air,Close it,North,2020-10-31", "T-2,Air,\"=Open, it\",＠North,2020-13-01",
    "T-3,Air,Lock it", "T-4,Air,Paint it,North,2020-10-31",
  ]

  private func run(
    _ session: ImportSession, _ lines: [String] = list, _ options: String...
  ) throws -> Report {
    let list = try session.save("list.csv", lines.joined(separator: "\n"))
    return try session.run([list, "--into", session.path("chart"), "--skip-bad"] + options)
  }

  private func text(_ session: ImportSession, _ name: String) -> String? {
    FileManager.default.contents(atPath: session.path(name)).map {
      session.withoutPath(String(decoding: $0, as: UTF8.self))
    }
  }

  @Test("Bad rows are left out and kept with their reasons, safe for a spreadsheet program")
  func rejects() throws {
    let session = try ImportSession()
    let report = try run(session)
    #expect(report.exitCode == 1)
    #expect(report.said == ["2 tasks new, 1 unit, 1 battle; 1 entry"])
    let place =
      "list.csv:3:28 (row 2, column \"deadline\"): the calendar has no \"2020-13-01\". Correct month or day."
    let row =
      "list.csv:4:1 (row 3): 5 columns expected, 3 found. Check the separators and quotes of this row."
    #expect(
      session.complaints(of: report) == [
        place, row, "2 rows left out; see list.csv.rejects.csv",
      ])
    #expect(try session.open("chart").chart.tasks.map(\.id) == ["T-1", "T-4"])
    #expect(
      text(session, "list.csv.rejects.csv")
        == "\u{FEFF}not imported because,id,battle,title_en,unit_en,deadline\r\n\"\(place.quoted)\",T-2,Air,"
        + "\"'=Open, it\",\"'＠North\",2020-13-01\r\n\"\(row)\",T-3,Air,Lock it\r\n")
  }

  @Test("What is found only without a bad row stands at its own place, in the order of the file")
  func rounds() throws {
    let session = try ImportSession()
    // The first row, which is bad, makes one unit of what the next two take for two.
    let report = try run(
      session,
      [
        "id,battle,title_en,unit_en,unit_zh,deadline,n1_due,n1_en",
        "T-1,Air,Close it,North,北区,2020-10-31,2020-11-30,Late",
        "T-2,Air,Open it,North,,2020-10-31,,", "T-3,Air,Lock it,,北区,2020-10-31,,",
        "T-4,Air,Paint it,North,北区,2020-10-31,,",
        "T-5,Air,Wash it,North,,2020-10-31,2020-12-31,Late",
      ])
    let places = session.complaints(of: report).map { $0.prefix { $0 != " " } }
    #expect(places.prefix(3) == ["list.csv:2:38", "list.csv:5:18", "list.csv:6:35"])
    let rejects = try #require(text(session, "list.csv.rejects.csv"))
    #expect(rejects.contains("list.csv:5:18 (row 4, column \"\"unit_en\"\")"))
  }

  @Test("No file is written over, none in a dry run")
  func numbered() throws {
    let session = try ImportSession()
    let dry = try run(session, Self.list, "--dry-run")
    #expect(dry.exitCode == 1)
    #expect(dry.complaints.last == "2 rows would be left out.")
    #expect(text(session, "list.csv.rejects.csv") == nil)
    _ = try session.save("list.csv.rejects.csv", "mine")
    _ = try run(session)
    #expect(text(session, "list.csv.rejects.csv") == "mine\n")
    #expect(text(session, "list.csv.rejects-2.csv")?.isEmpty == false)
    // Nothing but the bad rows is left: they are kept, the chart is not touched.
    let before = try session.files("chart")
    #expect(try run(session).exitCode == 1)
    #expect(text(session, "list.csv.rejects-3.csv")?.isEmpty == false)
    #expect(try session.files("chart") == before)
  }

  @Test("Tasks of rows left out are not withdrawn; without a readable id nothing is")
  func spared() throws {
    let session = try ImportSession()
    let good = ["T-1", "T-2", "T-3", "T-4"].map { "\($0),Air,Close it,North,2020-10-31" }
    _ = try run(session, [Self.head] + good)
    _ = try run(
      session, [Self.head, good[0], good[1], "T-3,Air,Close it,North,soon"], "--yes")
    var tasks = try session.open("chart").chart.tasks
    #expect(tasks.filter { $0.withdrawn != nil }.map(\.id) == ["T-4"])
    let report = try run(session, [Self.head, good[0], "T-2,Air"], "--yes")
    #expect(
      report.complaints.last
        == "Nothing is withdrawn: a row that was left out has no readable id.")
    tasks = try session.open("chart").chart.tasks
    #expect(tasks.filter { $0.withdrawn != nil }.map(\.id) == ["T-4"])
  }

  @Test("What only shows against the chart or in the ledger leaves its row out, too")
  func againstTheRules() throws {
    let session = try ImportSession()
    let report = try run(
      session,
      [
        Self.head + ",n1_due,n1_en,n1_done", "T-1,Air,Close it,North,2020-10-31,2020-11-01,Plan,",
        "T-2,Air,Close it,South,2020-10-31,2020-07-01,Plan,2020-08-01",
        "T-3,Air,Close it,North,2020-10-31,2020-07-01,Plan,2020-07-01",
      ])
    #expect(report.said == ["1 task new, 1 unit, 1 battle; 2 entries"])
    let chart = try session.open("chart").chart
    #expect(chart.tasks.map(\.id) == ["T-3"])
    #expect(chart.units.map(\.id) == ["north"])
  }

  private static let longHead = "编号,战役,任务,责任单位,截止日期,节点名称,节点时限"
  private static let long = [
    longHead, "T-1,Air,Close it,North,2020-10-31,Plan,2020-07-01", ",,,,,Works,soon",
    "T-2,Air,Open it,North,2020-10-31,Plan,2020-07-01", ",,,,,Works,2020-08-01",
    "T-3,Air,Lock it,North,2020-10-31,Plan,2020-07-01", "T-3,,,South,,Works,2020-08-01",
  ]

  @Test("In a list with a row a node a task is left out with all of its rows")
  func long() throws {
    let session = try ImportSession()
    let report = try run(session, Self.long)
    #expect(report.exitCode == 1)
    #expect(report.complaints.last?.hasPrefix("2 rows left out; see ") == true)
    let day =
      "list.csv:3:12 (row 1, column \"节点时限\"): \"soon\" is not a date. Use YYYY-MM-DD."
    let unit =
      "list.csv:7:7 (row 5, column \"责任单位\"): \"South\" here, but \"North\" in row 5, where the task "
      + "begins. Make them agree."
    let rejects =
      "\u{FEFF}not imported because,\(Self.longHead)\r\n\"\(day.quoted)\",\(Self.long[1])\r\n,\(Self.long[2])\r\n"
      + "\"\(unit.quoted)\",\(Self.long[5])\r\n,\(Self.long[6])\r\n"
    #expect(text(session, "list.csv.rejects.csv") == rejects)
    let tasks = try session.open("chart").chart.tasks
    #expect(tasks.map(\.id) == ["T-2"])
    #expect(tasks[0].nodes.count == 2)
    // Mended, the rejects are a list like others.
    let mended = try session.save(
      "mended.csv",
      rejects.replacingOccurrences(of: "soon", with: "2020-08-01")
        .replacingOccurrences(of: "South", with: ""))
    #expect(try session.run(mended, "--into", session.path("mended")).exitCode == 0)
    #expect(try session.open("mended").chart.tasks.map(\.nodes.count) == [2, 2])
  }

  @Test("Of a workbook, merged cells and all, the rows are kept as they are shown")
  func workbook() throws {
    let session = try ImportSession()
    let rows = Self.long.map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let book = Sketch(
      table: [["任务清单"]] + rows, merged: ["A1:G1", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4"])
    let list = try session.save("list.xlsx", bytes: book.file)
    let report = try session.run(list, "--into", session.path("chart"), "--skip-bad")
    #expect(report.exitCode == 1)
    #expect(
      text(session, "list.xlsx.rejects.csv")
        == "\u{FEFF}not imported because,\(Self.longHead)\r\n\"list.xlsx[Sheet1]!G4: \"\"soon\"\" is not a date. "
        + "Use YYYY-MM-DD.\",\(Self.long[1])\r\n,T-1,Air,Close it,North,2020-10-31,Works,soon\r\n"
        + "\"list.xlsx[Sheet1]!D8: \"\"South\"\" here, but \"\"North\"\" in row 7, where the task begins. "
        + "Make them agree.\",\(Self.long[5])\r\n,\(Self.long[6])\r\n")
    #expect(try session.open("chart").chart.tasks.map(\.id) == ["T-2"])
  }

  @Test("A bad cell of the paper wall chart leaves its row out; its year goes with the rejects")
  func matrix() throws {
    let session = try ImportSession()
    let head = "编号,战役,任务,责任单位,截止日期,6月,7月,8月"
    let lines = [
      "2020年攻坚战挂图,,,,,,,", head, "T-1,蓝天,取缔,北区,2020-10-31,摸底,,15日 拆除",
      "T-2,蓝天,整治,北区,2020-10-31,,15日 摸底；40日 拆除,", "T-3,碧水,清淤,南区,2020-10-31,摸底,✓,",
      "T-4,碧水,截污,南区,2020-10-31,摸底", "T-5,碧水,截污,南区,2020-10-31,,摸底,",
    ]
    let report = try run(session, lines)
    #expect(report.exitCode == 1)
    let day =
      "list.csv:4:26 (row 2, column \"7月\"): \"40日 拆除\": the day is not clear or not in column "
      + "\"7月\". Write a day of the column and a space before the title, such as 15日 标题."
    let mark =
      "list.csv:5:28 (row 3, column \"7月\"): the sign ✓ says that a node is met, but not on which "
      + "day. Remove it, and mark the node in the chart."
    let torn =
      "list.csv:6:1 (row 4): 8 columns expected, 6 found. Check the separators and quotes of this "
      + "row."
    #expect(
      session.complaints(of: report) == [
        day, mark, torn, "3 rows left out; see list.csv.rejects.csv",
      ])
    let rejects =
      "\u{FEFF}2020年攻坚战挂图\r\nnot imported because,\(head)\r\n\"\(day.quoted)\",\(lines[3])\r\n"
      + "\"\(mark.quoted)\",\(lines[4])\r\n\"\(torn.quoted)\",\(lines[5])\r\n"
    #expect(text(session, "list.csv.rejects.csv") == rejects)
    #expect(try session.open("chart").chart.tasks.map(\.id) == ["T-1", "T-5"])
    // Mended in part, what is left is such a file again, and its year still known.
    let mended = try session.save(
      "mended.csv",
      rejects.replacingOccurrences(of: "40日", with: "30日").replacingOccurrences(
        of: "摸底\r\n", with: "摸底,,\r\n"))
    let second = try session.run(mended, "--into", session.path("chart"), "--skip-bad")
    #expect(second.exitCode == 1)
    let last = try #require(text(session, "mended.csv.rejects.csv"))
    #expect(last.hasPrefix("\u{FEFF}2020年攻坚战挂图\r\nnot imported because,\(head)\r\n\"mended.csv:4:"))
    #expect(last.hasSuffix("\",\(lines[4])\r\n"))
    let whole = try session.save("whole.csv", last.replacingOccurrences(of: "✓", with: "验收"))
    #expect(try session.run(whole, "--into", session.path("chart")).complaints.count == 1)
    #expect(
      try session.open("chart").chart.tasks.map { $0.nodes.map(\.due.iso) } == [
        ["2020-06-30", "2020-08-15"], ["2020-07-31"], ["2020-07-15", "2020-07-30"],
        ["2020-06-30"], ["2020-06-30", "2020-07-31"],
      ])
  }

  @Test(
    "A bar of the paper wall chart is one node in the rejects as well; its sheet's year is kept")
  func bar() throws {
    let session = try ImportSession()
    let head = ["编号", "战役", "任务", "责任单位", "截止日期", "风险等级", "6月", "7月", "8月"]
    var book = Sketch(
      table: [
        ["北区挂图"], head, ["T-1", "蓝天", "取缔", "北区", "2020-10-31", "高", "摸底", "", "拆除"],
        ["T-2", "", "整治", "北区", "2020-10-31", "急", "施工", "", "验收"],
      ], merged: ["A1:I1", "B3:B4", "G4:H4"])
    book.sheets[0].name = "2020年"
    let list = try session.save("list.xlsx", bytes: book.file)
    let report = try session.run(list, "--into", session.path("chart"), "--skip-bad")
    #expect(report.exitCode == 1)
    let rejects = try #require(text(session, "list.xlsx.rejects.csv"))
    let columns = head.joined(separator: ",")
    #expect(
      rejects.hasPrefix(
        "\u{FEFF}2020年\r\nnot imported because,\(columns)\r\n\"list.xlsx[2020年]!F4: "))
    #expect(rejects.hasSuffix("\",T-2,蓝天,整治,北区,2020-10-31,急,,施工,验收\r\n"))
    let mended = try session.save(
      "mended.csv", rejects.replacingOccurrences(of: ",急,", with: ",高,"))
    #expect(try session.run(mended, "--into", session.path("chart")).exitCode == 0)
    let chart = try session.open("chart").chart
    #expect(chart.title == Text("北区挂图"))
    #expect(chart.tasks.map { $0.nodes.map(\.due.iso) }.last == ["2020-07-31", "2020-08-31"])
  }

  @Test("A torn row of a node may be any task's: the list is refused")
  func torn() throws {
    let session = try ImportSession()
    let report = try run(
      session,
      [Self.longHead, "T-1,Air,Close it,North,2020-10-31,Plan,2020-07-01", ",,,,Works,2020-08-01"])
    #expect(report.exitCode == 65)
    #expect(
      session.complaints(of: report) == [
        "list.csv:3:1 (row 2): 7 columns expected, 6 found. Check the separators and quotes of this row.",
        "1 finding: nothing was imported.",
      ])
    #expect(text(session, "list.csv.rejects.csv") == nil)
  }

  @Test("The row of a battle is kept before the task's own")
  func battleRow() throws {
    let session = try ImportSession()
    _ = try run(
      session,
      [
        "编号,整改任务,责任单位,截止日期", "一、蓝天,,,", "T-1,拆除,北区,2020-10-31", "T-2,拆除,北区,很快",
      ])
    let rejects = try #require(text(session, "list.csv.rejects.csv"))
    #expect(
      rejects.hasPrefix(
        "\u{FEFF}not imported because,编号,整改任务,责任单位,截止日期\r\n,一、蓝天,,,\r\n\"list.csv:4:11 (row 3, "))
    #expect(rejects.hasSuffix("\",T-2,拆除,北区,很快\r\n"))
    let mended = try session.save(
      "mended.csv", rejects.replacingOccurrences(of: "很快", with: "年底前"))
    _ = try session.run(mended, "--into", session.path("mended"), "--year", "2020")
    let chart = try session.open("mended").chart
    #expect(chart.battles.map(\.name) == [Text(en: "", zh: "蓝天")])
    #expect(chart.tasks.map(\.id) == ["T-2"])
  }

  @Test("What is wrong with the whole list, or with every row, refuses it")
  func refused() throws {
    let session = try ImportSession()
    for lines in [
      ["id,battle,unit_en", "T-1,Air,North"], [Self.head, "T-1,Air,Close it,North,soon"],
      [Self.head, "T-1,Air,Close it,North,2020-10-31", "T-2,Air,\"Close it,North,2020-10-31"],
    ] {
      let report = try run(session, lines)
      #expect(report.exitCode == 65)
      #expect(report.complaints.last == "1 finding: nothing was imported.")
      #expect(text(session, "list.csv.rejects.csv") == nil)
      #expect(!FileManager.default.fileExists(atPath: session.path("chart")))
    }
  }
}

extension String {
  /// As it stands inside a quoted cell.
  fileprivate var quoted: String { replacingOccurrences(of: "\"", with: "\"\"") }
}
