import Dispatch
import Synchronization
import WallChartStore

/// The one place that touches the disk while the program runs: one thing after the other, on a
/// queue of its own, answered by message. A slow disk never holds up a key.
final class Worker: Sendable {
  let queue = DispatchQueue(label: "wallchart.disk")
  private let folder: Mutex<ChartFolder>
  let mailbox: Mailbox
  /// For whichever thread the queue runs on.
  private let stack = SignalStack()
  /// Damage that the user has been told of.
  private let told: Mutex<[Finding]>
  /// What the user was last told that reading failed with.
  private let failure = Mutex<StoreError?>(nil)
  /// Where this program's cursor is, for others; and where others' are.
  let outgoing = Mutex(Outgoing())
  let liveFile: Mutex<LiveFile>
  let incoming: Mutex<Incoming>

  /// - Parameter name: who acts, for the name of a file that others follow.
  init(_ folder: ChartFolder, mailbox: Mailbox, name: String = "") {
    liveFile = Mutex(LiveFile(folder: folder.path, label: name))
    incoming = Mutex(Incoming(files: LiveFiles(folder: folder.path)))
    self.folder = Mutex(folder)
    self.mailbox = mailbox
    told = Mutex(folder.damage)
  }

  /// Waits until everything asked for so far is done.
  func finish() { queue.sync {} }

  /// Appends what one keystroke wrote, all or nothing.
  func append(_ entries: [Entry], today: Day) {
    perform { folder in
      do {
        let saved = try folder.append(step: entries, today: today)
        return [.saved(saved, ownWriters: folder.ownWriters)]
      } catch {
        return [.failed(entries, Self.storeError(error))]
      }
    }
  }

  /// Keeps a file handed in as evidence with the chart; words are evidence as they are.
  func keep(_ evidence: String, for id: EntryID) {
    perform { folder in
      do throws(StoreError) {
        return [.kept(id, item: try folder.keep(evidence: evidence))]
      } catch {
        return [.notKept(id, error)]
      }
    }
  }

  /// Changes the plan; what is shown then is what is on disk.
  func edit(_ edit: PlanEdit, as entry: Entry, today: Day) {
    perform { folder in
      do {
        let saved = try folder.edit(edit, as: entry, today: today)
        _ = folder.takeNews()
        return [
          .edited(saved, folder.chart, folder.ledger, ownWriters: folder.ownWriters)
        ]
      } catch {
        return [.notEdited(entry, Self.storeError(error))]
      }
    }
  }

  /// Reads everything that changed; what could be read is shown, and then what could not be is
  /// said.
  func reload() {
    perform { [self] folder in
      let error = refreshed(&folder)
      if let error { failure.withLock { $0 = error } }
      _ = folder.takeNews()
      told.withLock { $0 = [] }
      return [Self.loaded(folder)] + (error.map { [.loadFailed($0)] } ?? [])
    }
  }

  /// Looks what others have written. What fails once may be a plan that is just being replaced:
  /// only what still fails a second later is said, and only once.
  func look() {
    perform { [self] folder in
      let error = refreshed(&folder)
      // The first picture is there.
      folder.beginDigest()
      guard let error else { return [] }
      let isTold = failure.withLock { $0 } == error
      if !isTold { queue.asyncAfter(deadline: .now() + 1) { [weak self] in self?.lookAgain() } }
      return []
    }
  }

  private func lookAgain() {
    perform { [self] folder in
      guard let error = refreshed(&folder) else { return [] }
      let isTold = failure.withLock { told in
        defer { told = error }
        return told == error
      }
      return isTold ? [] : [.loadFailed(error)]
    }
  }

  /// What reading anew failed with. When it did not, nothing has been told, or it is over: also when
  /// everything is as it was before.
  private func refreshed(_ folder: inout ChartFolder) -> StoreError? {
    do {
      try folder.refresh()
      let isOver = failure.withLock { told in
        defer { told = nil }
        return told != nil
      }
      if isOver { mailbox.post(Self.loaded(folder)) }
      return nil
    } catch {
      return Self.storeError(error)
    }
  }

