import Testing
import WallChartStore

@testable import WallChart

@Suite("What was entered before in prompts")
struct HistoryTests {
  /// The line in the prompt; nil without one.
  static func line(_ session: Session) -> String? {
    if case .prompt(let prompt) = session.state.mode { prompt.answer } else { nil }
  }

  /// A session that has entered three pieces of evidence and one note.
  static var session: Session {
    var session = Session()
    for text in ["photo 12", "receipt 7", "photo 13"] {
      session.press("e")
      session.type(text)
      session.press("<Enter>")
    }
    session.press("c")
    session.type("called")
    session.press("<Enter>")
    return session
  }

  @Test("Up walks back, the newest first, Down forward to the line being typed; ends ring the bell")
  func walking() {
    var session = Self.session
    session.press("e")
    session.forgetEffects()
    for expected in ["photo 13", "receipt 7", "photo 12"] {
      session.press("<Up>")
      #expect(Self.line(session) == expected)
    }
    #expect(session.effects.isEmpty)
    session.press("<Up>")
    #expect(session.effects == [.bell])
    for expected in ["receipt 7", "photo 13", ""] {
      session.press("<C-n>")
      #expect(Self.line(session) == expected)
    }
    session.press("<Down>")
    #expect(session.effects == [.bell, .bell])
    session.press("<Up><Enter>")
    #expect(session.ledger.last?.evidence == ["photo 13"])
  }

  @Test("What was typed is kept below and narrows; what is changed is a new line")
  func narrowing() {
    var session = Self.session
    session.press("eph<Up>")
    #expect(Self.line(session) == "photo 13")
    session.press("<C-p>")
    #expect(Self.line(session) == "photo 12")
    session.press("<Down><Down>")
    #expect(Self.line(session) == "ph")
    session.press("<Up><BS>")
    #expect(Self.line(session) == "photo 1")
    session.press("<Up><Up>")
    #expect(Self.line(session) == "photo 12")
    session.press("<Down><Down>")
    #expect(Self.line(session) == "photo 1")
  }

  @Test("Each kind of prompt has its own; a number has none, and stays as it is")
  func kinds() {
    var session = Self.session
    session.press("c<Up>")
    #expect(Self.line(session) == "called")
    session.press("<Esc>ll<Space><Up>")
    #expect(Self.line(session) == "4")
    session.press("<Esc>/boiler<Enter>/<Up>")
    #expect(Self.line(session) == "boiler")
    session.press("<Esc>.r<Enter>half<Enter>rain<Enter>on<Enter><Enter>")
    session.press("r<Enter><Up><Enter><Up><Enter><Up><Enter><Enter>")
    var report = Fact.Report()
    (report.progress, report.problem, report.next) = ("half", "rain", "on")
    #expect(session.ledger.last?.fact == .report(report))
  }

  @Test("They come back after a restart, each once; others' words and searches do not")
  func restart() throws {
    var session = Self.session.restarted()
    var other = try session.state.situation.note(
      "BS-04", Fact.Note(text: nil, node: nil), evidence: ["theirs"], by: Author(name: "Wang"),
      Stamp(id: EntryID(high: 1, low: 1), at: Moment(milliseconds: 0, offset: 0)))
    other.writer = "other-0000000000"
    session.state.add(other)
    #expect(session.state.recalled(.evidence) == ["photo 13", "receipt 7", "photo 12"])
    session.press("e")
    session.type("photo 12")
    session.press("<Enter>")
    #expect(session.state.recalled(.evidence) == ["photo 12", "photo 13", "receipt 7"])
    #expect(session.state.recalled(.search).isEmpty)
    #expect(session.state.recalled(.note) == ["called"])
  }

  @Test("Fifty of a kind, in one line, and a reason is recalled wherever a reason is asked")
  func most() throws {
    var session = Session()
    for number in 1...60 { session.state.remember("line \(number)", of: .evidence) }
    session.state.remember("line 30", of: .evidence)
    let lines = session.state.recalled(.evidence)
    #expect(lines.count == 50)
    #expect(lines.first == "line 30")
    #expect(lines.count { $0 == "line 30" } == 1)
    session.state.remember("two\nlines", of: .note)
    #expect(session.state.recalled(.note) == ["two lines"])
    session.press("h<Space>")
    session.type("wrong row")
    session.press("<Enter>lr<C-u>2<Enter><Up>")
    #expect(Self.line(session) == "wrong row")
  }

  @Test("Of thousands of own entries the last ones are looked through")
  func far() throws {
    var session = Session()
    let tasks = session.state.situation.chart.tasks
    for number in 0..<2500 {
      var entry = try session.state.situation.note(
        tasks[number % tasks.count].id,
        Fact.Note(text: number % 100 == 0 ? "note \(number)" : nil, node: nil),
        evidence: ["photo"], by: Author(name: "Wang"),
        Stamp(id: .random(), at: Moment(milliseconds: Int64(number), offset: 0)))
      (entry.writer, entry.n) = ("own-0000000000", number)
      session.state.add(entry)
    }
    session.state.ownWriters = ["own-0000000000"]
    let lines = session.state.recalled(.note)
    #expect(lines.starts(with: (10...24).reversed().map { "note \($0)00" }))
    #expect(!lines.contains("note 300"))
  }

  @Test("What was cut in one prompt is put into the next")
  func cut() {
    var session = Session()
    session.press("e")
    session.type("photo 12")
    session.press("<C-u><Esc>c<C-y>")
    #expect(Self.line(session) == "photo 12")
  }
}
