import ArgumentParser
import Foundation
import Testing
import WallChartStore

@testable import WallChartImport

@Suite("Headings, and rows that are no tasks")
struct HeadingTests {
  private static let head = "编号,战役,整改任务,责任单位,截止日期"
  private static let row = "T-1,蓝天,取缔锅炉,北区,2020-10-31"

  /// What is said of these lines, which are taken over, beyond the counts.
  private func remarks(_ lines: [String], _ session: ImportSession) throws -> [String] {
    let path = session.path("list.csv")
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
    let report = try session.run(path, "--into", session.path("chart"))
    #expect(report.complaints == [])
    return Array(report.said.dropFirst())
  }

  @Test("Titles and notes above the heading are passed over, and rows are counted from it")
  func titles() throws {
    let session = try ImportSession()
    let lines = ["整改任务清单,,,,", "填报单位：,督改办,,2020年7月,", "", Self.head, Self.row]
    #expect(try remarks(lines, session) == ["Column names found in row 3."])
    #expect(
      try session.complaints(lines + ["T-2,蓝天,,北区,2020-10-31"], into: "other") == [
        "list.csv:6:8 (row 2, column \"整改任务\"): the cell is empty. Fill it in.",
        "1 finding: nothing was imported.",
      ])
    let table = TaskTable(
      TableFile.table(Array(lines.joined(separator: "\n").utf8), file: "list.csv"))
    #expect(table.titles == ["整改任务清单", "填报单位： 督改办 2020年7月"])
  }

  @Test("A heading that lacks a column is the line with most of them; none is looked for too deep")
  func incomplete() throws {
    let session = try ImportSession()
    #expect(
      try session.complaints(["任务清单,,,", "编号,战役,整改任务,截止日期", "T-1,蓝天,取缔,2020-10-31"]) == [
        "list.csv:2:1: columns missing: unit_en or unit_zh. This line has: 编号, 战役, 整改任务, 截止日期. "
          + "Rename columns or add them."
          + " Or say which one is meant: --map unit_zh=NAME.",
        "1 finding: nothing was imported.",
      ])
    let deep = Array(repeating: "说明,,,,", count: 30) + [Self.head, Self.row]
    #expect(
      try session.complaints(deep).first
        == "list.csv:1:1: columns missing: id; battle or battle_zh; title_en or title_zh; unit_en "
        + "or unit_zh. This line has: 说明. Rename columns or add them."
        + " Or say which one is meant: --map id=NAME."
        + " If all tasks belong to one battle: --battle NAME.")
  }

  @Test("What is missing is said in Chinese by the headers an office would write")
  func missingInChinese() throws {
    let session = try ImportSession()
    let list = try session.save("list.csv", "任务清单,时限", "取缔,2020-10-31")
    let command = try ImportCommand.parse([list, "--into", session.path("chart"), "--lang", "zh"])
    let report = command.report(
      in: ["HOME": session.folder, "USER": "k"],
      at: try #require(Moment(rfc3339: "2020-07-31T09:00:00.000+08:00")), input: { [] })
    #expect(
      report.complaints.first?.hasSuffix(
        "缺少列：编号；攻坚战；整改任务；责任单位。本行有：任务清单、时限。请更改列名或补充列。"
          + "或用“--map 编号=列名”指明由哪一列代替。全部任务同属一场攻坚战的，可用“--battle 名称”指明。") == true)
  }

  @Test("A heading of two rows is joined; a row of data below a gap in the names is none")
  func twoRows() throws {
    let session = try ImportSession()
    #expect(
      try remarks(
        [
          "编号,战役,整改任务,责任落实,,时间节点,,", ",,,责任单位,责任人,截止日期,节点1,节点1时限",
          "T-1,蓝天,取缔锅炉,北区,王局长,2020-10-31,摸底,2020-08-31",
        ], session) == ["Column names found in row 2."])
    let task = try session.open("chart").chart.tasks[0]
    #expect(task.officer == "王局长")
    #expect(task.nodes.map(\.due) == [day("2020-08-31")])
    #expect(
      try session.complaints(["编号,战役,整改任务,责任单位,,截止日期", "T-1,蓝天,取缔,北区,x,2020-10-31"], into: "b")
        == [
          "list.csv:1:17: this column has no name. Name it or remove it.",
          "1 finding: nothing was imported.",
        ])
    // As a workbook gives it: merged cells are filled in every direction.
    let rows = [
      ["编号", "战役", "整改任务", "责任单位", "截止日期", "时间节点", "时间节点"],
      ["编号", "战役", "整改任务", "责任单位", "截止日期", "6月", "7月"],
      ["T-1", "蓝天", "取缔", "北区", "2020-10-31", "摸底", "开工"],
    ]
    let table = Table(sheet: "2020年", of: "plan.xlsx", rows)
    var reading = ListReading()
    reading.yearTexts = ListYear.texts(around: table, into: Chart(title: Text("")))
    let list = TaskList(TaskTable(table, reading))
    #expect(list.findings == [])
    #expect(list.rows.first?.nodes.map(\.due) == [day("2020-06-30"), day("2020-07-31")])
    #expect(
      list.remarks.contains { if case .year(let year) = $0 { year.year == 2020 } else { false } })
    #expect(list.table.label(at: 2 * Table.Places.columnsPerRow + 6) == "时间节点/7月")
  }

  @Test("Totals, notes and signatures are no tasks and are named; a note may go on")
  func passedOver() throws {
    let session = try ImportSession()
    #expect(
      try remarks(
        [
          Self.head, "小计,,,,47", Self.row, "合 计,,,共1项,", "备注：按月更新,,,,", "第二条说明,,,,",
          "填表人：张三,,,审核人：李四,", "注：完",
        ], session) == [
          "Rows passed over: row 1 \"小计\", row 3 \"合 计\", row 4 \"备注：按月更新\", row 5 \"第二条说明\", row 6 "
            + "\"填表人：张三\", row 7 \"注：完\""
        ])
  }

  @Test(
    "A row with a title is a task whatever it begins with, and is refused where it is not whole")
  func nearlyTasks() throws {
    let session = try ImportSession()
    #expect(
      try session.complaints([
        Self.head, "合计,蓝天,取缔,北区,2020-10-31", "T-2,,,,", "未完成的,,,,",
      ]) == [
        "list.csv:2:1 (row 1, column \"编号\"): \"合计\" cannot be an id. Use 1 to 64 of these: A to Z, "
          + "a to z, 0 to 9, dot, hyphen, underscore.",
        "list.csv:3:5 (row 2, column \"战役\"): the cell is empty. Fill it in.",
        "list.csv:3:6 (row 2, column \"整改任务\"): the cell is empty. Fill it in.",
        "list.csv:3:7 (row 2, column \"责任单位\"): the cell is empty. Fill it in.",
        "list.csv:4:1 (row 3, column \"编号\"): \"未完成的\" cannot be an id. Use 1 to 64 of these: A to "
          + "Z, a to z, 0 to 9, dot, hyphen, underscore.",
        "list.csv:4:6 (row 3, column \"战役\"): the cell is empty. Fill it in.",
        "list.csv:4:7 (row 3, column \"整改任务\"): the cell is empty. Fill it in.",
        "list.csv:4:8 (row 3, column \"责任单位\"): the cell is empty. Fill it in.",
        "8 findings: nothing was imported.",
      ])
  }

  @Test("Battles in rows of their own, numbered, with a count, or merged over the whole row")
  func battles() throws {
    let session = try ImportSession()
    #expect(
      try remarks(
        [
          "编号,任务,责任单位,截止日期", "一、蓝天保卫战（共2项）,,,", "A-1,取缔,北区,2020-10-31", "A-2,拆除,北区,2020-10-31",
          "碧水攻坚战,,,", "B-1,围网,南区,2020-10-31", "渤海,渤海,渤海,渤海", "C-1,清淤,南区,2020-10-31", "（四）农业农村,,,",
        ], session) == [
          "Battles named in rows of their own: 蓝天保卫战, 碧水攻坚战, 渤海",
          "Row passed over: row 8 \"（四）农业农村\"",
        ])
    let chart = try session.open("chart").chart
    #expect(chart.tasks.map(\.battle) == ["A", "A", "B", "C"])
    #expect(chart.battles.map { $0.name["zh"] } == ["蓝天保卫战", "碧水攻坚战", "渤海"])
    #expect(
      try session.complaints(["编号,任务,责任单位,截止日期", "A-1,取缔,北区,2020-10-31"], into: "b") == [
        "list.csv:1:1: columns missing: battle or battle_zh. This line has: 编号, 任务, 责任单位, 截止日期. "
          + "Rename columns or add them."
          + " If all tasks belong to one battle: --battle NAME.",
        "1 finding: nothing was imported.",
      ])
  }

  @Test("--battle gives a list that names none its battle, by id or by name; others refuse it")
  func battleOption() throws {
    let session = try ImportSession()
    let list = try session.save("list.csv", "编号,任务,责任单位,截止日期", "A-1,取缔,北区,2020-10-31")
    let more = try session.save(
      "more.csv", "编号,任务,责任单位,截止日期", "A-1,取缔,北区,2020-10-31", "A-2,拆除,北区,2020-10-31")
    let chart = session.path("chart")
    #expect(try session.run(list, "--into", chart, "--battle", "蓝天").exitCode == 0)
    #expect(
      try session.run(more, "--into", chart, "--battle", "A").said.first
        == "1 task new, 0 units, 0 battles; 1 entry")
    #expect(try session.open("chart").chart.battles.map(\.name) == [Text(en: "", zh: "蓝天")])
    let other = try session.save("other.csv", Self.head, Self.row)
    #expect(
      try session.complaints(
        of: session.run(other, "--into", session.path("b"), "--battle", "Blue sky")) == [
          "other.csv:1:4: the list names its battles itself (\"战役\"). Leave out --battle.",
          "1 finding: nothing was imported.",
        ])
  }

  @Test("A task above the first row of a battle has none")
  func taskAboveBattles() throws {
    let session = try ImportSession()
    #expect(
      try session.complaints([
        "编号,任务,责任单位,截止日期", "A-1,取缔,北区,2020-10-31", "一、蓝天,,,", "A-2,拆除,北区,2020-10-31",
      ]) == [
        "list.csv:2:1 (row 1, column \"编号\"): the cell is empty. Fill it in.",
        "1 finding: nothing was imported.",
      ])
  }

  @Test("All that a Chinese list says of a task comes into the chart")
  func wholeTask() throws {
    let session = try ImportSession()
    #expect(
      try remarks(
        [
          "序号,类别,任务来源,存在问题,整改任务,整改目标,整改措施,责任单位,督导单位,配合单位,责任人,截止日期,风险等级,调度频次,数量,单位,完成情况,备注",
          "1,蓝天,省督察,冒烟,取缔锅炉,全部拆除,\"一是摸底；二是拆除。\",北区,市住建局,\"市发改委、南区（街道、社区），市公安局\",王局长,"
            + "2020-10-31,高,日调度,47,台,已拆8台,",
        ], session) == [
          "Column \"序号\" gives the ids: keep each task's number when rows move, or add a column 编号.",
          "Column \"类别\" is taken as battle_zh.", "Column \"督导单位\" is taken as lead_zh.",
          "Column \"单位\" is taken as quantity_unit_zh.", "Columns not taken over: 完成情况, 备注",
        ])
    let chart = try session.open("chart").chart
    let task = chart.tasks[0]
    func zh(_ words: String) -> Text? { Text(en: "", zh: words) }
    #expect(task.id == "1")
    #expect(task.origin == zh("省督察"))
    #expect(task.problem == zh("冒烟"))
    #expect(task.target == zh("全部拆除"))
    #expect(task.measures == zh("一是摸底；二是拆除。"))
    #expect(task.officer == "王局长")
    #expect(task.risk == .high)
    #expect(task.quantity == Chart.Task.Quantity(total: 47, of: zh("台")))
    #expect(task.lead.flatMap(chart.unit)?.name == zh("市住建局"))
    #expect(
      task.helpers.compactMap { chart.unit($0)?.name["zh"] } == ["市发改委", "南区（街道、社区）", "市公安局"])
  }

  @Test("What a list says otherwise of problem, measures, officer and helpers is a change")
  func changedParticulars() throws {
    let session = try ImportSession()
    let head = Self.head + ",任务来源,存在问题,整改措施,责任人,配合单位"
    _ = try remarks([head, Self.row + ",省督察,冒烟,拆除,王局长,东区、西区"], session)
    let other = try session.save("other.csv", head, Self.row + ",省督察,冒黑烟,,李局长,西区")
    #expect(try session.run(other, "--into", session.path("chart")).complaints == [])
    let chart = try session.open("chart").chart
    let task = chart.tasks[0]
    #expect(task.origin?["zh"] == "省督察")
    #expect(task.problem == Text(en: "", zh: "冒黑烟"))
    #expect(task.measures == nil)
    #expect(task.officer == "李局长")
    #expect(task.helpers.compactMap { chart.unit($0)?.name["zh"] } == ["西区"])
    #expect(
      try session.run(other, "--into", session.path("chart")).said.first?.hasPrefix("0 changes")
        == true)
  }

  @Test("Helpers in two languages go in pairs")
  func helpers() throws {
    let session = try ImportSession()
    let lines = [Self.head + ",配合单位,Helpers", Self.row + ",\"东区、西区\",\"East; West\""]
    _ = try remarks(lines, session)
    let chart = try session.open("chart").chart
    #expect(chart.tasks[0].helpers == ["east", "west"])
    #expect(try remarks(lines, session) == [])
    #expect(
      try session.complaints([lines[0], Self.row + ",东区,\"East; West\""], into: "b") == [
        "list.csv:2:30 (row 1, column \"Helpers\"): 1 name in Chinese, 2 in English. List the same "
          + "units in the same order.",
        "1 finding: nothing was imported.",
      ])
  }

  @Test("Two columns of one meaning are refused, with the way to choose")
  func sameField() throws {
    let session = try ImportSession()
    let lines = [Self.head + ",任务", Self.row + ",拆锅炉"]
    #expect(
      try session.complaints(lines) == [
        "list.csv:1:22: columns \"整改任务\" and \"任务\" both mean title_zh. Keep one, or choose it: "
          + "--map title_zh=NAME.",
        "1 finding: nothing was imported.",
      ])
    let report = try session.run(
      session.path("list.csv"), "--into", session.path("chart"), "--map", "title_zh=任务")
    #expect(report.said.last == "Column not taken over: 整改任务")
    #expect(try session.open("chart").chart.tasks[0].title["zh"] == "拆锅炉")
  }

  // MARK: --map

  @Test(
    "--map names columns; what it said is remembered for the chart, and used without a word less")
  func map() throws {
    let session = try ImportSession()
    let list = try session.save(
      "list.csv", "2020年清单,,,,", "编号,战役,要干的事,归谁管,截止日期", "T-1,蓝天,取缔锅炉,北区,2020-10-31")
    let options = ["--map", "title_zh=要干的事", "--map", "责任单位= 归谁管："]
    let first = try session.run([list, "--into", session.path("chart")] + options)
    #expect(first.complaints == [])
    #expect(try session.open("chart").chart.tasks[0].title["zh"] == "取缔锅炉")
    #expect(
      try session.run(list, "--into", session.path("chart")).said == [
        "0 changes: the chart has all of this list already.", "Column names found in row 2.",
        "Columns as named at an earlier import: title_zh=要干的事, unit_zh=归谁管：",
      ])
    // A header that is gone is no mistake; of another chart nothing is remembered.
    let other = try session.save("other.csv", Self.head, Self.row)
    #expect(
      try session.run(other, "--into", session.path("chart")).said == [
        "0 changes: the chart has all of this list already."
      ])
    #expect(try session.run(list, "--into", session.path("new")).exitCode == 65)
  }

  @Test("A memory that cannot be read is no memory")
  func brokenMemory() throws {
    let session = try ImportSession()
    let odd = try session.save("odd.csv", "编号,战役,要干的事,责任单位,截止日期", Self.row)
    let chart = session.path("chart")
    _ = try session.run(odd, "--into", chart, "--map", "title_zh=要干的事")
    let folder = session.path(".local/state/wallchart/charts")
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".import") })
    let memory = URL(fileURLWithPath: folder + "/" + name)
    #expect(
      try String(contentsOf: memory, encoding: .utf8)
        == "{\"headers\": {\"title_zh\": \"要干的事\"}}\n")
    try Data("{\"headers\": {\"no_field\": \"任务\", \"title_zh\": \"要干的事\"}}".utf8).write(to: memory)
    #expect(try session.run(odd, "--into", chart).exitCode == 0)
    for broken in ["", "{", "{\"headers\": 1}", "{\"headers\": {\"title_zh\": [\"要干的事\"]}}"] {
      try Data(broken.utf8).write(to: memory)
      #expect(try session.run(odd, "--into", chart).exitCode == 65)
    }
  }

  @Test("A dry run, or a list that is refused, leaves nothing remembered")
  func notRemembered() throws {
    let session = try ImportSession()
    let list = try session.save("list.csv", Self.head, Self.row)
    _ = try session.run(list, "--into", session.path("chart"))
    let odd = try session.save("odd.csv", "编号,战役,要干的事,责任单位,截止日期", Self.row)
    let map = ["--into", session.path("chart"), "--map", "title_zh=要干的事"]
    #expect(try session.run([odd, "--dry-run"] + map).exitCode == 0)
    #expect(try session.run(odd, "--into", session.path("chart")).exitCode == 65)
    #expect(try session.run([odd] + map).exitCode == 0)
    #expect(try session.run(odd, "--into", session.path("chart")).exitCode == 0)
  }

  @Test("--map of a field or header that is none is refused with those there are")
  func badMap() throws {
    let session = try ImportSession()
    let list = try session.save("list.csv", Self.head, Self.row)
    func complaint(_ map: String) throws -> (String?, Int32) {
      let report = try session.run(list, "--into", session.path("chart"), "--map", map)
      return (session.complaints(of: report).first, report.exitCode)
    }
    #expect(
      try complaint("title_zh=要干的事") == (
        "list.csv:1:1: no column \"要干的事\" for title_zh. This list has: 编号, 战役, 整改任务, 责任单位, 截止日期.",
        65
      ))
    #expect(
      try complaint("title_zh") == (
        "wallchart-import: --map \"title_zh\": write FIELD=HEADER, such as unit_zh=包抓单位.", 64
      ))
    let unknown = try complaint("colour=整改任务")
    #expect(unknown.1 == 64)
    #expect(
      unknown.0?.hasPrefix(
        "wallchart-import: --map: no field is called \"colour\". There are: id, battle, battle_zh, "
          + "title_en, title_zh,") == true)
    #expect(unknown.0?.hasSuffix("node_done, n1_due, n1_en, n1_zh, n1_quota, n1_done") == true)
  }
}
