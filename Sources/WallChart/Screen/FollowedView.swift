import WallChartStore
import WallChartWords

// The task that the clerk has selected, large, on a projector that follows.
extension State {
  func drawFollowed(_ index: Int, _ layout: ProjectorLayout, _ frame: inout Frame) {
    let task = situation.chart.tasks[index]
    let status = situation.status.tasks[index]
    let band = layout.isLow ? 1 : 3
    for y in layout.top..<layout.top + band {
      frame.paint(layout.margin..<layout.margin + layout.width, y, .tileCalm)
    }
    let title = "\(task.id) \(setting.glyphs.dot) \(words(task.title))"
    frame.write(
      cut(title, layout.width - 2), at: layout.margin + 1, layout.top + band / 2, .tileCalm)
    var y = layout.top + band + (layout.isTiny ? 0 : 1)
    let unit = situation.unit(task.unit).map { words($0.name) } ?? task.unit
    let role: Role =
      switch status.standing {
      case .red: .tileRed
      case .yellow: .tileYellow
      case .dueSoon: .tileSoon
      case .crossedOff: .tileDone
      case .green, .inClosing: .tileCalm
      }
    var chip = " \(words.name(of: status.standing)) "
    if status.daysLate > 0 { chip += words(.taskDaysLate, ["n": "\(status.daysLate)"]) + " " }
    let x = frame.write(chip, at: layout.margin, y, role)
    frame.write(cut(unit, layout.margin + layout.width - x - 2), at: x + 2, y, .title)
    y += layout.isTiny ? 1 : 2
    for (place, node) in task.nodes.enumerated() where y < layout.end {
      let day = words.shortDate(status.nodes[place].due, today: situation.day)
      let isSelected = followed?.node == node.id
      frame.write(isSelected ? ">" : " ", at: layout.margin, y, .title)
      let text =
        "\(day)  \(words(node.title))\(words(.sayAfter))\(stateSentence(status.nodes[place]))"
      frame.write(
        cut(text, layout.width - 2), at: layout.margin + 2, y, isSelected ? .title : .plain)
      y += layout.isLow ? 1 : 2
    }
  }
}
