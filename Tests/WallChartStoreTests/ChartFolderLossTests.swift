import Foundation
import Testing

@testable import WallChartStore

/// Files that go, or change behind the back of a program that has read them.
final class ChartFolderLossTests: ChartFolderSession {
  private func file(_ folder: ChartFolder) -> String {
    "\(path)/ledger/\(folder.ownWriters[0]).jsonl"
  }

  private func finding(_ folder: ChartFolder, line: Int = 0, _ fault: Fault) -> Finding {
    Finding(file: file(folder), line: line, column: 0, fault: fault)
  }

  /// Writes over a file as an editor does that keeps the inode.
  private func overwrite(_ path: String, with bytes: [UInt8]) throws {
    try PosixFile.write(bytes, to: PosixFile.open(path, O_WRONLY | O_TRUNC), path)
    // Even where the clock of the file system stands still between two calls.
    var times = [timeval(tv_sec: 1, tv_usec: 0), timeval(tv_sec: 1, tv_usec: 0)]
    #expect(utimes(path, &times) == 0)
  }

  @Test("A file that goes while it is shown is missed, until it is back")
  func deleted() throws {
    var there = try open(state: root + "/other")
    _ = try there.append(report(1, 4), today: today)
    _ = try there.append(mark(2), today: today)
    var here = try open()
    _ = try here.append(report(3, 5), today: today)
    let whole = try bytes(there)
    unlink(file(there))
    #expect(try here.refresh() == true)
    #expect(here.ledger.count == 1)
    #expect(here.damage == [finding(there, .entriesGone(2))])
    #expect(here.findings(today: today) == here.damage)
    #expect(try here.refresh() == false)
    #expect(here.damage.count == 1)
    // Saving goes on.
    _ = try here.append(report(4, 6), today: today)
    #expect(here.ownWriters.count == 1)
    try put(whole, at: file(there))
    #expect(try here.refresh() == true)
    #expect(here.ledger.count == 4)
    #expect(here.damage.isEmpty)
  }

  @Test("Entries that only moved to another file are not missed")
  func moved() throws {
    var there = try open(state: root + "/other")
    _ = try there.append(report(1, 4), today: today)
    var here = try open()
    #expect(here.ledger.count == 1)
    // The other machine has begun anew, and its clerk has sent the same entry again.
    unlink(file(there))
    var again = try open(state: root + "/again")
    _ = try again.append(report(1, 4), today: today)
    #expect(try here.refresh() == true)
    #expect(here.ledger.count == 1)
    #expect(here.damage.isEmpty)
  }

  @Test("A file rolled back while it is shown is missed for what it lacks")
  func rolledBack() throws {
    var there = try open(state: root + "/other")
    _ = try there.append(report(1, 4), today: today)
    let old = try bytes(there)
    _ = try there.append(report(2, 4), today: today)
    var here = try open()
    unlink(file(there))
    try put(old, at: file(there))
    #expect(try here.refresh() == true)
    #expect(here.ledger.count == 1)
    #expect(here.damage == [finding(there, .entriesGone(1))])
  }

  @Test("A file rewritten in place is read anew", arguments: ["", "x", "xxxxxxxx\n"])
  func rewritten(more: String) throws {
    var there = try open(state: root + "/other")
    _ = try there.append(report(1, 4), today: today)
    _ = try there.append(report(2, 4), today: today)
    var here = try open()
    #expect(here.ledger.count == 2)
    var other = try bytes(there)
    other.replaceSubrange(other.count - 60..<other.count - 20, with: repeatElement(120, count: 40))
    try overwrite(file(there), with: other + Array(more.utf8))
    #expect(try here.refresh() == true)
    #expect(here.ledger.entries(of: "T1").map(\.id) == [id(1)])
    #expect(here.damage.first == finding(there, line: 2, .damagedLine))
    #expect(here.damage.last == finding(there, .entriesGone(1)))
  }

  @Test("A file that was only touched is not read anew")
  func touched() throws {
    var there = try open(state: root + "/other")
    _ = try there.append(report(1, 4), today: today)
    var here = try open()
    try overwrite(file(there), with: try bytes(there))
    #expect(try here.refresh() == false)
    #expect(here.ledger.count == 1)
    #expect(here.damage.isEmpty)
  }

  @Test("When the whole folder goes, what was read stays")
  func unmounted() throws {
    var folder = try open()
    _ = try folder.append(report(1, 4), today: today)
    rename(path, root + "/unmounted")
    #expect(throws: StoreError.noChart(path: path)) { try folder.refresh() }
    #expect(throws: StoreError.self) { try folder.append(report(2, 4), today: today) }
    #expect(folder.ledger.count == 1)
    #expect(folder.chart == Sample.chart)
    rename(root + "/unmounted", path)
    #expect(try folder.append(report(2, 4), today: today).n == 1)
  }

  // MARK: Own entries

  @Test("Own entries that are gone are told at the next start, and a new file is begun")
  func ownEntriesMissing() throws {
    var folder = try open()
    _ = try folder.append(report(1, 4), today: today)
    unlink(file(folder))
    var reopened = try open()
    #expect(reopened.damage == [finding(folder, .ownEntriesMissing)])
    #expect(reopened.findings(today: today) == reopened.damage)
    let written = try reopened.append(report(2, 4), today: today)
    #expect(written.n == 0)
    #expect(written.writer != folder.ownWriters[0])
  }

