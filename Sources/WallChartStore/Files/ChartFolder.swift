internal import Glibc

/// A chart's folder on disk: reads the plan and all ledgers, appends entries, replaces the plan.
/// It prints nothing; one thread at a time uses it.
public struct ChartFolder: Sendable {
  /// The folder, every link followed.
  public let path: String
  /// As the user named it; used in messages.
  public let name: String
  /// Which folder that is, whatever its name: device and inode.
  let identity: [UInt64]
  /// The plan as last read; the last good one while it cannot be read.
  public private(set) var chart: Chart
  /// All entries read so far, of every writer.
  public internal(set) var ledger = Ledger()
  /// What has been read of each writer's file.
  var files: [String: LedgerFile] = [:]
  /// Where each file's reading stopped, to see when another one took its place.
  var places: [String: ReadingPlace] = [:]
  /// Entries that were read and are in no file any more, with the writers whose files held them.
  var gone: [EntryID: String] = [:]
  /// Entries that say something else than when they were first read here, with what they say now.
  var altered: [EntryID: (first: Entry, now: Entry)] = [:]
  /// Names of ledger files that are too large to be ledgers.
  var oversized: [String] = []
  /// What has come since the news were last taken; nil while it is opened.
  private var news: News?
  /// SHA-256 of the plan's bytes as last read, in hexadecimal: worked out when it is asked for, or
  /// before, see ``beginDigest()``.
  package var planDigest: String { digest.value }
  private var digest = Ahead(begins: false) { "" }
  private(set) var planStamp = FileStamp()
  /// When the plan was last written, be it by hand.
  package var planWritten: Moment { planStamp.written }
  /// What this machine remembers of the chart; nil when it has no place for memory.
  private(set) var memoryPath: String?
  package var installation: Installation
  /// Why this machine could not note how far it had written; nil when it could. The next program then
  /// begins a new ledger file.
  package private(set) var memoryFailure: StoreError?
  /// What earlier runs could not save.
  package let rescue: Rescue
  /// How long to wait for the lock.
  package var lockSeconds = 5.0
  var calls = SystemCalls()
  /// Entries of which a line was written and not known to be on disk.
  var unsure: Set<EntryID> = []
  /// Whether this process writes to a file of its own, for want of locks.
  var isAlone = false

  /// Opens a chart and reads it whole. Nothing is written.
  ///
  /// Throws ``StoreError``: `noChart`, `notAFile`, `tooLarge` (a plan of more than 256 MiB),
  /// `invalid` with every place where the plan breaks a rule, or `system`. Damage in a ledger is
  /// not thrown: what can be read is there, see ``damage``.
  /// - Parameters:
  ///   - path: the folder, or its `chart.json`.
  ///   - state: this machine's memory, see ``Folders``; without it every run is a new writer.
  public init(opening path: String, state: String?) throws {
    try self.init(opening: path, state: state, machine: Installation.thisMachine)
  }

  init(opening path: String, state: String?, machine: String) throws {
    let folder = try Self.locate(path)
    name = folder
    self.path = PosixFile.resolved(folder)
    identity = PosixFile.identity(of: folder)
    memoryPath = state.flatMap {
      Installation.path(state: $0, folder: folder, machine: machine)
    }
    installation =
      memoryPath.map { Installation(reading: $0, of: folder) } ?? Installation()
    rescue = Rescue(state: state, chart: self.path, machine: machine)
    chart = Chart(title: Text(""))
    try readAll()
    news = News()
    unsure = rescue.unsure.filter { ledger.contains($0) }
  }

  /// What came into a chart that was read before.
  public struct News: Sendable {
    /// New entries, one's own too, in the order they were read.
    public internal(set) var entries: [Entry] = []
    /// Whether plan or ledgers were read anew: then more than entries may differ.
    public internal(set) var isAnew = false

    /// Whether nothing came.
    public var isEmpty: Bool { entries.isEmpty && !isAnew }
  }

  /// Hands over what has come since it was last asked.
  public mutating func takeNews() -> News {
    defer { news = News() }
    return news ?? News()
  }

  mutating func note(_ entry: Entry) { news?.entries.append(entry) }
  mutating func noteAnew() { news?.isAnew = true }

  /// The folder of a chart named by itself or by its `chart.json`.
  package static func locate(_ path: String) throws(StoreError) -> String {
    var folder = path
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    if PosixFile.lastComponent(of: folder) == "chart.json" { folder = PosixFile.parent(of: folder) }
    guard PosixFile.isFolder(folder), PosixFile.exists(folder + "/chart.json") else {
      throw .noChart(path: path)
    }
    return folder
  }

  var planPath: String { name + "/chart.json" }
  var ledgerFolder: String { path + "/ledger" }

  // MARK: Reading

  /// What was read out of the bytes of a digest.
  struct ReadPlan {
    var chart: Chart
    var written: PlanText
  }

