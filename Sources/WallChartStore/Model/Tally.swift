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

  /// What a task on the chart comes to without its nodes: it is counted in several tallies.
  struct Part {
    private let standing: Int
    private let silent, falselyDone, daysLate: Int

    init(_ task: Grounds, by terms: Terms) {
      standing = task.standing(by: terms).place
      silent = task.isSilent(by: terms) ? 1 : 0
      falselyDone = task.isFalse ? 1 : 0
      daysLate = task.daysLate(on: terms.day)
    }

    fileprivate func count(in tally: inout Tally, sign: Int) {
      tally.tasks += sign
      tally.standings[standing] += sign
      tally.silent += sign * silent
      tally.falselyDone += sign * falselyDone
      tally.daysLate += sign * daysLate
    }
  }

  /// Counts a task without its nodes, or takes it out again with `sign` −1.
  mutating func count(_ part: Part, sign: Int = 1) { part.count(in: &self, sign: sign) }

  /// Counts nodes of a task on the chart on a day, or takes them out again with `sign` −1.
  mutating func count(_ all: [TaskRecord.Node], on day: Day, sign: Int = 1) {
    for node in all {
      let isMet = node.met != nil
      count(
        nodes: sign, met: isMet ? sign : 0, metLate: node.isMetLate ? sign : 0,
        due: node.dueInForce, on: day)
    }
  }

  /// Counts so many nodes of one due day on a day.
  @inlinable
  package mutating func count(nodes count: Int, met: Int, metLate: Int, due: Day, on day: Day) {
    nodes += count
    nodesMet += met
    nodesMetLate += metLate
    if due <= day {
      nodesDue += count
      nodesDueMet += met
    }
    if due < day { nodesOverdue += count - met }
  }

  /// The same nodes without any task.
  var nodesAlone: Tally {
    var alone = Tally()
    (alone.nodes, alone.nodesDue, alone.nodesDueMet) = (nodes, nodesDue, nodesDueMet)
    (alone.nodesMet, alone.nodesMetLate, alone.nodesOverdue) = (
      nodesMet, nodesMetLate, nodesOverdue
    )
    return alone
  }
}
