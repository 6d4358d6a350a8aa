internal import Glibc

extension ChartFolder {
  /// A ledger file above this is none: it is named and not read.
  static let ledgerMegabytes = 1024

  /// Reads new whole lines of every writer; true when there were any. When a file that was read
  /// went, or holds something else now, everything is read anew.
  @discardableResult
  mutating func readLedgers() throws -> Bool {
    oversized = []
    var hasNew = false
    // How many of those that were read before are not there.
    var missing = files.count
    let folder = ledgerFolder + "/"
    for name in try PosixFile.listing(ledgerFolder) {
      guard let writer = Self.writer(of: name) else { continue }
      // Nearly every file, at every look and mark.
      if let place = places[writer], place.stamp == FileStamp(ofItself: folder + name) {
        missing -= 1
        continue
      }
      guard let file = try openLedger(name) else { continue }
      let status = try PosixFile.status(file, name)
      guard PosixFile.isRegular(status) else { continue }
      if files[writer] != nil { missing -= 1 }
      guard status.st_size <= off_t(Self.ledgerMegabytes) << 20 else {
        oversized.append(name)
        continue
      }
      let stamp = FileStamp(status)
      let place = places[writer]
      if stamp == place?.stamp { continue }
      let read = files[writer]?.consumed ?? 0
      let tail = place?.tail ?? []
      let bytes = try PosixFile.read(file, name, from: read - tail.count, knowing: status)
      guard place?.stamp.isOfSameFile(as: stamp) ?? true, bytes.starts(with: tail),
        try place.map({ !stamp.isAlteration(of: $0.stamp) }) ?? true
          || files[writer]?.holdsTheSame(as: try PosixFile.read(file, name)) ?? true
      else {
        try readAnew()
        return true
      }
      if readOn(bytes, after: tail.count, of: writer, stamp) { hasNew = true }
    }
    guard missing == 0 else {
      try readAnew()
      return true
    }
    return hasNew
  }

  /// Whether the folder still is the chart that was opened: a checkout may take its plan away for
  /// a moment, but a share that was unmounted leaves another folder, without any.
  var isChart: Bool {
    PosixFile.exists(path + "/chart.json") || PosixFile.identity(of: path) == identity
  }

  /// Takes the whole lines of bytes whose first `known` ones were read before; true when there was
  /// an entry among them.
  private mutating func readOn(
    _ bytes: [UInt8], after known: Int, of writer: String, _ stamp: FileStamp
  ) -> Bool {
    let before = file(of: writer)
    let new = known == 0 ? bytes : Array(bytes[known...])
    ledger.reserve(bytes: new.count)
    var read = before
    var hasNew = false
    read.read(new) { entry in
      hasNew = true
      hold(entry)
    }
    stop(read, stamp, after: bytes[..<(read.consumed - before.consumed + known)])
    return hasNew
  }

  /// Takes the whole lines of bytes whose first `known` ones were read before.
  /// - Parameter written: what this process has just written there, and nothing else.
  mutating func take(
    _ bytes: [UInt8], after known: Int, of writer: String, _ stamp: FileStamp,
    written: (entries: [Entry], lastHash: [UInt8])? = nil
  ) -> [Entry] {
    let before = file(of: writer)
    let new = known == 0 ? bytes : Array(bytes[known...])
    var read = before
    var entries = read.read(new, knowing: written?.entries ?? [])
    if let written, read.lastHash != written.lastHash {
      // Something else stands there.
      read = before
      entries = read.read(new)
    }
    ledger.reserve(bytes: new.count)
    // By place: a copy of an entry costs.
    for place in entries.indices { hold(entries[place]) }
    stop(read, stamp, after: bytes[..<(read.consumed - before.consumed + known)])
    return entries
  }

  private func file(of writer: String) -> LedgerFile {
    files[writer] ?? LedgerFile(writer: writer, path: "\(name)/ledger/\(writer).jsonl")
  }

  private mutating func hold(_ entry: consuming Entry) {
    if !gone.isEmpty { gone[entry.id] = nil }
    note(entry)
    ledger.add(entry)
  }

  /// Notes how far a file has been read, and the bytes up to there.
  private mutating func stop(
    _ read: LedgerFile, _ stamp: FileStamp, after bytes: ArraySlice<UInt8>
  ) {
    var place = ReadingPlace(stamp: stamp)
    place.stop(after: bytes)
    places[read.writer] = place
    files[read.writer] = read
  }

  /// Forgets everything and reads it again: another file stands under a name (git, a restored
  /// copy), or none. Entries that are then in no file are kept in mind, for who saw them.
  private mutating func readAnew() throws {
    func entries() -> [Entry] { ledger.tasks.flatMap { ledger.entries(of: $0) } + ledger.general }
    var before = gone
    var first = altered.mapValues(\.first)
    for entry in entries() {
      before[entry.id] = entry.writer
      if first[entry.id] == nil { first[entry.id] = entry }
    }
    (files, places, ledger, altered) = ([:], [:], Ledger(), [:])
    noteAnew()
    try readLedgers()
    for entry in entries() {
      before[entry.id] = nil
      if let first = first[entry.id], !first.saysTheSame(as: entry) {
        altered[entry.id] = (first, entry)
      }
    }
    gone = before
  }

  /// Opens a file of the ledger folder; nil for a link, which is no ledger, and for a file that
  /// went while we looked.
  private func openLedger(_ name: String) throws(StoreError) -> PosixFile.Descriptor? {
    do throws(StoreError) {
      return try PosixFile.open(
        "\(ledgerFolder)/\(name)", O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
    } catch .system(_, _, let code) where code == ELOOP || code == ENOENT {
      return nil
    }
  }

  /// The writer whose file a name is; nil for files that are no ledgers.
  static func writer(of name: String) -> String? {
    guard name.hasSuffix(".jsonl"), !name.hasPrefix("-"), !name.hasPrefix(".") else { return nil }
    let writer = String(name.dropLast(6))
    return Identifier.isValid(writer) ? writer : nil
  }
}