  func remember(_ cursor: Cursor) {
    perform { folder in
      folder.remember(cursor)
      return []
    }
  }

  func remember(_ author: Author) {
    perform { folder in
      folder.remember(author)
      return []
    }
  }

  func remember(_ meeting: MeetingPlace) {
    perform { folder in
      folder.remember(meeting)
      return []
    }
  }

  /// Writes the papers of the meeting that an entry closed, made from what is on disk; those that
  /// cannot be written are tried again at the next start.
  func write(
    papersOf closing: Entry, _ papers: @escaping @Sendable (Chart, Ledger) -> [Paper]
  ) {
    perform { folder in
      let written = papers(folder.chart, folder.ledger).map { paper in
        WrittenPaper(
          paper: paper,
          name: Result { () throws(StoreError) in try folder.write(paper) })
      }
      if written.allSatisfy({ $0.why == nil }) { folder.forgetMeeting(closedBy: closing) }
      return [.papersDone(closing: closing.id, written)]
    }
  }

  func name(view json: String?, _ name: String) {
    perform { folder in
      do {
        return [.viewNamed(name: name, all: try folder.name(view: json, name))]
      } catch {
        return [.viewNotNamed(Self.storeError(error))]
      }
    }
  }

  /// Keeps entries that cannot be saved for the next start, and those that were refused aside.
  func rescue(_ entries: [Entry], setsAside: Bool) -> Ending.Rescue {
    let folder = folder.withLock(\.self)
    do throws(StoreError) {
      let path = try folder.keep(entries, at: SystemClock.now(), setsAside: setsAside)
      return Ending.Rescue(chart: folder.name, entries: entries, file: .success(path))
    } catch {
      return Ending.Rescue(chart: folder.name, entries: entries, file: .failure(error))
    }
  }

  /// Nothing that an earlier run left unsaved is open any more.
  func settleRescue(isKept: Bool) {
    perform { folder in
      folder.rescue.settle(isKept: isKept)
      return []
    }
  }

  private func perform(_ work: @escaping @Sendable (inout ChartFolder) -> [Message]) {
    queue.async { [self] in
      stack.begin()
      defer { stack.end() }
      folder.withLock { folder in
        // Who waits for it is told before anything else is looked at.
        let done = work(&folder)
        done.forEach { mailbox.post($0) }
        (news(in: &folder, but: done) + newDamage(in: folder)).forEach { mailbox.post($0) }
      }
    }
  }

  private static func loaded(_ folder: ChartFolder) -> Message {
    .loaded(folder.chart, folder.ledger, ownWriters: folder.ownWriters)
  }

  /// What came in while something was done, others' entries above all.
  /// - Parameter told: the messages that it was done.
  private func news(in folder: inout ChartFolder, but told: [Message]) -> [Message] {
    let news = folder.takeNews()
    if news.isAnew {
      // Read anew although the plan still cannot be: that stays said.
      return [Self.loaded(folder)] + failure.withLock { $0.map { [.loadFailed($0)] } ?? [] }
    }
    var entries = news.entries
    for case .saved(let saved, _) in told {
      entries.removeAll { entry in saved.contains { $0.id == entry.id } }
    }
    return entries.isEmpty ? [] : [.arrived(entries)]
  }

  /// What is damaged or gone, when it is not what the user was last told.
  private func newDamage(in folder: ChartFolder) -> [Message] {
    let damage = folder.damage
    return told.withLock { told in
      guard told != damage else { return [] }
      // What is new comes first: that is what is said.
      let known = Set(told)
      told = damage
      let new = damage.filter { !known.contains($0) }
      return [.damaged(new + damage.filter { known.contains($0) })]
    }
  }

  static func storeError(_ error: any Error) -> StoreError {
    switch error {
    case let error as StoreError: error
    case let finding as Finding: .invalid([finding])
    default: .system(operation: "\(error)", path: "", code: 0)
    }
  }
}
