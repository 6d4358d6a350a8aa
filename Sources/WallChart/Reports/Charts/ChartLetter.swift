import WallChartStore
import WallChartWords

/// The chart as a letter to those who are responsible: plain lines that stay whole in a mail, the
/// reddest tasks first, each with what it waits for.
struct ChartLetter {
  private let situation: Situation
  private let words: Words
  private let width: Int
  private var lines: [String] = []
  /// The unit it is for, where there is only one.
  private let unit: String?

  /// What the quoting of answers leaves of a line.
  static let columns = 72

  static func text(of situation: Situation, words: Words, width: Int?) -> String {
    var letter = ChartLetter(situation, words, width: min(max(width ?? columns, 40), 1000))
    letter.write()
    return letter.lines.joined(separator: "\n")
  }

  private init(_ situation: Situation, _ words: Words, width: Int) {
    (self.situation, self.words, self.width) = (situation, words, width)
    let units = Set(situation.chart.tasks.map(\.unit))
    unit = units.count == 1 ? units.first : nil
  }

  private mutating func write() {
    let total = situation.status.total
    say(words(situation.chart.title))
    let day = words(.asOf, ["date": words.longDate(situation.day)])
    say((unit.map { [name(of: $0), day] } ?? [day]).joined(separator: words(.comma)))
    guard total.tasks > 0 else { return say(words(.letterNone)) }
    let standings = Standing.allCases.filter { total[$0] > 0 }.map { standing in
      words(.letterStanding, ["n": "\(total[standing])", "standing": words.name(of: standing)])
    }
    say(
      words(
        .letterTasks,
        ["n": "\(total.tasks)", "standings": standings.joined(separator: words(.comma))]))
    say(words(.letterNodes, ["n": "\(total.nodesDueMet)", "total": "\(total.nodesDue)"]))
    for standing in [Standing.red, .yellow, .dueSoon, .green, .inClosing, .crossedOff] {
      write(standing)
    }
  }

  private mutating func write(_ standing: Standing) {
    let places = situation.status.tasks.indices.filter { place in
      let status = situation.status.tasks[place]
      return status.standing == standing && !status.isWithdrawn
    }
    guard !places.isEmpty else { return }
    let name = words.opening(words.name(of: standing))
    let head = words(.letterSection, ["standing": name, "n": "\(places.count)"])
    lines += ["", head, String(repeating: "-", count: min(width, CellWidth.columns(of: head)))]
    for place in places { write(task: place) }
  }

  /// A paragraph; its further lines stand under the first one's text.
  private mutating func say(_ text: String, _ mark: String = "", indent: Int = 0) {
    let inner = indent + CellWidth.columns(of: mark)
    for (place, line) in CellWidth.wrap(text, to: width - inner).enumerated() {
      let start = place == 0 ? String(repeating: " ", count: indent) + mark : ""
      lines.append(
        start + String(repeating: " ", count: inner - CellWidth.columns(of: start)) + line)
    }
  }

  // MARK: A task

  private mutating func write(task place: Int) {
    let (task, status) = (situation.chart.tasks[place], situation.status.tasks[place])
    say(words(task.title), Printable.filtered(task.id) + "  ")
    guard status.standing != .crossedOff else { return }
    if unit == nil { say(words.line(.fieldUnit, name(of: task.unit)), indent: 4) }
    if let lead = task.lead { say(words.line(.fieldLead, name(of: lead)), indent: 4) }
    say(words.line(.fieldLimit, limit(of: task, status)), indent: 4)
    if let quantity = task.quantity {
      let of = quantity.of.map { words($0) } ?? ""
      say(
        words(
          ["%", "％"].contains(of) ? .letterPercent : .letterCount,
          ["count": "\(status.record.count ?? 0)", "total": "\(quantity.total)", "of": of]),
        indent: 4)
    }
    var signs: [String] = []
    if status.record.stage.isClosed { signs.append(words.name(of: status.record.stage)) }
    if status.record.isSupervised { signs.append(words(.stageSupervised)) }
    if status.record.isFalse { signs.append(words(.stageFalse)) }
    if !signs.isEmpty { say(words.opening(signs.joined(separator: words(.comma))), indent: 4) }
    if status.isSilent {
      let rhythm = situation.chart.rules.rhythm(of: task.risk)
      say(words(.letterSilent, ["rhythm": words.name(of: rhythm)]), indent: 4)
    }
    for (node, state) in zip(task.nodes, status.nodes) where state.metOn == nil {
      say(
        words(
          .letterNode,
          [
            "date": words.shortDate(state.due, today: situation.day), "node": words(node.title),
            "state": wait(until: state.due),
          ]), "- ", indent: 4)
    }
  }

  private func name(of unit: String) -> String {
    situation.unit(unit).map { words($0.name) } ?? Printable.filtered(unit)
  }

  private func limit(of task: Chart.Task, _ status: TaskStatus) -> String {
    guard let text = words.limit(of: task, status), let limit = status.record.limit else {
      return words(.termStanding)
    }
    return [text, wait(until: limit)].joined(separator: words(.comma))
  }

  /// How long there is to a day that is not met yet, or how long ago it was.
  private func wait(until day: Day) -> String {
    let days = day - situation.day
    if days == 0 { return words(.stateDueToday) }
    return words(days < 0 ? .stateOverdue : .stateDueIn, ["n": "\(abs(days))"])
  }
}
