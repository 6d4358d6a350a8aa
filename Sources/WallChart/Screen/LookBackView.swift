import WallChartStore
import WallChartWords

// The sample of closed tasks to visit again.
extension State {
  func drawLookBack(_ frame: inout Frame, selected: Int) {
    let day = words(.asOf, ["date": words.longDate(situation.day)])
    let dayStart = size.columns - 1 - CellWidth.columns(of: day)
    frame.write(lookBackTitle(width: dayStart - 3), at: 1, 0, .title)
    frame.write(day, at: dayStart, 0, isLooking ? .dueSoon : .plain)
    let sample = lookBack?.sample.tasks ?? []
    let text = sample.isEmpty ? words(.lookBackNone) : lookBackCounts
    frame.write(cut(text, size.columns - 2), at: 1, 1)
    if sample.isEmpty { frame.cursor = (1, 1) }
    let panel = TaskPanel(start: 2, width: size.columns - 2)
    let all = lookBackLines(panel)
    let height = max(1, size.rows - 2 - Layout.footRows)
    let head = all.heads.indices.contains(selected) ? all.heads[selected] : 0
    let next = all.heads.indices.contains(selected + 1) ? all.heads[selected + 1] : all.lines.count
    // As little as shows all of the selected task, and its head in any case.
    let first = max(0, min(head, max(next - height, 0)), min(head, all.lines.count - height, 0))
    for (row, line) in all.lines[first..<min(all.lines.count, first + height)].enumerated() {
      switch line {
      case .head(let place): drawHead(of: place, 2 + row, isSelected: place == selected, &frame)
      case .fact(let fact): draw(fact, 2 + row, panel, &frame)
      case .blank: break
      }
    }
    drawMore(2..<2 + height, above: first, below: all.lines.count - first - height, &frame)
    drawFoot(&frame)
  }

  /// The task and its unit, and at the right what its visit found.
  private func drawHead(of place: Int, _ y: Int, isSelected: Bool, _ frame: inout Frame) {
    guard let index = sampledTask(place) else { return }
    let task = situation.chart.tasks[index]
    if isSelected {
      frame.paint(0..<size.columns, y, .panel, isSelected: true)
      // Before the text, as in every list: a block of a cursor would hide a letter of it.
      frame.cursor = (0, y)
    }
    let visit = visit(to: task.id)
    let role: Role =
      switch visit {
      case .open: isSelected ? .panel : .plain
      case .inOrder: .met
      case .foundFalse: .red
      case .rebound: .yellow
      }
    let found = " \(name(of: visit)) "
    let start = size.columns - 2 - CellWidth.columns(of: found)
    let unit = situation.unit(task.unit).map { words($0.short ?? $0.name) } ?? task.unit
    let text = "\(task.id) \(words(task.wallTitle)) \(setting.glyphs.dot) \(unit)"
    frame.write(
      cut(text, start - 2), at: 1, y, isSelected ? .panel : .title, isSelected: isSelected)
    frame.write(found, at: start, y, role, isSelected: role == .panel)
  }
}
