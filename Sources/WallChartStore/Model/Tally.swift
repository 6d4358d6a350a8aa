/// Counts of tasks by standing and of nodes by state. Parts always add up: the six standings to
/// `tasks`; percentages are never averaged.
public struct Tally: Sendable, Equatable {
  /// Tasks that are on the chart.
  public var tasks = 0
  /// By place; a vector, since one tally is made of each task.
  private var standings = SIMD8<Int>()
  /// Tasks that gave no sign of life for longer than their rhythm allows.
  public var silent = 0
  /// All nodes of those tasks.
  public var nodes = 0
  /// Nodes due on or before the day.
  public var nodesDue = 0
  /// Those of them that are met.
  public var nodesDueMet = 0
  /// All met nodes, late ones and those due later too.
  public var nodesMet = 0
  /// Nodes met after their due day.
  public var nodesMetLate = 0
  /// Nodes that are not met, and whose due day is past.
  public var nodesOverdue = 0
  /// Tasks that were reopened because their completion was false, and not crossed off since.
  public var falselyDone = 0
  /// Days late, summed over the tasks.
  public var daysLate = 0

  /// Nothing counted yet.
  public init() {}

  /// How many tasks have a standing.
  public subscript(standing: Standing) -> Int { standings[standing.place] }

  /// What one task comes to.
  init(of task: TaskStatus, on day: Day) {
    count(task, on: day)
  }

  /// Adds another count, or takes it out again with `sign` −1.
  mutating func add(_ part: Tally, sign: Int = 1) {
    tasks += sign * part.tasks
    standings &+= sign &* part.standings
    silent += sign * part.silent
    nodes += sign * part.nodes
    nodesDue += sign * part.nodesDue
    nodesDueMet += sign * part.nodesDueMet
    nodesMet += sign * part.nodesMet
    nodesMetLate += sign * part.nodesMetLate
    nodesOverdue += sign * part.nodesOverdue
    falselyDone += sign * part.falselyDone
    daysLate += sign * part.daysLate
  }

  /// Adds a task, or takes it out again with `sign` −1.
  package mutating func count(_ task: TaskStatus, on day: Day, sign: Int = 1) {
    guard task.isOnChart else { return }
    if task.record.isFalse { falselyDone += sign }
    count(
      task.nodes, standing: task.standing, isSilent: task.isSilent, daysLate: task.daysLate,
      on: day, sign: sign)
  }

  /// The same of a task on the chart by what it consists of, which need not be copied.
  private mutating func count(
    _ all: [NodeStatus], standing: Standing, isSilent: Bool, daysLate: Int, on day: Day, sign: Int
  ) {
    tasks += sign
    standings[standing.place] += sign
    if isSilent { silent += sign }
    self.daysLate += sign * daysLate
    nodes += sign * all.count
    for node in all {
      let isDue = node.due <= day
      if isDue { nodesDue += sign }
      if node.state == .overdue { nodesOverdue += sign }
      guard node.state.isMet else { continue }
      nodesMet += sign
      if isDue { nodesDueMet += sign }
      if node.state == .metLate { nodesMetLate += sign }
    }
  }

  /// What some tasks come to, by their places. By place here too: all may be asked for at a key.
  init(of places: [Int], among tasks: [TaskStatus], on day: Day) {
    for place in places where tasks[place].isOnChart {
      if tasks[place].record.isFalse { falselyDone += 1 }
      count(
        tasks[place].nodes, standing: tasks[place].standing, isSilent: tasks[place].isSilent,
        daysLate: tasks[place].daysLate, on: day, sign: 1)
    }
  }
}

extension ChartStatus {
  /// What some tasks come to, by their places in the plan.
  package func tally(of places: [Int]) -> Tally { Tally(of: places, among: tasks, on: day) }
}
