import Testing
import WallChartStore

@testable import WallChartImport

@Suite("Lists nobody would write")
struct HostileListTests {
  private static let texts = [
    "", "", "", " ", "编号", "序号", "战役", "任务", "整改任务", "责任单位", "截止日期", "时间节点", "节点名称", "节点时限", "节点1",
    "节点1时限", "6月", "7月", "2020年7月", "W30", "W53", "2020-06-15", "2月30日", "数量", "完成情况", "备注：", "合计",
    "一、蓝天", "T-1", "T-2", "蓝天", "取缔", "北区", "2020-10-31", "15日 摸底", "99日 摸底", "摸底 [85%]",
    "[99999999999999999999%]", "[99999999999999999999]", "；;\n", "✓", "47", "9007199254740991",
    "99999999999999999999", "\u{1B}[31m", "\r\n", "（", "）)", "*:*", "第", "第百节点", "一二三十十",
    "n400_due", "n1_done",
    "🏭", "\u{202E}", "日", "31日", "月日", "6月31日 甲", "n1_due",
  ]

  @Test("Whatever stands where, every layout answers with rows or with findings at places of cells")
  func anything() {
    var dice = Dice(seed: 20_200_731)
    for round in 0..<1000 {
      let width = 1 + dice.roll(9)
      var number = 0
      let rows = (0...dice.roll(7)).map { _ in
        number += 1 + dice.roll(2)
        let count = dice.roll(5) == 0 ? 1 + dice.roll(9) : width
        return Table.Row(
          number: number,
          cells: (0..<count).map { column in
            Table.Cell(
              text: dice.one(Self.texts),
              place: number * Table.Places.columnsPerRow + column,
              note: dice.roll(20) == 0 ? .serial(Day(number: 18_000)) : nil)
          })
      }
      let table = Table(
        file: "list", rows: rows, findings: [], places: .sheet(dice.roll(2) == 0 ? "2020年" : "清单"))
      var reading = ListReading()
      reading.layout = [nil, .wide, .long, .matrix][round % 4]
      if dice.roll(2) == 0 {
        reading.map = (try? ColumnMap(["id=任务", "title_zh=备注："])) ?? ColumnMap()
      }
      let list = TaskList(TaskTable(table, reading))
      let places = Set(rows.flatMap(\.cells).map(\.place))
      #expect(list.findings.allSatisfy { places.contains($0.place) })
      #expect(!list.rows.isEmpty || !list.findings.isEmpty || !list.remarks.isEmpty)
      for row in list.rows { #expect(row.nodes.allSatisfy { !$0.title["zh"].isEmpty }) }
    }
  }

  @Test("A heading of long texts, and a matrix cell of many nodes, are read in bounded time")
  func large() {
    let long = String(repeating: "责任单位（", count: 200_000)
    let rows = [
      [long, "编号", "战役", "任务", "责任单位", "截止日期", "2020年6月", "2020年7月"],
      ["", "T-1", "蓝天", "取缔", "北区", "2020-10-31", String(repeating: "甲；", count: 200_000), "乙"],
    ]
    let table = Table(sheet: "清单", of: "list", rows)
    let time = secondsOfWork {
      let list = TaskList(TaskTable(table))
      #expect(list.findings.map(\.problem) == [.inLayout(.tooManyNodes(limit: 400))])
    }
    #expect(time < 10)
  }
}
