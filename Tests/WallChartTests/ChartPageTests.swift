import Foundation
import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("The chart as a page")
struct ChartPageTests {
  private static func html(
    of situation: Situation, _ kind: ChartPage.Kind = .wall, narrowing: [String] = [],
    of whole: Int? = nil, _ language: Language = .en
  ) -> String {
    let page = ChartPage(
      of: situation, kind, narrowing: narrowing, of: whole, words: Words(language), glyphs: .rich)
    return Template(.chartHTML).text(of: page.datum)
  }

  /// What stands between tags, in its order.
  private static func texts(_ html: some StringProtocol) -> [String] {
    html.split(separator: "<").compactMap { piece in
      let text = piece.drop { $0 != ">" }.dropFirst().trimmingCharacters(
        in: .whitespacesAndNewlines)
      return text.isEmpty ? nil : text
    }
  }

  /// The rows of the table of a class, and the texts of their cells, empty ones too.
  private static func rows(ofTable name: String, in html: String) throws -> [[String]] {
    let start = try #require(html.range(of: "<table class=\"\(name)\""))
    let end = try #require(html[start.upperBound...].range(of: "</table>"))
    let body = html[start.upperBound..<end.lowerBound]
    return body.components(separatedBy: "<tr").dropFirst().map { row in
      row.components(separatedBy: "<t").dropFirst()
        .filter { $0.hasPrefix("d") || $0.hasPrefix("h ") || $0.hasPrefix("h>") }
        .map { texts("<" + $0).joined(separator: " ") }
    }
  }

