import Testing

@testable import WallChartStore

@Suite("What is written, read and looked at only once")
final class WrittenOnceTests: ChartFolderSession {
  @Test("What was just written is known as it would be read")
  func knownAsRead() throws {
    var folder = try open()
    try folder.apply(
      plan: changed(folder.chart, "new"), entries: [mark(1), report(2, 2), report(3, 3)])
    try folder.apply(plan: folder.chart, entries: [report(4, 4)])
    let read = try open()
    #expect(folder.chart == read.chart)
    #expect(folder.planDigest == read.planDigest)
    for task in ["T1", "T2"] {
      let entries = folder.ledger.entries(of: task)
      #expect(entries == read.ledger.entries(of: task))
      #expect(!entries.isEmpty)
    }
    #expect(faults(folder) == [])
  }

  @Test("After a line that was cut off, and before others' lines, all the same")
  func afterFragment() throws {
    var folder = try open()
    try folder.apply(plan: folder.chart, entries: [report(1, 1)])
    try put(try bytes(folder) + Array("{\"id\":".utf8), at: ledgerPath(folder))
    try folder.apply(plan: folder.chart, entries: [report(2, 2), report(3, 3)])
    #expect(folder.ledger.entries(of: "T1") == (try open().ledger.entries(of: "T1")))
    #expect(folder.ledger.entries(of: "T1").count == 3)
  }

  @Test("An entry that no line can hold does not come in")
  func soundEntries() throws {
    var entries = SoundEntries()
    try entries.append(report(1, 10))
    let long = draft(
      2, .note(Fact.Note(text: String(repeating: "x", count: 70_000), node: nil)), task: "T1")
    #expect(throws: Refusal.entryTooLong(limit: 65_536)) { try entries.append(long) }
    #expect(throws: Refusal.entryTooLong(limit: 65_536)) { try entries.begin(with: long) }
    #expect(throws: Refusal.entryTooLong(limit: 65_536)) { try SoundEntries([long]) }
    try entries.begin(with: mark(3))
    #expect(entries.all.map(\.id) == [id(3), id(1)])
  }

  @Test("Tasks at hand are kept only while what is read is the same")
  func knownTasks() throws {
    let written = ChartWriter.bytes(of: Sample.chart)
    let tasks = Sample.chart.tasks
    var other = tasks
    other[1].title = Text("Another one")
    for known in [[], tasks, other, Array(tasks.prefix(1)), tasks + [tasks[0]], tasks.reversed()] {
      #expect(try ChartReader.read(written, file: "chart.json", knowing: known) == Sample.chart)
    }
  }

  @Test("A file holds what it holds, to the last byte")
  func holds() throws {
    let file = root + "/file"
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try put(bytes, at: file)
    #expect(try PosixFile.holds(file, bytes))
    #expect(try !PosixFile.holds(file, bytes.dropLast()))
    #expect(try !PosixFile.holds(file, bytes + [0]))
    for place in [0, 1 << 20, bytes.count - 1] {
      var other = bytes
      other[place] ^= 1
      #expect(try !PosixFile.holds(file, other))
    }
    try put([], at: file)
    #expect(try PosixFile.holds(file, []))
    #expect(throws: StoreError.notAFile(path: root)) { try PosixFile.holds(root, []) }
  }

  @Test("Texts that begin alike, or only mean the same, are told apart")
  func texts() throws {
    let long = String(repeating: "a", count: 40)
    let texts = [
      "\"\(long)1\"", "\"\(long)2\"", "\"\(long)1\"", "{\"en\": \"\(long)1\"}",
      "{\"en\": \"\(long)1\", \"zh\": \"一\"}", "{\"en\": \"\(long)1\"}", "\"caf\u{E9}\"",
      "\"cafe\u{301}\"", "\"caf\u{E9}\"", "\"\(String(repeating: "b", count: 300))\"", "\"\"",
      "\"\"",
    ]
    var reader = JSONReader(Array("[\(texts.joined(separator: ","))]".utf8), file: "f")
    var read: [String] = []
    try reader.elements { reader in
      let words = try reader.words()
      read.append(JSONWriter.spaced { $0.value(words) })
    }
    #expect(read.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
  }
}

extension JSONWriter {
  fileprivate static func spaced(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(.spaced)
    body(&writer)
    return writer.text
  }
}
