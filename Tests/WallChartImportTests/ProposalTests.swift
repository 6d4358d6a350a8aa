import Foundation
import Testing
import WallChartStore

@testable import WallChartImport

@Suite("A list that changes a chart")
struct ProposalTests {
  static let head =
    "id,battle,title_en,title_zh,unit_en,lead_en,risk,deadline,deadline_zh,quantity,quantity_done,"
    + "quantity_asof,n1_due,n1_en,n1_done,n2_due,n2_en,n2_quota"
  static let rows = [
    "T-1,Air,Close it,取缔,North,EPB,high,2020-10-31,10月底前,10,6,2020-07-10,2020-07-01,Plan,"
      + "2020-07-02,2020-07-20,Half,5",
    "T-2,Air,Open it,开放,North,EPB,high,2020-10-31,,,,,2020-08-20,Plan,,2020-09-01,Half,",
    "T-3,Air,Lock it,上锁,North,EPB,high,2020-10-31,,,,,2020-08-20,Plan,,2020-09-01,Half,",
    "T-4,Air,Paint it,粉刷,North,EPB,high,2020-10-31,,,,,2020-08-20,Plan,,2020-09-01,Half,",
    "T-5,Air,Sell it,出售,North,EPB,high,2020-10-31,,,,,2020-08-20,Plan,,2020-09-01,Half,",
    "W-1,Water,Dredge it,疏浚,North,EPB,high,2020-10-31,,,,,2020-08-20,Plan,,2020-09-01,Half,",
  ]

