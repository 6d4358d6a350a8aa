import Foundation
import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// The real loop, worker and store in a temporary folder, played by a script.
@Suite("The program, played by a script")
struct ProgramTests {
  /// A copy of the example that goes when the test ends.
  final class Copy {
    let path: String
    var state: String { path + "/state" }

    init() throws {
      path = NSTemporaryDirectory() + "wallchart-" + UUID().uuidString
      try FileManager.default.copyItem(atPath: Seeds.path, toPath: path)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Plays keys and returns the exit code and the last screen.
    func play(_ keys: String) throws -> (code: Int32, screen: Frame) {
      let (ending, screen) = try run(keys)
      return (ending.code, screen)
    }

    func run(_ keys: String) throws -> (ending: Ending, screen: Frame) {
      let folder = try ChartFolder(opening: path, state: state)
      var core = State(
        setting: State.Setting(words: Words(.en), author: Author(name: "Lin")),
        situation: Situation(chart: folder.chart, ledger: folder.ledger, on: folder.chart.asOf!),
        ownWriters: folder.ownWriters, size: Size(columns: 80, rows: 24))
      core.go(back: folder.lastCursor)
      core.takeUpMeeting(at: folder.lastMeetingPlace)
      core.papersDue = [folder.closingWithoutPapers].compactMap(\.self)
      let last = ScriptedTerminal.LastFrame()
      let chart = OpenChart(folder, core)
      let terminal = ScriptedTerminal(
        keys: try Key.script(keys), size: core.size, worker: chart.worker, last: last)
      let ending = Program(terminal, chart) { throw StoreError.noChart(path: $0) }.run()
      return (ending, try #require(last.frame))
    }

    /// The kinds of the entries this installation wrote.
    func ownKinds() throws -> [String] {
      let folder = try ChartFolder(opening: path, state: state)
      return folder.chart.tasks.flatMap { folder.ledger.entries(of: $0.id) }
        .filter { folder.ownWriters.contains($0.writer) }.sorted { $0.n < $1.n }.map(\.fact.kind)
    }
  }

  @Test("A mark is on disk when the screen says saved, and a restart shows it where it was left")
  func markAndRestart() throws {
    let copy = try Copy()
    let first = try copy.play(".<Space>")
    #expect(first.code == 0)
    #expect(first.screen.text.contains("✓ saved"))
    #expect(try copy.ownKinds() == ["met"])
    let second = try copy.play("")
    #expect(second.screen.text.contains("(15 Jul): met on 31 Jul, 16 days late"))
  }

  @Test("Minutes that could not be written are told of at the end, and written at the next start")
  func papersAtNextStart() throws {
    let copy = try Copy()
    let minutes = copy.path + "/minutes"
    try Data("no folder".utf8).write(to: URL(fileURLWithPath: minutes))
    let first = try copy.run("m1m2<Enter>2")
    #expect(first.ending.code == 74)
    #expect(first.ending.papersTrouble.first?.contains("Not written: the minutes") == true)
    #expect(try copy.run("").ending.code == 74)
    try FileManager.default.removeItem(atPath: minutes)
    let second = try copy.run("")
    #expect(second.ending.code == 0 && second.ending.papersTrouble.isEmpty)
    #expect(PosixFile.names(in: minutes) == ["2020-07-31-daily.md"])
    #expect(PosixFile.names(in: copy.path + "/bulletins") == ["1.md"])
    // Once they are written they are the person's, to be mended or filed elsewhere.
    try FileManager.default.removeItem(atPath: minutes + "/2020-07-31-daily.md")
    #expect(try copy.run("").ending.code == 0)
    #expect(PosixFile.names(in: minutes) == [])
  }

  @Test("A named view is there at the next start")
  func namedView() throws {
    let copy = try Copy()
    let first = try copy.play("f4sw0mine<Enter>")
    #expect(first.screen.text.contains("This view is named \"mine\"."))
    let folder = try ChartFolder(opening: copy.path, state: copy.state)
    let views = folder.namedViews().views
    #expect(views.map(\.name) == ["mine"])
    #expect(
      SavedView(json: views[0].json)?.showing
        == Showing(filter: Filter(.standing(.red)), order: .unit))
  }

