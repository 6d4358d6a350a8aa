import Testing

@testable import WallChartStore

@Suite struct TaskPlacesTests {
  private static func chart(_ ids: [String], isPlaced: Bool = true) -> Chart {
    var chart = Sample.chart
    chart.tasks = ids.map { id in
      var task = Sample.plainTask
      task.id = id
      return task
    }
    if isPlaced { chart.placeTasks() }
    return chart
  }

  @Test("A task is found where it stands, whatever was asked before the plan was changed")
  func changes() {
    var chart = Self.chart(["A", "B", "C"])
    #expect(chart.task("B")?.id == "B")
    #expect(chart.index(of: "C") == 2)
    let before = chart
    chart.tasks.removeFirst()
    chart.tasks.append(before.tasks[0])
    chart.tasks[0].id = "D"
    #expect(["A", "B", "C", "D"].map { chart.index(of: $0) } == [2, nil, 1, 0])
    #expect(["A", "B", "C", "D"].map { before.index(of: $0) } == [0, 1, 2, nil])
    #expect(chart.task("D") == chart.tasks[0])
    #expect(chart.task("B") == nil)
    chart.tasks.insert(before.tasks[1], at: 0)
    chart.placeTasks()
    #expect(["A", "B", "C", "D"].map { chart.index(of: $0) } == [3, 0, 2, 1])
    #expect(before.index(of: "A") == 0)
  }

  @Test("A plan is the same whether places are known or not")
  func equality() {
    let (known, fresh) = (Self.chart(["A", "B"]), Self.chart(["A", "B"], isPlaced: false))
    #expect(known.index(of: "B") == 1 && fresh.index(of: "B") == 1)
    #expect(known == fresh)
    #expect(known != Self.chart(["B", "A"]))
  }
}
