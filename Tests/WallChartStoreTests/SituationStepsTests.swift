import Testing

@testable import WallChartStore

struct SituationStepsTests {
  /// A clerk at the keys; every step is read from the ledger anew, as after a restart.
  private struct Desk {
    var entries: [Entry] = []
    let writer: String
    private var keys: UInt64 = 0

    init(entries: [Entry] = [], writer: String) {
      self.entries = entries
      self.writer = writer
    }

    var situation: Situation { Sample.situation(entries) }

    mutating func write(_ make: (Situation, Stamp) throws -> Entry) rethrows {
      try writeStep { [try make($0, $1)] }
    }

    /// What one keystroke says; the next one comes in the same moment.
    mutating func writeStep(_ make: (Situation, Stamp) throws -> [Entry]) rethrows {
      keys += 1
      let stamp = Stamp(
        id: EntryID(high: keys, low: .max), at: moment("2020-07-31T09:00:00+08:00"))
      for var entry in try make(situation, stamp) {
        entry.writer = writer
        entry.n = entries.count
        entry.turn = Int64(entries.count)
        entries.append(entry)
      }
    }

    mutating func undo() throws {
      let writer = writer
      try writeStep { try $0.undoLastStep(by: [writer], as: Sample.clerk, $1) }
    }

    mutating func redo() throws {
      let writer = writer
      try writeStep { try $0.redoLastStep(by: [writer], as: Sample.clerk, $1) }
    }

    /// Marks several nodes at one keystroke.
    mutating func mark(together nodes: [(task: String, node: String)]) throws {
      try writeStep { situation, stamp in
        try nodes.enumerated().map { number, node in
          try situation.mark(
            node.task, node: node.node, by: Sample.clerk, stamp.further(number))
        }
      }
    }

    /// What undo, or redo, would take now, by the number of its keystroke.
    func name(_ number: UInt64) -> EntryID { EntryID(high: number, low: .max) }

    mutating func mark(_ task: String, _ node: String) throws {
      try write { try $0.mark(task, node: node, by: Sample.clerk, $1) }
    }

    mutating func report(_ number: Int) throws {
      try write { try $0.report("T1", Fact.Report(count: number), by: Sample.clerk, $1) }
    }

    /// What is met and counted.
    var state: String {
      let tasks = situation.status.tasks
      let met = tasks.map { $0.nodes.map { $0.state.isMet ? "x" : "-" }.joined() }
      return "\(met.joined(separator: " ")) \(tasks[0].record.count ?? 0)"
    }
  }

  @Test("Undo takes back step by step, redo brings back step by step, over restarts")
  func stack() throws {
    var desk = Desk(writer: "own-0000000000")
    var states = [desk.state]
    try desk.mark("T1", "1")
    states.append(desk.state)
    try desk.report(4)
    states.append(desk.state)
    try desk.mark("T2", "1")
    states.append(desk.state)
    #expect(states.last == "xx- x- 4")
    for _ in 0..<2 {
      for step in (0..<3).reversed() {
        try desk.undo()
        #expect(desk.state == states[step])
      }
      #expect(throws: Refusal.nothingToUndo) { try desk.undo() }
      for step in 1...3 {
        try desk.redo()
        #expect(desk.state == states[step])
      }
      #expect(throws: Refusal.nothingToRedo) { try desk.redo() }
    }
  }

  @Test("A new step ends what could be redone")
  func newStep() throws {
    var desk = Desk(writer: "own-0000000000")
    try desk.mark("T1", "1")
    try desk.undo()
    try desk.report(2)
    #expect(throws: Refusal.nothingToRedo) { try desk.redo() }
    try desk.undo()
    #expect(desk.state == "--- -- 0")
    try desk.redo()
    #expect(desk.state == "--- -- 2")
  }

  @Test("A step of the procedure is none that undo takes back, and ends nothing that can be redone")
  func stepOfProcedure() throws {
    var desk = Desk(writer: "own-0000000000")
    try desk.mark("T1", "1")
    try desk.mark("T2", "1")
    try desk.undo()
    try desk.write { try $0.step("T1", .supervise, by: Sample.clerk, $1) }
    #expect(throws: Refusal.stepOfProcedure(task: "T1")) { try desk.undo() }
    try desk.redo()
    #expect(desk.state == "x-- x- 0")
    try desk.undo()
    try desk.undo()
    #expect(desk.state == "--- -- 0")
    #expect(throws: Refusal.nothingToUndo) { try desk.undo() }
  }

