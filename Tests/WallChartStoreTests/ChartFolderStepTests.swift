import Testing

@testable import WallChartStore

/// What one keystroke writes as several entries: all of it is on disk, or nothing.
final class ChartFolderStepTests: ChartFolderSession {
  /// The marks of both nodes of T2, as one keystroke makes them.
  private var step: [Entry] {
    [mark(1, "1"), mark(2, "2")]
  }

  @Test("A step is on disk as it was made, line behind line, and is known as one again")
  func whole() throws {
    var folder = try open()
    _ = try folder.append(report(9, 4), today: today)
    let written = try folder.append(step: step, today: today)
    #expect(written.map(\.n) == [1, 2])
    #expect(written.map(\.id) == [id(1), id(2)])
    let reader = try open(state: root + "/other")
    #expect(reader.findings(today: today).isEmpty)
    #expect(reader.ledger.entries(by: folder.ownWriters).steps.map(\.count) == [1, 2])
    #expect(try folder.append(step: [], today: today).isEmpty)
  }

  @Test("The same step again is answered with what is on disk, and adds what is missing alone")
  func again() throws {
    var folder = try open()
    let first = try folder.append(mark(1, "1"), today: today)
    let written = try folder.append(step: step, today: today)
    #expect(written.first == first)
    #expect(written.map(\.n) == [0, 1])
    #expect(try folder.append(step: step, today: today) == written)
    #expect(folder.ledger.count == 2)
  }

  @Test("When one entry of a step is refused, none is written")
  func refused() throws {
    var folder = try open()
    #expect(throws: StoreError.refused(.noSuchNode(task: "T2", node: "9"))) {
      try folder.append(step: [mark(1, "1"), mark(2, "9")], today: today)
    }
    #expect(folder.ledger.count == 0)
    #expect(PosixFile.names(in: path + "/ledger").isEmpty)
  }

  @Test("A mark whose line would be too long is refused where it is written, with its whole step")
  func tooLong() throws {
    var folder = try open()
    var long = mark(2, "2")
    long.by = String(repeating: "w", count: 70_000)
    try Situation(chart: folder.chart, ledger: folder.ledger, on: today).check(long)
    #expect(throws: StoreError.refused(.entryTooLong(limit: 65_536))) {
      try folder.append(step: [mark(1, "1"), long], today: today)
    }
    #expect(folder.ledger.count == 0)
    #expect(PosixFile.names(in: path + "/ledger").isEmpty)
  }

  @Test("An entry of a step is held against those before it")
  func againstEachOther() throws {
    var folder = try open()
    #expect(throws: StoreError.self) {
      try folder.append(step: [mark(1, "1"), mark(2, "1")], today: today)
    }
    #expect(throws: StoreError.refused(.alreadyMet(task: "T2", node: "1"))) {
      try folder.append(step: [mark(1, "1"), mark(2, "1", was: [1])], today: today)
    }
    #expect(folder.ledger.count == 0)
  }

  @Test("When one entry of a step is overtaken, none is written, and the other one is named")
  func overtaken() throws {
    var there = try open(state: root + "/other")
    let other = try there.append(draft(50, .met(node: "2"), task: "T2"), today: today)
    var folder = try open()
    #expect(throws: StoreError.overtaken(by: other)) {
      try folder.append(step: step, today: today)
    }
    #expect(folder.ledger.count == 1)
    #expect(try open().findings(today: today).isEmpty)
  }

  @Test("A step torn in its middle leaves whole entries, and the same step again the rest")
  func torn() throws {
    var folder = try open()
    _ = try folder.append(report(9, 4), today: today)
    let before = try bytes(folder).count
    _ = try folder.append(step: step, today: today)
    let whole = try bytes(folder)
    // The machine stopped in the middle of the second line, before it said that it was saved.
    let firstEnd = try #require(whole[before...].firstIndex(of: 10))
    let (file, cut) = (ledgerPath(folder), firstEnd + 20)
    let memory = folder.installation
    try put(whole[..<cut], at: file)
    var next = try open()
    // As the memory stood when the step had not been acknowledged.
    next.installation = memory
    next.installation.offset = before
    #expect(next.ledger.entries(of: "T2").map(\.id) == [id(1)])
    #expect(next.ledger.entries(by: next.ownWriters).steps.map(\.count) == [1, 1])
    let written = try next.append(step: step, today: today)
    #expect(written.map(\.id) == [id(1), id(2)])
    let reader = try open(state: root + "/other")
    #expect(Set(reader.ledger.entries(of: "T2").map(\.id)) == [id(1), id(2)])
    #expect(reader.findings(today: today).allSatisfy { $0.fault == .tornLine })
  }
}
