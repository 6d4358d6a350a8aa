import ArgumentParser
import Foundation
import Testing
import WallChartStore
import WallChartWords

@testable import WallChartImport

/// A person at a desk: a folder of their own with lists and charts in it, and the import tool.
final class ImportSession {
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/import-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The repository's `seeds`.
  static let seeds = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("seeds").path

  /// Runs `wallchart-import` with these words; it is nine o'clock on 31 July 2020 in Dalian.
  @discardableResult
  func run(_ arguments: String..., input: String = "") throws -> Report {
    try run(arguments, input: input)
  }

  /// - Parameter ask: what the person answers to a proposal; nil when nobody sits there.
  func run(
    _ arguments: [String], input: String = "", language: String = "en",
    ask: ((Report) -> Bool)? = nil
  ) throws -> Report {
    let command = try ImportCommand.parse(arguments + ["--lang", language])
    let now = try #require(Moment(rfc3339: "2020-07-31T09:00:00.000+08:00"))
    return command.report(
      in: ["HOME": folder, "USER": "k.wang"], at: now, input: { Array(input.utf8) },
      ask: ask.map { ask in { report, _ in ask(report) } })
  }

  /// Saves a list under a name and gives its path.
  func save(_ name: String, _ lines: String..., end: String = "\n") throws -> String {
    let path = folder + "/" + name
    try Data((lines.joined(separator: end) + end).utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Imports these lines as `list.csv` and gives what was complained of, the path left out.
  func complaints(_ lines: [String], into chart: String = "chart") throws -> [String] {
    let path = folder + "/list.csv"
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
    let report = try run(path, "--into", self.path(chart))
    #expect(report.exitCode == 65)
    #expect(report.output.isEmpty)
    return complaints(of: report)
  }

  /// What a report complains of, the path left out.
  func complaints(of report: Report) -> [String] { report.complaints.map(withoutPath) }

  /// A text in which files of this folder are named without it.
  func withoutPath(_ text: String) -> String {
    text.replacingOccurrences(of: folder + "/", with: "")
  }

  func path(_ name: String) -> String { folder + "/" + name }

  /// A chart as another program would read it now.
  func open(_ name: String) throws -> ChartFolder {
    try ChartFolder(opening: path(name), state: nil)
  }

  /// The plan of a chart as text, without the id by which it is known from others made alike.
  func planButID(_ name: String) throws -> String {
    try String(contentsOfFile: path(name) + "/chart.json", encoding: .utf8)
      .replacing(/\n"id": "[a-z2-7]{26}",\n/, with: "\n")
  }

  /// A clerk marks a node of `chart` complete, the earliest open one if none is named.
  func mark(_ task: String, _ node: String? = nil) throws {
    let today = day("2020-07-31")
    var folder = try open("chart")
    let stamp = Stamp(id: .random(), at: Moment(rfc3339: "2020-07-31T10:00:00.000+08:00")!)
    let entry = try Situation(chart: folder.chart, ledger: folder.ledger, on: today)
      .mark(task, node: node, by: Author(name: "clerk"), stamp)
    _ = try folder.append(entry, today: today)
  }

  /// Every file of a chart, except the lock.
  func files(_ name: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    let walk = FileManager.default.enumerator(atPath: path(name))
    while let file = walk?.nextObject() as? String {
      guard !file.hasPrefix(".lock") else { continue }
      found[file] = FileManager.default.contents(atPath: path(name) + "/" + file)
    }
    return found
  }
}

extension Report {
  /// What is said besides what nearly every list of these tests has in common: a row a task, no
  /// nodes, no risk. RemarkTests look at that.
  var said: [String] { output.filter { !Self.usual.contains($0) } }

  private static let usual = Set(
    Language.allCases.flatMap { language in
      [Word.importLayoutWide, .importNoNodes, .importMediumRisk].map { Words(language)($0) }
    })
}

/// A day in a test: `day("2020-07-31")`. A slip of the pen gives a day that fits nothing.
func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }

/// How long this thread works on something, whatever else the machine does meanwhile.
func secondsOfWork(_ work: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
  let start = now()
  try work()
  return now() - start
}
