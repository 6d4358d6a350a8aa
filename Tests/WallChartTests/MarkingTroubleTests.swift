import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// What goes wrong on the way to disk, told to a person who types meanwhile.
@Suite("Not saved, overtaken, ending")
struct MarkingTroubleTests {
  /// A session that pressed Space on BS-04/2, whose append has not been answered yet.
  static func waiting() throws -> (session: Session, entry: Entry) {
    var session = Session()
    session.press(".")
    let stamp = Stamp(id: .random(), at: Moment(milliseconds: 0, offset: 0))
    let effects = session.state.update(.key(.named(.space), stamp))
    guard case .append(let entries)? = effects.first, let entry = entries.first else {
      throw Nothing()
    }
    return (session, entry)
  }

  struct Nothing: Error {}

  static func undo(of entry: Entry, by name: String) -> Entry {
    var other = entry
    other.id = .random()
    other.by = name
    other.fact = .undo(of: .random(), reason: nil)
    return other
  }

  @Test("The question waits until what is being typed is done, and a typed y stays a letter")
  func questionWaits() throws {
    var (session, entry) = try Self.waiting()
    session.press("e")
    session.send(.failed([entry], .overtaken(by: Self.undo(of: entry, by: "Wang"))))
    session.type("by photo")
    #expect(session.said.contains("by photo"))
    session.press("<Enter>")
    #expect(session.ledger.map(\.evidence) == [["by photo"]])
    #expect(session.said.contains("Wang changed BS-04"))
    session.press("y")
    #expect(session.ledger.count == 2)
  }

  @Test("A question waits for the whole of a report, part by part, and for a search and a menu")
  func questionWaitsForAll() throws {
    for (keys, end) in [
      ("r", "<Enter>y<Enter>y<Enter>y<Enter><Enter>"), ("/", "y<Enter>"), ("f", "<Enter>"),
    ] {
      var (session, entry) = try Self.waiting()
      session.press(keys)
      session.send(.failed([entry], .overtaken(by: Self.undo(of: entry, by: "Wang"))))
      for key in end.replacing("<Enter>", with: "⏎") {
        if case .overtaken = session.state.mode { Issue.record("\(keys): asked too early") }
        session.press(key == "⏎" ? "<Enter>" : String(key))
      }
      #expect(session.said.contains("Wang changed BS-04"), "\(keys)")
      #expect(session.ledger.count == (keys == "r" ? 1 : 0))
    }
  }

  @Test("Two questions are asked one after the other; only y and Esc answer them")
  func twoQuestions() throws {
    var (session, entry) = try Self.waiting()
    let stamp = Stamp(id: EntryID(high: 9, low: 9), at: Moment(milliseconds: 0, offset: 0))
    session.press(".")
    guard case .append(let entries)? = session.state.update(.key(.named(.space), stamp)).first,
      let second = entries.first
    else { throw Nothing() }
    session.send(.failed([entry], .overtaken(by: Self.undo(of: entry, by: "Wang"))))
    session.send(.failed([second], .overtaken(by: Self.undo(of: entry, by: "Zhao"))))
    #expect(session.said.contains("Wang changed BS-04"))
    // Keys typed ahead decide nothing, not even n, which goes to what was found next.
    session.press("j<Space>n")
    #expect(session.said.contains("Wang changed BS-04"))
    session.press("<Esc>")
    #expect(session.said.contains("Zhao changed BS-05"))
    session.press("<Esc>")
    #expect(session.said.contains("BS-05 is left as it is."))
    #expect(session.ledger.isEmpty)
  }

  @Test("A signal ends the program although the last entry cannot be saved")
  func signalIsFinal() throws {
    var (session, entry) = try Self.waiting()
    session.send(.terminated(signal: 15))
    session.press("j")
    session.send(.failed([entry], .system(operation: "write", path: "ledger", code: 28)))
    #expect(session.effects.last == .exit(code: 74))
  }

  @Test("The end of input with an entry that cannot be saved is no success")
  func inputEnds() throws {
    var (session, entry) = try Self.waiting()
    session.send(.inputEnded)
    session.send(.failed([entry], .system(operation: "write", path: "ledger", code: 28)))
    #expect(session.effects.last == .exit(code: 74))
  }

  @Test("A signal ends the program although the last entry was overtaken or refused")
  func signalAfterRefusal() throws {
    for (error, code) in [(StoreError.refused(.needsUnit), 143), (.busy(path: "chart"), 74)] {
      var (session, entry) = try Self.waiting()
      session.send(.terminated(signal: 15))
      session.send(.failed([entry], error))
      #expect(session.effects.last == .exit(code: Int32(code)))
    }
    var (session, entry) = try Self.waiting()
    session.send(.terminated(signal: 15))
    session.send(.failed([entry], .overtaken(by: Self.undo(of: entry, by: "Wang"))))
    #expect(session.effects.last == .exit(code: 143))
  }

