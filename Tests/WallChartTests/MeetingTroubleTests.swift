import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

extension Session {
  /// What became of the papers of the meeting that was closed last: minutes, or a bulletin by number.
  mutating func wrote(_ papers: (name: String, result: Result<String, StoreError>)...) {
    guard let closing = state.papersDue.last else {
      Issue.record("no papers are due")
      return
    }
    let written = papers.map { name, result in
      WrittenPaper(
        paper: Paper(folder: name == "minutes" ? name : "bulletins", name: name, text: ""),
        name: result)
    }
    send(.papersDone(closing: closing.id, written))
  }

  /// Presses a key while the disk is slow; what is to be done comes back.
  mutating func typeAhead(_ key: String, _ number: UInt64) -> [Effect] {
    let at = Moment(milliseconds: Int64(state.situation.day.number) * 86_400_000, offset: 480)
    return state.update(.key(Key(key)!, Stamp(id: EntryID(high: 9, low: number), at: at)))
  }

  /// What was to be appended is on disk, or is refused.
  mutating func answer(_ effects: [Effect], _ error: StoreError? = nil) {
    for case .append(let entries) in effects {
      let saved = entries.enumerated().map { place, entry in
        var entry = entry
        (entry.writer, entry.n) = (Self.writer, ledger.count + 50 + place)
        return entry
      }
      send(error.map { .failed(entries, $0) } ?? .saved(saved, ownWriters: [Self.writer]))
    }
  }
}

@Suite("The meeting when something goes wrong")
struct MeetingTroubleTests {
  static let noRoom = StoreError.system(operation: "write", path: "minutes", code: 28)

  private func session() -> Session { Session(MeetingTests.chart(["A", "B"])) }

  // MARK: Not yet saved

  @Test("A mark on its way to disk is of no meeting that is opened behind it")
  func openedTooEarly() {
    var session = session()
    let mark = session.typeAhead("<Space>", 1)
    _ = session.typeAhead("m", 2)
    #expect(session.typeAhead("1", 3) == [.bell])
    #expect(session.state.meeting == nil)
    #expect(session.said.contains("open the meeting once it is"))
    session.answer(mark)
    session.press("m1")
    #expect(session.state.meeting?.seen[Session.writer] == 50)
    #expect(!session.runningText.contains("Entered now"))
  }

  @Test("With something that could not be saved no meeting begins, and R comes first")
  func openedUnsaved() {
    var session = session()
    session.isDiskFull = true
    session.press("<Space>m1")
    #expect(session.said.contains("1 entry is not saved; R tries again. Then open"))
    session.isDiskFull = false
    session.press("Rm1")
    #expect(session.ledger.map(\.fact.kind) == ["met", "meeting"])
  }

  @Test("While the closing is not saved no second meeting begins, and nobody else is blamed")
  func openedBehindClosing() {
    var session = session()
    session.press("m1G<PageDown><Enter>")
    session.isDiskFull = true
    session.press("2m2")
    #expect(session.said.contains("1 entry is not saved"))
    #expect(session.state.onTop == .chart)
    session.isDiskFull = false
    session.press("R")
    #expect(session.ledger.map(\.fact.kind) == ["meeting", "meeting"])
    session.press("m2")
    #expect(session.state.meeting?.rhythm == .weekly)
  }

  @Test("An opening that is refused was closed by nobody")
  func openingRefused() {
    var session = session()
    _ = session.typeAhead("m", 1)
    session.answer(session.typeAhead("1", 2), .refused(.noMeetingOpen))
    session.send(
      .loaded(
        session.state.situation.chart, Ledger(), ownWriters: [Session.writer]))
    #expect(session.state.meeting == nil && session.state.onTop == .chart)
    #expect(!session.said.contains("another terminal"))
  }

  // MARK: Closing

  @Test("It is called closed only when that is on disk")
  func closing() {
    var session = session()
    session.press("m1G<PageDown><Enter>")
    let closing = session.typeAhead("2", 1)
    #expect(session.said.contains("Closing the daily scheduling meeting"))
    session.answer(closing)
    #expect(session.said.contains("The daily scheduling meeting is closed."))
  }

