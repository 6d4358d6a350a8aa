import Testing
import WallChartStore

@testable import WallChart

/// What is remembered of nodes is what would be worked out anew.
@Suite struct LoadsTests {
  /// The columns, and how many nodes of the tasks shown there are in each: all, met, met late, overdue,
  /// and red.
  private static func counts(of state: State) -> [Int: [Int]] {
    var counts: [Int: [Int]] = [:]
    let graceDays = state.situation.chart.rules.graceDays
    for task in state.isShown.indices where state.isShown[task] {
      let nodes = state.situation.status.tasks[task].nodes
      for (place, node) in nodes.enumerated() {
        let holds = [
          true, node.state.isMet, node.state == .metLate, node.state == .overdue,
          node.state == .overdue && node.daysLate > graceDays,
        ]
        let column = state.column(of: place, in: nodes)
        counts[column] = zip(counts[column] ?? [0, 0, 0, 0, 0], holds).map { $0 + ($1 ? 1 : 0) }
      }
    }
    return counts
  }

  private static func loads(of state: State) -> [Int: [Int]] {
    state.loads.filter { $0.value.nodes > 0 }.mapValues { load in
      [load.nodes, load.met, load.metLate, load.overdue, load.red]
    }
  }

  @Test(
    "Columns come to what their nodes are, after marks, extensions, filters and other days",
    arguments: [
      "..<Space>u<C-r>v+v", "f<Enter>..<Space>v-", "3..<Space>+-vv0v", "]]}[v\\v", "v}}..]{{{",
      "s}}v]3[[v",
      "2[{{{{v}",
      "d1<Enter>mayor<Enter>rain<Enter>v+u", "2fred<Enter>.<Space>sszZv+F0--",
    ])
  func counted(keys: String) throws {
    var session = Session(columns: 200, rows: 50)
    for key in try Key.script(keys) {
      session.press(key.spelling)
      #expect(
        Self.loads(of: session.state) == Self.counts(of: session.state),
        "\(key.spelling) of \(keys)")
    }
  }

  @Test("Days that are far from all others are counted, too")
  func far() {
    var chart = Seeds.situation.chart
    chart.tasks[0].nodes[0].due = Day(iso: "1000-01-01")!
    chart.tasks[1].nodes[0].due = Day(iso: "9999-12-31")!
    let situation = Situation(
      chart: chart, ledger: Seeds.situation.ledger, on: Seeds.situation.day)
    var session = Session(situation)
    for key in ["+", "+", "v", "v", "-", "-", "-"] {
      session.press(key)
      #expect(Self.loads(of: session.state) == Self.counts(of: session.state))
      if case .calendar(let zoom) = session.state.axis {
        let days = chart.tasks.flatMap(\.nodes).map(\.due)
        #expect(session.state.columns.lowerBound == zoom.number(of: days.min()!))
        #expect(session.state.columns.upperBound == zoom.number(of: days.max()!))
      }
    }
  }

  @Test("The cursor goes to the task shown that is nearest in the order of the whole chart")
  func nearest() throws {
    for order in ["", "s", "ss", "sss"] {
      for filter in ["fred<Enter>", "f1", "3", "f2", "f1f2"] {
        var whole = Session()
        whole.press(order + "g")
        let all = whole.state.rows.compactMap { if case .task(let task) = $0 { task } else { nil } }
        for place in stride(from: 0, to: all.count, by: 7) {
          var session = Session()
          session.press(order)
          session.state.select(task: session.state.situation.chart.tasks[all[place]].id, node: nil)
          session.press(filter)
          let shown = all.filter { session.state.isShown[$0] }
          let wanted =
            all[place...].first { shown.contains($0) } ?? all[..<place].last { shown.contains($0) }
          #expect(session.state.taskOfRow == wanted, "\(order)\(filter) \(place)")
        }
      }
    }
  }
}
