import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("Minutes of a meeting")
struct MinutesTests {
  private static let writer = "epb-7f3k2m9qxa"

  /// An entry at a time of the day of the meeting, or of another day.
  private static func entry(
    _ n: Int, _ fact: Fact, _ task: String?, at clock: String = "09:30", on: String = "2020-07-31"
  ) -> Entry {
    var entry = Entry(
      id: EntryID(high: 7, low: UInt64(n)), at: Moment(rfc3339: "\(on)T\(clock):00+08:00")!,
      by: "Wang", unit: nil, task: task, on: Day(iso: on)!, fact: fact)
    (entry.writer, entry.n) = (writer, n)
    return entry
  }

  private static func meeting(_ n: Int, isClosing: Bool, bulletin: Int? = nil, at clock: String)
    -> Entry
  {
    var meeting = Fact.Meeting(rhythm: .weekly, isClosing: isClosing)
    meeting.seen = [writer: n - 1]
    meeting.bulletin = bulletin
    return entry(n, .meeting(meeting), nil, at: clock)
  }

  private static let opened = meeting(1, isClosing: false, at: "09:00")
  private static let closed: Entry = {
    var closed = meeting(12, isClosing: true, bulletin: 1, at: "10:15")
    closed.was = [opened.id]
    return closed
  }()

  /// A meeting over A late, B late, C far off, D silent; E was handed in before.
  private static let entries: [Entry] = {
    var report = Fact.Report()
    (report.progress, report.problem, report.next) = ("dug", "rain", "lay pipes")
    report.nextBy = Day(iso: "2020-08-05")
    var secret = Fact.Note(text: "the mayor is angry", node: nil)
    secret.isInternal = true
    let limit = Day(iso: "2020-12-31")!
    return [
      entry(0, .met(node: "1"), "D", on: "2020-07-01"), opened,
      entry(2, .met(node: "1"), "A"), entry(3, .report(report), "B"),
      entry(
        4,
        .extend(
          Fact.Extension(from: limit, to: limit + -1, approvedBy: "the mayor", reason: "rain")),
        "C"),
      entry(5, .note(secret), "A"), entry(6, .supervise, "C"),
      // A slip of the finger, and back.
      entry(7, .met(node: "1"), "C"),
      entry(8, .undo(of: entry(7, .submit, nil).id, reason: nil), "C"),
      entry(9, .return(reason: "no photo"), "E"),
      entry(10, .reopen(reason: "smoke", isFalse: true), "F"),
      entry(11, .note(Fact.Note(text: "phoned", node: nil)), "B"),
      closed,
      // Behind the meeting.
      entry(13, .met(node: "1"), "B", at: "11:00"),
    ]
  }()

  private static func situation(_ count: Int = entries.count) -> Situation {
    var situation = Seeds.chart(
      [
        ("A", ["2020-07-20", "2020-09-01"]), ("B", ["2020-07-22"]), ("C", ["2020-10-01"]),
        ("D", ["2020-07-01", "2020-10-01"]), ("E", []), ("F", []),
      ], on: "2020-07-31")
    entries.prefix(count).forEach { situation.add($0) }
    return situation
  }

  private static let minutes = Minutes(of: situation(), opened: opened, closed: closed)

  @Test("Each task of the agenda is settled, told of, or carried over without a word")
  func items() {
    let minutes = Self.minutes
    #expect(minutes.items.map(\.task) == ["A", "B", "D"])
    #expect(minutes.items.map(\.reasons) == [[.overdue], [.overdue], [.silent]])
    #expect(minutes.items.map(\.left) == [[], [.overdue, .promised], [.silent]])
    #expect(minutes.items.map { $0.entries.map(\.n) } == [[2, 5], [3, 11], []])
    #expect(minutes.promises.map(\.step) == ["lay pipes"])
    #expect(minutes.next == Day(iso: "2020-08-07"))
  }

