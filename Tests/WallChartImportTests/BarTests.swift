import Foundation
import Testing
import WallChartStore

@testable import WallChartImport

/// On paper wall charts a bar over several months means that the work goes on through all of them.
@Suite("Cells merged over columns of dates")
struct BarTests {
  private static let head = ["编号", "战役", "任务", "责任单位", "截止日期"]

  /// The nodes that a matrix of one task, or two, gives; or what is said against it.
  private func nodes(
    _ months: [String], _ rows: [[String]], merged: [String]
  ) throws -> [String] {
    let session = try ImportSession()
    let tasks = rows.enumerated().map { number, cells in
      ["T-\(number + 1)", "蓝天", "取缔\(number + 1)号锅炉", "北区", "2021-12-31"] + cells
    }
    let book = Sketch(table: [Self.head + months] + tasks, merged: merged)
    let list = try session.save("chart.xlsx", bytes: book.file)
    let report = try session.run(list, "--into", session.path("chart"))
    guard report.exitCode == 0 else {
      return Array(session.complaints(of: report).prefix(1))
    }
    let chart = try session.open("chart").chart
    return chart.tasks.flatMap { task in
      task.nodes.map { "\(task.id) \($0.id) \($0.due.iso) \($0.title["zh"])" }
    } + report.said.filter { $0.contains("over several") }
  }

  private static let summer = ["2020年6月", "2020年7月", "2020年8月", "2020年9月"]
  private static func remark(_ count: String) -> String {
    "\(count) over several columns of dates: one node each, due in the last of them."
  }

  @Test("A bar is one node, due in its last column; what stands beside it are further ones")
  func bars() throws {
    #expect(
      try nodes(Self.summer, [["拆除", "", "", "验收"]], merged: ["F2:H2"]) == [
        "T-1 1 2020-08-31 拆除", "T-1 2 2020-09-30 验收", Self.remark("1 cell"),
      ])
    #expect(
      try nodes(Self.summer, [["10日 拆除", "", "验收", ""]], merged: ["F2:G2", "H2:I2"]) == [
        "chart.xlsx[Sheet1]!G2: \"10日 拆除\": the cell goes over several columns, and the day names no "
          + "month. Write it too, such as 7月15日 标题."
      ])
    #expect(
      try nodes(Self.summer, [["7月10日 拆除", "", "9月20日 并网；验收", ""]], merged: ["F2:G2", "H2:I2"]) == [
        "T-1 1 2020-07-10 拆除", "T-1 2 2020-09-20 并网", "T-1 3 2020-09-30 验收",
        Self.remark("2 cells"),
      ])
  }

  @Test("A bar over several tasks is a node of each; one in a single column is a cell like others")
  func downwards() throws {
    #expect(
      try nodes(Self.summer, [["拆除", "", "", ""], ["", "", "", "验收"]], merged: ["F2:G3"]) == [
        "T-1 1 2020-07-31 拆除", "T-2 1 2020-07-31 拆除", "T-2 2 2020-09-30 验收",
        Self.remark("2 cells"),
      ])
    #expect(
      try nodes(Self.summer, [["拆除", "", "", ""], ["", "", "", ""]], merged: ["F2:F3"]) == [
        "T-1 1 2020-06-30 拆除", "T-2 1 2020-06-30 拆除",
      ])
  }

  @Test("The last column is the one with the latest day, wherever it stands")
  func order() throws {
    #expect(
      try nodes(["2020年8月", "2020年7月"], [["拆除", ""]], merged: ["F2:G2"]) == [
        "T-1 1 2020-08-31 拆除", Self.remark("1 cell"),
      ])
  }

  @Test("The same words in two columns that are not merged are two nodes")
  func apart() throws {
    #expect(
      try nodes(Self.summer, [["拆除", "拆除", "", ""]], merged: []) == [
        "T-1 1 2020-06-30 拆除", "T-1 2 2020-07-31 拆除",
      ])
  }
}
