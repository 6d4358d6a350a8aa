import WallChartStore
import WallChartWords

/// The chart as plain text: the screen's own picture, as long as the chart and without its foot.
enum ChartText {
  /// - Parameters:
  ///   - isASCIIOnly: the locale can show nothing else.
  ///   - width: columns; by default as many as show every month.
  static func text(
    of situation: Situation, words: Words, glyphs: Glyphs,
    ambiguous: CellWidth.Ambiguous = .narrow, isASCIIOnly: Bool = false, width: Int?
  ) -> String {
    let setting = State.Setting(
      words: words, glyphs: isASCIIOnly ? .ascii : glyphs, ambiguous: ambiguous,
      isASCIIOnly: isASCIIOnly, author: Author(name: ""))
    let widest = 1000
    let width = width.map { max(Layout.smallest.columns, min($0, widest)) }
    var state = State(
      setting: setting, situation: situation, ownWriters: [],
      size: Size(columns: width ?? 80, rows: Layout.smallest.rows))
    while width == nil, state.size.columns < widest,
      state.layout.columnCount < state.columns.count
    {
      state.size.columns += 1
      state.firstColumn = 0
    }
    // Battles without a chosen task say nothing.
    state.rows.removeEmpty()
    // Nothing is selected on paper.
    state.row = -1
    state.node = nil
    let body = max(1, state.rows.count)
    // Head, body, legend and foot; of these the first two are wanted.
    state.size.rows = max(20, body + 5 + Layout.footRows)
    state.topRow = 0
    let frame = state.view()
    return (0..<state.layout.headRows + body).map { frame.text(ofRow: $0) }.joined(separator: "\n")
  }
}
