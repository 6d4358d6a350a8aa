import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("Marking")
struct MarkingTests {
  @Test("A cell of several shows that some are met, with the worst, and the sentence counts them")
  func partlyMet() {
    var session = Session(
      Seeds.chart(
        [("A", ["2020-09-10", "2020-09-20"]), ("B", ["2020-07-10", "2020-07-12"])], on: "2020-07-31"
      ))
    let (first, second) = (session.state.layout.headRows + 1, session.state.layout.headRows + 2)
    #expect(session.frame.text(ofRow: first).contains("10+"))
    session.press("<Space>")
    #expect(session.frame.text(ofRow: first).contains("20✓"))
    session.press("h")
    #expect(session.selection.contains("1 of 2 in this cell met"))
    session.press("l<Space>")
    #expect(session.frame.text(ofRow: first).contains("+"))
    #expect(!session.selection.contains("in this cell"))
    session.press("jV<Space>")
    #expect(session.frame.text(ofRow: second).contains("!21✓"))
  }

  @Test("The cursor in a cell that is full keeps the line before it")
  func line() {
    var session = Session(
      Seeds.chart(
        [
          ("A", ["2020-07-14", "2020-07-15"]),
          ("B", (1...12).map { $0 < 10 ? "2020-0\($0)-01" : "2020-\($0)-01" }),
        ], on: "2020-07-31"))
    #expect(session.frame.text(ofRow: 5).contains("│!17+│"))
    let cursor = session.frame.cursor
    #expect(session.frame[cursor.column, cursor.row].glyph == "│")
    #expect(session.frame[cursor.column, cursor.row].isSelected)
    session.press("h")
    #expect(session.frame.text(ofRow: 5).contains("│!17+│"))
  }

  @Test("Undo and redo say themselves what they lack, and the list of commands before they run")
  func asksOnce() throws {
    let session = Session()
    for name in ["u", "<C-r>"] {
      let key = try #require(Key(name))
      let command = try #require(Command.byKey[key])
      #expect(command.obstacle(in: session.state, by: key) != nil)
      #expect(command.obstacle(in: session.state, by: key, isRunning: true) == nil)
      var pressed = session
      pressed.press(name)
      let obstacle = try #require(command.obstacle(in: session.state, by: key))
      #expect(pressed.state.said?.text == session.state.alone(obstacle))
      #expect(pressed.effects == [.bell] && pressed.ledger.isEmpty)
    }
  }

