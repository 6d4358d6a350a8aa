import WallChartStore

/// The plans of the trials, on the last day of July 2020.
enum Campaign {
  static let today = Day(iso: "2020-07-31") ?? Day(number: 0)

  /// Tasks with their nodes two days apart; every third task counts something.
  static func plan(tasks: Int, nodes: Int) -> Chart {
    var chart = Chart(title: Text("Trial"))
    chart.asOf = today
    chart.battles = [Chart.Battle(id: "BS", name: Text("Blue sky"))]
    chart.units = [
      Chart.Unit(id: "jinpu", name: Text("Jinpu"), kind: .district),
      Chart.Unit(id: "epb", name: Text("Bureau"), kind: .bureau),
    ]
    chart.tasks = (0..<tasks).map { task($0, nodes: nodes) }
    return chart
  }

  private static func task(_ number: Int, nodes: Int) -> Chart.Task {
    var task = Chart.Task(id: "T\(number)", battle: "BS", title: Text("\(number)"), unit: "jinpu")
    let counts = nodes <= 4 && number % 3 == 0
    task.nodes = (0..<nodes).map { place in
      Chart.Node(
        id: "\(place)", due: today + (2 * place - 50), title: Text("Step \(place)"),
        quota: counts && place > 0 ? 4 * place : nil)
    }
    if counts { task.quantity = Chart.Task.Quantity(total: 4 * nodes, of: Text("boilers")) }
    task.limit = today + 60
    task.added = today + -60
    return task
  }
}
