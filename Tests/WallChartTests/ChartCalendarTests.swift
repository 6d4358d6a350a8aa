import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("The chart for calendar programs")
struct ChartCalendarTests {
  /// When the plans of these tests were written.
  static let written = Moment(milliseconds: 1_596_000_000_000, offset: 0)

  private static func text(
    of situation: Situation, _ language: Language = .en, written: Moment = written
  ) -> String {
    ChartCalendar.text(of: situation, written: written, words: Words(language))
  }

  /// The events of a calendar as another program reads them: unfolded, by property, texts unescaped.
  private static func events(
    _ situation: Situation, _ language: Language = .en, written: Moment = written
  ) -> [String: [String: String]] {
    let text = Self.text(of: situation, language, written: written)
    var events: [String: [String: String]] = [:]
    var event: [String: String] = [:]
    for line in text.replacing("\r\n ", with: "").split(separator: "\r\n") {
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      switch line {
      case "BEGIN:VEVENT": event = [:]
      case "END:VEVENT": events[event["UID"]?.prefix { $0 != "@" }.description ?? ""] = event
      default: event[parts[0]] = parts[1]
      }
    }
    return events
  }

  private static func open(_ events: [String: [String: String]]) -> Set<String> {
    Set(events.filter { $0.value["STATUS"] == "CONFIRMED" }.keys)
  }

  @Test(
    "Lines are folded at 75 bytes, never inside a character, and end as they must",
    arguments: Language.allCases)
  func lines(language: Language) {
    let text = Self.text(of: Seeds.situation, language)
    let lines = text.linesOfBytes
    #expect(lines.last == [])
    #expect(lines.dropLast().allSatisfy { !$0.isEmpty && $0.count <= 75 })
    #expect(lines.contains { $0.count > 72 })
    #expect(lines.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
    #expect(!text.utf8.elementsEqual(text.replacing("\r\n", with: "\n").utf8))
    #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
  }