  @Test("A bulletin's number that was taken meanwhile: at the end once more, with the next one")
  func numberTaken() throws {
    var session = session()
    session.press("m1<Enter><Enter><Enter>")
    let effects = session.typeAhead("2", 1)
    var other = try #require(session.ledger.last)
    var fact = Fact.Meeting(rhythm: .weekly, isClosing: true)
    fact.bulletin = 1
    other.fact = .meeting(fact)
    (other.id, other.writer) = (EntryID(high: 5, low: 5), "other-0000000000")
    session.answer(effects, .refused(.bulletinNumberTaken(1)))
    #expect(session.effects.contains(.reload))
    session.send(.arrived([other]))
    var ledger = Ledger()
    (session.ledger + [other]).forEach { ledger.add($0) }
    session.send(
      .loaded(session.state.situation.chart, ledger, ownWriters: [Session.writer]))
    #expect(session.said.contains("Bulletin no. 1 was taken meanwhile; still open: Enter"))
    #expect(session.frame.text.contains("2 of 2 tasks discussed"))
    session.press("<Enter>2")
    guard case .meeting(let closed)? = session.ledger.last?.fact else {
      Issue.record("not closed")
      return
    }
    #expect(closed.isClosing && closed.bulletin == 2)
  }

  @Test("A change of the plan is something that was entered")
  func planChanged() {
    var session = session()
    session.press("m1<Esc>Ewithdraw<Space>the<Enter>no<Space>more<Enter>m2")
    #expect(session.ledger.last?.fact.kind == "edit")
    #expect(session.frame.text.contains("1 changed in the plan"))
    #expect(!session.frame.text.contains("Nothing was entered"))
  }

  @Test("A note that is not meant for the room is not shown to it")
  func internalNote() throws {
    var session = session()
    session.press("m1cheard<Enter>")
    #expect(session.runningText.contains("Entered now Node 1: note: heard"))
    var note = Fact.Note(text: "the mayor is angry", node: nil)
    note.isInternal = true
    var entry = try #require(session.ledger.last)
    (entry.id, entry.n, entry.fact) = (EntryID(high: 5, low: 5), 9, .note(note))
    session.send(.arrived([entry]))
    #expect(session.frame.text.contains("heard"))
    #expect(!session.frame.text.contains("mayor"))
  }

  // MARK: Papers

  @Test("Leaving waits for the papers")
  func leaving() {
    var session = session()
    session.press("m1G<PageDown><Enter>")
    let closing = session.typeAhead("2", 1)
    #expect(session.typeAhead("q", 2) == [])
    session.answer(closing)
    #expect(!session.effects.contains(.exit(code: 0)))
    session.wrote(("minutes", .success("minutes/2020-07-31-daily.md")))
    #expect(session.effects.last == .exit(code: 0))
  }

  @Test("Papers that cannot be written are said, with the way to have them later")
  func papersFail() {
    var session = session()
    session.press("m1G<PageDown><Enter><Enter>")
    session.wrote(("minutes", .failure(Self.noRoom)), ("1", .failure(Self.noRoom)))
    #expect(
      session.said.contains(
        "Not written: the minutes, bulletin no. 1 (No space left on device)."))
    #expect(
      session.selection.contains(
        "The meeting is closed. Later: wallchart minutes, wallchart bulletin --number 1"))
  }

  @Test("Minutes that are written are not called missing beside a bulletin that is")
  func bulletinFails() {
    for language in Language.allCases {
      var session = Session(MeetingTests.chart(["A"]), language: language)
      session.press("m1G<PageDown><Enter><Enter>")
      session.wrote(
        ("minutes", .success("minutes/2020-07-31-daily.md")), ("1", .failure(Self.noRoom)))
      #expect(session.selection.contains("minutes/2020-07-31-daily.md"))
      #expect(session.selection.contains("wallchart bulletin --number 1"))
      #expect(!session.selection.contains("wallchart minutes"))
      #expect(
        session.said.contains(language == .en ? "Not written: bulletin no. 1" : "第1期通报"))
    }
  }

  @Test("While something is typed it waits, and is said behind it")
  func papersFailBehindPrompt() {
    var session = session()
    session.press("m1G<PageDown><Enter>2/")
    session.wrote(("minutes", .failure(Self.noRoom)))
    session.press("x")
    #expect(!session.frame.text.contains("Not written"))
    session.press("<Esc>")
    #expect(session.said.contains("Not written: the minutes"))
    session.press("j")
    #expect(!session.frame.text.contains("Not written"))
  }
}
