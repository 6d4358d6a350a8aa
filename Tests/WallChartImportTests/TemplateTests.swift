import Foundation
import Testing
import WallChartStore

@testable import WallChartImport

@Suite("Nodes laid back from the limit: --template")
struct TemplateTests {
  private static let head = "id,battle,title_en,unit_en,deadline,quantity,n1_due,n1_en,term"

  /// A chart whose rules have two templates.
  private func chart() throws -> ImportSession {
    let session = try ImportSession()
    var plan = Chart(title: Text("Dalian 2020"))
    plan.rules.templates = [
      Chart.Template(
        name: "works",
        steps: [
          Chart.Template.Step(title: Text(en: "Plan", zh: "方案") ?? Text(""), due: .share(25)),
          Chart.Template.Step(title: Text("Most"), due: .daysBefore(10), quotaShare: 85),
          Chart.Template.Step(title: Text("All"), due: .limit, quotaShare: 100),
        ]),
      Chart.Template(
        name: "papers", steps: [Chart.Template.Step(title: Text("Signed"), due: .limit)]),
    ]
    try ChartFolder.create(at: session.path("chart"), plan: plan)
    return session
  }

  private func run(
    _ session: ImportSession, _ rows: [String], _ options: String...
  ) throws -> Report {
    let path = session.path("list.csv")
    let lines = [Self.head] + rows
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
    return try session.run([path, "--into", session.path("chart")] + options)
  }

  private static let rows = [
    "T-1,Air,Close it,North,2020-10-31,11,,,", "T-2,Air,Open it,North,2020-10-31,,2020-08-31,Plan,",
    "T-3,Air,Keep it,North,,,,,standing",
  ]