  @Test("All that was entered stands under its head, once, and nothing else")
  func english() {
    let text = Self.minutes.markdown(Words(.en))
    for line in [
      "# Test, minutes of the weekly scheduling meeting", "- Day: Fri 31 Jul 2020",
      "- Time: 09:00 to 10:15", "- Place: …………", "- Chair: …………", "- Present: …………",
      "- Recorded by: Wang", "- Bulletin issued: No. 1",
      "- Agenda: 3 tasks; 1 off the next agenda, 1 with entries and carried over, 1 without entries and carried over",
      "## 1. Figures", "| Tasks | 6 | 6 |", "## 2. Agenda",
      "| A Title A | Unit | 11 days overdue | node met, off the next agenda |",
      "| B Title B | Unit | 9 days overdue | reported, noted, carried over |",
      "| D Title D | Unit | silent | nothing entered, carried over |", "## 3. Nodes met",
      "- A Title A (Unit): Node 1, 11 days late", "## 4. Progress, problems, next steps",
      "| B Title B | Unit | dug | rain | lay pipes, by 5 Aug | Wang |", "## 5. Promised, by day",
      "| Wed 5 Aug | B Title B | Unit | lay pipes |", "## 6. Extended",
      "## 7. Sent back or reopened",
      "- E Title E (Unit): Wang: sent back, because: no photo", "## 8. Found false",
      "- F Title F (Unit): Wang: reopened as false, because: smoke", "## 9. Supervision",
      "- C Title C (Unit): Wang: put under supervision", "## 10. Notes and evidence",
      "- B Title B (Unit): Wang: note: phoned", "## 11. Carried over",
      "2 tasks; the next meeting is due on Fri 7 Aug 2020.",
      "- B Title B: 9 days overdue, promised a next step", "- D Title D: silent",
    ] {
      #expect(text.split(separator: "\n").count { $0 == line } == 1, "\(line)\n\(text)")
    }
    // What is not meant for the room, what was taken back at once, what came later.
    #expect(!text.contains("angry"))
    #expect(!text.contains("C Title C (Unit): Node 1"))
    #expect(!text.contains("B Title B (Unit): Node 1"))
    #expect(!text.contains("## 12"))
  }

  @Test("In Chinese they are a 会议纪要")
  func chinese() {
    let text = Self.minutes.markdown(Words(.zh))
    for line in [
      "# Test周调度会纪要", "- 时间：09:00至10:15", "- 主持：＿＿＿＿＿＿", "- 印发通报：第1期", "## 一、总体情况",
      "## 十一、转下次会议事项", "共2项，下次会议时间：2020年8月7日 星期五。", "| A Title A | Unit | 逾期11天 | 完成节点、不再列入下次议题 |",
    ] { #expect(text.contains(line + "\n"), "\(line)\n\(text)") }
  }

  @Test("As a page they hold the same lines as in Markdown")
  func page() {
    let datum = Self.minutes.datum(Words(.en))
    let page = Template(.documentHTML).text(of: datum)
    #expect(page.contains(">Test, minutes of the weekly scheduling meeting<"))
    let lines = Template(.documentMarkdown).text(of: datum).split(separator: "\n")
      .filter { $0.hasPrefix("- ") }
    #expect(lines.count > 15)
    let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count, "\(ids)")
    for line in lines { #expect(page.contains(">\(line.dropFirst(2))<"), "\(line)") }
  }

  @Test("They are the same whenever they are written, whatever happened since")
  func reproducible() throws {
    let then = Minutes(of: Self.situation(13), opened: Self.opened, closed: Self.closed)
    var later = Self.situation()
    later.move(to: later.day + 40)
    #expect(
      Minutes(of: later, opened: Self.opened, closed: Self.closed).markdown(Words(.en))
        == then.markdown(Words(.en)))
    let last = try #require(Minutes.last(of: .weekly, by: [], in: later))
    #expect(last.opened == Self.opened && last.closed == Self.closed)
    #expect(Minutes.last(of: .daily, by: [Self.writer], in: later) == nil)
  }

