import WallChartStore
import WallChartWords

/// A chart that was opened on this machine before, to choose from.
struct ListedChart: Equatable, Sendable {
  var chart: KnownChart
  /// Its folder as a person says it.
  var place: String
  /// Whether it can be found there now.
  var isThere: Bool
}

// The other charts that are known, and going over to one.
extension State {
  /// Asks which chart to open: the one that is open is marked, and chosen first at the start.
  mutating func askChart(prefersOther: Bool) {
    var items = charts.map { item(of: $0) }
    // Two charts in turn: the one before this one is one Enter away.
    if prefersOther, items.count > 1, items[0].isOn { items.append(items.removeFirst()) }
    mode = .menu(Menu(question: words(.promptChart), items: items))
  }

  private func item(of listed: ListedChart) -> Menu.Item {
    let chart = listed.chart
    let day = chart.opened.day
    let when = day == today ? chart.opened.clock : words.shortDate(day, today: today)
    let room = max(12, size.columns / 2 - 20)
    return Menu.Item(
      text: words(chart.title),
      aside:
        "\(CellWidth.end(of: listed.place, to: room, ellipsis: setting.glyphs.ellipsis))  \(when)",
      obstacle: listed.isThere ? nil : words(.saidChartGone),
      alias: chart.title.everything + "\n" + listed.place, isOn: chart.path == openChart,
      choice: .chart(chart.path))
  }

  /// Goes over to another chart as soon as everything of this one is saved.
  mutating func open(chart path: String) -> [Effect] {
    guard path != openChart else { return [] }
    // What an earlier run had left lies in the rescue file.
    let waiting = unsaved.filter { !rescued.contains($0.id) }
    guard waiting.isEmpty, questions.isEmpty, handedIn.isEmpty, notKept.isEmpty,
      papersDue.isEmpty
    else {
      let word: Word = failed.isEmpty ? .saidNotYetSaved : .saidUnsavedStays
      said = Said(text: words(word, ["n": "\(waiting.count)"]), isError: true)
      return [.bell]
    }
    return [.open(path: path)]
  }

  /// Another chart that is known.
  var lacksOtherChart: String? {
    charts.contains { $0.chart.path != openChart } ? nil : words(.saidNoOtherChart)
  }
}
