import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// What people wrote for each other is not read out to a room of fifty.
@Suite("Only what is meant for the room stands on the projector")
struct ProjectorRoomTests {
  private static let secret = "SECRET"
  private static let writer = "other-0000000000"

  /// The example, a week after a meeting, with something private in every text that is no title.
  private static let chart: Situation = {
    var chart = Seeds.situation.chart
    for place in chart.tasks.indices {
      let text = Text(secret)
      chart.tasks[place].officer = secret
      chart.tasks[place].limitText = secret
      chart.tasks[place].origin = text
      chart.tasks[place].problem = text
      chart.tasks[place].target = text
      chart.tasks[place].measures = text
    }
    var situation = Situation(chart: chart, ledger: Seeds.situation.ledger, on: chart.asOf!)
    for (place, fact) in facts(of: chart).enumerated() {
      var entry = Entry(
        id: EntryID(high: 77, low: UInt64(place)),
        at: Moment(milliseconds: Int64(situation.day.number) * 86_400_000, offset: 0),
        by: "\(secret) Wang", unit: "jinpu-new-area",
        task: place < 2 ? nil : chart.tasks[place].id, on: situation.day, fact: fact)
      entry.evidence = ["\(secret).jpg", "/home/\(secret)/photo.png"]
      entry.writer = writer
      entry.n = place
      situation.add(entry)
    }
    return situation
  }()

  /// One of every kind, each about a task of its own.
  private static func facts(of chart: Chart) -> [Fact] {
    var report = Fact.Report(count: 1)
    (report.progress, report.problem, report.next) = (secret, secret, secret)
    (report.nextBy, report.reason) = (Day(iso: "2020-08-03"), secret)
    var note = Fact.Note(text: secret, node: nil)
    note.isInternal = true
    var visit = Fact.Note(text: secret, node: nil)
    visit.isLookBack = true
    let day = Day(iso: "2020-08-20")!
    let moved = Fact.Extension(from: day, to: day + 30, approvedBy: secret, reason: secret)
    return [
      .import(
        Fact.Import(file: "\(secret).xlsx", sha256: "00", added: 1, changed: 2, withdrawn: 3)),
      .edit(set: #"{"title":["\#(secret)","\#(secret)"]}"#, reason: secret),
      .report(report), .note(note), .note(Fact.Note(text: secret, node: nil)), .note(visit),
      .met(node: "2"), .submit, .verify(noticeUntil: day), .return(reason: secret), .crossOff,
      .reopen(reason: secret, isFalse: true), .reopen(reason: secret, isFalse: false),
      .extend(moved), .supervise, .release,
      .edit(set: #"{"short":["\#(secret)","\#(secret)"]}"#, reason: secret),
      .undo(of: EntryID(high: 77, low: 3), reason: secret), .unknown(kind: secret),
    ]
  }

  /// Every page of a projector, and the tasks with something to keep as a clerk would select them.
  private func pages(_ session: Session, _ look: (Session, Int) -> Void) {
    var session = session
    let tasks = session.state.situation.chart.tasks
    for task in tasks.prefix(Self.facts(of: Seeds.situation.chart).count) {
      session.send(
        .followed(
          LivePlace(at: Self.moment, view: "chart", task: task.id, node: task.nodes.last?.id)))
      look(session, -1)
    }
    session.send(.followed(nil))
    session.press("g")
    for place in session.state.sheets.indices {
      look(session, place)
      session.press("<PageDown>")
    }
  }

  @Test(
    "No reason, remark, report, name of a file or of a person stands on any page",
    arguments: [(60, 16), (80, 24), (200, 60)])
  func nothingPrivate(columns: Int, rows: Int) {
    for language in Language.allCases {
      var session = Session(Self.chart, columns: columns, rows: rows, language: language)
      session.press("p")
      // Something of every kind has become news, so that there is something to keep.
      #expect(session.state.countsForTheRoom.count >= 8)
      #expect(session.state.news?.changes[.noted].isEmpty == false)
      for keys in ["", "A<Down>", "<Space>"] {
        session.press(keys)
        pages(session) { page, place in
          #expect(!page.frame.text.contains(Self.secret), "page \(place)")
          #expect(page.state.mode == .commands)
        }
      }
    }
  }

  @Test("What is wrong on the disk is told without the names of files, and asks nothing")
  func trouble() {
    let path = "/srv/\(Self.secret)/chart.json"
    let error = StoreError.system(operation: "open", path: path, code: 13)
    let finding = Finding(
      file: "ledger/\(Self.secret).jsonl", line: 3, column: 1, fault: .entriesGone(2))
    let question = try! Self.chart.mark(
      "BS-04", by: Author(name: "Lin"), Stamp(id: EntryID(high: 4, low: 4), at: Self.moment))
    let messages: [Message] = [
      .loadFailed(error), .damaged([finding]), .notOpened(error), .viewNotNamed(error),
      .failed([question], error), .failed([question], .overtaken(by: question)),
      .notKept(EntryID(high: 4, low: 5), error), .pasted(Self.secret),
    ]
    var session = Session(Self.chart)
    session.press("ze\(Self.secret)<Enter>")
    session.state.said = State.Said(text: path, isError: true)
    session.state.showProjector()
    for message in messages {
      session.state.unsaved = [question]
      session.send(message)
      pages(session) { page, place in
        #expect(!page.frame.text.contains(Self.secret), "\(message), page \(place)")
        #expect(page.state.mode == .commands, "\(message)")
      }
    }
    #expect(session.frame.text(ofRow: 0).contains(Words(.en)(.troublePlan).prefix(8)))
    session.press("<Esc>")
    #expect(session.state.said != nil)
  }

  @Test("Titles and names that would move the cursor or turn the line round are shown, not obeyed")
  func hostile() {
    let hostile = "\u{1B}[31m\u{202E}\r\n\u{9B}\u{200B}\u{7F}水" + String(repeating: "W", count: 300)
    var chart = Seeds.situation.chart
    chart.title = Text(hostile)
    for place in chart.battles.indices { chart.battles[place].name = Text(hostile) }
    for place in chart.units.indices {
      (chart.units[place].name, chart.units[place].short) = (Text(hostile), Text(hostile))
    }
    for place in chart.tasks.indices {
      (chart.tasks[place].title, chart.tasks[place].short) = (Text(hostile), Text(hostile))
      for node in chart.tasks[place].nodes.indices {
        chart.tasks[place].nodes[node].title = Text(hostile)
      }
    }
    let situation = Situation(chart: chart, ledger: Seeds.situation.ledger, on: chart.asOf!)
    for (columns, rows) in [(40, 10), (80, 24), (200, 60)] {
      var session = Session(situation, columns: columns, rows: rows)
      session.send(.clock(Self.moment))
      session.press("p")
      session.send(.clock(Self.moment))
      pages(session) { page, place in
        for row in 0..<rows {
          let text = page.frame.text(ofRow: row)
          #expect(Printable.filtered(text) == text, "page \(place), row \(row)")
        }
        // Whatever the title, the day and the time are there.
        #expect(page.frame.text(ofRow: 0).hasSuffix("31 Jul 2020  09:00"))
      }
    }
  }

  private static let moment = ClockTests.moment("09:00:00")
}
