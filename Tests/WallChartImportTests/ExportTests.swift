import Foundation
import Testing
import WallChartStore
import WallChartWords

@testable import WallChart
@testable import WallChartImport

/// `wallchart show --format csv`, opened, saved and imported again.
@Suite("A chart as a spreadsheet, and back")
struct ExportTests {
  private let session: ImportSession
  private let today = day("2020-07-31")

  init() throws { session = try ImportSession() }

  private func situation(_ name: String = "chart") throws -> Situation {
    let folder = try session.open(name)
    return Situation(chart: folder.chart, ledger: folder.ledger, on: today)
  }

  private func csv(_ situation: Situation, _ language: Language) -> String {
    ChartCSV.text(of: situation, words: Words(language))
  }

  private func seeds() throws {
    try FileManager.default.copyItem(
      atPath: ImportSession.seeds + "/dalian-2020", toPath: session.path("chart"))
  }

  /// Imports a text into `chart` and gives what is said.
  private func run(_ text: String, _ options: String...) throws -> String {
    let list = try session.save("export.csv", bytes: Array(text.utf8))
    let report = try session.run([list, "--into", session.path("chart")] + options)
    return (report.complaints + report.said).joined(separator: "\n")
  }

  @Test(
    "Every header is the import's own, and what is for people alone is none",
    arguments: Language.allCases)
  func headers(language: Language) {
    let passedOver: Set<ChartCSV.Column> = [
      .standing, .silent, .daysLate, .nodeState, .nodeDaysLate,
    ]
    let words = Words(language)
    for column in ChartCSV.Column.allCases {
      let field = Field.name(of: words(column.header))
      let names = ["", "_en", "_zh"].map { column.rawValue + $0 }
      #expect(
        passedOver.contains(column) ? field == nil : names.contains(field ?? ""),
        "\(words(column.header)): \(field ?? "-")")
      guard column.isOfWords, let field else { continue }
      let side = Field.name(of: words(.csvOtherSide, ["name": words(column.header)]))
      #expect(side != field && names.contains(side ?? ""), "\(side ?? "-")")
    }
  }

  @Test("The example changes nothing, in either language", arguments: Language.allCases)
  func example(language: Language) throws {
    try seeds()
    let before = try session.files("chart")
    let text = csv(try situation(), language)
    #expect(text.split(separator: "\r\n").count == 1 + 287)
    #expect(try run(text).hasPrefix("0 changes"))
    #expect(try session.files("chart") == before)
  }

  @Test("What a person changed in it is proposed, and nothing else")
  func changed() throws {
    try seeds()
    let text = csv(try situation(), .zh)
    let changed = text.replacing("取缔20吨及以下燃煤锅炉4台并实施拆炉并网", with: "取缔燃煤锅炉4台")
    #expect(try run(changed, "--yes").contains("1 changed, 0 back, 0 withdrawn, 62 unchanged"))
    #expect(try situation().chart.task("BS-01")?.title["zh"] == "取缔燃煤锅炉4台")
    #expect(try situation().chart.tasks.count == 63)
  }

  @Test("Charts of any names, ids, days and stages change nothing", arguments: 1...20)
  func random(seed: Int) throws {
    var desk = ExportDesk(seed: UInt64(seed), today: today)
    try desk.make(at: session.path("chart"))
    let before = try session.files("chart")
    for language in Language.allCases {
      let text = csv(try situation(), language)
      let said = try run(text)
      #expect(said.hasPrefix("0 changes"), "\(said)\n\(text)")
      #expect(try session.files("chart") == before)
    }
  }

  /// A chart with a task, two units and two battles that are called the same.
  private func namesakes() throws {
    var plan = Chart(title: Text("Namesakes"))
    plan.battles = [
      Chart.Battle(id: "BS", name: Text("Blue sky")),
      Chart.Battle(id: "BT", name: Text("Blue sky")),
    ]
    plan.units = [
      Chart.Unit(id: "h", name: Text("Housing"), kind: .bureau),
      Chart.Unit(id: "m", name: Text("Housing"), kind: .bureau),
    ]
    var task = Chart.Task(id: "T-1", battle: "BT", title: Text("Close it"), unit: "m")
    (task.limit, task.lead, task.helpers) = (day("2020-12-31"), "h", ["m", "h"])
    plan.tasks = [task]
    try ChartFolder.create(at: session.path("chart"), plan: plan)
  }

  @Test("Units and battles of the same name go by their ids", arguments: Language.allCases)
  func sameNames(language: Language) throws {
    try namesakes()
    let before = try session.files("chart")
    let text = csv(try situation(), language)
    #expect(text.contains("T-1,BT,Close it,,m,h,"))
    #expect(try run(text).hasPrefix("0 changes"))
    #expect(try session.files("chart") == before)
    // To another one by its id.
    _ = try run(text.replacing("T-1,BT,Close it,,m,h,", with: "T-1,BT,Close it,,h,m,"), "--yes")
    let task = try situation().chart.tasks[0]
    #expect(task.battle == "BT" && task.unit == "h" && task.lead == "m")
  }

  @Test("A name that several have is refused, and each of them named")
  func ambiguous() throws {
    try namesakes()
    let before = try session.files("chart")
    #expect(
      try session.complaints([
        "id,battle,title,unit,lead,limit", "T-1,Blue sky,Close it,Housing,m,2020-12-31",
      ]) == [
        "list.csv:2:5 (row 1, column \"battle\"): several battles are called \"Blue sky\": BS, BT. "
          + "Write the id of the one that is meant.",
        "list.csv:2:23 (row 1, column \"unit\"): several units are called \"Housing\": h, m. "
          + "Write the id of the one that is meant.",
        "2 findings: nothing was imported.",
      ])
    #expect(try session.files("chart") == before)
    // A battle that is said for the whole list may be said by its id, too.
    let list = "id,title,unit,lead,limit\nT-1,Close it,m,h,2020-12-31\n"
    #expect(try run(list, "--battle", "BT").hasPrefix("0 changes"))
    // The plan of the chart itself names them by ids.
    let plan = session.path("chart/chart.json")
    let report = try session.run(plan, "--into", session.path("chart"))
    #expect(report.said.first?.hasPrefix("0 changes") == true, "\(report)")
  }

  @Test(
    "A chart with no task to show comes back and changes nothing", arguments: Language.allCases)
  func nothing(language: Language) throws {
    try seeds()
    var plan = try session.open("chart").chart
    for place in plan.tasks.indices { plan.tasks[place].withdrawn = today }
    try Data(ChartWriter.bytes(of: plan)).write(
      to: URL(fileURLWithPath: session.path("chart/chart.json")))
    let before = try session.files("chart")
    let text = csv(try situation(), language)
    #expect(text.split(separator: "\r\n").count == 1)
    #expect(
      try run(text)
        == "0 changes: the chart has all of this list already.\n"
        + "This export holds no task: its chart had none, or only withdrawn ones.")
    #expect(try session.files("chart") == before)
    // Any other list without tasks is one that something is wrong with.
    #expect(try run("id,battle,title,unit\r\n").contains("there are column names but no tasks"))
  }

  @Test("A row a node with ids: new ones are counted on, twice the same is refused")
  func nodeIDs() throws {
    let head = "id,battle,title,unit,limit,node id,node,node due"
    let task = "T-1,Air,Close it,North,2020-12-31"
    let list = try session.save(
      "list.csv", head, task + ",survey,Look,2020-06-01", task + ",2,Build,2020-09-01",
      task + ",,Show,2020-08-01")
    #expect(try session.run(list, "--into", session.path("chart")).exitCode == 0)
    let nodes = try situation().chart.tasks[0].nodes.map { "\($0.id) \($0.due.iso)" }
    #expect(nodes == ["survey 2020-06-01", "3 2020-08-01", "2 2020-09-01"])
    let twice = [head, task + ",1,Look,2020-06-01", task + ",1,Build,2020-09-01"]
    #expect(
      try session.complaints(twice, into: "other").first
        == "list.csv:3:35 (row 1, column \"node id\"): Node 1 of this task stands in an earlier row "
        + "too. Give each its own number, or leave new ones empty.")
  }
}

