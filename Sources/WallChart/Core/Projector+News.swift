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

  /// The news that have lines, in the order of a meeting; of the only battle, where one is shown.
  var newsForTheRoom: [News.Item] {
    news(of: Self.kindsForTheRoom)
  }

  private func news(of kinds: [Changes.Kind]) -> [News.Item] {
    guard let news else { return [] }
    let only = showing.onlyBattle
    return kinds.flatMap { news[$0] }.filter { item in
      guard let task = item.change.task else { return false }
      return only == nil || situation.chart.tasks[task].battle == only
    }
  }

  /// How many there are of each kind, those that reported too: `3 newly red`.
  var countsForTheRoom: [(kind: Changes.Kind, text: String)] {
    (Self.kindsForTheRoom + [.reported]).compactMap { kind in
      let count = news(of: [kind]).reduce(0) { sum, item in
        sum + (kind == .met || kind == .metLate ? max(1, item.change.nodes.count) : 1)
      }
      return count > 0 ? (kind, words(word(of: kind), ["n": "\(count)"])) : nil
    }
  }

  /// One line each.
  var linesOfNews: [Projector.Line] {
    newsForTheRoom.compactMap { item in
      item.change.task.map { Projector.Line(task: $0, cause: .change(item.kind), days: 0) }
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
    guard let item = news(of: [kind]).first(where: { $0.change.task == index }) else { return "" }
    let task = situation.chart.tasks[index]
    let status = situation.status.tasks[index]
    func date(_ day: Day) -> String { words.shortDate(day, today: situation.day) }
    func titles(_ text: (Int) -> String) -> String {
      item.change.nodes.map(text).joined(separator: words(.listComma))
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
      guard let entry = item.change.last else { return "" }
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
