/// The entries about tasks that a ledger and its copies share: what was read at first stays where it is,
/// and what comes while another ledger holds it is kept apart. So no mark copies a hundred thousand.
struct SharedEntries: Sendable {
  private var read = Shared()
  /// What came since, with the entries of its tasks from before.
  private var later = EntryTable()

  /// Whether what comes is written where all the rest is.
  private var isAlone: Bool {
    mutating get { later.isEmpty && isKnownUniquelyReferenced(&read) }
  }

  /// How many entries are known.
  var count: Int { read.table.count + later.count }

  func contains(_ id: EntryID) -> Bool { read.table.contains(id) || later.contains(id) }

  /// Makes room for so many more.
  mutating func reserve(_ count: Int) { if isAlone { read.table.reserve(count) } }

  /// Knows an entry from now on, be it of a task or not; false when it was known.
  mutating func know(_ id: EntryID) -> Bool {
    isAlone ? read.table.know(id) : !read.table.contains(id) && later.know(id)
  }

  /// Adds an entry that is known.
  mutating func append(_ entry: consuming Entry, of task: String) {
    guard !isAlone else { return read.table.append(entry, of: task) }
    if later.byTask[task] == nil { later.replace(read.table.byTask[task] ?? [], of: task) }
    later.append(entry, of: task)
  }

  /// Takes the entry of an id out of those of a task; it stays known.
  mutating func remove(_ id: EntryID, of task: String) {
    let rest = self[task].filter { $0.id != id }
    if isAlone { read.table.replace(rest, of: task) } else { later.replace(rest, of: task) }
  }

  /// The entries about a task.
  subscript(task: String) -> [Entry] {
    if !later.isEmpty, let entries = later.byTask[task] { return entries }
    return read.table.byTask[task] ?? []
  }

  /// The ids of all tasks with entries.
  var tasks: [String] {
    Array(read.table.byTask.keys) + later.byTask.keys.filter { read.table.byTask[$0] == nil }
  }

  /// What was written of tasks, writer by writer; of one it may be two parts.
  var written: [(writer: String, written: Written)] {
    [read.table, later].flatMap { $0.written.map { ($0.key, $0.value) } }
  }

  /// The tasks that the last entries of a writer are about, see
  /// ``Written/tasks(ofLast:areSteps:except:)``.
  func tasks(
    ofLast count: Int, by writer: String, areSteps: Bool, except lists: Set<Int64>
  ) -> (tasks: Set<String>, above: Int?) {
    let parts = [read.table, later].compactMap { $0.written[writer] }
      .map { $0.tasks(ofLast: count, areSteps: areSteps, except: lists) }
    return (parts.reduce(into: []) { $0.formUnion($1.tasks) }, parts.compactMap(\.above).max())
  }

  /// The tasks that the same evidence was handed in for.
  func tasks(with evidence: Evidence) -> [String] {
    guard let likeness = evidence.likeness else { return [] }
    return [read.table, later].flatMap { $0.tasksByEvidence[likeness] ?? [] }
  }
}

/// A table that several ledgers hold.
///
/// Unchecked, because one of them writes into it only while `isKnownUniquelyReferenced` says that no
/// other holds it, be it on another thread; what two hold is only read.
private final class Shared: @unchecked Sendable {
  var table = EntryTable()
}
