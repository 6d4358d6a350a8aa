import WallChartStore
import WallChartWords

/// The chart as plain text: the screen's own picture, as long as the chart and without its foot.
enum ChartText {
  /// - Parameters:
  ///   - isASCIIOnly: the locale can show nothing else.
  ///   - width: columns; by default as many as show every month.
  static func text(
    of situation: Situation, words: Words, glyphs: Glyphs, isASCIIOnly: Bool = false, width: Int?
  ) -> String {
    let setting = State.Setting(
      words: words, glyphs: isASCIIOnly ? .ascii : glyphs, isASCIIOnly: isASCIIOnly,
      author: Author(name: ""))
    let widest = 1000
    let width = width.map { max(Layout.smallest.columns, min($0, widest)) }
    var state = State(
      setting: setting, situation: situation, ownWriters: [],
      size: Size(columns: width ?? 80, rows: Layout.smallest.rows))
    while width == nil, state.size.columns < widest,
      state.layout.columnCount < state.months.count
    {
      state.size.columns += 1
      state.firstColumn = 0
    }
    // Battles without a chosen task say nothing.
    state.rows = state.rows.enumerated().filter { index, row in
      guard case .battle = row else { return true }
      return index + 1 < state.rows.count && !state.isBattle(index + 1)
    }.map(\.element)
    // Nothing is selected on paper.
    state.row = -1
    state.node = nil
    let body = max(1, state.rows.count)
    state.size.rows = max(Layout.smallest.rows, body + Layout.headRows + Layout.footRows)
    state.topRow = 0
    let frame = state.view()
    return (0..<Layout.headRows + body).map { frame.text(ofRow: $0) }.joined(separator: "\n")
  }
}
