import Foundation
import Testing

@testable import WallChartStore

/// What a machine remembers of a chart, and who must not take it for his own.
final class ChartFolderMemoryTests: ChartFolderSession {
  @Test("A cloned machine, or another user of the same memory, writes to a file of its own")
  func clone() throws {
    var original = try ChartFolder(opening: path, state: state, machine: "original")
    let first = try original.append(report(1, 4), today: today)
    var clone = try ChartFolder(opening: path, state: state, machine: "clone")
    #expect(clone.ownWriters.isEmpty)
    let second = try clone.append(report(2, 4), today: today)
    #expect(second.n == 0)
    #expect(second.writer != first.writer)
    // Neither has pushed the other out of the memory they share.
    original = try ChartFolder(opening: path, state: state, machine: "original")
    #expect(try original.append(report(3, 4), today: today).writer == first.writer)
    clone = try ChartFolder(opening: path, state: state, machine: "clone")
    #expect(try clone.append(report(4, 4), today: today).writer == second.writer)
    #expect(try open().findings(today: today).isEmpty)
  }

  @Test("This machine and user are the same one at every start")
  func thisMachine() {
    #expect(Installation.thisMachine == Installation.thisMachine)
    #expect(Installation.thisMachine.count == 32)
  }

  @Test("Who acts is remembered of a chart, without a unit that has left it")
  func lastAuthor() throws {
    let folder = try open()
    #expect(folder.lastAuthor == nil)
    let unit = try #require(folder.chart.units.first?.id)
    folder.remember(Author(name: "王科长", unit: unit))
    #expect(try open().lastAuthor == Author(name: "王科长", unit: unit))
    folder.remember(Author(name: "Lin", unit: "gone"))
    #expect(try open().lastAuthor == Author(name: "Lin"))
    folder.remember(Author(name: "Wu"))
    #expect(try open().lastAuthor == Author(name: "Wu"))
    let memory = try #require(folder.memoryPath)
    try put(Array("no JSON".utf8), at: Author.path(beside: memory))
    #expect(try open().lastAuthor == nil)
  }

  @Test("A moved chart is still the same; a new one in its place is not")
  func moved() throws {
    var folder = try open()
    let first = try folder.append(report(1, 4), today: today)
    rename(path, root + "/moved")
    var moved = try ChartFolder(opening: root + "/moved", state: state)
    #expect(try moved.append(report(2, 4), today: today).writer == first.writer)
    // As when the file system gives a new folder the number of the one that was removed last.
    for name in PosixFile.names(in: root + "/moved") {
      try FileManager.default.removeItem(atPath: "\(root)/moved/\(name)")
    }
    try ChartFolder.create(at: root + "/moved", plan: Sample.chart, state: state)
    let new = try ChartFolder(opening: root + "/moved", state: state)
    #expect(new.ownWriters.isEmpty)
    #expect(new.findings(today: today).isEmpty)
  }

  @Test(
    "What is remembered of a folder that was removed is not about another one with its inode",
    .enabled("the file system counts the uses of an inode") {
      Installation.generation(of: FileManager.default.temporaryDirectory.path) != nil
    })
  func inodeUsedAgain() throws {
    var folder = try open()
    let first = try folder.append(report(1, 4), today: today)
    #expect(try open().ownWriters == [first.writer])
    // As it would stand there had the folder been another one.
    let memory = try #require(folder.memoryPath)
    let number = try #require(Installation.generation(of: path))
    let line = try PosixFile.contents(of: memory).dropLast(HashChain.trailerCount + 1)
    let text = String(decoding: line, as: UTF8.self)
    func remember(_ number: Int, _ other: Int) throws {
      let text = text.replacing("\"generation\":\(number)", with: "\"generation\":\(other)")
      let line = Array(text.utf8)
      try put(HashChain.seal(line, hash: HashChain.hash(line, after: [])), at: memory)
    }
    try remember(number, number)
    #expect(try open().ownWriters == [first.writer])
    try remember(number, number ^ 1)
    unlink(ledgerPath(folder))
    var copy = try open()
    #expect(copy.ownWriters.isEmpty)
    #expect(copy.findings(today: today).isEmpty)
    #expect(try copy.append(report(2, 4), today: today).n == 0)
    #expect(try open().ownWriters == copy.ownWriters)
  }

  @Test("The cursor's place is remembered, and shared memory is not forgotten by it")
  func cursor() throws {
    var here = try open()
    let there = try open()
    _ = try here.append(mark(1), today: today)
    there.remember(Cursor(task: "T2", node: "1"))
    let reopened = try open()
    #expect(reopened.lastCursor == Cursor(task: "T2", node: "1"))
    #expect(reopened.ownWriters == here.ownWriters)
  }

  @Test("A cursor that is remembered without the lock leaves the writers' memory untouched")
  func cursorBesideWriters() throws {
    let before = try open()
    var here = try open()
    _ = try here.append(mark(1), today: today)
    let memory = try #require(here.memoryPath)
    let writers = try PosixFile.contents(of: memory)
    var status = stat()
    #expect(stat(memory, &status) == 0)
    let inode = status.st_ino
    before.remember(Cursor(task: "T1", node: nil))
    #expect(stat(memory, &status) == 0)
    #expect(status.st_ino == inode)
    #expect(try PosixFile.contents(of: memory) == writers)
    #expect(try open().lastCursor == Cursor(task: "T1", node: nil))
    // Without a place for memory there is nothing to come back to.
    let forgetful = try ChartFolder(opening: path, state: nil)
    forgetful.remember(Cursor(task: "T1", node: nil))
    #expect(forgetful.lastCursor == Cursor(task: nil, node: nil))
  }

  @Test("A mark overwrites the memory where it lies: a new file would cost more than the mark")
  func overwritten() throws {
    var folder = try open()
    // Lines from 1,000 bytes on: the place where the last one ends has as many digits each time.
    for number in 1...6 { _ = try folder.append(report(UInt64(number), number), today: today) }
    let memory = try #require(folder.memoryPath)
    let identity = PosixFile.identity(of: memory)
    let before = try PosixFile.contents(of: memory)
    _ = try folder.append(report(7, 7), today: today)
    #expect(PosixFile.identity(of: memory) == identity)
    #expect(try PosixFile.contents(of: memory) != before)
    #expect(try open().installation == folder.installation)
  }

  @Test("A memory that is half the old and half the new one is none", arguments: [60, 80, 100])
  func halfWritten(at cut: Int) throws {
    var folder = try open()
    for number in 1...6 { _ = try folder.append(report(UInt64(number), number), today: today) }
    let memory = try #require(folder.memoryPath)
    let old = try PosixFile.contents(of: memory)
    _ = try folder.append(report(7, 7), today: today)
    let new = try PosixFile.contents(of: memory)
    try #require(old.count == new.count && cut < new.count)
    try put(new[..<cut] + old[cut...], at: memory)
    let after = try open()
    #expect(after.ownWriters.isEmpty)
    // Nobody is told that marks are missing, and the next mark begins a file of its own.
    #expect(after.findings(today: today).isEmpty)
    var next = after
    #expect(try next.append(report(8, 8), today: today).n == 0)
  }

  @Test("A memory that a person wrote, without a hash, is taken as it is")
  func byHand() throws {
    var folder = try open()
    let first = try folder.append(report(1, 4), today: today)
    let memory = try #require(folder.memoryPath)
    try put(
      "{\"writers\": [\"\(first.writer)\"], \"offset\": 0, \"lastHash\": \"\"}\n".utf8, at: memory)
    #expect(try open().ownWriters == [first.writer])
  }
}