  /// Reads plan and ledgers; those of a large plan at the same time.
  private mutating func readAll() throws {
    let stamp = FileStamp(of: path + "/chart.json")
    guard stamp.size >= Self.largePlan else {
      try readPlan()
      try readLedgers()
      return
    }
    let (path, planPath) = (path, planPath)
    let plan = Ahead { Result { try Self.plan(in: path, planPath) } }
    let ledgers = Result { try readLedgers() }
    let (chart, digest) = try plan.value.get()
    take(chart, digest, stamp)
    _ = try ledgers.get()
  }

  /// - Parameter known: what most likely stands there; then it is not read out once more.
  mutating func readPlan(knowing known: ReadPlan? = nil) throws {
    let stamp = FileStamp(of: path + "/chart.json")
    if let known, try PosixFile.holds(path + "/chart.json", known.written.bytes) {
      let digest = known.written.digest
      take(known.chart, Ahead(begins: false) { digest }, stamp)
    } else {
      let (chart, digest) = try Self.plan(in: path, planPath)
      take(chart, digest, stamp)
    }
  }

  private mutating func take(_ chart: Chart, _ digest: Ahead<String>, _ stamp: FileStamp) {
    (self.chart, self.digest, planStamp) = (chart, digest, stamp)
    self.chart.placeTasks()
  }

  /// From how many bytes on a plan is read on more than one thread.
  private static let largePlan = 1 << 18

  /// Reads a folder's plan.
  private static func plan(
    in path: String, _ name: String
  ) throws -> (Chart, digest: Ahead<String>) {
    let file = try PlainFile(path + "/chart.json")
    do {
      var chart = try ChartReader.read(file.contents(), file: name)
      // Of a large plan no other work waits for it here.
      chart.placeTasks()
      // Read again, for all bytes of a large plan are not kept for it. One that was written over
      // meanwhile has the digest of no plan, and is taken for another one.
      return (chart, Ahead(begins: false) { file.digest ?? "" })
    } catch let finding as Finding {
      throw StoreError.invalid([finding])
    }
  }

  /// Works out the digest of the plan on a thread of its own, unless that was done: what is only read
  /// needs none, but as long as there is none the file stays open.
  package func beginDigest() { digest.begin() }

  /// Reads what has come since: new lines of any writer, and the plan if it changed.
  /// Returns whether anything did. A plan that cannot be read is thrown when the lines have been
  /// taken, and the last good one stays; on any other failure everything read before stays.
  @discardableResult
  public mutating func refresh() throws -> Bool {
    let (hasChanged, planError) = try takeNew()
    if let planError { throw planError }
    return hasChanged
  }

  /// Reads what has come since; what is wrong with the plan does not keep the lines away.
  mutating func takeNew() throws -> (hasChanged: Bool, planError: (any Error)?) {
    let stamp = FileStamp(of: path + "/chart.json")
    // Unmounted or deleted under us, perhaps with an empty folder in its place: what was read
    // stays on screen.
    guard stamp == planStamp || isChart else { throw StoreError.noChart(path: name) }
    var fresh = self
    var hasChanged = false
    var planError: (any Error)?
    if stamp != planStamp {
      do {
        try fresh.readPlan()
        fresh.noteAnew()
        hasChanged = true
      } catch {
        planError = error
      }
    }
    if try fresh.readLedgers() { hasChanged = true }
    self = fresh
    return (hasChanged, planError)
  }

  /// What is written must be what can be read again.
  /// - Parameter tasks: those that were written; they are kept where what is read is the same.
  @discardableResult
  static func validate(
    _ bytes: [UInt8], file: String, knowing tasks: [Chart.Task] = []
  ) throws(StoreError) -> Chart {
    do {
      return try ChartReader.read(bytes, file: file, knowing: tasks)
    } catch let error as StoreError {
      throw error
    } catch {
      throw .invalid((error as? Finding).map { [$0] } ?? [])
    }
  }

  // MARK: Memory

  /// Takes up what another program of this machine has noted meanwhile: it writes to the same
  /// file, or has begun a new one.
  mutating func recallInstallation() {
    guard let memoryPath, !isAlone else { return }
    var found = Installation(reading: memoryPath, of: path)
    guard !found.writers.isEmpty else { return }
    found.writers = installation.writers.filter { !found.writers.contains($0) } + found.writers
    installation = found
  }

  mutating func saveInstallation() {
    guard let memoryPath, !isAlone else { return }
    do throws(StoreError) {
      try installation.write(to: memoryPath)
    } catch {
      // No place for memory (read-only home): the next run starts a new writer file.
      (self.memoryPath, memoryFailure) = (nil, error)
    }
  }

  /// Remembers the cursor's place for the next start.
  package func remember(_ cursor: Cursor) {
    guard let memoryPath else { return }
    // When it cannot be kept, the next start begins at the top.
    try? cursor.write(to: Cursor.path(beside: memoryPath))
  }

  /// Where the cursor stood when this machine last closed the chart.
  package var lastCursor: Cursor {
    memoryPath.map { Cursor(reading: Cursor.path(beside: $0)) } ?? Cursor()
  }

  /// This installation's writers, oldest first.
  public var ownWriters: [String] { installation.writers }
}
