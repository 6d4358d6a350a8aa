internal import Glibc

extension ChartFolder {
  /// Reads new whole lines of every writer; true when there were any.
  @discardableResult
  mutating func readLedgers() throws -> Bool {
    var hasNew = false
    for name in PosixFile.names(in: ledgerFolder) {
      guard let writer = Self.writer(of: name) else { continue }
      let file = try PosixFile.open(
        "\(ledgerFolder)/\(name)", O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
      let status = try PosixFile.status(file, name)
      guard PosixFile.isRegular(status) else { continue }
      var read = files[writer] ?? LedgerFile(writer: writer, path: "\(self.name)/ledger/\(name)")
      if let inode = inodes[writer],
        inode != UInt64(status.st_ino) || Int(status.st_size) < read.consumed
      {
        // Another file under this name (git, a restored copy): read everything anew.
        files = [:]
        inodes = [:]
        ledger = Ledger()
        try readLedgers()
        return true
      }
      inodes[writer] = UInt64(status.st_ino)
      if Int(status.st_size) > read.consumed {
        for entry in read.read(try PosixFile.read(file, name, from: read.consumed)) {
          ledger.add(entry)
          hasNew = true
        }
      }
      files[writer] = read
    }
    return hasNew
  }

  /// The writer whose file a name is; nil for files that are no ledgers.
  static func writer(of name: String) -> String? {
    guard name.hasSuffix(".jsonl"), !name.hasPrefix("-"), !name.hasPrefix(".") else { return nil }
    let writer = String(name.dropLast(6))
    return Identifier.isValid(writer) ? writer : nil
  }

  /// Appends an entry and returns it as it stands on disk. When this returns, it survives a
  /// power cut. Throws ``StoreError``; then nothing was written.
  ///
  /// The same entry again (a retry) is answered with the one on disk.
  public mutating func append(_ entry: Entry, today: Day) throws -> Entry {
    let lock = try FolderLock(folder: path)
    defer { _ = lock }
    try refresh()
    if let task = entry.task {
      if let known = ledger.entries(of: task).first(where: { $0.id == entry.id }) { return known }
      try recheck(entry, of: task, today: today)
    }
    return try appendLocked([entry])[0]
  }

  /// The checks once more, against what is on disk now.
  private func recheck(_ entry: Entry, of task: String, today: Day) throws {
    var plan = chart
    plan.tasks = chart.task(task).map { [$0] } ?? []
    let situation = Situation(chart: plan, ledger: ledger, on: today)
    let entries = ledger.entries(of: task)
    if let slot = TaskRecord.slot(of: entry, among: entries),
      let record = situation.status.tasks.first?.record
    {
      let heads = record.heads(of: slot)
      if let other = heads.first(where: { !entry.was.contains($0) }),
        let newer = entries.first(where: { $0.id == other })
      {
        throw StoreError.overtaken(by: newer)
      }
    }
    do throws(Refusal) {
      try situation.check(entry)
    } catch {
      throw StoreError.refused(error)
    }
  }

  /// Appends under a lock already held: one write and one sync for all lines.
  @discardableResult
  mutating func appendLocked(_ entries: [Entry]) throws -> [Entry] {
    guard let first = entries.first else { return [] }
    if !canContinue() { startWriter(label: first.unit ?? first.by) }
    do {
      return try appendToOwnFile(entries)
    } catch StoreError.system(operation: "fdatasync", _, _) {
      // After a failed sync the same file may lie about what is on disk: go on in a new one.
      startWriter(label: first.unit ?? first.by)
      return try appendToOwnFile(entries)
    }
  }

  /// Whether the last own file still is as this installation left it.
  private func canContinue() -> Bool {
    guard let writer = installation.writers.last else { return false }
    guard let read = files[writer] else { return installation.offset == 0 }
    guard !read.isDamaged, read.consumed >= installation.offset else { return false }
    guard installation.offset > HashChain.trailerCount,
      let file = try? PosixFile.open("\(ledgerFolder)/\(writer).jsonl", O_RDONLY | O_NOFOLLOW),
      let status = try? PosixFile.status(file, writer), PosixFile.isRegular(status),
      status.st_nlink == 1
    else { return false }
    // The remembered line's hash must still stand at the remembered place.
    var trailer = [UInt8](repeating: 0, count: HashChain.trailerCount + 1)
    let number = file.number
    let start = installation.offset - trailer.count
    let count = trailer.withUnsafeMutableBytes {
      pread(number, $0.baseAddress, $0.count, off_t(start))
    }
    guard count == trailer.count else { return false }
    return String(decoding: trailer[9..<41], as: UTF8.self) == installation.lastHash
  }

  private mutating func startWriter(label: String) {
    installation.writers.append(Installation.newWriter(label: label))
    installation.offset = 0
    installation.lastHash = ""
  }

  private mutating func appendToOwnFile(_ entries: [Entry]) throws -> [Entry] {
    let writer = installation.writers[installation.writers.count - 1]
    let path = "\(ledgerFolder)/\(writer).jsonl"
    let isFolderNew = !PosixFile.exists(ledgerFolder)
    if isFolderNew { try PosixFile.makeFolder(ledgerFolder) }
    while true {
      let isNew = !PosixFile.exists(path)
      let file = try PosixFile.open(path, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW)
      let number = file.number
      let status = try PosixFile.status(file, path)
      guard PosixFile.isRegular(status) else { throw StoreError.notAFile(path: path) }
      var read =
        files[writer] ?? LedgerFile(writer: writer, path: "\(name)/ledger/\(writer).jsonl")
      let (lines, written) = Self.lines(of: entries, writer: writer, after: read)
      let start = Int(status.st_size)
      // A fragment without line feed is of a write that was cut off: close it, keep it.
      let bytes = (start > read.consumed ? [10] : []) + lines
      do throws(StoreError) {
        try PosixFile.write(bytes, to: file, path)
      } catch {
        // Only our own bytes: the lock is ours, so nobody wrote after us.
        ftruncate(number, off_t(start))
        throw error
      }
      try PosixFile.call("fdatasync", path) { Int(fdatasync(number)) }
      if isNew { try PosixFile.syncFolder(ledgerFolder) }
      if isFolderNew { try PosixFile.syncFolder(self.path) }
      // A checkout may have put another file under the name while we wrote into this one.
      var now = stat()
      guard stat(path, &now) == 0, now.st_ino == status.st_ino, now.st_nlink > 0 else {
        files[writer] = nil
        inodes[writer] = nil
        try readLedgers()
        continue
      }
      let known = read.read(try PosixFile.read(file, path, from: read.consumed))
      files[writer] = read
      inodes[writer] = UInt64(status.st_ino)
      known.forEach { ledger.add($0) }
      installation.offset = read.consumed
      installation.lastHash = String(decoding: read.lastHash, as: UTF8.self)
      saveInstallation()
      return written
    }
  }

  /// The sealed lines of entries, numbered and chained after what a file holds.
  private static func lines(
    of entries: [Entry], writer: String, after file: LedgerFile
  ) -> (bytes: [UInt8], entries: [Entry]) {
    var bytes: [UInt8] = []
    var written = entries
    var hash = file.lastHash
    for index in written.indices {
      written[index].writer = writer
      written[index].n = file.nextN + index
      let line = written[index].lineBytes
      hash = HashChain.hash(line, after: hash)
      bytes += HashChain.seal(line, hash: hash)
    }
    return (bytes, written)
  }
}