  @Test("Another writer's steps are never taken back")
  func others() throws {
    var desk = Desk(
      entries: [entry(1, .met(node: "1"), on: "2020-07-01")], writer: "own-0000000000")
    #expect(throws: Refusal.nothingToUndo) { try desk.undo() }
    try desk.mark("T2", "1")
    var later = entry(50, .met(node: "2"), on: "2020-07-31", task: "T2")
    later.turn = 100
    desk.entries.append(later)
    try desk.undo()
    #expect(desk.state == "x-- -x 0")
    #expect(throws: Refusal.nothingToUndo) { try desk.undo() }
  }

  @Test("Taking back another writer's mark is an own step, and can be taken back")
  func undoOfForeign() throws {
    var desk = Desk(
      entries: [entry(1, .met(node: "1"), on: "2020-07-01")], writer: "own-0000000000")
    try desk.mark("T2", "1")
    try desk.write { try $0.unmark("T1", node: "1", reason: "false", by: Sample.clerk, $1) }
    #expect(desk.state == "--- x- 0")
    try desk.undo()
    #expect(desk.state == "x-- x- 0")
    try desk.redo()
    #expect(desk.state == "--- x- 0")
    try desk.undo()
    try desk.undo()
    #expect(desk.state == "x-- -- 0")
  }

  /// Another office's entry, as a merge brings it.
  private func foreign(_ number: UInt64, _ fact: Fact, was: [UInt64] = []) -> Entry {
    var entry = entry(number, fact, on: "2020-07-31", was: was)
    entry.turn = 100
    return entry
  }

  @Test("A mark that another office has taken back is no step any more: undo goes on before it")
  func takenBackByOthers() throws {
    var desk = Desk(writer: "own-0000000000")
    try desk.mark("T2", "1")
    try desk.mark("T1", "1")
    desk.entries.append(foreign(50, .undo(of: desk.name(2), reason: "not yet"), was: [2]))
    #expect(desk.state == "--- x- 0")
    try desk.undo()
    #expect(desk.state == "--- -- 0")
    #expect(throws: Refusal.nothingToUndo) { try desk.undo() }
    try desk.redo()
    #expect(desk.state == "--- x- 0")
  }

  @Test("An undo that another office has brought back is nothing to redo")
  func broughtBackByOthers() throws {
    var desk = Desk(writer: "own-0000000000")
    try desk.mark("T1", "1")
    try desk.mark("T2", "1")
    try desk.undo()
    try desk.undo()
    desk.entries.append(foreign(50, .undo(of: desk.name(4), reason: nil), was: [4]))
    #expect(desk.state == "x-- -- 0")
    try desk.redo()
    #expect(desk.state == "x-- x- 0")
    #expect(throws: Refusal.nothingToRedo) { try desk.redo() }
  }

  @Test("A step whose task has left the plan, or is withdrawn, does not bar the steps before it")
  func taskGone() throws {
    var desk = Desk(writer: "own-0000000000")
    try desk.mark("T2", "1")
    try desk.mark("T1", "1")
    var ledger = Ledger()
    desk.entries.forEach { ledger.add($0) }
    var chart = Sample.chart
    chart.tasks[0].withdrawn = day("2020-07-20")
    for plan in [
      chart,
      {
        chart.tasks.removeFirst(); return chart
      }(),
    ] {
      let undo = try Situation(chart: plan, ledger: ledger, on: day("2020-07-31"))
        .undoLastStep(by: [desk.writer], as: Sample.clerk, Sample.stamp(9))
      #expect(undo.map(\.fact) == [.undo(of: desk.name(1), reason: nil)])
    }
  }

  @Test("Taking back another office's mark is no step once their ledger is gone")
  func targetGone() throws {
    var desk = Desk(
      entries: [entry(1, .met(node: "1"), on: "2020-07-01")], writer: "own-0000000000")
    try desk.mark("T2", "1")
    try desk.write { try $0.unmark("T1", node: "1", reason: "false", by: Sample.clerk, $1) }
    desk.entries.removeFirst()
    let undo = try desk.situation.undoLastStep(
      by: [desk.writer], as: Sample.clerk, Sample.stamp(9))
    #expect(undo.map(\.fact) == [.undo(of: desk.name(1), reason: nil)])
  }

