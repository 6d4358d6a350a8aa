import WallChartStore
import WallChartWords

// The scheduling meeting 调度会: opened, gone on with after a break or a crash, and left open.
extension State {
  /// `m`: which meeting to open; of one that is open, whether to go on with it or to close it.
  mutating func askMeeting() {
    guard let meeting else {
      catchUpAgendas()
      let items = Chart.Rhythm.allCases.enumerated().map { place, rhythm in
        let count = kept.agendas?.value[rhythm] ?? 0
        let text = words(
          .meetingTasks, ["meeting": words.name(ofMeeting: rhythm), "n": "\(count)"])
        let whole = [text, others(in: rhythm)].compactMap(\.self)
          .joined(separator: " \(setting.glyphs.dot) ")
        return Menu.Item(text: whole, digit: place + 1, choice: .openMeeting(rhythm))
      }
      mode = .menu(Menu(question: words(.promptMeeting), items: items))
      return
    }
    let walk = walk(of: meeting)
    let question = alone(
      words(
        .promptMeetingOpen,
        [
          "meeting": words.name(ofMeeting: meeting.rhythm), "clock": meeting.began.clock,
          "n": "\(walk.count { meeting.discussed.contains($0.task) })", "of": "\(walk.count)",
        ]))
    let items = [(Word.meetingGoOn, Menu.Choice.goOnMeeting), (.meetingToEnd, .endMeeting)]
    mode = .menu(
      Menu(
        question: question,
        items: items.enumerated().map {
          Menu.Item(text: words($1.0), digit: $0 + 1, choice: $1.1)
        }))
  }

  /// Counts how many tasks each meeting has; of those counted before, the changed ones are looked at again.
  private mutating func catchUpAgendas() {
    if kept.agendas?.revision != situationRevision {
      kept.agendas = (situationRevision, changed.count, AgendaCounts(in: situation))
    }
    let known = kept.agendas?.changes ?? changed.count
    for task in changed[known...] { kept.agendas?.value.renew(task, in: situation) }
    kept.agendas?.changes = changed.count
  }

  /// Who else is in a meeting of a rhythm, and since when: two at once would write two minutes.
  private func others(in rhythm: Chart.Rhythm) -> String? {
    let others = situation.ledger.openMeetings(on: situation.day, notOf: ownWriters).filter {
      if case .meeting(let meeting) = $0.fact { meeting.rhythm == rhythm } else { false }
    }
    return others.last.map {
      words(.meetingOthers, ["who": shown($0.by), "clock": $0.at.clock])
    }
  }

  /// Opens a meeting: what is to be discussed is fixed from now on.
  mutating func open(meeting rhythm: Chart.Rhythm, _ stamp: Stamp) -> [Effect] {
    // What is not on disk yet has not been read: it would belong to the meeting.
    if let lack = lacksEverythingSaved(.saidMeetingNotYet, .saidMeetingNotOpened) {
      said = Said(text: lack, isError: true)
      return [.bell]
    }
    do throws(Refusal) {
      let entry = try situation.openMeeting(rhythm, by: ownWriters, as: setting.author, stamp)
      let agenda = Agenda(of: situation, rhythm: rhythm)
      meeting = Meeting(entry, items: agenda.items(in: situation.chart))
      let effects = send([entry])
      enterRollCall()
      said = Said(
        text: alone(
          words(
            .saidMeetingBegan,
            [
              "meeting": words.name(ofMeeting: rhythm), "n": "\(agenda.items.count)",
              "date": words.shortDate(agenda.next, today: situation.day),
            ])))
      return effects
    } catch {
      return refuse(error)
    }
  }

