import Foundation
import Testing
import WallChartStore

@testable import WallChartImport

@Suite("What is said of how a list was read, and of what it leaves open")
struct RemarkTests {
  private static let head = "编号,战役,整改任务,责任单位,完成时限"
  private static let row = "T-1,蓝天,取缔锅炉,北区,2020-10-31"

  /// All that is said when these lines are imported into `chart`, and the session.
  private func output(
    _ lines: [String], _ options: String..., language: String = "zh",
    in session: ImportSession? = nil
  ) throws -> (said: [String], session: ImportSession) {
    let session = try session ?? ImportSession()
    let list = try session.save("list.csv", lines.joined(separator: "\n"))
    let report = try session.run(
      [list, "--into", session.path("chart")] + options, language: language)
    return (report.output + report.complaints, session)
  }

  @Test("A list without nodes and risk says so once, in either language, and how it was read")
  func empty() throws {
    let (said, session) = try output([Self.head, Self.row])
    #expect(
      said == [
        "新增任务1项、单位1个、攻坚战1个；台账记录1条", "按每行一项任务读取。",
        "新任务均无时间节点，挂图上各行为空白。请在清单中增加“节点1”“节点1时限”等列，或按挂图中的模板由时限倒排节点：--template 名称。",
        "清单没有“风险等级”列：新任务均按中风险计。",
      ])
    // What is there already needs no word.
    #expect(
      try output([Self.head, Self.row], in: session).said == ["无变化：清单内容均已在挂图中。", "按每行一项任务读取。"])
    #expect(
      try output([Self.head, Self.row], language: "en").said == [
        "1 task new, 1 unit, 1 battle; 1 entry", "Read as a wide list: a row a task.",
        "None of the new tasks has a node: their rows on the wall stay empty. Add columns such as 节点1 and "
          + "节点1时限 (n1_en, n1_due), or lay nodes back from the limits by a template of the chart: "
          + "--template NAME.",
        "The list has no column of risk (风险等级, risk): its new tasks are of medium risk.",
      ])
  }

  @Test("One node, a risk or a rhythm is enough")
  func enough() throws {
    let node = Self.head + ",节点1,节点1时限"
    #expect(
      try output([node, Self.row + ",摸底,2020-08-31", "T-2,蓝天,整治,北区,2020-10-31,,"]).said.count == 3)
    #expect(try output([node + ",风险等级", Self.row + ",摸底,2020-08-31,高"]).said.count == 2)
    #expect(try output([node + ",调度频次", Self.row + ",摸底,2020-08-31,每日"]).said.count == 2)
  }

  @Test(
    "A new chart is called what its list is called above the heading, else after the file",
    arguments: [
      (["大连市2020年污染防治攻坚战任务清单"], "大连市2020年污染防治攻坚战任务清单"),
      (["附件1", "大连市污染防治任务清单", "填报单位：市生态环境局,填报日期：2020年6月1日"], "大连市污染防治任务清单"),
      (["Dalian 2020: the battle against pollution"], "Dalian 2020: the battle against pollution"),
      (["附件1", "单位：万元", "2020年6月1日"], "list"), ([], "list"),
    ])
  func title(_ above: [String], _ title: String) throws {
    let (_, session) = try output(above + [Self.head, Self.row])
    #expect(try session.open("chart").chart.title == Text(title))
    // One that is there keeps its own.
    _ = try output(["别的清单", Self.head, Self.row + "前"], in: session)
    #expect(try session.open("chart").chart.title == Text(title))
  }

  @Test("A Chinese report names remembered columns by the headers of an office")
  func remembered() throws {
    let lines = ["编号,战役,要干的事,归谁管,完成时限,第一步,第一步哪天", Self.row + ",摸底,2020-08-31"]
    let (_, session) = try output(
      lines, "--map", "title_zh=要干的事", "--map", "unit_zh=归谁管", "--map", "n1_zh=第一步", "--map",
      "n1_due=第一步哪天")
    let said = try output(lines, in: session).said
    #expect(said.contains("沿用以前导入时指明的列：节点1时限=第一步哪天、节点1=第一步、整改任务=要干的事、责任单位=归谁管"))
    // As they are said, they can be given.
    let (_, other) = try output(
      lines, "--map", "整改任务=要干的事", "--map", "责任单位=归谁管", "--map", "节点1=第一步", "--map",
      "节点1时限=第一步哪天")
    #expect(try other.open("chart").chart.tasks == session.open("chart").chart.tasks)
  }

  @Test("Helpers that change are named in the language of the report", arguments: ["en", "zh"])
  func helpers(_ language: String) throws {
    let head = "id,battle,title_en,unit_en,deadline,helpers_en,helpers_zh"
    let row = "T-1,Air,Close it,North,2020-10-31,"
    let (_, session) = try output([head, row + "\"East, South\",东区、南区"])
    let said = try output(
      [head, row + "South,南区"], "--dry-run", language: language, in: session
    ).said
    let line = language == "en" ? "T-1 helpers East, South -> South" : "东区、南区"
    #expect(said.contains { $0.contains(line) })
  }

  @Test("Ids that lost their zeros are no new tasks, and none is left out")
  func lostZeros() throws {
    let (_, session) = try output([
      Self.head, "001,蓝天,取缔,北区,2020-10-31", "002,蓝天,取缔,北区,2020-10-31",
    ])
    let before = try session.files("chart")
    let shortened = [Self.head, "1,蓝天,取缔,北区,2020-10-31", "3,蓝天,取缔,北区,2020-10-31"]
    for options in ["--yes", "--skip-bad"] {
      #expect(
        try output(shortened, options, in: session).said.map(session.withoutPath) == [
          "list.csv:2:1（第1行，“编号”列）: “1”应为“001”，前面的零被表格软件去掉了。请将该列设为文本格式，更正编号后重新保存清单。",
          "list.csv:3:1（第2行，“编号”列）: “3”应为“003”，前面的零被表格软件去掉了。请将该列设为文本格式，更正编号后重新保存清单。",
          "共2处问题，未导入任何内容。",
        ])
    }
    #expect(try session.files("chart") == before)
    // As many digits, or more, are another task.
    let more = ["001", "002", "003", "1000"].map { $0 + ",蓝天,取缔,北区,2020-10-31" }
    _ = try output([Self.head] + more, in: session)
    #expect(try session.open("chart").chart.tasks.map(\.id) == ["001", "002", "003", "1000"])
  }
}
