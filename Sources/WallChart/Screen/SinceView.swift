import WallChartStore
import WallChartWords

// What is new since the last meeting, by kinds, a line a task.
extension State {
  func drawSince(_ frame: inout Frame, selected: Int) {
    let day = words(.asOf, ["date": words.longDate(situation.day)])
    let dayStart = size.columns - 1 - CellWidth.columns(of: day)
    frame.write(cut(sinceTitle, dayStart - 3), at: 1, 0, .title)
    frame.write(day, at: dayStart, 0, isLooking ? .dueSoon : .plain)
    guard let news else { return }
    drawCounts(of: news, &frame)
    let height = max(1, size.rows - 2 - Layout.footRows)
    let rows = news.rowCount
    let selectedRow = news[selected] == nil ? 0 : news.row(ofItem: selected)
    let first = max(0, min(selectedRow - height / 2, rows - height))
    for (line, row) in (first..<min(rows, first + height)).enumerated() {
      switch news.row(row) {
      case .head(let kind):
        frame.write(cut(count(of: kind).uppercased(), size.columns - 2), at: 1, 2 + line, .battle)
      case .item(let place):
        if let item = news[place] { draw(item, 2 + line, isSelected: place == selected, &frame) }
      case nil: break
      }
    }
    drawMore(2..<2 + height, above: first, below: rows - first - height, &frame)
    if rows == 0 {
      frame.write(cut(words(.sinceNothing), size.columns - 2), at: 1, 3)
      frame.cursor = (1, 3)
    }
    drawFoot(&frame)
  }

  /// The counts of all kinds in a row; those that do not fit are left to the heads below.
  private func drawCounts(of news: News, _ frame: inout Frame) {
    var column = 1
    for kind in Changes.Kind.allCases where !news.changes[kind].isEmpty {
      let role: Role =
        switch kind {
        case .red: .red
        case .yellow: .yellow
        case .met: .met
        case .metLate: .metLate
        default: .plain
        }
      let text = role == .plain ? count(of: kind) : " \(count(of: kind)) "
      let gap = column == 1 ? 0 : role == .plain ? 2 : 1
      guard column + gap + CellWidth.columns(of: text) < size.columns - 2 else {
        frame.write(setting.glyphs.ellipsis, at: column + 1, 1, .plain)
        break
      }
      column = frame.write(text, at: column + gap, 1, role)
    }
  }

  /// Columns of the id, the title, and the unit, which small screens leave out.
  private var newsColumns: (id: Int, title: Int, unit: Int) {
    let title = size.columns < 80 ? 16 : size.columns < 120 ? 20 : 36
    let unit = size.columns < 70 ? 0 : size.columns < 120 ? 12 : 20
    return (min(max(widths.id, 2), 12), min(widths.short, title), min(widths.unit, unit))
  }

  private func draw(_ item: News.Item, _ y: Int, isSelected: Bool, _ frame: inout Frame) {
    if isSelected {
      frame.paint(0..<size.columns, y, .panel, isSelected: true)
      frame.cursor = (1, y)
    }
    func write(_ text: String, at x: Int) {
      frame.write(text, at: x, y, isSelected ? .panel : .plain, isSelected: isSelected)
    }
    var x = 3
    if let index = item.change.task {
      let task = situation.chart.tasks[index]
      let columns = newsColumns
      write(cut(task.id, columns.id), at: x)
      x += columns.id + 1
      write(cut(words(task.wallTitle), columns.title), at: x)
      x += columns.title + 1
      let unit = situation.unit(task.unit)
      write(cut(unit.map { words($0.short ?? $0.name) } ?? task.unit, columns.unit), at: x)
      x += columns.unit + (columns.unit > 0 ? 1 : 0)
    }
    let width = size.columns - x - 2
    write(cut(newsText(item, width: width), width), at: x)
  }
}
