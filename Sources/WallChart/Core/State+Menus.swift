import WallChartStore
import WallChartWords

// The menu of all commands, and what choosing does.
extension State {
  /// Every command by name, found by its names in any language, and why it cannot run now; and what
  /// is done outside.
  mutating func askCommand() {
    func names(_ words: Word?...) -> String {
      words.compactMap(\.self).flatMap { word in Words.ofEveryLanguage.map { $0(word) } }
        .joined(separator: "\n")
    }
    let items = Command.table.compactMap { command in
      command.keys.first.map { key in
        Menu.Item(
          text: words(command.name),
          aside: words.names(of: command.keys.prefix(2)),
          obstacle: command.obstacle(in: self, by: key),
          alias: names(command.name, command.synonyms), choice: .command(key))
      }
    }
    let own = onTop == .meeting ? MeetingCommand.table : []
    let ownItems = own.compactMap { command in
      command.keys.first.map { key in
        Menu.Item(
          text: words(command.name),
          aside: words.names(of: command.keys.prefix(2)),
          alias: names(command.name), choice: .command(key))
      }
    }
    let print = Menu.Item(
      text: words(.commandPrint), aside: "wallchart show",
      alias: names(.commandPrint, .synonymsPrint), choice: .print)
    mode = .menu(Menu(question: words(.promptCommand), items: ownItems + items + [print]))
  }

  mutating func choose(_ menu: Menu, _ stamp: Stamp) -> [Effect] {
    guard let item = menu.selectedItem else { return [.bell] }
    return choose(item, stamp)
  }

  mutating func choose(_ item: Menu.Item, _ stamp: Stamp) -> [Effect] {
    mode = .commands
    switch item.choice {
    case .command(let key): return press(command: key, stamp)
    case .condition(let condition): toggle(condition)
    case .askDays: askDays()
    case .allTasks: showAllTasks()
    case .chart(let path): return open(chart: path)
    case .view(let view): show(view)
    case .namedView(let named): return show(named)
    case .nameView: askViewName()
    case .forgetViews: askViewToForget()
    case .forgetView(let name): return [.nameView(name: name, json: nil)]
    case .battle(let place):
      let isOn = showing.onlyBattle == situation.chart.battles[place].id
      show(battle: isOn ? nil : place)
    case .field(let seen): return askValue(of: seen)
    case .value(let value, let seen): return write(seen.edit(to: value), stamp)
    case .dates: return press(command: .character("d"), stamp)
    case .reopen(let task, let isFalse): return askReason(ofReopening: task, isFalse: isFalse)
    case .extend(let task, let node): return askDay(of: node, in: task)
    case .print: said = Said(text: fitted { _ in words.forms(.saidPrint) })
    case .theme(let theme): return choose(theme)
    case .withdraw(let task): return askWithdrawal(of: task)
    case .openMeeting(let rhythm): return open(meeting: rhythm, stamp)
    case .goOnMeeting: enterRollCall()
    case .endMeeting:
      enterRollCall()
      meeting?.task = nil
    case .closeMeeting(let hasBulletin): return closeMeeting(hasBulletin: hasBulletin, stamp)
    }
    return []
  }
}
