import WallChartStore
import WallChartWords

/// The time nodes, and the limits of tasks on days without one, as events of a whole day for
/// calendar programs (iCalendar, RFC 5545).
///
/// An event keeps its name over every move of its day, and its `SEQUENCE` grows with the ledger; so
/// a calendar that reads a later file moves its events, and those met, withdrawn, crossed off or
/// gone from the plan are cancelled in it. A hand in the plan leaves no entry: then `DTSTAMP`
/// alone tells which of two files is the later one (RFC 5546, 2.1.5), by the moment at which the
/// plan was written. Nothing in an event depends on today, so the same chart gives the same file.
struct ChartCalendar {
  private let situation: Situation
  private let words: Words
  private var file = CalendarText()
  /// Of what may change many tasks at once: lists, units under other names, a hand in the plan.
  private let version: Version
  /// The newest entry that took something out of the plan, by what it took.
  private let removals: [Gone: Entry]
  /// Tasks that are in the plan, shown or not.
  private let planned: Set<String>

  /// - Parameters:
  ///   - plan: all of it, where only a part of its tasks is shown.
  ///   - written: when it was last written.
  static func text(
    of situation: Situation, in plan: Chart? = nil, written: Moment, words: Words
  ) -> String {
    var calendar = ChartCalendar(situation, plan ?? situation.chart, written, words)
    calendar.write()
    return calendar.file.text
  }

  private init(_ situation: Situation, _ plan: Chart, _ written: Moment, _ words: Words) {
    (self.situation, self.words) = (situation, words)
    planned = Set(plan.tasks.map(\.id))
    let general = situation.ledger.general.filter { entry in
      if case .meeting = entry.fact { false } else { entry.on <= situation.day }
    }
    version = Version(number: 0, milliseconds: written.milliseconds).after(general)
    var removals: [Gone: Entry] = [:]
    for entry in general.sorted(by: { ($0.turn, $0.n, $0.id) < ($1.turn, $1.n, $1.id) }) {
      for removal in entry.removed {
        for task in removal.tasks {
          for node in removal.nodes { removals[Gone(task: task, node: node)] = entry }
          if removal.hasLimit { removals[Gone(task: task)] = entry }
        }
      }
    }
    self.removals = removals
  }

