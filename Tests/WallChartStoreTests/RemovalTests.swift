import Testing

@testable import WallChartStore

@Suite("What a change took out of the plan")
struct RemovalTests {
  private func plan(_ tasks: Chart.Task...) -> Chart {
    var chart = Sample.chart
    chart.tasks = tasks
    return chart
  }

  private func task(
    _ id: String, limit: String? = "2020-10-31", _ nodes: (id: String, due: String)...
  ) -> Chart.Task {
    var task = Chart.Task(id: id, battle: "BS", title: Text(id), unit: "jinpu")
    task.limit = limit.map { day($0) }
    task.nodes = nodes.map { Chart.Node(id: $0.id, due: day($0.due), title: Text($0.id)) }
    return task
  }

  private func removals(_ before: Chart, _ after: Chart, _ ledger: Ledger = Ledger()) -> [Removal] {
    Removal.between(before, after, ledger, on: day("2020-07-31"))
  }

  @Test("Nodes that are gone, limits that a node took the day of, tasks that are gone altogether")
  func losses() {
    let before = plan(
      task("A", ("1", "2020-06-30"), ("2", "2020-08-31")), task("B", ("1", "2020-06-30")),
      task("C"), task("D", ("1", "2020-10-31")), task("E", limit: nil),
      task("F", ("9", "2020-08-01"))
    )
    let after = plan(
      task("A", ("1", "2020-07-30")), task("B", ("1", "2020-06-30"), ("2", "2020-10-31")),
      task("C", ("1", "2020-10-31")), task("F", ("9", "2020-08-02")))
    #expect(
      removals(before, after) == [
        Removal(tasks: ["A"], nodes: ["2"]), Removal(tasks: ["B", "C"], nodes: [], hasLimit: true),
        Removal(tasks: ["D"], nodes: ["1"]),
      ])
    #expect(removals(after, after) == [])
    var standing = task("C")
    standing.term = .standing
    #expect(
      removals(plan(task("C")), plan(standing)) == [
        Removal(tasks: ["C"], nodes: [], hasLimit: true)
      ])
  }

  @Test("Days are those in force")
  func inForce() {
    var ledger = Ledger()
    var moved = entry(1, limit("2020-10-31", "2020-11-30"), on: "2020-07-01")
    moved.task = "A"
    ledger.add(moved)
    let (before, after) = (plan(task("A")), plan(task("A", ("1", "2020-10-31"))))
    // The limit has a day of its own still.
    #expect(removals(before, after, ledger) == [])
    #expect(removals(before, after).map(\.hasLimit) == [true])
  }

  @Test("However many tasks there are, the entry fits into its line")
  func many() throws {
    let ids = (0..<9000).map { "TASK-\($0)" }
    var chart = Sample.chart
    chart.tasks = ids.map { task($0, ("1", "2020-06-30"), ("2", "2020-08-31")) }
    let removals = removals(chart, plan())
    #expect(removals.count == 1)
    #expect(removals[0].tasks == Array(ids.prefix(removals[0].tasks.count)))
    #expect(removals[0].tasks.count > 3000)
    var entry = entry(1, .undo(of: id(2), reason: nil), on: "2020-07-31")
    (entry.task, entry.removed) = (nil, removals)
    #expect(entry.obstacle == nil)
    // Every task lost something else.
    for (place, id) in ids.enumerated() { chart.tasks[place].nodes[1].id = id }
    entry.removed = self.removals(chart, plan())
    #expect(entry.removed.count > 500 && entry.obstacle == nil)
  }
}