  @Test("An office's own last meeting comes before one that others closed later")
  func ownMeeting() throws {
    var situation = Self.situation()
    var (opened, closed) = (
      Self.meeting(20, isClosing: false, at: "11:00"),
      Self.meeting(21, isClosing: true, at: "12:00")
    )
    (opened.writer, closed.writer, closed.was) = (
      "other-0000000000", "other-0000000000", [opened.id]
    )
    for var entry in [opened, closed] {
      entry.turn = entry.at.milliseconds
      situation.add(entry)
    }
    #expect(Minutes.last(of: .weekly, by: [], in: situation)?.closed.n == 21)
    #expect(Minutes.last(of: .weekly, by: [Self.writer], in: situation)?.closed == Self.closed)
  }

  /// The minutes of a meeting at which something was entered about C, and before it something else.
  private static func text(before: [Entry] = [], _ entries: [Entry]) -> String {
    var situation = situation(0)
    var opened = opened
    if case .meeting(var meeting) = opened.fact {
      meeting.seen = [writer: 1]
      opened.fact = .meeting(meeting)
    }
    opened.n = 2
    for entry in before + [opened] + entries { situation.add(entry) }
    return Minutes(of: situation, opened: opened, closed: nil).markdown(Words(.en))
  }

  @Test("An internal note that is taken back at the meeting is not told of by that")
  func internalTakenBack() {
    func note(_ isInternal: Bool) -> Entry {
      var note = Fact.Note(text: "the mayor is angry", node: nil)
      note.isInternal = isInternal
      return Self.entry(0, .note(note), "C", on: "2020-07-30")
    }
    let undo = Self.entry(3, .undo(of: note(true).id, reason: nil), "C")
    let redo = Self.entry(4, .undo(of: undo.id, reason: nil), "C")
    #expect(
      Self.text(before: [note(false)], [undo]).contains("took back: note: the mayor is angry"))
    for entries in [[undo], [undo, redo]] {
      let text = Self.text(before: [note(true)], entries)
      #expect(!text.contains("angry"), "\(text)")
      #expect(!text.contains("Taken back"))
    }
  }

  @Test("A promise of blanks is none, and the day of one of another year says the year")
  func promises() {
    func report(_ next: String, by day: String? = nil) -> Entry {
      var report = Fact.Report()
      (report.progress, report.next) = ("dug", next)
      report.nextBy = day.flatMap { Day(iso: $0) }
      return Self.entry(3, .report(report), "C")
    }
    let blank = Self.text([report(" ")])
    #expect(blank.contains("| C Title C | Unit | dug |  |  | Wang |"), "\(blank)")
    #expect(!blank.contains("Promised, by day"))
    #expect(Self.text([report("pay", by: "2020-12-31")]).contains("| Thu 31 Dec | C Title C |"))
    #expect(
      Self.text([report("pay", by: "9999-12-31")]).contains("| Fri 31 Dec 9999 | C Title C |"))
  }

  /// The section of minutes about what had been promised, when this was promised for C the day before.
  private static func kept(by day: String?, _ entries: [Entry]) throws -> Substring? {
    var report = Fact.Report()
    (report.next, report.nextBy) = ("tender", day.flatMap { Day(iso: $0) })
    let text = text(before: [entry(0, .report(report), "C", on: "2020-07-30")], entries)
    #expect(text.contains("| C Title C | Unit | promised a next step"), "\(text)")
    return text.split(separator: "\n").first { $0.hasPrefix("| C Title C | tender") }
  }

  @Test("What was promised for the meeting became what the agenda says of it, whatever was entered")
  func kept() throws {
    let mark = Self.entry(3, .met(node: "1"), "C")
    var report = Fact.Report()
    report.progress = "dug"
    for (entries, state) in [
      ([mark], "node met"), ([Self.entry(3, .report(report), "C")], "reported"),
      ([Self.entry(3, .supervise, "C")], "put under supervision"), ([], "nothing entered"),
    ] {
      #expect(try Self.kept(by: "2020-07-31", entries)?.hasSuffix("| \(state) |") ?? false)
      #expect(try Self.kept(by: nil, entries)?.hasSuffix("| tender | \(state) |") ?? false)
    }
    #expect(
      try Self.kept(by: "2020-07-29", [])?.hasSuffix("| 2 days over, nothing entered |") ?? false)
    #expect(try Self.kept(by: "2020-07-29", [mark])?.hasSuffix("| node met |") ?? false)
    // Not asked for yet: its day is before the next meeting, not up to this one.
    #expect(try Self.kept(by: "2020-08-05", []) == nil)
  }

  @Test("A list imported at the meeting changes nothing of how it began")
  func listAtMeeting() {
    var chart = Self.situation(0).chart
    for place in chart.tasks.indices {
      if chart.tasks[place].id == "B" { chart.tasks[place].added = Day(iso: "2020-07-31") }
      if chart.tasks[place].id == "D" { chart.tasks[place].withdrawn = Day(iso: "2020-07-31") }
    }
    var situation = Situation(chart: chart, ledger: Ledger(), on: Self.situation(0).day)
    let list = Fact.Import(file: "new.xlsx", sha256: "", added: 1, changed: 0, withdrawn: 1)
    for entry in [Self.opened, Self.entry(2, .import(list), nil)] { situation.add(entry) }
    let minutes = Minutes(of: situation, opened: Self.opened, closed: nil)
    #expect(!minutes.items.map(\.task).contains("B"))
    #expect(minutes.items.map(\.task).contains("D"))
    let text = minutes.markdown(Words(.en))
    #expect(text.contains("| Tasks | 6 | 6 |") == false)
    #expect(text.contains("\n| Tasks | 5 | 5 |\n"), "\(text)")
    #expect(text.contains("- B Title B (Unit): "))
  }

  @Test("Of a meeting that is open they tell what happened so far")
  func open() {
    let minutes = Minutes(of: Self.situation(3), opened: Self.opened, closed: nil)
    let text = minutes.markdown(Words(.en))
    #expect(text.contains("- Time: from 09:00; the meeting is not closed yet\n"))
    #expect(text.contains("- A Title A (Unit): Node 1, 11 days late"))
    let empty = Minutes(of: Self.situation(2), opened: Self.opened, closed: nil)
    #expect(empty.markdown(Words(.en)).contains("Nothing was entered at the meeting."))
  }

  @Test("A task that was withdrawn at the meeting is not called settled")
  func withdrawn() throws {
    let situation = Self.situation()
    var chart = situation.chart
    chart.tasks[1].withdrawn = situation.day
    let withdrawn = Situation(chart: chart, ledger: situation.ledger, on: situation.day)
    var opening = Self.opened
    opening.on = situation.day + -1
    let minutes = Minutes(of: withdrawn, opened: opening, closed: Self.closed)
    #expect(minutes.items.contains { $0.task == "B" && $0.left.isEmpty })
    let lines = minutes.markdown(Words(.en)).split(separator: "\n")
    let line = try #require(lines.first { $0.hasPrefix("| B ") })
    #expect(line.contains("| withdrawn |"), "\(line)")
    #expect(lines.contains { $0.contains("1 off the next agenda, 1 withdrawn, ") })
  }

  @Test("What is closed leaves minutes, and the bulletin whose number it names")
  func papers() {
    let situation = Self.situation()
    let papers = MeetingPapers.all(
      of: Self.closed, situation.chart, situation.ledger, Words(.en))
    #expect(
      papers.map { "\($0.folder)/\($0.name)" } == ["minutes/2020-07-31-weekly", "bulletins/1"])
    #expect(papers[0].text == Self.minutes.markdown(Words(.en)) + "\n")
    #expect(papers[1].text.hasPrefix("# Test, dispatch bulletin No. 1\n"))
  }
}
