import Foundation
import Testing

@testable import WallChartStore

@Suite("Plans that were replaced, and files that are new")
final class BackupsTests: ChartFolderSession {
  @Test("A replaced plan is found by its digest, until it is the twenty-first")
  func byDigest() throws {
    var folder = try open()
    let first = try text("chart.json")
    let digest = folder.planDigest
    #expect(digest == HashChain.sha256(Array(first.utf8)))
    #expect(Backups(of: path).plan(of: digest) == nil)
    for number in 1...20 {
      try folder.apply(plan: changed(folder.chart, "plan \(number)"), entries: [])
    }
    #expect(Backups(of: path).plan(of: digest) == Array(first.utf8))
    try folder.apply(plan: changed(folder.chart, "one more"), entries: [])
    #expect(Backups(of: path).plan(of: digest) == nil)
    #expect(Backups(of: path).plan(of: folder.planDigest) == nil)
  }

  @Test("A new file is never another one")
  func create() throws {
    let file = root + "/new.csv"
    #expect(try PosixFile.create(file, with: [1, 2]))
    #expect(try PosixFile.create(file, with: [3]) == false)
    #expect(try PosixFile.contents(of: file) == [1, 2])
    // Not even through a link to nowhere.
    try FileManager.default.createSymbolicLink(
      atPath: root + "/link.csv", withDestinationPath: root + "/elsewhere")
    #expect(try PosixFile.create(root + "/link.csv", with: [3]) == false)
    #expect(!PosixFile.exists(root + "/elsewhere"))
    PosixFile.remove(file)
    #expect(!PosixFile.exists(file))
  }

  @Test("A new file has its name only when it is whole, and leaves nothing beside it")
  func createdWhole() throws {
    let file = root + "/new.csv"
    let bytes = [UInt8](repeating: 7, count: 32 << 20)
    let writing = Thread { _ = try? PosixFile.create(file, with: bytes) }
    // What a kill left behind long ago.
    let left = "\(root)/.new.\(EntryID(high: 1, low: 1).text).tmp"
    try Data("half".utf8).write(to: URL(fileURLWithPath: left))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -3600)], ofItemAtPath: left)
    writing.start()
    var status = stat()
    while stat(file, &status) != 0 { usleep(100) }
    #expect(Int(status.st_size) == bytes.count)
    while !writing.isFinished { usleep(1000) }
    #expect(!PosixFile.names(in: root).contains { $0.hasSuffix(".tmp") })
  }

  @Test("Entries about a task that went with its list are no findings once they are undone")
  func goneWithList() throws {
    var folder = try open()
    let source = Fact.Import(file: "list.csv", sha256: "", added: 1, changed: 0, withdrawn: 0)
    let mark = draft(2, .met(node: "1"), task: "T9")
    try folder.apply(
      plan: folder.chart, entries: [draft(1, .import(source), task: nil), mark])
    #expect(faults(folder) == ["2: unknownTask(\"T9\")"])
    try folder.apply(
      plan: folder.chart,
      entries: [
        draft(3, .undo(of: id(1), reason: nil), task: nil),
        draft(4, .undo(of: id(2), reason: nil), task: "T9"),
      ])
    #expect(faults(folder) == [])
    try folder.apply(plan: folder.chart, entries: [draft(5, .met(node: "1"), task: "T9")])
    #expect(faults(folder) == ["5: unknownTask(\"T9\")"])
  }
}
