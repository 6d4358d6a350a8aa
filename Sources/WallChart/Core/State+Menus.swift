import WallChartStore
import WallChartWords

// The menus: all commands, and all filters.
extension State {
  /// Every command that works in this view, by name.
  mutating func askCommand() {
    let items = Command.table.filter { $0.places.contains(onTop.place) }.compactMap { command in
      command.keys.first.map { key in
        Menu.Item(
          text: words(command.name),
          aside: command.keys.prefix(2).map(\.label).joined(separator: " "),
          choice: .command(key))
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
    case .field(let seen): return askValue(of: seen)
    case .value(let value, let seen): return write(seen.edit(to: value), stamp)
    case .dates:
      said = Said(text: words(.editDatesBy))
      return []
    case .withdraw(let task): return askWithdrawal(of: task)
    }
  }
}

extension Text {
  /// Its words in all languages, for searching.
  fileprivate var everything: String { translations.map(\.words).joined(separator: "\n") }
}
