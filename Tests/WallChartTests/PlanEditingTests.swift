import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// A clerk changes the plan at the chart: adds, edits, withdraws, and takes it back.
@Suite("Changing the plan")
struct PlanEditingTests {
  @Test("A found problem is on the wall at once, can be marked, taken off and brought back")
  func add() {
    var session = Session()
    session.press("..a")
    #expect(session.frame.text.contains("New problem (BS):"))
    session.type("Leaking tank @jinpu !high 10-31")
    session.press("<Enter>")
    #expect(session.selected == "BS-23/1")
    #expect(session.frame.text(ofRow: 1).contains("64 tasks"))
    #expect(session.said.contains("high risk · 31 Oct. u undoes."))
    #expect(session.said.hasSuffix("✓ saved"))
    session.press("<Space>u")
    #expect(session.ledger.map(\.fact.kind) == ["edit", "met", "undo"])
    session.press("u")
    #expect(session.frame.text(ofRow: 1).contains("63 tasks"))
    #expect(session.said.contains("Undone: BS-23 is off the wall."))
    #expect(session.state.lost == nil)
    session.press("<C-r>")
    #expect(session.selected == "BS-23/1")
    #expect(session.said.contains("Redone: BS-23 is on the wall."))
    #expect(session.frame.text(ofRow: 1).contains("64 tasks"))
    // Its number is not given twice.
    session.press("ua")
    session.type("Next @jinpu 10-31")
    session.press("<Enter>")
    #expect(session.selected == "BS-24/1")
  }

  @Test("What is wrong with the line is said above it, and the line stays to be mended")
  func mend() {
    var session = Session(language: .zh)
    session.press("a")
    session.type("渗漏 @金 10月31日")
    session.press("<Enter>")
    #expect(session.selected == "BS-23/1")
    session.press("a")
    session.type("渗漏 @市 10月31日")
    session.press("<Enter>")
    #expect(session.selection.contains("@市可指住建局"))
    #expect(session.said.contains("渗漏 @市 10月31日"))
    session.press("<Esc>")
    #expect(session.ledger.count == 1)
  }

  @Test("It comes forth out of folds and filters, and says what was not said")
  func comesForth() {
    var session = Session()
    session.press("fsilent<Enter>Za")
    session.type("Leak @jinpu 10-31 +CW")
    session.press("<Enter>")
    #expect(session.selected == "CW-14/1")
    #expect(session.said.contains("medium risk"))
  }

  @Test("A new unit comes with its first task")
  func newUnit() {
    var session = Session()
    session.press("a")
    session.type("Leak @+\"Port Authority\" 10-31")
    session.press("<Enter>")
    #expect(session.state.situation.chart.unit("port-authority")?.kind == .bureau)
    #expect(session.said.contains("· new unit Port Authority ·"))
  }

  @Test("Tab completes unit, battle and risk, in turn and backwards; typing on ends the choice")
  func completion() {
    var session = Session()
    session.press("a")
    session.type("Leak @wa")
    #expect(session.selection.contains("Tab:  Wafangdian  Water Bureau"))
    session.press("<Tab>")
    #expect(session.said.contains("Leak @Wafangdian"))
    session.press("<Tab>")
    #expect(session.said.contains("Leak @\"Water Bureau\""))
    session.press("<Tab><S-Tab>")
    #expect(session.said.contains("Leak @\"Water Bureau\""))
    session.type(" +C")
    session.press("<Tab>")
    session.type("!h")
    session.press("<Tab>")
    session.type("10-31")
    session.press("<Enter>")
    #expect(session.selected == "CW-14/1")
    #expect(session.state.situation.chart.task("CW-14")?.risk == .high)
    session.press("a")
    session.type("Leak @qq")
    session.forgetEffects()
    session.press("<Tab>")
    #expect(session.effects == [.bell])
  }

