import WallChartStore
import WallChartWords

// The meeting in words.
extension State {
  /// Why the task that is up is discussed: `overdue, silent`. What was late and is met now is no
  /// reason any more.
  func reasons(of item: Meeting.Item) -> String {
    item.reasons.compactMap { reason in
      guard reason == .overdue, let task = situation.index(of: item.task) else {
        return words.name(of: reason)
      }
      let status = situation.status.tasks[task]
      if status.nodes.contains(where: { !$0.state.isMet && $0.due < situation.day }) {
        return words.name(of: reason)
      }
      return status.daysLate > 0 ? words(.agendaLimitPassed) : nil
    }.joined(separator: words(.listComma))
  }

  /// How many days ago the day passed for which the last report promises a next step; nil where it
  /// still comes, or all is done.
  func daysPastPromise(of task: Int) -> Int? {
    let status = situation.status.tasks[task]
    guard status.standing != .crossedOff, status.standing != .inClosing,
      case .report(let report)? = situation.lastReport(of: task)?.fact,
      let day = report.nextBy, day < situation.day
    else { return nil }
    return situation.day - day
  }

  /// How far the meeting has come: `7 of 31 · Shahekou`.
  func meetingPlace(in walk: [Meeting.Item]) -> String {
    guard let task = meeting?.task.flatMap({ situation.index(of: $0) }) else {
      return words(.meetingEnd)
    }
    let count = words(
      .meetingPlace, ["n": "\(place(in: walk) + 1)", "of": "\(walk.count)"])
    let plan = situation.chart.tasks[task]
    let group =
      meeting?.order == .unit
      ? shortName(ofUnit: plan.unit)
      : situation.chart.battle(plan.battle).map { words($0.name) } ?? plan.battle
    return "\(count) \(setting.glyphs.dot) \(group)"
  }

  /// What is said of a meeting that an earlier run left open.
  func stillOpen(_ meeting: Meeting) -> String {
    words(
      .saidMeetingResumed,
      ["meeting": words.name(ofMeeting: meeting.rhythm), "clock": meeting.began.clock])
  }

  /// The minutes since the meeting began, once the time was told.
  var meetingMinutes: Int? {
    guard let meeting, let now else { return nil }
    return Int(max(0, now.milliseconds - meeting.began.milliseconds) / 60_000)
  }

  /// The last report of a task in its parts, each behind its name, and who gave it when.
  func lastReportParts(of task: Int) -> [(name: Word, text: String)] {
    guard let entry = situation.lastReport(of: task), case .report(let report) = entry.fact else {
      return []
    }
    let day = words.shortDate(entry.on, today: situation.day)
    let source = words(.sinceBy, ["who": entryWords.who(of: entry), "date": day])
    let by = report.nextBy.map { day in
      let date = words.shortDate(day, today: situation.day)
      let over = daysPastPromise(of: task)
      return words(.comma)
        + (over.map { words(.recordNextByOver, ["date": date, "n": "\($0)"]) }
          ?? words(.recordNextBy, ["date": date]))
    }
    return [
      (Word.meetingReport, source), (.meetingProgress, report.progress.map(shown)),
      (.fieldProblem, report.problem.map(shown)),
      (.meetingPromise, report.next.map { shown($0) + (by ?? "") }),
    ].compactMap { name, text in text.map { (name, $0) } }
  }

  /// What was entered about a task at the meeting, a sentence an entry.
  func enteredNow(about task: Int) -> [String] {
    guard let meeting else { return [] }
    let plan = situation.chart.tasks[task]
    let roots = situation.ledger.roots(of: plan.id)
    return entries(of: task, at: meeting).map { entryWords.text(of: $0, plan, roots) }
  }

  /// How many tasks something was done about: `4 marked`.
  func sentence(of done: Done, _ tasks: Int) -> String {
    let word: Word =
      switch done {
      case .marked: .meetingMarked
      case .reported: .meetingReported
      case .promised: .meetingPromised
      case .extended: .meetingExtended
      case .sentBack: .meetingSentBack
      case .supervised: .meetingSupervised
      case .foundFalse: .meetingFoundFalse
      case .steppedOn: .meetingSteppedOn
      case .noted: .meetingNoted
      }
    return words(word, ["n": "\(tasks)"])
  }
}
