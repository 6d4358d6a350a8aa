import Foundation
import Testing
import WallChartStore

@testable import WallChartImport

/// The first of what the import must show: the same 63 tasks, in whatever form an office has them,
/// make the same chart.
@Suite("One list in every form")
struct SameChartTests {
  private let session: ImportSession
  private let forms: DalianForms

  init() throws {
    session = try ImportSession()
    forms = try DalianForms()
  }

  /// The chart that a file makes, by its path. File and chart are called `dalian-tasks`, each in a
  /// folder of its own: a new chart has its title from one of them.
  private func chart(_ ending: String, _ bytes: [UInt8]) throws -> String {
    let folder = UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: session.path(folder), withIntermediateDirectories: true)
    let list = try session.save("\(folder)/dalian-tasks.\(ending)", bytes: bytes)
    return try chart(of: list, "\(folder)/dalian-tasks")
  }

  private func chart(of list: String, _ name: String, input: String = "") throws -> String {
    let report = try session.run(list, "--into", session.path(name), input: input)
    #expect(report.complaints == [])
    #expect(report.exitCode == 0)
    return name
  }

  private func wide() throws -> String {
    try chart(of: ImportSession.seeds + "/" + DalianForms.file, "wide")
  }

  /// What happened, without ids and times.
  private func facts(_ chart: String) throws -> [String] {
    let folder = try session.open(chart)
    return folder.chart.tasks.flatMap { folder.ledger.entries(of: $0.id) }.map {
      "\($0.task ?? "") \($0.on.iso) \($0.unit ?? "") \($0.fact) \($0.evidence)"
    }
  }

  // MARK: The same chart, byte for byte

  @Test("Wide CSV, tabs by standard input, a long workbook with merged cells, GB18030")
  func sameBytes() throws {
    let wide = try wide()
    let csv = DalianForms.csv(forms.wide)
    let tabs = forms.wide.map { $0.joined(separator: "\t") }.joined(separator: "\n")
    let (long, merged) = forms.mergedLong()
    let others = [
      try chart(of: "-", "dalian-tasks", input: tabs),
      try chart("xlsx", Sketch(table: long, merged: merged).file),
      try chart("csv", encoded(csv, "GB18030")),
      try chart("csv", [0xFF, 0xFE] + encoded(csv, "UTF-16LE")),
    ]
    #expect(merged.count > 1000)
    let (plan, facts) = (try session.planButID(wide), try facts(wide))
    #expect(facts.count == 152)
    for other in others {
      #expect(try session.planButID(other) == plan)
      #expect(try self.facts(other) == facts)
    }
  }

  // MARK: The same tasks

  /// Ids, limits, titles and nodes, battles and quantities too.
  private func essence(_ chart: String) throws -> [String] {
    try session.open(chart).chart.tasks.map { task in
      let nodes = task.nodes.map { "\($0.id) \($0.due.iso) \($0.title["zh"]) \($0.quota ?? -1)" }
      return "\(task.id) \(task.battle) \(task.title["zh"]) \(task.limit?.iso ?? "-") "
        + "\(task.term) \(task.risk) \(task.quantity?.total ?? -1) \(nodes)"
    }
  }

  @Test(
    "A wide workbook in Chinese alone, as a clerk keeps it, and a matrix of months below titles")
  func sameTasks() throws {
    let wide = try essence(try wide())
    #expect(wide.count == 63)
    let chinese = forms.chinese()
    let width = Table.letters(of: chinese[0].count - 1)
    let clerk = Sketch(table: chinese, merged: ["A1:\(width)1", "A2:\(width)2"])
    #expect(try essence(try chart("xlsx", clerk.file)) == wide)
    let months = Table.letters(of: forms.matrix()[0].count - 1)
    let wall = Sketch(
      table: [["大连市污染防治攻坚战作战图"], ["（2020年）"]] + forms.matrix(),
      merged: ["A1:\(months)1", "A2:\(months)2"])
    #expect(try essence(try chart("xlsx", wall.file)) == wide)
  }
}
