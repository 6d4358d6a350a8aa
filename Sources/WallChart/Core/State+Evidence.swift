import WallChartStore
import WallChartWords

/// Evidence on its way into the chart's folder: the entry about it is written when it is kept.
struct HandedIn: Equatable, Sendable {
  /// What it was typed in: it comes back when the file cannot be kept.
  var prompt: Prompt
  /// The key's: the entry has its id and moment.
  var stamp: Stamp
}

// Evidence: words, or a file by its path. Only the disk knows which, so it is asked first.
extension State {
  /// Enter behind evidence.
  mutating func handIn(_ text: String, _ prompt: Prompt, _ stamp: Stamp) -> [Effect] {
    handedIn.append(HandedIn(prompt: prompt, stamp: stamp))
    return [.keep(evidence: text, for: stamp.id)]
  }

  /// It is kept, as the entry names it.
  mutating func kept(_ item: String, for id: EntryID) -> [Effect] {
    guard let place = handedIn.firstIndex(where: { $0.stamp.id == id }) else { return [] }
    let handed = handedIn.remove(at: place)
    guard case .evidence(let task, let node) = handed.prompt.purpose else { return [] }
    return write { state throws(Refusal) in
      try state.situation.note(
        task, Fact.Note(text: nil, node: node), evidence: [item], by: state.setting.author,
        handed.stamp)
    }
  }

  /// It cannot be kept: what was typed comes back to be mended, as soon as nothing else is typed.
  mutating func notKept(_ id: EntryID, _ error: StoreError) -> [Effect] {
    guard let place = handedIn.firstIndex(where: { $0.stamp.id == id }) else { return [] }
    let handed = handedIn.remove(at: place)
    if mustLeave {
      // Nobody is there to mend it.
      leaving = 74
      return leaveIfDone()
    }
    leaving = nil
    let text = shown(handed.prompt.trimmedAnswer)
    let why = words(.saidNotKept, ["text": text, "why": words.reason(for: error)])
    notKept.append((handed.prompt, why))
    return [.bell]
  }

  /// Asks again for evidence that could not be kept.
  mutating func askForKept() {
    guard mode == .commands, onTop != .projector, !notKept.isEmpty else { return }
    let (prompt, why) = notKept.removeFirst()
    mode = .prompt(prompt)
    said = Said(text: why, isError: true)
  }
}
