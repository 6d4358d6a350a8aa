import Testing
import WallChartStore
import WallChartWords

@testable import WallChartImport

@Suite("Lists as the clerk of an office gets them")
struct ClerkListTests {
  private static let head = "编号,攻坚战,整改任务,责任单位,完成时限"

  /// Imports these lines, which must do, and gives what was said and the chart.
  private func taken(
    _ lines: [String], _ options: String..., in session: ImportSession? = nil
  ) throws -> (output: [String], chart: Chart) {
    let session = try session ?? ImportSession()
    let list = try session.save("list.csv", lines.joined(separator: "\n"))
    let report = try session.run([list, "--into", session.path("chart")] + options)
    #expect(report.complaints == [])
    return (report.said, try session.open("chart").chart)
  }

  @Test("The eight columns of a province: 58 tasks, their limits in its own words")
  func province() throws {
    let limits = ["2020年底前，长期坚持", "立行立改、长期坚持", "整改完成时限：2020年10月", "2020年9月30日前完成整改"]
    let rows = (0..<58).map { number in
      "\(number + 1),\"问题\n一\",任务,\"1.措施；\n2.措施\",\"沈阳市、大连市政府\",省工信厅,省生态环境厅,"
        + "\"\(limits[number % 4])\",目标"
    }
    let (output, chart) = try taken(
      ["省整改任务清单,,,,,,,,", "序号,存在问题,整改任务,整改措施清单,责任单位,配合单位,督导单位,整改时限,整改目标"] + rows,
      "--battle", "渤海")
    #expect(output.first == "58 tasks new, 3 units, 1 battle; 1 entry")
    #expect(
      chart.tasks.prefix(4).map { [$0.term.rawValue, $0.limit?.iso ?? "-", $0.limitText ?? "-"] }
        == [
          ["dated", "2020-12-31", limits[0]], ["standing", "-", limits[1]],
          ["dated", "2020-10-31", limits[2]], ["dated", "2020-09-30", limits[3]],
        ])
    #expect(chart.tasks[0].measures?["zh"] == "1.措施； 2.措施")
    #expect(chart.unit(chart.tasks[0].unit)?.kind == .joint)
    #expect(chart.unit(chart.tasks[0].helpers[0])?.kind == .bureau)
  }

  @Test("The words stay beside a day; one beside 立行立改、长期坚持 is its limit")
  func words() throws {
    let (_, chart) = try taken([
      "id,battle,title_en,unit_en,deadline,deadline_zh",
      "T-1,Air,Close it,North,\"2020-10-31，长期坚持\",",
      "T-2,Air,Close it,North,2020-08-15,立行立改、长期坚持",
      "T-3,Air,Close it,North,\"by end of 2020, ongoing\",",
    ])
    #expect(
      chart.tasks.map { [$0.term.rawValue, $0.limit?.iso ?? "-", $0.limitText ?? "-"] } == [
        ["dated", "2020-10-31", "2020-10-31，长期坚持"], ["atOnce", "2020-08-15", "立行立改、长期坚持"],
        ["dated", "2020-12-31", "by end of 2020, ongoing"],
      ])
  }

  @Test("Ids with brackets, spaces and wide signs get plain ones, which are stated")
  func ids() throws {
    let session = try ImportSession()
    let rows = [
      Self.head, "407（45-13）,渤海,清理,北区,2020年底", "408 (45-14),渤海,清理,北区,2020年底",
      "ＢＳ—０１,渤海,清理,北区,2020年底", "1.10,渤海,清理,北区,2020年底",
    ]
    let (output, chart) = try taken(rows, in: session)
    #expect(chart.tasks.map(\.id) == ["407-45-13", "408-45-14", "BS-01", "1.10"])
    #expect(
      output.last
        == "Ids written otherwise: 407（45-13） → 407-45-13, 408 (45-14) → 408-45-14, ＢＳ—０１ → BS-01")
    #expect(try taken(rows, in: session).output[0].hasPrefix("0 changes"))
    #expect(
      try session.complaints(rows + ["407-45-13,渤海,清理,北区,2020年底"]).first
        == "list.csv:6:1 (row 5, column \"编号\"): task \"407-45-13\" stands in row 1 already. Give "
        + "every task its own id.")
    for id in ["蓝天1", "（一）", "A+1", "A。1"] {
      #expect(ListBody.plainID(id) == nil, "\(id)")
    }
  }

  @Test("A battle merged over rows is left in the first of them; totals and blanks are no tasks")
  func battles() throws {
    let (output, chart) = try taken([
      Self.head, "BS-1,蓝天,取缔,北区,2020年底", "BS-2,,取缔,南区,2020年底", "小计,,2,,",
      "CW-1,碧水,取缔,北区,2020年底", "CW-2,　,取缔,北区,2020年底", " ,　,,,", "合计,合计,合计,合计,4",
    ])
    #expect(chart.tasks.map(\.battle) == ["BS", "BS", "CW", "CW"])
    #expect(
      output.dropFirst() == [
        "Rows passed over: row 3 \"小计\", row 7 \"合计\"",
        "Rows without a battle have the one of the row above: 2, 5",
      ])
    let session = try ImportSession()
    #expect(
      try session.complaints([Self.head, "BS-1,,取缔,北区,2020年底"]).first
        == "list.csv:2:6 (row 1, column \"攻坚战\"): the cell is empty. Fill it in.")
  }

  @Test("A stroke or 无 is an empty cell, and no unit, officer or node")
  func nothing() throws {
    let (_, chart) = try taken(
      [
        Self.head + ",牵头单位,配合单位,责任人,数量,风险等级,6月,7月",
        "A-1,蓝天,取缔,北区,2020年底,/,无,—,／,-,——,", "A-2,蓝天,取缔,北区,2020年底,,,,5,高,/,13日 开工",
      ], "--year", "2020")
    #expect(chart.units.map { $0.name["zh"] } == ["北区"])
    #expect(chart.tasks.map(\.nodes.count) == [0, 1])
    #expect(chart.tasks[0].officer == nil)
    #expect(chart.tasks[0].quantity == nil)
    let session = try ImportSession()
    #expect(
      try session.complaints([Self.head, "BS-1,蓝天,取缔,无,2020年底"]).first
        == "list.csv:2:12 (row 1, column \"责任单位\"): the cell is empty. Fill it in.")
  }

  @Test("A number may have its counting word; about so many is no number")
  func counted() throws {
    let session = try ImportSession()
    let head = Self.head + ",数量"
    func quantity(_ cell: String) throws -> [String] {
      let quantity = try taken([head, "A-1,蓝天,取缔,北区,2020年底,\(cell)"], in: session)
        .chart.tasks[0].quantity
      return ["\(quantity?.total ?? -1)", quantity?.of?["zh"] ?? "-"]
    }
    #expect(try quantity("47台") == ["47", "台"])
    #expect(try quantity("47 座") == ["47", "座"])
    let again = try taken([head, "A-1,蓝天,取缔,北区,2020年底,47座"], in: session)
    #expect(again.output[0].hasPrefix("0 changes"))
    for cell in ["约60座", "60余", "60多座", "14.4万户", "5万", "100%", "47台左右", "3-5台"] {
      #expect(
        try session.complaints([head, "A-1,蓝天,取缔,北区,2020年底,\(cell)"]).first
          == "list.csv:2:21 (row 1, column \"数量\"): \"\(cell)\" is not a whole number. Use digits "
          + "only, such as 1200.")
    }
  }

  @Test("A list that says only how often a task is scheduled says its risk")
  func frequency() throws {
    let (_, chart) = try taken([
      Self.head + ",调度频次", "A-1,蓝天,取缔,北区,2020年底,日", "A-2,蓝天,取缔,北区,2020年底,每月",
      "A-3,蓝天,取缔,北区,2020年底,",
    ])
    #expect(chart.tasks.map(\.risk) == [.high, .low, .medium])
  }

  @Test("English words of a few may be written large")
  func largeLetters() throws {
    let (_, chart) = try taken([
      "No.,Battle,Task,Responsible unit,Time limit,Risk level,Term",
      "1,Air,Close it,North,31 Oct 2020,Low,At Once", "2,Air,Close it,North,31 Oct 2020,HIGH,dated",
    ])
    #expect(chart.tasks.map(\.risk) == [.low, .high])
  }

  @Test("时间节点 is the limit where no other column is, and 类别 no battle where one is said")
  func makeshifts() throws {
    let (output, chart) = try taken(
      ["序号,类别,任务,责任单位,时间节点", "1,水,拆除,庄河市,2018年6月底前"], "--battle", "碧水")
    #expect(chart.tasks[0].limit == day("2018-06-30"))
    #expect(chart.battles.map { $0.name["zh"] } == ["碧水"])
    #expect(output.contains("Column \"时间节点\" is taken as deadline_zh."))
    #expect(output.contains("Column not taken over: 类别"))
  }

  @Test("A column that a Chinese list has not is named in Chinese")
  func missing() throws {
    let session = try ImportSession()
    let said = try session.complaints([
      "编号,攻坚战,整改任务,责任单位,完成数", "A-1,蓝天,取缔,北区,3", "A-2,蓝天,取缔,北区,",
    ])
    #expect(said.contains { $0.contains("column \"统计日期\"") })
    #expect(said.contains { $0.contains("column \"完成时限\"") })
  }

  @Test("A moved limit is one line, its words beside the day")
  func movedLimit() throws {
    let session = try ImportSession()
    _ = try taken([Self.head, "BS-01,蓝天,取缔,北区,10月底前"], "--year", "2020", in: session)
    let list = try session.save("list.csv", Self.head, "BS-01,蓝天,取缔,北区,11月15日前")
    let report = try session.run(
      list, "--into", session.path("chart"), "--year", "2020", "--dry-run")
    #expect(
      report.said.contains(
        "  BS-01 limit 2020-10-31 (10月底前) -> 2020-11-15 (11月15日前) (extension)"))
  }

  @Test("Chinese words of the help are folded to the screen, and no line begins with a stop")
  func help() {
    for word in [Word.importDiscussion, .importOptionEncoding, .importOptionDates] {
      for room in [54, 80] {
        let lines = Report.folded(Words(.zh)(word), to: room).split(separator: "\n")
        #expect(lines.count > 1)
        #expect(lines.joined().filter { $0 != " " } == Words(.zh)(word).filter { $0 != " " })
        #expect(lines.allSatisfy { Report.width($0) <= room && !"，。；、）".contains($0.first ?? "，") })
      }
    }
    #expect(Report.folded(Words(.en)(.importDiscussion), to: 54) == Words(.en)(.importDiscussion))
  }
}