  /// Puts up the task at which the meeting stands. The chart behind it shows all tasks, so that each
  /// can be selected; what it was narrowed to comes back afterwards.
  mutating func enterRollCall() {
    guard let meeting else { return }
    heldMeeting = meeting.opened
    self.meeting?.isBlank = false
    if let place = views.firstIndex(of: .meeting) {
      views.removeLast(views.count - 1 - place)
    } else {
      showingBefore = showing
      views.append(.meeting)
    }
    chosenFrom = nil
    if !showing.isWhole || !showing.folded.isEmpty {
      rearrange { $0.showing = Showing(order: $0.showing.order) }
    }
    catchUpMeeting()
  }

  /// Leaves the roll-call; the meeting stays open.
  mutating func leaveRollCall() {
    guard let place = views.firstIndex(of: .meeting) else { return }
    views.removeLast(views.count - place)
    lost = nil
    if let before = showingBefore {
      showingBefore = nil
      if before != showing { rearrange { $0.showing = before } }
    }
    scrollToSelection()
  }

  // MARK: What the ledger says

  /// Takes up the meeting that is open by the ledger, at the place this machine kept of it; without
  /// one as it was when it began.
  mutating func takeUpMeeting(at place: MeetingPlace? = nil) {
    guard let entry = situation.ledger.openMeeting(of: ownWriters) else { return }
    meeting = place.flatMap { Meeting(entry, at: $0, in: situation.chart) } ?? rebuilt(entry)
  }

  /// The meeting of an opening entry, made from the entries before it and those behind.
  private func rebuilt(_ entry: Entry) -> Meeting? {
    guard case .meeting(let fact) = entry.fact else { return nil }
    let before = Situation(
      chart: situation.chart, ledger: situation.ledger.asRead(at: entry), on: entry.on)
    let agenda = Agenda(of: before, rhythm: fact.rhythm ?? .daily)
    guard var meeting = Meeting(entry, items: agenda.items(in: situation.chart)) else { return nil }
    let dealt = meeting.items.filter { item in
      situation.ledger.entries(of: item.task).contains { meeting.isNews($0) && isOwn($0) }
    }
    meeting.discussed = Set(dealt.map(\.task))
    meeting.task = meeting.items.first { !meeting.discussed.contains($0.task) }?.task
    return meeting
  }

  private func isOwn(_ entry: Entry) -> Bool {
    entry.writer.isEmpty || ownWriters.contains(entry.writer)
  }

  /// Follows what another terminal of this installation opened or closed.
  mutating func followMeeting() {
    let open = situation.ledger.openMeeting(of: ownWriters)
    guard open?.id != meeting?.opened else { return }
    let (isInRollCall, before) = (views.contains(.meeting), meeting)
    leaveRollCall()
    meeting = nil
    if let closing, let refusal = closing.refusal, closing.meeting.opened == open?.id {
      goOn(after: closing.meeting, refusal)
    } else {
      takeUpMeeting()
    }
    // One that never came to be on disk was not closed.
    if isInRollCall, meeting == nil,
      let before, situation.ledger.closing(of: before.opened, by: ownWriters) != nil
    {
      said = Said(text: words(.saidMeetingElsewhere))
    }
  }

  // MARK: The selection

  /// Whether the task that is up at the meeting is what commands are about: on the screen, or behind
  /// the key list.
  var isInRollCall: Bool { views.last { $0.place != .help } == .meeting }

  /// Day and row follow the meeting, whatever was looked at meanwhile.
  mutating func catchUpMeeting() {
    guard onTop == .meeting else { return }
    if lens != nil {
      lens = nil
      showDay()
    }
    guard let task = meeting?.task, lost == nil,
      selectedTask == nil, let index = situation.index(of: task), hasRow(index)
    else { return }
    select(task: task, node: nodeToDiscuss(of: index))
    hidden = nil
  }

  /// The node that is asked about first: the earliest one that is not met.
  private func nodeToDiscuss(of index: Int) -> String? {
    let nodes = situation.status.tasks[index].nodes
    let place = nodes.firstIndex { !$0.state.isMet } ?? nodes.indices.last
    return place.map { situation.chart.tasks[index].nodes[$0].id }
  }
}
