import Foundation
import Glibc
import Testing

@testable import WallChartStore

/// Folders that are no charts any more, files that are no ledgers.
@Suite("Hostile folders")
final class HostileFolderTests: ChartFolderSession {
  @Test("Nothing is saved into an empty folder that stands where the chart was")
  func unmounted() throws {
    var folder = try open()
    _ = try folder.append(mark(1), today: today)
    try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(throws: StoreError.noChart(path: path)) {
      try folder.append(report(2, 1), today: today)
    }
    #expect(PosixFile.names(in: path).isEmpty)
    #expect(throws: StoreError.noChart(path: path)) { try folder.refresh() }
    #expect(folder.ledger.entries(of: "T2").count == 1, "what was read stays")
  }

  @Test("When the entries of an import cannot be written, the plan is as before")
  func allOrNothing() throws {
    var folder = try open()
    _ = try folder.append(report(1, 4), today: today)
    let before = try text("chart.json")
    var plan = changed(folder.chart, "New")
    plan.tasks[1].id = "T3"
    folder.calls.sync = { _ in
      errno = ENOSPC
      return -1
    }
    #expect(throws: StoreError.self) {
      try folder.apply(plan: plan, entries: [draft(2, .met(node: "1"), task: "T3")])
    }
    #expect(try text("chart.json") == before)
    #expect(folder.chart == Sample.chart)
    #expect(PosixFile.names(in: path + "/.backup").isEmpty)
    // No entry tells of what did not come to be.
    #expect(PosixFile.names(in: path + "/ledger").count == 1)
    #expect(try open().ledger.count == 1)
    #expect(try open().findings(today: today).isEmpty)
  }

  @Test("A plan goes back to what it was although the disk is full")
  func allOrNothingWhenFull() async throws {
    let before = try text("chart.json")
    await #expect(processExitsWith: .success) { [path = path as String] in
      signal(SIGXFSZ, SIG_IGN)
      var folder = try ChartFolder(opening: path, state: nil)
      folder.calls.sync = { _ in
        var limit = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(.init(RLIMIT_FSIZE.rawValue), &limit)
        errno = ENOSPC
        return -1
      }
      var plan = folder.chart
      plan.title = Text("New")
      #expect(throws: StoreError.self) {
        try folder.apply(plan: plan, entries: [entry(1, .supervise, on: "2020-07-31")])
      }
      #expect(folder.chart == Sample.chart)
    }
    #expect(try text("chart.json") == before)
  }

  @Test("A plan that an editor saves while another one is written is not written over")
  func savedMeanwhile() throws {
    var folder = try open()
    var plan = folder.chart
    for number in 0..<4000 {
      plan.tasks.append(Sample.plainTask)
      plan.tasks[plan.tasks.count - 1].id = "X\(number)"
    }
    let theirs = ChartWriter.bytes(of: changed(folder.chart, "theirs"))
    try put(theirs, at: root + "/theirs.json")
    let isSaved = DispatchSemaphore(value: 0)
    Thread.detachNewThread { [root = root as String, path = path as String] in
      // The new plan is being written; it takes its name when all of it is on disk.
      while !PosixFile.names(in: path).contains(where: { $0.hasSuffix(".tmp") }) { usleep(50) }
      rename(root + "/theirs.json", path + "/chart.json")
      isSaved.signal()
    }
    #expect(throws: StoreError.planChanged(path: path + "/chart.json")) {
      try folder.apply(plan: plan, entries: [mark(1)])
    }
    isSaved.wait()
    #expect(try PosixFile.contents(of: path + "/chart.json") == theirs)
    #expect(!PosixFile.names(in: path).contains { $0.hasSuffix(".tmp") })
    #expect(try open().ledger.count == 0)
  }

  @Test("A file too large to be a ledger is named and passed over")
  func tooLarge() throws {
    var folder = try open()
    _ = try folder.append(mark(1), today: today)
    let huge = path + "/ledger/zz-0000000001.jsonl"
    try put([], at: huge)
    try #require(truncate(huge, 4 << 40) == 0)
    try folder.refresh()
    #expect(folder.damage.map(\.file) == [huge])
    let fresh = try open()
    #expect(fresh.ledger.entries(of: "T2").count == 1)
    #expect(fresh.damage.map(\.file) == [huge])
    #expect(fresh.findings(today: today).map(\.file).contains(huge))
  }

  @Test("A paper does not leave the chart through a link", arguments: ["minutes", "bulletins"])
  func linkedPapers(name: String) throws {
    let outside = root + "/outside"
    try PosixFile.makeFolder(outside)
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(name)", withDestinationPath: outside)
    let folder = try open()
    let paper = Paper(folder: name, name: "2020-07-31-weekly", text: "secret\n")
    #expect(throws: StoreError.notAFolder(path: "\(path)/\(name)")) { try folder.write(paper) }
    #expect(PosixFile.names(in: outside).isEmpty)
    unlink("\(path)/\(name)")
    #expect(try folder.write(paper) == "\(name)/2020-07-31-weekly.md")
    #expect(folder.has(name, "2020-07-31-weekly"))
    #expect(!folder.has(name, "2020-07-31-weekly", number: 2))
    var other = paper
    other.text = "another\n"
    _ = try folder.write(other)
    #expect(folder.has(name, "2020-07-31-weekly", number: 2))
  }

  @Test("A pipe where the lock should be holds nobody up")
  func pipe() throws {
    var folder = try open()
    unlink(path + "/.lock")
    try #require(mkfifo(path + "/.lock", 0o600) == 0)
    #expect(throws: StoreError.notAFile(path: path + "/.lock")) {
      try folder.append(mark(1), today: today)
    }
  }

  @Test("A ledger altered in every line is read in time that grows with its length")
  func alteredThroughout() throws {
    var folder = try open()
    for number in 1...200 {
      _ = try folder.append(report(UInt64(number), 1), today: today)
    }
    let altered = String(decoding: try bytes(folder), as: UTF8.self)
      .replacingOccurrences(of: "k.wang", with: "k.wong")
    try put(altered.utf8, at: ledgerPath(folder))
    let damage = try open().damage
    // Each line is found; where guessing ends, the rest counts as after a gap.
    #expect(damage.count >= 16)
    #expect(damage.first?.line == 1)
  }

  @Test("A folder that went and came back is watched again")
  func cameBack() throws {
    let watch = FolderWatch(folder: path)
    try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
    _ = watch.takeHints()
    try FileManager.default.copyItem(atPath: path + ".away", toPath: path)
    watch.renew()
    _ = watch.takeHints()
    try put(Array("x".utf8), at: path + "/ledger/a.jsonl")
    #expect(watch.takeHints())
  }
}