  @Test("Space marks the node, says so in a sentence, and u takes it back")
  func markAndUndo() {
    var session = Session()
    session.press(".<Space>")
    #expect(session.ledger.map(\.fact) == [.met(node: "2")])
    #expect(session.ledger[0].task == "BS-04")
    #expect(session.ledger[0].on == Day(iso: "2020-07-31"))
    #expect(session.said.hasPrefix(" BS-04 · One plan for eac"))
    #expect(session.said.contains("…: met, 16 days late. e evidence, u undoes."))
    #expect(session.said.hasSuffix("✓ saved"))
    session.press("u")
    #expect(session.ledger.count == 2)
    #expect(
      session.ledger[1].fact == .undo(of: session.ledger[0].id, reason: nil))
    #expect(session.said.contains("is open again. Ctrl-R redoes."))
    #expect(session.selection.contains("16 days overdue"))
  }

  @Test("An own step of an earlier day is taken back with a reason, as by Space")
  func undoOfEarlierDay() throws {
    var situation = Seeds.chart([("A-1", ["2020-07-10", "2020-07-20"])], on: "2020-07-31")
    var entry = try NewsTests.entry(1, .met(node: "1"), "A-1", on: "2020-07-30")
    (entry.writer, entry.n) = (Session.writer, -1)
    situation.add(entry)
    var session = Session(situation)
    session.press("u")
    #expect(session.ledger.isEmpty)
    #expect(session.said.contains("Why is the entry of 30 Jul for A-1 taken back?"))
    session.press("<Enter>")
    #expect(session.selection.contains("Please say why."))
    session.press("<Esc>u")
    session.type("wrong task")
    session.press("<Enter>")
    #expect(session.ledger.map(\.fact) == [.undo(of: entry.id, reason: "wrong task")])
    // Bringing it back needs none, nor does what is of today.
    session.press("<C-r>")
    #expect(session.ledger.map(\.fact.kind) == ["undo", "undo"])
    #expect(session.state.mode == .commands)
  }

  @Test("Redo brings it back, and a second undo takes it away again")
  func redo() {
    var session = Session()
    session.press(".<Space>u<C-r>")
    #expect(session.selection.contains("met on 31 Jul, 16 days late"))
    #expect(session.said.contains("is met again"))
    session.press("u")
    #expect(session.selection.contains("16 days overdue"))
    session.press("<C-r><C-r>")
    #expect(session.said.contains("You have nothing to redo."))
    #expect(session.selection.contains("met on 31 Jul"))
  }

  @Test("Undo goes back step by step, the latest first, and shows where")
  func undoSteps() {
    var session = Session()
    session.press(".<Space>.<Space>gu")
    #expect(session.selected == "BS-05/2")
    session.press("u")
    #expect(session.selected == "BS-04/2")
    session.press("u")
    #expect(session.said.contains("You have nothing to undo."))
  }

  @Test("One mark goes back before later ones, by Space on its node; u brings it back first")
  func oneMark() {
    for open in ["", "<Enter>"] {
      var session = Session()
      session.press(".<Space>.<Space>\(open)")
      session.press("k<Space>")
      #expect(session.selected == "BS-04/2")
      #expect(session.said.contains("is open again. u undoes."))
      #expect(session.selection.contains("16 days overdue"))
      session.press("j")
      #expect(session.selection.contains("met on 31 Jul"))
      session.press("u")
      #expect(session.selected == "BS-04/2")
      #expect(session.said.contains("is met again"))
      session.press("<C-r>")
      #expect(session.said.contains("is open again"))
      // The same over a restart: first that, then the later mark, then the first one.
      var next = session.restarted()
      next.press("uu")
      #expect(next.selected == "BS-05/2")
      #expect(next.said.contains("is open again. Ctrl-R redoes."))
      next.press("u")
      #expect(next.selected == "BS-04/2")
      next.press("u")
      #expect(next.said.contains("You have nothing to undo."))
    }
  }

  @Test("Taking back somebody else's mark is undone by u, and says so")
  func othersMarkBack() {
    var session = Session()
    session.press("h<Space>")
    session.type("wrong row")
    session.press("<Enter>")
    #expect(session.said.contains("u undoes."))
    session.press("u")
    #expect(session.selected == "BS-01/1")
    #expect(session.said.contains("is met again"))
  }

  @Test("Undo goes on after a restart")
  func undoAfterRestart() {
    var first = Session()
    first.press(".<Space>")
    var situation = Seeds.situation
    first.ledger.forEach { situation.add($0) }
    var second = Session(situation)
    second.press("u")
    #expect(second.ledger.map(\.fact) == [.undo(of: first.ledger[0].id, reason: nil)])
  }

  @Test("Space on one's own mark of today takes it back at once")
  func toggle() {
    var session = Session()
    session.press(".<Space><Space>")
    #expect(session.ledger.count == 2)
    #expect(session.selection.contains("overdue"))
  }

  @Test("Space on somebody else's mark asks for a reason, and keeps it")
  func othersMark() {
    var session = Session()
    session.press("h<Space>")
    #expect(session.ledger.isEmpty)
    #expect(session.said.contains("Why is the mark of"))
    session.press("<Enter>")
    #expect(session.frame.text.contains("Please say why."))
    session.type("wrong row")
    session.press("<Enter>")
    guard case .undo(_, let reason) = session.ledger.first?.fact else {
      Issue.record("no undo was written")
      return
    }
    #expect(reason == "wrong row")
  }

  @Test("Space on a node with a quota asks for the count, filled in")
  func quota() {
    var session = Session()
    session.press("ll<Space>")
    #expect(session.selected == "BS-01/4")
    #expect(session.said.contains("done of 4 boilers: 4"))
    session.press("<Enter>")
    #expect(session.ledger.map(\.fact) == [.report(Fact.Report(count: 4))])
    #expect(session.selection.contains("met on 31 Jul"))
    session.press("u")
    #expect(!session.selection.contains("met on 31 Jul"))
  }

  @Test("Space on a node met by one's own report of today takes that back, in every view")
  func quotaBack() {
    for open in ["", "<Enter>"] {
      var session = Session()
      session.press("ll<Space><Enter>.<Space>k\(open)")
      session.state.select(task: "BS-01", node: "4")
      session.press("<Space>")
      #expect(session.ledger.count == 3)
      #expect(session.said.contains("Undone: BS-01: the report of 09:04, Lin. u undoes."))
      #expect(!session.selection.contains("met on"))
      session.press("u")
      #expect(session.said.contains("Redone: BS-01: the report of"))
      #expect(session.selection.contains("met on 31 Jul"))
    }
  }

  @Test("Where a node stays met by an earlier report, Space offers the count instead")
  func quotaStays() {
    var session = Session()
    session.press("ll<Space><Enter>r<C-u>4<Enter><Enter><Enter><Enter>")
    #expect(session.ledger.count == 2)
    session.press("u<C-r>")
    // Taking back the first of two equal reports would change nothing.
    session.press("<Space>")
    #expect(session.said.contains("done of 4 boilers: 4"))
    session.press("<C-u>3<Enter>")
    session.type("recount")
    session.press("<Enter>")
    #expect(!session.selection.contains("met on"))
  }

  @Test("A count that is no number, or too high, is told and not written")
  func badCount() {
    var session = Session()
    session.press("ll<Space><C-u>x<Enter>")
    #expect(session.frame.text.contains("Digits only, such as 12."))
    session.press("<C-u>5<Enter>")
    #expect(session.frame.text.contains("5 is not between 0 and 4."))
    #expect(session.ledger.isEmpty)
  }

  @Test("A falling count asks why")
  func fallingCount() {
    var session = Session()
    session.press("r<C-u>2<Enter>")
    #expect(session.said.contains("The count falls from 3 to 2. Why?"))
    session.press("recount<Enter><Enter><Enter><Enter>")
    guard case .report(let report) = session.ledger.first?.fact else {
      Issue.record("no report was written")
      return
    }
    #expect(report.count == 2)
    #expect(report.reason == "recount")
  }

  @Test("A report takes count, progress, problem and next step")
  func report() {
    var session = Session()
    session.press("r4<Enter>done<Enter>none<Enter>file<Enter><Enter>")
    var expected = Fact.Report(count: 4)
    expected.progress = "done"
    expected.problem = "none"
    expected.next = "file"
    #expect(session.ledger.map(\.fact) == [.report(expected)])
  }

  @Test("Evidence typed in Chinese is kept as typed")
  func evidence() {
    var session = Session(language: .zh)
    session.press(".e")
    session.type("现场照片 12张")
    session.press("<Left><Left><BS>3<Enter>")
    #expect(
      session.ledger.first?.evidence == ["现场照片 13张"]
        || session.ledger.first?.evidence == ["现场照片 32张"])
    session.press("e<Esc>")
    #expect(session.ledger.count == 1)
  }

  @Test("A crossed-off task refuses, and says what to do")
  func closed() {
    var session = Session()
    session.state.select(task: "BS-10", node: "5")
    session.press("<Space>")
    if case .prompt = session.state.mode { session.press("x<Enter>") }
    #expect(session.said.contains("BS-10 is crossed off"))
    #expect(session.ledger.isEmpty)
  }

  @Test("Read-only, nothing writes")
  func readOnly() {
    var session = Session(isReadOnly: true)
    session.press(".<Space>eru<C-r>")
    #expect(session.ledger.isEmpty)
    #expect(session.said.contains("open for looking only"))
    #expect(!session.frame.text.contains("Space mark"))
  }

  @Test("Full-width keys of an input method count as their ASCII")
  func fullWidth() {
    var session = Session()
    session.press("。")
    #expect(session.selected == "BS-04/2")
    session.press("？")
    #expect(session.frame.text.contains("Keys"))
  }

  @Test("A mark that cannot be saved says so, stays listed, and R tries again")
  func notSaved() {
    var session = Session()
    session.isDiskFull = true
    session.press(".<Space>")
    #expect(session.said.contains("NOT SAVED"))
    #expect(session.frame.text(ofRow: 0).contains("1 not saved"))
    session.press("q")
    #expect(session.said.contains("1 entry not saved"))
    #expect(!session.effects.contains(.exit(code: 0)))
    session.isDiskFull = false
    session.press("R")
    #expect(session.ledger.count == 1)
    #expect(session.state.unsaved.isEmpty)
    session.press("q")
    #expect(session.effects.last == .exit(code: 0))
  }

  @Test("Leaving waits for what is on its way to disk")
  func leavingWaits() {
    var session = Session()
    session.press(".")
    let stamp = Stamp(id: .random(), at: Moment(milliseconds: 0, offset: 0))
    guard case .append(let entries)? = session.state.update(.key(.named(.space), stamp)).first,
      let entry = entries.first
    else {
      Issue.record("nothing was written")
      return
    }
    #expect(session.said.hasSuffix("saving"))
    #expect(session.state.update(.key(.character("q"), stamp)) == [])
    #expect(session.state.update(.saved([entry], ownWriters: [])) == [.exit(code: 0)])
  }

  @Test("A mark overtaken by somebody's undo asks, and y writes it knowing the other")
  func overtaken() {
    var session = Session()
    session.press(".")
    let stamp = Stamp(id: .random(), at: Moment(milliseconds: 0, offset: 0))
    guard case .append(let entries)? = session.state.update(.key(.named(.space), stamp)).first,
      let entry = entries.first
    else {
      Issue.record("nothing was written")
      return
    }
    var other = entry
    other.id = .random()
    other.by = "Wang"
    other.fact = .undo(of: .random(), reason: nil)
    _ = session.state.update(.failed([entry], .overtaken(by: other)))
    #expect(
      session.said.contains("Wang changed BS-04 at 08:00")
        || session.said.contains("Wang changed BS-04 at 00:00"))
    let effects = session.state.update(.key(.character("y"), stamp))
    guard case .append(let entries)? = effects.first, let again = entries.first else {
      Issue.record("y wrote nothing")
      return
    }
    #expect(again.id == entry.id)
    #expect(again.was.contains(other.id))
  }
}
