import Foundation
import Testing
import WallChartStore

@testable import WallChartImport

@Suite("A list for a chart that has tasks already")
struct ImportAgainTests {
  private static let head =
    "id,battle,title_en,title_zh,unit_en,lead_en,risk,deadline,quantity,quantity_done,"
    + "quantity_asof,n1_due,n1_en,n1_done,n2_due,n2_en,n2_quota,n2_done,state,state_since,"
    + "evidence_en"
  private static let row =
    "T-1,Air,Close it,取缔,North,EPB,high,2020-10-31,10,2,2020-07-10,2020-07-01,Plan,2020-07-02,"
    + "2020-07-20,Half,5,,rectifying,,"

  /// A chart with one task, imported on 31 July 2020.
  private func chartWithOneTask() throws -> ImportSession {
    let session = try ImportSession()
    let list = try session.save("first.csv", Self.head, Self.row)
    #expect(
      try session.run(list, "--into", session.path("chart")).said
        == ["1 task new, 2 units, 1 battle; 3 entries"])
    return session
  }

  private func importing(_ rows: String..., into session: ImportSession) throws -> Report {
    let list = session.path("list.csv")
    let lines = [Self.head] + rows
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: list))
    return try session.run(list, "--into", session.path("chart"))
  }

  private func entries(_ session: ImportSession) throws -> [String] {
    try session.open("chart").ledger.entries(of: "T-1").sorted { $0.n < $1.n }.map { entry in
      var text = "\(entry.on.iso) \(entry.fact.kind)"
      if let node = entry.fact.node { text += " \(node)" }
      if case .report(let report) = entry.fact { text += " \(report.count ?? -1)" }
      return text
    }
  }

  @Test("A new task is added with the day of the import; battle and unit are found by name")
  func newTask() throws {
    let session = try chartWithOneTask()
    let second = Self.row.replacingOccurrences(of: "T-1", with: "T-2")
    let report = try importing(Self.row, second, into: session)
    #expect(report.said == ["1 task new, 0 units, 0 battles; 3 entries"])
    let chart = try session.open("chart").chart
    #expect(chart.tasks.map(\.id) == ["T-1", "T-2"])
    #expect(chart.tasks.map(\.added) == [nil, day("2020-07-31")])
    #expect(chart.tasks.map(\.unit) == ["north", "north"])
    #expect(chart.battles.map(\.id) == ["T"])
  }

  @Test("What has happened since is added, and nothing that is known already")
  func newFacts() throws {
    let session = try chartWithOneTask()
    #expect(try entries(session) == ["2020-07-02 met 1", "2020-07-10 report 2"])
    let now = Self.row.replacingOccurrences(of: "Half,5,,", with: "Half,5,2020-07-18,")
      .replacingOccurrences(of: "10,2,2020-07-10", with: "10,7,2020-07-30")
    #expect(
      try importing(now, into: session).said == ["0 tasks new, 0 units, 0 battles; 3 entries"])
    #expect(
      try entries(session) == [
        "2020-07-02 met 1", "2020-07-10 report 2", "2020-07-18 report 5", "2020-07-30 report 7",
      ])
    #expect(try importing(now, into: session).said.first?.hasPrefix("0 changes") == true)
  }

  @Test("A quota that the count had reached by then is not reported once more")
  func quotaReached() throws {
    let session = try chartWithOneTask()
    let now = Self.row.replacingOccurrences(of: "Half,5,,", with: "Half,5,2020-07-30,")
      .replacingOccurrences(of: "10,2,2020-07-10", with: "10,6,2020-07-20")
    _ = try importing(now, into: session)
    #expect(
      try entries(session)
        == ["2020-07-02 met 1", "2020-07-10 report 2", "2020-07-20 report 6"])
  }

  @Test("A mark that somebody took back stays taken back, though the list still has it")
  func takenBack() throws {
    let session = try chartWithOneTask()
    var folder = try session.open("chart")
    let today = day("2020-07-31")
    let stamp = Stamp(id: .random(), at: Moment(rfc3339: "2020-07-31T10:00:00.000+08:00")!)
    let undo = try Situation(chart: folder.chart, ledger: folder.ledger, on: today)
      .unmark("T-1", node: "1", by: Author(name: "clerk"), stamp)
    _ = try folder.append(undo, today: today)
    #expect(try importing(Self.row, into: session).said.first?.hasPrefix("0 changes") == true)
    let after = try session.open("chart")
    let status = ChartStatus(of: after.chart, ledger: after.ledger, on: today)
    #expect(status.tasks[0].nodes[0].metOn == nil)
  }

  @Test("A task in the procedure goes on from the step it has reached")
  func nextStep() throws {
    let session = try chartWithOneTask()
    let done = Self.row.replacingOccurrences(of: "Half,5,,", with: "Half,5,2020-07-10,")
      .replacingOccurrences(of: "10,2,2020-07-10", with: "10,10,2020-07-31")
    let steps = ["submitted,2020-07-12", "notice,2020-07-13", "crossed-off,2020-07-20"]
    for step in steps {
      let now = done.replacingOccurrences(of: "rectifying,,", with: step + ",Photo")
      #expect(try importing(now, into: session).exitCode == 0)
      #expect(try importing(now, into: session).said.first?.hasPrefix("0 changes") == true)
    }
    // The count is as of the list's day, but it was reached when the task was handed in.
    #expect(
      try entries(session) == [
        "2020-07-02 met 1", "2020-07-10 report 2", "2020-07-10 report 5", "2020-07-12 report 10",
        "2020-07-12 submit", "2020-07-13 verify", "2020-07-20 crossOff",
      ])
  }

  @Test("A cross-off while the public notice still runs is refused")
  func noticeRuns() throws {
    let session = try chartWithOneTask()
    let done = Self.row.replacingOccurrences(of: "Half,5,,", with: "Half,5,2020-07-10,")
      .replacingOccurrences(of: "10,2,2020-07-10", with: "10,10,2020-07-12")
    _ = try importing(
      done.replacingOccurrences(of: "rectifying,,", with: "notice,2020-07-13,Photo"), into: session)
    let before = try session.files("chart")
    let report = try importing(
      done.replacingOccurrences(of: "rectifying,,", with: "crossed-off,2020-07-18,Photo"),
      into: session)
    #expect(
      session.complaints(of: report) == [
        "list.csv:2:132 (row 1, column \"state_since\"): T-1: the public notice runs until "
          + "18 Jul 2020; it can be crossed off from the day after.",
        "1 finding: nothing was imported.",
      ])
    #expect(try session.files("chart") == before)
  }

  @Test("A submission computed to lie before the one in the chart is said to be computed")
  func computedDay() throws {
    let session = try chartWithOneTask()
    let done = Self.row.replacingOccurrences(of: "Half,5,,", with: "Half,5,2020-07-08,")
      .replacingOccurrences(of: "10,2,2020-07-10", with: "10,10,2020-07-12")
    _ = try importing(
      done.replacingOccurrences(of: "rectifying,,", with: "submitted,2020-07-12,Photo"),
      into: session)
    let report = try importing(
      done.replacingOccurrences(of: "rectifying,,", with: "crossed-off,2020-07-15,Photo"),
      into: session)
    #expect(
      session.complaints(of: report) == [
        "list.csv:2:132 (row 1, column \"state_since\"): 9 Jul 2020 (computed: cross-off on "
          + "15 Jul 2020, public notice of 5 days) lies before 12 Jul 2020, the day of the entry "
          + "this one follows.",
        "1 finding: nothing was imported.",
      ])
  }

  @Test("What a list has no column for is not held against the chart")
  func fewerColumns() throws {
    let session = try chartWithOneTask()
    let list = try session.save("short.csv", "unit_en,title_zh,battle,id", "North,取缔,Air,T-1")
    let report = try session.run(list, "--into", session.path("chart"))
    #expect(report.said == ["0 changes: the chart has all of this list already."])
  }

  @Test("Days computed from the first and the last year of a list are days that can be read again")
  func daysAtTheEnds() throws {
    let session = try ImportSession()
    var plan = Chart(title: Text("Long notices"))
    plan.rules.noticeDays = 36_525
    try ChartFolder.create(at: session.path("chart"), plan: plan)
    let list = try session.save(
      "list.csv", "id,battle,title_en,unit_en,lead_en,deadline,state,state_since,evidence_en",
      "T-1,Air,Close it,North,EPB,2020-10-31,crossed-off,1900-01-01,Photo",
      "T-2,Air,Close it,North,EPB,2020-10-31,notice,2199-12-31,Photo")
    let report = try session.run(list, "--into", session.path("chart"), "--as-of", "2199-12-31")
    #expect(report.complaints == [])
    let ledger = try session.open("chart").ledger
    #expect(ledger.entries(of: "T-1").map(\.on).min() == day("1799-12-30"))
    #expect(
      ledger.entries(of: "T-2").map(\.fact).contains(.verify(noticeUntil: day("2300-01-01"))))
  }

  @Test("A plan that changed while the list was read is not overwritten")
  func planChanged() throws {
    let session = try chartWithOneTask()
    var reader = try session.open("chart")
    let path = session.path("chart/chart.json")
    let text = String(decoding: FileManager.default.contents(atPath: path)!, as: UTF8.self)
    try Data(text.replacingOccurrences(of: "Close it", with: "Shut it").utf8)
      .write(to: URL(fileURLWithPath: path))
    var plan = reader.chart
    plan.title = Text("Mine")
    #expect(throws: StoreError.self) { try reader.apply(plan: plan, entries: []) }
    #expect(try session.open("chart").chart.tasks[0].title["en"] == "Shut it")
  }

  @Test("What the ledger does not allow is named at the column the list has")
  func responsibleVerifier() throws {
    let session = try ImportSession()
    let head = "编号,攻坚战,任务,截止日期,责任单位,牵头单位,状态,状态日期,佐证材料"
    let list = try session.save(
      "list.csv", head, "T-1,蓝天,取缔,2020-10-31,北区,环保局,公示中,2020-07-20,照片")
    #expect(try session.run(list, "--into", session.path("chart")).exitCode == 0)
    let complaints = try session.complaints([
      "编号,攻坚战,任务,截止日期,责任单位", "T-1,蓝天,取缔,2020-10-31,环保局",
    ])
    #expect(
      complaints.first
        == "list.csv:2:22 (row 1, column \"责任单位\"): u2 is responsible for T-1 and cannot verify it."
    )
  }
}
