import WallChartStore
import WallChartWords

extension State {
  /// The whole program's behaviour: what happened changes the state and asks for effects.
  mutating func update(_ message: Message) -> [Effect] {
    let effects = react(to: message)
    catchUp()
    // A meeting is not interrupted: the question waits until the clerk is back.
    if mode == .commands, onTop != .projector, !questions.isEmpty {
      mode = .overtaken(questions.removeFirst())
    }
    return effects
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
    case .dayBegan(let day):
      today = day
      showDay()
      return []
    case .saved(let entries, let ownWriters):
      self.ownWriters = ownWriters
      drop(entries)
      justSaved = entries.last?.id
      entries.forEach { add($0) }
      return settle(entries) + leaveIfDone()
    case .failed(let entries, let error): return fail(entries, error)
    case .loaded(let chart, let ledger, let ownWriters):
      self.ownWriters = ownWriters
      load(chart, ledger)
      return []
    case .edited(let entry, let chart, let ledger, let ownWriters):
      self.ownWriters = ownWriters
      didEdit(entry)
      load(chart, ledger)
      return leaveIfDone()
    case .notEdited(let entry, let error): return failEdit(entry, error) + leaveIfDone()
    case .arrived(let entries):
      arrive(entries)
      return []
    case .loadFailed(let error):
      planError = error
      say(error: words(error) + words(.lastGoodStays))
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
    case .damaged(let findings):
      damage = findings
      // What is missing was saved once: the sign must not say so beside it.
      justSaved = nil
      if let first = findings.first { say(error: words(first)) }
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
    switch mode {
    case .commands: return press(command: key.folded, stamp)
    case .prompt(let prompt): return press(key, in: prompt, stamp)
    case .menu(let menu): return press(key, in: menu, stamp)
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
    guard let command = Command.byKey[key] else {
      said = Said(text: words(.saidUnknownKey, ["key": shown(key.label)]))
      return [.bell]
    }
    said = nil
    justSaved = nil
    if command.name != .commandBack, command.name != .commandQuit, !mustLeave { leaving = nil }
    if let obstacle = command.obstacle(in: self, by: key, isRunning: true) {
      said = Said(text: alone(obstacle), isError: command.writes)
      return [.bell]
    }
    if command.section == .moving { lost = nil }
    if command.section == .moving || command.section == .marking { hidden = nil }
    if !command.keepsChoice { chosenFrom = nil }
    return command.run(&self, key, stamp)
  }

  /// Takes entries off those that are not on disk.
  private mutating func drop(_ entries: [Entry]) {
    let ids = Set(entries.map(\.id))
    unsaved.removeAll { ids.contains($0.id) }
    failed.subtract(ids)
  }

  private mutating func fail(_ entries: [Entry], _ error: StoreError) -> [Effect] {
    // A second answer to entries that were sent twice.
    let ids = Set(entries.map(\.id))
    guard unsaved.contains(where: { ids.contains($0.id) }) else { return [] }
    let effects = judge(entries, error)
    return mustLeave ? effects + leaveIfDone() : effects
  }

  private mutating func judge(_ entries: [Entry], _ error: StoreError) -> [Effect] {
    switch error {
    case .overtaken(let other):
      // Ours never came to be: away with it. If the other says the same, there is nothing to ask.
      drop(entries)
      guard entries.count == 1, let entry = entries.first else {
        // A step of many fails as a whole: to ask about each of them would be no answer.
        return giveUp(
          entries,
          words(
            .saidStepOvertaken,
            [
              "who": shown(other.by), "task": other.task ?? "", "clock": other.at.clock,
              "n": "\(entries.count)",
            ]))
      }
      if entry.fact.agrees(with: other.fact) {
        said = Said(text: words(error), isError: true)
        return settle(entries) + [.reload, .bell]
      }
      questions.append(Question(entry: entry.following(other), other: other))
      return [.reload, .bell]
    case .refused:
      drop(entries)
      let why = words(error)
      return giveUp(
        entries,
        entries.count == 1
          ? why : words(.saidStepRefused, ["n": "\(entries.count)", "why": why]))
    default:
      failed.formUnion(entries.map(\.id))
      said = Said(text: words(.saidNotSaved, ["why": words.reason(for: error)]), isError: true)
      if !mustLeave { leaving = nil }
      return [.bell]
    }
  }

  /// Says why entries cannot be; those of an earlier run are kept aside.
  private mutating func giveUp(_ entries: [Entry], _ why: String) -> [Effect] {
    let isRescued = entries.contains { rescued.contains($0.id) }
    said = Said(text: why + (isRescued ? words(.saidRescueRefused) : ""), isError: true)
    return settle(entries, isRefused: true) + [.reload, .bell]
  }

  /// Only a clear answer counts: a key typed ahead must not decide over somebody else's entry, nor
  /// over one's own. `y` means nothing at the chart, and Esc is what leaves every question.
  private mutating func answer(_ question: Question, _ key: Key) -> [Effect] {
    switch key {
    case .character("y"), .character("Y"):
      mode = .commands
      guard canWrite else {
        said = Said(text: words(.saidLooking), isError: true)
        questions.insert(question, at: 0)
        return [.bell]
      }
      // The same wish again, now knowing what the other entry says.
      return send([question.entry])
    case .named(.escape), .control("c"):
      mode = .commands
      said = Said(text: words(.saidLeftAsItIs, ["task": question.entry.task ?? ""]))
      return settle([question.entry])
    default: return [.bell]
    }
  }

  // MARK: Leaving

  /// Esc: one step back, from a view to the one below it, at the chart to all tasks. True when
  /// there was nothing to go back from.
  @discardableResult
  mutating func goBack() -> Bool {
    if views.count > 1 {
      views.removeLast()
      scrollToSelection()
    } else if isChoosing {
      chosenFrom = nil
    } else if backToRanking() {
      return false
    } else if !showing.filter.isEmpty {
      show(filter: Filter())
    } else if showing.onlyBattle != nil {
      show(battle: nil)
    } else if lens != nil {
      lookNoMore()
    } else {
      return true
    }
    return false
  }

  /// Ends when everything is on disk. With entries that could not be saved, only the second time.
  mutating func leave(code: Int32, waits: Bool = false) -> [Effect] {
    if !failed.isEmpty, leaving == nil, !waits {
      leaving = code
      said = Said(text: words(.saidUnsavedQuit, ["n": "\(failed.count)"]), isError: true)
      return [.bell]
    }
    if leaving != nil, !failed.isEmpty { return [.exit(code: 74)] }
    leaving = code
    said = Said(text: words(.saidStillSaving))
    return leaveIfDone()
  }

  private func leaveIfDone() -> [Effect] {
    guard let leaving, unsaved.count == failed.count, editing.isEmpty else { return [] }
    // What could not be saved is no success, however the program was ended.
    return [.exit(code: failed.isEmpty ? leaving : 74)]
  }
}

extension Entry {
  /// The same wish, with another entry known: it names that one and comes after it.
  fileprivate func following(_ other: Entry) -> Entry {
    var entry = self
    entry.was.append(other.id)
    // An undo keeps the day of what it takes back.
    if case .undo = fact { return entry }
    entry.on = max(on, other.on)
    return entry
  }
}

extension Fact {
  /// Whether both say the same of the same thing.
  fileprivate func agrees(with other: Fact) -> Bool {
    switch (self, other) {
    case (.met(let node), .met(let otherNode)): node == otherNode
    case (.undo(let of, _), .undo(let otherOf, _)): of == otherOf
    default: false
    }
  }
}
