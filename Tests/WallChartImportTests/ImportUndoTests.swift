import Foundation
import Testing
import WallChartStore

@testable import WallChartImport

@Suite("An import that is taken back")
struct ImportUndoTests {
  private let today = day("2020-07-31")

  private func undo(_ session: ImportSession, _ options: String...) throws -> Report {
    try session.run(["--undo", "--into", session.path("chart")] + options)
  }

  private func plan(_ session: ImportSession) -> Data? {
    FileManager.default.contents(atPath: session.path("chart/chart.json"))
  }

  @Test("The plan comes back byte for byte and entries are undone; twice takes the one before")
  func whole() throws {
    let session = try ProposalTests.chart()
    let first = plan(session)
    _ = try ProposalTests.run(ProposalTests.changed, in: session)
    let second = plan(session)
    #expect(first != second)
    let dry = try undo(session, "--dry-run")
    #expect(
      dry.said == [
        "To be taken back: the import of list.csv by k.wang on 31 Jul 2020",
        "The plan is again the one before it.", "2 of 2 entries taken back.",
        "Dry run: nothing was written.",
      ])
    #expect(plan(session) == second)
    #expect(
      try undo(session).said == [
        "Taken back: the import of list.csv by k.wang on 31 Jul 2020",
        "The plan is again the one before it.", "2 of 2 entries taken back.",
      ])
    #expect(plan(session) == first)
    var folder = try session.open("chart")
    #expect(folder.findings(today: today) == [])
    let status = ChartStatus(of: folder.chart, ledger: folder.ledger, on: today)
    #expect(status.tasks[1].record.limit == day("2020-10-31"))
    #expect(status.tasks[0].nodes.map(\.state.isMet) == [true, true])

    #expect(
      try undo(session).said == [
        "Taken back: the import of first.csv by k.wang on 31 Jul 2020",
        "The plan is again the one before it.", "2 of 2 entries taken back.",
      ])
    folder = try session.open("chart")
    #expect(folder.chart.tasks == [])
    #expect(folder.findings(today: today) == [])
    let none = try undo(session)
    #expect(none.complaints == ["wallchart-import: no import stands that could be taken back."])
    #expect(none.exitCode == 65)
  }

  @Test("The same list can be imported again afterwards, with all it says")
  func again() throws {
    let session = try ProposalTests.chart()
    let first = plan(session)
    _ = try undo(session)
    #expect(
      try ProposalTests.run(ProposalTests.rows, in: session).said
        == ["6 tasks new, 2 units, 2 battles; 3 entries"])
    #expect(plan(session) == first)
    let folder = try session.open("chart")
    let status = ChartStatus(of: folder.chart, ledger: folder.ledger, on: today)
    #expect(status.tasks[0].nodes.map(\.state.isMet) == [true, true])
    #expect(folder.findings(today: today) == [])
  }

  @Test("With marks on a new task the plan stays; new tasks are withdrawn, the others as before")
  func marked() throws {
    let session = try ProposalTests.chart()
    let rows =
      ProposalTests.edited([
        (ProposalTests.rows[4], ""), ("Open it", "Shut it"), ("Lock it", "Bar it"),
      ]) + ["T-9,Air,New one,新,North,,low,2020-12-01,,,,,2020-08-20,Plan,,,,"]
    _ = try ProposalTests.run(rows, in: session)
    try session.mark("T-9", "1")
    let report = try undo(session)
    #expect(
      report.said == [
        "Taken back: the import of list.csv by k.wang on 31 Jul 2020",
        "The plan before it does not come back as a whole: other entries or changes rest on this one.",
        "1 task that came with it withdrawn: T-9", "1 task no longer withdrawn: T-5",
        "2 changed tasks as before it: T-2, T-3",
      ])
    let folder = try session.open("chart")
    #expect(folder.chart.tasks.map(\.id).last == "T-9")
    #expect(folder.chart.tasks.filter { $0.withdrawn != nil }.map(\.id) == ["T-9"])
    #expect(folder.chart.task("T-2")?.title["en"] == "Open it")
    // The mark stays in the ledger.
    #expect(folder.ledger.entries(of: "T-9").map(\.by) == ["clerk"])
    #expect(folder.findings(today: today) == [])
  }

  @Test("A plan edited since is not lost: only what the import left untouched goes back")
  func edited() throws {
    let session = try ProposalTests.chart()
    _ = try ProposalTests.run(ProposalTests.changed, in: session)
    let path = session.path("chart/chart.json")
    let text = String(decoding: try #require(plan(session)), as: UTF8.self)
    try Data(text.replacingOccurrences(of: "Paint it", with: "Polish it").utf8)
      .write(to: URL(fileURLWithPath: path))
    let report = try undo(session)
    // How the import left the plan is known to nobody: only its own day tells what came with it.
    #expect(
      report.said == [
        "Taken back: the import of list.csv by k.wang on 31 Jul 2020",
        "The plan before it does not come back as a whole: other entries or changes rest on this one.",
        "1 task that came with it withdrawn: T-9", "1 task no longer withdrawn: T-5",
        "3 changed tasks stay as now, changed or marked since: T-1, T-2, T-4",
        "2 of 2 entries taken back.",
      ])
    let chart = try session.open("chart").chart
    #expect(chart.task("T-4")?.title["en"] == "Polish it")
    #expect(chart.task("T-9")?.withdrawn == today)
    #expect(chart.task("T-5")?.withdrawn == nil)
  }

  @Test("Steps of the procedure stay, with what lies under them, and say so")
  func steps() throws {
    let session = try ImportSession()
    let list = try session.save(
      "list.csv",
      "id,battle,title_en,unit_en,lead_en,deadline,n1_due,n1_en,n1_done,state,state_since,evidence_en",
      "T-1,Air,Close it,North,EPB,2020-10-31,2020-07-01,Plan,2020-07-02,submitted,2020-07-20,Photo",
      "T-2,Air,Close it,North,EPB,2020-10-31,2020-07-01,Plan,2020-07-02,,,")
    _ = try session.run(list, "--into", session.path("chart"))
    let report = try undo(session)
    #expect(
      report.said == [
        "Taken back: the import of list.csv by k.wang on 31 Jul 2020",
        "The plan before it does not come back as a whole: other entries or changes rest on this one.",
        "2 tasks that came with it withdrawn: T-1, T-2", "1 of 3 entries taken back.",
        "2 entries stay; steps of the procedure are led back by return or reopen: T-1",
      ])
    #expect(try session.open("chart").findings(today: today) == [])
  }

  @Test("Without the plan before it nothing is taken back")
  func noBackup() throws {
    let session = try ProposalTests.chart()
    try FileManager.default.removeItem(atPath: session.path("chart/.backup"))
    let before = try session.files("chart")
    let report = try undo(session)
    #expect(report.exitCode == 65)
    #expect(
      report.complaints == [
        "wallchart-import: the plan before the import of first.csv is no longer in .backup; "
          + "nothing was taken back."
      ])
    #expect(try session.files("chart") == before)
  }

  @Test("Taken back as JSON; a list beside --undo, or no chart, is no undo")
  func jsonAndMisuse() throws {
    let session = try ProposalTests.chart()
    let report = try undo(session, "--json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(report.said.joined().utf8)) as? [String: Any])
    #expect(object["planBack"] as? Bool == true)
    #expect(object["takenBack"] as? Int == 2)
    #expect(object["file"] as? String == "first.csv")
    let list = try session.run("list.csv", "--undo", "--into", session.path("chart"))
    #expect(list.exitCode == 64)
    #expect(try session.run("--undo", "--into", session.path("none")).exitCode == 66)
    let neither = try session.run("--into", session.path("chart"))
    #expect(
      neither.complaints
        == ["wallchart-import: which list? Name a file, or \"-\" for standard input."])
    #expect(neither.exitCode == 64)
  }

  @Test("For a script an undo that cannot be is an object, too")
  func nothingAsJSON() throws {
    let session = try ImportSession()
    try ChartFolder.create(at: session.path("chart"), plan: Chart(title: Text("x")))
    let report = try session.run("--undo", "--json", "--into", session.path("chart"))
    #expect(report.exitCode == 65)
    #expect(report.complaints == [])
    #expect(
      report.said == [
        "{\"format\": \"wallchart-import/1\", \"written\": false, \"findings\": "
          + "[{\"message\": \"no import stands that could be taken back.\"}]}"
      ])
  }
}
