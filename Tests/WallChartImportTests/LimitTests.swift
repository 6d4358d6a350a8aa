import Foundation
import Testing
import WallChartStore
import WallChartWords

@testable import WallChartImport

@Suite("Limits and days of a list, as they are written")
struct LimitTests {
  private static let head = "id,battle,title_en,unit_en,deadline,deadline_zh"

  /// Imports one row with these two cells and more, and gives its task, or what is complained of.
  private func task(
    _ deadline: String, _ words: String, columns: String = "", cells: String = "",
    named name: String = "list", _ options: [String] = [], in session: ImportSession? = nil
  ) throws -> (task: Chart.Task?, complaints: [String], output: [String]) {
    let session = try session ?? ImportSession()
    let list = try session.save(
      name + ".csv", Self.head + columns, "T-1,Air,Close it,North,\(deadline),\(words)" + cells)
    let report = try session.run([list, "--into", session.path("chart")] + options)
    let complaints = session.complaints(of: report)
    #expect(report.exitCode == (complaints.isEmpty ? 0 : 65))
    guard complaints.isEmpty else { return (nil, complaints, report.said) }
    return (try session.open("chart").chart.task("T-1"), [], report.said)
  }

  /// A limit as the chart then has it.
  private static func shown(_ task: Chart.Task?) -> String {
    guard let task else { return "refused" }
    return [task.term.rawValue, task.limit?.iso ?? "-", task.limitText ?? "-"].joined(
      separator: " ")
  }

  @Test(
    "Day, term and the list's own words",
    arguments: [
      ("2020-10-31", "", "dated 2020-10-31 -"), ("2020-10-31", "10月底前", "dated 2020-10-31 10月底前"),
      ("", "2020年10月底前", "dated 2020-10-31 2020年10月底前"),
      ("", "2020年10月31日前", "dated 2020-10-31 2020年10月31日前"),
      ("2020年10月31日", "", "dated 2020-10-31 -"), ("2020/10/31", "", "dated 2020-10-31 -"),
      ("2020.10.31", "", "dated 2020-10-31 -"), ("31 Oct 2020", "", "dated 2020-10-31 -"),
      ("2020年底前", "", "dated 2020-12-31 2020年底前"),
      ("end of October 2020", "", "dated 2020-10-31 end of October 2020"),
      ("", "长期坚持", "standing - 长期坚持"), ("长期坚持", "", "standing - 长期坚持"),
      ("2020-12-31", "长期坚持", "standing 2020-12-31 长期坚持"),
      ("", "2020年7月起", "standing - 2020年7月起"),
      ("2020-08-15", "立行立改", "atOnce 2020-08-15 立行立改"),
      ("", "立行立改，2020年8月15日前", "atOnce 2020-08-15 立行立改，2020年8月15日前"),
      ("2020-10-31", "采暖期前", "dated 2020-10-31 采暖期前"),
      ("2020-10-31", "年底前完成一半", "dated 2020-10-31 年底前完成一半"),
    ])
  func limits(deadline: String, words: String, shown: String) throws {
    #expect(Self.shown(try task(deadline, words).task) == shown)
  }

