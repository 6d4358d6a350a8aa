import WallChartStore
import WallChartWords

// The menus: all commands, and all filters.
extension State {
  /// Every command by name, found by its name in any language, and why it cannot run now.
  mutating func askCommand() {
    let names = Language.allCases.map { Words($0) }
    let items = Command.table.compactMap { command in
      command.keys.first.map { key in
        Menu.Item(
          text: words(command.name),
          aside: command.keys.prefix(2).map(\.label).joined(separator: " "),
          obstacle: command.obstacle(in: self, by: key),
          alias: names.map { $0(command.name) }.joined(separator: "\n"), choice: .command(key))
      }
    }
    mode = .menu(Menu(question: words(.promptCommand), items: items))
  }

  /// What the chart can be narrowed to: what presses first, then units.
  mutating func askFilter() {
    var filters: [Filter] = [.overdue, .dueThisWeek, .silent]
    filters += [.red, .yellow, .dueSoon, .green, .inClosing, .crossedOff].map { .standing($0) }
    filters += Chart.Rhythm.allCases.map { .rhythm($0) }
    let used = Set(situation.chart.tasks.map(\.unit))
    filters += situation.chart.units.filter { used.contains($0.id) }.map { .unit($0.id) }
    var items = filters.map { filter in
      Menu.Item(text: name(of: filter), alias: alias(of: filter), choice: .filter(filter))
    }
    // Beyond nine, battles have no key.
    items += situation.chart.battles.enumerated().map { place, battle in
      Menu.Item(
        text: words(battle.name), aside: place < 9 ? "\(place + 1)" : "",
        alias: battle.name.everything, choice: .battle(place))
    }
    let all = Menu.Item(text: words(.filterNone), choice: .filter(nil))
    mode = .menu(
      Menu(
        question: words(.promptFilter), items: showing.filter == nil ? items : [all] + items))
  }

  private func alias(of filter: Filter) -> String {
    guard case .unit(let id) = filter, let unit = situation.chart.unit(id) else { return "" }
    return unit.name.everything + "\n" + (unit.short?.everything ?? "")
  }

  func name(of filter: Filter) -> String {
    switch filter {
    case .overdue: words(.filterOverdue)
    case .dueThisWeek: words(.filterDueThisWeek)
    case .silent: words(.silent)
    case .standing(let standing): words.name(of: standing)
    case .rhythm(let rhythm): words.name(of: rhythm)
    case .unit(let id): situation.chart.unit(id).map { words($0.name) } ?? shown(id)
    }
  }

  mutating func choose(_ menu: Menu, _ stamp: Stamp) -> [Effect] {
    guard let item = menu.selectedItem else { return [.bell] }
    mode = .commands
    switch item.choice {
    case .command(let key): return press(command: key, stamp)
    case .filter(let filter):
      show(filter: filter)
      return []
    case .battle(let place):
      show(battle: place)
      return []
    }
  }
}

extension Text {
  /// Its words in all languages, for searching.
  fileprivate var everything: String { translations.map(\.words).joined(separator: "\n") }
}
