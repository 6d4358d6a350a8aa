import WallChartStore
import WallChartWords

/// The chart as plain text: the screen's own picture, as long as the chart and without its foot.
enum ChartText {
  static func text(
    of situation: Situation, words: Words, glyphs: Glyphs, width: Int
  ) -> String {
    let setting = State.Setting(words: words, glyphs: glyphs, author: Author(name: ""))
    var state = State(
      setting: setting, situation: situation, ownWriters: [],
      size: Size(columns: width, rows: Layout.smallest.rows))
    // Battles without a chosen task say nothing.
    state.rows = state.rows.enumerated().filter { index, row in
      guard case .battle = row else { return true }
      return index + 1 < state.rows.count && !state.isBattle(index + 1)
    }.map(\.element)
    let body = max(1, state.rows.count)
    state.size.rows = max(Layout.smallest.rows, body + Layout.headRows + Layout.footRows)
    state.topRow = 0
    state.firstColumn = 0
    let frame = state.view()
    return (0..<Layout.headRows + body).map { frame.text(ofRow: $0) }.joined(separator: "\n")
  }
}
