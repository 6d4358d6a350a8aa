import WallChartWords

// A list to choose from, above the bottom line.
extension State {
  func drawMenu(_ menu: Menu, _ frame: inout Frame) {
    let found = menu.found
    let last = size.rows - 1
    let height = max(1, min(found.count, size.rows - 6, 20))
    let aside = menu.items.map { CellWidth.columns(of: menu.rightText(of: $0)) }.max() ?? 0
    let widest = menu.items.map { CellWidth.columns(of: $0.text) }.max() ?? 0
    let width = min(size.columns - 2, max(30, widest + aside + 6))
    let first = max(0, min(menu.selected - height / 2, found.count - height))
    let top = last - height
    for row in 0..<height {
      let y = top + row
      // A blank column on both sides sets it off from the chart.
      frame.write(String(repeating: " ", count: width + 2), at: 0, y)
      frame.paint(1..<1 + width, y, .panel)
      guard first + row < found.count else { continue }
      let item = found[first + row]
      let isSelected = first + row == menu.selected
      if isSelected { frame.paint(1..<1 + width, y, .panel, isSelected: true) }
      frame.write(
        cut(item.text, width - aside - 6), at: 3, y, .panel, isSelected: isSelected)
      if item.isOn {
        frame.write(setting.glyphs.met, at: 1, y, .panel, isSelected: isSelected)
      }
      let right = menu.rightText(of: item)
      let start = width - 1 - CellWidth.columns(of: right)
      frame.write(right, at: start, y, .panel, isSelected: isSelected)
    }
    if first > 0 { frame.write(setting.glyphs.moreUp, at: width, top, .panel) }
    if first + height < found.count {
      frame.write(setting.glyphs.moreDown, at: width, last - 1, .panel)
    }
    frame.write(String(repeating: " ", count: size.columns), at: 0, last)
    let start = frame.write(menu.question, at: 1, last, .title) + 1
    let end = frame.write(
      cut(shown(String(menu.pattern)), size.columns - start - 2), at: start, last, .said)
    frame.cursor = (min(end, size.columns - 1), last)
    let isQuick = menu.hasDigits && menu.pattern.isEmpty
    let hint = words(found.isEmpty ? .menuNothing : isQuick ? .menuHintDigits : .menuHint)
    frame.write(cut(hint, size.columns - end - 4), at: end + 2, last, .past)
  }
}
