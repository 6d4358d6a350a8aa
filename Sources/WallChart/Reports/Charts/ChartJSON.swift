import WallChartStore

/// The stable interface for scripts (design: `show --format json`). Titles and names appear as
/// stored.
enum ChartJSON {
  static let format = "wallchart-show/1"

  static func text(of situation: Situation) -> String {
    let chart = situation.chart
    let status = situation.status
    var writer = JSONWriter(.spaced)
    writer.object { writer in
      writer.member("format", format)
      writer.member("asOf", situation.day)
      writer.member("title", chart.title)
      writer.name("totals")
      write(status.total, to: &writer)
      writer.name("battles")
      list(chart.battles, &writer) { writer, battle in
        writer.member("id", battle.id)
        writer.member("name", battle.name)
        writer.name("totals")
        write(status.battles[battle.id] ?? Tally(), to: &writer)
      }
      writer.name("units")
      list(chart.units, &writer) { writer, unit in
        let tally = status.units[unit.id] ?? Tally()
        writer.member("id", unit.id)
        writer.member("name", unit.name)
        writer.name("totals")
        write(tally, to: &writer)
        writer.member("daysLate", tally.daysLate)
      }
      writer.name("tasks")
      let shown = Array(zip(chart.tasks, status.tasks)).filter { $1.isOnChart }
      list(shown, &writer) { writer, pair in
        write(pair.0, pair.1, chart.rules, to: &writer)
      }
    }
    return writer.text
  }

  /// An array of objects, one a line.
  private static func list<Element>(
    _ elements: [Element], _ writer: inout JSONWriter,
    _ members: (inout JSONWriter, Element) -> Void
  ) {
    writer.array { writer in
      for (index, element) in elements.enumerated() {
        writer.newline(separated: index > 0)
        writer.object { members(&$0, element) }
      }
    }
  }

  private static func write(_ tally: Tally, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("tasks", tally.tasks)
      for standing in Standing.allCases { writer.member(standing.rawValue, tally[standing]) }
      writer.member("silent", tally.silent)
      writer.member("false", tally.falselyDone)
      writer.member("nodes", tally.nodes)
      writer.member("nodesDue", tally.nodesDue)
      writer.member("nodesDueMet", tally.nodesDueMet)
      writer.member("nodesMet", tally.nodesMet)
      writer.member("nodesMetLate", tally.nodesMetLate)
    }
  }

  private static func write(
    _ task: Chart.Task, _ status: TaskStatus, _ rules: Chart.Rules, to writer: inout JSONWriter
  ) {
    writer.member("id", task.id)
    writer.member("battle", task.battle)
    writer.member("title", task.title)
    writer.member("unit", task.unit)
    writer.member("lead", task.lead)
    writer.member("risk", task.risk.rawValue)
    writer.member("rhythm", rules.rhythm[task.risk]?.rawValue)
    writer.member("term", task.term.rawValue)
    writer.member("limit", status.record.limit)
    writer.member("firstLimit", task.limit)
    writer.member("stage", status.record.stage.rawValue)
    writer.member("standing", status.standing.rawValue)
    writer.name("silent")
    writer.value(status.isSilent)
    writer.name("false")
    writer.value(status.record.isFalse)
    writer.member("daysLate", status.daysLate)
    writer.member("count", status.record.count)
    writer.member("total", task.quantity?.total)
    writer.name("nodes")
    writer.array { writer in
      for (node, nodeStatus) in zip(task.nodes, status.nodes) {
        writer.object { writer in
          writer.member("id", node.id)
          writer.member("title", node.title)
          writer.member("due", nodeStatus.due)
          writer.member("firstDue", node.due)
          writer.member("quota", node.quota)
          writer.member("state", nodeStatus.state.rawValue)
          writer.member("metOn", nodeStatus.metOn)
          writer.member("daysLate", nodeStatus.daysLate)
          writer.name("disputed")
          writer.value(nodeStatus.isDisputed)
        }
      }
    }
  }
}