  @Test("A step of a task that has been handed in says why it stays")
  func handedIn() throws {
    var desk = Desk(writer: "own-0000000000")
    try desk.mark("T2", "1")
    try desk.mark("T1", "1")
    desk.entries.append(foreign(50, .submit))
    #expect(throws: Refusal.closed(task: "T1", stage: .submitted)) { try desk.undo() }
  }

  @Test("What an import wrote is no step of a person")
  func imported() throws {
    var desk = Desk(writer: "own-0000000000")
    try desk.mark("T2", "1")
    for fact in [
      Fact.import(Fact.Import(file: "list", sha256: "", added: 1, changed: 0, withdrawn: 0)),
      .met(node: "1"), count(4),
    ] {
      var entry = foreign(UInt64(desk.entries.count + 1), fact)
      if case .import = fact { entry.task = nil }
      entry.writer = desk.writer
      entry.n = desk.entries.count
      entry.at = moment("2020-07-31T08:00:00+08:00")
      desk.entries.append(entry)
    }
    #expect(desk.state == "xx- x- 4")
    // Nor is what takes the import back.
    for (task, of) in [(nil, 2), ("T1", 3)] as [(String?, UInt64)] {
      var entry = foreign(UInt64(desk.entries.count + 1), .undo(of: id(of), reason: nil))
      (entry.task, entry.writer, entry.n) = (task, desk.writer, desk.entries.count)
      entry.at = moment("2020-07-31T08:30:00+08:00")
      desk.entries.append(entry)
    }
    #expect(desk.state == "-x- x- 4")
    #expect(throws: Refusal.nothingToRedo) { try desk.redo() }
    try desk.undo()
    #expect(desk.state == "-x- -- 4")
    #expect(throws: Refusal.nothingToUndo) { try desk.undo() }
  }

  @Test("A step not on disk yet is the first to be taken back")
  func onItsWay() throws {
    var desk = Desk(writer: "own-0000000000")
    try desk.mark("T1", "1")
    var draft = try desk.situation.mark("T2", node: "1", by: Sample.clerk, Sample.stamp(40))
    draft.n = 0
    var situation = desk.situation
    situation.add(draft)
    let undo = try situation.undoLastStep(by: [desk.writer], as: Sample.clerk, Sample.stamp(41))
    #expect(undo.map(\.fact) == [.undo(of: id(40), reason: nil)])
  }

  @Test("Own writers of earlier times count, in their order")
  func severalWriters() throws {
    var first = entry(1, .met(node: "1"), on: "2020-07-01")
    first.writer = "old-0000000000"
    first.n = 7
    var second = entry(2, .met(node: "1"), on: "2020-07-01", task: "T2")
    second.writer = "new-0000000000"
    second.n = 0
    let undo = try Sample.situation([first, second]).undoLastStep(
      by: ["old-0000000000", "new-0000000000"], as: Sample.clerk, Sample.stamp(9))
    #expect(undo.map(\.fact) == [.undo(of: id(2), reason: nil)])
  }

  // MARK: Steps of several entries

  @Test("What one keystroke wrote goes and comes back whole, over restarts")
  func together() throws {
    var desk = Desk(writer: "own-0000000000")
    try desk.mark("T1", "1")
    // The ids of the step count over the end of their low half.
    try desk.mark(together: [("T2", "1"), ("T2", "2")])
    #expect(desk.state == "x-- xx 0")
    for _ in 0..<2 {
      try desk.undo()
      #expect(desk.state == "x-- -- 0")
      try desk.undo()
      #expect(desk.state == "--- -- 0")
      try desk.redo()
      #expect(desk.state == "x-- -- 0")
      try desk.redo()
      #expect(desk.state == "x-- xx 0")
      #expect(throws: Refusal.nothingToRedo) { try desk.redo() }
    }
  }