  @Test("Tasks without nodes get them; a dry run shows the days and writes nothing")
  func dryRun() throws {
    let session = try chart()
    let before = try session.files("chart")
    let report = try run(session, Self.rows, "--template", "works", "--dry-run")
    #expect(
      report.said == [
        "3 tasks new, 1 unit, 1 battle; 1 entry",
        "New tasks:", "  T-1  Close it  North  2020-10-31  3 nodes",
        "  T-2  Open it  North  2020-10-31  1 node",
        "  T-3  Keep it  North", "New units:", "  north  North", "New battles:", "  T  Air",
        "Nodes laid back from the limit by \"works\": 1 task",
        "T-1: 21 Aug 2020 Plan; 21 Oct 2020 Most (10); 31 Oct 2020 All (11)",
        "Dry run: nothing was written.",
      ])
    #expect(try session.files("chart") == before)
  }

  @Test("They are nodes as any other, and the same list again changes nothing, with or without it")
  func written() throws {
    let session = try chart()
    #expect(
      try run(session, Self.rows, "--template", "works").said == [
        "3 tasks new, 1 unit, 1 battle; 1 entry",
        "Nodes laid back from the limit by \"works\": 1 task",
      ])
    let tasks = try session.open("chart").chart.tasks
    #expect(tasks[0].nodes.map(\.due.iso) == ["2020-08-21", "2020-10-21", "2020-10-31"])
    #expect(tasks[0].nodes.map(\.id) == ["1", "2", "3"])
    #expect(tasks[0].nodes.map(\.quota) == [nil, 10, 11])
    #expect(tasks[0].nodes[0].title == Text(en: "Plan", zh: "方案"))
    #expect(tasks[1].nodes.map(\.due.iso) == ["2020-08-31"])
    #expect(tasks[2].nodes.isEmpty)
    for options in [[], ["--template", "works"], ["--template", "papers"]] {
      let path = session.path("list.csv")
      let report = try session.run([path, "--into", session.path("chart")] + options)
      #expect(report.said == ["0 changes: the chart has all of this list already."])
    }
  }

  @Test("A task that came without nodes gets them later")
  func later() throws {
    let session = try chart()
    _ = try run(session, Self.rows)
    #expect(try session.open("chart").chart.tasks[0].nodes.isEmpty)
    let report = try run(session, Self.rows, "--template", "papers")
    #expect(report.complaints == [])
    #expect(
      report.said == [
        "0 tasks new, 0 units, 0 battles; 1 entry",
        "Tasks of the chart: 1 changed, 0 back, 0 withdrawn, 2 unchanged",
        "Nodes laid back from the limit by \"papers\": 1 task",
      ])
    #expect(try session.open("chart").chart.tasks[0].nodes.map(\.due.iso) == ["2020-10-31"])
  }

  @Test("A task to which something has happened, or that is handed in, keeps having none")
  func touched() throws {
    let session = try chart()
    let head =
      "id,battle,title_en,unit_en,deadline,quantity,quantity_done,quantity_asof,state,"
      + "state_since,evidence_en"
    let list = try session.save(
      "counts.csv", head, "T-1,Air,Close it,North,2020-10-31,11,3,2020-07-20,,,",
      "T-2,Air,Open it,North,2020-10-31,,,,submitted,2020-07-20,Photo")
    #expect(try session.run(list, "--into", session.path("chart")).exitCode == 0)
    let again = try session.run(list, "--into", session.path("chart"), "--template", "works")
    #expect(again.said == ["0 changes: the chart has all of this list already."])
    let new = try session.save(
      "new.csv", head, "T-1,Air,Close it,North,2020-10-31,11,3,2020-07-20,,,",
      "T-2,Air,Open it,North,2020-10-31,,,,submitted,2020-07-20,Photo",
      "T-3,Air,Open it,North,2020-10-31,,,,submitted,2020-07-20,Photo")
    #expect(
      try session.run(new, "--into", session.path("chart"), "--template", "works").said
        == ["1 task new, 0 units, 0 battles; 2 entries"])
    #expect(try session.open("chart").chart.tasks.allSatisfy { $0.nodes.isEmpty })
  }

  @Test("The day of the import is where the time begins; --as-of tells another")
  func start() throws {
    let session = try chart()
    let report = try run(
      session, ["T-1,Air,Close it,North,2020-10-31,,,,"], "--template", "works", "--as-of",
      "2020-09-30",
      "--dry-run")
    #expect(report.said.contains("T-1: 7 Oct 2020 Plan; 21 Oct 2020 Most; 31 Oct 2020 All"))
  }

  @Test("Too little time is found at the limit, with the step that has no day")
  func tooLittleTime() throws {
    let session = try chart()
    let report = try run(
      session,
      ["T-1,Air,Close it,North,2020-08-05,,,,", "T-2,Air,Open it,North,2020-06-30,,,,"],
      "--template", "works")
    #expect(report.exitCode == 65)
    #expect(
      session.complaints(of: report) == [
        "list.csv:2:24 (row 1, column \"deadline\"): template \"works\" does not fit: from "
          + "31 Jul 2020 to the limit 5 Aug 2020 the time is too short for step 2, Most. Use a "
          + "shorter template, correct the limit, or begin earlier with --as-of.",
        "list.csv:3:23 (row 2, column \"deadline\"): template \"works\" does not fit: from "
          + "31 Jul 2020 to the limit 30 Jun 2020 the time is too short for step 1, Plan. Use a "
          + "shorter template, correct the limit, or begin earlier with --as-of.",
        "2 findings: nothing was imported.",
      ])
    #expect(try session.open("chart").chart.tasks.isEmpty)
  }

  @Test("A template that is not there is refused with those that are")
  func unknown() throws {
    let session = try chart()
    let report = try run(session, Self.rows, "--template", "work\u{1B}s")
    #expect(
      report.complaints == [
        "wallchart-import: the chart has no template \"work␛s\". It has: works, papers."
      ])
    #expect(report.exitCode == 64)
    let list = session.path("list.csv")
    let none = try session.run(list, "--into", session.path("new"), "--template", "works")
    #expect(
      none.complaints == [
        "wallchart-import: the chart has no template \"works\", nor any other. Describe one in its "
          + "chart.json, under rules, templates."
      ])
    #expect(!FileManager.default.fileExists(atPath: session.path("new")))
  }

  @Test("After fifty tasks the rest of a dry run is counted")
  func many() throws {
    let session = try chart()
    let rows = (1...60).map { "T-\($0),Air,Close it,North,2020-10-31,,,," }
    let output = try run(session, rows, "--template", "papers", "--dry-run").said
    #expect(
      output.suffix(3) == [
        "T-50: 31 Oct 2020 Signed", "… and 10 more.", "Dry run: nothing was written.",
      ])
  }

  @Test("The report as JSON has the nodes that were laid back")
  func json() throws {
    let output = try run(
      try chart(), Self.rows, "--template", "works", "--dry-run", "--json"
    ).said
    #expect(output.count == 1)
    #expect(
      output.first?.contains(
        "\"scheduled\": [{\"id\": \"T-1\", \"nodes\": [{\"id\": \"1\", \"due\": \"2020-08-21\", "
          + "\"title\": {\"en\": \"Plan\", \"zh\": \"方案\"}}, {\"id\": \"2\", \"due\": \"2020-10-21\", "
      )
        == true)
  }
}
