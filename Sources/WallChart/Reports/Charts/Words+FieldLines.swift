import WallChartStore
import WallChartWords

// What letters and calendars say of a task, a line each.
extension Words {
  /// `Unit: Jinpu New Area`.
  func line(_ field: Word, _ text: String) -> String {
    self(.fieldLine, ["field": opening(self(field)), "text": text])
  }

  /// Words as they open a line.
  func opening(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// The limit in force, with the list's own words where it is the first one; nil of a standing duty.
  func limit(of task: Chart.Task, _ status: TaskStatus) -> String? {
    guard task.term != .standing, let limit = status.record.limit else { return nil }
    guard limit == task.limit, let said = task.limitText else { return date(limit) }
    return self(.whoOfUnit, ["who": date(limit), "unit": Printable.filtered(said)])
  }
}
