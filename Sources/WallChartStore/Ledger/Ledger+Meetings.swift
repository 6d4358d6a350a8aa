// Scheduling meetings 调度会: when they were, and how far the ledgers were read at them.
extension Ledger {
  /// How far each writer's ledger is known: the number of its last entry. What is still on its way to
  /// disk has none.
  package var seen: [String: Int] {
    var seen: [String: Int] = [:]
    func note(_ entries: [Entry]) {
      for index in entries.indices where !entries[index].writer.isEmpty {
        let n = entries[index].n
        if n > seen[entries[index].writer] ?? -1 { seen[entries[index].writer] = n }
      }
    }
    note(general)
    for task in tasks { note(entries(of: task)) }
    return seen
  }

  /// The entries of meetings that were not taken back.
  private var meetings: [Entry] {
    let takenBack = generalTakenBack
    return general.filter { entry in
      guard case .meeting = entry.fact else { return false }
      return !takenBack.contains(entry.id)
    }
  }

  /// The opening of the meeting that these writers, oldest first, are in; nil when they are in none.
  /// What is on its way to disk is theirs, too.
  package func openMeeting(of writers: [String]) -> Entry? {
    let own = meetings.compactMap { entry -> (place: Int, entry: Entry)? in
      if entry.writer.isEmpty { return (writers.count, entry) }
      return writers.firstIndex(of: entry.writer).map { ($0, entry) }
    }
    let last = own.max { left, right in
      (left.place, left.entry.n, left.entry.turn, left.entry.id)
        < (right.place, right.entry.n, right.entry.turn, right.entry.id)
    }?.entry
    guard let last, case .meeting(let meeting) = last.fact, !meeting.isClosing else { return nil }
    return last
  }

  /// The openings of meetings that other installations are in on a day.
  package func openMeetings(on day: Day, notOf writers: [String]) -> [Entry] {
    var last: [String: Entry] = [:]
    for entry in meetings where !entry.writer.isEmpty && !writers.contains(entry.writer) {
      if last[entry.writer].map({ $0.n < entry.n }) ?? true { last[entry.writer] = entry }
    }
    return last.values.filter { entry in
      guard case .meeting(let meeting) = entry.fact else { return false }
      return !meeting.isClosing && entry.on == day
    }.sorted { ($0.turn, $0.id) < ($1.turn, $1.id) }
  }

  /// Whether an entry stands in minutes: it was written at a meeting, and read at its end.
  package func isInMinutes(_ entry: Entry) -> Bool {
    guard !entry.writer.isEmpty else { return false }
    return meetings.contains { closing in
      guard case .meeting(let end) = closing.fact, end.isClosing,
        entry.n <= end.seen[entry.writer] ?? -1,
        case .meeting(let beginning)? = opening(of: closing)?.fact
      else { return false }
      return entry.n > beginning.seen[entry.writer] ?? -1
    }
  }

  /// The entry that closed the last meeting of a rhythm, or of any, up to a day, unless it was taken
  /// back.
  /// - Parameter writers: who closed it; nil for anybody.
  package func lastMeeting(
    of rhythm: Chart.Rhythm? = nil, by writers: [String]? = nil, through day: Day
  ) -> Entry? {
    meetings.lazy.filter { entry in
      guard case .meeting(let meeting) = entry.fact, meeting.isClosing else { return false }
      return entry.on <= day && (rhythm == nil || meeting.rhythm == rhythm)
        && writers?.contains(entry.writer) ?? true
    }.max { ($0.on, $0.turn, $0.id) < ($1.on, $1.turn, $1.id) }
  }

  /// The entry that opened the meeting that another one closed; nil when the ledger does not have it.
  package func opening(of closing: Entry) -> Entry? {
    let openings = meetings.filter { entry in
      guard case .meeting(let meeting) = entry.fact else { return false }
      return !meeting.isClosing
    }
    // Entries of other programs may not name it.
    return openings.first { closing.was.contains($0.id) }
      ?? openings.filter { $0.writer == closing.writer && $0.n < closing.n }.max { $0.n < $1.n }
  }

  /// The entry of one of these writers that closed the meeting of an opening; nil while it is open.
  package func closing(of opening: EntryID, by writers: [String]) -> Entry? {
    meetings.first { entry in
      guard case .meeting(let meeting) = entry.fact, meeting.isClosing else { return false }
      return entry.was.contains(opening) && writers.contains(entry.writer)
    }
  }

  /// The highest number of a bulletin so far; 0 before the first. A number is never given twice.
  package var lastBulletin: Int {
    general.lazy.compactMap { entry in
      if case .meeting(let meeting) = entry.fact { meeting.issued } else { nil }
    }.max() ?? 0
  }

  /// The lists of the day of a meeting that had been read when it began or ended, and those that came
  /// later.
  fileprivate func listsOfDay(of meeting: Entry) -> (known: [Fact.Import], new: [Fact.Import]) {
    var lists: (known: [Fact.Import], new: [Fact.Import]) = ([], [])
    let since = Since.meeting(meeting)
    for entry in imports where entry.on == meeting.on {
      guard case .import(let list) = entry.fact else { continue }
      if since.isNews(entry) { lists.new.append(list) } else { lists.known.append(list) }
    }
    return lists
  }

