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
}
