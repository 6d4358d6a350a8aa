import Foundation
import Testing
import WallChartStore
import WallChartWords

@testable import WallChart
@testable import WallChartImport

/// `wallchart show --format ics`, loaded again and again while lists come in and are taken back.
@Suite("A calendar over the life of a chart")
struct CalendarLifeTests {
  private let session: ImportSession
  private let today = day("2020-07-31")
  private static let head =
    "id,battle,title_en,unit_en,risk,deadline,n1_due,n1_en,n2_due,n2_en,n3_due,n3_en,n4_due,n4_en"
  private static let rows = [
    "T-1,Air,Close it,North,high,2020-10-31,2020-08-01,Plan,2020-08-20,Half,2020-09-20,Most,,",
    "T-2,Air,Open it,North,high,2020-10-31,,,,,,,,",
    "T-3,Air,Lock it,North,high,2020-10-31,2020-08-01,Plan,,,,,,",
  ]

  init() throws { session = try ImportSession() }

  private func run(_ rows: [String], _ options: String...) throws -> Report {
    let list = try session.save("list.csv", Self.head, rows.joined(separator: "\n"))
    return try session.run([list, "--into", session.path("chart")] + options)
  }

  private func undo() throws {
    let report = try session.run("--undo", "--into", session.path("chart"))
    #expect(report.exitCode == 0, "\(report)")
  }

  private func ics() throws -> String {
    let folder = try session.open("chart")
    let situation = Situation(chart: folder.chart, ledger: folder.ledger, on: today)
    return ChartCalendar.text(
      of: situation, written: folder.planWritten, words: Words(.en))
  }

  /// Changes a piece of the plan by hand.
  private func edit(_ old: String, _ new: String) throws {
    let path = session.path("chart/chart.json")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains(old))
    try text.replacingOccurrences(of: old, with: new)
      .write(toFile: path, atomically: true, encoding: .utf8)
  }

  @Test("A chart that a list makes has an id of its own, and keeps events over another title")
  func title() throws {
    _ = try run(Self.rows)
    let id = try #require(try session.open("chart").chart.id)
    #expect(EntryID(id) != nil)
    let names = Diary(try ics()).names
    #expect(names.contains("T-1+1@\(id).wallchart"))
    try edit("\"title\": \"list\"", "\"title\": \"Air and water\"")
    #expect(Diary(try ics()).names == names)
    // Made of the same list, or of this plan, it is another chart.
    _ = try session.run(
      session.path("chart/chart.json"), "--into", session.path("other"), "--yes")
    let other = try session.open("other").chart
    #expect(other.title == Text("Air and water"))
    #expect(other.id != id && other.id.flatMap { EntryID($0) } != nil)
  }

  @Test("A chart from before there were ids gets the one its events were named after")
  func older() throws {
    _ = try run(Self.rows)
    let id = try #require(try session.open("chart").chart.id)
    try edit("\"id\": \"\(id)\",\n", "")
    let names = Diary(try ics()).names
    #expect(!names.contains { $0.contains(id) })
    let plan = try session.files("chart")["chart.json"]
    // What changes nothing writes nothing.
    #expect(try run(Self.rows).said.first?.hasPrefix("0 changes") == true)
    #expect(try session.files("chart")["chart.json"] == plan)
    _ = try run([Self.rows[0].replacing("Close", with: "Shut")] + Self.rows.dropFirst())
    #expect(try session.open("chart").chart.id != nil)
    try edit("\"title\": \"list\"", "\"title\": \"Air and water\"")
    #expect(Diary(try ics()).names == names)
    try undo()
  }

  @Test("A person's edit gives it one, too")
  func edited() throws {
    _ = try run(Self.rows)
    let id = try #require(try session.open("chart").chart.id)
    try edit("\"id\": \"\(id)\",\n", "")
    let names = Diary(try ics()).names
    var folder = try session.open("chart")
    let stamp = Stamp(id: .random(), at: Moment(rfc3339: "2020-07-31T10:00:00.000+08:00")!)
    let situation = Situation(chart: folder.chart, ledger: folder.ledger, on: today)
    let change = try PlanEdit(.officer, of: "T-1", to: .word("Lin"), in: folder.chart)
    let entry = try situation.edit(change, by: Author(name: "Li"), stamp).entry
    _ = try folder.edit(change, as: entry, today: today)
    #expect(try session.open("chart").chart.id != nil)
    #expect(Diary(try ics()).names == names)
  }

  @Test("Whatever lists do, and whatever of it is taken back, old files make way for new ones")
  func lists() throws {
    _ = try run(Self.rows)
    var diary = Diary(try ics())
    #expect(diary.open == ["T-1+1", "T-1+2", "T-1+3", "T-1", "T-2", "T-3+1", "T-3"])
    func load(_ expected: Set<String>, _ line: Int = #line) throws {
      let file = try ics()
      diary.load(file)
      #expect(diary.open == Diary(file).open, "line \(line)")
      #expect(diary.open == expected, "line \(line)")
      #expect(diary.days == Diary(file).days, "line \(line)")
    }
    // A node goes, another one takes the limit's day, a third comes where there was none.
    _ = try run([
      Self.rows[0].replacing("2020-08-20,Half", with: ","),
      Self.rows[1].replacing("2020-10-31,,", with: "2020-10-31,2020-10-31,End"),
      Self.rows[2].replacing("Plan,,,", with: "Plan,2020-08-20,Half,"),
    ])
    try load(["T-1+1", "T-1+3", "T-1", "T-2+1", "T-3+1", "T-3+2", "T-3"])
    let removed = try session.open("chart").ledger.imports.last?.removed
    #expect(
      removed == [
        Removal(tasks: ["T-1"], nodes: ["2"]),
        Removal(tasks: ["T-2"], nodes: [], hasLimit: true),
      ])
    // All of it is taken back: what had come is gone, what had gone is there.
    try undo()
    try load(["T-1+1", "T-1+2", "T-1+3", "T-1", "T-2", "T-3+1", "T-3"])
    // Days move, words change, a task is withdrawn and another one comes.
    _ = try run(
      [
        Self.rows[0].replacing("2020-08-20", with: "2020-08-25").replacing("Most", with: "Much"),
        Self.rows[2].replacing("2020-10-31", with: "2020-11-30"),
        "T-4,Air,Paint it,North,high,2020-10-31,2020-08-08,Plan,,,,,,",
      ], "--yes")
    try load(["T-1+1", "T-1+2", "T-1+3", "T-1", "T-3+1", "T-3", "T-4+1", "T-4"])
    try session.mark("T-3", "1")
    try load(["T-1+1", "T-1+2", "T-1+3", "T-1", "T-3", "T-4+1", "T-4"])
    try undo()
    try load(["T-1+1", "T-1+2", "T-1+3", "T-1", "T-2", "T-3"])
    // The first list, too: the mark keeps its task.
    try undo()
    try load([])
  }

  @Test("Taking back the list that made a chart empties its calendar, though no task is left")
  func emptied() throws {
    _ = try run(Self.rows)
    var diary = Diary(try ics())
    try undo()
    #expect(try session.open("chart").chart.tasks == [])
    diary.load(try ics())
    #expect(diary.open == [])
    _ = try run(Self.rows)
    diary.load(try ics())
    #expect(diary.open == ["T-1+1", "T-1+2", "T-1+3", "T-1", "T-2", "T-3+1", "T-3"])
  }

  @Test("A task that becomes a standing duty has no limit in the calendar any more")
  func standing() throws {
    _ = try run(Self.rows)
    var diary = Diary(try ics())
    let list = try session.save(
      "list.csv", Self.head + ",term",
      Self.rows.map { $0 + ($0.hasPrefix("T-2") ? ",standing" : ",") }.joined(separator: "\n"))
    _ = try session.run(list, "--into", session.path("chart"))
    diary.load(try ics())
    #expect(diary.open == ["T-1+1", "T-1+2", "T-1+3", "T-1", "T-3+1", "T-3"])
  }
}