  private mutating func write() {
    file.line("BEGIN:VCALENDAR")
    file.line("VERSION:2.0")
    file.line("PRODID:-//wallchart//wallchart//" + words.language.rawValue.uppercased())
    file.line("CALSCALE:GREGORIAN")
    file.line("METHOD:PUBLISH")
    file.property("X-WR-CALNAME", words(situation.chart.title))
    let gone = Dictionary(grouping: removals.keys, by: \.task).mapValues { $0.sorted() }
    for place in situation.chart.tasks.indices {
      let task = situation.chart.tasks[place]
      let entries = situation.ledger.entries(of: task.id).filter { $0.on <= situation.day }
      let version = version.after(entries, added: task.added)
      for node in task.nodes.indices { write(Event(task: place, node: node), version) }
      let limit = limitEvent(of: place, entries)
      if let limit { write(limit, version) }
      for gone in gone[task.id] ?? [] {
        let stands = gone.node.map { task.node($0) != nil } ?? (limit != nil)
        if !stands { write(gone, version, of: task) }
      }
    }
    for (id, gone) in gone.sorted(by: { $0.key < $1.key }) where !planned.contains(id) {
      let entries = situation.ledger.entries(of: id).filter { $0.on <= situation.day }
      let version = version.after(entries)
      for gone in gone { write(gone, version, of: nil) }
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

  /// What an event was about that is in the plan no longer, by ids.
  private struct Gone: Hashable, Comparable {
    var task: String
    /// Nil for the limit of the task.
    var node: String?

    /// As events are named.
    var key: String { node.map { task + "+" + $0 } ?? task }

    static func < (left: Gone, right: Gone) -> Bool { left.key < right.key }
  }

  /// How often something was touched by now, and the last time.
  private struct Version {
    var number: Int
    var milliseconds: Int64

    /// - Parameter added: the day a task came, before which nothing can have been.
    func after(_ entries: [Entry], added: Day? = nil) -> Version {
      let midnight = added.map { Int64($0.number) * 86_400_000 } ?? milliseconds
      return Version(
        number: number + entries.count,
        milliseconds: entries.reduce(max(milliseconds, midnight)) {
          max($0, $1.at.milliseconds)
        })
    }

    var moment: String { ChartCalendar.moment(milliseconds) }
  }

  /// The limit of a task, where no node stands for it. Where days have moved, or a list has brought
  /// a node, it may have stood in an earlier file, and is cancelled.
  private func limitEvent(of place: Int, _ entries: [Entry]) -> Event? {
    let (task, record) = (situation.chart.tasks[place], situation.status.tasks[place].record)
    guard task.term != .standing, record.limit != nil else { return nil }
    if record.hasLimitAlone(task) { return Event(task: place) }
    let isMoved = entries.contains { entry in
      switch entry.fact {
      case .extend, .edit, .undo: true
      default: false
      }
    }
    let isTaken = removals[Gone(task: task.id)] != nil
    return isMoved || isTaken ? Event(task: place, isCovered: true) : nil
  }

  // MARK: One event

  private mutating func write(_ event: Event, _ version: Version) {
    let task = situation.chart.tasks[event.task]
    let status = situation.status.tasks[event.task]
    let day = event.node.map { status.record.due[$0] } ?? status.record.limit
    guard let day else { return }
    let over = over(event, status)
    let name = Gone(task: task.id, node: event.node.map { task.nodes[$0].id })
    begin(name, version, on: day, isOver: over != nil)
    let summary = summary(
      of: task, event.node.map { words(task.nodes[$0].title) } ?? words(.fieldLimit))
    file.property("SUMMARY", over.map { words($0, ["what": summary]) } ?? summary)
    file.property("DESCRIPTION", description(of: event, task, status).joined(separator: "\n"))
    let battle = situation.chart.battle(task.battle)
    file.property(
      "CATEGORIES",
      list: [battle?.name, situation.unit(task.unit)?.name].compactMap { $0.map { words($0) } })
    file.line("END:VEVENT")
  }

  /// What the plan has no longer. Its day is not known any more: it is the one on which it went.
  private mutating func write(_ gone: Gone, _ version: Version, of task: Chart.Task?) {
    guard let entry = removals[gone] else { return }
    begin(gone, version, on: entry.on, isOver: true)
    let what =
      gone.node.map { words(.fieldNode, ["node": Printable.filtered($0)]) }
      ?? words(.fieldLimit)
    let summary =
      task.map { self.summary(of: $0, what) }
      ?? words(.fieldLine, ["field": Printable.filtered(gone.task), "text": what])
    file.property("SUMMARY", words(.calendarGone, ["what": summary]))
    file.line("END:VEVENT")
  }

  private mutating func begin(_ name: Gone, _ version: Version, on day: Day, isOver: Bool) {
    file.line("BEGIN:VEVENT")
    file.line("UID:\(name.key)@\(situation.chart.key).wallchart")
    file.line("DTSTAMP:" + version.moment)
    file.line("LAST-MODIFIED:" + version.moment)
    file.line("SEQUENCE:\(version.number)")
    file.line("DTSTART;VALUE=DATE:" + Self.date(day))
    file.line("STATUS:" + (isOver ? "CANCELLED" : "CONFIRMED"))
    // A day that is due keeps nobody from meeting others.
    file.line("TRANSP:TRANSPARENT")
  }

  /// Why nobody waits for it any more; programs that know of no cancelled events show it.
  private func over(_ event: Event, _ status: TaskStatus) -> Word? {
    if status.isWithdrawn { return .calendarWithdrawn }
    if status.record.stage == .crossedOff { return .calendarCrossedOff }
    if event.isCovered { return .calendarCovered }
    guard let node = event.node, status.record.metOn[node] != nil else { return nil }
    return .calendarMet
  }

  private func summary(of task: Chart.Task, _ what: String) -> String {
    words(
      .calendarSummary,
      [
        "task": Printable.filtered(task.id) + " " + words(task.wallTitle),
        "what": what,
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
