import WallChartStore
import WallChartWords

// The end of a meeting: what was done at it, the closing, and what is written then.
extension State {
  /// Enter at the end: asks whether a bulletin goes with the minutes. A number cannot be taken back,
  /// so that the minutes alone stand first.
  mutating func askClosing() -> [Effect] {
    guard let meeting else { return [.bell] }
    if let lack = lacksEverythingSaved {
      said = Said(text: lack, isError: true)
      return [.bell]
    }
    let number = "\(situation.ledger.lastBulletin + 1)"
    let choices = [(Word.meetingCloseAlone, false), (.meetingCloseBulletin, true)]
    mode = .menu(
      Menu(
        question: words(.promptMeetingClose, ["meeting": words.name(ofMeeting: meeting.rhythm)]),
        items: choices.enumerated().map { place, choice in
          Menu.Item(
            text: words(choice.0, ["n": number]), digit: place + 1,
            choice: .closeMeeting(hasBulletin: choice.1))
        }))
    return []
  }

  /// Closes the meeting. What is written of it comes once that is on disk.
  mutating func closeMeeting(hasBulletin: Bool, _ stamp: Stamp) -> [Effect] {
    guard let meeting else { return [.bell] }
    if let lack = lacksEverythingSaved {
      said = Said(text: lack, isError: true)
      return [.bell]
    }
    do throws(Refusal) {
      let entry = try situation.closeMeeting(
        bulletin: hasBulletin ? situation.ledger.lastBulletin + 1 : nil, by: ownWriters,
        as: setting.author, stamp)
      leaveRollCall()
      self.meeting = nil
      let effects = send([entry])
      said = Said(
        text: words(.saidMeetingClosed, ["meeting": words.name(ofMeeting: meeting.rhythm)]))
      return effects
    } catch {
      return refuse(error)
    }
  }

  /// A meeting is closed only when all that was entered at it is on disk.
  private var lacksEverythingSaved: String? {
    let waiting = unsaved.count + editing.count + handedIn.count
    guard waiting > 0 else { return nil }
    return failed.isEmpty
      ? words(.saidMeetingSaving) : words(.saidMeetingUnsaved, ["n": "\(failed.count)"])
  }

  /// What is to be written of the meetings that these entries closed.
  func papers(of saved: [Entry]) -> [Effect] {
    saved.compactMap { entry in
      guard case .meeting(let meeting) = entry.fact, meeting.isClosing else { return nil }
      return .writePapers(closing: entry)
    }
  }

  mutating func papersWritten(_ names: [String]) {
    let names = names.map(shown).joined(separator: words(.listComma))
    let forms = words.forms(.saidPapersWritten, ["files": names])
    // Which files is what matters: only then that the meeting is closed.
    let width = size.columns - 6 - CellWidth.columns(of: words(.saidSaved))
    say(forms.first { CellWidth.columns(of: $0) <= width } ?? forms.last ?? names)
  }

  // MARK: What was done

  /// What was entered at the meeting, of a kind.
  enum Done: CaseIterable, Sendable {
    case marked, reported, promised, extended, sentBack, supervised, foundFalse, steppedOn, noted
  }

  /// How many tasks something was entered about since the meeting began, by what it was. What was
  /// taken back again does not count.
  func done(at meeting: Meeting) -> [(done: Done, tasks: Int)] {
    var counts: [Done: Int] = [:]
    for task in situation.chart.tasks.indices {
      let kinds = Set(entries(of: task, at: meeting).flatMap(\.fact.done))
      for kind in kinds { counts[kind, default: 0] += 1 }
    }
    return Done.allCases.compactMap { kind in counts[kind].map { (kind, $0) } }
  }

  /// What was entered about a task at the meeting and stands, oldest first.
  func entries(of task: Int, at meeting: Meeting) -> [Entry] {
    let record = situation.status.tasks[task].record
    return situation.ledger.entries(of: situation.chart.tasks[task].id).filter { entry in
      if case .undo = entry.fact { return false }
      return meeting.isNews(entry) && !record.isTakenBack(entry.id)
    }.newestFirst().reversed()
  }

  /// The items about which the next meeting must hear again: what called for them still does.
  func carriedOver(from meeting: Meeting) -> [Meeting.Item] {
    let agenda = Agenda(of: situation, rhythm: meeting.rhythm).items(in: situation.chart)
    let still = Set(agenda.map(\.task))
    return walk(of: meeting).filter { still.contains($0.task) }
  }
}

extension Fact {
  /// What an entry counts as at the end of a meeting.
  fileprivate var done: [State.Done] {
    switch self {
    case .met: [.marked]
    case .report(let report): [.reported] + (report.next == nil ? [] : [.promised])
    case .extend: [.extended]
    case .return: [.sentBack]
    case .reopen(_, let isFalse): isFalse ? [.foundFalse] : [.sentBack]
    case .supervise: [.supervised]
    case .submit, .verify, .crossOff, .release: [.steppedOn]
    case .note: [.noted]
    case .undo, .edit, .meeting, .import, .unknown: []
    }
  }
}
