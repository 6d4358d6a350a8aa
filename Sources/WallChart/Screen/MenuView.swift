import WallChartWords

// A list to choose from, above the bottom line.
extension State {
  func drawMenu(_ menu: Menu, _ frame: inout Frame) {
    let found = menu.found
    let last = size.rows - 1
    let height = max(1, min(found.count, size.rows - 6, 20))
    let aside = menu.items.map { CellWidth.columns(of: menu.rightText(of: $0)) }.max() ?? 0
    let widest = menu.items.map { CellWidth.columns(of: text(of: $0, width: .max)) }.max() ?? 0
    let width = min(size.columns - 2, max(30, widest + aside + 6))
    let first = max(0, min(menu.selected - height / 2, found.count - height))
    let top = last - height
    for row in 0..<height {
      let y = top + row
      // Scraps of the rows it covers would read as parts of it.
      frame.write(String(repeating: " ", count: size.columns), at: 0, y)
      frame.setLit(false, y)
      frame.paint(1..<1 + width, y, .panel)
      guard first + row < found.count else { continue }
      let item = found[first + row]
      let isSelected = first + row == menu.selected
      let role: Role = item.obstacle == nil ? .panel : .panelOff
      frame.paint(1..<1 + width, y, role, isSelected: isSelected)
      let right = menu.rightText(of: item)
      let start = width - 1 - CellWidth.columns(of: right)
      frame.write(text(of: item, width: start - 5), at: 3, y, role, isSelected: isSelected)
      if item.isOn { frame.write(setting.glyphs.met, at: 1, y, role, isSelected: isSelected) }
      frame.write(right, at: start, y, role, isSelected: isSelected)
    }
    if first > 0 { frame.write(setting.glyphs.moreUp, at: width, top, .panel) }
    if first + height < found.count {
      frame.write(setting.glyphs.moreDown, at: width, last - 1, .panel)
    }
    frame.write(String(repeating: " ", count: size.columns), at: 0, last)
    let start = frame.write(menu.question, at: 1, last, .title) + 1
    let end = frame.write(
      cut(shown(String(menu.pattern)), size.columns - start - 2), at: start, last, .said)
    let row = top + menu.selected - first
    frame.cursor = menu.isWalked && row < last ? (2, row) : (min(end, size.columns - 1), last)
    let isQuick = menu.hasDigits && menu.pattern.isEmpty
    let hint = words.forms(found.isEmpty ? .menuNothing : isQuick ? .menuHintDigits : .menuHint)
    let room = size.columns - end - 3
    frame.write(fitted(width: room) { _ in hint }, at: end + 2, last, .past)
  }

  /// What an item says; why it cannot be chosen, in parentheses, leaves its name at least a third.
  private func text(of item: Menu.Item, width: Int) -> String {
    guard let obstacle = item.obstacle else { return cut(item.text, width) }
    let reason = words(.because, ["why": obstacle])
    let room = max(width / 3, width - CellWidth.columns(of: reason))
    return cut(cut(item.text, room) + reason, width)
  }
}
