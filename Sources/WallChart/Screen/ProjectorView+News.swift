import WallChartStore
import WallChartWords

// What changed since the last meeting, as a page: how many of each kind, then task by task.
extension State {
  /// The counts of all kinds in a row, as many as it has room for.
  func drawCountsForTheRoom(_ layout: ProjectorLayout, _ frame: inout Frame) {
    let y = layout.lineTop(of: .since) - (layout.isTiny ? 1 : 2)
    var x = layout.margin
    let end = size.columns - layout.margin
    for (kind, text) in countsForTheRoom {
      let role = role(of: kind)
      let chip = role == .tileCalm ? text : " \(text) "
      guard x + CellWidth.columns(of: chip) <= end else { break }
      x =
        frame.write(chip, at: x, y, role == .tileCalm ? .title : role) + (role == .tileCalm ? 2 : 1)
    }
  }

  func chip(of kind: Changes.Kind) -> ProjectorChip {
    ProjectorChip(lines: words.forms(chipWord(of: kind)), role: role(of: kind))
  }

  private func role(of kind: Changes.Kind) -> Role {
    switch kind {
    case .red: .tileRed
    case .yellow: .tileYellow
    case .met, .metLate, .crossedOff: .tileDone
    default: .tileCalm
    }
  }
}
