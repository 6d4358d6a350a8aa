import Glibc
import Testing

@testable import WallChartStore

/// Changes of the plan in place, on real folders.
final class PlanEditTests: ChartFolderSession {
  /// Drafts a change as a clerk who sees `folder` and writes it.
  @discardableResult
  private func write(
    _ edit: PlanEdit, number: UInt64, in folder: inout ChartFolder, by name: String = "k.wang"
  ) throws -> Entry {
    let situation = Situation(chart: folder.chart, ledger: folder.ledger, on: today)
    let author = Author(name: name, unit: "epb")
    // Each is a keystroke of its own.
    let stamp = Stamp(id: id(number), at: moment("2020-07-31T09:00:1\(number).000+08:00"))
    return try folder.edit(
      edit, as: try situation.edit(edit, by: author, stamp).entry, today: today)
  }

  private func title(_ text: String, in folder: ChartFolder) throws -> PlanEdit {
    try PlanEdit(.title, of: "T1", to: .text(Text(text)), in: folder.chart)
  }

  private var newTask: Chart.Task {
    var task = Chart.Task(id: "T3", battle: "BS", title: Text("Leaking tank"), unit: "jinpu")
    task.limit = day("2020-10-31")
    task.added = today
    return task
  }

  @Test("A new title stands in the plan, the old one in the ledger and in the backup")
  func title() throws {
    var folder = try open()
    let entry = try write(title("9 boilers", in: folder), number: 1, in: &folder)
    #expect(folder.chart.tasks[0].title == Text("9 boilers"))
    #expect(entry.writer == folder.ownWriters.last)
    let again = try open()
    #expect(again.chart == folder.chart)
    #expect(
      again.ledger.entries(of: "T1").map(\.fact)
        == [.edit(set: #"{"title":["8 boilers","9 boilers"]}"#)])
    #expect(try text(".backup/1.json").contains("8 boilers"))
    #expect(again.findings(today: today).isEmpty)
  }

  @Test("Every field is changed alone, emptied where it may be, and unknown members stay")
  func fields() throws {
    var plan = Sample.chart
    plan.tasks[0].unknown = [UnknownMember(name: "colour", value: "\"red\"")]
    plan.tasks[0].nodes[0].unknown = [UnknownMember(name: "x", value: "[1, 2]")]
    let values: [(PlanEdit.Field, PlanEdit.Value?)] = [
      (.short, .text(Text("8 b."))), (.unit, .word("epb")), (.lead, .word("epb")),
      (.helpers, .words(["epb"])), (.officer, .word("Zhao")), (.problem, .text(Text("Smoke"))),
      (.risk, .word("high")), (.node("1"), .text(Text("Notice out"))),
      (.unitName("jinpu"), .text(Text("Jinpu New Area"))), (.unitKind("jinpu"), .word("joint")),
      (.officer, nil), (.withdrawn, .day(today)), (.withdrawn, nil),
    ]
    for (field, value) in values {
      plan = try PlanEdit(field, of: "T1", to: value, in: plan).applied(to: plan)
      #expect(try plan.json(of: field, of: "T1") == value?.json, "\(field)")
    }
    var expected = Sample.task
    expected.unknown = [UnknownMember(name: "colour", value: "\"red\"")]
    expected.nodes[0].unknown = [UnknownMember(name: "x", value: "[1, 2]")]
    expected.nodes[0].title = Text("Notice out")
    expected.short = Text("8 b.")
    (expected.unit, expected.lead, expected.helpers) = ("epb", "epb", ["epb"])
    (expected.problem, expected.risk) = (Text("Smoke"), .high)
    #expect(plan.tasks == [expected, Sample.plainTask])
    #expect(plan.units[0].name == Text("Jinpu New Area"))
  }

  @Test("Two clerks change the same field: the second one is told, and nothing is written")
  func sameField() throws {
    var here = try open()
    var there = try open(state: root + "/other")
    try write(title("theirs", in: there), number: 1, in: &there, by: "Zhao")
    let edit = try title("mine", in: here)
    let (plan, size) = (try text("chart.json"), here.ledger.count)
    #expect(
      throws: StoreError.refused(
        .changedMeanwhile(task: "T1", field: "title", now: "\"theirs\"", by: "Zhao"))
    ) {
      try write(edit, number: 2, in: &here)
    }
    #expect(try text("chart.json") == plan)
    #expect(try open().ledger.count == size + 1)
    // Now that it is seen, it may be changed.
    try write(title("mine", in: here), number: 3, in: &here)
    #expect(try open().chart.tasks[0].title == Text("mine"))
  }

  @Test("Two clerks change different fields, or one marks meanwhile: both stand")
  func differentFields() throws {
    var here = try open()
    var there = try open(state: root + "/other")
    let edit = try PlanEdit(.officer, of: "T1", to: .word("Zhao"), in: here.chart)
    try write(title("theirs", in: there), number: 1, in: &there)
    _ = try there.append(mark(2), today: today)
    try write(edit, number: 3, in: &here)
    let both = try open()
    #expect(both.chart.tasks[0].title == Text("theirs"))
    #expect(both.chart.tasks[0].officer == "Zhao")
    #expect(both.ledger.count == 3)
  }

  @Test("Values that only look alike are different ones")
  func bytes() throws {
    var folder = try open()
    try write(title("caf\u{e9}", in: folder), number: 1, in: &folder)
    var edit = try title("x", in: folder)
    edit.changes[0].old = "\"cafe\u{301}\""
    #expect(throws: Refusal.self) { try edit.applied(to: folder.chart) }
  }

  @Test("What would break the plan is refused before anything is written")
  func refused() throws {
    var folder = try open()
    let before = try text("chart.json")
    func change(_ field: String, _ old: String?, _ new: String?) -> PlanEdit {
      PlanEdit(task: "T1", changes: [.init(field: field, old: old, new: new)])
    }
    let refusals: [(PlanEdit, Refusal)] = [
      (change("unit", "\"jinpu\"", "\"nobody\""), .breaksPlan(.noSuchUnit("nobody"))),
      (
        change("risk", "\"medium\"", "\"huge\""),
        .breaksPlan(.unknownWord("huge", allowed: ["high", "medium", "low"]))
      ),
      (change("title", "\"8 boilers\"", "\" \""), .needsTitle),
      (change("title", "\"8 boilers\"", nil), .breaksPlan(.missingMember("title"))),
      (change("limit", "\"2020-08-31\"", "\"2020-09-30\""), .notEditable(field: "limit")),
      (
        change("nodes.1.due", "\"2020-06-10\"", "\"2020-06-11\""),
        .notEditable(field: "nodes.1.due")
      ),
      (change("nodes.9.title", nil, "\"x\""), .noSuchNode(task: "T1", node: "9")),
      (change("units.x.name", nil, "\"x\""), .noSuchUnit("x")),
      (PlanEdit(adding: Sample.task), .identifierTaken("T1")),
      (PlanEdit(task: "T9", changes: change("title", nil, "\"x\"").changes), .noSuchTask("T9")),
    ]
    for (edit, refusal) in refusals {
      #expect(throws: StoreError.refused(refusal)) {
        try folder.edit(
          edit, as: draft(1, .edit(set: edit.set), task: edit.task), today: today)
      }
    }
    #expect(try text("chart.json") == before)
    #expect(folder.ledger.count == 0)
    #expect(PosixFile.names(in: path + "/.backup").isEmpty)
  }

