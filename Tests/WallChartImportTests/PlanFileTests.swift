import Foundation
import Testing
import WallChartStore

@testable import WallChartImport

@Suite("Another chart as a list")
struct PlanFileTests {
  private static let seed = ImportSession.seeds + "/dalian-2020"
  private static let onlyPlan =
    "Only the plan was read: marks and reports of that chart stand in its ledger, which is not "
    + "taken over."
  private let session: ImportSession

  init() throws { session = try ImportSession() }

  private func contents(_ path: String) throws -> [UInt8] {
    Array(try #require(FileManager.default.contents(atPath: path)))
  }

  /// The seed's plan, changed, as a file of its own.
  private func plan(_ change: (inout Chart) -> Void) throws -> String {
    var chart = try ChartReader.read(try contents(Self.seed + "/chart.json"), file: "")
    change(&chart)
    return try session.save("chart.json", bytes: ChartWriter.bytes(of: chart))
  }

  /// Imports a file, or a changed seed, into `chart`.
  @discardableResult
  private func run(_ file: String, _ options: String...) throws -> Report {
    try session.run([file, "--into", session.path("chart")] + options)
  }

  private func chart() throws -> Chart { try session.open("chart").chart }

  // MARK: All of it

  @Test("A new chart has the same plan, its id aside; a folder is meant as the plan in it")
  func roundTrip() throws {
    let report = try run(Self.seed)
    #expect(
      report.said == ["63 tasks new, 22 units, 4 battles; 1 entry", Self.onlyPlan])
    #expect(report.complaints == [])
    try FileManager.default.copyItem(atPath: Self.seed, toPath: session.path("seed"))
    let seed = try session.planButID("seed")
    #expect(try session.planButID("chart") == seed)
    let ids = try [chart().id, ChartFolder(opening: Self.seed, state: nil).chart.id]
    #expect(!ids.contains(nil) && ids[0] != ids[1])
    let before = try session.files("chart")
    for file in [Self.seed, Self.seed + "/", Self.seed + "/chart.json", session.path("chart")] {
      let again = try run(file)
      #expect(
        again.said == ["0 changes: the chart has all of this list already.", Self.onlyPlan])
      #expect(again.exitCode == 0)
    }
    #expect(try session.files("chart") == before)
    let input = String(decoding: try contents(Self.seed + "/chart.json"), as: UTF8.self)
    try session.run("-", "--into", session.path("input"), input: input)
    #expect(try session.planButID("input") == seed)
  }

  @Test("What no list can say goes through: any id, any language, unknown members, withdrawn tasks")
  func beyondLists() throws {
    let text = """
      {
      "format": "wallchart/1",
      "title": "Plan",
      "asOf": "2020-07-31",
      "rules": {"graceDays": 3, "dueSoonDays": 7, "noticeDays": 5, "rhythm": {"high": "daily", \
      "medium": "weekly", "low": "monthly"}, "flags": "lights"},
      "battles": [
      {"id": "unused", "name": "None"},
      {"id": "air", "name": {"fr": "Air"}, "colour": 1}
      ],
      "units": [
      {"id": "n", "name": {"zh": "北", "en": "North"}, "kind": "joint", "fax": [2, 3]}
      ],
      "tasks": [
      {"id": "T-1", "battle": "air", "title": {"zh": "甲", "en": "One"}, "unit": "n", \
      "helpers": ["n"], "origin": {"zh": "督察", "en": "Inspection"}, "risk": "medium", \
      "term": "dated", "limit": "2020-10-31", "limitText": "10月底前", \
      "quantity": {"total": 4, "of": "台", "of2": null}, "nodes": \
      [{"id": "start", "due": "2020-08-01", "title": "Begin", "quota": 1, "by": "x"}], \
      "added": "2020-07-01", "more": {"a": 1}},
      {"id": "T-2", "battle": "air", "title": "Two", "unit": "n", "risk": "medium", \
      "term": "standing", "nodes": [], "withdrawn": "2020-07-02"}
      ],
      "future": true
      }
      """
    let file = try session.save("plan.json", text, end: "\n")
    let first = try run(file)
    #expect(first.said.first == "2 tasks new, 1 unit, 2 battles; 1 entry")
    let written = try session.planButID("chart")
    let canonical = ChartWriter.bytes(of: try ChartReader.read(Array((text + "\n").utf8), file: ""))
    #expect(written == String(decoding: canonical, as: UTF8.self))
    for member in ["\"colour\": 1", "\"of2\": null", "\"by\": \"x\"", "\"more\": {\"a\": 1}"] {
      #expect(written.contains(member))
    }
    #expect(try run(file).said.first == "0 changes: the chart has all of this list already.")
  }

  // MARK: Part of it

  /// What a dry run says of this change to one task.
  private func sayings(_ change: (inout Chart.Task) -> Void) throws -> [String] {
    let file = try plan { chart in
      change(&chart.tasks[chart.tasks.firstIndex { $0.id == "BS-04" } ?? 0])
    }
    let report = try run(file, "--dry-run")
    #expect(
      report.said[1] == "Tasks of the chart: 1 changed, 0 back, 0 withdrawn, 62 unchanged")
    #expect(report.said[2] == "Changed:")
    return Array(report.said.dropFirst(3).prefix { $0.hasPrefix("  ") })
  }

  @Test("Each field changed by hand is one change, told with its old and new value")
  func changes() throws {
    try run(Self.seed)
    let said = try [
      sayings { $0.officer = "Li" }, sayings { $0.limit = day("2020-11-15") },
      sayings { $0.nodes[0].due = day("2020-05-20") }, sayings { $0.nodes.removeLast() },
      sayings { $0.nodes[1].title.translations[1].words = "定" },
      sayings { $0.nodes[1].id = "plan" },
      sayings { $0.origin = Text(en: "battle plan", zh: "攻坚方案") },
      sayings { $0.unit = "xigang-district" }, sayings { $0.risk = .low },
      sayings { $0.quantity?.of = nil }, sayings { $0.helpers = ["xigang-district"] },
    ]
    #expect(
      said.flatMap { $0 } == [
        "  BS-04 officer (empty) -> Li", "  BS-04 limit 2020-10-31 -> 2020-11-15 (extension)",
        "  BS-04 node 1 due 2020-06-13 -> 2020-05-20 (extension)",
        "  BS-04 node 6 2020-10-31 Self-check done, cross-off file handed in -> (empty)",
        "  BS-04 node 2 title 一炉一策方案确定 -> 定",
        "  BS-04 node 2 2020-07-15 One plan for each boiler fixed -> (empty)",
        "  BS-04 node plan (empty) -> 2020-07-15 One plan for each boiler fixed",
        "  BS-04 origin 攻坚战方案 -> 攻坚方案",
        "  BS-04 unit Shahekou District -> Xigang District", "  BS-04 risk high -> low",
        "  BS-04 what is counted boilers -> (empty)", "  BS-04 what is counted 台 -> (empty)",
        "  BS-04 helpers (empty) -> Xigang District",
      ])
    // The same words in another order of languages are the same.
    let turned = try plan { chart in
      for place in chart.tasks.indices { chart.tasks[place].title.translations.reverse() }
      chart.tasks[0].origin?.translations.reverse()
    }
    #expect(
      try run(turned).said.first == "0 changes: the chart has all of this list already.")
  }

  @Test(
    "Tasks missing or withdrawn in the file are withdrawn in the battles it names, and come back")
  func withdrawn() throws {
    try run(Self.seed)
    let less = try plan { chart in
      chart.tasks.removeAll { $0.battle != "AR" || $0.id == "AR-01" }
      chart.tasks[0].withdrawn = day("2020-07-01")
    }
    #expect(
      try run(less).said[1] == "Tasks of the chart: 0 changed, 0 back, 2 withdrawn, 13 unchanged")
    #expect(
      try chart().tasks.filter { $0.withdrawn != nil }.map { "\($0.id) \($0.withdrawn?.iso ?? "")" }
        == ["AR-01 2020-07-31", "AR-02 2020-07-31"])
    #expect(try run(less).said.first == "0 changes: the chart has all of this list already.")
    #expect(
      try run(Self.seed).said[1]
        == "Tasks of the chart: 0 changed, 2 back, 0 withdrawn, 61 unchanged")
  }

  // MARK: Into a chart of another origin

  @Test("Units and battles are known by id, else by name; new ones keep their ids")
  func ids() throws {
    let list = try session.save(
      "list.csv", "id,battle_zh,title_zh,unit_zh,deadline", "T-1,蓝天,拆除,金普新区,2020-10-31",
      "T-2,蓝天,拆除,高新园区,2020-10-31")
    try run(list)
    #expect(try chart().units.map(\.id) == ["u1", "u2"])
    let report = try run(try plan { chart in chart.tasks.removeAll { $0.id != "BS-01" } }, "--yes")
    #expect(
      report.said.dropFirst(2) == [
        Self.onlyPlan,
        "The chart keeps its own title, rules and day; the file has others.",
      ])
    let chart = try chart()
    #expect(chart.title == Text("list"))
    #expect(chart.battles.map(\.id) == ["T"])
    #expect(
      chart.units.map(\.id) == ["u1", "u2", "municipal-housing-and-urban-rural-development-bureau"])
    let task = try #require(chart.task("BS-01"))
    #expect((task.battle, task.unit) == ("T", "u1"))
    #expect(task.added == day("2020-07-31"))
  }

  @Test("An id that means another unit or battle in the chart is refused at its task")
  func sameID() throws {
    let list = try session.save(
      "list.csv", "id,battle_zh,title_zh,unit_zh,deadline", "T-1,蓝天,拆除,甲区,2020-10-31")
    try run(list)
    try session.run(
      try session.save(
        "other.csv", "id,battle_zh,title_zh,unit_zh,deadline", "S-1,碧水,治理,乙区,2020-10-31"),
      "--into", session.path("other"))
    let report = try run(session.path("other"))
    #expect(report.exitCode == 65)
    #expect(
      session.complaints(of: report) == [
        "other/chart.json:13:1: the id \"u1\" is \"甲区\" in the chart and \"乙区\" in this plan. "
          + "Give one of them another id, or both the same name.",
        "1 finding: nothing was imported.",
      ])
  }

  @Test("A node with marks that the file has not keeps its task out, alone with --skip-bad")
  func marks() throws {
    try FileManager.default.copyItem(atPath: Self.seed, toPath: session.path("chart"))
    let file = try plan { chart in
      chart.tasks[0].officer = "Li"
      chart.tasks[9].nodes.removeFirst()
      chart.tasks[9].officer = "Wu"
    }
    let says =
      "chart.json:47:1: node 1 of BS-10 has entries in the ledger and cannot leave the plan. "
      + "Keep its date and title."
    let refused = try run(file)
    #expect(refused.exitCode == 65)
    #expect(session.complaints(of: refused).first == says)
    let json = try run(file, "--json").said.joined()
    #expect(json.contains("chart.json:47:1\", \"row\": 10, \"message\": \"node 1 of BS-10 "))
    let report = try run(file, "--skip-bad")
    #expect(report.exitCode == 1)
    #expect(try chart().tasks.filter { $0.officer != nil }.map(\.id) == ["BS-01"])
    let rejects = String(
      decoding: try contents(session.path("chart.json.rejects.csv")), as: UTF8.self)
    #expect(
      session.withoutPath(rejects)
        == "\u{FEFF}not imported because,id\r\n\(says),BS-10\r\n")
  }

  // MARK: Refused

  @Test("What is wrong with the file is said at its place")
  func refused() throws {
    let examples = [
      ("{\"type\": \"FeatureCollection\"}", "1:1: member \"format\" is missing here."),
      (
        "{\"format\": \"wallchart/1\",\n\"title\": 1}",
        "2:10: a text in double quotes expected, not \"1}\"."
      ),
      (
        "\u{FEFF}{\"format\": \"wallchart/1\"}",
        "1:1: the file begins with a byte order mark. Save it as UTF-8 without one."
      ),
      ("{\"format\": \"wallchart/1\", \"title\": \"A\"}", "1:1: this plan has no tasks."),
    ]
    for (text, says) in examples {
      let report = try run(try session.save("plan.json", text, end: ""))
      #expect(report.exitCode == 65)
      let said = session.complaints(of: report).first?
        .replacingOccurrences(of: "wallchart-import: ", with: "")
      #expect(said == "plan.json:" + says)
      #expect(!FileManager.default.fileExists(atPath: session.path("chart")))
    }
    let none = try run(session.folder)
    #expect(none.exitCode == 66)
    let misuse = try run(Self.seed, "--year", "2020")
    #expect(misuse.exitCode == 64)
    #expect(
      misuse.complaints == [
        "wallchart-import: --year is for lists; the file is the plan of a chart. Leave it out."
      ])
  }
}
