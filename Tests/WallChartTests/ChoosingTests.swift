import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// Several tasks marked at one stroke.
@Suite("Choosing several tasks")
struct ChoosingTests {
  /// Tasks of one battle: A1 to A4 have a node in July, A3 asks for a count there, A4 has none
  /// before August.
  static var situation: Situation {
    var chart = Seeds.chart(
      [
        ("A1", ["2020-07-10", "2020-08-10"]), ("A2", ["2020-07-15", "2020-08-10"]),
        ("A3", ["2020-07-20"]), ("A4", ["2020-08-10"]), ("A5", ["2020-07-01", "2020-07-31"]),
      ], on: "2020-07-31"
    ).chart
    chart.tasks[2].quantity = Chart.Task.Quantity(total: 4, of: Text("boilers"))
    chart.tasks[2].nodes[0].quota = 4
    return Situation(chart: chart, ledger: Ledger(), on: Day(iso: "2020-07-31")!)
  }

  /// Which nodes are met.
  static func met(_ session: Session) -> [String] {
    zip(session.state.situation.chart.tasks, session.state.situation.status.tasks).flatMap {
      task, status in
      zip(task.nodes, status.nodes).filter { $1.state.isMet }.map { "\(task.id)/\($0.0.id)" }
    }
  }

  @Test("V and a motion choose: rows bear a sign, cells are reversed, the bottom line counts")
  func choosing() {
    var session = Session(Self.situation)
    session.press("Vjj")
    #expect(session.said.hasPrefix(" 3 tasks, 3 nodes selected. Space marks 2, Esc leaves."))
    for line in 5...7 { #expect(session.frame.text(ofRow: line).hasPrefix(">!A")) }
    #expect(!session.frame.text(ofRow: 8).hasPrefix(">"))
    let frame = session.frame
    for line in 5...7 {
      let reversed = (0..<80).filter { frame[$0, line].isSelected }
      #expect(!reversed.isEmpty)
      #expect(frame[reversed.first ?? 0, 2].role == .today)
    }
    #expect(frame.cursor.row == 7)
    session.press("k")
    #expect(session.said.hasPrefix(" 2 tasks, 2 nodes selected."))
    session.press("<Esc>")
    #expect(!session.frame.text(ofRow: 5).hasPrefix(">"))
    #expect(session.ledger.isEmpty)
    session.press("VkV<Space>")
    #expect(session.ledger.map(\.task) == ["A1"])
  }

  @Test("Space marks the column as one step; what is passed over is told with why")
  func marking() {
    var session = Session(Self.situation)
    session.press("VG<Space>")
    #expect(Self.met(session) == ["A1/1", "A2/1", "A5/1"])
    #expect(session.said.hasPrefix(" 3 nodes met. u undoes."))
    #expect(session.said.hasSuffix("✓ saved"))
    #expect(
      session.selection == " 2 skipped: A3 asks for a count, A4 has no node there.")
    #expect(Set(session.ledger.map(\.at)).count == 1)
    #expect(session.effects.count { if case .append = $0 { true } else { false } } == 1)
    #expect(!session.frame.text(ofRow: 5).hasPrefix(">"))
    session.press("u")
    #expect(Self.met(session).isEmpty)
    #expect(session.said.hasPrefix(" Undone: 3 marks of 09:03, Lin. Ctrl-R redoes."))
    session.press("<C-r>")
    #expect(Self.met(session) == ["A1/1", "A2/1", "A5/1"])
    #expect(session.said.hasPrefix(" Redone: 3 marks of 09:03, Lin."))
    // Over a restart.
    var next = session.restarted(Self.situation)
    next.press("u")
    #expect(Self.met(next).isEmpty)
  }