  /// A chart with six tasks of two battles, imported on 31 July 2020.
  static func chart() throws -> ImportSession {
    let session = try ImportSession()
    let list = try session.save("first.csv", head, rows.joined(separator: "\n"))
    #expect(
      try session.run(list, "--into", session.path("chart")).said
        == ["6 tasks new, 2 units, 2 battles; 3 entries"])
    return session
  }

  /// The first list with pieces of rows replaced; rows replaced by nothing are left out.
  static func edited(_ edits: [(String, String)]) -> [String] {
    var rows = rows
    for (old, new) in edits {
      #expect(rows.contains { $0.contains(old) }, "\(old) is in no row")
      rows = rows.map { $0.replacingOccurrences(of: old, with: new) }
    }
    return rows.filter { !$0.isEmpty }
  }

  static func run(
    _ rows: [String], in session: ImportSession, _ options: String..., language: String = "en"
  ) throws -> Report {
    let list = try session.save("list.csv", head, rows.joined(separator: "\n"))
    return try session.run(
      [list, "--into", session.path("chart")] + options, language: language)
  }

  static func entries(_ session: ImportSession, of task: String) throws -> [String] {
    try session.open("chart").ledger.entries(of: task).sorted { $0.n < $1.n }.map { entry in
      var text = "\(entry.on.iso) \(entry.fact.kind)"
      if let node = entry.fact.node { text += " \(node)" }
      if case .extend(let moved) = entry.fact {
        text += " \(moved.from.iso) \(moved.to.iso) by \(moved.approvedBy): \(moved.reason)"
      }
      return text
    }
  }

  /// T-1 is renamed, T-2 has another unit, risk and limit, T-3 another day, T-5 is gone, T-9 is
  /// new; the other battle is not in the list.
  static let changed = [
    rows[0].replacingOccurrences(of: "Close it,取缔", with: "Shut it,关停"),
    "T-2,Air,Open it,开放,South,EPB,low,2020-11-15,,,,,2020-08-20,Plan,,2020-09-01,Half,",
    "T-3,Air,Lock it,上锁,North,EPB,high,2020-10-31,,,,,2020-08-20,Plan,,2020-09-11,Half,",
    rows[3],
    "T-9,Air,New one,新任务,West,,low,2020-12-01,,,,,,,,,,",
  ]

  @Test("A task that was added on the chart is in no list, stays, and is told of")
  func addedHere() throws {
    let session = try Self.chart()
    var folder = try session.open("chart")
    var task = try #require(folder.chart.task("T-5"))
    (task.id, task.title, task.added) = ("T-6", Text("Leaking tank"), day("2020-07-30"))
    let stamp = Stamp(id: .random(), at: Moment(rfc3339: "2020-07-30T10:00:00.000+08:00")!)
    let situation = Situation(chart: folder.chart, ledger: folder.ledger, on: day("2020-07-30"))
    let edit = PlanEdit(adding: task)
    let entry = try situation.edit(edit, by: Author(name: "Li"), stamp).entry
    _ = try folder.edit(edit, as: entry, today: day("2020-07-30"))
    let report = try Self.run(Self.edited([(Self.rows[4], "")]), in: session)
    #expect(
      report.said == [
        "0 tasks new, 0 units, 0 battles; 1 entry",
        "Tasks of the chart: 0 changed, 0 back, 1 withdrawn, 5 unchanged",
        "1 task added here is not in this list and stays:",
        "  T-6  Leaking tank: added here on 30 Jul 2020 by Li",
      ])
    let chart = try session.open("chart").chart
    #expect(chart.task("T-6")?.withdrawn == nil)
    #expect(chart.task("T-5")?.withdrawn == day("2020-07-31"))
    let again = try Self.run(Self.rows, in: session, "--dry-run", language: "zh")
    #expect(again.said.contains("  T-6  Leaking tank：2020年7月30日由Li新增"))
  }

  @Test("A task that is under supervision stays, and is told of")
  func supervised() throws {
    let session = try Self.chart()
    var folder = try session.open("chart")
    let situation = Situation(chart: folder.chart, ledger: folder.ledger, on: day("2020-07-30"))
    let stamp = Stamp(id: .random(), at: Moment(rfc3339: "2020-07-30T10:00:00.000+08:00")!)
    let entry = try situation.step("T-5", .supervise, by: Author(name: "Li"), stamp)
    _ = try folder.append(entry, today: day("2020-07-30"))
    let report = try Self.run(Self.edited([(Self.rows[4], "")]), in: session)
    #expect(
      report.said == [
        "0 changes: the chart has all of this list already.",
        "1 task not in this list stays:",
        "  T-5 is under supervision: it stays on the chart until it is released.",
      ])
    #expect(try session.open("chart").chart.task("T-5")?.withdrawn == nil)
  }

  @Test("A dry run says what would change, and writes nothing")
  func english() throws {
    let session = try Self.chart()
    let before = try session.files("chart")
    let report = try Self.run(Self.changed, in: session, "--dry-run")
    #expect(
      report.said == [
        "1 task new, 2 units, 0 battles; 3 entries",
        "Tasks of the chart: 3 changed, 0 back, 1 withdrawn, 1 unchanged",
        "New tasks:",
        "  T-9  New one  West  2020-12-01",
        "Changed:",
        "  T-1 title Close it -> Shut it",
        "  T-1 title 取缔 -> 关停",
        "  T-2 unit North -> South",
        "  T-2 risk high -> low",
        "  T-2 limit 2020-10-31 -> 2020-11-15 (extension)",
        "  T-3 node 2 due 2020-09-01 -> 2020-09-11 (extension)",
        "Withdrawn, no longer in this list of Air:",
        "  T-5  Sell it",
        "New units:",
        "  south  South",
        "  west  West",
        "Dry run: nothing was written.",
      ])
    #expect(report.exitCode == 0)
    #expect(try session.files("chart") == before)
  }

  @Test("The same in Chinese")
  func chinese() throws {
    let session = try Self.chart()
    let report = try Self.run(Self.changed, in: session, "--dry-run", language: "zh")
    #expect(
      report.said == [
        "新增任务1项、单位2个、攻坚战0个；台账记录3条",
        "原有任务：变更3项、恢复0项、移出台账1项、未变1项",
        "新增任务：",
        "  T-9  新任务  West  2020-12-01",
        "变更：",
        "  T-1 标题：Close it → Shut it",
        "  T-1 标题：取缔 → 关停",
        "  T-2 责任单位：North → South",
        "  T-2 风险等级：高 → 低",
        "  T-2 整改时限：2020-10-31 → 2020-11-15（延期）",
        "  T-3 节点2日期：2020-09-01 → 2020-09-11（延期）",
        "清单（Air）中已无，移出台账：",
        "  T-5  出售",
        "新增单位：",
        "  south  South",
        "  west  West",
        "试运行：未写入任何内容。",
      ])
  }

  @Test("Changes go into the plan, moved days into the ledger, and marks stay")
  func written() throws {
    let session = try Self.chart()
    let report = try Self.run(Self.changed, in: session)
    #expect(
      report.said == [
        "1 task new, 2 units, 0 battles; 3 entries",
        "Tasks of the chart: 3 changed, 0 back, 1 withdrawn, 1 unchanged",
      ])
    let folder = try session.open("chart")
    let today = day("2020-07-31")
    let tasks = folder.chart.tasks
    #expect(tasks.map(\.id) == ["T-1", "T-2", "T-3", "T-4", "T-5", "W-1", "T-9"])
    #expect(tasks[0].title == Text(en: "Shut it", zh: "关停"))
    #expect(tasks[1].unit == "south")
    #expect(tasks[1].risk == .low)
    // The first days stay in the plan.
    #expect(tasks[1].limit == day("2020-10-31"))
    #expect(tasks[2].nodes.map(\.due) == [day("2020-08-20"), day("2020-09-01")])
    #expect(tasks.map(\.withdrawn) == [nil, nil, nil, nil, today, nil, nil])
    #expect(tasks.map(\.added) == [nil, nil, nil, nil, nil, nil, today])
    #expect(
      try Self.entries(session, of: "T-1") == ["2020-07-02 met 1", "2020-07-10 report"])
    #expect(
      try Self.entries(session, of: "T-2")
        == ["2020-07-31 extend 2020-10-31 2020-11-15 by k.wang: task list list.csv"])
    #expect(
      try Self.entries(session, of: "T-3")
        == ["2020-07-31 extend 2 2020-09-01 2020-09-11 by k.wang: task list list.csv"])
    let status = ChartStatus(of: folder.chart, ledger: folder.ledger, on: today)
    #expect(status.tasks[0].nodes.map(\.state.isMet) == [true, true])
    #expect(status.tasks[1].record.limit == day("2020-11-15"))
    #expect(status.total.tasks == 6)
    #expect(folder.findings(today: today) == [])
    guard case .import(let source)? = folder.ledger.imports.last?.fact else {
      Issue.record("no import in the ledger")
      return
    }
    #expect(source.file == "list.csv")
    #expect((source.added, source.changed, source.withdrawn) == (1, 3, 1))
    let plan = try #require(FileManager.default.contents(atPath: session.path("chart/chart.json")))
    #expect(source.plan == HashChain.sha256(Array(plan)))
  }

  @Test("The same list again changes nothing; nor do the days that held first")
  func again() throws {
    let session = try Self.chart()
    _ = try Self.run(Self.changed, in: session)
    let before = try session.files("chart")
    let unchanged = ["0 changes: the chart has all of this list already."]
    #expect(try Self.run(Self.changed, in: session).said == unchanged)
    let first = Self.changed.map {
      $0.replacingOccurrences(of: "2020-11-15", with: "2020-10-31")
        .replacingOccurrences(of: "2020-09-11", with: "2020-09-01")
    }
    #expect(try Self.run(first, in: session).said == unchanged)
    #expect(try session.files("chart") == before)
  }

  @Test("A task that comes back is no longer withdrawn")
  func back() throws {
    let session = try Self.chart()
    _ = try Self.run(Self.edited([(Self.rows[4], "")]), in: session)
    #expect(try session.open("chart").chart.task("T-5")?.withdrawn == day("2020-07-31"))
    let report = try Self.run(Self.rows, in: session, "--dry-run")
    #expect(
      report.said == [
        "0 tasks new, 0 units, 0 battles; 1 entry",
        "Tasks of the chart: 0 changed, 1 back, 0 withdrawn, 5 unchanged",
        "In the list again, no longer withdrawn:", "  T-5  Sell it",
        "Dry run: nothing was written.",
      ])
    _ = try Self.run(Self.rows, in: session)
    #expect(try session.open("chart").chart.task("T-5")?.withdrawn == nil)
  }

  @Test("More than a fifth withdrawn needs a yes; other battles do not count")
  func consent() throws {
    let session = try Self.chart()
    let before = try session.files("chart")
    let short = Self.edited([(Self.rows[3], ""), (Self.rows[4], ""), (Self.rows[5], "")])
    let report = try Self.run(short, in: session)
    #expect(report.exitCode == 64)
    #expect(report.said == [])
    #expect(
      report.complaints == [
        "wallchart-import: 2 of 5 tasks of Air are not in this list and would be withdrawn, more "
          + "than 20 %. Look with --dry-run; --yes writes it. Nothing was written."
      ])
    #expect(try session.files("chart") == before)
    let dry = try Self.run(short, in: session, "--dry-run")
    #expect(dry.exitCode == 0)
    #expect(
      dry.said.suffix(3) == [
        "2 of 5 tasks of Air would be withdrawn, more than 20 %.", "Written only with --yes.",
        "Dry run: nothing was written.",
      ])
    #expect(try Self.run(short, in: session, "--yes").exitCode == 0)
    let tasks = try session.open("chart").chart.tasks
    #expect(tasks.filter { $0.withdrawn != nil }.map(\.id) == ["T-4", "T-5"])
    // One of five is just a fifth.
    let other = try Self.chart()
    #expect(try Self.run(Self.edited([(Self.rows[4], "")]), in: other).exitCode == 0)
  }

  @Test("Optional fields that the list clears are empty; risk and kind of limit stay")
  func cleared() throws {
    let session = try Self.chart()
    let rows = Self.edited([
      (
        "T-1,Air,Close it,取缔,North,EPB,high,2020-10-31,10月底前",
        "T-1,Air,,取缔,North,,,2020-10-31,"
      )
    ])
    #expect(
      try Self.run(rows, in: session, "--dry-run").said.dropFirst(2) == [
        "Changed:", "  T-1 title Close it -> (empty)", "  T-1 lead EPB -> (empty)",
        "  T-1 limit in words 10月底前 -> (empty)", "Dry run: nothing was written.",
      ])
    _ = try Self.run(rows, in: session)
    let task = try #require(try session.open("chart").chart.task("T-1"))
    #expect(task.title == Text(en: "", zh: "取缔"))
    #expect(task.lead == nil)
    #expect(task.risk == .high)
  }

  @Test("Nodes come and go, and days move in whichever order keeps them ascending")
  func nodes() throws {
    let session = try Self.chart()
    let rows = Self.edited([
      (
        "T-3,Air,Lock it,上锁,North,EPB,high,2020-10-31,,,,,2020-08-20,Plan,,2020-09-01,Half,",
        "T-3,Air,Lock it,上锁,North,EPB,high,2020-12-31,,,,,2020-11-20,Plan,,2020-12-01,Half,"
      ),
      (
        "T-4,Air,Paint it,粉刷,North,EPB,high,2020-10-31,,,,,2020-08-20,Plan,,2020-09-01,Half,",
        "T-4,Air,Paint it,粉刷,North,EPB,high,2020-08-12,,,,,2020-08-10,Plan,,2020-08-11,Half,"
      ),
      (
        "T-5,Air,Sell it,出售,North,EPB,high,2020-10-31,,,,,2020-08-20,Plan,,2020-09-01,Half,",
        "T-5,Air,Sell it,出售,North,EPB,high,2020-10-31,,,,,2020-08-20,Plan,,,,"
      ),
    ])
    let report = try Self.run(rows, in: session)
    #expect(report.complaints == [])
    func moves(_ task: String) throws -> [String] {
      try Self.entries(session, of: task).map { String($0.dropFirst(18).prefix(23)) }
    }
    #expect(
      try moves("T-3")
        == ["2020-10-31 2020-12-31 b", "2 2020-09-01 2020-12-01", "1 2020-08-20 2020-11-20"])
    #expect(
      try moves("T-4")
        == ["1 2020-08-20 2020-08-10", "2 2020-09-01 2020-08-11", "2020-10-31 2020-08-12 b"])
    #expect(try session.open("chart").chart.task("T-5")?.nodes.map(\.id) == ["1"])
    let more = try Self.run(Self.rows, in: session, "--dry-run").said
    #expect(more.contains("  T-5 node 2 (empty) -> 2020-09-01 Half"))
  }

  @Test("What touches marks is named apart, though nobody asked for quiet or noise")
  func touches() throws {
    let session = try Self.chart()
    let rows = Self.edited([("2020-07-20,Half,5", "2020-07-20,Half,8")])
    let said = ["Touches marks:", "  T-1 node 2 no longer counts as met"]
    #expect(try Self.run(rows, in: session, "--dry-run").said.suffix(3).prefix(2) == said[...])
    #expect(try Self.run(rows, in: session, "--dry-run", "--quiet").complaints == said)
    #expect(try Self.run(rows, in: session).said.suffix(2) == said[...])
    let other = try Self.chart()
    let gone = Self.edited([(Self.rows[0], "")])
    #expect(
      try Self.run(gone, in: other).said.suffix(2) == [
        "Touches marks:", "  T-1 is withdrawn; 2 entries of it stay in the ledger",
      ])
  }

  @Test("A task that was handed in takes no extension; other changes of it are named")
  func closed() throws {
    let session = try ImportSession()
    let head = "id,battle,title_en,unit_en,deadline,state,state_since,evidence_en"
    func run(_ row: String, _ options: String...) throws -> Report {
      let list = try session.save("list.csv", head, row)
      return try session.run([list, "--into", session.path("chart")] + options)
    }
    _ = try run("T-1,Air,Close it,North,2020-10-31,submitted,2020-07-20,Photo")
    let moved = try run("T-1,Air,Close it,North,2020-11-30,submitted,2020-07-20,Photo")
    #expect(moved.exitCode == 65)
    #expect(
      moved.complaints.first?.hasSuffix(
        "T-1 is submitted: nothing changes there unless it is sent back or reopened. The chart has "
          + "31 Oct 2020: keep that in the list.") == true,
      "\(moved.complaints)")
    let other = try run("T-1,Air,Shut it,South,2020-10-31,submitted,2020-07-20,Photo", "--dry-run")
    #expect(
      other.said.dropFirst(2) == [
        "Changed:", "  T-1 title Close it -> Shut it", "  T-1 unit North -> South", "New units:",
        "  south  South", "Touches marks:", "  T-1 changes although submitted",
        "Dry run: nothing was written.",
      ])
    let words = try run("T-1,Air,Shut it,North,2020-10-31,submitted,2020-07-20,Photo")
    #expect(!words.said.contains("Touches marks:"))
  }

  @Test("A node that would lie wrong among days moved since is refused")
  func newNodeAmongMoved() throws {
    let session = try ImportSession()
    let head = "id,battle,title_en,unit_en,deadline,n1_due,n1_en,n2_due,n2_en"
    func run(_ cells: String) throws -> Report {
      let list = try session.save("list.csv", head, "T-1,Air,Close it,North,2020-10-31," + cells)
      return try session.run(list, "--into", session.path("chart"))
    }
    _ = try run("2020-08-01,Plan,,")
    #expect(try run("2020-09-01,Plan,,").exitCode == 0)
    // In the plan the 15th of August still comes after node 1; by now it does not.
    let wrong = try run("2020-09-01,Plan,2020-08-15,Half")
    #expect(wrong.exitCode == 65)
    #expect(wrong.complaints.first?.contains("(row 1, column \"n2_due\"): ") == true)
    #expect(try run("2020-09-01,Plan,2020-09-15,Half").exitCode == 0)
    #expect(
      try session.open("chart").chart.tasks[0].nodes.map(\.due.iso) == ["2020-08-01", "2020-09-15"])
  }

  @Test("Of many changes the first fifty are said, of texts that are long what differs")
  func manyChanges() throws {
    let session = try ImportSession()
    let head = "id,battle,title_en,unit_en,deadline"
    let long = String(repeating: "and so on ", count: 12)
    func run(_ end: String, _ options: String...) throws -> Report {
      let rows = (1...60).map { "T-\($0),Air,\(long)\($0)\(end),North,2020-10-31" }
      let list = try session.save("list.csv", head, rows.joined(separator: "\n"))
      return try session.run([list, "--into", session.path("chart")] + options)
    }
    _ = try run("")
    let output = try run(" at last", "--dry-run").said
    #expect(
      output[2...5] == [
        "Changed:", "  T-1 title", "    - …nd so on 1", "    + …nd so on 1 at last",
      ])
    #expect(output[153] == "  … and 10 more.")
  }

  @Test("A list that moves days of a chart frozen on a day dates its entries on that day")
  func frozen() throws {
    let session = try Self.chart()
    let rows = Self.edited([
      (
        "T-4,Air,Paint it,粉刷,North,EPB,high,2020-10-31",
        "T-4,Air,Paint it,粉刷,North,EPB,high,2020-11-30"
      )
    ])
    _ = try Self.run(rows, in: session, "--as-of", "2020-07-30")
    #expect(try Self.entries(session, of: "T-4").first?.hasPrefix("2020-07-30 extend") == true)
  }

  /// What of the list changes, and what is complained of, without path and last line.
  static let refused: [(old: String, new: String, says: String)] = [
    (
      "2020-07-01,Plan,2020-07-02,", ",,,",
      "list.csv:2:69 (row 1, column \"n1_due\"): node 1 of T-1 has entries in the ledger and cannot "
        + "leave the plan. Keep its date and title."
    ),
    (
      "2020-07-01,Plan,2020-07-02,", "2020-07-03,Plan,2020-07-02,",
      "list.csv:2:69 (row 1, column \"n1_due\"): T-1/1 is met already. The chart has 1 Jul 2020: "
        + "keep that in the list."
    ),
    (
      "T-1,Air,Close it,取缔,North,EPB,high,2020-10-31,10月底前",
      "T-1,Air,Close it,取缔,North,EPB,high,,",
      "list.csv:2:36 (row 1, column \"deadline\"): the cell is empty, but the chart has "
        + "\"2020-10-31\", which a list cannot clear. Fill it in."
    ),
    (
      ",10,6,2020-07-10,", ",5,,,",
      "list.csv:2:53 (row 1, column \"quantity\"): 6 is not between 0 and 5."
    ),
    (
      "T-2,Air,Open it,开放,North,EPB,high,2020-10-31",
      "T-2,Air,Open it,开放,North,EPB,high,2020-08-25",
      "list.csv:3:35 (row 2, column \"deadline\"): T-2: 25 Aug 2020 would not keep the order: "
        + "a node lies behind the one before it, and none after the limit, which is extended first."
    ),
  ]

  @Test("What would break history is refused with its place", arguments: refused.indices)
  func refusals(_ index: Int) throws {
    let example = Self.refused[index]
    let session = try Self.chart()
    let before = try session.files("chart")
    let report = try Self.run(Self.edited([(example.old, example.new)]), in: session)
    let complaints = session.complaints(of: report)
    #expect(report.exitCode == 65)
    #expect(complaints == [example.says, "1 finding: nothing was imported."])
    #expect(try session.files("chart") == before)
  }

  @Test("The report as JSON can be read back")
  func json() throws {
    let session = try Self.chart()
    let report = try Self.run(Self.changed, in: session, "--json")
    #expect(report.said.count == 1)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(report.said[0].utf8)) as? [String: Any])
    #expect(object["format"] as? String == "wallchart-import/1")
    #expect(object["written"] as? Bool == true)
    let counts = try #require(object["counts"] as? [String: Int])
    #expect(
      counts == [
        "new": 1, "changed": 3, "back": 0, "withdrawn": 1, "unchanged": 1, "units": 2,
        "battles": 0, "entries": 3, "inScope": 5, "rejected": 0,
      ])
    let changed = try #require(object["changed"] as? [[String: Any]])
    let limit = try #require(changed.first { $0["field"] as? String == "limit" })
    #expect(limit["task"] as? String == "T-2")
    #expect(limit["old"] as? String == "2020-10-31")
    #expect(limit["new"] as? String == "2020-11-15")
    #expect(limit["extension"] as? Bool == true)
    #expect(object["withdrawn"] as? [String] == ["T-5"])

    let refused = try Self.run(Self.edited([("T-4,Air", "T+4,Air")]), in: session, "--json")
    #expect(refused.exitCode == 65)
    let again = try #require(
      try JSONSerialization.jsonObject(with: Data(refused.said[0].utf8)) as? [String: Any])
    let findings = try #require(again["findings"] as? [[String: Any]])
    #expect(findings.map { $0["row"] as? Int } == [4])
    #expect(findings.map { $0["column"] as? String } == ["id"])
  }
}