  @Test("How the line is written stands above it while it is, in whole words")
  func syntax() {
    for language in Language.allCases {
      for columns in [40, 60, 80] {
        var session = Session(columns: columns, rows: 16, language: language)
        let hints = Words(language).forms(.promptAddHint)
        session.press("a")
        for _ in 0..<3 {
          let shown = session.selection.drop { $0 == " " }
          #expect(hints.contains(String(shown)))
          if columns >= 60 { #expect(shown == hints[0]) }
          session.type("x")
        }
        session.type(" @")
        #expect(session.selection.hasPrefix(" " + Words(language)(.addCandidates)))
      }
    }
  }

  @Test("A title that the sentence has no room for stands whole above it")
  func longTitle() {
    var session = Session()
    session.press("a")
    session.type("A leaking tank behind the old dye works on the river @jinpu 31 Oct")
    session.press("<Enter>")
    let title = "BS-23 · A leaking tank behind the old dye works on the river"
    #expect(session.selection.contains(title))
  }

  @Test("Letters complete Chinese names by their pinyin")
  func pinyin() {
    var session = Session(language: .zh)
    session.press("a")
    session.type("渗漏 @zhuangh")
    session.press("<Tab>")
    #expect(session.said.contains("渗漏 @庄河市"))
  }

  @Test("In Chinese it completes Chinese names")
  func completionInChinese() {
    var session = Session(language: .zh)
    session.press("a")
    session.type("渗漏＠庄")
    session.press("<Tab>")
    #expect(session.said.contains("渗漏@庄河市"))
    session.type("！")
    #expect(session.selection.contains("高  中  低"))
  }

  @Test(
    "E shows the fields with what they hold; the title changes in one language, the other stays")
  func editTitle() {
    var session = Session()
    session.press(".E")
    #expect(session.frame.text.contains("Change BS-04:"))
    #expect(session.frame.text.contains("short title"))
    #expect(session.frame.text.contains("Shahekou District"))
    session.press("<Enter>")
    #expect(session.said.contains("BS-04, title:"))
    session.press("<C-u>Eleven<Space>boilers<Enter>")
    let title = session.state.situation.chart.task("BS-04")?.title
    #expect(title?["en"] == "Eleven boilers")
    #expect(title?["zh"].contains("锅炉") == true)
    #expect(session.said.contains("BS-04: title is now “Eleven boilers”. u undoes."))
    session.press("u")
    #expect(session.said.contains("Undone: BS-04: title is"))
    #expect(session.state.situation.chart == Seeds.situation.chart)
    session.press("<C-r>")
    #expect(session.said.contains("Redone: BS-04: title is “Eleven boilers”."))
  }

  @Test("Emptied, a text is gone in this language and stays in the other")
  func emptied() {
    var session = Session()
    session.press(".Eshort<Enter><C-u><Enter>")
    let short = session.state.situation.chart.task("BS-04")?.short
    #expect(short == Text(translations: [.init(language: "zh", words: "燃煤锅炉11台")]))
    var chinese = Session(language: .zh)
    chinese.press(".E<Down><Down><Down><Down><Down><Enter>")
    chinese.type("赵工")
    chinese.press("<Enter>E<Down><Down><Down><Down><Down><Enter><C-u><Enter>")
    #expect(chinese.state.situation.chart.task("BS-04")?.officer == nil)
    #expect(chinese.ledger.count == 2)
  }

  @Test("Risk and unit are chosen, not typed; the node's title and the unit's names too are edited")
  func editOthers() throws {
    var session = Session()
    session.press(".Erisk<Enter>low<Enter>")
    #expect(session.state.situation.chart.task("BS-04")?.risk == .low)
    session.press("Eunit<Enter>xigang<Enter>")
    #expect(session.state.situation.chart.task("BS-04")?.unit == "xigang-district")
    session.press("Enode<Enter><C-u>Plans<Enter>")
    #expect(session.selection.contains("BS-04 · Plans"))
    session.press("Ename<Enter><Enter>")
    #expect(session.ledger.count == 3)
    session.press("Ename<Enter><C-u>Xigang<Enter>")
    #expect(session.state.situation.chart.unit("xigang-district")?.name["en"] == "Xigang")
    #expect(session.said.contains("is now “Xigang”. E changes it back."))
    // An undo is of the task's own change; the unit's is not among the steps.
    session.press("u")
    #expect(session.said.contains("Undone: BS-04: node 2"))
  }

  @Test("A limit is not edited but extended, and what is too long for the wall or empty is refused")
  func refused() {
    var session = Session()
    session.press(".Elimit<Enter>")
    #expect(session.said.contains("Lin acts for which unit?"))
    session.press("<Esc>Eshort<Enter><C-u>")
    session.type("far too long for the wall chart")
    session.press("<Enter>")
    #expect(session.selection.contains("31 columns"))
    session.press("<Esc>Etitle<Enter><C-u><Enter>")
    #expect(session.selection.contains("It must be called something"))
    session.press("<Esc>")
    #expect(session.ledger.isEmpty)
  }

  @Test("A task is withdrawn with a reason, its neighbour is selected, and u brings it back")
  func withdraw() {
    var session = Session()
    session.press(".Ewithdraw<Space>the<Enter><Enter>")
    #expect(session.selection.contains("say why"))
    session.type("counted twice")
    session.press("<Enter>")
    #expect(session.said.contains("BS-04 is withdrawn. u brings it back."))
    #expect(session.frame.text(ofRow: 1).contains("62 tasks"))
    #expect(session.state.lost == nil)
    #expect(!session.selected.isEmpty)
    session.press("u")
    #expect(session.selected == "BS-04/2")
    #expect(session.said.contains("BS-04 is on the wall again"))
    session.press("<Enter><PageDown>")
    #expect(session.frame.text.contains("withdrew the task"))
    #expect(session.frame.text.contains("counted twice"))
  }

  @Test("The record of a task says what was changed from what to what")
  func record() {
    var session = Session(columns: 120, rows: 40)
    session.press("a")
    session.type("Leak @jinpu 10-31")
    session.press("<Enter>Etitle<Enter><C-u>Flood<Enter><Enter>")
    #expect(session.frame.text.contains("Lin: changed title from “Leak” to “Flood”"))
    #expect(session.frame.text.contains("Lin: added the task"))
  }

  @Test("What could not be written is not shown as if it were, and what was typed comes back")
  func diskFull() {
    var session = Session()
    session.isDiskFull = true
    session.press(".a")
    session.type("Leak @jinpu 10-31")
    session.press("<Enter>")
    #expect(session.selection.contains("NOT CHANGED: No space left on device"))
    #expect(session.said.contains("Leak @jinpu 10-31"))
    #expect(session.effects.contains(.reload))
    // What the disk holds comes in: the new task is gone, and the old selection there.
    session.send(
      .loaded(Seeds.situation.chart, Seeds.situation.ledger, ownWriters: [Session.writer]))
    #expect(session.said.contains("Leak @jinpu 10-31"))
    session.isDiskFull = false
    session.press("<Enter>")
    #expect(session.selected == "BS-23/1")
    #expect(session.ledger.count == 1)
  }

  @Test("Somebody else's change of the same field is told, not overridden")
  func overtaken() throws {
    var session = Session()
    session.press(".Etitle<Enter><C-u>Mine")
    let effects = session.state.update(
      .key(
        .named(.enter),
        Stamp(
          id: EntryID(high: 9, low: 9), at: Moment(milliseconds: 1_596_158_000_000, offset: 480))))
    guard case .edit(_, let entry)? = effects.first else {
      Issue.record("no change was sent")
      return
    }
    #expect(session.frame.text.contains("saving"))
    session.send(
      .notEdited(
        entry,
        .refused(
          .changedMeanwhile(task: "BS-04", field: "title", now: "\"Theirs\"", by: "Zhao"))))
    #expect(
      session.selection.contains("BS-04: title was changed meanwhile to “Theirs” by Zhao."))
    #expect(session.said.contains("Mine"))
  }