  @Test("Keystrokes of the same moment are steps of their own")
  func sameMoment() throws {
    var desk = Desk(writer: "own-0000000000")
    try desk.mark("T2", "1")
    try desk.mark("T2", "2")
    try desk.undo()
    #expect(desk.state == "--- x- 0")
  }

  @Test("Taking back one mark before others is a step: undo brings it back, the others stay")
  func oneBeforeOthers() throws {
    var desk = Desk(writer: "own-0000000000")
    try desk.mark("T1", "1")
    try desk.mark("T2", "1")
    try desk.write { try $0.unmark("T1", node: "1", by: Sample.clerk, $1) }
    #expect(desk.state == "--- x- 0")
    #expect(!desk.situation.isRedoable(desk.name(3), by: [desk.writer]))
    for _ in 0..<2 {
      try desk.undo()
      #expect(desk.state == "x-- x- 0")
      try desk.redo()
      #expect(desk.state == "--- x- 0")
    }
    try desk.undo()
    try desk.undo()
    #expect(desk.state == "x-- -- 0")
    try desk.undo()
    #expect(desk.state == "--- -- 0")
    #expect(throws: Refusal.nothingToUndo) { try desk.undo() }
    for state in ["x-- -- 0", "x-- x- 0", "--- x- 0"] {
      try desk.redo()
      #expect(desk.state == state)
    }
  }

  @Test("Taking back one mark of several made together is a step, too")
  func oneOfSeveral() throws {
    var desk = Desk(writer: "own-0000000000")
    try desk.mark(together: [("T1", "1"), ("T2", "1"), ("T2", "2")])
    try desk.write { try $0.unmark("T2", node: "1", by: Sample.clerk, $1) }
    #expect(desk.state == "x-- -x 0")
    try desk.undo()
    #expect(desk.state == "x-- xx 0")
    try desk.undo()
    #expect(desk.state == "--- -- 0")
    try desk.redo()
    try desk.redo()
    #expect(desk.state == "x-- -x 0")
  }

  @Test("Of a step that another office has taken back in part, undo takes the rest")
  func partlyTakenBackByOthers() throws {
    var desk = Desk(writer: "own-0000000000")
    try desk.mark("T1", "1")
    try desk.mark(together: [("T2", "1"), ("T2", "2")])
    var other = foreign(50, .undo(of: desk.name(2), reason: "not yet"))
    other.task = "T2"
    desk.entries.append(other)
    #expect(desk.state == "x-- -x 0")
    try desk.undo()
    #expect(desk.state == "x-- -- 0")
    try desk.undo()
    #expect(desk.state == "--- -- 0")
    try desk.redo()
    try desk.redo()
    #expect(desk.state == "x-- -x 0")
  }

  @Test("Half a step, left by a machine that stopped, is the step that undo takes back")
  func half() throws {
    var desk = Desk(writer: "own-0000000000")
    try desk.mark("T1", "1")
    try desk.mark(together: [("T2", "1"), ("T2", "2")])
    desk.entries.removeLast()
    #expect(desk.state == "x-- x- 0")
    try desk.undo()
    #expect(desk.state == "x-- -- 0")
    try desk.redo()
    #expect(desk.state == "x-- x- 0")
  }

  @Test("Half an undo is brought back by undo, half a redo is gone on with by redo")
  func halfUndo() throws {
    var desk = Desk(writer: "own-0000000000")
    try desk.mark(together: [("T2", "1"), ("T2", "2")])
    try desk.undo()
    desk.entries.removeLast()
    #expect(desk.state == "--- -x 0")
    try desk.undo()
    #expect(desk.state == "--- xx 0")
    try desk.undo()
    #expect(desk.state == "--- -- 0")
    try desk.redo()
    desk.entries.removeLast()
    #expect(desk.state == "--- x- 0")
    try desk.redo()
    #expect(desk.state == "--- xx 0")
  }

  @Test("A step with a task that has been handed in since stays whole, and says why")
  func handedInTogether() throws {
    var desk = Desk(writer: "own-0000000000")
    try desk.mark(together: [("T2", "1"), ("T1", "1")])
    desk.entries.append(foreign(50, .submit))
    #expect(throws: Refusal.closed(task: "T1", stage: .submitted)) { try desk.undo() }
    #expect(desk.state == "x-- x- 0")
  }
}