  @Test("An event for each node, confirmed while it is open, and one for a limit on a day without")
  func example() throws {
    let situation = Seeds.situation
    let events = Self.events(situation)
    let nodes = zip(situation.chart.tasks, situation.status.tasks).flatMap { task, status in
      zip(task.nodes, status.nodes).map { (key: "\(task.id)+\($0.id)", status: $1, task: status) }
    }
    for node in nodes {
      let event = try #require(events[node.key])
      #expect(event["DTSTART;VALUE=DATE"] == node.status.due.iso.replacing("-", with: ""))
      let isOpen = node.status.metOn == nil && node.task.record.stage != .crossedOff
      #expect((event["STATUS"] == "CONFIRMED") == isOpen, "\(node.key)")
    }
    let bs04 = try #require(events["BS-04+2"])
    #expect(
      bs04["SUMMARY"] == "BS-04 11 small boilers: One plan for each boiler fixed (Shahekou)")
    #expect(bs04["CATEGORIES"] == "Blue sky,Shahekou District")
    // A whole day ends by itself.
    #expect(bs04["DTEND;VALUE=DATE"] == nil)
    #expect(
      Self.events(situation, .zh)["BS-04+1"]?["SUMMARY"]?.hasPrefix("已完成：BS-04 ") == true)
    let limits = events.keys.filter { !$0.contains("+") }
    for (task, status) in zip(situation.chart.tasks, situation.status.tasks) {
      let stands = status.record.limit.map { !status.record.due.contains($0) } ?? false
      #expect(limits.contains(task.id) == (stands && task.term != .standing), "\(task.id)")
    }
  }

  @Test("A later file moves an event, and takes away what is met, and gives it back")
  func updates() throws {
    var session = Session(Seeds.chart([("A", ["2020-07-30", "2020-08-10"])], on: "2020-07-31"))
    let before = Self.events(session.state.situation)
    #expect(Self.open(before) == ["A+1", "A+2", "A"])
    session.press("<Space>")
    let met = Self.events(session.state.situation)
    #expect(Self.open(met) == ["A+2", "A"])
    #expect(met["A+1"]?["UID"] == before["A+1"]?["UID"])
    #expect(met["A+1"]?["SUMMARY"] == "Met: A Title A: Node 1 (Unit)")
    session.press("u")
    let back = Self.events(session.state.situation)
    #expect(Self.open(back) == Self.open(before))
    let numbers = [before, met, back].map { $0["A+1"]?["SEQUENCE"] }
    #expect(numbers == ["0", "1", "2"])
    #expect(met["A+1"]?["DTSTAMP"] != back["A+1"]?["DTSTAMP"])
    var moved = session.state.situation
    let to = try #require(Day(iso: "2020-12-31"))
    let move = Fact.Extension(
      from: try #require(Day(iso: "2020-08-10")), to: to, approvedBy: "chair", reason: "rain",
      node: "2")
    let stamp = Stamp(
      id: EntryID(high: 1, low: 1),
      at: try #require(Moment(rfc3339: "2020-07-31T15:00:00.000+08:00")))
    moved.add(
      try moved.step("A", .extend(move), by: Author(name: "office", unit: "u"), stamp))
    let after = Self.events(moved)
    #expect(after["A+2"]?["UID"] == before["A+2"]?["UID"])
    #expect(after["A+2"]?["DTSTART;VALUE=DATE"] == "20201231")
    #expect(after["A+2"]?["DTSTAMP"] == "20200731T070000Z")
    // On that day stands a node now.
    #expect(after["A"]?["STATUS"] == "CANCELLED")
  }

  @Test("Withdrawn and crossed-off tasks are cancelled; the day one looks on changes nothing else")
  func over() {
    var situation = Seeds.chart([("A", ["2020-07-30"])], on: "2020-07-31")
    let text = Self.text(of: situation)
    situation.move(to: situation.day + 100)
    #expect(Self.text(of: situation) == text)
    var chart = situation.chart
    chart.tasks[0].withdrawn = situation.day
    let events = Self.events(Situation(chart: chart, ledger: Ledger(), on: situation.day))
    #expect(Self.open(events) == [])
    #expect(events["A"]?["SUMMARY"] == "Withdrawn: A Title A: limit (Unit)")
  }

  @Test("Another chart with the same ids has other events")
  func charts() {
    var chart = Seeds.chart([("A", [])], on: "2020-07-31").chart
    let name = Self.events(Situation(chart: chart, ledger: Ledger(), on: Day(number: 18474)))["A"]?[
      "UID"]
    chart.title = Text("Other")
    let other = Self.events(Situation(chart: chart, ledger: Ledger(), on: Day(number: 18474)))[
      "A"]?["UID"]
    #expect(name != nil && other != nil && name != other)
  }

  @Test("A corrected title leaves events their names, in a chart with an id and in an older one")
  func title() throws {
    var chart = Seeds.chart([("A", ["2020-08-30"])], on: "2020-07-31").chart
    func name(_ chart: Chart) -> String? {
      Self.events(Situation(chart: chart, ledger: Ledger(), on: Day(number: 18474)))["A+1"]?["UID"]
    }
    let old = try #require(name(chart))
    // Its next rewriting gives it the id that its title gave until then.
    chart.settleID()
    #expect(name(chart) == old)
    chart.title = Text("Corrected")
    chart.settleID()
    #expect(name(chart) == old)
    chart.id = EntryID(high: 1, low: 2).text
    #expect(name(chart) == "A+1@\(EntryID(high: 1, low: 2).text).wallchart")
  }

  @Test("A task without entries has the moment its plan was written, and a later hand is later")
  func byHand() throws {
    var situation = Seeds.chart([("A", ["2020-08-30"])], on: "2020-07-31")
    let before = try #require(Self.events(situation)["A+1"])
    #expect(before["DTSTAMP"] == "20200729T052000Z")
    var chart = situation.chart
    chart.tasks[0].nodes[0].due = chart.tasks[0].nodes[0].due + 3
    situation = Situation(chart: chart, ledger: Ledger(), on: situation.day)
    let later = Moment(milliseconds: Self.written.milliseconds + 61_000, offset: 0)
    let after = try #require(Self.events(situation, written: later)["A+1"])
    #expect(after["DTSTART;VALUE=DATE"] == "20200902")
    #expect(after["SEQUENCE"] == before["SEQUENCE"])
    #expect(after["DTSTAMP"] == "20200729T052101Z")
    chart.tasks[0].added = Day(iso: "2020-07-30")
    situation = Situation(chart: chart, ledger: Ledger(), on: situation.day)
    #expect(Self.events(situation)["A+1"]?["DTSTAMP"] == "20200730T000000Z")
  }

  @Test("What left the plan is cancelled, in whichever part of it one looks")
  func gone() throws {
    let chart = Seeds.chart([("A", ["2020-08-30"]), ("B", [])], on: "2020-07-31").chart
    var entry = Entry(
      id: EntryID(high: 1, low: 1), at: try #require(Moment(rfc3339: "2020-07-30T15:00:00.000Z")),
      by: "office", unit: nil, task: nil, on: try #require(Day(iso: "2020-07-30")),
      fact: .import(Fact.Import(file: "a.csv", sha256: "00", added: 0, changed: 1, withdrawn: 0)))
    entry.removed = [
      Removal(tasks: ["A", "Z"], nodes: ["1", "7"]),
      Removal(tasks: ["Y"], nodes: [], hasLimit: true),
    ]
    var ledger = Ledger()
    ledger.add(entry)
    let day = try #require(Day(iso: "2020-07-31"))
    let events = Self.events(Situation(chart: chart, ledger: ledger, on: day))
    // One that is back stands.
    #expect(Self.open(events) == ["A+1", "A", "B"])
    #expect(Set(events.keys) == ["A+1", "A", "B", "A+7", "Z+1", "Z+7", "Y"])
    #expect(events["A+7"]?["STATUS"] == "CANCELLED")
    #expect(events["A+7"]?["SUMMARY"] == "No longer planned: A Title A: node 7 (Unit)")
    #expect(events["A+7"]?["DTSTART;VALUE=DATE"] == "20200730")
    #expect(events["Y"]?["SUMMARY"] == "No longer planned: Y: limit")
    var part = chart
    part.tasks.removeFirst()
    let text = ChartCalendar.text(
      of: Situation(chart: part, ledger: ledger, on: day), in: chart, written: Self.written,
      words: Words(.zh))
    #expect(!text.contains("UID:A") && text.contains("UID:Z+7@"))
    #expect(text.contains("SUMMARY:已不在计划内：Z：节点7"))
    // Before that day it was there.
    let earlier = Self.events(Situation(chart: chart, ledger: ledger, on: day + -2))
    #expect(Set(earlier.keys) == ["A+1", "A", "B"])
  }

  @Test("Whatever a chart says makes no line and no property of its own")
  func hostile() {
    var chart = Seeds.chart([("A", ["2020-08-30"])], on: "2020-07-31").chart
    let evil = "x\r\nEND:VEVENT\nATTACH:file; a, b \\n \u{1B}[2J \u{202E}"
    (chart.title, chart.tasks[0].title, chart.units[0].name) = (Text(evil), Text(evil), Text(evil))
    chart.tasks[0].nodes[0].title = Text(evil)
    chart.tasks[0].officer = evil
    let text = Self.text(of: Situation(chart: chart, ledger: Ledger(), on: Day(number: 18474)))
    let lines = text.replacing("\r\n ", with: "").split(separator: "\r\n")
    #expect(lines.count { $0 == "END:VEVENT" } == 2)
    #expect(!lines.contains { $0.hasPrefix("ATTACH") })
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    #expect(text.contains("file\\; a\\, b \\\\n"))
  }
}

extension String {
  /// The bytes between line ends.
  fileprivate var linesOfBytes: [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    var bytes = Array(utf8)[...]
    while let byte = bytes.popFirst() {
      if byte == 13, bytes.first == 10 {
        bytes.removeFirst()
        lines.append([])
      } else {
        lines[lines.count - 1].append(byte)
      }
    }
    return lines
  }
}
