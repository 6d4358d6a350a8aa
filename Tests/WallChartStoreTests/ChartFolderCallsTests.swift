import Foundation
import Synchronization
import Testing

@testable import WallChartStore

/// Calls that fail on some shares and on dying disks.
final class ChartFolderCallsTests: ChartFolderSession {
  /// A file system without locks.
  private func withoutLocks(_ code: Int32) -> SystemCalls {
    var calls = SystemCalls()
    calls.lock = { _ in
      errno = code
      return -1
    }
    return calls
  }

  @Test(
    "On a share without locks every program writes its own file; plans are not replaced",
    arguments: [ENOLCK, EOPNOTSUPP])
  func withoutLocks(code: Int32) throws {
    var before = try open()
    let remembered = try before.append(report(1, 4), today: today)
    var here = try open()
    here.calls = withoutLocks(code)
    var there = try open()
    there.calls = withoutLocks(code)
    let first = try here.append(report(2, 4), today: today)
    let second = try there.append(report(3, 4), today: today)
    #expect(Set([remembered.writer, first.writer, second.writer]).count == 3)
    #expect(try here.append(report(4, 4), today: today).writer == first.writer)
    #expect(here.ownWriters.contains(remembered.writer))
    let refusal = StoreError.system(operation: "flock", path: path + "/.lock", code: code)
    #expect(throws: refusal) { try here.apply(plan: changed(here.chart, "new"), entries: []) }
    // With locks again, nobody goes on in a file that was somebody's alone.
    var after = try open()
    #expect(try after.append(report(5, 4), today: today).writer == remembered.writer)
    #expect(after.ledger.count == 5)
    #expect(after.findings(today: today).isEmpty)
  }

  @Test("A lock that fails for another reason is an error")
  func brokenLock() throws {
    var folder = try open()
    folder.calls = withoutLocks(EIO)
    #expect(throws: StoreError.system(operation: "flock", path: path + "/.lock", code: EIO)) {
      try folder.append(report(1, 4), today: today)
    }
    #expect(PosixFile.names(in: path + "/ledger").isEmpty)
  }

  @Test("NFS gives a lock for a file open for writing; one that may only be read is no lock")
  func locksOfNFS() throws {
    // What nfs4_proc_lock asks of flock(2).
    var calls = SystemCalls()
    calls.lock = { number in
      guard fcntl(number, F_GETFL) & O_ACCMODE == O_RDWR else {
        errno = EBADF
        return -1
      }
      return flock(number, LOCK_EX | LOCK_NB)
    }
    var here = try open()
    here.calls = calls
    var there = try open()
    there.calls = calls
    let first = try here.append(report(1, 4), today: today)
    #expect(try there.append(report(2, 4), today: today).writer == first.writer)
    try here.refresh()
    try here.apply(plan: changed(here.chart, "new"), entries: [])
    // As with somebody else's lock file: then everybody writes a file of his own.
    there.calls = withoutLocks(EBADF)
    #expect(try there.append(report(3, 4), today: today).writer != first.writer)
    #expect(try open().findings(today: today).isEmpty)
  }

  @Test("A lock whose file is removed still keeps the others out")
  func removedLock() throws {
    let first = try FolderLock(folder: path)
    unlink(path + "/.lock")
    #expect(throws: StoreError.busy(path: path + "/.lock")) {
      _ = try FolderLock(folder: path, seconds: 0)
    }
    #expect(first.failure == nil)
  }

  // MARK: A disk that does not take what was written

  /// A disk whose next `count` syncs fail.
  private func failing(_ count: Int) -> SystemCalls {
    var calls = SystemCalls()
    let left = Failures(count)
    calls.sync = { number in
      guard left.next() else { return fdatasync(number) }
      errno = EIO
      return -1
    }
    return calls
  }

  private final class Failures: Sendable {
    private let left: Mutex<Int>

    init(_ count: Int) { left = Mutex(count) }

    func next() -> Bool {
      left.withLock {
        $0 -= 1
        return $0 >= 0
      }
    }
  }

  @Test("After a sync that failed, the entry goes to a new file, and counts once")
  func failedSync() throws {
    var folder = try open()
    let first = try folder.append(report(1, 4), today: today)
    folder.calls = failing(1)
    let second = try folder.append(report(2, 4), today: today)
    #expect(second.writer != first.writer)
    #expect(second.n == 0)
    // Another program of this machine leaves the old file alone, too.
    var other = try open()
    #expect(try other.append(report(3, 4), today: today).writer == second.writer)
    let reader = try open()
    #expect(reader.ledger.count == 3)
    #expect(reader.findings(today: today).isEmpty)
  }

  @Test("An entry that no sync has put on disk is not called saved when it is tried again")
  func failedSyncs() throws {
    var folder = try open()
    _ = try folder.append(mark(1), today: today)
    folder.calls = failing(4)
    let draft = draft(2, .undo(of: id(1), reason: nil), task: "T2", was: [1])
    for _ in 1...2 {
      #expect(throws: StoreError.self) { try folder.append(draft, today: today) }
      try folder.refresh()
    }
    let saved = try folder.append(draft, today: today)
    #expect(saved.n == 0)
    #expect(try folder.append(draft, today: today).id == saved.id)
    #expect(try folder.append(report(3, 4), today: today).writer == saved.writer)
    #expect(folder.ledger.count == 3)
    let reader = try open()
    #expect(reader.ledger.count == 3)
    #expect(reader.findings(today: today).isEmpty)
  }

  // MARK: A checkout in the middle of an append

  @Test("A file that is taken away while it is written, and half put back, is left alone")
  func takenAway() throws {
    var folder = try open()
    let first = try folder.append(report(1, 4), today: today)
    let name = ledgerPath(folder)
    let once = Failures(1)
    folder.calls.sync = { number in
      guard once.next(), rename(name, name + ".aside") == 0 else { return fdatasync(number) }
      // The line it had when the program wrote last, and a piece of the new one.
      let bytes = FileManager.default.contents(atPath: name + ".aside") ?? Data()
      let line = (bytes.firstIndex(of: 10) ?? 0) + 1
      _ = FileManager.default.createFile(atPath: name, contents: bytes.prefix(line + 50))
      return fdatasync(number)
    }
    let second = try folder.append(report(2, 4), today: today)
    #expect(second.writer != first.writer)
    #expect(try PosixFile.contents(of: name).count { $0 == 10 } == 1)
    // The other program is done: what stands in both files counts once.
    #expect(rename(name + ".aside", name) == 0)
    let reader = try open()
    #expect(reader.ledger.count == 2)
    #expect(reader.findings(today: today).isEmpty)
  }

  @Test("A file that is taken away each time it is written is given up, and nothing is said saved")
  func takenAwayForEver() throws {
    var folder = try open()
    let ledger = path + "/ledger"
    folder.calls.sync = { number in
      for name in PosixFile.names(in: ledger) { unlink("\(ledger)/\(name)") }
      return fdatasync(number)
    }
    #expect(throws: StoreError.busy(path: folder.path + "/ledger")) {
      try folder.append(report(1, 4), today: today)
    }
    // The same entry again, when it is over.
    folder.calls = SystemCalls()
    #expect(try folder.append(report(1, 4), today: today).n == 0)
    #expect(try open().ledger.count == 1)
  }
}
