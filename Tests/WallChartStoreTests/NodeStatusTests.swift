import Testing

@testable import WallChartStore

struct NodeStatusTests {
  @Test(
    "A node due on 10 July stands",
    arguments: [
      ("2020-07-02", nil, .open, 0), ("2020-07-03", nil, .dueSoon, 0),
      ("2020-07-10", nil, .dueSoon, 0), ("2020-07-11", nil, .overdue, 1),
      ("2020-07-31", nil, .overdue, 21), ("2020-07-31", "2020-07-10", .met, 0),
      ("2020-07-31", "2020-06-01", .met, 0), ("2020-07-31", "2020-07-11", .metLate, 1),
      ("2020-07-31", "2020-07-31", .metLate, 21),
    ] as [(String, String?, NodeStatus.State, Int)])
  func states(on: String, met: String?, state: NodeStatus.State, late: Int) {
    let status = NodeStatus(
      due: day("2020-07-10"), metOn: met.map(day), isDisputed: false, on: day(on), dueSoonDays: 7)
    #expect(status.state == state)
    #expect(status.daysLate == late)
  }

  @Test("The worst state stands for a cell of several nodes")
  func urgency() {
    #expect([.met, .metLate, .open, .dueSoon, .overdue].min() == NodeStatus.State.overdue)
    #expect(
      [NodeStatus.State.met, .overdue, .open, .metLate, .dueSoon].sorted()
        == [.overdue, .dueSoon, .open, .metLate, .met])
  }
}
