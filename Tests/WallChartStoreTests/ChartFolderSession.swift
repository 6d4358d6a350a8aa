import Foundation

@testable import WallChartStore

/// A chart in a folder of its own, and a memory beside it; both go with the suite's value.
class ChartFolderSession {
  let root: String
  var path: String { root + "/chart" }
  var state: String { root + "/state" }
  let today = day("2020-07-31")

  init() throws {
    root = FileManager.default.temporaryDirectory.path + "/wallchart-" + EntryID.random().text
    try PosixFile.makeFolder(root)
    try ChartFolder.create(at: path, plan: Sample.chart)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func open(state: String? = nil) throws -> ChartFolder {
    try ChartFolder(opening: path, state: state ?? self.state)
  }

  func mark(_ number: UInt64, _ node: String = "1", was: [UInt64] = []) -> Entry {
    draft(number, .met(node: node), task: "T2", was: was)
  }

  func report(_ number: UInt64, _ count: Int) -> Entry {
    draft(number, .report(Fact.Report(count: count)), task: "T1")
  }

  func draft(_ number: UInt64, _ fact: Fact, task: String?, was: [UInt64] = []) -> Entry {
    var draft = Entry(
      id: id(number), at: moment("2020-07-31T09:00:00.000+08:00"), by: "k.wang", unit: "epb",
      task: task, on: today, fact: fact)
    draft.was = was.map(id)
    return draft
  }

  func text(_ file: String) throws -> String {
    String(decoding: try PosixFile.contents(of: path + "/" + file), as: UTF8.self)
  }

  func ledgerPath(_ folder: ChartFolder) -> String {
    "\(path)/ledger/\(folder.ownWriters.last ?? "none").jsonl"
  }

  func bytes(_ folder: ChartFolder) throws -> [UInt8] {
    try PosixFile.contents(of: ledgerPath(folder))
  }

  func put(_ bytes: some Sequence<UInt8>, at path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  func faults(_ folder: ChartFolder) -> [String] {
    folder.findings(today: today).map { "\($0.line): \($0.fault)" }
  }

  func changed(_ chart: Chart, _ title: String) -> Chart {
    var chart = chart
    chart.tasks[0].title = Text(title)
    return chart
  }
}
