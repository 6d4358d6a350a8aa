import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("Since the last meeting")
struct NewsTests {
  static let writer = "epb-7f3k2m9qxa"

  /// A chart of four tasks: A in time, B late, C far off, D met before.
  static func situation(on day: String = "2020-07-31") -> Situation {
    Seeds.chart(
      [
        ("A", ["2020-07-20", "2020-09-01"]), ("B", ["2020-07-22"]), ("C", ["2020-10-01"]),
        ("D", ["2020-07-01", "2020-10-01"]),
      ], on: day)
  }

  /// An entry of the other office, at ten on a day.
  static func entry(
    _ n: Int, _ fact: Fact, _ task: String?, on: String, written: String? = nil
  ) throws -> Entry {
    let at = try #require(Moment(rfc3339: (written ?? on) + "T10:00:00.000+08:00"))
    var entry = Entry(
      id: EntryID(high: 9, low: UInt64(n)), at: at, by: "Wang", unit: nil, task: task,
      on: try #require(Day(iso: on)), fact: fact)
    entry.writer = writer
    entry.n = n
    return entry
  }

  static func meeting(_ n: Int, seen: Int, on: String) throws -> Entry {
    var meeting = Fact.Meeting(rhythm: .weekly, isClosing: true)
    meeting.seen = [writer: seen]
    return try entry(n, .meeting(meeting), nil, on: on)
  }

  private static func session(_ entries: [Entry], _ situation: Situation = situation())
    -> Session
  {
    var situation = situation
    entries.forEach { situation.add($0) }
    var session = Session(situation, columns: 120)
    session.press("=")
    return session
  }

  @Test("What was written after the meeting is new, whatever day it is about")
  func byWriting() throws {
    let session = Self.session([
      try Self.entry(0, .met(node: "1"), "D", on: "2020-07-01"),
      try Self.meeting(1, seen: 0, on: "2020-07-24"),
      // A fact of before the meeting, written behind it.
      try Self.entry(2, .met(node: "1"), "A", on: "2020-07-19", written: "2020-07-27"),
    ])
    let text = session.frame.text
    #expect(text.contains("Since the weekly scheduling meeting, Fri 24 Jul 10:00"))
    #expect(text.contains("1 NODE MET IN TIME"))
    #expect(text.contains("A  Title A Unit Node 1 · Wang, 19 Jul"))
    #expect(!text.contains("D  Title D"))
  }

  @Test("Only time made it late: newly red holds the meeting's day against today")
  func newlyLate() throws {
    let session = Self.session([try Self.meeting(0, seen: -1, on: "2020-07-24")])
    let text = session.frame.text
    // Both were yellow on the 24th, within the seven days of grace.
    #expect(text.contains("2 NEWLY RED"))
    #expect(text.contains("B  Title B Unit Node 1: 9 days overdue"))
    #expect(!text.contains("YELLOW"))
  }

  @Test("Of a writer that the meeting did not name, all is new")
  func otherWriter() throws {
    var other = try Self.entry(0, .met(node: "1"), "B", on: "2020-07-23")
    other.writer = "dalian-0000000000"
    let session = Self.session([try Self.meeting(5, seen: 4, on: "2020-07-24"), other])
    #expect(session.frame.text.contains("1 NODE MET LATE"))
    #expect(session.frame.text.contains("Node 1, 1 day late · Wang, 23 Jul"))
  }

  @Test("A meeting that was taken back is none")
  func meetingTakenBack() throws {
    let meeting = try Self.meeting(0, seen: -1, on: "2020-07-24")
    let undo = try Self.entry(1, .undo(of: meeting.id, reason: nil), nil, on: "2020-07-24")
    #expect(Self.session([meeting, undo]).frame.text.contains("no meeting on record"))
  }

  @Test("Every kind of news has its head and its line")
  func kinds() throws {
    let mark = try Self.entry(0, .met(node: "1"), "D", on: "2020-07-01")
    let day = try #require(Day(iso: "2020-12-31"))
    var chart = Self.situation().chart
    chart.tasks[1].withdrawn = Day(iso: "2020-07-28")
    chart.tasks[2].added = Day(iso: "2020-07-28")
    var report = Fact.Report(count: nil)
    report.progress = "half way"
    let entries = [
      mark, try Self.meeting(1, seen: 0, on: "2020-07-24"),
      try Self.entry(
        2, .undo(of: mark.id, reason: "false"), "D", on: "2020-07-01", written: "2020-07-25"),
      try Self.entry(3, .report(report), "A", on: "2020-07-25"),
      try Self.entry(
        4,
        .extend(
          Fact.Extension(from: day, to: day + 31, approvedBy: "the mayor", reason: "rain")),
        "A", on: "2020-07-25"),
      try Self.entry(5, .supervise, "A", on: "2020-07-26"),
      try Self.entry(6, .note(Fact.Note(text: "phoned", node: nil)), "A", on: "2020-07-26"),
      try Self.entry(7, .return(reason: "no photo"), "C", on: "2020-07-29"),
    ]
    let situation = Situation(chart: chart, ledger: Ledger(), on: try #require(chart.asOf))
    let text = Self.session(entries, situation).frame.text
    for line in [
      "1 TAKEN BACK", "took back: Node 1: met (Wang), because: false", "1 REPORTED",
      "progress: half way · Wang, 25 Jul", "1 EXTENDED", "limit 31 Dec to 31 Jan 2021 (the mayor)",
      "1 PUT UNDER SUPERVISION OR RELEASED", "1 WITH NOTES OR EVIDENCE", "note: phoned",
      "1 NEW TASK", "C  Title C Unit", "1 WITHDRAWN", "28 Jul 2020", "1 SENT BACK OR REOPENED",
      "sent back, because: no photo",
    ] {
      #expect(text.contains(line), "\(line)\n\(text)")
    }
  }

  @Test("What was added and taken back since is no news; what was there before is withdrawn")
  func addedAndUndone() {
    var session = Session()
    session.press("a")
    session.type("Leak @jinpu 10-31")
    session.press("<Enter>u=")
    #expect(!session.frame.text.contains("WITHDRAWN"))
    #expect(!session.frame.text.contains("NEW TASK"))
    session.press("<Esc><C-r>=")
    #expect(session.frame.text.contains("1 NEW TASK"))
  }

  @Test("A late node is named by its title, shortened where it must be, in both languages")
  func lateNode() throws {
    for language in Language.allCases {
      for columns in [60, 80, 120] {
        var session = Session(columns: columns, language: language)
        session.press("=")
        let node = Words(language)(.sinceNode, ["n": "2"])
        #expect(!session.frame.text.contains(node + Words(language)(.sayAfter)), "\(columns)")
      }
    }
  }

  @Test("The day since when can be moved, and backslash returns to the meeting")
  func chosenDay() throws {
    var session = Self.session([
      try Self.entry(0, .met(node: "1"), "D", on: "2020-07-01", written: "2020-07-22"),
      try Self.meeting(1, seen: 0, on: "2020-07-24"),
      try Self.entry(2, .met(node: "1"), "A", on: "2020-07-20", written: "2020-07-30"),
    ])
    session.press("{")
    #expect(session.frame.text(ofRow: 0).contains("Since Fri 17 Jul"))
    #expect(session.frame.text.contains("2 NODES MET IN TIME"))
    session.press("]]]]]]")
    #expect(session.frame.text(ofRow: 0).contains("Since Thu 23 Jul"))
    #expect(!session.frame.text.contains("D  Title D"))
    session.press("}}")
    #expect(session.frame.text(ofRow: 0).contains("Since Thu 30 Jul"))
    #expect(session.said.contains("There is no later day"))
    session.press("\\")
    #expect(session.frame.text(ofRow: 0).contains("Since the weekly scheduling meeting"))
    // The chart's own day was never moved.
    #expect(session.state.lens == nil)
  }

  @Test("Enter opens the task, even one that is filtered out or folded; Esc returns to the list")
  func opening() {
    var session = Session()
    session.press("fsilent<Enter>Z=j<Enter>")
    #expect(session.frame.text(ofRow: 0).contains("BS-14"))
    #expect(session.said.contains("BS-14 was filtered out"))
    session.press("<Space><Esc>")
    // Marked there, it is no longer newly red here.
    #expect(session.frame.text.contains("2 NEWLY RED"))
    #expect(session.frame.text.contains("1 NODE MET LATE"))
    #expect(session.state.onTop == .since(selected: 1))
    session.press("=")
    #expect(session.state.onTop == .chart)
  }

  @Test("What others write meanwhile is news at once; of a closed meeting, the news begin with it")
  func arrival() throws {
    var session = Self.session([try Self.meeting(0, seen: -1, on: "2020-07-24")])
    session.press("j")
    session.send(.arrived([try Self.entry(1, .met(node: "1"), "A", on: "2020-07-27")]))
    let text = session.frame.text
    #expect(text.contains("1 NEWLY RED") && text.contains("1 NODE MET LATE"))
    #expect(text.contains("A  Title A Unit Node 1, 7 days late · Wang, 27 Jul"))
    #expect(session.state.onTop == .since(selected: 1))
    session.send(.arrived([try Self.entry(2, .return(reason: "no photo"), "B", on: "2020-07-27")]))
    #expect(session.frame.text.contains("1 SENT BACK OR REOPENED"))
    session.send(.arrived([try Self.meeting(3, seen: 1, on: "2020-07-30")]))
    #expect(
      session.frame.text(ofRow: 0).contains("Since the weekly scheduling meeting, Thu 30 Jul"))
    #expect(!session.frame.text.contains("LATE"))
    #expect(session.frame.text.contains("1 SENT BACK OR REOPENED"))
  }

  @Test("The list a chart began with is one line of news, not one for each task and fact")
  func beginning() {
    var session = Session(rows: 60)
    session.press("=")
    #expect(session.frame.text.contains("dalian-tasks.csv: 63 new"))
    #expect(!session.frame.text.contains("NEW TASK"))
  }

  @Test("Nothing new is said to be so")
  func nothing() throws {
    let session = Self.session([], Self.situation(on: "2020-06-01"))
    #expect(session.frame.text.contains("Nothing is new since then."))
  }
}

@Suite("What a day looked at changes")
struct ContrastTests {
  @Test("Ahead, the bottom line names what turns red, the head how many, a sign the tasks")
  func ahead() {
    var session = Session()
    session.press("}")
    #expect(session.said.contains("If nothing happens: 2 more red (CW-06, AR-15)"))
    #expect(session.frame.text(ofRow: 1).contains("10 red +2"))
    session.press("j")
    #expect(session.said.contains("If nothing happens"))
    let marked = session.frame.text.split(separator: "\n").count { $0.hasPrefix("*") }
    #expect(marked == session.state.visibleMarked)
    session.press("\\")
    #expect(!session.frame.text.contains("nothing happens"))
    #expect(session.frame.text.split(separator: "\n").allSatisfy { !$0.hasPrefix("*") })
  }

