import WallChartStore
import WallChartWords

extension State {
  /// The whole program's behaviour: what happened changes the state and asks for effects.
  mutating func update(_ message: Message) -> [Effect] {
    let begun = begin(message)
    return begun.effects + finish(begun)
  }

  /// A message that something was done about, and what must wait no longer: what goes to the disk
  /// is on its way there while the rest is worked out.
  struct Begun {
    let effects: [Effect]
    fileprivate let message: Message
    fileprivate let meeting: Meeting?
    fileprivate let others: [Effect]
  }

  /// The first half of an update.
  mutating func begin(_ message: Message) -> Begun {
    let before = meeting
    let effects = CellWidth.measuring(ambiguous: setting.ambiguous) { react(to: message) }
    let urgent = effects.prefix { if case .append = $0 { true } else { false } }
    return Begun(
      effects: Array(urgent), message: message, meeting: before,
      others: Array(effects.dropFirst(urgent.count)))
  }

  /// The second half: what follows from the first, and what is said of it.
  mutating func finish(_ begun: Begun) -> [Effect] {
    begun.others
      + CellWidth.measuring(ambiguous: setting.ambiguous) {
        sayWhatIsWritten()
        return follow(begun.message, before: begun.meeting)
      }
  }

  private mutating func sayWhatIsWritten() {
    if said == nil, let first = toSay.first {
      said = Said(text: toSay.count == 1 ? sentence(for: first) : sentence(forStep: toSay))
    }
    toSay = []
  }

  private mutating func follow(_ message: Message, before: Meeting?) -> [Effect] {
    var effects: [Effect] = []
    catchUp()
    catchUpProjector(with: message)
    // Only who leads it through the roll-call keeps its place: others on this machine look on.
    if meeting != before, views.contains(.meeting), let kept = meeting?.kept, kept != before?.kept {
      effects.append(.rememberMeeting(kept))
    }
    tellOfPapers()
    // A meeting is not interrupted: the question waits until the clerk is back.
    if mode == .commands, onTop != .projector, meeting?.isBlank != true, !questions.isEmpty {
      mode = .overtaken(questions.removeFirst())
    }
    askForKept()
    return effects
  }

  /// What happened at the projector, or to it.
  private mutating func catchUpProjector(with message: Message) {
    guard onTop == .projector else { return }
    switch message {
    case .key(_, let stamp): restartTurning(at: stamp.at)
    case .failed: projector.said = Said(text: words(.saidProjectorNotSaved), isError: true)
    default: break
    }
    renewArmedSheets()
  }

  private mutating func react(to message: Message) -> [Effect] {
    switch message {
    case .key(let key, let stamp): return press(key, stamp)
    case .pasted(let text): return paste(text)
    case .clicked(let column, let row):
      click(column: column, row: row)
      return []
    case .scrolled(let rows):
      scroll(rows: rows)
      return []
    case .resized(let size):
      let isWidthNew = size.columns != self.size.columns
      self.size = size
      // Today's column in its place as at the start, as far as the selection lets it.
      if isWidthNew { scrollToToday() }
      scrollToSelection()
      return []
    case .ambiguousIs(let ambiguous):
      setting.ambiguous = ambiguous
      if ambiguous == .wide { setting.glyphs = setting.glyphs.narrowEverywhere }
      return CellWidth.measuring(ambiguous: ambiguous) {
        widths = Self.widths(of: situation.chart, setting)
        scrollToToday()
        scrollToSelection()
        return []
      }
    case .lacksSigns:
      setting.glyphs = setting.glyphs.narrowEverywhere
      return []
    case .dayBegan(let day):
      // A meeting ends on the day it began.
      if let meeting, meeting.opened == heldMeeting { return [] }
      today = day
      showDay()
      return []
    case .clock(let moment):
      tell(moment)
      return []
    case .saved(let entries, let ownWriters):
      self.ownWriters = ownWriters
      drop(entries)
      justSaved = entries.last?.id
      entries.forEach { add($0) }
      followMeeting()
      return didClose(entries) + settle(entries) + leaveIfDone()
    case .failed(let entries, let error): return fail(entries, error)
    case .loaded(let chart, let ledger, let ownWriters):
      self.ownWriters = ownWriters
      // Nobody may be there to press a key.
      if let planError, said?.text == sentence(of: planError) { said = nil }
      load(chart, ledger)
      return []
    case .edited(let entry, let chart, let ledger, let ownWriters):
      self.ownWriters = ownWriters
      didEdit(entry)
      load(chart, ledger)
      return leaveIfDone()
    case .notEdited(let entry, let error): return failEdit(entry, error) + leaveIfDone()
    case .kept(let id, let item): return kept(item, for: id) + leaveIfDone()
    case .notKept(let id, let error): return notKept(id, error)
    case .arrived(let entries):
      arrive(entries)
      followMeeting()
      return []
    case .loadFailed(let error):
      planError = error
      say(error: sentence(of: error))
      return [.bell]
    case .notOpened(let error):
      let why =
        switch error {
        case .noChart, .notAFile: words(.saidChartGone)
        default: words.reason(for: error)
        }
      say(error: words(.saidNotOpened, ["why": why]))
      return [.bell]
    case .viewNamed(let name, let views):
      take(views, name: name)
      return []
    case .viewNotNamed(let error):
      say(error: words(.saidViewNotNamed, ["why": words.reason(for: error)]))
      return [.bell]
    case .followed(let place):
      (followed, followedSince) = (place, now)
      return []
    case .papersDone(let closing, let papers):
      return papersDone(papers, of: closing) + leaveIfDone()
    case .damaged(let findings):
      damage = findings
      // What is missing was saved once: the sign must not say so beside it.
      justSaved = nil
      if let first = findings.first { say(error: words.short(first)) }
      return findings.isEmpty ? [] : [.bell]
    case .terminated(let signal):
      mustLeave = true
      return leave(code: 128 + signal, waits: true)
    case .inputEnded:
      mustLeave = true
      return leave(code: 0, waits: true)
    }
  }

