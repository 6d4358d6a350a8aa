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
    let width = panel.textWidth(behind: label)
    // Where there is little room, everybody knows where it begins.
    let stops = Array(procedureStops(of: index).dropFirst(width < 64 ? 1 : 0))
    let step = width / stops.count
    for (place, stop) in stops.enumerated() {
      let x = panel.start + label + 3 + place * step
      // The last one has the rest of the line.
      let room = place == stops.count - 1 ? panel.start + panel.width - 1 - x : step - 1
      let isCurrent = stop.place == .current
      let role: Role = isCurrent ? .title : stop.place == .passed ? .plain : .past
      if line.kind == .procedureDays {
        guard let day = stop.day(self), let by = stop.entry?.by else { continue }
        frame.write(cut("\(day) \(shown(by))", room), at: x, y, isCurrent ? .plain : .past)
        continue
      }
      let end = frame.write(
        cut("\(stop.sign(setting.glyphs)) \(words(stop.name))", room), at: x, y, role)
      guard place < stops.count - 1 else { break }
      for column in stride(from: end + 1, to: x + step - 1, by: 1) {
        frame.write(setting.glyphs.path, at: column, y, .line)
      }
    }
  }
}
