import WallChartStore
import WallChartWords

/// Evidence on its way into the chart's folder: the entry about it is written when it is kept.
struct HandedIn: Equatable, Sendable {
  /// What it was typed in: it comes back when the file cannot be kept.
  var prompt: Prompt
  /// Of the moment of Enter, whatever passes until the file is kept: the entry has its id and
  /// moment, the day, and who acted.
  var stamp: Stamp
  var day: Day
  var author: Author
  /// Whether a key was pressed since: then the prompt does not come back under the hands.
  var isLeft = false
}

// Evidence: words, or a file by its path. Only the disk knows which, so it is asked first.
extension State {
  /// Enter behind evidence.
  mutating func handIn(_ text: String, _ prompt: Prompt, _ stamp: Stamp) -> [Effect] {
    handedIn.append(
      HandedIn(prompt: prompt, stamp: stamp, day: situation.day, author: setting.author))
    return [.keep(evidence: text, for: stamp.id)]
  }

  /// It is kept, as the entry names it.
  mutating func kept(_ item: String, for id: EntryID) -> [Effect] {
    guard let place = handedIn.firstIndex(where: { $0.stamp.id == id }) else { return [] }
    let handed = handedIn.remove(at: place)
    guard case .evidence(let task, let node) = handed.prompt.purpose else { return [] }
    // Another day may be looked at by now.
    var present = situation
    if isLooking { present.move(to: writingDay) }
    return write { _ throws(Refusal) in
      try present.note(
        task, Fact.Note(text: nil, node: node), on: handed.day, evidence: [item],
        by: handed.author, handed.stamp)
    }
  }

  /// It cannot be kept. Who waits for it is asked again; what was typed comes back by Up only, so
  /// that keys typed ahead do not land in it.
  mutating func notKept(_ id: EntryID, _ error: StoreError) -> [Effect] {
    guard let place = handedIn.firstIndex(where: { $0.stamp.id == id }) else { return [] }
    let handed = handedIn.remove(at: place)
    if mustLeave {
      // Nobody is there to mend it.
      leaving = 74
      return leaveIfDone()
    }
    leaving = nil
    var prompt = handed.prompt
    let text = shown(prompt.trimmedAnswer)
    let word: Word = handed.isLeft ? .saidNotKeptRecall : .saidNotKept
    let why = fitted(text, width: size.columns - 2) { parts in
      words.forms(
        word,
        [
          "task": prompt.purpose.task ?? "", "text": parts[0],
          "why": words.reasonInside(for: error),
        ])
    }
    (prompt.text, prompt.caret, prompt.history) = ([], 0, nil)
    notKept.append((handed.isLeft ? nil : prompt, why))
    return [.bell]
  }

  /// Says what could not be kept, and asks for it again.
  mutating func askForKept() {
    guard mode == .commands, onTop != .projector, meeting?.isBlank != true, !notKept.isEmpty else {
      return
    }
    let (prompt, why) = notKept.removeFirst()
    if let prompt { mode = .prompt(prompt) }
    said = Said(text: why, isError: true)
  }
}