  /// Plan and ledger as they are on disk, and what is on its way there.
  private mutating func load(_ chart: Chart, _ ledger: Ledger) {
    let (chart, ledger) = withSteps(chart, ledger)
    var fresh = Situation(chart: chart, ledger: ledger, on: lens ?? chart.asOf ?? today)
    unsaved.forEach { fresh.add($0) }
    planError = nil
    replace(fresh)
    chooseWords()
    followMeeting()
  }

  private func sentence(of error: StoreError) -> String {
    words(error) + words(.lastGoodStays)
  }

  /// Says what became of something, unless something else is being typed.
  mutating func say(_ text: String) {
    if case .prompt = mode { return }
    said = Said(text: text)
  }

  /// Says what is wrong, unless something is being typed: then the sign in the head is there.
  private mutating func say(error text: String) {
    if case .prompt = mode { return }
    said = Said(text: text, isError: true)
  }

  private mutating func press(_ key: Key, _ stamp: Stamp) -> [Effect] {
    for place in handedIn.indices { handedIn[place].isLeft = true }
    switch mode {
    case .commands: return press(command: key.folded, stamp)
    case .prompt(let prompt): return press(key, in: prompt, stamp)
    case .menu(let menu): return press(key, in: menu, stamp)
    case .confirming(let wish): return answer(wish, key.folded, stamp)
    case .overtaken(let question): return answer(question, key.folded)
    }
  }

  private mutating func press(_ key: Key, in prompt: Prompt, _ stamp: Stamp) -> [Effect] {
    var prompt = prompt
    said = nil
    switch key {
    case .named(.enter): return answer(prompt, stamp)
    case .named(.escape), .control("c"):
      mode = .commands
      if case .search(let start) = prompt.purpose { goBack(to: start) }
      // What was answered before is dropped with the rest, and can be recalled.
      if case .report(_, let draft, _) = prompt.purpose, draft != Fact.Report() {
        said = Said(text: words(.saidReportDropped))
      }
      return []
    default:
      if let effects = complete(key, in: prompt) { return effects }
      let isEdit = recall(key, in: &prompt) ?? prompt.edit(key)
      cut = prompt.cut
      mode = .prompt(prompt)
      if isEdit { searchAsTyped(prompt) }
      return isEdit ? [] : [.bell]
    }
  }

  /// Says of a key that it does nothing; and why, where an input method stands between.
  mutating func unknown(_ key: Key) -> [Effect] {
    let key = key.folded
    let word: Word = key.isOfInputMethod ? .saidInputMethod : .saidUnknownKey
    let label = shown(words.name(of: key))
    said = Said(text: fitted { _ in words.forms(word, ["key": label]) })
    return [.bell]
  }

  private mutating func press(_ key: Key, in menu: Menu, _ stamp: Stamp) -> [Effect] {
    if let item = menu.quickItem(key) { return choose(item, stamp) }
    var menu = menu
    switch key {
    case .named(.enter): return choose(menu, stamp)
    case .named(.escape), .control("c"):
      mode = .commands
      return []
    default:
      let isEdit = menu.edit(key)
      mode = .menu(menu)
      return isEdit ? [] : [.bell]
    }
  }

  /// Runs the command of a key, where the view has it.
  mutating func press(command key: Key, _ stamp: Stamp) -> [Effect] {
    if onTop == .projector { return pressAtProjector(key, stamp) }
    if onTop == .meeting, let effects = pressAtMeeting(key) { return effects }
    guard let command = Command.byKey[key] else { return unknown(key) }
    said = nil
    justSaved = nil
    if command.name != .commandBack, command.name != .commandQuit, !mustLeave { leaving = nil }
    if let obstacle = command.obstacle(in: self, by: key, isRunning: true) {
      said = Said(text: alone(obstacle), isError: command.writes)
      return [.bell]
    }
    if command.writes, setting.asksWho { return askWho(then: Prompt.Waiting(key: key)) }
    if command.section == .moving { lost = nil }
    if command.section == .moving || command.section == .marking { hidden = nil }
    if !command.keepsChoice { chosenFrom = nil }
    return command.run(&self, key, stamp)
  }
}