  @Test("A new task comes behind those of its battle, with the unit it brings")
  func add() throws {
    var folder = try open()
    let unit = Chart.Unit(id: "port.x", name: Text("Port"), kind: .bureau)
    var task = newTask
    task.unit = "port.x"
    try write(PlanEdit(adding: task, units: [unit]), number: 1, in: &folder)
    #expect(folder.chart.tasks.map(\.id) == ["T1", "T2", "T3"])
    #expect(folder.chart.unit("port.x") == unit)
    #expect(folder.chart.task("T3") == task)
    // Ids of units may hold dots.
    try write(
      PlanEdit(.unitShort("port.x"), of: nil, to: .text(Text("P")), in: folder.chart), number: 2,
      in: &folder)
    #expect(try open().chart.unit("port.x")?.short == Text("P"))
    #expect(try open().ledger.general.count == 1)
  }

  @Test("Undo changes the plan back, redo changes it again; a new task is only withdrawn")
  func steps() throws {
    var folder = try open()
    try write(title("9 boilers", in: folder), number: 1, in: &folder)
    _ = try folder.append(draft(2, .met(node: "1"), task: "T1"), today: today)
    try write(PlanEdit(adding: newTask), number: 3, in: &folder)
    try write(
      PlanEdit(.withdrawn, of: "T2", to: .day(today), in: folder.chart, reason: "twice"),
      number: 4, in: &folder)
    func state(_ folder: ChartFolder) -> String {
      let chart = folder.chart
      let withdrawn = chart.tasks.map { $0.withdrawn == nil ? "+" : "-" }.joined()
      let status = ChartStatus(of: chart, ledger: folder.ledger, on: today)
      return "\(chart.tasks[0].title["en"]) \(withdrawn) \(status.total.nodesMet)"
    }
    var number: UInt64 = 10
    func step(_ back: Bool) throws -> String {
      var folder = try open()
      number += 1
      let situation = Situation(chart: folder.chart, ledger: folder.ledger, on: today)
      let stamp = Stamp(
        id: id(number), at: moment("2020-07-31T10:00:\(number).000+08:00"))
      let writers = folder.ownWriters
      let entries =
        back
        ? try situation.undoLastStep(by: writers, as: Sample.clerk, stamp)
        : try situation.redoLastStep(by: writers, as: Sample.clerk, stamp)
      let entry = try #require(entries.first)
      #expect(entries.count == 1)
      if let edit = situation.ledger.planEdit(of: entry) {
        _ = try folder.edit(edit, as: entry, today: today)
      } else {
        _ = try folder.append(entry, today: today)
      }
      #expect(folder.findings(today: today).isEmpty)
      return state(try open())
    }
    let states = ["8 boilers ++- 0", "9 boilers ++- 0", "9 boilers ++- 1", "9 boilers +++ 1"]
    #expect(state(folder) == "9 boilers +-+ 1")
    for _ in 0..<2 {
      #expect(try (0..<4).map { _ in try step(true) } == states.reversed())
      #expect(throws: Refusal.nothingToUndo) { try step(true) }
      #expect(
        try (0..<4).map { _ in try step(false) }
          == ["9 boilers ++- 0", "9 boilers ++- 1", "9 boilers +++ 1", "9 boilers +-+ 1"])
      #expect(throws: Refusal.nothingToRedo) { try step(false) }
    }
    // Taken back, it never was: on none of its days.
    _ = try step(true)
    _ = try step(true)
    #expect(try open().chart.task("T3")?.withdrawn == newTask.added)
  }

  @Test("A field that somebody else changed since is theirs: undo goes on to the step before")
  func undoOfOverridden() throws {
    var here = try open()
    _ = try here.append(mark(1), today: today)
    try write(title("mine", in: here), number: 2, in: &here)
    var there = try open(state: root + "/other")
    try write(title("theirs", in: there), number: 3, in: &there)
    try here.refresh()
    let situation = Situation(chart: here.chart, ledger: here.ledger, on: today)
    let undo = try situation.undoLastStep(
      by: here.ownWriters, as: Sample.clerk, Sample.stamp(4, at: "2020-07-31T09:10:00+08:00"))
    #expect(undo.map(\.fact) == [.undo(of: id(1), reason: nil)])
  }

  @Test("A disk that is full, or fails, leaves plan, ledger and memory as they were")
  func fullDisk() throws {
    var folder = try open()
    _ = try folder.append(mark(1), today: today)
    let file = ledgerPath(folder)
    let (plan, ledger) = (try text("chart.json"), try PosixFile.contents(of: file))
    folder.calls.sync = { _ in
      errno = ENOSPC
      return -1
    }
    let edit = try title("new", in: folder)
    #expect(throws: StoreError.self) { try write(edit, number: 2, in: &folder) }
    #expect(try text("chart.json") == plan)
    #expect(try PosixFile.contents(of: file) == ledger)
    #expect(try open().ledger.count == 1)
    #expect(folder.chart.tasks[0].title == Text("8 boilers"))
    folder.calls = SystemCalls()
    try write(edit, number: 3, in: &folder)
    #expect(try open().chart.tasks[0].title == Text("new"))
  }

  @Test("On a plan that cannot be read, or that went away, nothing is built")
  func brokenPlan() throws {
    var folder = try open()
    let edit = try title("new", in: folder)
    try put("<<<<<<< HEAD".utf8, at: path + "/chart.json")
    #expect(throws: StoreError.self) { try write(edit, number: 1, in: &folder) }
    #expect(try text("chart.json") == "<<<<<<< HEAD")
    #expect(folder.ledger.count == 0)
  }

  @Test("Nothing but bringing back is written to a withdrawn task")
  func withdrawn() throws {
    var folder = try open()
    try write(
      PlanEdit(.withdrawn, of: "T1", to: .day(today), in: folder.chart), number: 1, in: &folder)
    let edit = try title("new", in: folder)
    #expect(throws: Refusal.withdrawn(task: "T1")) { try write(edit, number: 2, in: &folder) }
    try write(PlanEdit(.withdrawn, of: "T1", to: nil, in: folder.chart), number: 3, in: &folder)
    var plan = Sample.chart
    plan.settleID()
    #expect(folder.chart == plan)
  }

  @Test("The set of an entry reads back, blanks or not; what is no set is none")
  func readsBack() {
    let edit = PlanEdit(
      task: "T1",
      changes: [
        .init(field: "title", old: #"{"en":"a b \" c","zh":"甲"}"#, new: "\"x\\\\\""),
        .init(field: "short", old: nil, new: "\"y\""),
      ], reason: "why")
    func read(_ set: String) -> PlanEdit? {
      PlanEdit(of: entry(1, .edit(set: set, reason: "why"), on: "2020-07-31"))
    }
    #expect(read(edit.set) == edit)
    #expect(
      read(#"{ "title" : [ {"en": "a b \" c", "zh": "甲"}, "x\\" ], "short": [null, "y"] }"#)
        == edit)
    #expect(read("[]") == nil)
    #expect(read("{}")?.changes == [])
  }
}