/// A chart made up at random, with all that the import could have brought, and a clerk at work on it.
private struct ExportDesk {
  private var dice: Dice
  private let today: Day
  private var stamps = 0

  init(seed: UInt64, today: Day) {
    dice = Dice(seed: seed)
    self.today = today
  }

  private mutating func text() -> Text {
    let words = dice.one([
      "Close it", "=1+1", "'quoted'", "3-1", "a, \"b\" and c", "-5 degrees", "007", "@home",
      "MAR-1",
      "2020", "1.10", "+86 411", "关停取缔", "=关停", "1e5", "zero\u{200B}width", "\u{202E}daeh",
      " between blanks\u{3000}", "two\nlines", "a\ttab", "\u{85}next", "bell\u{7}", " =1",
      "\u{FEFF}mark",
    ])
    switch dice.roll(4) {
    case 0: return Text(words)
    case 1: return Text(translations: [Text.Translation(language: "en", words: words)])
    case 2: return Text(translations: [Text.Translation(language: "zh", words: words)])
    default: return Text(en: words, zh: dice.one(["整改", "3-1", "=整改"])) ?? Text("")
    }
  }

  private mutating func maybe() -> Text? {
    if dice.chance(10) { return Text(dice.one(["无", "—", " / ", "  "])) }
    return dice.chance(40) ? text() : nil
  }

