import WallChartStore
import WallChartWords

/// What had been said of a thing when a question about it was put. Once somebody says something
/// else, the answer would be to another question.
struct Known: Equatable, Sendable {
  var task: String
  var slot: TaskRecord.Slot
  var heads: [EntryID]
}

// A question is about what was known when it was put.
extension State {
  func known(_ slot: TaskRecord.Slot, of task: String) -> Known? {
    heads(of: slot, task).map { Known(task: task, slot: slot, heads: $0) }
  }

  private func heads(of slot: TaskRecord.Slot, _ task: String) -> [EntryID]? {
    situation.index(of: task).map { situation.heads(of: slot, ofTaskAt: $0) }
  }

  /// Says what somebody entered between question and answer; nil when nobody did.
  mutating func drop(_ known: Known?) -> [Effect]? {
    guard let known, let index = situation.index(of: known.task),
      let heads = heads(of: known.slot, known.task), heads != known.heads
    else { return nil }
    let entry = situation.ledger.entries(of: known.task).last {
      heads.contains($0.id) && !known.heads.contains($0.id)
    }
    let what =
      entry.map { entry in
        let text = entryWords.text(of: entry, situation.chart.tasks[index], Roots())
        return words(.recordBy, ["who": entryWords.who(of: entry), "what": text])
      } ?? words.name(of: situation.status.tasks[index].record.stage)
    mode = .commands
    said = Said(text: words(.saidMeanwhile, ["task": known.task]), isError: true, above: what)
    return [.bell]
  }
}