  @Test("Undo and redo go on over restarts")
  func undoOverRestarts() throws {
    let copy = try Copy()
    _ = try copy.play(".<Space>")
    _ = try copy.play("u")
    #expect(try copy.ownKinds() == ["met", "undo"])
    let redone = try copy.play("<C-r>")
    #expect(try copy.ownKinds() == ["met", "undo", "undo"])
    #expect(redone.screen.text.contains("met on 31 Jul"))
  }

  @Test("A mark that another office made since the last look is shown and asked about")
  func overtakenAtKey() throws {
    let copy = try Copy()
    let folder = try ChartFolder(opening: copy.path, state: copy.state)
    let day = try #require(folder.chart.asOf)
    var core = State(
      setting: State.Setting(words: Words(.en), author: Author(name: "Lin")),
      situation: Situation(chart: folder.chart, ledger: folder.ledger, on: day),
      ownWriters: folder.ownWriters, size: Size(columns: 80, rows: 24))
    core.select(task: "BS-04", node: "2")
    // Later by the fold than the clerk's day, so that both say different things.
    var other = try ChartFolder(opening: copy.path, state: copy.path + "/other")
    let theirs = try core.situation.mark(
      "BS-04", node: "2", on: day + -3, by: Author(name: "Zhou"),
      Stamp(id: .random(), at: SystemClock.now()))
    _ = try other.append(theirs, today: day)
    let last = ScriptedTerminal.LastFrame()
    let chart = OpenChart(folder, core)
    let terminal = ScriptedTerminal(
      keys: try Key.script("<Space>"), size: core.size, worker: chart.worker, last: last)
    _ = Program(terminal, chart) { throw StoreError.noChart(path: $0) }.run()
    let screen = try #require(last.frame).text
    #expect(screen.contains("Zhou"), "\(screen)")
    #expect(!screen.contains("saved"))
    #expect(try copy.ownKinds() == [])
  }

  @Test("What one wrote is told as saved and not once more as news; what others wrote is")
  func ownEntriesAreNoNews() throws {
    let copy = try Copy()
    let folder = try ChartFolder(opening: copy.path, state: copy.state)
    let day = try #require(folder.chart.asOf)
    let situation = Situation(chart: folder.chart, ledger: folder.ledger, on: day)
    var other = try ChartFolder(opening: copy.path, state: copy.path + "/other")
    func note(_ name: String) throws -> Entry {
      try situation.note(
        "BS-04", Fact.Note(text: name, node: nil), by: Author(name: name),
        Stamp(id: .random(), at: SystemClock.now()))
    }
    let theirs = try other.append(try note("Zhou"), today: day)
    let mailbox = Mailbox()
    let worker = Worker(folder, mailbox: mailbox)
    let ours = try note("Lin")
    worker.append([ours], today: day)
    worker.finish()
    let told = mailbox.take().map { message -> [EntryID] in
      switch message {
      case .saved(let entries, _), .arrived(let entries): entries.map(\.id)
      default: []
      }
    }
    #expect(told == [[ours.id], [theirs.id]])
  }

  @Test("A mark made elsewhere in the meantime is told, not overwritten")
  func overtaken() throws {
    let copy = try Copy()
    var folder = try ChartFolder(opening: copy.path, state: copy.path + "/other")
    let before = Situation(chart: folder.chart, ledger: folder.ledger, on: folder.chart.asOf!)
    let stale = try before.mark(
      "BS-04", by: Author(name: "Lin"), Stamp(id: .random(), at: SystemClock.now()))
    _ = try copy.play(".<Space>")
    #expect(throws: StoreError.self) { try folder.append(stale, today: before.day) }
    #expect(try copy.ownKinds() == ["met"])
  }