  /// Units whose names are no good to name them by.
  private static let badUnits = [
    // Both called the same as a third one, and as the id of a fourth.
    ("h2", "Housing", "住建局"), ("h3", "Housing", "住建局"), ("x1", "n", "s"),
    ("x2", "Roads, rails; bridges", "路、桥"), ("x3", "Open (", "）（"),
    ("x4", "Works (old, new)", "（一、二）"),
    ("x5", " Edge ", "\u{200B}隐"), ("x6", "-", "无"), ("x7", "\u{202E}Side", "一\n二"),
    ("x8", "H2", "H2"),
  ]

  private mutating func chart() -> Chart {
    var chart = Chart(title: Text("Random"))
    chart.battles = [
      Chart.Battle(id: "BS", name: Text(en: "Blue sky", zh: "蓝天") ?? Text("")),
      Chart.Battle(id: "CW", name: Text("=Clear water")),
      Chart.Battle(id: "CW2", name: Text("=Clear water")), Chart.Battle(id: "b4", name: Text("BS")),
      Chart.Battle(id: "b5", name: Text(" \u{200F}Soil")),
    ]
    chart.units = [
      Chart.Unit(id: "n", name: Text(en: "North", zh: "北区") ?? Text(""), kind: .district),
      Chart.Unit(id: "s", name: Text(en: "South", zh: "南区") ?? Text(""), kind: .district),
      // Two that only differ in Chinese.
      Chart.Unit(id: "h", name: Text(en: "Housing", zh: "住建局") ?? Text(""), kind: .bureau),
      Chart.Unit(id: "m", name: Text(en: "Housing", zh: "房产局") ?? Text(""), kind: .bureau),
      Chart.Unit(id: "e", name: Text("EPB"), kind: .bureau),
    ]
    for (id, en, zh) in Self.badUnits {
      let name = Text(en: en, zh: zh) ?? Text("")
      chart.units.append(Chart.Unit(id: id, name: name, kind: dice.one([.district, .bureau])))
    }
    for number in 1...8 { chart.tasks.append(task(number)) }
    return chart
  }

