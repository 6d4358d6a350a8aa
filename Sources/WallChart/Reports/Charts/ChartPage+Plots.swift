import WallChartStore
import WallChartWords

// Scheduled against real progress.
extension ChartPage {
  /// How far each battle is against the calendar; before them the whole chart where there are several.
  var plots: [Datum] {
    let tasks = situation.chart.tasks.indices.filter { situation.status.tasks[$0].isOnChart }
    let battles = situation.chart.battles.compactMap { battle -> Datum? in
      plot(words(battle.name), tasks.filter { situation.chart.tasks[$0].battle == battle.id })
    }
    guard battles.count > 1, let whole = plot(words(.pageAllBattles), tasks) else { return battles }
    return [whole] + battles
  }

  private func plot(_ name: String, _ tasks: [Int]) -> Datum? {
    let nodes = tasks.flatMap { situation.status.tasks[$0].nodes }
    guard !nodes.isEmpty else { return nil }
    let due = nodes.count { $0.due <= situation.day }
    let met = nodes.compactMap(\.metOn)
    let plot = ProgressPlot(
      width: 300, height: 120, over: columns.days, day: situation.day, due: nodes.map(\.due),
      met: met)
    func share(_ word: Word, _ count: Int) -> Datum {
      .text(
        words(
          word,
          [
            "n": "\(count)", "total": "\(nodes.count)", "share": percent(count, of: nodes.count),
          ]))
    }
    return [
      "name": .text(name), "scheduled": share(.nodesDueOf, due),
      "real": share(.nodesMetOf, met.count),
      "nodes": .number(nodes.count), "due": .number(due), "met": .number(met.count),
      "scheduledPath": .text(plot.scheduled), "realPath": .text(plot.real),
      "dayX": .number(plot.x(of: situation.day)), "width": .number(plot.width),
      "height": .number(plot.height), "half": .number(plot.height / 2), "marks": .list(marks(plot)),
    ]
  }

  /// The first days of columns, as many as have room for their names.
  private func marks(_ plot: ProgressPlot) -> [Datum] {
    let step = (columns.count + 5) / 6
    return stride(from: 0, to: columns.count, by: step).map { place in
      let first = columns.zoom.firstDay(of: columns.numbers.lowerBound + place)
      return [
        "x": .number(place == 0 ? 0 : plot.x(of: first + -1)),
        "name": .text(columns.zoom.head(of: columns.numbers.lowerBound + place, words: words)),
      ]
    }
  }
}
