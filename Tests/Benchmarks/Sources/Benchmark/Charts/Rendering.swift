import WallChartStore

/// A campaign as other programs read it.
enum Rendering {
  /// A line a task, with its nodes in columns: what a pager or an editor shows.
  static func text(of campaign: Campaign) -> String {
    let met = metNodes(of: campaign)
    var text = ""
    for task in campaign.plan.tasks {
      let title = task.title["en"]
      text += task.id + " " + title + String(repeating: " ", count: max(1, 44 - title.count))
      for node in task.nodes {
        let sign = met.contains(task.id + "/" + node.id) ? "✓" : " "
        text += "│\(sign)\(node.due.iso.dropFirst(5)) "
      }
      text += "│ \(task.unit) \(task.title["zh"])\n"
    }
    return text
  }

  /// A row a task, as the import reads it and a spreadsheet shows it.
  static func list(of campaign: Campaign) -> String {
    let nodes = campaign.plan.tasks.first?.nodes.count ?? 0
    var header = "id,battle,title_en,title_zh,unit_zh,unit_kind,risk,deadline".split(separator: ",")
      .map(String.init)
    for place in 1...max(1, nodes) { header += ["n\(place)_zh", "n\(place)_due"] }
    var text = header.joined(separator: ",") + "\n"
    let names = Dictionary(
      uniqueKeysWithValues: campaign.plan.units.map { ($0.id, $0.name["zh"]) })
    for task in campaign.plan.tasks {
      var row = [
        task.id, task.battle, task.title["en"], task.title["zh"], names[task.unit] ?? "",
        "district", task.risk.rawValue, task.limit?.iso ?? "",
      ]
      for node in task.nodes { row += [node.title["zh"], node.due.iso] }
      text += row.joined(separator: ",") + "\n"
    }
    return text
  }

  /// A folder with a file a task, as ncdu reads it: the first task is the largest.
  static func names(of campaign: Campaign) -> String {
    let tasks = campaign.plan.tasks
    var text = "[1,0,{\"progname\":\"wallchart\",\"progver\":\"1\",\"timestamp\":0},\n"
    text += "[{\"name\":\"/chart\"}"
    for (place, task) in tasks.enumerated() {
      let size = 4096 * (tasks.count - place)
      text += ",\n{\"name\":\"\(task.id) \(task.title["en"])\",\"asize\":\(size),\"dsize\":\(size)}"
    }
    return text + "]]\n"
  }

  /// A line a task, as calcurse keeps what is to be done.
  static func todo(of campaign: Campaign) -> String {
    campaign.plan.tasks.map { "[1] \($0.id) \($0.title["en"])\n" }.joined()
  }

  /// An object a line, as Taskwarrior imports them.
  static func tasks(of campaign: Campaign) -> String {
    campaign.plan.tasks.map { task in
      let due = task.limit?.iso.filter { $0 != "-" } ?? ""
      return "{\"description\":\"\(task.id) \(task.title["en"])\",\"project\":\"\(task.battle)\","
        + "\"due\":\"\(due)T000000Z\",\"tags\":[\"\(task.unit)\"]}\n"
    }.joined()
  }

  /// The nodes that are marked, as `task/node`.
  private static func metNodes(of campaign: Campaign) -> Set<String> {
    var met: Set<String> = []
    for entry in campaign.entries {
      if let task = entry.task, case .met(let node) = entry.fact { met.insert(task + "/" + node) }
    }
    return met
  }
}