  @Test("The column of the term holds; a standing duty needs no day that can be read")
  func term() throws {
    func shown(_ words: String, _ term: String) throws -> String {
      Self.shown(try task("", words, columns: ",term", cells: "," + term).task)
    }
    #expect(try shown("2020年底前", "standing") == "standing 2020-12-31 2020年底前")
    #expect(try shown("立行立改，长期坚持", "standing") == "standing - 立行立改，长期坚持")
    #expect(try shown("2020年底前", "atOnce") == "atOnce 2020-12-31 2020年底前")
    #expect(try shown("2020年底前", "") == "dated 2020-12-31 2020年底前")
    #expect(
      try task("", "长期坚持", columns: ",term", cells: ",dated").complaints.first
        == "list.csv:2:24 (row 1, column \"deadline\"): task T-1 has no limit. Fill it in, or write "
        + "长期坚持 (ongoing) for a standing duty.")
  }

  private static let forms =
    "Use YYYY-MM-DD, 2020年10月31日, 10月底前, 年底前, 上半年, 三季度末, end of October, 长期坚持, or give the words "
    + "a day in the chart's rules (limitWords)."

  @Test(
    "What is not sure is refused, with the cell and the forms that would do",
    arguments: [
      (
        "", "近期",
        "25 (row 1, column \"deadline_zh\"): \"近期\" is not a time limit that can be read. " + forms
      ),
      (
        "soon", "",
        "24 (row 1, column \"deadline\"): \"soon\" is not a time limit that can be read. " + forms
      ),
      (
        "", "10月前",
        "25 (row 1, column \"deadline_zh\"): \"10月前\" may mean its beginning or its end. For "
          + "October write 9月底前 or 10月底前."
      ),
      (
        "", "立行立改",
        "25 (row 1, column \"deadline_zh\"): \"立行立改\" says at once, but not by when. Add the day: "
          + "立行立改，10月31日前 (at once, by 31 October), or a column deadline."
      ),
      (
        "", "年底前",
        "25 (row 1, column \"deadline_zh\"): \"年底前\" has no year, and nothing around it names one. "
          + "Write the year, or use --year YYYY."
      ),
      (
        "03/04/2020", "",
        "24 (row 1, column \"deadline\"): in \"03/04/2020\" day and month cannot be told apart. Write "
          + "YYYY-MM-DD, or say the order with --dates dmy or --dates mdy."
      ),
      (
        "3-4-20", "",
        "24 (row 1, column \"deadline\"): \"3-4-20\" has no year of four digits. Write YYYY-MM-DD."
      ),
      (
        "45123", "",
        "24 (row 1, column \"deadline\"): \"45123\" is a bare number. Format the column as a date, save "
          + "as .xlsx, or use --dates excel if it is a day as Excel counts them."
      ),
      (
        "", "2020年13月底前",
        "25 (row 1, column \"deadline_zh\"): the calendar has no \"2020年13月底前\". Correct month or day."
      ),
      (
        "", "1820年底前",
        "25 (row 1, column \"deadline_zh\"): the year of \"1820年底前\" is not between 1900 and 2199. "
          + "Correct it."
      ),
      (
        "2020-10-31", "9月底前",
        "35 (row 1, column \"deadline_zh\"): \"9月底前\" means 30 Sep 2020, but the limit beside it is "
          + "31 Oct 2020. Make them agree."
      ),
      (
        "2020-12-31", "2021年底前",
        "35 (row 1, column \"deadline_zh\"): \"2021年底前\" means 31 Dec 2021, but the limit beside it "
          + "is 31 Dec 2020. Make them agree."
      ),
      (
        "", "1.2E+05",
        "25 (row 1, column \"deadline_zh\"): \"1.2E+05\" is not a time limit that can be read. "
          + forms
      ),
    ])
  func refused(deadline: String, words: String, complaint: String) throws {
    let complaints = try task(deadline, words).complaints
    #expect(complaints == ["list.csv:2:" + complaint, "1 finding: nothing was imported."])
  }

  @Test("The year of a limit: --year, else the row's nodes, else the file, else the chart")
  func year() throws {
    let nodes = ",n1_due,n1_en,n2_due,n2_en"
    func shown(
      _ cells: String, named name: String = "list", _ options: [String] = []
    ) throws -> String {
      Self.shown(try task("", "年底前", columns: nodes, cells: cells, named: name, options).task)
    }
    let in2021 = ",2021-03-01,Plan,2021-09-30,Work"
    #expect(try shown(in2021, ["--year", "2022"]) == "dated 2022-12-31 年底前")
    #expect(try shown(in2021, named: "dalian-2020") == "dated 2021-12-31 年底前")
    // Two years among the nodes decide nothing; the name of the file does.
    #expect(
      try shown(",2019-11-30,Plan,2020-09-30,Work", named: "dalian-2020") == "dated 2020-12-31 年底前")
    #expect(try shown(",,,,", named: "大连市2020年任务清单") == "dated 2020-12-31 年底前")
    for name in ["2019-2020", "list-2020-07-31", "20200731", "list", "1999", "12020"] {
      #expect(try shown(",,,,", named: name) == "refused", "\(name)")
    }
    let session = try ImportSession()
    try ChartFolder.create(at: session.path("chart"), plan: Chart(title: Text("大连市2020年攻坚战")))
    let result = try task("", "年底前", in: session)
    #expect(Self.shown(result.task) == "dated 2020-12-31 年底前")
    #expect(
      result.output == [
        "1 task new, 1 unit, 1 battle; 1 entry",
        "Days without a year are of 2020, which \"大连市2020年攻坚战\" names. Another one: --year.",
      ])
  }

  @Test("The first of the surroundings that names a year decides; one with several leaves it open")
  func surroundings() {
    func year(_ texts: String...) -> Int? { ListYear(texts)?.year }
    #expect(year("清单", "2020年", "2021年") == 2020)
    #expect(year("2020年清单(2020版)") == 2020)
    #expect(year("2019—2020年", "2020年") == nil)
    #expect(year("2019-2020年") == nil)
    #expect(year("二〇二〇年清单") == nil)
    #expect(year("plan 2020.csv") == 2020)
    #expect(year("plan_2020_v2.csv") == 2020)
    #expect(year("2020") == 2020)
    #expect(year() == nil)
  }

  @Test("Days of nodes may be parts of a month; what has happened needs its day")
  func nodes() throws {
    let columns = ",n1_due,n1_en,n1_done,n2_due,n2_en,n3_due,n3_en"
    let (found, complaints, _) = try task(
      "", "2020年底前", columns: columns,
      cells: ",2020年6月30日,Notice,2020/7/1,9月底,Half,12月中旬,All")
    #expect(complaints == [])
    #expect(found?.nodes.map(\.due.iso) == ["2020-06-30", "2020-09-30", "2020-12-20"])
    #expect(
      try task(
        "", "2020年底前", columns: columns, cells: ",2020年6月30日,Notice,2020年7月,9月底,Half,,"
      ).complaints.first
        == "list.csv:2:51 (row 1, column \"n1_done\"): \"2020年7月\" is not a date. Use YYYY-MM-DD.")
    #expect(
      try task(
        "", "2020年底前", columns: columns, cells: ",2020年6月30日,Notice,7月1日,9月底,Half,,"
      ).complaints.first
        == "list.csv:2:51 (row 1, column \"n1_done\"): \"7月1日\" has no year, and nothing around it "
        + "names one. Write the year, or use --year YYYY.")
    let told = try task(
      "", "2020年底前", columns: columns, cells: ",6月30日,Notice,7月1日,,,,", ["--year", "2020"])
    #expect(told.task?.nodes.map(\.due.iso) == ["2020-06-30"])
    let unclear = try task("2020-12-31", "", columns: columns, cells: ",10月前,Notice,,,,,")
      .complaints
    #expect(
      unclear.first
        == "list.csv:2:36 (row 1, column \"n1_due\"): \"10月前\" may mean its beginning or "
        + "its end. For October write 9月底前 or 10月底前.")
  }

  @Test("Words of the chart's rules are limits, and a limit that differs from them is found")
  func limitWords() throws {
    let session = try ImportSession()
    var plan = Chart(title: Text("Dalian 2020"))
    plan.rules.limitWords = [
      Chart.LimitWord(words: "采暖期前", day: try #require(DayOfYear(iso: "10-31")))
    ]
    try ChartFolder.create(at: session.path("chart"), plan: plan)
    #expect(
      try task("2020-11-30", "采暖期前", in: session).complaints.first
        == "list.csv:2:35 (row 1, column \"deadline_zh\"): \"采暖期前\" means 31 Oct 2020, but the "
        + "limit beside it is 30 Nov 2020. Make them agree.")
    #expect(Self.shown(try task("", "采暖期前", in: session).task) == "dated 2020-10-31 采暖期前")
    #expect(
      try task("", "采暖期前", in: session).output.first
        == "0 changes: the chart has all of this list already.")
  }

  @Test("A plain day beside or instead of the words is no words of the list")
  func plainDays() throws {
    for (deadline, words) in [
      ("", "2020-10-31"), ("2020-10-31", "2020-10-31"), ("", "2020/10/31"), ("", "31 Oct 2020"),
    ] {
      let shown = Self.shown(try task(deadline, words).task)
      #expect(shown == "dated 2020-10-31 -", "\(deadline) \(words)")
    }
  }

  @Test(
    "In Chinese as well",
    arguments: [
      (
        ImportFinding.Problem.badLimit("近期"),
        "无法识别整改时限“近期”。请写成2020-10-31、10月31日前、10月底前、年底前、三季度末、长期坚持等，"
          + "或在挂图规则的limitWords中为该用语规定日期。"
      ),
      (.needsDay("立行立改"), "“立行立改”要求立即整改，但未写明期限。请补充日期，例如“立行立改，10月31日前”，或增加“截止日期”列。"),
      (.noYear("年底前"), "“年底前”没有年份，前后也没有写明。请写上年份，或用--year YYYY指定。"),
      (.dayOrder("3/4/2020"), "“3/4/2020”分不清日和月。请写成YYYY-MM-DD，或用--dates dmy、--dates mdy说明先后。"),
      (.shortYear("31.10.20"), "“31.10.20”没有四位数的年份。请写成YYYY-MM-DD。"),
      (
        .serialNumber("45123"),
        "“45123”只是数字。请将该列设为日期格式，或另存为.xlsx；若是Excel的日期天数，请用--dates excel。"
      ),
      (
        .limitDiffers("9月底前", means: day("2020-09-30"), day: day("2020-10-31")),
        "“9月底前”指2020年9月30日，而旁边的整改时限为2020年10月31日。请改为一致。"
      ),
      (
        .noTime(
          template: "工程类", step: 2, title: Text("开工"), from: day("2020-07-31"),
          limit: day("2020-08-05")),
        "模板“工程类”排不下：从2020年7月31日到整改时限2020年8月5日，第2步“开工”时间不足。请换用较短的模板、更正时限，"
          + "或用--as-of提前起始日期。"
      ),
    ])
  func chinese(problem: ImportFinding.Problem, sentence: String) throws {
    let table = TableFile.table(Array("a\n".utf8), file: "清单.csv")
    let report = Report([ImportFinding(place: 0, problem: problem)], in: table, in: Words(.zh))
    #expect(report.complaints.first == "清单.csv:1:1: " + sentence)
  }

  @Test("Four times as many nodes, each of them wrong, are not sixteen times the work")
  func manyNodes() throws {
    func work(nodes count: Int) throws -> Double {
      let session = try ImportSession()
      let head = Self.head + (1...count).map { ",n\($0)_due,n\($0)_en" }.joined()
      let rows = (1...20).map {
        "T-\($0),Air,Close it,North,2020-12-31," + String(repeating: ",10月底,x", count: count)
      }
      let list = try session.save("list.csv", ([head] + rows).joined(separator: "\n"))
      return try secondsOfWork {
        let report = try session.run(list, "--into", session.path("chart"))
        #expect(report.exitCode == 65)
      }
    }
    #expect(try work(nodes: 900) < 8 * work(nodes: 225))
  }

  @Test("--dates and --year are read as they are told, or refused with what can be told")
  func options() throws {
    #expect(
      Self.shown(try task("31/10/2020", "", ["--dates", "dmy"]).task) == "dated 2020-10-31 -")
    #expect(Self.shown(try task("44135", "", ["--dates", "excel"]).task) == "dated 2020-10-31 -")
    let session = try ImportSession()
    let list = try session.save("list.csv", Self.head, "T-1,Air,Close it,North,2020-10-31,")
    func said(_ options: String...) throws -> [String] {
      let report = try session.run([list, "--into", session.path("chart")] + options)
      #expect(report.exitCode == 64)
      return report.complaints
    }
    #expect(
      try said("--dates", "us") == [
        "wallchart-import: \"us\" is not one of: ymd, dmy, mdy, excel, excel1904."
      ])
    for year in ["20", "1899", "2200", "２０２０", "", "99999999999999999999"] {
      #expect(
        try said("--year", year) == [
          "wallchart-import: \"\(year)\" is not a year. Use 1900 to 2199."
        ])
    }
  }

  @Test(
    "A list with words for limits alone gives the limits of the list with days, and again nothing")
  func dalian() throws {
    let session = try ImportSession()
    let text = try String(
      contentsOfFile: ImportSession.seeds + "/dalian-tasks.csv", encoding: .utf8)
    _ = try session.run(
      ImportSession.seeds + "/dalian-tasks.csv", "--into", session.path("days"))
    // The column of days is there under a name that means nothing.
    let list = try session.save(
      "words.csv", text.replacing("term,deadline,deadline_zh", with: "term,day,deadline_zh"))
    let rule = try #require(DayOfYear(iso: "10-31"))
    var plan = try session.open("days").chart
    (plan.tasks, plan.units, plan.battles) = ([], [], [])
    plan.rules.limitWords = [Chart.LimitWord(words: "采暖期前", day: rule)]
    try ChartFolder.create(at: session.path("words"), plan: plan)
    #expect(
      try session.run(list, "--into", session.path("words"), "--year", "2020").complaints == [])
    let days = try session.open("days").chart.tasks
    let words = try session.open("words").chart.tasks
    #expect(words.count == 63)
    #expect(words.map(\.limitText) == days.map(\.limitText))
    for (one, other) in zip(words, days) where one.term != .standing {
      #expect(one.limit == other.limit, "\(one.id)")
    }
    let again = try session.run(list, "--into", session.path("words"), "--year", "2020")
    #expect(again.said.first?.hasPrefix("0 changes") == true)
  }
}
