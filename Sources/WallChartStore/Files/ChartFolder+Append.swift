internal import Glibc

extension ChartFolder {
  /// Appends an entry and returns it as it stands on disk. When this returns, it survives a
  /// power cut. Throws ``StoreError``; then nothing was written.
  ///
  /// The same entry again (a retry) is answered with the one on disk.
  public mutating func append(_ entry: Entry, today: Day) throws -> Entry {
    guard let written = try append(step: [entry], today: today).first else { return entry }
    return written
  }

  /// Appends what one keystroke wrote, each entry checked as a single one is, with one write; all or
  /// none. Throws ``StoreError`` as soon as one of them cannot be; then none was written.
  ///
  /// A machine that stops in the middle of the write may leave the first few of them, for a line is
  /// the unit of a ledger: none had been acknowledged, what is there is whole, and undo takes it
  /// back as the step it then is. The same entries again (a retry) add only what is missing.
  public mutating func append(step entries: [Entry], today: Day) throws -> [Entry] {
    guard let label = entries.first?.label else { return [] }
    // What is written into another folder than the chart is lost.
    guard isChart else { throw StoreError.noChart(path: name) }
    let lock = try FolderLock(folder: path, seconds: lockSeconds, calls: calls)
    defer { _ = lock }
    if lock.failure != nil, !isAlone {
      isAlone = true
      startWriter(label: label)
    }
    recallInstallation()
    // A plan in the middle of a checkout keeps no mark away: the last good one holds.
    _ = try takeNew()
    let missing = try missing(of: entries, today: today)
    let written = try appendLocked(Self.sound(missing))
    let onDisk = Dictionary(
      written.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return entries.compactMap { onDisk[$0.id] ?? self.known($0) }
  }

  /// Those of a step's entries that are not on disk, each of them allowed by the rules.
  private mutating func missing(of entries: [Entry], today: Day) throws -> [Entry] {
    // What is read as it was before the step, and of the step what comes before the entry.
    var known = ledger
    var missing: [Entry] = []
    for (place, entry) in entries.enumerated() {
      if !unsure.contains(entry.id) {
        if self.known(entry) != nil { continue }
        try recheck(entry, in: known, today: today)
      }
      missing.append(entry)
      if place < entries.count - 1 { known.add(entry) }
    }
    return missing
  }

  /// The entry of the same id as it was read.
  private func known(_ entry: Entry) -> Entry? {
    (entry.task.map { ledger.entries(of: $0) } ?? ledger.general).first { $0.id == entry.id }
  }

  /// The checks once more, against what is on disk now.
  private mutating func recheck(_ entry: Entry, in ledger: Ledger, today: Day) throws {
    var plan = chart
    plan.tasks = []
    plan.units = entry.unit.flatMap(plan.unit).map { [$0] } ?? []
    if let id = entry.task, let task = chart.task(id) { plan.tasks = [task] }
    var situation = Situation(chart: plan, ledger: ledger, on: today)
    situation.checksLines = false
    let entries = entry.task.map { ledger.entries(of: $0) } ?? []
    if let slot = TaskRecord.slot(of: entry, among: entries), !situation.chart.tasks.isEmpty {
      let heads = situation.heads(of: slot, ofTaskAt: 0)
      if let other = heads.first(where: { !entry.was.contains($0) }),
        let newer = entries.first(where: { $0.id == other })
      {
        throw StoreError.overtaken(by: newer)
      }
    }
    do throws(Refusal) {
      try situation.check(entry)
      try situation.check(meeting: entry, by: installation.writers)
    } catch {
      throw StoreError.refused(error)
    }
  }

  /// Appends checked entries under a lock already held, with one write and one sync for all lines;
  /// returns them as they stand on disk.
  /// - Parameter takesBack: lines that cannot be synced are cut off again. A single entry is tried
  ///   again under its id; an import that failed is nothing, and the next one has other ids.
  @discardableResult
  mutating func appendLocked(_ entries: SoundEntries, takesBack: Bool = false) throws -> [Entry] {
    guard let label = entries.all.first?.label else { return [] }
    var hasSyncFailed = false
    for _ in 0..<Self.mostFiles {
      if !canContinue() { startWriter(label: label) }
      do {
        if let written = try appendToOwnFile(entries, takesBack: takesBack) {
          return written
        }
        // A checkout put another file under the name while we wrote, and may not be done with it:
        // again, in a file that it does not know.
        startWriter(label: label)
        saveInstallation()
        _ = try takeNew()
      } catch StoreError.system(operation: "fdatasync", let path, let code) {
        // After a failed sync the same file may lie about what is on disk: every program of this
        // machine goes on in a new one.
        startWriter(label: label)
        saveInstallation()
        guard !hasSyncFailed else {
          throw StoreError.system(operation: "fdatasync", path: path, code: code)
        }
        hasSyncFailed = true
      }
    }
    throw StoreError.busy(path: ledgerFolder)
  }

  /// So many files are begun for one entry when each is taken away while it is written.
  private static let mostFiles = 8

  /// Whether the last own file still is as this installation left it.
  private func canContinue() -> Bool {
    guard let writer = installation.writers.last else { return false }
    guard let read = files[writer] else { return installation.offset == 0 }
    guard !read.isDamaged, installation.offset > 0, let end = installation.ends.last,
      let status = statusOfFile(holding: end)
    else { return false }
    // With a second name (a copy made of links) our lines would get into the copy, too.
    return status.st_nlink == 1
  }

  /// The ledger file in which the last line of a writer of this installation that was acknowledged
  /// still stands where it was written; nil where it does not.
  func statusOfFile(holding end: Installation.End) -> stat? {
    guard let read = files[end.writer], read.consumed >= end.offset,
      end.offset > HashChain.trailerCount,
      let file = try? PosixFile.open(
        "\(ledgerFolder)/\(end.writer).jsonl", O_RDONLY | O_NOFOLLOW | O_NONBLOCK),
      let status = try? PosixFile.status(file, end.writer), PosixFile.isRegular(status)
    else { return nil }
    var trailer = [UInt8](repeating: 0, count: HashChain.trailerCount + 1)
    let number = file.number
    let start = end.offset - trailer.count
    let count = trailer.withUnsafeMutableBytes {
      pread(number, $0.baseAddress, $0.count, off_t(start))
    }
    guard count == trailer.count,
      String(decoding: trailer[9..<41], as: UTF8.self) == end.hash
    else { return nil }
    return status
  }

  private mutating func startWriter(label: String) {
    installation.start(Installation.newWriter(label: label))
  }

  /// Appends to the last own file and returns the entries as they stand there; nil when another
  /// file, or none, has its name meanwhile.
  ///
  /// The entries are sound, so that lines which stand on disk as they were written are known to say
  /// what the entries say.
  mutating func appendToOwnFile(
    _ entries: SoundEntries, takesBack: Bool = false
  ) throws -> [Entry]? {
    let writer = installation.writers[installation.writers.count - 1]
    let path = "\(ledgerFolder)/\(writer).jsonl"
    let known = places[writer]
    // A file that was read is not made again, nor its folder.
    let isFolderNew = known == nil && !PosixFile.exists(ledgerFolder)
    if isFolderNew { try PosixFile.makeFolder(ledgerFolder) }
    let isNew = known == nil && !PosixFile.exists(path)
    guard let file = try openOwn(path, isKnown: known != nil) else { return nil }
    let number = file.number
    let status = try PosixFile.status(file, path)
    guard PosixFile.isRegular(status) else { throw StoreError.notAFile(path: path) }
    guard known?.stamp.isOfSameFile(as: FileStamp(status)) ?? true else { return nil }
    let read = files[writer] ?? LedgerFile(writer: writer, path: "\(name)/ledger/\(writer).jsonl")
    // What a write that was cut off left behind is closed and kept; when only its line feed was
    // missing, it is a line that ours follow.
    var before = read
    let fragment = try PosixFile.read(file, path, from: read.consumed, knowing: status)
    let closing: [UInt8] = fragment.isEmpty ? [] : [10]
    _ = before.read(fragment + closing)
    let (lines, lastHash) = Self.lines(of: entries.all, writer: writer, after: before)
    func cutOff() {
      // Only our own bytes: the lock is ours, so nobody wrote after us.
      ftruncate(number, status.st_size)
      if isNew { Self.removeEmpty(path, inode: status.st_ino) }
    }
    do throws(StoreError) {
      try PosixFile.write(closing.isEmpty ? lines : closing + lines, to: file, path)
    } catch {
      cutOff()
      throw error
    }
    // Whatever fails from here on, the lines may be read again and yet not be on disk: a retry
    // is not answered with them.
    let ids = entries.all.map(\.id)
    unsure.formUnion(ids)
    do throws(StoreError) {
      try PosixFile.call("fdatasync", path) { Int(calls.sync(number)) }
      if isNew { try PosixFile.syncFolder(ledgerFolder) }
      if isFolderNew { try PosixFile.syncFolder(self.path) }
    } catch {
      if takesBack { cutOff() }
      throw error
    }
    var now = stat()
    guard stat(path, &now) == 0, now.st_ino == status.st_ino, now.st_nlink > 0 else { return nil }
    let tail = places[writer]?.tail ?? []
    let bytes = try PosixFile.read(file, path, from: read.consumed - tail.count, knowing: now)
    let written = take(
      bytes, after: tail.count, of: writer, FileStamp(now),
      written: fragment.isEmpty ? (entries.all, lastHash) : nil
    ).suffix(ids.count)
    guard written.map(\.id) == ids else {
      throw StoreError.system(operation: "read", path: path, code: EIO)
    }
    unsure.subtract(ids)
    installation.offset = files[writer]?.consumed ?? 0
    installation.lastHash = String(decoding: files[writer]?.lastHash ?? [], as: UTF8.self)
    saveInstallation()
    return Array(written)
  }

  /// Opens the own file to append to it. One that was read is not made again, for without its
  /// beginning our line would continue nothing: nil when it is gone.
  private func openOwn(
    _ path: String, isKnown: Bool
  ) throws(StoreError) -> PosixFile.Descriptor? {
    let flags = O_RDWR | O_APPEND | O_NOFOLLOW
    do throws(StoreError) {
      return try PosixFile.open(path, isKnown ? flags : flags | O_CREAT)
    } catch .system(_, _, ENOENT) where isKnown {
      return nil
    }
  }

  /// Removes the file that this append made and could write nothing into.
  private static func removeEmpty(_ path: String, inode: ino_t) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_ino == inode, status.st_size == 0 else { return }
    unlink(path)
  }

  /// The sealed lines of entries, numbered and chained after what a file holds, and the last hash.
  private static func lines(
    of entries: [Entry], writer: String, after file: LedgerFile
  ) -> (bytes: [UInt8], lastHash: [UInt8]) {
    var bytes: [UInt8] = []
    var hash = file.lastHash
    for (index, entry) in entries.enumerated() {
      let line = entry.written(by: writer, file.nextN + index).lineBytes
      hash = HashChain.hash(line, after: hash)
      bytes += HashChain.seal(line, hash: hash)
    }
    return (bytes, hash)
  }
}

extension Entry {
  /// What its writer's file is named after.
  fileprivate var label: String { unit ?? by }
}
