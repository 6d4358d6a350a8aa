import Glibc
import Testing

@testable import WallChartStore

/// Ledgers of two offices, of which the plan shows one only: nothing of it goes unsaid.
final class PlanMergeTests: ChartFolderSession {
  private func write(
    _ edit: PlanEdit, number: UInt64, in folder: inout ChartFolder, by name: String = "k.wang"
  ) throws {
    let situation = Situation(chart: folder.chart, ledger: folder.ledger, on: today)
    let stamp = Stamp(id: id(number), at: moment("2020-07-31T09:00:1\(number).000+08:00"))
    let entry = try situation.edit(edit, by: Author(name: name, unit: "epb"), stamp).entry
    _ = try folder.edit(edit, as: entry, today: today)
  }

  private func title(_ text: String, in folder: ChartFolder) throws -> PlanEdit {
    try PlanEdit(.title, of: "T1", to: .text(Text(text)), in: folder.chart)
  }

  private func adding(_ title: String, as id: String) -> PlanEdit {
    var task = Chart.Task(id: id, battle: "BS", title: Text(title), unit: "jinpu")
    task.limit = day("2020-10-31")
    task.added = today
    return PlanEdit(adding: task)
  }

  private func setPlan(_ text: String) throws { try put(text.utf8, at: path + "/chart.json") }

  @Test("A change that the plan lost is named, until it is made again")
  func lostChange() throws {
    var folder = try open()
    let before = try text("chart.json")
    try write(title("9 boilers", in: folder), number: 1, in: &folder)
    #expect(faults(try open()) == [])
    try setPlan(before)
    #expect(faults(try open()) == ["1: editNotInPlan(field: \"title\")"])
    try folder.refresh()
    try write(title("9 boilers", in: folder), number: 2, in: &folder)
    #expect(faults(try open()) == [])
  }

  @Test("Of two changes of one field the plan may show the later one, or what a hand made of it")
  func disagreement() throws {
    var here = try open()
    let before = try text("chart.json")
    try write(title("9 boilers", in: here), number: 1, in: &here)
    let (file, mine) = (ledgerPath(here), try bytes(here))
    let myPlan = try text("chart.json")
    // The other office knows nothing of it.
    unlink(file)
    try setPlan(before)
    var there = try open(state: root + "/other")
    try write(title("10 boilers", in: there), number: 2, in: &there, by: "Zhao")
    try put(mine, at: file)
    #expect(faults(try open()) == [])
    try setPlan(myPlan)
    #expect(faults(try open()) == ["1: editNotInPlan(field: \"title\")"])
    try setPlan(before.replacing("8 boilers", with: "Boilers"))
    #expect(faults(try open()) == [])
  }

  @Test("What was taken back is not missed, and what a list brought later is the list's")
  func takenBack() throws {
    var folder = try open()
    // The first change gives the plan its id, which stays.
    let format = "\"wallchart/1\",\n"
    let before = try text("chart.json")
      .replacing(format, with: format + "\"id\": \"\(folder.chart.key)\",\n")
    try write(title("9 boilers", in: folder), number: 1, in: &folder)
    let situation = Situation(chart: folder.chart, ledger: folder.ledger, on: today)
    let undo = try situation.undoLastStep(
      by: folder.ownWriters, as: Sample.clerk, Sample.stamp(2, at: "2020-07-31T09:10:00+08:00"))[0]
    let edit = try #require(folder.ledger.planEdit(of: undo))
    _ = try folder.edit(edit, as: undo, today: today)
    #expect(try text("chart.json") == before)
    #expect(faults(try open()) == [])
    try setPlan(before.replacing("8 boilers", with: "9 boilers"))
    #expect(faults(try open()) == ["2: editNotInPlan(field: \"title\")"])
    let list = Fact.Import(file: "a.csv", sha256: "", added: 0, changed: 1, withdrawn: 0)
    var entry = draft(3, .import(list), task: nil)
    entry.at = moment("2020-07-31T10:00:00.000+08:00")
    _ = try folder.append(entry, today: today)
    #expect(faults(try open()) == [])
  }

  @Test("Two offices add different tasks under one id: the one that the plan lacks is named")
  func sameID() throws {
    var here = try open()
    let before = try text("chart.json")
    try write(adding("Leaking tank", as: "T3"), number: 1, in: &here)
    let (file, mine) = (ledgerPath(here), try bytes(here))
    unlink(file)
    try setPlan(before)
    var there = try open(state: root + "/other")
    try write(adding("Smoke", as: "T3"), number: 2, in: &there, by: "Zhao")
    try put(mine, at: file)
    #expect(faults(try open()) == ["1: taskOfTakenIdentifier(\"T3\")"])
    // The task that is there may be called otherwise; the lost one is added again.
    try there.refresh()
    try write(
      PlanEdit(.title, of: "T3", to: .text(Text("Black smoke")), in: there.chart), number: 3,
      in: &there, by: "Zhao")
    #expect(faults(try open()) == ["1: taskOfTakenIdentifier(\"T3\")"])
    try write(adding("Leaking tank", as: "T4"), number: 4, in: &there, by: "Zhao")
    #expect(faults(try open()) == [])
  }

  @Test("A new task does not take an id whose entries would count for it")
  func usedID() throws {
    var folder = try open()
    let before = try text("chart.json")
    try write(adding("Leaking tank", as: "T3"), number: 1, in: &folder)
    try setPlan(before)
    try folder.refresh()
    #expect(throws: Refusal.identifierTaken("T3")) {
      try write(adding("Smoke", as: "T3"), number: 2, in: &folder)
    }
    #expect(try text("chart.json") == before)
  }
}
