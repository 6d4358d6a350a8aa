import WallChartStore

/// Who holds the battles up. All tasks are added up once; afterwards those are renewed of which
/// something was entered.
struct UnitsBehind: Sendable {
  /// A unit with red or yellow tasks in a battle.
  struct Unit: Equatable, Sendable {
    var id: String
    var red = 0
    var yellow = 0
    /// The sum over its tasks of the battle.
    var daysLate = 0

    fileprivate mutating func add(_ part: Part, sign: Int) {
      if part.standing == .red { red += sign }
      if part.standing == .yellow { yellow += sign }
      daysLate += sign * part.daysLate
    }
  }

  /// What a task comes to; nil for one that is neither late nor red nor yellow.
  fileprivate struct Part: Sendable {
    var standing: Standing
    var daysLate: Int

    init?(_ index: Int, in status: ChartStatus) {
      standing = status.tasks[index].standing
      daysLate = status.tasks[index].daysLate
      guard status.tasks[index].isOnChart,
        daysLate > 0 || standing == .red || standing == .yellow
      else { return nil }
    }
  }

  /// By the places of tasks, as they are added up.
  private var parts: [Part?] = []
  /// By the ids of battles and units.
  private var battles: [String: [String: Unit]] = [:]

  init(in situation: Situation) {
    parts.reserveCapacity(situation.status.tasks.count)
    for index in situation.status.tasks.indices {
      parts.append(Part(index, in: situation.status))
      if let part = parts[index] { add(part, of: index, in: situation.chart, sign: 1) }
    }
  }

  /// Looks at one task again.
  mutating func renew(_ index: Int, in situation: Situation) {
    let part = Part(index, in: situation.status)
    if let old = parts[index] { add(old, of: index, in: situation.chart, sign: -1) }
    if let part { add(part, of: index, in: situation.chart, sign: 1) }
    parts[index] = part
  }

  private mutating func add(_ part: Part, of index: Int, in chart: Chart, sign: Int) {
    let id = chart.tasks[index].unit
    battles[chart.tasks[index].battle, default: [:]][id, default: Unit(id: id)]
      .add(part, sign: sign)
  }

  /// Those of a battle as units rank: by red tasks, then by days late. Joint ones are not ranked.
  func units(of battle: String, in chart: Chart) -> [Unit] {
    guard let units = battles[battle] else { return [] }
    return chart.units.filter { $0.kind != .joint }.compactMap { units[$0.id] }
      .filter { $0.red + $0.yellow > 0 }
      .enumerated()
      .sorted {
        (-$0.element.red, -$0.element.daysLate, $0.offset)
          < (-$1.element.red, -$1.element.daysLate, $1.offset)
      }
      .map(\.element)
  }
}

extension State {
  /// Who holds the battles up now.
  var unitsBehind: UnitsBehind {
    guard let lastUnitsBehind, lastUnitsBehind.revision == revision,
      lastUnitsBehind.changes == changed.count
    else { return UnitsBehind(in: situation) }
    return lastUnitsBehind.units
  }

  /// Keeps them while the projector is up: its pages of battles name them at every look.
  mutating func catchUpUnitsBehind() {
    guard onTop == .projector else { return }
    if let last = lastUnitsBehind, last.revision == revision {
      for task in changed[last.changes...] { lastUnitsBehind?.units.renew(task, in: situation) }
      lastUnitsBehind?.changes = changed.count
    } else {
      lastUnitsBehind = (revision, changed.count, UnitsBehind(in: situation))
    }
  }
}