  /// The ledger as it was read when a meeting began or ended.
  package func asRead(at meeting: Entry) -> Ledger {
    let since = Since.meeting(meeting)
    return filter { !since.isNews($0) }
  }
}

extension Situation {
  /// The chart as it was read when a meeting began or ended: its ledger, its plan before what was
  /// edited later, and the day.
  package func asRead(at meeting: Entry) -> Situation {
    let read = ledger.asRead(at: meeting)
    let edits = (ledger.general + ledger.tasks.flatMap(ledger.entries)).filter { entry in
      !read.contains(entry.id) && ledger.planEdit(of: entry) != nil
    }
    var plan = chart
    for entry in edits.sorted(by: { ($0.turn, $0.n, $0.id) > ($1.turn, $1.n, $1.id) }) {
      guard let edit = ledger.planEdit(of: entry), !edit.addsTask else { continue }
      // What has been changed otherwise since, by a list, stays as it is.
      if let before = try? edit.inverse(on: entry.on).applied(to: plan) { plan = before }
    }
    let added = Set(edits.filter { ledger.planEdit(of: $0)?.addsTask ?? false }.map(\.task))
    let since = Since.meeting(meeting)
    // Where one list of the day had been read and another one not, the task may be of either; what
    // was on the agenda stays on it.
    let (known, new) = ledger.listsOfDay(of: meeting)
    func isOfNew(_ sort: KeyPath<Fact.Import, Int>) -> Bool {
      new.contains { $0[keyPath: sort] > 0 } && known.allSatisfy { $0[keyPath: sort] == 0 }
    }
    let (brings, takes) = (isOfNew(\.added), isOfNew(\.withdrawn))
    plan.tasks.removeAll { task in
      if added.contains(task.id) { return true }
      guard let day = task.added, day >= meeting.on else { return false }
      return day > meeting.on
        || brings && ledger.entries(of: task.id).allSatisfy(since.isNews)
    }
    for place in plan.tasks.indices where takes && plan.tasks[place].withdrawn == meeting.on {
      let entries = read.entries(of: plan.tasks[place].id)
      guard !entries.contains(where: { ledger.planEdit(of: $0)?.withdraws ?? false }) else {
        continue
      }
      plan.tasks[place].withdrawn = nil
    }
    return Situation(chart: plan, ledger: read, on: meeting.on)
  }
}

// Opening and closing a meeting: drafts and their rules.
extension Situation {
  /// The beginning of a meeting, with all that was read before it. `writers` are this installation's,
  /// oldest first. Throws ``Refusal``: one meeting at a time.
  package func openMeeting(
    _ rhythm: Chart.Rhythm, by writers: [String], as author: Author, _ stamp: Stamp
  ) throws(Refusal) -> Entry {
    try meeting(Fact.Meeting(rhythm: rhythm, isClosing: false), by: writers, as: author, stamp)
  }

  /// The end of the meeting that is open, with all that was read until now.
  /// - Parameter bulletin: the number of the bulletin that is written, higher than all before; see
  ///   ``Ledger/lastBulletin``.
  /// - Parameter discussed: the tasks that were put up; left out where they are more than a line of a
  ///   ledger has room for.
  package func closeMeeting(
    bulletin: Int? = nil, discussed: [String]? = nil, by writers: [String], as author: Author,
    _ stamp: Stamp
  ) throws(Refusal) -> Entry {
    guard let open = ledger.openMeeting(of: writers), case .meeting(let opened) = open.fact else {
      throw .noMeetingOpen
    }
    var meeting = Fact.Meeting(rhythm: opened.rhythm, isClosing: true)
    meeting.bulletin = bulletin
    let length = discussed?.reduce(0) { $0 + $1.utf8.count + 3 } ?? 0
    meeting.discussed = length < Self.roomForDiscussed ? discussed : nil
    return try self.meeting(meeting, was: [open.id], by: writers, as: author, stamp)
  }

  /// Bytes of a line, of 64 KiB, that the names of tasks may take.
  private static let roomForDiscussed = 32_768

  private func meeting(
    _ meeting: Fact.Meeting, was: [EntryID] = [], by writers: [String], as author: Author,
    _ stamp: Stamp
  ) throws(Refusal) -> Entry {
    var meeting = meeting
    meeting.seen = ledger.seen
    var entry = Entry(
      id: stamp.id, at: stamp.at, by: author.name, unit: author.unit, task: nil, on: day,
      fact: .meeting(meeting))
    entry.was = was
    try check(meeting: entry, by: writers)
    try check(entry)
    return entry
  }

  /// Whether an installation may open or close a meeting, as the ledger stands; anything else is not
  /// looked at.
  func check(meeting entry: Entry, by writers: [String]) throws(Refusal) {
    guard case .meeting(let meeting) = entry.fact else { return }
    let open = ledger.openMeeting(of: writers)
    guard meeting.isClosing else {
      if let open, case .meeting(let opened) = open.fact {
        throw .meetingOpen(opened.rhythm, since: open.at)
      }
      return
    }
    guard let open, entry.was == [open.id] else { throw .noMeetingOpen }
    guard let number = meeting.bulletin else { return }
    if let refusal = meeting.badNumber { throw refusal }
    if number <= ledger.lastBulletin { throw .bulletinNumberTaken(number) }
  }
}
