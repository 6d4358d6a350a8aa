import WallChartStore
import WallChartWords

// What became of entries that did not come to disk as they were sent: the disk's failure, the
// rules' no, or somebody else's entry, about which the user is asked.
extension State {
  /// Whether entries are on their way to disk.
  var isSaving: Bool { unsaved.contains { !failed.contains($0.id) } }

  /// Takes entries off those that are not on disk.
  mutating func drop(_ entries: [Entry]) {
    let ids = Set(entries.map(\.id))
    unsaved.removeAll { ids.contains($0.id) }
    failed.subtract(ids)
  }

  mutating func fail(_ entries: [Entry], _ error: StoreError) -> [Effect] {
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
      refuseClosing(entries, error)
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
  mutating func answer(_ question: Question, _ key: Key) -> [Effect] {
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
    case (.submit, .submit), (.verify, .verify), (.crossOff, .crossOff),
      (.supervise, .supervise), (.release, .release):
      true
    default: false
    }
  }
}
