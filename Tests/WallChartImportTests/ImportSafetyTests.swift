import Foundation
import Testing
import WallChartStore

@testable import WallChartImport

@Suite("Nothing of anybody is lost")
struct ImportSafetyTests {
  private static let head = "id,battle,title_en,unit_en,deadline,n1_due,n1_en,n1_done"
  private static let long = "id,battle,title_en,unit_en,deadline,node_en,node_due"
  private let today = day("2020-07-31")

  private func run(
    _ session: ImportSession, _ lines: [String], _ options: String...
  ) throws -> Report {
    let list = try session.save("list.csv", lines.joined(separator: "\n"))
    return try session.run([list, "--into", session.path("chart")] + options)
  }

  private func undo(_ session: ImportSession) throws -> Report {
    try session.run("--undo", "--into", session.path("chart"))
  }

  private func text(_ session: ImportSession, _ name: String) -> String {
    String(
      decoding: FileManager.default.contents(atPath: session.path(name)) ?? Data(), as: UTF8.self)
  }

  // MARK: Undo

  @Test("An import that only made entries is taken back like any other, whatever the plan became")
  func onlyEntries() throws {
    let session = try ImportSession()
    _ = try run(session, [Self.head, "T-1,Air,Close it,North,2020-10-31,2020-07-01,Plan,"])
    let plan = text(session, "chart/chart.json")
    let moved = [Self.head, "T-1,Air,Close it,North,2020-11-30,2020-07-01,Plan,2020-07-01"]
    _ = try run(session, moved)
    #expect(text(session, "chart/chart.json") == plan)
    let said = [
      "Taken back: the import of list.csv by k.wang on 31 Jul 2020", "2 of 2 entries taken back.",
    ]
    #expect(try undo(session).output == said)
    _ = try run(session, moved)
    let edited = plan.replacingOccurrences(of: "Close it", with: "Shut it")
    try Data(edited.utf8).write(to: URL(fileURLWithPath: session.path("chart/chart.json")))
    #expect(try undo(session).output == said)
    let folder = try session.open("chart")
    let status = ChartStatus(of: folder.chart, ledger: folder.ledger, on: today).tasks[0]
    #expect(status.record.limit == day("2020-10-31"))
    #expect(status.record.metOn == [nil])
    #expect(folder.chart.tasks[0].title["en"] == "Shut it")
    #expect(folder.findings(today: today) == [])
  }

  // MARK: Two at once

  @Test("Two imports that make the same chart at once both go in")
  func twoAtOnce() throws {
    for round in 0..<20 {
      let session = try ImportSession()
      let lists = try ["T", "W"].map { letter in
        try session.save(
          letter + ".csv", Self.head,
          "\(letter)-1,\(letter)\(round),Close it,North,2020-10-31,2020-07-01,Plan,2020-07-02")
      }
      let codes = Codes()
      nonisolated(unsafe) let shared = session
      DispatchQueue.concurrentPerform(iterations: 2) { place in
        codes.add((try? shared.run(lists[place], "--into", shared.path("chart")))?.exitCode ?? -1)
      }
      #expect(codes.all == [Int32](repeating: 0, count: 2))
      let folder = try session.open("chart")
      #expect(Set(folder.chart.tasks.map(\.id)) == ["T-1", "W-1"])
      #expect(folder.ledger.imports.count == 2)
      #expect(folder.findings(today: today) == [])
    }
  }

  // MARK: Torn rows of long lists

  @Test("No node of a torn row's task goes to another one: a long list with torn rows is refused")
  func tornLongRows() throws {
    let session = try ImportSession()
    let list = [
      Self.long, "T-1,Air,Close it,North,2020-10-31,Plan,2020-08-01",
      "T-2,Air,Open it,South,2020-10-31,Plan", ",,,,,Half,2020-09-01",
    ]
    let report = try run(session, list, "--skip-bad")
    #expect(report.exitCode == 65)
    #expect(report.output == [])
    #expect(!FileManager.default.fileExists(atPath: session.path("chart")))
    // The last node of a task would go.
    _ = try run(session, Array(list.prefix(2)) + [",,,,,Half,2020-09-01"])
    let before = try session.files("chart")
    let torn = try run(session, Array(list.prefix(2)) + [",,,,Half,2020-09-01"], "--skip-bad")
    #expect(torn.exitCode == 65)
    #expect(try session.files("chart") == before)
  }

  @Test("Rows left out of a long list can be mended and imported")
  func mendedLongRows() throws {
    let session = try ImportSession()
    let report = try run(
      session,
      [
        Self.long, "T-1,Air,Close it,North,2020-10-31,Plan,2020-08-01",
        "T-2,Air,Open it,South,soon,Plan,2020-08-01", ",,,,,Half,2020-09-01",
      ], "--skip-bad")
    #expect(report.exitCode == 1)
    let rejects = text(session, "list.csv.rejects.csv")
    let mended = try session.save(
      "mended.csv", rejects.replacingOccurrences(of: ",soon,", with: ",2020-10-31,"))
    #expect(try session.run(mended, "--into", session.path("chart")).exitCode == 0)
    let task = try session.open("chart").chart.task("T-2")
    #expect(task?.nodes.map(\.due) == [day("2020-08-01"), day("2020-09-01")])
  }
}

/// Exit codes of several threads.
private final class Codes: @unchecked Sendable {
  private let lock = NSLock()
  private var codes: [Int32] = []

  func add(_ code: Int32) { lock.withLock { codes.append(code) } }
  var all: [Int32] { lock.withLock { codes } }
}
