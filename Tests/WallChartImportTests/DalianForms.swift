import Foundation
import WallChartStore

@testable import WallChartImport

/// The list of Dalian in the other forms in which offices keep such lists.
struct DalianForms {
  static let file = "dalian-tasks.csv"
  private let header: [String]
  private let rows: [[String]]

  init() throws {
    let bytes = Array(
      FileManager.default.contents(atPath: ImportSession.seeds + "/" + Self.file) ?? Data())
    let table = TableFile.table(bytes, file: Self.file)
    header = table.rows[0].cells.map(\.text)
    rows = table.rows.dropFirst().map { $0.cells.map(\.text) }
  }

  private func value(_ row: [String], _ column: String) -> String {
    header.firstIndex(of: column).map { row[$0] } ?? ""
  }

  private func nodes(_ row: [String]) -> [[String: String]] {
    (1...6).compactMap { number in
      var node: [String: String] = [:]
      for part in ["due", "en", "zh", "quota", "done"] {
        node[part] = value(row, "n\(number)_\(part)")
      }
      return node["due"] == "" ? nil : node
    }
  }

  static func csv(_ rows: [[String]]) -> String {
    rows.map { row in
      row.map { cell in
        cell.contains { ",\"\n;".contains($0) }
          ? "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : cell
      }.joined(separator: ",")
    }.joined(separator: "\n") + "\n"
  }

  /// A row a node, both languages; what is said of the task again is blank or repeated.
  func long(isRepeated: Bool) -> [[String]] {
    let task = header.indices.filter { Field.node(of: header[$0]) == nil }
    let parts = ["en", "due", "zh", "quota", "done"]
    var lines = [task.map { header[$0] } + parts.map { "node_" + $0 }]
    for row in rows {
      let cells = task.map { row[$0] }
      for (index, node) in nodes(row).enumerated() {
        let said = index == 0 || isRepeated ? cells : cells.map { _ in "" }
        lines.append(said + parts.map { node[$0] ?? "" })
      }
      if nodes(row).isEmpty { lines.append(cells + parts.map { _ in "" }) }
    }
    return lines
  }

  /// As it is: a row a task, both languages.
  var wide: [[String]] { [header] + rows }

  /// A row a node, the task's cells merged down over them, and which those are.
  func mergedLong() -> (rows: [[String]], merged: [String]) {
    let lines = long(isRepeated: false)
    var merged: [String] = []
    var first = 1
    for number in 2...lines.count where number == lines.count || !lines[number][0].isEmpty {
      for column in lines[0].indices
      where number - first > 1 && !lines[0][column].hasPrefix("node_") {
        merged.append(
          "\(Table.letters(of: column))\(first + 1):\(Table.letters(of: column))\(number)")
      }
      first = number
    }
    return (lines, merged)
  }

  private static let chinese: [(header: String, column: String)] = [
    ("编号", "id"), ("整改任务", "title_zh"), ("责任单位", "unit_zh"), ("牵头单位", "lead_zh"),
    ("风险等级", "risk"), ("调度频次", "frequency"), ("时限类型", "term"), ("截止日期", "deadline"),
    ("数量", "quantity"), ("计量单位", "quantity_unit_zh"),
  ]
  private static let words = [
    "high": "高", "medium": "中", "low": "低", "daily": "日调度", "weekly": "周调度", "monthly": "月调度",
    "dated": "限期", "atOnce": "立行立改", "standing": "长期坚持",
  ]

  /// The limit in the list's own words, where they say the day without a chart's rule.
  private func limit(_ row: [String]) -> String {
    let words = value(row, "deadline_zh")
    return ["采暖期前", "长期坚持"].contains(words) ? value(row, "deadline") : words
  }

  private func chineseCells(_ row: [String]) -> [String] {
    Self.chinese.map { pair in
      let text = value(row, pair.column)
      return ["risk", "frequency", "term"].contains(pair.column) ? Self.words[text] ?? "" : text
    }
  }

  /// As a clerk keeps it: a title, a heading of two rows, battles in rows of their own, a total
  /// and notes below.
  func chinese() -> [[String]] {
    let width = Self.chinese.count + 18
    func alone(_ text: String) -> [String] {
      [text] + Array(repeating: "", count: width - 1)
    }
    var lines = [alone("大连市2020年污染防治攻坚战整改任务清单"), alone("（截至2020年7月31日）")]
    let numbers = ["一", "二", "三", "四", "五", "六"]
    lines.append(
      Self.chinese.map { $0.column == "deadline" ? "完成时限" : $0.header }
        + numbers.flatMap { ["第\($0)阶段", "", ""] })
    lines.append(
      Self.chinese.map { _ in "" } + numbers.flatMap { _ in ["内容", "时限", "数量"] })
    var battle = ""
    for row in rows {
      if value(row, "battle_zh") != battle {
        battle = value(row, "battle_zh")
        lines.append(alone(numbers[lines.count { $0[0].hasSuffix("项）") }] + "、\(battle)（22项）"))
      }
      var line = chineseCells(row)
      line[7] = limit(row)
      line += nodes(row).flatMap { [$0["zh"] ?? "", $0["due"] ?? "", $0["quota"] ?? ""] }
      lines.append(line + Array(repeating: "", count: width - line.count))
    }
    var total = alone("合 计")
    total[8] = "63"
    return lines + [total, alone("备注：1. 每周五前报送。"), alone("2. 数量以台账为准。")]
  }

  /// The paper wall chart: a column a month, `15日 标题 [40]` in the cells.
  func matrix() -> [[String]] {
    let months = Set(rows.flatMap(nodes).map { String(($0["due"] ?? "").prefix(7)) }).sorted()
    var lines = [
      Self.chinese.map(\.header) + ["战役"]
        + months.map { month in
          "\(month.prefix(4))年\(Int(month.suffix(2)) ?? 0)月"
        }
    ]
    for row in rows {
      let cells = months.map { month in
        nodes(row).filter { $0["due"]?.hasPrefix(month) == true }.map { node in
          let due = day(node["due"] ?? "")
          // The last day of the month need not be said.
          let prefix = (due + 1).date.day == 1 ? "" : "\(due.date.day)日 "
          let quota = node["quota"].map { $0.isEmpty ? "" : " [\($0)]" } ?? ""
          return prefix + (node["zh"] ?? "") + quota
        }.joined(separator: "\n")
      }
      lines.append(chineseCells(row) + [value(row, "battle_zh")] + cells)
    }
    return lines
  }
}
