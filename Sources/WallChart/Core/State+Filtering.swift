import WallChartStore
import WallChartWords

// What the chart is narrowed to, chosen from a menu.
extension State {
  /// What presses first, each with a digit; then everything else a task can be chosen by.
  mutating func askFilter() {
    var items = quickItems
    func add(_ conditions: [Condition]) {
      items += conditions.map { item(of: $0) }
    }
    add([.due(.nextDays(7)), .due(.nextDays(30)), .due(.thisMonth)])
    add([.green, .inClosing, .crossedOff].map { .standing($0) })
    add([.high, .medium, .low].map { .risk($0) })
    add(Chart.Rhythm.allCases.map { .rhythm($0) })
    if kept.leads?.revision != situationRevision { kept.leads = (situationRevision, leads) }
    let (units, leads) = (situation.status.units, kept.leads?.value ?? [])
    add(
      situation.chart.units.filter { units[$0.id] != nil && $0.id != selectedUnit }.map {
        .unit($0.id)
      })
    add(situation.chart.units.filter { leads.contains($0.id) }.map { .lead($0.id) })
    items += situation.chart.battles.enumerated().map { place, battle in
      Menu.Item(
        text: words(battle.name), alias: battle.name.everything,
        isOn: showing.onlyBattle == battle.id, choice: .battle(place))
    }
    if !showing.filter.isEmpty {
      items.insert(Menu.Item(text: words(.filterNone), digit: 0, choice: .allTasks), at: 0)
    }
    mode = .menu(Menu(question: words(.promptFilter), items: items))
  }

  /// Those that a digit chooses.
  private var quickItems: [Menu.Item] {
    let conditions: [Condition] = [
      .overdue, .due(.thisWeek), .silent, .standing(.red), .standing(.yellow), .standing(.dueSoon),
      .unfinished,
    ]
    var items = conditions.enumerated().map { place, condition in
      item(of: condition, digit: place + 1)
    }
    if let unit = selectedUnit {
      var item = item(of: .unit(unit), digit: 8)
      item.text = words(.filterThisUnit, ["unit": item.text])
      items.append(item)
    }
    items.append(Menu.Item(text: words(.filterDays), digit: 9, choice: .askDays))
    return items
  }

  /// The units that lead.
  private var leads: Set<String> {
    let tasks = situation.chart.tasks
    var leads: Set<String> = []
    // Tasks with the same one mostly stand together.
    for place in tasks.indices {
      guard let lead = tasks[place].lead, place == 0 || lead != tasks[place - 1].lead else {
        continue
      }
      leads.insert(lead)
    }
    return leads
  }

  private var selectedUnit: String? { selectedTask.map { situation.chart.tasks[$0].unit } }

  private func item(of condition: Condition, digit: Int? = nil) -> Menu.Item {
    var item = Menu.Item(
      text: name(of: condition), digit: digit,
      isOn: showing.filter.conditions.contains(condition), choice: .condition(condition))
    switch condition {
    case .unit(let id), .lead(let id):
      guard let unit = situation.unit(id) else { break }
      item.alias = unit.name.everything + "\n" + (unit.short?.everything ?? "")
    default: break
    }
    return item
  }

  /// A condition in words; `isShort` where there is little room.
  func name(of condition: Condition, isShort: Bool = false) -> String {
    func name(of unit: String) -> String {
      guard let unit = situation.unit(unit) else { return shown(unit) }
      return words(isShort ? unit.short ?? unit.name : unit.name)
    }
    return switch condition {
    case .overdue: words(.filterOverdue)
    case .silent: words(.silent)
    case .standing(let standing): words.name(of: standing)
    case .unfinished: words(.filterUnfinished)
    case .unit(let id): name(of: id)
    case .lead(let id): words(.filterLead, ["unit": name(of: id)])
    case .rhythm(let rhythm): words.name(of: rhythm)
    case .risk(let risk): words.name(of: risk)
    case .due(let window): self.name(of: window)
    }
  }

  private func name(of window: Window) -> String {
    func date(_ day: Day) -> String { words.shortDate(day, today: situation.day) }
    return switch window {
    case .thisWeek: words(.filterDueThisWeek)
    case .thisMonth: words(.filterDueThisMonth)
    case .nextDays(let days): words(.filterDueNextDays, ["n": "\(days)"])
    case .days(let first, let last) where first == last:
      words(.filterDueOn, ["date": date(first)])
    case .days(let first, let last):
      words(.filterDueBetween, ["from": date(first), "to": date(last)])
    case .from(let first): words(.filterDueFrom, ["date": date(first)])
    case .until(let last): words(.filterDueUntil, ["date": date(last)])
    }
  }

  /// Narrows to a condition, or no longer where it held.
  mutating func toggle(_ condition: Condition) {
    var filter = showing.filter
    filter.toggle(condition)
    show(filter: filter)
  }

  // MARK: Days

  /// Asks for the days in which something is due.
  mutating func askDays() {
    open(Prompt(.days, question: words(.promptDays)))
  }

  /// Enter behind days.
  mutating func narrow(toDays text: String, _ prompt: Prompt) -> [Effect] {
    guard !text.isEmpty else { return [] }
    guard let window = Window(typed: text, today: situation.day) else {
      mode = .prompt(prompt)
      said = Said(text: words(.promptBadDays, ["text": shown(text)]), isError: true)
      return [.bell]
    }
    var filter = showing.filter
    filter.narrow(to: .due(window))
    show(filter: filter)
    return []
  }

  // MARK: All of it

  /// All tasks of all battles.
  mutating func showAllTasks() {
    showing.onlyBattle = nil
    show(filter: Filter())
  }
}

extension Text {
  /// Its words in all languages, for searching.
  var everything: String { translations.map(\.words).joined(separator: "\n") }
}