  @Test("A second time, what is met stays and what is open there is marked; then all comes back")
  func markingAgain() {
    var session = Session(Self.situation)
    session.press("j<Space>kVj<Space>")
    #expect(Self.met(session) == ["A1/1", "A2/1"])
    #expect(session.said.contains("1 node met. u undoes."))
    #expect(session.selection == " 1 skipped: A2 met already.")
    session.press("Vk")
    #expect(session.said.hasPrefix(" 2 tasks, 2 nodes selected. Space takes 2 marks back"))
    session.press("<Space>")
    #expect(Self.met(session).isEmpty)
    #expect(session.said.hasPrefix(" Undone: 2 marks of 09:06, Lin. u undoes."))
    session.press("u")
    #expect(Self.met(session) == ["A1/1", "A2/1"])
  }

  @Test("On the axis of nodes it is the same place in every task")
  func nodeAxis() {
    var session = Session(Self.situation)
    session.press("vlVG<Space>")
    #expect(Self.met(session) == ["A1/2", "A2/2", "A5/2"])
    #expect(session.selection.contains("A3, A4 have no node there"))
  }

  @Test("The column stays that of V over a task without a node there; left and right change it")
  func column() {
    var session = Session(Self.situation)
    session.press("Vjjjj")
    #expect(session.said.hasPrefix(" 5 tasks, 4 nodes selected."))
    session.press("k")
    #expect(session.selected == "A4/1")
    #expect(session.said.hasPrefix(" 4 tasks, 3 nodes selected."))
    session.press("l")
    #expect(session.said.hasPrefix(" 4 tasks, 3 nodes selected."))
    session.press("<Esc>glVj<Space>")
    #expect(Self.met(session) == ["A1/2", "A2/2"])
  }

  @Test("Others' marks and closed tasks are left as they are")
  func others() throws {
    var situation = Self.situation
    for (task, low) in [("A1", UInt64(1)), ("A2", 2)] {
      var entry = try situation.mark(
        task, node: "1", by: Author(name: "Wang"),
        Stamp(id: EntryID(high: 1, low: low), at: Moment(milliseconds: 0, offset: 0)))
      entry.writer = "other-0000000000"
      situation.add(entry)
    }
    var session = Session(situation)
    session.press("Vj<Space>")
    #expect(session.ledger.isEmpty)
    #expect(session.said == " Nothing to mark.")
    #expect(session.selection == " 2 skipped: A1, A2 want a reason.")
    var seeds = Session()
    seeds.state.select(task: "CW-12", node: nil)
    seeds.press("Vk<Space>")
    #expect(seeds.selection.contains("CW-12 is closed"))
  }

  @Test("Tab, search and paging extend it; a click, a filter and Enter end it")
  func motions() {
    var session = Session()
    session.press("V<Tab>")
    #expect(session.said.contains(" 23 tasks, "))
    session.press("/Dongfeng<Enter>")
    #expect(session.said.contains(" 28 tasks, "))
    session.press("<PageDown>")
    #expect(session.state.isChoosing)
    session.press("?<Esc>")
    #expect(session.state.isChoosing)
    for keys in ["f<Esc>", "z", "s", "1", "v", "+", "]", "<Enter>", "U", "p"] {
      var other = session
      other.press(keys)
      #expect(!other.state.isChoosing, "\(keys)")
      #expect(other.ledger.isEmpty)
    }
    for row in [5, 8, 4] {
      var other = session
      other.press("<Esc>gVjj")
      other.send(.clicked(column: 10, row: row))
      #expect(!other.state.isChoosing)
    }
  }

  @Test("What is about one task says so and does nothing; nor is anything chosen in the lens")
  func oneTaskOnly() {
    var session = Session()
    session.press("Vj")
    for key in ["e", "r", "c", "u"] {
      session.press(key)
      #expect(session.said.contains("Several tasks are selected"))
      #expect(session.state.mode == .commands)
    }
    session.press("<Esc>]V")
    #expect(!session.state.isChoosing)
    #expect(session.said.contains("Another day is shown"))
    session.press("\\zV")
    #expect(session.said.contains("folded"))
  }