  @Test("R shows what another program wrote")
  func reload() throws {
    let copy = try Copy()
    let folder = try ChartFolder(opening: copy.path, state: copy.state)
    let mailbox = Mailbox()
    let worker = Worker(folder, mailbox: mailbox)
    var other = try ChartFolder(opening: copy.path, state: copy.path + "/other")
    let before = Situation(chart: other.chart, ledger: other.ledger, on: other.chart.asOf!)
    let entry = try before.mark(
      "BS-04", by: Author(name: "Wang"), Stamp(id: .random(), at: SystemClock.now()))
    _ = try other.append(entry, today: before.day)
    worker.reload()
    worker.finish()
    guard case .loaded(_, let ledger, _)? = mailbox.take().first else {
      Issue.record("nothing was loaded")
      return
    }
    #expect(ledger.entries(of: "BS-04").contains { $0.by == "Wang" })
  }

  @Test("While the plan is broken, R takes what others wrote, and then says what is wrong")
  func reloadBesideBrokenPlan() throws {
    let copy = try Copy()
    let folder = try ChartFolder(opening: copy.path, state: copy.state)
    let mailbox = Mailbox()
    let worker = Worker(folder, mailbox: mailbox)
    var other = try ChartFolder(opening: copy.path, state: copy.path + "/other")
    let before = Situation(chart: other.chart, ledger: other.ledger, on: other.chart.asOf!)
    let entry = try before.mark(
      "BS-04", by: Author(name: "Wang"), Stamp(id: .random(), at: SystemClock.now()))
    _ = try other.append(entry, today: before.day)
    try Data("{".utf8).write(to: URL(fileURLWithPath: copy.path + "/chart.json"))
    worker.reload()
    worker.finish()
    let messages = mailbox.take()
    guard messages.count == 2, case .loaded(let chart, let ledger, _) = messages[0],
      case .loadFailed(.invalid) = messages[1]
    else {
      Issue.record("not both were posted: \(messages.count)")
      return
    }
    #expect(chart == folder.chart)
    #expect(ledger.entries(of: "BS-04").contains { $0.by == "Wang" })
  }

  @Test("A ledger that goes while the chart is shown is told once, and again when asked by R")
  func ledgerGone() throws {
    let copy = try Copy()
    let folder = try ChartFolder(opening: copy.path, state: copy.state)
    let mailbox = Mailbox()
    let worker = Worker(folder, mailbox: mailbox)
    let name = try #require(PosixFile.names(in: copy.path + "/ledger").first)
    unlink("\(copy.path)/ledger/\(name)")
    func told() -> [[Finding]] {
      worker.finish()
      return mailbox.take().compactMap { if case .damaged(let found) = $0 { found } else { nil } }
    }
    for _ in 1...2 { worker.look() }
    let once = told()
    #expect(once.count == 1)
    #expect(
      once.joined().allSatisfy { Words(.en)($0).contains("read before, are no longer here.") })
    worker.reload()
    #expect(told() == once)
  }

  @Test("A chart that was away for a while is told of, and when it is back no longer")
  func away() throws {
    let copy = try Copy()
    let folder = try ChartFolder(opening: copy.path, state: copy.state)
    let mailbox = Mailbox()
    let worker = Worker(folder, mailbox: mailbox)
    var session = Session()
    let page = session.frame
    #expect(rename(copy.path, copy.path + "-away") == 0)
    worker.look()
    Thread.sleep(forTimeInterval: 1.3)
    worker.finish()
    mailbox.take().forEach { session.send($0) }
    #expect(session.said.contains("no chart here"))
    #expect(rename(copy.path + "-away", copy.path) == 0)
    worker.look()
    worker.finish()
    mailbox.take().forEach { session.send($0) }
    #expect(session.frame == page)
  }

  @Test("A second, different fault of the plan is told too")
  func secondFault() throws {
    let copy = try Copy()
    let folder = try ChartFolder(opening: copy.path, state: copy.state)
    let mailbox = Mailbox()
    let worker = Worker(folder, mailbox: mailbox)
    for text in ["{", "[]"] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: copy.path + "/chart.json"))
      worker.look()
      // Said only when it still is so a second later.
      Thread.sleep(forTimeInterval: 1.3)
      worker.finish()
      let failures = mailbox.take().filter { if case .loadFailed = $0 { true } else { false } }
      #expect(failures.count == 1, "\(text)")
    }
  }
}
