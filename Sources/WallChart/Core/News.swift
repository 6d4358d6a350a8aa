import WallChartStore
import WallChartWords

/// What is new, laid out in lines once, so that moving in it costs nothing.
struct News: Sendable {
  struct Item: Sendable {
    var kind: Changes.Kind
    var change: Changes.Change
  }

  enum Row: Sendable {
    case head(Changes.Kind)
    /// By its place among the items.
    case item(Int)
  }

  let changes: Changes
  private(set) var items: [Item] = []
  /// Where those of each kind stand.
  private var places: [Changes.Kind: Range<Int>] = [:]
  private(set) var rows: [Row] = []
  /// The row of each item.
  private(set) var rowOfItem: [Int] = []

  init(_ changes: Changes) {
    self.changes = changes
    for kind in Changes.Kind.allCases where !changes[kind].isEmpty {
      rows.append(.head(kind))
      places[kind] = items.count..<items.count + changes[kind].count
      for change in changes[kind] {
        rowOfItem.append(rows.count)
        rows.append(.item(items.count))
        items.append(Item(kind: kind, change: change))
      }
    }
  }

  /// The items of a kind.
  subscript(kind: Changes.Kind) -> ArraySlice<Item> { items[places[kind] ?? 0..<0] }
}

// Since the last meeting: what is new, and since when.
extension State {
  /// `=`: what is new since the last meeting, or back from it.
  mutating func showSince() {
    if onTop.place == .since {
      goBack()
    } else {
      sinceDay = nil
      news = nil
      views.append(.since(selected: 0))
    }
  }

  /// Since when the news are: the chosen day, the last meeting, or a week.
  var since: Since {
    if let sinceDay { return .day(sinceDay) }
    // At a meeting the last one of its rhythm, else the last of any.
    let ledger = situation.ledger
    let last =
      ledger.lastMeeting(of: meeting?.rhythm, through: situation.day)
      ?? ledger.lastMeeting(through: situation.day)
    return last.map { .meeting($0) } ?? .day(situation.day + -7)
  }

  /// Compares with a day so many days on; the day before is the last there is to compare with.
  mutating func moveSince(by days: Int) {
    let before = situation.day + -1
    let next = min(since.day + days, before)
    if next == sinceDay { said = Said(text: words(.saidSinceEnd)) }
    sinceDay = next
    news = nil
    onTop = .since(selected: 0)
  }

  /// Compares with the last meeting again.
  mutating func sinceLastMeeting() {
    sinceDay = nil
    news = nil
    onTop = .since(selected: 0)
  }

  /// Computes what the screen compares with another time, when it is shown and not known.
  mutating func catchUp() {
    catchUpMeeting()
    catchUpLookBack()
    catchUpSigns()
    if onTop.place == .since || onTop == .projector, news == nil {
      news = News(Changes(in: situation, since: since))
    }
    if case .since(let selected) = onTop, let news {
      onTop = .since(selected: max(0, min(selected, news.items.count - 1)))
    }
    if !isLooking {
      if contrast != nil { contrast = nil }
    } else if contrast?.present.day != writingDay {
      var present = situation.status
      present.move(to: writingDay, of: situation.chart, ledger: situation.ledger)
      contrast = Contrast(of: situation, with: PresentStandings(present))
    }
    catchUpSheets()
  }

  /// Enter: opens the task that a line is about, wherever the chart hides it.
  mutating func openNews(_ selected: Int) -> [Effect] {
    guard let items = news?.items, items.indices.contains(selected),
      let task = items[selected].change.task
    else { return [.bell] }
    let id = situation.chart.tasks[task].id
    guard !situation.status.tasks[task].isWithdrawn else {
      said = Said(text: words(Refusal.withdrawn(task: id)))
      return [.bell]
    }
    let node = items[selected].change.nodes.first.map { situation.chart.tasks[task].nodes[$0].id }
    open(task: task, node: node)
    return []
  }

  /// Opens a task's view, wherever the chart hides the task.
  mutating func open(task: Int, node: String?) {
    let id = situation.chart.tasks[task].id
    if !isShown[task] {
      (showing.filter, showing.onlyBattle) = (Filter(), nil)
      said = Said(text: words(.saidFilterLeft, ["task": id]))
      arrange()
    }
    unfold(task)
    views.append(.task(scroll: 0))
    select(task: id, node: node)
    scrollToNode()
  }
}
