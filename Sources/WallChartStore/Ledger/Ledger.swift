/// The set of entries of all writers, grouped by task. The order in which they are added does
/// not matter; an entry written twice (a retry) counts once.
public struct Ledger: Sendable {
  private var ofTasks = SharedEntries()
  /// What entries on their way to disk are about, if it is tasks.
  private var unsaved: [EntryID: String] = [:]
  /// Entries about the chart as a whole: imports, meetings.
  package private(set) var general: [Entry] = []
  package private(set) var findings: [Finding] = []

  /// An empty ledger.
  public init() {}

  /// How many entries it holds, each counted once.
  public var count: Int { ofTasks.count }

  /// How many of them are of days up to this one: what is said of the day rests on no others.
  package func count(through day: Day) -> Int {
    lists.reduce(0) { $0 + $1.count { $0.on <= day } }
  }

  package func contains(_ id: EntryID) -> Bool { ofTasks.contains(id) }

  /// Adds an entry; false when one of its id was there already. One that was added before it had
  /// a writer, on its way to disk, is replaced by the one on disk.
  @discardableResult
  public mutating func add(_ entry: consuming Entry) -> Bool {
    guard ofTasks.know(entry.id) else {
      settle(entry)
      return false
    }
    insert(entry)
    return true
  }

  /// Makes room for the entries of so many bytes of lines.
  mutating func reserve(bytes: Int) {
    ofTasks.reserve(bytes / Self.bytesOfLine)
  }

  /// A mark has a few more, other entries many.
  private static let bytesOfLine = 200

  private mutating func insert(_ entry: consuming Entry) {
    if let task = entry.task {
      if entry.writer.isEmpty { unsaved[entry.id] = task }
      ofTasks.append(entry, of: task)
    } else {
      general.append(entry)
    }
  }

  /// Of several entries with one id the same one holds, in whichever order they came.
  private mutating func settle(_ entry: Entry) {
    guard !entry.writer.isEmpty, let known = known(entry.id, about: entry.task) else { return }
    if !known.writer.isEmpty, !known.saysTheSame(as: entry) {
      findings.append(
        Finding(
          file: "ledger/\(entry.writer).jsonl", line: entry.line, column: 0,
          fault: .twoEntriesWithOneId(entry.id.text)))
    }
    guard known.writer.isEmpty || entry.isRead(before: known) else { return }
    unsaved[entry.id] = nil
    if let task = known.task {
      ofTasks.remove(entry.id, of: task)
    } else {
      general.removeAll { $0.id == entry.id }
    }
    insert(entry)
  }

  /// The entry of an id, looked for first where it belongs.
  private func known(_ id: EntryID, about task: String?) -> Entry? {
    (task.map { entries(of: $0) } ?? general).first { $0.id == id }
      ?? lists.lazy.joined().first { $0.id == id }
  }

  /// The entries about a task, in no particular order.
  public func entries(of task: String) -> [Entry] { ofTasks[task] }

  /// All entries, list by list.
  private var lists: [[Entry]] { [general] + ofTasks.tasks.map { ofTasks[$0] } }

  /// The entries of which something is true, and what was found wrong with any.
  package func filter(_ isIncluded: (Entry) -> Bool) -> Ledger {
    var ledger = Ledger()
    for entry in lists.joined() where isIncluded(entry) { ledger.add(entry) }
    ledger.findings = findings
    return ledger
  }

  /// The ids of all tasks with entries.
  package var tasks: [String] { ofTasks.tasks }

  /// What was written of tasks, writer by writer; of one it may be two parts.
  var written: [(writer: String, written: Written)] { ofTasks.written }

  /// The tasks that something on its way to disk is about.
  var tasksOfUnsaved: Set<String> { Set(unsaved.values) }

  /// The tasks that the last entries of a writer are about, see
  /// ``Written/tasks(ofLast:areSteps:except:)``.
  func tasks(
    ofLast count: Int, by writer: String, areSteps: Bool, except lists: Set<Int64>
  ) -> (tasks: Set<String>, above: Int?) {
    ofTasks.tasks(ofLast: count, by: writer, areSteps: areSteps, except: lists)
  }

  /// The tasks that the same evidence was handed in for.
  func tasks(with evidence: Evidence) -> [String] { ofTasks.tasks(with: evidence) }
}

extension Entry {
  /// Whether two entries of one id are one that was written twice, perhaps into another file.
  func saysTheSame(as other: Entry) -> Bool { lineWithoutWriter == other.lineWithoutWriter }

  /// Any order that does not depend on which file is read first.
  fileprivate func isRead(before other: Entry) -> Bool {
    if turn != other.turn { return turn < other.turn }
    return lineBytes.lexicographicallyPrecedes(other.lineBytes)
  }

  /// All that a retry must keep: everything but writer, number and hash.
  fileprivate var lineWithoutWriter: [UInt8] {
    var entry = self
    entry.writer = ""
    entry.n = 0
    return entry.lineBytes
  }
}

extension Ledger {
  /// What the undos of a task are finally about, all of them looked up at once.
  public func roots(of task: String) -> Roots {
    Roots(FoldOrder.sorted(entries(of: task)))
  }

  /// The same of the entries about the chart as a whole.
  package var generalRoots: Roots { Roots(FoldOrder.sorted(general)) }

  /// The entry that an undo, or an undo of an undo, is finally about; any other is its own root.
  public func root(of entry: Entry) -> Entry {
    entry.task.map { entry.root(among: entries(of: $0)).entry } ?? entry
  }

  /// Whether an undo takes its root back; an undo of an undo brings it back.
  public func isTakingBack(_ entry: Entry) -> Bool {
    entry.task.map { entry.root(among: entries(of: $0)).isTakenBack } ?? false
  }
}
