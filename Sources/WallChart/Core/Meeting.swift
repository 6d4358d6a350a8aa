import WallChartStore

/// A scheduling meeting 调度会 that is open: what is to be discussed at it, as it was when it began,
/// and how far it has come.
struct Meeting: Equatable, Sendable {
  /// In which order the tasks come up.
  enum Order: String, Sendable {
    case battle, unit
  }

  /// A task to be discussed, by its id, and why.
  struct Item: Equatable, Sendable {
    var task: String
    var reasons: [Agenda.Reason]
  }

  let rhythm: Chart.Rhythm
  /// The entry that opened it.
  let opened: EntryID
  let began: Moment
  /// How far each writer's ledger was read when it began: what came later belongs to it.
  let seen: [String: Int]
  /// In the order of the plan. A task that is settled meanwhile stays: of so many, so many are done.
  let items: [Item]
  var order = Order.battle
  /// The task that is up; nil behind the last one.
  var task: String?
  /// The tasks that were left behind by going on, or that something was written about.
  var discussed: Set<String> = []
  /// Dark until the next key.
  var isBlank = false

  /// What an opening entry begins; nil of an entry that begins none.
  /// - Parameter items: what was to be discussed then.
  init?(_ entry: Entry, items: [Item]) {
    guard case .meeting(let meeting) = entry.fact, !meeting.isClosing else { return nil }
    // Other programs may leave it out; the most frequent one has the fewest tasks.
    rhythm = meeting.rhythm ?? .daily
    opened = entry.id
    began = entry.at
    seen = meeting.seen
    self.items = items
    task = items.first?.task
  }

  /// Whether an entry was written since it began.
  func isNews(_ entry: Entry) -> Bool {
    entry.writer.isEmpty || entry.n > seen[entry.writer] ?? -1
  }
}

extension Meeting {
  /// The place it has come to, as this machine keeps it.
  var kept: MeetingPlace {
    MeetingPlace(
      opened: opened,
      items: items.map { MeetingPlace.Item(task: $0.task, reasons: $0.reasons.map(\.rawValue)) },
      order: order.rawValue, task: task, discussed: discussed.sorted())
  }

  /// Goes on from a place that was kept of an opening entry; nil when it is another meeting's, or
  /// damaged: without any task of the plan.
  init?(_ entry: Entry, at place: MeetingPlace, in chart: Chart) {
    guard place.opened == entry.id, place.items.contains(where: { chart.task($0.task) != nil })
    else { return nil }
    self.init(
      entry,
      items: place.items.map { item in
        Item(task: item.task, reasons: item.reasons.compactMap { Agenda.Reason(rawValue: $0) })
      })
    order = Order(rawValue: place.order) ?? .battle
    if let up = place.task {
      if items.contains(where: { $0.task == up }) { task = up }
    } else {
      task = nil
    }
    discussed = Set(place.discussed)
  }
}

extension Agenda {
  /// Its items by the ids of their tasks.
  func items(in chart: Chart) -> [Meeting.Item] {
    items.map { Meeting.Item(task: chart.tasks[$0.task].id, reasons: $0.reasons) }
  }
}
