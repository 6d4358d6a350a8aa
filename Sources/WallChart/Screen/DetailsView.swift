import WallChartStore
import WallChartWords

// Details of the selected task below the chart: what its own view begins with, and what was last
// entered of it.
extension State {
  func drawDetails(_ frame: inout Frame) {
    let layout = layout
    guard layout.detailRows > 0 else { return }
    let top = layout.headRows + layout.bodyRows
    frame.paint(0..<size.columns, top, .selectedRow)
    guard let index = selectedTask else { return }
    let task = situation.chart.tasks[index]
    let title = "\(task.id) \(setting.glyphs.dot) \(words(task.wallTitle))"
    frame.write(cut(title, size.columns - 2), at: 1, top, .selectedRow)
    let room = layout.detailRows - 1
    // The cursor stays on the cell.
    let cursor = frame.cursor
    for panel in taskPanels {
      for (row, line) in fitted(panel.lines, room).enumerated() {
        draw(line, top + 1 + row, panel, &frame)
      }
    }
    frame.cursor = cursor
  }

  /// The first lines, and below them the last entry where it would not be seen.
  private func fitted(_ lines: [TaskLine], _ room: Int) -> [TaskLine] {
    guard lines.count > room, let entry = lines.firstIndex(where: { $0.kind == .entry }),
      entry >= room
    else { return Array(lines.prefix(room)) }
    return Array(lines.prefix(room - 1)) + [lines[entry]]
  }
}