/// A calendar program that holds to the standard: of two versions of an event the one with the
/// greater `SEQUENCE` holds, then the one with the later `DTSTAMP` (RFC 5546, 2.1.5).
private struct Diary {
  private var events: [String: [String: String]] = [:]

  init(_ file: String) { load(file) }

  mutating func load(_ file: String) {
    var event: [String: String] = [:]
    for line in file.replacing("\r\n ", with: "").split(separator: "\r\n") {
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      switch line {
      case "BEGIN:VEVENT": event = [:]
      case "END:VEVENT": take(event)
      default: event[parts[0]] = parts[1]
      }
    }
  }

  private mutating func take(_ event: [String: String]) {
    let name = event["UID"] ?? ""
    guard let known = events[name] else {
      events[name] = event
      return
    }
    func rank(_ event: [String: String]) -> (Int, String) {
      (event["SEQUENCE"].flatMap { Int($0) } ?? 0, event["DTSTAMP"] ?? "")
    }
    if rank(event) > rank(known) { events[name] = event }
  }

  var names: Set<String> { Set(events.keys) }

  /// Without the chart's part of their names.
  private func short(_ name: String) -> String { String(name.prefix { $0 != "@" }) }

  var open: Set<String> {
    Set(events.filter { $0.value["STATUS"] == "CONFIRMED" }.keys.map(short))
  }

  /// The days and words of what is open.
  var days: [String: String] {
    let open = events.filter { $0.value["STATUS"] == "CONFIRMED" }
    return Dictionary(
      uniqueKeysWithValues: open.map {
        (short($0.key), "\($0.value["DTSTART;VALUE=DATE"] ?? "") \($0.value["SUMMARY"] ?? "")")
      })
  }
}
