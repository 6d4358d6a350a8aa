internal import Glibc

extension ChartFolder {
  /// Reads new whole lines of every writer; true when there were any.
  @discardableResult
  mutating func readLedgers() throws -> Bool {
    var hasNew = false
    for name in PosixFile.names(in: ledgerFolder) {
      guard let writer = Self.writer(of: name) else { continue }
      guard let file = try openLedger(name) else { continue }
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