  @Test("Every task stands on it once, with the screen's cells", arguments: Language.allCases)
  func wall(language: Language) throws {
    let rows = try Self.rows(
      ofTable: "wall cards", in: Self.html(of: Seeds.situation, .wall, language))
    for task in Seeds.situation.chart.tasks {
      #expect(rows.count { $0.count > 1 && $0[1] == task.id } == 1, "\(task.id)")
    }
    let row = try #require(rows.first { $0.count > 1 && $0[1] == "BS-04" })
    #expect(row[0] == "!")
    #expect(row[5] == "1/6")
    #expect(Array(row[6...]) == ["", "", "", "✓13", "!16", "15", "30", "20 31", "", ""])
    let head = try #require(rows.first { $0.count == row.count && $0[1] != "BS-04" })
    #expect(
      Array(head[6...].suffix(3))
        == (language == .en ? ["Oct", "Nov", "Dec"] : ["10月", "11月", "12月"])
    )
  }

  @Test("The legend has the signs that stand on the wall, and no other")
  func legend() throws {
    func signs(_ tasks: [(String, [String])], lastAdded: String? = nil) -> [String] {
      let situation = Seeds.chart(tasks, on: "2020-07-31")
      var chart = situation.chart
      chart.tasks[chart.tasks.count - 1].added = lastAdded.flatMap { Day(iso: $0) }
      let page = ChartPage(
        of: Situation(chart: chart, ledger: Ledger(), on: situation.day), .wall,
        words: Words(.en), glyphs: .rich)
      return page.legend.compactMap { sign in
        guard case .members(let members) = sign, case .text(let text)? = members.first?.value else {
          return nil
        }
        return text
      }
    }
    #expect(signs([("A", ["2020-12-01"])]) == ["15"])
    #expect(
      signs([("A", ["2020-08-02"]), ("B", ["2020-06-01", "2020-09-01"])]) == [
        "!16", "3d", "15", "!",
      ])
    // What came onto the chart later is not on that wall.
    #expect(
      signs([("A", ["2020-12-01"]), ("B", ["2020-06-01"])], lastAdded: "2020-08-05") == ["15"])
    #expect(signs([("A", ["2020-12-01", "2020-12-20"])]) == ["15", "20 31"])
    #expect(
      signs([("A", ["2020-12-01", "2020-12-02", "2020-12-03", "2020-12-04"])]) == ["15", "20+"])
  }

  @Test("The tiles are the figures of the chart, and what stands in ranking adds up to them")
  func figures() throws {
    let html = Self.html(of: Seeds.situation)
    let total = Seeds.situation.status.total
    let tiles = html.components(separatedBy: "<li class=\"tile").dropFirst().map {
      Self.texts("<" + $0.prefix { $0 != "\n" })
    }
    #expect(
      tiles == [
        ["63", "tasks"], ["8", "red"], ["2", "yellow"], ["7", "due soon"], ["41", "green"],
        ["2", "closing"], ["3", "crossed off"], ["\(total.silent)", "silent"],
        ["96/113", "due nodes met"],
      ])
    let rows = try Self.rows(ofTable: "ranking", in: html).dropFirst()
    let last = try #require(rows.last)
    for column in 2...6 {
      let sum = rows.dropLast().reduce(0) { $0 + (Int($1[column]) ?? 0) }
      #expect("\(sum)" == last[column])
    }
    #expect(last[7].hasPrefix("96 of 113"))
  }

  @Test("The plot ends where the figures beside it say")
  func plot() throws {
    let days = Day(iso: "2020-01-01")!...Day(iso: "2020-01-10")!
    let due = ["2020-01-02", "2020-01-02", "2020-01-05", "2020-01-10"].map { Day(iso: $0)! }
    let plot = ProgressPlot(
      width: 100, height: 80, over: days, day: Day(iso: "2020-01-06")!, due: due,
      met: [Day(iso: "2020-01-03")!, Day(iso: "2019-12-01")!])
    #expect(plot.scheduled == "M0 80H20V60V40H50V20H100V0H100")
    #expect(plot.real == "M0 80H10V60H30V40H60")
    let html = Self.html(of: Seeds.situation)
    #expect(html.contains("113 of 287 nodes due, 39 %"))
    #expect(html.contains("102 of 287 nodes met, 36 %"))
  }

  @Test("A text that runs from right to left turns nothing round beside it")
  func directions() {
    var chart = Seeds.situation.chart
    let text = "\u{5DE}\u{5D9}\u{5DD} 3"
    for place in chart.tasks.indices {
      (chart.tasks[place].title, chart.tasks[place].officer) = (Text(text), text)
    }
    for place in chart.battles.indices { chart.battles[place].name = Text(text) }
    let situation = Situation(
      chart: chart, ledger: Seeds.situation.ledger, on: Seeds.situation.day)
    let list = Self.html(of: situation, .list)
    #expect(list.contains("BS-04 <bdi>\(text)</bdi>"))
    #expect(list.contains("<bdi class=\"soft\">\(text)</bdi>"))
    #expect(Self.html(of: situation).contains("<bdi>\(text)</bdi><span>"))
  }

  @Test(
    "Nothing of a file gets out of its place: no tag, no attribute, no script",
    arguments: [false, true])
  func hostile(isList: Bool) throws {
    let evil = "</td><script>alert(1)</script>\" onclick='x' {{#wall}} &amp; \u{1B}[2J\u{202E}"
    func named(_ text: String) -> String {
      var chart = Seeds.situation.chart
      chart.title = Text(text)
      for place in chart.tasks.indices {
        chart.tasks[place].title = Text(text)
        chart.tasks[place].officer = text
        for node in chart.tasks[place].nodes.indices {
          chart.tasks[place].nodes[node].title = Text(text)
        }
      }
      for place in chart.units.indices {
        (chart.units[place].name, chart.units[place].short) = (Text(text), nil)
      }
      for place in chart.battles.indices { chart.battles[place].name = Text(text) }
      let situation = Situation(
        chart: chart, ledger: Seeds.situation.ledger, on: Seeds.situation.day)
      return Self.html(of: situation, isList ? .list : .wall, narrowing: [text], of: 63)
    }
    let html = named(evil)
    // The same tags as with harmless names.
    func tags(_ html: String) -> [String] {
      html.split(separator: "<").dropFirst().map { String($0.prefix { $0 != " " && $0 != ">" }) }
    }
    #expect(tags(html) == tags(named("Harmless")))
    #expect(!html.contains("<script"))
    #expect(!html.contains("' onclick") && !html.contains("\" onclick"))
    #expect(!html.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    #expect(html.contains("&amp;amp;"))
    #expect(html.contains("{{#wall}}"))
  }

  @Test("It needs nothing beside itself", arguments: [ChartPage.Kind.wall, .list])
  func selfContained(kind: ChartPage.Kind) {
    let html = Self.html(of: Seeds.situation, kind)
    for word in ["<script", "http", "url(", "@import", "<link", "<img"] {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(!html.contains(/\son[a-z]+=/))
    #expect(html.hasPrefix("<!DOCTYPE html>"))
    #expect(html.hasSuffix("</html>"))
  }

  @Test("The list has the worst first, what is late in words, and what was said last")
  func list() throws {
    var chart = Seeds.situation.chart
    chart.tasks = zip(chart.tasks, Seeds.situation.status.tasks)
      .filter { $1.standing == .red || $1.standing == .yellow }.map(\.0)
    var situation = Situation(
      chart: chart, ledger: Seeds.situation.ledger, on: Seeds.situation.day)
    let stamp = Stamp(
      id: EntryID("aerukz4jvpg677w4xkmhmvbsca")!, at: Moment(milliseconds: 0, offset: 0))
    var report = Fact.Report()
    (report.progress, report.problem) = ("drawings ready", "land not cleared")
    (report.next, report.nextBy) = ("clear the land", Day(iso: "2020-08-09"))
    situation.add(
      try situation.step("CW-05", .report(report), by: Author(name: "Wang"), stamp))
    let html = Self.html(of: situation, .list, narrowing: ["red, yellow"], of: 63)
    #expect(html.contains("red, yellow · 10 of 63 tasks"))
    let rows = try Self.rows(ofTable: "list cards", in: html)
    #expect(rows.count == 11)
    #expect(
      rows.dropFirst().map { $0[0] } == Array(repeating: "red", count: 8) + ["yellow", "yellow"])
    #expect(rows[1][1].hasPrefix("CW-05 "))
    #expect(rows[1][4].contains("31 days overdue"))
    #expect(rows[1][5] == "31")
    #expect(rows[1][6].contains("drawings ready") && rows[1][6].contains("land not cleared"))
    #expect(rows[1][7] == "clear the land, by 9 Aug")
    #expect(rows[2][6] == "none yet; within its rhythm")
    let silent = try #require(rows.first { $0[4].hasSuffix("silent") })
    #expect(silent[6] == "never; longer than its rhythm allows")
  }

  @Test("What a template is given is described", arguments: [ChartPage.Kind.wall, .list])
  func described(kind: ChartPage.Kind) throws {
    let file = try Data(
      contentsOf: URL(fileURLWithPath: Seeds.root + "/Resources/page.schema.json"))
    let schema = try #require(try JSONSerialization.jsonObject(with: file) as? [String: Any])
    let rooms = try #require(schema["$defs"] as? [String: [String: Any]])
    /// The description a member refers to, or its own.
    func resolved(_ schema: [String: Any]) -> [String: Any] {
      guard let name = (schema["$ref"] as? String)?.split(separator: "/").last else {
        return schema
      }
      return rooms[String(name)] ?? [:]
    }
    func check(_ datum: Datum, _ schema: [String: Any], _ path: String) {
      let schema = resolved(schema)
      switch datum {
      case .members(let members):
        let known = schema["properties"] as? [String: [String: Any]] ?? [:]
        for member in members {
          let isSaid = (known[member.name]?["description"] as? String)?.hasSuffix(".") ?? false
          #expect(isSaid, "\(path)/\(member.name)")
          check(member.value, known[member.name] ?? [:], "\(path)/\(member.name)")
        }
      case .list(let elements):
        #expect(schema["type"] as? String == "array", "\(path)")
        for element in elements { check(element, schema["items"] as? [String: Any] ?? [:], path) }
      case .number: #expect(schema["type"] as? String == "integer", "\(path)")
      case .flag: #expect(schema["type"] as? String == "boolean", "\(path)")
      case .text: #expect(schema["type"] as? String ?? "string" == "string", "\(path)")
      case .none: break
      }
    }
    let page = ChartPage(
      of: Seeds.situation, kind, narrowing: ["x"], words: Words(.en), glyphs: .rich)
    check(page.datum, schema, "")
  }

  @Test("Colours are those of the screen")
  func colours() {
    #expect(Theme.hex(124) == "#af0000")
    #expect(Theme.hex(231) == "#ffffff")
    #expect(Theme.hex(238) == "#444444")
    #expect(Theme.hex(-1) == nil)
    #expect(
      Self.html(of: Seeds.situation).contains(".look-red { color: #ffffff; background: #af0000;"))
  }
}

