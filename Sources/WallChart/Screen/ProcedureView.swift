import WallChartStore
import WallChartWords

// The cross-off procedure of a task on its path: the stages from left to right, and below each when
// it was reached and by whom.
extension State {
  /// The path, when it was gone, and the next step with what it lacks.
  func procedureLines(of index: Int, _ panel: TaskPanel) -> [TaskLine] {
    let path = TaskLine(kind: .procedure, label: words(.fieldProcedure))
    let hasDays = procedureStops(of: index).contains { $0.entry != nil }
    return [path] + (hasDays ? [TaskLine(kind: .procedureDays)] : [])
      + field(.fieldNextStep, nextStepSentence(of: index), panel)
  }

  func drawProcedure(_ line: TaskLine, _ y: Int, _ panel: TaskPanel, _ frame: inout Frame) {
    guard let index = selectedTask else { return }
    let label = taskLabelWidth
    if line.kind == .procedure {
      frame.write(cut(line.label, label), at: panel.start + 1, y, .past)
    }
    let start = panel.start + label + 3
    let width = panel.start + panel.width - 1 - start
    // Where there is little room, everybody knows where it begins.
    let stops = Array(procedureStops(of: index).dropFirst(width < 60 ? 1 : 0))
    let names = stops.map { "\($0.sign(setting.glyphs)) \(words($0.name))" }
    let days = stops.map { stop in
      [stop.day(self), stop.entry.map { shown($0.by) }].compactMap(\.self).joined(separator: " ")
    }
    // As wide as the days and persons ask, as long as all of them fit.
    func widths(atMost most: Int) -> [Int] {
      stops.indices.map { place in
        let day = min(most, CellWidth.columns(of: days[place]))
        return max(CellWidth.columns(of: names[place]), day)
      }
    }
    let tries = [16, 12].map { widths(atMost: $0) }
    let widths =
      tries.first { $0.reduce(stops.count - 1, +) <= width } ?? widths(atMost: 0)
    let gap = max(1, min(8, (width - widths.reduce(0, +)) / (stops.count - 1)))
    var x = start
    for (place, stop) in stops.enumerated() {
      // The last one has the rest of the line.
      let isLast = place == stops.count - 1
      let room = isLast ? start + width - x : widths[place] + gap - 1
      let isCurrent = stop.place == .current
      if line.kind == .procedureDays {
        frame.write(cut(days[place], room), at: x, y, isCurrent ? .plain : .past)
      } else {
        let role: Role = isCurrent ? .title : stop.place == .passed ? .plain : .past
        let end = frame.write(cut(names[place], room), at: x, y, role)
        if !isLast {
          for column in stride(from: end + 1, to: x + widths[place] + gap - 1, by: 1) {
            frame.write(setting.glyphs.path, at: column, y, .line)
          }
        }
      }
      x += widths[place] + gap
    }
  }
}
