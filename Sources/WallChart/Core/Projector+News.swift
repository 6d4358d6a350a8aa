import WallChartStore
import WallChartWords

// What changed since the last meeting, as far as it is for the room: what became of tasks and
// nodes. Remarks, files, changes of the plan and what people wrote are for the clerk.
extension State {
  /// The kinds that have lines.
  static let kindsForTheRoom: [Changes.Kind] = [
    .red, .yellow, .metLate, .met, .submitted, .crossedOff, .reopened, .extended, .supervised,
    .takenBack, .added, .withdrawn,
  ]

  /// What is new; of the only battle, where one is shown.
  private var changesForTheRoom: Changes? {
    guard let only = showing.onlyBattle else { return news?.changes }
    if let known = kept.battleNews, known.battle == only { return known.value }
    let tasks = situation.chart.tasks
    return news?.changes.filtered { tasks[$0].battle == only }
  }

  /// Keeps that while the projector is up: the pages ask for it at every look.
  mutating func catchUpBattleNews() {
    guard onTop == .projector, let only = showing.onlyBattle, kept.battleNews?.battle != only else {
      return
    }
    kept.battleNews = changesForTheRoom.map { (only, $0) }
  }

  /// How many lines there are.
  var newsCount: Int {
    guard let changes = changesForTheRoom else { return 0 }
    return Self.kindsForTheRoom.reduce(0) { $0 + changes[$1].count }
  }

  /// Some of them, one for each change, in the order of a meeting.
  func linesOfNews(_ range: Range<Int>) -> [Projector.Line] {
    guard let all = changesForTheRoom else { return [] }
    var (lines, first) = ([Projector.Line](), 0)
    for kind in Self.kindsForTheRoom where first < range.upperBound {
      let changes = all[kind]
      let part = range.clamped(to: first..<first + changes.count)
      for change in changes[part.lowerBound - first..<part.upperBound - first] {
        guard let task = change.task else { continue }
        lines.append(Projector.Line(task: task, cause: .change(kind), days: 0))
      }
      first += changes.count
    }
    return lines
  }

  /// How many there are of each kind, those that reported too: `3 newly red`.
  var countsForTheRoom: [(kind: Changes.Kind, text: String)] {
    (Self.kindsForTheRoom + [.reported]).compactMap { kind in
      let count = changesForTheRoom?.count(kind) ?? 0
      return count > 0 ? (kind, words(word(of: kind), ["n": "\(count)"])) : nil
    }
  }

  /// What stands in the strong column of a line, in at most two rows.
  func chipWord(of kind: Changes.Kind) -> Word {
    switch kind {
    case .red: .projectorTurnedRed
    case .yellow: .projectorTurnedYellow
    case .metLate: .projectorMetLate
    case .met: .projectorMetInTime
    case .crossedOff: .projectorCrossedOff
    case .reopened: .projectorSentBack
    case .extended: .projectorExtended
    case .supervised: .projectorSupervision
    case .takenBack: .projectorTakenBack
    case .added: .projectorAdded
    case .withdrawn: .projectorWithdrawn
    default: .projectorSubmitted
    }
  }

  /// What a line says of a change of a task: nodes, days and steps, and nothing that somebody
  /// typed but titles.
  func roomText(of kind: Changes.Kind, task index: Int) -> String {
    guard let change = news?.changes.change(of: index, in: kind) else { return "" }
    let task = situation.chart.tasks[index]
    let status = situation.status.tasks[index]
    func date(_ day: Day) -> String { words.shortDate(day, today: situation.day) }
    func titles(_ text: (Int) -> String) -> String {
      change.nodes.map(text).joined(separator: words(.listComma))
    }
    switch kind {
    case .met: return titles { words(task.nodes[$0].title) }
    case .metLate:
      return titles { place in
        words(
          .sinceNodeLate,
          ["node": words(task.nodes[place].title), "n": "\(status.nodes[place].daysLate)"])
      }
    case .takenBack:
      return titles { words(.sinceNodeOpen, ["node": words(task.nodes[$0].title)]) }
    case .added: return words.name(of: status.standing) + limitWords(task, status)
    case .withdrawn: return task.withdrawn.map(date) ?? ""
    default:
      guard let entry = situation.lastEntry(of: change) else { return "" }
      return stepText(of: entry, task) + " \(setting.glyphs.dot) " + date(entry.on)
    }
  }

  /// A step of the procedure without its reason.
  private func stepText(of entry: Entry, _ task: Chart.Task) -> String {
    func date(_ day: Day) -> String { words.shortDate(day, today: situation.day) }
    switch entry.fact {
    case .verify(let until): return words(.recordVerify, ["date": date(until)])
    case .return: return words(.recordReturn)
    case .crossOff: return words(.recordCrossOff)
    case .reopen(_, let isFalse): return words(isFalse ? .recordReopenFalse : .recordReopen)
    case .supervise: return words(.recordSupervise)
    case .release: return words(.recordRelease)
    case .extend(let moved):
      let what = moved.node.flatMap { task.node($0) }.map { words($0.title) } ?? words(.recordLimit)
      return words(
        .projectorMoved, ["what": what, "from": date(moved.from), "to": date(moved.to)])
    default: return words(.recordSubmit)
    }
  }
}
