import WallChartStore
import WallChartWords

/// The time nodes, and the limits of tasks on days without one, as events of a whole day for
/// calendar programs (iCalendar, RFC 5545).
///
/// An event keeps its name over every move of its day, and its `SEQUENCE` grows with the ledger; so
/// a calendar that reads a later file moves its events, and those met, withdrawn or crossed off are
/// cancelled in it. Nothing in an event depends on today, so the same ledger gives the same file.
struct ChartCalendar {
  private let situation: Situation
  private let words: Words
  private var file = CalendarText()
  /// Tells the events of this chart from those of others with the same ids.
  private let chartKey: String
  /// Lists change tasks without an entry about each.
  private let imports: [Entry]

  static func text(of situation: Situation, words: Words) -> String {
    var calendar = ChartCalendar(situation, words)
    calendar.write()
    return calendar.file.text
  }

  private init(_ situation: Situation, _ words: Words) {
    (self.situation, self.words) = (situation, words)
    let title = situation.chart.title.translations.first?.words ?? ""
    chartKey = String(HashChain.sha256(Array(title.utf8)).prefix(16))
    imports = situation.ledger.general.filter { entry in
      guard case .import = entry.fact else { return false }
      return entry.on <= situation.day
    }
  }

  private mutating func write() {
    file.line("BEGIN:VCALENDAR")
    file.line("VERSION:2.0")
    file.line("PRODID:-//wallchart//wallchart//" + words.language.rawValue.uppercased())
    file.line("CALSCALE:GREGORIAN")
    file.line("METHOD:PUBLISH")
    file.property("X-WR-CALNAME", words(situation.chart.title))
    for place in situation.chart.tasks.indices {
      let (task, status) = (situation.chart.tasks[place], situation.status.tasks[place])
      // What was withdrawn may be in somebody's calendar, and is called off there.
      guard status.isOnChart || status.isWithdrawn else { continue }
      let entries = situation.ledger.entries(of: task.id).filter { $0.on <= situation.day }
      let version = Version(entries + imports)
      for node in task.nodes.indices { write(Event(task: place, node: node), version) }
      if let event = limitEvent(of: place, entries) { write(event, version) }
    }
    file.line("END:VCALENDAR")
  }

  /// What an event is about.
  private struct Event {
    var task: Int
    /// Nil for the limit of the task.
    var node: Int?
    /// Whether it has gone into a node of that day.
    var isCovered = false
  }

  /// How often a task was touched by now, and the last time.
  private struct Version {
    let number: Int
    let moment: String

    init(_ entries: [Entry]) {
      number = entries.count
      moment = ChartCalendar.moment(entries.map(\.at.milliseconds).max() ?? 0)
    }
  }

  /// The limit of a task, where no node stands for it. Where days have moved it may have stood in an
  /// earlier file, and is cancelled.
  private func limitEvent(of place: Int, _ entries: [Entry]) -> Event? {
    let (task, record) = (situation.chart.tasks[place], situation.status.tasks[place].record)
    guard task.term != .standing, let limit = record.limit else { return nil }
    guard record.due.contains(limit) else { return Event(task: place) }
    let isMoved = entries.contains { entry in
      switch entry.fact {
      case .extend, .edit, .undo: true
      default: false
      }
    }
    return isMoved ? Event(task: place, isCovered: true) : nil
  }

  // MARK: One event

  private mutating func write(_ event: Event, _ version: Version) {
    let task = situation.chart.tasks[event.task]
    let status = situation.status.tasks[event.task]
    let day = event.node.map { status.record.due[$0] } ?? status.record.limit
    guard let day else { return }
    let over = over(event, status)
    file.line("BEGIN:VEVENT")
    let key = event.node.map { task.id + "+" + task.nodes[$0].id } ?? task.id
    file.line("UID:\(key)@\(chartKey).wallchart")
    file.line("DTSTAMP:" + version.moment)
    file.line("LAST-MODIFIED:" + version.moment)
    file.line("SEQUENCE:\(version.number)")
    file.line("DTSTART;VALUE=DATE:" + Self.date(day))
    file.line("STATUS:" + (over == nil ? "CONFIRMED" : "CANCELLED"))
    // A day that is due keeps nobody from meeting others.
    file.line("TRANSP:TRANSPARENT")
    let summary = summary(of: event, task)
    file.property("SUMMARY", over.map { words($0, ["what": summary]) } ?? summary)
    file.property("DESCRIPTION", description(of: event, task, status).joined(separator: "\n"))
    let battle = situation.chart.battle(task.battle)
    file.property(
      "CATEGORIES",
      list: [battle?.name, situation.unit(task.unit)?.name].compactMap { $0.map { words($0) } })
    file.line("END:VEVENT")
  }

  /// Why nobody waits for it any more; programs that know of no cancelled events show it.
  private func over(_ event: Event, _ status: TaskStatus) -> Word? {
    if status.isWithdrawn { return .calendarWithdrawn }
    if status.record.stage == .crossedOff { return .calendarCrossedOff }
    if event.isCovered { return .calendarCovered }
    guard let node = event.node, status.record.metOn[node] != nil else { return nil }
    return .calendarMet
  }

  private func summary(of event: Event, _ task: Chart.Task) -> String {
    words(
      .calendarSummary,
      [
        "task": Printable.filtered(task.id) + " " + words(task.wallTitle),
        "what": event.node.map { words(task.nodes[$0].title) } ?? words(.fieldLimit),
        "unit": unit(task.unit, isShort: true),
      ])
  }

  private func unit(_ id: String, isShort: Bool = false) -> String {
    guard let unit = situation.unit(id) else { return Printable.filtered(id) }
    return words(isShort ? unit.short ?? unit.name : unit.name)
  }

  private func description(
    of event: Event, _ task: Chart.Task, _ status: TaskStatus
  ) -> [String] {
    var lines = [words(task.title)]
    if let quota = event.node.flatMap({ task.nodes[$0].quota }) {
      lines.append(
        words(
          .nodeQuota,
          ["quota": "\(quota)", "of": task.quantity?.of.map { words($0) } ?? ""]))
    }
    lines.append(words.line(.fieldUnit, unit(task.unit)))
    if let lead = task.lead { lines.append(words.line(.fieldLead, unit(lead))) }
    if let officer = task.officer {
      lines.append(words.line(.fieldOfficer, Printable.filtered(officer)))
    }
    if let limit = words.limit(of: task, status) { lines.append(words.line(.fieldLimit, limit)) }
    return lines
  }

  // MARK: Days and moments

  private static func date(_ day: Day) -> String { day.iso.filter { $0 != "-" } }

  /// `20200731T011405Z`.
  private static func moment(_ milliseconds: Int64) -> String {
    let text = Moment(milliseconds: milliseconds, offset: 0).rfc3339
    return text.prefix { $0 != "." }.filter { $0 != "-" && $0 != ":" } + "Z"
  }
}