@Suite("Columns of a page")
struct PageColumnsTests {
  /// A chart of one task with nodes on these days.
  private static func situation(_ days: [String], on day: String) -> Situation {
    var chart = Chart(title: Text("x"))
    chart.battles = [.init(id: "B", name: Text("B"))]
    chart.units = [.init(id: "u", name: Text("u"), kind: .district)]
    var task = Chart.Task(id: "B-1", battle: "B", title: Text("t"), unit: "u")
    task.nodes = days.enumerated().map {
      Chart.Node(id: "\($0 + 1)", due: Day(iso: $1)!, title: Text("n"))
    }
    chart.tasks = [task]
    return Situation(chart: chart, ledger: Ledger(), on: Day(iso: day)!)
  }

  private static func heads(_ days: [String], on day: String) -> [String] {
    let columns = PageColumns(of: situation(days, on: day))
    return (0..<columns.count).map { columns.head($0, Words(.en)) }
  }

  @Test("Months from the first node to the last, and to the day")
  func months() {
    #expect(
      Self.heads(["2020-03-31", "2020-05-01"], on: "2020-06-30") == ["Mar", "Apr", "May", "Jun"])
    #expect(Self.heads([], on: "2020-06-30") == ["Jun"])
  }

  @Test("Quarters where months are too many, never more than twelve columns")
  func quarters() {
    #expect(
      Self.heads(["2020-01-31", "2021-12-31"], on: "2020-06-30")
        == ["Q1", "Q2", "Q3", "Q4", "Q1", "Q2", "Q3", "Q4"])
    let far = Self.heads(["1000-01-31", "2021-12-31", "9999-12-31"], on: "2020-06-30")
    #expect(far.count == 12)
    #expect(far.first == "Q2 and before")
    #expect(far.last == "Q1 and after")
  }

  @Test("A few nodes far off share the first and the last column, which say the month")
  func joined() throws {
    let many = (1...40).map { $0 % 2 == 0 ? "2020-06-15" : "2020-07-15" }
    let days = ["2019-09-30"] + many.sorted() + ["2020-12-31"]
    #expect(
      Self.heads(days, on: "2020-07-01") == ["May and before", "Jun", "Jul", "Aug and after"])
    let columns = PageColumns(of: Self.situation(days, on: "2020-07-01"))
    #expect(columns.place(of: Day(iso: "2019-09-30")!) == 0)
    #expect(columns.place(of: Day(iso: "2020-12-31")!) == 3)
    #expect(columns.isNow(2))
    let page = ChartPage(
      of: Self.situation(days, on: "2020-07-01"), .wall, words: Words(.en), glyphs: .rich)
    #expect(Template(.chartHTML).text(of: page.datum).contains(">12/31</span>"))
  }
}
