import WallChartStore
import WallChartWords

// Ways of looking at the chart that have a name.
extension State {
  /// The views that every chart has.
  private var builtInViews: [(name: Word, view: SavedView)] {
    func view(_ filter: Filter, _ order: Order, _ zoom: Axis.Zoom = .month) -> SavedView {
      SavedView(showing: Showing(filter: filter, order: order), axis: .calendar(zoom), zoom: zoom)
    }
    return [
      (.viewWhole, SavedView()),
      (.viewThisWeek, view(Filter(.due(.thisWeek)), .battle, .week)),
      (.viewRedByUnit, view(Filter(.standing(.red)), .unit)),
      (.viewUnfinishedByLimit, view(Filter(.unfinished), .limit)),
    ]
  }

  /// All views by name, and what can be done with them.
  mutating func askView() {
    var items = builtInViews.map { name, view in
      Menu.Item(text: words(name), isOn: view == currentView, choice: .view(view))
    }
    items += namedViews.map { named in
      Menu.Item(
        text: shown(named.name), isOn: SavedView(json: named.json) == currentView,
        choice: .namedView(named))
    }
    for place in items.indices.prefix(9) { items[place].digit = place + 1 }
    items.append(Menu.Item(text: words(.viewName), digit: 0, choice: .nameView))
    if !namedViews.isEmpty {
      items.append(Menu.Item(text: words(.viewForget), choice: .forgetViews))
    }
    mode = .menu(Menu(question: words(.promptView), items: items))
  }

  /// Looks at the chart as a named view says.
  mutating func show(_ named: NamedView) -> [Effect] {
    guard let view = SavedView(json: named.json) else {
      said = Said(text: words(.saidViewUnknown, ["name": shown(named.name)]), isError: true)
      return [.bell]
    }
    show(view)
    return []
  }

  // MARK: Names

  /// Asks for a name for the current view; what it narrows to is proposed.
  mutating func askViewName() {
    let question =
      proposedName.isEmpty
      ? words(.promptViewName) : words(.promptViewNameOr, ["name": proposedName])
    open(Prompt(.viewName, question: question))
  }

  private var proposedName: String {
    let parts = showing.filter.conditions.map { name(of: $0, isShort: true) }
    return parts.joined(separator: words(.listComma))
  }

  /// Enter behind a name, or behind none for the one proposed.
  func name(view name: String) -> [Effect] {
    let name = name.isEmpty ? proposedName : name
    return name.isEmpty ? [] : [.nameView(name: name, json: currentView.json)]
  }

  /// Which name to take away.
  mutating func askViewToForget() {
    let items = namedViews.map {
      Menu.Item(text: shown($0.name), choice: .forgetView(name: $0.name))
    }
    mode = .menu(Menu(question: words(.promptViewForget), items: items))
  }

  /// What became of a name.
  mutating func take(_ views: [NamedView], name: String) {
    namedViews = views
    let isNamed = views.contains { $0.name == name }
    say(words(isNamed ? .saidViewNamed : .saidViewForgotten, ["name": shown(name)]))
  }
}