  private mutating func task(_ number: Int) -> Chart.Task {
    let id = dice.one(["T-\(number)", "3-\(number)", "00\(number)", "MAR-\(number)", "\(number)E2"])
    var task = Chart.Task(
      id: id, battle: dice.one(["BS", "CW", "CW2", "b4", "b5"]), title: text(),
      unit: unit(or: ["n", "s", "h"]))
    (task.short, task.origin, task.problem) = (maybe(), maybe(), maybe())
    (task.target, task.measures) = (maybe(), maybe())
    task.lead = dice.one([nil, "e", "h", "m", unit(or: ["e"])])
    task.helpers = dice.one([
      [], ["m"], ["h", "e"], ["n", "m", "e"], ["n", unit(or: ["s"])], Self.badUnits.map(\.0),
    ])
    task.officer = dice.one([nil, "王局长", "=Lin", " Lin\u{200D}", "无"])
    task.risk = dice.one(Chart.Risk.allCases)
    task.term = dice.one(Chart.Task.Term.allCases)
    // Now and then a slip of the pen that stands in the plan.
    var due = day(dice.chance(90) ? "2020-05-01" : dice.one(["1850-05-01", "2240-05-01"]))
    let ids = dice.one([
      ["1", "2", "3"], ["2", "1", "7"], ["survey", "1", "01"], ["a.b_c", "n1"],
    ])
    let total = dice.one([nil, 9])
    task.quantity = total.map { Chart.Task.Quantity(total: $0, of: nil) }
    if task.quantity != nil { task.quantity?.of = maybe() }
    for (place, id) in ids.prefix(dice.roll(4)).enumerated() {
      due = due + 5 + dice.roll(40)
      let quota = total == nil || dice.chance(50) ? nil : 3 * (place + 1)
      task.nodes.append(Chart.Node(id: id, due: due, title: text(), quota: quota))
    }
    if task.term != .standing || dice.chance(30) { task.limit = due + dice.roll(60) }
    task.limitText = dice.one([
      nil, "采暖期前", "when the heating begins", "采暖\u{200B}期前 ", "as soon\nas can be",
    ])
    if dice.chance(10) { task.withdrawn = day("2020-07-01") }
    return task
  }

  private mutating func unit(or good: [String]) -> String {
    dice.one(dice.chance(70) ? good : Self.badUnits.map(\.0))
  }

  private mutating func stamp() -> Stamp {
    stamps += 1
    let at = Moment(
      milliseconds: Int64(today.number) * 86_400_000 + Int64(stamps) * 1000, offset: 480)
    return Stamp(id: .random(), at: at)
  }

  /// Makes the chart and writes what the rules allow.
  mutating func make(at path: String) throws {
    try ChartFolder.create(at: path, plan: chart())
    var folder = try ChartFolder(opening: path, state: nil)
    func write(_ draft: (Situation) throws -> Entry) throws {
      let situation = Situation(chart: folder.chart, ledger: folder.ledger, on: today)
      if let entry = try? draft(situation) { _ = try folder.append(entry, today: today) }
    }
    for task in folder.chart.tasks where task.withdrawn == nil {
      let clerk = Author(name: "clerk", unit: task.unit)
      let office = Author(name: "office", unit: task.lead ?? "e")
      if dice.chance(30), let limit = task.limit {
        let move = Fact.Extension(from: limit, to: limit + 9, approvedBy: "chair", reason: "rain")
        let stamp = stamp()
        try write { try $0.step(task.id, .extend(move), by: clerk, stamp) }
      }
      if dice.chance(30), let node = task.nodes.last {
        let move = Fact.Extension(
          from: node.due, to: node.due + 2, approvedBy: "chair", reason: "rain", node: node.id)
        let stamp = stamp()
        try write { try $0.step(task.id, .extend(move), by: clerk, stamp) }
      }
      let isWhole = dice.chance(60)
      for node in task.nodes where isWhole || dice.chance(40) {
        let stamp = stamp()
        try write { try $0.mark(task.id, node: node.id, on: day("2020-07-02"), by: clerk, stamp) }
      }
      if let total = task.quantity?.total, isWhole || dice.chance(50) {
        let report = Fact.Report(count: isWhole ? total : dice.roll(total))
        let stamp = stamp()
        try write { try $0.report(task.id, report, on: day("2020-07-03"), by: clerk, stamp) }
      }
      guard isWhole else { continue }
      let steps: [(Fact, Day, Author)] = [
        (.submit, day("2020-07-04"), clerk),
        (.verify(noticeUntil: day("2020-07-10")), day("2020-07-05"), office),
        (.crossOff, day("2020-07-11"), office),
        (.reopen(reason: "smoke", isFalse: true), day("2020-07-20"), office),
      ]
      for (fact, on, author) in steps.prefix(dice.roll(5)) {
        let stamp = stamp()
        try write {
          try $0.step(
            task.id, fact, on: on, evidence: fact == .submit ? ["photo 1", "=photo"] : [],
            by: author, stamp)
        }
      }
    }
  }
}
