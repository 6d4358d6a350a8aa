import WallChartStore
import WallChartWords

extension State {
  /// The whole program's behaviour: what happened changes the state and asks for effects.
  mutating func update(_ message: Message) -> [Effect] {
    let effects = react(to: message)
    if mode == .chart, !questions.isEmpty { mode = .overtaken(questions.removeFirst()) }
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
      self.size = size
      scrollToSelection()
      return []
    case .dayBegan(let day):
      today = day
      showDay()
      return []
    case .saved(let entry, let ownWriters):
      self.ownWriters = ownWriters
      unsaved.removeAll { $0.id == entry.id }
      failed.remove(entry.id)
      justSaved = entry.id
      situation.add(entry)
      return leaveIfDone()
    case .failed(let entry, let error): return fail(entry, error)
    case .loaded(let chart, let ledger, let ownWriters):
      self.ownWriters = ownWriters
      var fresh = Situation(chart: chart, ledger: ledger, on: lens ?? chart.asOf ?? today)
      unsaved.forEach { fresh.add($0) }
      replace(fresh)
      if unsaved.isEmpty, said == nil { said = Said(text: words(.saidReloaded)) }
      return []
    case .loadFailed(let error):
      said = Said(text: words(error), isError: true)
      return [.bell]
    case .terminated(let signal):
      mustLeave = true
      return leave(code: 128 + signal, waits: true)
    case .inputEnded:
      mustLeave = true
      return leave(code: 0, waits: true)
    }
  }

  private mutating func press(_ key: Key, _ stamp: Stamp) -> [Effect] {
    switch mode {
    case .chart: return pressAtChart(key.folded, stamp)
    case .help(let scroll):
      pressInHelp(key.folded, scroll: scroll)
      return []
    case .prompt(var prompt):
      said = nil
      switch key {
      case .named(.enter): return answer(prompt, stamp)
      case .named(.escape), .control("c"): mode = .chart
      default:
        let isEdit = prompt.edit(key)
        mode = .prompt(prompt)
        return isEdit ? [] : [.bell]
      }
      return []
    case .overtaken(let question): return answer(question, key.folded)
    }
  }

  private mutating func pressAtChart(_ key: Key, _ stamp: Stamp) -> [Effect] {
    guard let command = Command.byKey[key] else {
      said = Said(text: words(.saidUnknownKey, ["key": shown(key.label)]))
      return [.bell]
    }
    said = nil
    justSaved = nil
    if command.name != .commandBack, command.name != .commandQuit, !mustLeave { leaving = nil }
    if command.writes, !canWrite {
      said = Said(
        text: setting.isReadOnly ? words(.cliReadOnly) : words(.saidLooking), isError: true)
      return [.bell]
    }
    return command.run(&self, key, stamp)
  }

  /// How far the help can be scrolled.
  var helpScrollEnd: Int { max(0, helpLineCount - (size.rows - 2)) }

  private mutating func pressInHelp(_ key: Key, scroll: Int) {
    let page = max(1, size.rows - 3)
    let end = helpScrollEnd
    switch key {
    case .character("j"), .named(.down): mode = .help(scroll: min(end, scroll + 1))
    case .character("k"), .named(.up): mode = .help(scroll: max(0, scroll - 1))
    case .named(.pageDown), .named(.space): mode = .help(scroll: min(end, scroll + page))
    case .named(.pageUp): mode = .help(scroll: max(0, scroll - page))
    case .character("q"), .named(.escape), .character("?"), .named(.f1), .control("c"):
      mode = .chart
    default: break
    }
  }

  private mutating func fail(_ entry: Entry, _ error: StoreError) -> [Effect] {
    switch error {
    case .overtaken(let other):
      // Ours never came to be: away with it. If the other says the same, there is nothing to ask.
      unsaved.removeAll { $0.id == entry.id }
      if entry.fact.agrees(with: other.fact) {
        said = Said(text: words(error), isError: true)
        return [.reload, .bell]
      }
      questions.append(Question(entry: entry.following(other), other: other))
      return [.reload, .bell]
    case .refused:
      unsaved.removeAll { $0.id == entry.id }
      said = Said(text: words(error), isError: true)
      return [.reload, .bell]
    default:
      failed.insert(entry.id)
      said = Said(text: words(.saidNotSaved, ["why": words(error)]), isError: true)
      if mustLeave { return leaveIfDone() }
      leaving = nil
      return [.bell]
    }
  }

  /// Only a clear answer counts: a key typed ahead must not decide over somebody else's entry.
  private mutating func answer(_ question: Question, _ key: Key) -> [Effect] {
    switch key {
    case .character("y"), .character("Y"):
      mode = .chart
      // The same wish again, now knowing what the other entry says.
      return send(question.entry)
    case .character("n"), .character("N"), .named(.escape), .control("c"):
      mode = .chart
      said = Said(text: words(.saidLeftAsItIs, ["task": question.entry.task ?? ""]))
      return []
    default: return [.bell]
    }
  }

  // MARK: Leaving

  /// Esc at the chart: back to all battles.
  mutating func goBack() -> [Effect] {
    if onlyBattle != nil { show(battle: nil) }
    return []
  }

  /// Ends when everything is on disk. With entries that could not be saved, only the second time.
  mutating func leave(code: Int32, waits: Bool = false) -> [Effect] {
    if !failed.isEmpty, leaving == nil, !waits {
      leaving = code
      said = Said(text: words(.saidUnsavedQuit, ["n": "\(failed.count)"]), isError: true)
      return [.bell]
    }
    if leaving != nil, !failed.isEmpty { return [.exit(code: code == 0 ? 74 : code)] }
    leaving = code
    said = Said(text: words(.saidStillSaving))
    return leaveIfDone()
  }

  private func leaveIfDone() -> [Effect] {
    guard let leaving, unsaved.count == failed.count else { return [] }
    // What could not be saved is lost with the program: that is no success.
    return [.exit(code: leaving == 0 && !failed.isEmpty ? 74 : leaving)]
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