  @Test("Own entries that go while they are shown are told once, and a new file is begun")
  func ownFileDeleted() throws {
    var folder = try open()
    _ = try folder.append(report(1, 4), today: today)
    unlink(file(folder))
    #expect(try folder.refresh() == true)
    #expect(folder.damage == [finding(folder, .ownEntriesMissing)])
    #expect(try folder.append(report(2, 4), today: today).n == 0)
    #expect(folder.ownWriters.count == 2)
    #expect(folder.damage == [finding(folder, .ownEntriesMissing)])
  }

  @Test("Own entries that are gone stay missed when others are saved after them")
  func ownEntriesStayMissing() throws {
    var folder = try open()
    _ = try folder.append(report(1, 4), today: today)
    let old = try bytes(folder)
    _ = try folder.append(report(2, 4), today: today)
    let whole = try bytes(folder)
    // A backup of the day before, and then work goes on, from the command line above all.
    try put(old, at: file(folder))
    for number in 3...4 {
      var next = try open()
      _ = try next.append(report(UInt64(number), 5), today: today)
      #expect(next.damage == [finding(folder, .ownEntriesMissing)])
    }
    var last = try open()
    #expect(last.ownWriters.count == 2)
    #expect(last.findings(today: today) == [finding(folder, .ownEntriesMissing)])
    unlink("\(path)/ledger/\(last.ownWriters[1]).jsonl")
    try last.refresh()
    #expect(last.damage.map(\.fault) == [.ownEntriesMissing, .ownEntriesMissing])
    _ = try last.append(report(5, 5), today: today)
    #expect(try open().damage.count == 2)
    // What is found again is missed no longer.
    try put(whole, at: file(folder))
    #expect(try open().damage.count == 1)
  }

  @Test("A copy made of links is no loss, but nothing is written into it")
  func linked() throws {
    var folder = try open()
    _ = try folder.append(report(1, 4), today: today)
    let old = try bytes(folder)
    #expect(link(file(folder), root + "/copy.jsonl") == 0)
    #expect(folder.damage.isEmpty)
    #expect(try folder.append(report(2, 4), today: today).n == 0)
    #expect(try PosixFile.contents(of: root + "/copy.jsonl") == old)
  }

  @Test("A file that goes just before it is appended to is not made anew without its beginning")
  func goneBeforeAppend() throws {
    var folder = try open()
    _ = try folder.append(report(1, 4), today: today)
    let name = file(folder)
    // A checkout takes the file away, and is about to write it again.
    rename(name, name + ".aside")
    #expect(try folder.appendToOwnFile(SoundEntries([report(2, 4)])) == nil)
    #expect(!PosixFile.exists(name))
    // It has written the first half, or the whole in another file.
    let whole = try PosixFile.contents(of: name + ".aside")
    for bytes in [Array(whole.prefix(100)), whole] {
      unlink(name)
      try put(bytes, at: name)
      #expect(try folder.appendToOwnFile(SoundEntries([report(2, 4)])) == nil)
      #expect(try PosixFile.contents(of: name) == bytes)
    }
    #expect(try folder.append(report(2, 4), today: today).n == 1)
    #expect(try open().damage.isEmpty)
  }

  // MARK: Damage

  @Test("Line ends that a program turned into CRLF are damage, never misread")
  func carriageReturns() throws {
    var folder = try open()
    _ = try folder.append(report(1, 4), today: today)
    _ = try folder.append(report(2, 5), today: today)
    let turned = try bytes(folder).flatMap { $0 == 10 ? [13, 10] : [$0] }
    try put(turned, at: file(folder))
    var reopened = try open()
    #expect(reopened.ledger.count == 0)
    #expect(
      reopened.damage == [
        finding(folder, line: 1, .damagedLine), finding(folder, line: 2, .damagedLine),
        finding(folder, .ownEntriesMissing),
      ])
    #expect(try reopened.append(report(3, 6), today: today).n == 0)
    #expect(try PosixFile.contents(of: file(folder)) == turned)
  }

  @Test("Damage lists what is wrong in every file, and not what was never acknowledged")
  func damage() throws {
    var there = try open(state: root + "/other")
    var here = try open()
    for (number, folder) in [0, 10].enumerated() {
      for line in 1...3 {
        let entry = report(UInt64(folder + line), 4)
        _ =
          number == 0 ? try here.append(entry, today: today) : try there.append(entry, today: today)
      }
    }
    var rotten = try bytes(here)
    rotten[30] ^= 1
    try put(rotten, at: file(here))
    // The middle line is cut out, and the last write was cut off.
    var lines = try bytes(there).split(separator: 10)
    lines.remove(at: 1)
    try put(lines.joined(separator: [10]) + Array("\n{\"id\":".utf8), at: file(there))
    let reader = try open(state: root + "/third")
    #expect(
      Set(reader.damage) == [
        finding(here, line: 1, .damagedLine),
        finding(there, line: 2, .missingLines(from: 1, through: 1)),
      ])
    #expect(reader.findings(today: today).map(\.fault).contains(.tornLine))
    #expect(reader.ledger.count == 4)
  }
}