  @Test("A field that changed while its line was open is told before it is written over")
  func changedUnderTheLine() throws {
    var session = Session()
    session.press(".Etitle<Enter><C-u>Mine")
    var chart = session.state.situation.chart
    chart.tasks[3].title = Text("Theirs")
    session.send(
      .loaded(chart, session.state.situation.ledger, ownWriters: [Session.writer]))
    session.press("<Enter>")
    #expect(session.ledger.isEmpty)
    #expect(session.selection.contains("BS-04: title was changed meanwhile to “Theirs”."))
    #expect(session.said.contains("Mine"))
    session.press("<Enter>")
    #expect(session.state.situation.chart.tasks[3].title == Text("Mine"))
  }

  @Test("While a change is on its way, what comes in from disk does not take it off the screen")
  func onItsWay() throws {
    var session = Session()
    session.press("a")
    session.type("Leak @jinpu 10-31")
    _ = session.state.update(
      .key(
        .named(.enter),
        Stamp(
          id: EntryID(high: 9, low: 9), at: Moment(milliseconds: 1_596_158_000_000, offset: 480))))
    session.send(
      .loaded(Seeds.situation.chart, Seeds.situation.ledger, ownWriters: [Session.writer]))
    #expect(session.selected == "BS-23/1")
    session.forgetEffects()
    session.press("q")
    #expect(!session.effects.contains(.exit(code: 0)))
    session.send(
      .edited(
        try #require(session.state.editing.first).entry, session.state.situation.chart,
        session.state.situation.ledger, ownWriters: [Session.writer]))
    #expect(session.effects.contains(.exit(code: 0)))
  }

  @Test("Nothing is changed on another day, read-only, or while the plan on disk cannot be read")
  func notAllowed() {
    for keys in ["a", "E"] {
      var session = Session()
      session.press("}" + keys)
      #expect(session.said.contains("Another day is shown"))
      var reader = Session(isReadOnly: true)
      reader.press(keys)
      #expect(reader.state.mode == .commands)
    }
    var session = Session()
    session.send(.loadFailed(.noChart(path: "x")))
    session.press(".Erisk<Enter>low<Enter>")
    #expect(session.ledger.isEmpty)
    #expect(session.said.contains("x: no chart here"))
  }
}
