import WallChartStore
import WallChartWords

// The end of a meeting: what was done at it, the closing, and what is written then.
extension State {
  /// Enter at the end: asks whether a bulletin goes with the minutes. A number cannot be taken back,
  /// so that the minutes alone stand first.
  mutating func askClosing() -> [Effect] {
    guard let meeting else { return [.bell] }
    if let lack = lacksEverythingSaved(.saidMeetingSaving, .saidMeetingUnsaved) {
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
    if let lack = lacksEverythingSaved(.saidMeetingSaving, .saidMeetingUnsaved) {
      said = Said(text: lack, isError: true)
      return [.bell]
    }
    do throws(Refusal) {
      let entry = try situation.closeMeeting(
        bulletin: hasBulletin ? situation.ledger.lastBulletin + 1 : nil,
        discussed: walk(of: meeting).map(\.task).filter { meeting.discussed.contains($0) },
        by: ownWriters, as: setting.author, stamp)
      leaveRollCall()
      self.meeting = nil
      closing = (meeting, nil)
      let effects = send([entry])
      said = Said(
        text: words(.saidMeetingClosing, ["meeting": words.name(ofMeeting: meeting.rhythm)]))
      return effects
    } catch {
      return refuse(error)
    }
  }

  /// A meeting is opened and closed only when all that was entered is on disk; else a sentence says
  /// that it still comes there, or that it could not be saved.
  func lacksEverythingSaved(_ saving: Word, _ unsaved: Word) -> String? {
    let waiting = self.unsaved.count + editing.count + handedIn.count
    guard waiting > 0 else { return nil }
    return failed.isEmpty ? words(saving) : words(unsaved, ["n": "\(failed.count)"])
  }

  /// Says which meetings these entries closed, now that they are on disk, and has their papers
  /// written.
  mutating func didClose(_ saved: [Entry]) -> [Effect] {
    saved.compactMap { entry in
      guard case .meeting(let meeting) = entry.fact, meeting.isClosing else { return nil }
      closing = nil
      papersDue.append(entry)
      say(words(.saidMeetingClosed, ["meeting": words.name(ofMeeting: meeting.rhythm)]))
      return .writePapers(closing: entry)
    }
  }

  /// The closing on its way is refused; whether the meeting is still open is known once the ledger
  /// is read again.
  mutating func refuseClosing(_ entries: [Entry], _ error: StoreError) {
    guard closing != nil, case .meeting(let fact)? = entries.first?.fact, fact.isClosing else {
      return
    }
    var why = words(.saidMeetingStillOpen, ["why": words(error)])
    if case .refused(.bulletinNumberTaken(let number)) = error {
      why = words(.saidMeetingBulletinTaken, ["n": "\(number)"])
    }
    let refusal = alone(why)
    closing?.refusal = refusal
  }

  /// Goes on at the end of a meeting whose closing was refused while it is still open.
  mutating func goOn(after closed: Meeting, _ refusal: String) {
    closing = nil
    meeting = closed
    enterRollCall()
    said = Said(text: refusal, isError: true)
  }

  // MARK: What was done

  /// What was entered at the meeting, of a kind.
  enum Done: CaseIterable, Sendable {
    case marked, reported, promised, extended, sentBack, supervised, foundFalse, steppedOn, changed,
      noted
  }

  /// How many tasks something was entered about since the meeting began, by what it was. What was
  /// taken back again does not count.
  func done(at meeting: Meeting) -> [(done: Done, tasks: Int)] {
    var counts: [Done: Int] = [:]
    for task in situation.chart.tasks.indices {
      let kinds = Set(entries(of: task, at: meeting).flatMap(\.fact.done))
      for kind in kinds { counts[kind, default: 0] += 1 }
    }
    // Changes of units are of no task.
    let takenBack = situation.ledger.generalTakenBack
    let others = situation.ledger.general.count { entry in
      guard case .edit = entry.fact else { return false }
      return meeting.isNews(entry) && !takenBack.contains(entry.id)
    }
    if others > 0 { counts[.changed, default: 0] += others }
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
    case .report(let report): [.reported] + (report.promise == nil ? [] : [.promised])
    case .extend: [.extended]
    case .return: [.sentBack]
    case .reopen(_, let isFalse): isFalse ? [.foundFalse] : [.sentBack]
    case .supervise: [.supervised]
    case .submit, .verify, .crossOff, .release: [.steppedOn]
    case .note: [.noted]
    case .edit: [.changed]
    case .undo, .meeting, .import, .unknown: []
    }
  }
}
