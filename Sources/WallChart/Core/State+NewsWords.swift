import WallChartStore
import WallChartWords

// What is new, in words.
extension State {
  /// Since when: `Since the weekly scheduling meeting, Fri 24 Jul 10:30`.
  var sinceTitle: String {
    switch news?.changes.since ?? since {
    case .meeting(let closing):
      let date = words.weekdayDate(closing.on)
      // Of a chart with a day of its own the clock was another year's.
      let clock = closing.at.day == closing.on ? " " + closing.at.clock : ""
      guard case .meeting(let meeting) = closing.fact, let rhythm = meeting.rhythm else {
        return words(.sinceMeeting, ["date": date + clock])
      }
      return words(
        .sinceMeetingOf,
        ["meeting": words.name(ofMeeting: rhythm), "date": date + clock])
    case .day(let day):
      guard sinceDay == nil else { return words(.sinceDay, ["date": words.weekdayDate(day)]) }
      return words(.sinceNoMeeting, ["date": words.shortDate(day, today: situation.day)])
    }
  }

  /// How many of a kind there are: `3 newly red`.
  func count(of kind: Changes.Kind) -> String {
    words(word(of: kind), ["n": "\(news?.changes.count(kind) ?? 0)"])
  }

  func word(of kind: Changes.Kind) -> Word {
    switch kind {
    case .red: .sinceRed
    case .yellow: .sinceYellow
    case .metLate: .sinceMetLate
    case .met: .sinceMet
    case .submitted: .sinceSubmitted
    case .crossedOff: .sinceCrossedOff
    case .reopened: .sinceReopened
    case .extended: .sinceExtended
    case .supervised: .sinceSupervised
    case .takenBack: .sinceTakenBack
    case .added: .sinceAdded
    case .withdrawn: .sinceWithdrawn
    case .reported: .sinceReported
    case .noted: .sinceNoted
    case .edited: .sinceEdited
    case .imported: .sinceImported
    }
  }

  /// What a line says behind the task: what happened, who said so and for which day.
  func newsText(_ item: News.Item, width: Int) -> String {
    guard let entry = situation.lastEntry(of: item.change) else {
      return newsFact(item, within: width) ?? newsFact(item, titles: nil)
    }
    // An undo bears the day of what it takes back; what counts here is when that was done.
    let isUndo = item.kind == .takenBack
    let day = words.shortDate(isUndo ? entry.at.day : entry.on, today: situation.day)
    let sources = [words(.sinceBy, ["who": shown(entry.by), "date": day]), day]
    for source in sources {
      let end = " \(setting.glyphs.dot) \(source)"
      if let text = newsFact(item, within: width - CellWidth.columns(of: end)) { return text + end }
    }
    return fitted(newsFact(item, titles: nil), width: width) {
      ["\($0[0]) \(setting.glyphs.dot) \(day)"]
    }
  }

  /// What happened, in so many columns; nil when there is no room for it. Nodes are named by their
  /// titles, shortened where they must be, and by numbers where too little would be left of them.
  private func newsFact(_ item: News.Item, within width: Int) -> String? {
    func fits(_ text: String) -> Bool { CellWidth.columns(of: text) <= width }
    let whole = newsFact(item, titles: Int.max)
    if fits(whole) { return whole }
    let least = 8
    if fits(newsFact(item, titles: least)) {
      let most = CellWidth.columns(of: whole)
      return (least...max(least, most)).lazy.reversed().map { newsFact(item, titles: $0) }
        .first(where: fits)
    }
    let numbered = newsFact(item, titles: nil)
    return fits(numbered) ? numbered : nil
  }

  /// - Parameter titles: how many columns the title of a node may have; nil names it by its number.
  private func newsFact(_ item: News.Item, titles: Int?) -> String {
    let last = situation.lastEntry(of: item.change)
    guard let index = item.change.task else { return listWords(last) }
    let task = situation.chart.tasks[index]
    let status = situation.status.tasks[index]
    func name(_ place: Int) -> String {
      guard let titles else { return words(.sinceNode, ["n": "\(place + 1)"]) }
      let title = words(task.nodes[place].title)
      return CellWidth.cut(title, to: titles, ellipsis: setting.glyphs.ellipsis)
    }
    func record(_ entry: Entry?) -> String {
      entry.map { recordText(of: $0, task, situation.ledger.roots(of: task.id)) } ?? ""
    }
    switch item.kind {
    case .red, .yellow: return reason(for: status, name: name)
    case .met: return item.change.nodes.map(name).joined(separator: words(.listComma))
    case .metLate:
      return item.change.nodes.map { place in
        words(.sinceNodeLate, ["node": name(place), "n": "\(status.nodes[place].daysLate)"])
      }.joined(separator: words(.listComma))
    case .takenBack:
      guard item.change.entries.isEmpty else { return record(last) }
      let nodes = item.change.nodes.map(name).joined(separator: words(.listComma))
      return words(.sinceNodeOpen, ["node": nodes])
    case .added: return words.name(of: status.standing) + limitWords(task, status)
    case .withdrawn: return task.withdrawn.map { words.date($0) } ?? ""
    case .extended: return extensionWords(last, task)
    case .reported:
      // That it is a report stands above.
      guard case .report(let report)? = last?.fact else { return "" }
      return reportText(report, task)
    default: return record(last)
    }
  }

  /// A moved limit, shorter than the record says it.
  private func extensionWords(_ entry: Entry?, _ task: Chart.Task) -> String {
    guard case .extend(let moved)? = entry?.fact else { return "" }
    func date(_ day: Day) -> String { words.shortDate(day, today: situation.day) }
    let node = moved.node.map { task.node($0).map { words($0.title) } ?? shown($0) }
    return words(
      .sinceMoved,
      [
        "what": node ?? words(.recordLimit), "from": date(moved.from), "to": date(moved.to),
        "who": shown(moved.approvedBy),
      ])
  }

  func limitWords(_ task: Chart.Task, _ status: TaskStatus) -> String {
    guard task.term != .standing, let limit = status.record.limit else { return "" }
    return words(.listComma) + words(.sinceLimit, ["date": words.date(limit)])
  }

  /// Why a task is red or yellow.
  private func reason(for status: TaskStatus, name: (Int) -> String) -> String {
    let record = status.record
    if record.isFalse { return words(.stageFalse) }
    let overdue = status.nodes.indices.filter { status.nodes[$0].state == .overdue }
    if let worst = overdue.max(by: { status.nodes[$0].daysLate < status.nodes[$1].daysLate }) {
      return name(worst) + words(.sayAfter) + stateSentence(status.nodes[worst])
    }
    if let limit = record.limit, limit < situation.day {
      return words(.stateLimitPassed, ["n": "\(situation.day - limit)"])
    }
    return record.isSupervised ? words(.stageSupervised) : ""
  }

  private func listWords(_ entry: Entry?) -> String {
    guard case .import(let list)? = entry?.fact else { return "" }
    return entryWords.text(of: list)
  }

  /// The selected line at length: `BS-04 · 11 small boilers · Shahekou District: …`.
  func newsSentence(_ selected: Int) -> String {
    guard let item = news?[selected] else { return "" }
    let text = newsText(item, width: size.columns * 3)
    guard let index = item.change.task else { return text }
    let task = situation.chart.tasks[index]
    let unit = situation.unit(task.unit).map { words($0.name) } ?? task.unit
    return [task.id, unit, text].joined(separator: " \(setting.glyphs.dot) ")
  }
}
