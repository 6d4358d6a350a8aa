/// Entries about tasks, and by what else than their task they are asked for.
struct EntryTable: Sendable {
  private(set) var byTask: [String: [Entry]] = [:]
  /// Those of the chart as a whole, too.
  private var ids: Set<EntryID> = []
  /// What each writer wrote of tasks: the steps of one writer are asked for at keystrokes, when the
  /// ledgers of all may hold a hundred thousand.
  private(set) var written: [String: Written] = [:]
  /// The tasks that evidence was handed in for, once or several times.
  private(set) var tasksByEvidence: [Evidence.Likeness: [String]] = [:]

  var isEmpty: Bool { ids.isEmpty && byTask.isEmpty }
  /// How many entries it knows.
  var count: Int { ids.count }

  func contains(_ id: EntryID) -> Bool { ids.contains(id) }

  mutating func reserve(_ count: Int) { ids.reserveCapacity(ids.count + count) }

  /// Knows an entry from now on; false when it was known.
  mutating func know(_ id: EntryID) -> Bool { ids.insert(id).inserted }

  /// Adds an entry about a task.
  mutating func append(_ entry: consuming Entry, of task: String) {
    written[entry.writer, default: Written()].append(
      task, at: entry.at, number: entry.n, isStep: entry.fact.canBeStep)
    for item in entry.evidence {
      guard let likeness = Evidence(item).likeness else { continue }
      tasksByEvidence[likeness, default: []].append(task)
    }
    byTask[task, default: []].append(entry)
  }

  /// Sets what is known of a task aside for other entries of it.
  mutating func replace(_ entries: [Entry], of task: String) { byTask[task] = entries }
}