  @Test("When the plan changes under it, only what was chosen can still be marked")
  func planChanges() {
    var session = Session(Self.situation)
    session.press("Vj")
    var chart = Self.situation.chart
    chart.title = Text("Other")
    session.send(.loaded(chart, Ledger(), ownWriters: []))
    #expect(session.state.isChoosing)
    chart.tasks.insert(
      Chart.Task(id: "A0", battle: "B", title: Text("New"), unit: "u"), at: 1)
    session.send(.loaded(chart, Ledger(), ownWriters: []))
    #expect(!session.state.isChoosing)
  }

  @Test("A step that cannot be saved is listed whole, and R tries it again as one")
  func notSaved() {
    var session = Session(Self.situation)
    session.isDiskFull = true
    session.press("VG<Space>")
    #expect(session.frame.text(ofRow: 0).contains("3 not saved"))
    session.isDiskFull = false
    session.forgetEffects()
    session.press("R")
    let steps = session.effects.compactMap { if case .append(let step) = $0 { step } else { nil } }
    #expect(steps.map(\.count) == [3])
    #expect(session.state.unsaved.isEmpty)
  }

  /// A session whose three marks at one stroke have not been answered yet.
  static func waiting() throws -> (session: Session, step: [Entry]) {
    var session = Session(situation)
    session.press("VG")
    let stamp = Stamp(id: EntryID(high: 5, low: 5), at: Moment(milliseconds: 0, offset: 0))
    guard case .append(let step)? = session.state.update(.key(.named(.space), stamp)).first
    else { throw MarkingTroubleTests.Nothing() }
    return (session, step)
  }

  @Test("A step that somebody overtook in one task fails whole, and says so without asking")
  func overtaken() throws {
    var (session, step) = try Self.waiting()
    let other = MarkingTroubleTests.undo(of: step[1], by: "Wang")
    session.send(.failed(step, .overtaken(by: other)))
    #expect(session.said.contains("Wang changed A2 at"))
    #expect(session.said.contains("none of the 3 marks"))
    #expect(session.state.mode == .commands)
    #expect(session.effects == [.reload, .bell])
    session.send(.loaded(Self.situation.chart, Ledger(), ownWriters: []))
    #expect(Self.met(session).isEmpty)
    #expect(session.state.unsaved.isEmpty)
  }

  @Test("A step that is refused for one task fails whole; one of an earlier run is kept aside")
  func refused() throws {
    var (session, step) = try Self.waiting()
    session.send(.failed(step, .refused(.withdrawn(task: "A2"))))
    #expect(session.said.contains("None of the 3 was written: A2"))
    #expect(session.state.unsaved.isEmpty)
    var later = Session(Self.situation)
    later.state.takeUp(step)
    #expect(later.frame.text(ofRow: 0).contains("3 not saved"))
    later.send(.failed(step, .refused(.withdrawn(task: "A2"))))
    #expect(later.said.contains("The rescue file keeps"))
    #expect(later.effects.contains(.settleRescue(isKept: true)))
  }

  @Test("What was not saved at the end is rescued whole, and saved as one step by R")
  func rescued() throws {
    let (session, step) = try Self.waiting()
    #expect(session.state.entriesToRescue == step)
    var later = Session(Self.situation)
    later.state.takeUp(step)
    later.press("R")
    #expect(later.ledger.map(\.id) == step.map(\.id))
    #expect(later.effects.last == .settleRescue(isKept: false))
    later.press("u")
    #expect(Self.met(later).isEmpty)
  }

  @Test("In Chinese, on a narrow screen, the counts and what is passed over stand in the line")
  func chinese() {
    var session = Session(Self.situation, columns: 60, rows: 16, language: .zh)
    session.press("VG")
    #expect(session.said.hasPrefix(" 已选5项任务、4个节点。空格标记3个，Esc取消。"))
    session.press("<Space>")
    #expect(session.said.hasPrefix(" 3个节点已完成。按u撤销。"))
    #expect(session.selection == " 跳过2项：A3须报数量，A4此处无节点。")
  }
}
