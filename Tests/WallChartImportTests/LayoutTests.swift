import Foundation
import Testing
import WallChartStore

@testable import WallChartImport

@Suite("The same tasks in every layout")
struct LayoutTests {
  /// Imports the list of Dalian as another file of the same name.
  private func imported(_ rows: [[String]], _ session: ImportSession) throws -> Report {
    let path = session.path(DalianForms.file)
    try Data(DalianForms.csv(rows).utf8).write(to: URL(fileURLWithPath: path))
    return try session.run(path, "--into", session.path("chart"))
  }

  private func wide(_ session: ImportSession) throws -> Chart {
    _ = try session.run(
      ImportSession.seeds + "/dalian-tasks.csv", "--into", session.path("wide"))
    return try session.open("wide").chart
  }

  @Test("A row a node gives the same chart, byte for byte", arguments: [false, true])
  func long(isRepeated: Bool) throws {
    let session = try ImportSession()
    let report = try imported(DalianForms().long(isRepeated: isRepeated), session)
    #expect(report.complaints == [])
    #expect(
      report.said == [
        "63 tasks new, 22 units, 4 battles; 153 entries",
        "Read as a long list: a row a node.",
        "Columns not taken over: sourced, illustrative",
      ])
    _ = try wide(session)
    #expect(try session.planButID("chart") == session.planButID("wide"))
    let (made, known) = (try session.open("chart"), try session.open("wide"))
    func facts(_ folder: ChartFolder) -> [String] {
      folder.chart.tasks.flatMap { folder.ledger.entries(of: $0.id) }.map {
        "\($0.task ?? "") \($0.on.iso) \($0.unit ?? "") \($0.fact) \($0.evidence)"
      }
    }
    #expect(facts(made) == facts(known))
  }

  /// What every form must give: ids, battles, limits, titles and nodes.
  private func essence(_ chart: Chart) -> [String] {
    chart.tasks.map { task in
      let nodes = task.nodes.map {
        "\($0.id) \($0.due.iso) \($0.title["zh"]) \($0.quota ?? -1)"
      }
      return "\(task.id) \(task.battle) \(task.title["zh"]) \(task.limit?.iso ?? "-") "
        + "\(task.term) \(task.risk) \(task.quantity?.total ?? -1) \(nodes)"
    }
  }

  @Test("A list as a clerk keeps it, in Chinese alone, gives the same tasks and nodes")
  func chinese() throws {
    let session = try ImportSession()
    let report = try imported(DalianForms().chinese(), session)
    #expect(report.complaints == [])
    #expect(
      report.said == [
        "63 tasks new, 22 units, 4 battles; 1 entry",
        "Column names found in row 4.",
        "Battles named in rows of their own: 蓝天, 碧水, 渤海, 农业农村",
        "Rows passed over: row 68 \"合 计\", row 69 \"备注：1. 每周五前报送。\", row 70 \"2. 数量以台账为准。\"",
        "Days without a year are of 2020, which \"大连市2020年污染防治攻坚战整改任务清单\" names. Another one: --year.",
      ])
    let chart = try session.open("chart").chart
    #expect(essence(chart) == essence(try wide(session)))
    #expect(chart.battles.map(\.name) == ["蓝天", "碧水", "渤海", "农业农村"].map { Text(en: "", zh: $0) })
    let again = try imported(DalianForms().chinese(), session)
    #expect(again.said.first == "0 changes: the chart has all of this list already.")
  }

  @Test("The paper wall chart, a column a month, gives the same tasks and nodes")
  func matrix() throws {
    let session = try ImportSession()
    let report = try imported(DalianForms().matrix(), session)
    #expect(report.complaints == [])
    #expect(
      report.said == [
        "63 tasks new, 22 units, 4 battles; 1 entry",
        "Read as a matrix: a column a date, the nodes in the cells.",
      ])
    #expect(essence(try session.open("chart").chart) == essence(try wide(session)))
  }

  // MARK: The matrix

  /// The nodes of one task whose cells stand under these headers.
  private func nodes(
    _ headers: String, _ cells: String, title: String? = nil, _ options: String...
  ) throws -> [String] {
    let session = try ImportSession()
    let head = "编号,战役,任务,责任单位,截止日期,数量,"
    let list = try session.save(
      "list.csv", (title.map { $0 + "\n" } ?? "") + head + headers,
      "T-1,蓝天,取缔锅炉,北区,2021-12-31,47," + cells)
    let report = try session.run([list, "--into", session.path("chart")] + options)
    guard report.exitCode == 0 else {
      return session.complaints(of: report)
    }
    return try session.open("chart").chart.tasks[0].nodes.map { node in
      "\(node.id) \(node.due.iso) \(node.title["zh"])" + (node.quota.map { " \($0)" } ?? "")
    }
  }

  @Test(
    "Columns of dates, weeks and months",
    arguments: [
      ("2020年6月,2020年7月", "甲,乙", "1 2020-06-30 甲; 2 2020-07-31 乙"),
      ("2020-06,2020/7", "甲,乙", "1 2020-06-30 甲; 2 2020-07-31 乙"),
      ("Jun 2020,July 2020", "甲,乙", "1 2020-06-30 甲; 2 2020-07-31 乙"),
      ("2020年11月,12月,1月", "甲,乙,丙", "1 2020-11-30 甲; 2 2020-12-31 乙; 3 2021-01-31 丙"),
      ("2020年十月份,十一月", "甲,乙", "1 2020-10-31 甲; 2 2020-11-30 乙"),
      ("2020年第30周,第31周", "甲,乙", "1 2020-07-26 甲; 2 2020-08-02 乙"),
      ("2020-W53,W1", "甲,乙", "1 2021-01-03 甲; 2 2021-01-10 乙"),
      ("2020-06-15,2020年6月30日", "甲,乙", "1 2020-06-15 甲; 2 2020-06-30 乙"),
      ("15 Jun 2020,6月30日", "甲,乙", "1 2020-06-15 甲; 2 2020-06-30 乙"),
      ("2020年7月,2020年6月", "乙,甲", "1 2020-06-30 甲; 2 2020-07-31 乙"),
      ("2020年6月,2020年7月", "15日 甲,3日前：乙", "1 2020-06-15 甲; 2 2020-07-03 乙"),
      ("2020年6月,2020年7月", "20日 乙；6月10日、甲,丙", "1 2020-06-10 甲; 2 2020-06-20 乙; 3 2020-07-31 丙"),
      ("2020年6月,2020年7月", "\"10日 甲\r\n\n20日 乙\",", "1 2020-06-10 甲; 2 2020-06-20 乙"),
      ("2020年第30周,第31周", "21日 甲,2020-08-01 乙", "1 2020-07-21 甲; 2 2020-08-01 乙"),
      ("2020年6月,2020年7月", "甲 [85%],乙［47］", "1 2020-06-30 甲 40; 2 2020-07-31 乙 47"),
      ("2020年6月,2020年7月", "甲 [1％],乙 [100%]", "1 2020-06-30 甲 1; 2 2020-07-31 乙 47"),
      ("2020年6月,2020年7月", "甲[市级],", "1 2020-06-30 甲[市级]"),
    ])
  func columns(_ headers: String, _ cells: String, _ expected: String) throws {
    #expect(try nodes(headers, cells).joined(separator: "; ") == expected)
  }

  @Test("The year of months is that of the title, if it names one, else it is asked for")
  func year() throws {
    #expect(
      try nodes("11月,1月", "甲,乙", title: "2020年任务清单,,,,,,,") == [
        "1 2020-11-30 甲", "2 2021-01-31 乙",
      ])
    #expect(
      try nodes("6月,7月", "甲,乙", title: "2020至2021年任务清单,,,,,,,") == [
        "list.csv:2:23: \"6月\" has no year, and nothing around it names one. Write the year, or use "
          + "--year YYYY.",
        "1 finding: nothing was imported.",
      ])
  }

  @Test(
    "What a cell of a matrix says unclearly is refused at its place",
    arguments: [
      (
        "31日 甲,",
        "(row 1, column \"2020年6月\"): \"31日 甲\": the day is not clear or not in column "
          + "\"2020年6月\". Write a day of the column and a space before the title, such as 15日 标题."
      ),
      (
        "15日内完成,",
        "(row 1, column \"2020年6月\"): \"15日内完成\": the day is not clear or not in column "
          + "\"2020年6月\". Write a day of the column and a space before the title, such as 15日 标题."
      ),
      (
        "7月1日 甲,",
        "(row 1, column \"2020年6月\"): \"7月1日 甲\": the day is not clear or not in column "
          + "\"2020年6月\". Write a day of the column and a space before the title, such as 15日 标题."
      ),
      (
        "15日,", "(row 1, column \"2020年6月\"): \"15日\" has no title. Write one, such as 15日 标题."
      ),
      (
        "甲 [120%],",
        "(row 1, column \"2020年6月\"): \"120%\" is not a share. Use whole numbers from "
          + "0% to 100%."
      ),
      (
        "✓甲,",
        "(row 1, column \"2020年6月\"): the sign ✓ says that a node is met, but not on which "
          + "day. Remove it, and mark the node in the chart."
      ),
      (
        "甲 [48],", "(row 1, column \"2020年6月\"): task T-1: the quota of node 1 is above the total."
      ),
      (
        "10日 甲；10日 乙,",
        "(row 1, column \"2020年6月\"): task T-1: node 2 is not later than the node "
          + "before it."
      ),
    ])
  func unclear(_ cells: String, _ expected: String) throws {
    #expect(
      try nodes("2020年6月,2020年7月", cells) == [
        "list.csv:2:30 " + expected, "1 finding: nothing was imported.",
      ])
  }

  @Test("A share needs a quantity, and days that are all the first of a month are asked about")
  func refusedMatrices() throws {
    let session = try ImportSession()
    #expect(
      try session.complaints([
        "编号,战役,任务,责任单位,截止日期,2020-06,2020-07", "T-1,蓝天,取缔,北区,2020-10-31,,甲[85%]",
      ]) == [
        "list.csv:2:26 (row 1, column \"2020-07\"): 85% of what? The task has no quantity. Fill it "
          + "in, or write the number.",
        "1 finding: nothing was imported.",
      ])
    #expect(
      try session.complaints([
        "编号,战役,任务,责任单位,截止日期,2020-06-01,2020-07-01", "T-1,蓝天,取缔,北区,2020-10-31,,甲",
      ]) == [
        "list.csv:1:20: columns of days that are all the first of a month, such as "
          + "\"2020-06-01\". If months are meant, write 2020-06; if days, add one that is not the "
          + "first.",
        "1 finding: nothing was imported.",
      ])
  }

  // MARK: The long list

  private static let longHead = "编号,战役,任务,责任单位,截止日期,节点名称,节点时限,节点数量"

  @Test("Rows that contradict each other, or begin without an id, are refused at their places")
  func contradictions() throws {
    let session = try ImportSession()
    #expect(
      try session.complaints([
        Self.longHead, ",蓝天,取缔,北区,2020-10-31,甲,2020-06-30,",
        "T-1,蓝天,取缔,北区,2020-10-31,甲,2020-06-30,",
        "T-1,蓝天,取缔,南区,,乙,2020-07-31,", "T-2,蓝天,拆除,北区,2020-10-31,甲,2020-06-31,",
        ",,,,,乙,2020-07-31,5", ",碧水,,,,丙,,",
      ]) == [
        "list.csv:2:1 (row 1, column \"编号\"): the cell is empty. Fill it in.",
        "list.csv:4:11 (row 2, column \"责任单位\"): \"南区\" here, but \"北区\" in row 2, where the task "
          + "begins. Make them agree.",
        "list.csv:5:27 (row 4, column \"节点时限\"): the calendar has no \"2020-06-31\". Correct month "
          + "or day.",
        "list.csv:7:2 (row 4, column \"战役\"): \"碧水\" here, but \"蓝天\" in row 4, where the task begins. Make "
          + "them agree.",
        "list.csv:7:10 (row 4, column \"节点时限\"): the cell is empty, but \"节点名称\" is filled in. Fill "
          + "in both or neither.",
        "5 findings: nothing was imported.",
      ])
  }

  @Test("Nodes are numbered in the order of their days; what is broken is named in its own line")
  func order() throws {
    let session = try ImportSession()
    let list = try session.save(
      "list.csv", Self.longHead, "T-1,蓝天,取缔,北区,2020-10-31,乙,2020-07-31,", ",,,,,甲,2020-06-30,",
      "T-2,蓝天,拆除,北区,2020-10-31,,,")
    #expect(try session.run(list, "--into", session.path("chart")).exitCode == 0)
    let tasks = try session.open("chart").chart.tasks
    #expect(tasks[0].nodes.map { "\($0.id) \($0.title["zh"])" } == ["1 甲", "2 乙"])
    #expect(tasks[1].nodes.isEmpty)
    let bytes = Array(FileManager.default.contents(atPath: list) ?? Data())
    let table = TaskTable(TableFile.table(bytes, file: "list.csv"))
    #expect(
      table.rows.map { table.sheetRows(of: $0).map { table.table.rows[$0].number } } == [
        [2, 3], [4],
      ])
    #expect(
      try session.complaints(
        [
          Self.longHead, "T-3,蓝天,取缔,北区,2020-10-31,甲,2020-06-30,", ",,,,,乙,2020-11-30,",
        ], into: "other") == [
          "list.csv:3:8 (row 1, column \"节点时限\"): task T-3: node 2 is due after the limit.",
          "1 finding: nothing was imported.",
        ])
  }

  @Test("No task has more nodes than a wide list could hold")
  func manyNodes() throws {
    let session = try ImportSession()
    let rows = (0...400).map { "T-1,蓝天,取缔,北区,2021-12-31,甲,\((day("2020-06-30") + $0).iso)," }
    #expect(
      try session.complaints([Self.longHead] + rows) == [
        "list.csv:402:27 (row 1, column \"节点时限\"): a task with more than 400 nodes. Split it.",
        "1 finding: nothing was imported.",
      ])
  }

  // MARK: --layout

  @Test("--layout says how a list is to be read; what it then lacks is named")
  func forced() throws {
    let session = try ImportSession()
    let list = try session.save(
      "list.csv", Self.longHead, "T-1,蓝天,取缔,北区,2020-10-31,甲,2020-06-30,")
    func says(_ layout: String) throws -> [String] {
      let report = try session.run(
        list, "--into", session.path("chart"), "--dry-run", "--layout", layout)
      return (report.output + report.complaints).map(session.withoutPath)
    }
    #expect(try says("auto").contains("Read as a long list: a row a node."))
    #expect(try says("long").contains("Read as a long list: a row a node."))
    #expect(try says("wide").contains("Read as a wide list: a row a task."))
    #expect(try says("wide").contains("Columns not taken over: 节点名称, 节点时限, 节点数量"))
    #expect(
      try says("matrix") == [
        "list.csv:1:1: a matrix needs columns of dates, weeks or months, such as 2020-06-15, W30, "
          + "6月. Name them so.",
        "1 finding: nothing was imported.",
      ])
    #expect(
      try says("tall") == [
        "wallchart-import: \"tall\" is not one of: auto, wide, long, matrix."
      ])
  }
}
