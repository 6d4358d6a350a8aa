import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// The meeting that the kept effects of a session tell of, as the file beside the cursor has it.
extension Session {
  fileprivate var keptPlace: MeetingPlace? {
    effects.reversed().lazy.compactMap { effect in
      if case .rememberMeeting(let place) = effect { place } else { nil }
    }.first
  }

  fileprivate var up: String? { state.meeting?.task }

  /// The screen as running text, however its parts are set.
  var runningText: String {
    frame.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

@Suite("The meeting")
struct MeetingTests {
  /// A chart of tasks that are all overdue, of two battles and two units.
  static func chart(_ ids: [String], on day: String = "2020-07-31") -> Situation {
    var chart = Seeds.chart(ids.map { ($0, ["2020-07-10", "2020-09-10"]) }, on: day).chart
    chart.battles.append(Chart.Battle(id: "C", name: Text("Other")))
    chart.units.append(Chart.Unit(id: "v", name: Text("Bureau"), kind: .bureau))
    for place in chart.tasks.indices {
      chart.tasks[place].risk = .high
      chart.tasks[place].added = Day(iso: day)
      if place % 2 == 1 { chart.tasks[place].unit = "v" }
      if place >= 2 { chart.tasks[place].battle = "C" }
    }
    return Situation(chart: chart, ledger: Ledger(), on: Day(iso: day)!)
  }

  @Test("Which meeting is asked with the number of tasks of each; opening it is an entry")
  func opening() throws {
    var session = Session()
    session.press("m")
    for rhythm in Chart.Rhythm.allCases {
      let count = Agenda(of: session.state.situation, rhythm: rhythm).items.count
      #expect(session.frame.text.contains(" \(count) task"), "\(session.frame.text)")
    }
    session.press("2")
    let entry = try #require(session.ledger.first)
    #expect(entry.fact == .meeting(meeting(.weekly, seen: session.state.meeting?.seen ?? [:])))
    #expect(entry.task == nil)
    let items = Agenda(of: Seeds.situation, rhythm: .weekly).items
    #expect(session.state.meeting?.items.count == items.count)
    #expect(session.frame.text(ofRow: 1).contains("1 of \(items.count) · "))
    #expect(session.up == Seeds.situation.chart.tasks[items[0].task].id)
  }

  @Test("Asked again it has the numbers of what was entered meanwhile")
  func askedAgain() throws {
    var session = Session()
    var seen: Set<[Int]> = []
    func expectTheCounts(_ what: String) {
      session.press("m")
      let counts = Chart.Rhythm.allCases.map {
        Agenda(of: session.state.situation, rhythm: $0).items.count
      }
      seen.insert(counts)
      guard case .menu(let menu) = session.state.mode else {
        Issue.record("no question \(what)")
        return
      }
      for (item, count) in zip(menu.items, counts) {
        #expect(item.text.contains(" \(count) task"), "\(what)")
      }
      session.press("<Esc>")
    }
    expectTheCounts("at first")
    session.press("/CW-05<Enter><Space>")
    expectTheCounts("after a mark")
    session.press("u")
    expectTheCounts("after its undo")
    let status = session.state.situation.status
    let discussed = Agenda(of: session.state.situation, rhythm: .monthly).items.map(\.task)
    let quiet = status.tasks.indices.filter {
      !discussed.contains($0) && !status.tasks[$0].record.stage.isClosed
    }
    for place in quiet.prefix(3) {
      let task = session.state.situation.chart.tasks[place].id
      var entry = Entry(
        id: EntryID(high: 8, low: UInt64(place)),
        at: Moment(milliseconds: 0, offset: 0), by: "Wang", unit: "u", task: task,
        on: session.state.situation.day, fact: .supervise)
      entry.writer = "other-0000000000"
      session.send(.arrived([entry]))
      expectTheCounts("after somebody's \(task)")
    }
    session.press("}\\")
    expectTheCounts("after a look at another day")
    #expect(seen.count > 3, "\(seen)")
  }

  private func meeting(_ rhythm: Chart.Rhythm, seen: [String: Int]) -> Fact.Meeting {
    var meeting = Fact.Meeting(rhythm: rhythm, isClosing: false)
    meeting.seen = seen
    return meeting
  }

  @Test("The task that is up is at its earliest unmet node; Space marks it, and it stays up")
  func marking() {
    var session = Session(Self.chart(["A", "B", "C", "D"]))
    session.press("m1")
    #expect(session.selected == "A/1")
    session.press("<Space>")
    #expect(session.ledger.last?.fact == .met(node: "1"))
    #expect(session.up == "A")
    #expect(session.state.meeting?.items.count == 4)
    #expect(session.runningText.contains("Entered now Node 1: met"))
    session.press("l<Enter>k")
    #expect(session.selected == "A/2")
  }

  @Test("What stands in minutes is taken back with a reason alone")
  func minutesStand() {
    var session = Session(Self.chart(["A"]))
    session.press("m1<Space><PageDown><Enter>1u")
    #expect(session.frame.text.contains("stands in minutes: why is it taken back?"))
    session.press("wrong<Enter>")
    guard case .undo(_, let reason)? = session.ledger.last?.fact else {
      Issue.record("not taken back")
      return
    }
    #expect(reason == "wrong")
  }

  @Test("Somebody else's open meeting is named before one opens another")
  func othersMeeting() throws {
    var situation = Self.chart(["A"])
    let at = Moment(milliseconds: 1_596_157_200_000, offset: 480)
    var other = try situation.openMeeting(
      .weekly, by: ["other-0000000000"], as: Author(name: "Wang", unit: nil),
      Stamp(id: EntryID(high: 9, low: 9), at: at))
    other.writer = "other-0000000000"
    situation.add(other)
    var session = Session(situation)
    session.press("m")
    #expect(
      session.runningText.contains("weekly scheduling meeting: 1 task · Wang: open since 09:00"))
    #expect(!session.runningText.contains("daily scheduling meeting: 1 task · Wang"))
  }

  @Test("Enter, PageDown and a clicker's other keys go on and back; the end is behind the last")
  func walking() {
    var session = Session(Self.chart(["A", "B", "C", "D"]))
    session.press("m1<Enter><PageDown>j")
    #expect(session.up == "D")
    #expect(session.state.meeting?.discussed == ["A", "B", "C"])
    session.press("<PageUp>k")
    #expect(session.up == "B")
    session.press("G<PageDown>")
    #expect(session.up == nil)
    #expect(session.frame.text.contains("4 of 4 tasks discussed"))
    session.forgetEffects()
    session.press("<PageDown>j")
    #expect(session.effects == [.bell, .bell])
    #expect(session.state.mode == .commands)
    session.press("<PageUp>g")
    #expect(session.up == "A")
    #expect(session.frame.text(ofRow: 1).contains("1 of 4 · Battle"))
  }

  @Test("By battle or by unit, Tab from one to the next; the task that is up stays up")
  func order() {
    var session = Session(Self.chart(["A", "B", "C", "D"]))
    session.press("m1<Tab>")
    #expect(session.up == "C")
    session.press("v")
    #expect(session.up == "C")
    #expect(session.frame.text(ofRow: 1).contains("2 of 4 · Unit"))
    session.press("<Enter>")
    #expect(session.up == "B")
    #expect(session.frame.text(ofRow: 1).contains("3 of 4 · Bureau"))
    session.press("<S-Tab>")
    #expect(session.up == "A")
    session.press("<S-Tab>")
    #expect(session.effects.last == .bell)
  }

  @Test("F5 goes to what was left out, and to the end when nothing was")
  func leftOut() {
    var session = Session(Self.chart(["A", "B", "C", "D"]))
    session.press("m1<Tab><Enter><Enter>")
    #expect(session.frame.text.contains("not discussed: A, B (F5)"))
    session.press("<F5>")
    #expect(session.up == "A")
    session.press("<Enter><Enter><F5>")
    #expect(session.up == nil)
    #expect(!session.frame.text.contains("not discussed"))
  }

  @Test("b and . darken the screen until the next key, which does nothing else")
  func blank() {
    for key in ["b", "."] {
      var session = Session(Self.chart(["A", "B"]))
      session.press("m1" + key)
      #expect(session.frame.text.allSatisfy { $0 == "\n" })
      session.press("<Space>")
      #expect(session.ledger.count == 1)
      #expect(session.up == "A")
      #expect(session.frame.text.contains("Title A"))
    }
  }

  @Test("Left and taken up again it stands where it stood; the chart says that it is open")
  func leaving() {
    var session = Session(Self.chart(["A", "B", "C", "D"]))
    session.press("m1<Enter><Enter><Esc>")
    #expect(session.state.onTop == .chart)
    #expect(session.selected.hasPrefix("C/"))
    #expect(session.frame.text(ofRow: 0).contains("daily scheduling meeting open"))
    #expect(session.ledger.count == 1)
    session.press("gm")
    #expect(session.frame.text.contains("2 of 4 discussed"))
    session.press("<Enter>")
    #expect(session.up == "C")
    session.press("qm2")
    #expect(session.frame.text.contains("end of the agenda"))
    #expect(session.ledger.count == 1)
  }

  @Test("What the chart was narrowed to comes back when the roll-call is left")
  func narrowed() {
    var session = Session()
    session.press("f4Zm3")
    #expect(session.state.taskOfRow != nil)
    session.press("GG<Space>")
    session.press("<Esc>")
    #expect(session.state.showing.filter == Filter(.standing(.red)))
    #expect(!session.state.showing.folded.isEmpty)
  }

  @Test("Looked at other things meanwhile, the task that is up is selected again")
  func comingBack() {
    var session = Session()
    session.press("m3<Enter><Enter>")
    let before = session.selected
    session.press("?<Esc>")
    #expect(session.selected == before)
    session.press("=")
    #expect(session.state.onTop.place == .since)
    session.press("jj<Enter><Esc><Esc>")
    #expect(session.state.onTop == .meeting)
    #expect(session.selected == before)
    session.press("p<Esc>")
    #expect(session.selected == before)
  }

  @Test("u takes back the last step and brings up the task it was about")
  func undo() {
    var session = Session(Self.chart(["A", "B", "C", "D"]))
    session.press("m1<Space><Enter><Enter>u")
    #expect(session.up == "A")
    #expect(session.ledger.map(\.fact.kind) == ["meeting", "met", "undo"])
    #expect(!session.frame.text.contains("Entered now"))
  }

  @Test("A report asks for the day of the next step, which must not be past")
  func report() {
    var session = Session(Self.chart(["A", "B"]))
    session.press("m1rhalf<Enter>rain<Enter>roof<Enter>")
    session.press("nonsense<Enter>")
    #expect(session.frame.text.contains("nonsense"))
    session.press("<C-u>2020-07-01<Enter>")
    #expect(session.frame.text.contains("That day is past"))
    session.press("<C-u>08-15<Enter>")
    var report = Fact.Report()
    (report.progress, report.problem, report.next) = ("half", "rain", "roof")
    report.nextBy = Day(iso: "2020-08-15")
    #expect(session.ledger.last?.fact == .report(report))
    #expect(session.runningText.contains("Next step roof, by 15 Aug"))
    // Without a day, and without a next step, there is nothing to promise.
    session.press("jra<Enter><Enter>b<Enter><Enter>rc<Enter><Enter><Enter>")
    #expect(session.ledger.count == 4)
    #expect(session.state.mode == .commands)
  }

  @Test("Esc in the middle of a report says that nothing was entered, and Up brings it back")
  func reportDropped() {
    var session = Session(Self.chart(["A", "B"]))
    session.press("m1rhalf<Enter>rain<Enter>roof<Esc>")
    #expect(session.said.contains("Nothing was entered"))
    #expect(session.ledger.count == 1)
    session.press("r<Up><Enter><Up><Enter><Enter>")
    guard case .report(let report)? = session.ledger.last?.fact else {
      Issue.record("no report")
      return
    }
    #expect(report.progress == "half" && report.problem == "rain")
    session.press("r<Esc>")
    #expect(!session.said.contains("Nothing was entered"))
  }

  @Test("A promise whose day has passed says so, in words and as the figure")
  func promiseOver() throws {
    for (language, words) in [
      (Language.en, "promised by 29 Jul: 2 days over"), (.zh, "承诺7月29日前落实，已过2天"),
    ] {
      var situation = Seeds.chart([("A", ["2020-09-10"])], on: "2020-07-20")
      var report = Fact.Report()
      (report.progress, report.next, report.nextBy) = ("half", "roof", Day(iso: "2020-07-29"))
      var entry = try situation.report(
        "A", report, by: Author(name: "Lin"),
        Stamp(id: EntryID(high: 1, low: 1), at: Moment(milliseconds: 0, offset: 0)))
      entry.writer = "other-0000000000"
      var ledger = Ledger()
      ledger.add(entry)
      var chart = situation.chart
      chart.asOf = Day(iso: "2020-07-31")
      situation = Situation(chart: chart, ledger: ledger, on: Day(iso: "2020-07-31")!)
      var session = Session(situation, language: language)
      session.press("m3")
      #expect(session.runningText.contains(words), "\(session.frame.text)")
      let figure = session.state.largeFigure(of: 0)
      #expect(figure.number == 2 && figure.role == .tileSoon)
    }
  }

  @Test("What was overdue and is met just now is no reason any more; a limit is called by its name")
  func settledReason() {
    var session = Session(Self.chart(["A", "B"]))
    session.press("m1")
    #expect(session.runningText.contains("overdue"))
    let item = session.state.meeting!.items[0]
    session.press("<Space>")
    #expect(!session.state.reasons(of: item).contains("overdue"))
    let late = Seeds.chart([("A", ["2020-12-10"])], on: "2021-01-10")
    session = Session(late)
    session.press("m3<Space>")
    #expect(session.state.reasons(of: session.state.meeting!.items[0]).contains("limit passed"))
  }

  @Test("Title, day and clock stand in the head, the clock by its name")
  func head() {
    for (language, now) in [(Language.en, "31 Jul 2020 · now 22:14"), (.zh, "星期五 · 现在 22:14")] {
      var session = Session(columns: 120, rows: 34, language: language)
      session.press("m2")
      let day = Int64(Seeds.situation.day.number) * 86_400_000
      session.send(.clock(Moment(milliseconds: day + (14 * 60 + 14) * 60_000, offset: 480)))
      let head = session.frame.text(ofRow: 0)
      let title = Words(language)(Seeds.situation.chart.title)
      #expect(head.contains(now), "\(head)")
      #expect(head.contains(" · " + title.prefix(8)), "\(head)")
    }
  }

  // MARK: Closing

  @Test("Enter at the end asks for the bulletin and closes; then the papers are written")
  func closing() throws {
    var session = Session(Self.chart(["A", "B"]))
    session.press("m1<Space><Enter><Enter>")
    // What the keys do there, and none that wants a task.
    #expect(session.said.contains("Enter close the meeting"))
    #expect(!session.said.contains("Space") && !session.said.contains("report"))
    session.press("<Enter>")
    #expect(session.frame.text.contains("bulletin no. 1"))
    session.forgetEffects()
    session.press("2")
    let closing = try #require(session.ledger.last)
    guard case .meeting(let meeting) = closing.fact else {
      Issue.record("\(closing)")
      return
    }
    #expect(meeting.isClosing && meeting.rhythm == .daily && meeting.bulletin == 1)
    #expect(meeting.seen == [Session.writer: 1])
    #expect(session.effects.contains(.writePapers(closing: closing)))
    #expect(session.state.meeting == nil)
    #expect(session.state.onTop == .chart)
    #expect(!session.frame.text(ofRow: 0).contains("open"))
    session.wrote(
      ("minutes", .success("minutes/2020-07-31-daily.md")), ("1", .success("bulletins/1.md")))
    #expect(session.said.contains("Written: minutes/2020-07-31-daily.md, bulletins/1.md"))
    // The next one counts on, or leaves the bulletin out: a number cannot be taken back.
    session.press("m1m2<Enter>")
    #expect(session.frame.text.contains("bulletin no. 2"))
    session.press("<Enter>")
    guard case .meeting(let second)? = session.ledger.last?.fact else {
      Issue.record("not closed")
      return
    }
    #expect(second.isClosing && second.bulletin == nil)
  }

  @Test("With something not saved it is not closed, and R comes first")
  func unsaved() {
    var session = Session(Self.chart(["A", "B"]))
    session.press("m1")
    session.isDiskFull = true
    session.press("<Space>G<Enter><Enter>")
    #expect(session.said.contains("1 entry is not saved; R tries again"))
    #expect(session.state.mode == .commands)
    #expect(session.state.meeting != nil)
    session.isDiskFull = false
    session.press("R<Enter><Enter>")
    #expect(session.state.meeting == nil)
    #expect(session.ledger.map(\.fact.kind) == ["meeting", "met", "meeting"])
  }

  // MARK: Over crashes, terminals and days

  @Test("After a crash it stands where it stood")
  func crash() throws {
    var session = Session(Self.chart(["A", "B", "C", "D"]))
    session.press("m1v<Enter><Space><Enter>")
    let kept = try #require(session.keptPlace)
    var next = session.restarted(Self.chart(["A", "B", "C", "D"]))
    next.state.takeUpMeeting(at: kept)
    #expect(next.state.meeting == session.state.meeting)
    next.press("m<Enter>")
    #expect(next.up == "B")
    #expect(next.state.meeting?.discussed == ["A", "C"])
  }

  @Test("Without what was kept it is made anew from the ledger, as it was when it began")
  func rebuilt() {
    let situation = Self.chart(["A", "B", "C", "D"])
    var session = Session(situation)
    session.press("m1<Space>l<Space>")
    let agenda = session.state.meeting?.items
    var next = session.restarted(situation)
    next.state.takeUpMeeting(at: nil)
    // A is done, and still one of the four.
    #expect(next.state.meeting?.items == agenda)
    #expect(next.state.meeting?.discussed == ["A"])
    #expect(next.up == "B")
    // A place that was kept of another meeting counts for nothing.
    var other = session.keptPlace
    other?.opened = EntryID(high: 1, low: 1)
    next.state.takeUpMeeting(at: other)
    #expect(next.up == "B")
  }

  @Test("A place that is damaged counts for nothing, or only as far as it can be")
  func damagedPlace() throws {
    let situation = Self.chart(["A", "B", "C", "D"])
    var session = Session(situation)
    session.press("m1<Enter>")
    let kept = try #require(session.keptPlace)
    let unknown = MeetingPlace.Item(task: "Z", reasons: ["overdue"])
    for items in [[], [unknown]] {
      var place = kept
      place.items = items
      var next = session.restarted(situation)
      next.state.takeUpMeeting(at: place)
      next.press("m1")
      #expect(next.frame.text(ofRow: 1).contains("1 of 4 · "))
    }
    var place = kept
    place.items = [MeetingPlace.Item(task: "C", reasons: []), unknown]
    place.task = "A"
    var next = session.restarted(situation)
    next.state.takeUpMeeting(at: place)
    next.press("m1")
    #expect(next.frame.text(ofRow: 1).contains("1 of 1 · "))
    #expect(next.up == "C")
  }

  @Test("Closed at another terminal of the installation, the roll-call ends there and says so")
  func closedElsewhere() throws {
    var session = Session(Self.chart(["A", "B"]))
    session.press("m1<Enter>")
    var other = session.restarted(Self.chart(["A", "B"]))
    other.state.takeUpMeeting(at: nil)
    other.press("m2<Enter><Enter>")
    session.send(.arrived([try #require(other.ledger.last)]))
    #expect(session.state.meeting == nil)
    #expect(session.state.onTop == .chart)
    #expect(session.said.contains("closed at another terminal"))
    session.press("m")
    #expect(session.frame.text.contains("Which meeting?"))
  }

  @Test("The day stands still while the meeting is open, and moves on once it is closed")
  func midnight() throws {
    var situation = Self.chart(["A", "B"])
    var chart = situation.chart
    chart.asOf = nil
    situation = Situation(chart: chart, ledger: Ledger(), on: situation.day)
    var session = Session(situation)
    session.press("m1")
    session.send(.dayBegan(situation.day + 1))
    #expect(session.state.situation.day == situation.day)
    session.press("<Space>")
    #expect(session.ledger.last?.on == situation.day)
    // A minute at the chart: the meeting goes on all the same.
    session.press("<Esc>")
    session.send(.dayBegan(situation.day + 1))
    #expect(session.state.situation.day == situation.day)
    session.press("m2<Enter>2")
    #expect(session.ledger.last?.on == situation.day)
    session.send(.dayBegan(situation.day + 1))
    #expect(session.state.situation.day == situation.day + 1)
  }

  @Test("At a new start the day is today's, and for who only looks on it moves on")
  func midnightElsewhere() {
    var situation = Self.chart(["A", "B"])
    var chart = situation.chart
    chart.asOf = nil
    situation = Situation(chart: chart, ledger: Ledger(), on: situation.day)
    var session = Session(situation)
    session.press("m1")
    var other = session.restarted(situation)
    other.state.takeUpMeeting(at: nil)
    other.send(.dayBegan(situation.day + 1))
    #expect(other.state.situation.day == situation.day + 1)
    other.press("m1")
    other.send(.dayBegan(situation.day + 2))
    #expect(other.state.situation.day == situation.day + 1)
  }

  @Test("A task that leaves the plan meanwhile is not exchanged for its neighbour")
  func withdrawn() {
    let situation = Self.chart(["A", "B", "C"])
    var session = Session(situation)
    session.press("m1<Enter>")
    var chart = situation.chart
    chart.tasks[1].withdrawn = situation.day
    session.send(.loaded(chart, session.state.situation.ledger, ownWriters: [Session.writer]))
    session.press("<Space>")
    #expect(session.ledger.count == 1)
    #expect(session.up == "B")
    session.press("<Enter><Space>")
    #expect(session.ledger.last?.task == "C")
  }

  @Test("Without a right to write no meeting begins")
  func readOnly() {
    var session = Session(isReadOnly: true)
    session.press("m")
    #expect(session.state.mode == .commands)
    #expect(session.ledger.isEmpty)
  }

  @Test("With nothing to discuss it can be held and closed all the same")
  func empty() {
    var session = Session(Seeds.chart([], on: "2020-07-31"))
    session.press("m1")
    #expect(session.frame.text.contains("Nothing is on the agenda."))
    session.press("<Enter><Enter>")
    #expect(session.ledger.map(\.fact.kind) == ["meeting", "meeting"])
  }

  @Test("A day looked at meanwhile is left at the meeting, where writing goes on")
  func lens() {
    var session = Session()
    session.press("m3=<Enter>[[")
    #expect(session.state.isLooking)
    session.press("<Esc><Esc>")
    #expect(session.state.onTop == .meeting)
    #expect(!session.state.isLooking)
    session.press("cagreed<Enter>")
    #expect(session.ledger.last?.fact.kind == "note")
  }

  @Test("In the dark no question is asked that a key might answer unseen")
  func questionInTheDark() {
    var session = Session(Self.chart(["A", "B"]))
    session.press("m1b")
    var entry = session.ledger[0]
    entry.task = "A"
    session.state.questions = [State.Question(entry: entry, other: entry)]
    session.send(.resized(Size(columns: 80, rows: 24)))
    #expect(session.state.mode == .commands)
    session.press("<Space>")
    #expect(session.state.questions.isEmpty)
    #expect(session.state.mode != .commands)
  }

  @Test("= compares with the last meeting of the rhythm of the open one, and says which")
  func since() {
    var session = Session(Self.chart(["A", "B"]))
    session.press("m2m2<Enter>2")
    session.press("m1m2<Enter>2")
    session.press("=")
    #expect(session.frame.text(ofRow: 0).contains("Since the daily scheduling meeting"))
    session.press("<Esc>m2=")
    #expect(session.frame.text(ofRow: 0).contains("Since the weekly scheduling meeting"))
    // There was no monthly one yet.
    session.press("<Esc>m2<Enter>2m3=")
    #expect(session.frame.text(ofRow: 0).contains("Since the weekly scheduling meeting"))
  }

  // MARK: Keys

  @Test("Keys of the chart that mean nothing here say where they work, and change nothing")
  func elsewhere() throws {
    for command in Command.table where !command.places.contains(.meeting) {
      let key = try #require(
        command.keys.first { MeetingCommand.byKey[$0] == nil } ?? command.keys.first)
      guard MeetingCommand.byKey[key] == nil else { continue }
      var session = Session(Self.chart(["A", "B"]))
      session.press("m1" + key.spelling)
      #expect(session.said.contains("works in the chart"), "\(command.name)")
      #expect(session.state.onTop == .meeting && session.ledger.count == 1)
    }
  }

  @Test("Keys of the meeting read back, mean one thing each, and the help names them all")
  func keys() {
    var seen: Set<Key> = []
    for command in MeetingCommand.table {
      #expect(!command.keys.isEmpty)
      for key in command.keys {
        #expect(Key(key.spelling) == key)
        #expect(seen.insert(key).inserted, "\(key.spelling)")
      }
    }
    for language in Language.allCases {
      let words = Words(language)
      let lines = Session(language: language).state.helpLines.map(\.right)
      for command in MeetingCommand.table { #expect(lines.contains(words(command.name))) }
    }
    var session = Session()
    session.press("m1?")
    #expect(session.frame.text(ofRow: 1).contains("At the meeting"))
  }

  @Test("The list of commands offers what the meeting has")
  func palette() {
    var session = Session(Self.chart(["A", "B"]))
    session.press("m1:discussed<Enter>")
    #expect(session.state.onTop == .meeting)
    session.press(":by<Space>battle<Enter>")
    #expect(session.state.meeting?.order == .unit)
  }
}