  @Test("Back, it says what was not red yet")
  func back() {
    var session = Session()
    session.press("{")
    #expect(session.said.contains("On 24 Jul: 3 not yet red (BS-13, BS-14, CW-01)"))
  }

  @Test("The sentence fits by leaving out whole ids", arguments: [40, 60, 80, 120])
  func fits(columns: Int) {
    var session = Session(columns: columns)
    for _ in 0..<12 {
      session.press("}")
      let said = session.said
      #expect(CellWidth.columns(of: said) <= columns)
      #expect(!said.contains("…"), "\(said)")
      #expect(said.contains("red"))
      #expect(said.hasSuffix("\\ today"))
    }
  }

  @Test("The task's own view says how it stands today")
  func task() {
    var session = Session()
    session.state.select(task: "CW-06", node: nil)
    session.press("<Enter>}")
    #expect(session.frame.text(ofRow: 1).contains("red"))
    #expect(session.frame.text(ofRow: 1).contains("(today: yellow)"))
  }

  @Test("What others write meanwhile changes the comparison")
  func arrival() throws {
    var session = Session()
    session.press("}")
    let entry = try NewsTests.entry(3, .met(node: "3"), "CW-06", on: "2020-07-30")
    session.send(.arrived([entry]))
    #expect(session.said.contains("1 more red"))
  }
}

extension State {
  /// How many marked tasks stand on the screen.
  fileprivate var visibleMarked: Int {
    rows[topRow..<min(rows.count, topRow + layout.bodyRows)].count { row in
      if case .task(let task) = row { contrast?.isMarked[task] ?? false } else { false }
    }
  }
}
