import WallChartStore
import WallChartWords

/// What is new, laid out in lines: for each kind a head, and a line for each task below it.
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

  private(set) var changes: Changes
  /// The kinds of which there is something, each with the place of its first item.
  private var parts: [(kind: Changes.Kind, first: Int)] = []
  /// Of all items.
  private(set) var count = 0

  init(_ changes: Changes) {
    self.changes = changes
    layOut()
  }

  private mutating func layOut() {
    (parts, count) = ([], 0)
    for kind in Changes.Kind.allCases where !changes[kind].isEmpty {
      parts.append((kind, count))
      count += changes[kind].count
    }
  }

  /// Looks at one task again, of which entries have come.
  mutating func renew(_ task: Int, in situation: Situation) {
    changes.renew(task, in: situation)
    layOut()
  }

  /// The item of a place; nil where there is none.
  subscript(place: Int) -> Item? {
    guard place >= 0, place < count, let part = parts.last(where: { $0.first <= place })
    else { return nil }
    return Item(kind: part.kind, change: changes[part.kind][place - part.first])
  }

  var rowCount: Int { count + parts.count }

  /// What stands in a row, counted from 0; nil below the last.
  func row(_ row: Int) -> Row? {
    guard row < rowCount,
      let part = parts.indices.last(where: { parts[$0].first + $0 <= row })
    else { return nil }
    return parts[part].first + part == row ? .head(parts[part].kind) : .item(row - part - 1)
  }

  /// The row of an item.
  func row(ofItem place: Int) -> Int { place + parts.filter { $0.first <= place }.count }
}

// Since the last meeting: what is new, and since when.
extension State {
  /// `=`: what is new since the last meeting, or back from it.
  mutating func showSince() {
    if onTop.place == .since {
      goBack()
    } else {
      sinceDay = nil
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
    onTop = .since(selected: 0)
  }

  /// Compares with the last meeting again.
  mutating func sinceLastMeeting() {
    sinceDay = nil
    onTop = .since(selected: 0)
  }

  /// Computes what the screen compares with another time, when it is shown and not known.
  mutating func catchUp() {
    catchUpMeeting()
    catchUpLookBack()
    catchUpSigns()
    if onTop.place == .since || onTop == .projector {
      let since = since
      if news?.changes.since != since {
        (news, kept.battleNews) = (News(Changes(in: situation, since: since)), nil)
      }
    }
    catchUpBattleNews()
    if case .since(let selected) = onTop, let news {
      onTop = .since(selected: max(0, min(selected, news.count - 1)))
    }
    if !isLooking {
      if contrast != nil { contrast = nil }
    } else if contrast?.present.day != writingDay {
      var present = situation.status
      present.move(to: writingDay, of: situation.chart, ledger: situation.ledger)
      contrast(with: PresentStandings(present))
    }
    catchUpProjectorTasks()
    catchUpSheets()
  }

  /// Enter: opens the task that a line is about, wherever the chart hides it.
  mutating func openNews(_ selected: Int) -> [Effect] {
    guard let change = news?[selected]?.change, let task = change.task else { return [.bell] }
    let id = situation.chart.tasks[task].id
    guard !situation.status.tasks[task].isWithdrawn else {
      said = Said(text: words(Refusal.withdrawn(task: id)))
      return [.bell]
    }
    let node = change.nodes.first.map { situation.chart.tasks[task].nodes[$0].id }
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