  @Test("R does not send again what is still on its way, and a second answer changes nothing")
  func retryOnce() throws {
    var (session, entry) = try Self.waiting()
    session.press("R")
    #expect(session.effects == [.reload])
    session.send(.saved([entry], ownWriters: [Session.writer]))
    session.send(.failed([entry], .busy(path: "chart")))
    #expect(session.state.failed.isEmpty)
    session.press("q")
    #expect(session.effects.last == .exit(code: 0))
  }

  // MARK: The chart changes under the user's hands

  /// The example without a task.
  static func without(_ id: String) -> Chart {
    var chart = Seeds.situation.chart
    chart.tasks.removeAll { $0.id == id }
    return chart
  }

  @Test("A task that leaves the plan is not exchanged for another one")
  func taskGone() {
    for keys in ["", "<Enter>", "r"] {
      var session = Session()
      session.press(".." + keys)
      #expect(session.selected == "BS-05/2")
      session.send(
        .loaded(Self.without("BS-05"), Seeds.situation.ledger, ownWriters: [Session.writer]))
      #expect(session.state.onTop == .chart)
      #expect(session.state.mode == .commands)
      #expect(session.said.contains("BS-05 is no longer in the plan."))
      session.press("<Space><Space>")
      #expect(session.ledger.isEmpty)
      #expect(session.said.contains("BS-05 is no longer in the plan."))
      // It comes back, and the cursor with it.
      session.send(
        .loaded(
          Seeds.situation.chart, Seeds.situation.ledger, ownWriters: [Session.writer]))
      #expect(session.selected.hasPrefix("BS-05/"))
      session.press("h<Esc>")
    }
    var session = Session()
    session.press("..")
    session.send(
      .loaded(Self.without("BS-05"), Seeds.situation.ledger, ownWriters: [Session.writer]))
    session.press("k<Space>")
    #expect(session.ledger.map(\.task) != ["BS-05"])
    #expect(session.ledger.count == 1)
  }

  @Test("A task that the filter no longer holds for stays while it is selected")
  func filteredAway() {
    var session = Session()
    session.press("f<Enter>.<Enter>")
    let selected = session.selected
    session.press("<Space>")
    #expect(session.ledger.count == 1)
    var ledger = Seeds.situation.ledger
    session.ledger.forEach { ledger.add($0) }
    session.send(.loaded(Seeds.situation.chart, ledger, ownWriters: [Session.writer]))
    #expect(session.selected == selected)
    #expect(session.state.onTop.place == .task)
  }

  @Test("One battle alone and folds stay with their battle when another one comes before it")
  func newBattle() {
    var chart = Seeds.situation.chart
    chart.battles.insert(Chart.Battle(id: "NEW", name: Text("New")), at: 0)
    var session = Session()
    session.press("2")
    let selected = session.selected
    session.send(.loaded(chart, Seeds.situation.ledger, ownWriters: []))
    #expect(session.frame.text(ofRow: 0).contains("Clear water"))
    #expect(session.selected == selected)
    session.press("0gz")
    #expect(session.state.selectedGroup == .battle("BS"))
  }

  @Test("A broken plan and damaged entries stay told in the head, also on the projector")
  func lastingTrouble() {
    var session = Session()
    let finding = Finding(file: "c/ledger/a.jsonl", line: 3, column: 0, fault: .damagedLine)
    session.send(.damaged([finding, finding]))
    #expect(session.said.hasPrefix(" a.jsonl:3: this entry is damaged"))
    session.press("j")
    #expect(session.frame.text(ofRow: 0).contains("2 entries damaged or missing"))
    session.press("p")
    #expect(session.frame.text(ofRow: 0).contains("2 entries damaged or missing"))
    session.press("<Esc>")
    session.send(.damaged([]))
    #expect(!session.frame.text(ofRow: 0).contains("damaged"))
    session.press("e")
    session.send(.loadFailed(.invalid([finding])))
    session.type("photo")
    #expect(session.said.contains("photo"))
    #expect(session.frame.text(ofRow: 0).contains("plan on disk cannot be read"))
    session.send(.loaded(Seeds.situation.chart, Seeds.situation.ledger, ownWriters: []))
    #expect(!session.frame.text(ofRow: 0).contains("cannot be read"))
  }

  @Test("Beside a warning that entries are missing nothing says saved")
  func notSavedBesideMissing() {
    var session = Session()
    session.press(".<Space>")
    #expect(session.said.hasSuffix("✓ saved"))
    session.send(
      .damaged([
        Finding(file: "c/ledger/a.jsonl", line: 0, column: 0, fault: .ownEntriesMissing)
      ]))
    #expect(!session.said.contains("saved  "))
    #expect(!session.said.hasSuffix("✓ saved"))
  }

  @Test("A report being typed for a task that is gone says so")
  func reportOfNothing() {
    var session = Session()
    session.press(".")
    session.state.change {
      $0 = Situation(chart: Self.without("BS-04"), ledger: Ledger(), on: Seeds.situation.day)
    }
    session.state.mode = .prompt(
      Prompt(.report(task: "BS-04", draft: Fact.Report(), part: .progress), question: "?"))
    session.press("half<Enter>")
    #expect(session.said.contains("BS-04"))
    #expect(session.ledger.isEmpty)
  }
}
