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
    #expect(try undo(session).said == said)
    _ = try run(session, moved)
    let edited = plan.replacingOccurrences(of: "Close it", with: "Shut it")
    try Data(edited.utf8).write(to: URL(fileURLWithPath: session.path("chart/chart.json")))
    #expect(try undo(session).said == said)
    let folder = try session.open("chart")
    let status = ChartStatus(of: folder.chart, ledger: folder.ledger, on: today).tasks[0]
    #expect(status.record.limit == day("2020-10-31"))
    #expect(status.record.metOn == [nil])
    #expect(folder.chart.tasks[0].title["en"] == "Shut it")
    #expect(folder.findings(today: today) == [])
  }

  // MARK: Cut off

  /// As a run that was killed when it had replaced the plan and written nothing else.
  private func cutOff(
    _ session: ImportSession, _ run: (_ chart: String) throws -> Report
  ) throws {
    let copy = session.path("copy")
    try FileManager.default.copyItem(atPath: session.path("chart"), toPath: copy)
    #expect(try run(copy).exitCode == 0)
    var folder = try session.open("chart")
    try folder.apply(plan: session.open("copy").chart, entries: [])
  }

  private static let first = [
    "T-1,Air,Close it,North,2020-10-31,2020-07-01,Plan,",
    "T-2,Air,Open it,North,2020-10-31,2020-07-01,Plan,",
    "T-3,Air,Lock it,North,2020-10-31,2020-07-01,Plan,",
  ]
  private static let second = [
    "T-1,Air,Shut it,North,2020-11-30,2020-07-01,Plan,2020-07-01",
    "T-3,Air,Lock it,North,2020-10-31,2020-07-01,Plan,",
    "T-4,Air,Paint it,North,2020-10-31,2020-07-01,Plan,",
  ]

  @Test(
    "An import killed between plan and ledger is completed by the next one, and taken back whole")
  func killed() throws {
    let session = try ImportSession()
    _ = try run(session, [Self.head] + Self.first)
    let before = text(session, "chart/chart.json")
    let second = try session.save("list.csv", ([Self.head] + Self.second).joined(separator: "\n"))
    try cutOff(session) { try session.run(second, "--into", $0, "--yes") }
    #expect(text(session, "chart/chart.json") != before)
    #expect(try session.open("chart").findings(today: today) == [])
    let again = try run(session, [Self.head] + Self.second, "--yes", "--as-of", "2020-08-01")
    #expect(again.said.first == "1 task new, 0 units, 0 battles; 3 entries")
    let folder = try session.open("chart")
    let last = try #require(folder.ledger.imports.last)
    guard case .import(let source) = last.fact else { return }
    #expect((source.added, source.changed, source.withdrawn) == (1, 1, 1))
    let status = ChartStatus(of: folder.chart, ledger: folder.ledger, on: today).tasks[0]
    #expect(status.record.limit == day("2020-11-30"))
    #expect(status.record.metOn == [day("2020-07-01")])
    #expect(
      try run(session, [Self.head] + Self.second).said.first?.contains("0 changes") == true)
    _ = try undo(session)
    #expect(text(session, "chart/chart.json") == before)
    #expect(try session.open("chart").findings(today: today) == [])
  }

  @Test("What a person did to the plan by hand is not taken for an import that was cut off")
  func byHand() throws {
    let session = try ImportSession()
    _ = try run(session, [Self.head] + Self.first)
    let shut = Self.first.map { $0.replacingOccurrences(of: "Close it", with: "Shut it") }
    let path = session.path("chart/chart.json")
    try Data(
      text(session, "chart/chart.json").replacingOccurrences(of: "Close it", with: "Shut it").utf8
    )
    .write(to: URL(fileURLWithPath: path))
    let before = try session.files("chart")
    #expect(try run(session, [Self.head] + shut).said.first?.contains("0 changes") == true)
    #expect(try session.files("chart") == before)
  }

  @Test("An undo killed between plan and ledger is completed by the next one")
  func killedUndo() throws {
    let session = try ImportSession()
    _ = try run(session, [Self.head] + Self.first)
    let before = text(session, "chart/chart.json")
    _ = try run(session, [Self.head] + Self.second, "--yes")
    try cutOff(session) { try session.run("--undo", "--into", $0) }
    #expect(
      try undo(session).said == [
        "Taken back: the import of list.csv by k.wang on 31 Jul 2020",
        "The plan is again the one before it.", "2 of 2 entries taken back.",
      ])
    #expect(text(session, "chart/chart.json") == before)
    #expect(try session.open("chart").findings(today: today) == [])
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

  // MARK: Names

  @Test("Whatever stands in names of files, charts and people, no control sign leaves the program")
  func names() throws {
    let session = try ImportSession()
    let evil = "a\u{1B}]0;x\u{7}\u{9B}31m\u{7F}\u{202E}"
    let list = try session.save(
      evil + ".csv", Self.head, "T-1,\(evil),\(evil),\(evil),2020-10-31,2020-07-01,\(evil),")
    let good = try session.save(
      evil + "2.csv", Self.head, "T-1,Air\u{202E},\u{202E}A,N\u{202E},2020-10-31,2020-07-01,Plan,")
    let chart = session.path(evil)
    var reports: [Report] = []
    for options in [[], ["--dry-run"], ["--json"], ["--skip-bad", "--as", evil]] {
      for file in [list, good, evil, evil + ".xlsx"] {
        reports.append(try session.run([file, "--into", chart] + options))
      }
    }
    for options in [
      ["--undo"], ["--undo", "--json"], ["--sheet", evil, list], ["--unit", evil, good],
    ] {
      reports.append(try session.run(options + ["--into", chart]))
    }
    #expect(reports.contains { $0.exitCode == 0 } && reports.contains { $0.exitCode == 65 })
    for report in reports {
      for line in report.said + report.complaints {
        let signs = line.unicodeScalars.filter {
          $0.value != 10 && $0.properties.generalCategory == .control
        }
        #expect(signs.isEmpty, "\(line.debugDescription)")
        // JSON is for programs, and keeps every sign that a terminal does not obey.
        if !line.hasPrefix("{") { #expect(!line.contains("\u{202E}")) }
      }
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
    #expect(report.said == [])
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
