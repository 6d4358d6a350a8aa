import Glibc
import Testing

@testable import WallChartStore

/// Files of entries that could not be saved.
@Suite final class RescueTests: ChartFolderSession {
  private func rescue(at path: String? = nil, machine: String = "m") -> Rescue {
    Rescue(state: state, chart: path ?? self.path, machine: machine)
  }

  private var names: [String] { PosixFile.names(in: state + "/rescue") }
  private let time = moment("2020-07-31T09:14:05.123+08:00")

  @Test func `What is kept comes back as it was, in its order, for its own chart and machine`()
    throws
  {
    let entries = [mark(1), report(2, 3)]
    let file = try rescue().keep(entries, at: time)
    #expect(rescue().entries == entries)
    #expect(rescue(at: path + "2").entries.isEmpty)
    #expect(rescue(machine: "other").entries.isEmpty)
    #expect(file.contains("/rescue/chart-"))
    #expect(file.contains("-2020-07-31T091405.123-"))
  }

  @Test func `A new file takes the place of those that were there; the same entry counts once`()
    throws
  {
    _ = try rescue().keep([mark(1)], at: time)
    let other = moment("2020-08-01T00:00:00.000+08:00")
    let both = rescue()
    _ = try Rescue(state: state, chart: path, machine: "m").keep([mark(1), mark(2)], at: other)
    #expect(names.count == 1)
    try put(
      PosixFile.contents(of: "\(state)/rescue/\(names[0])"),
      at: "\(state)/rescue/\(names[0].dropLast(6))2.jsonl")
    #expect(rescue().entries == [mark(1), mark(2)])
    #expect(both.entries == [mark(1)])
  }

  @Test func `A damaged line keeps the others from nobody`() throws {
    let file = try rescue().keep([mark(1), mark(2)], at: time)
    let bytes = try PosixFile.contents(of: file)
    try put(bytes.dropFirst(3), at: file)
    #expect(rescue().entries == [mark(2)])
    rescue().settle(isKept: false)
    #expect(PosixFile.exists(file))
  }

  @Test func `A number that a hand gave an entry says nothing of its order`() throws {
    let file = try rescue().keep([mark(1), mark(2)], at: time)
    let text = String(decoding: try PosixFile.contents(of: file), as: UTF8.self)
    #expect(text.contains("\"n\":0"))
    try put(Array(text.replacing("\"n\":0", with: "\"n\":5", maxReplacements: 1).utf8), at: file)
    #expect(rescue().entries == [mark(1), mark(2)])
  }

  @Test func `An entry of a later version waits for that version`() throws {
    let file = try rescue().keep(
      [mark(1), draft(2, .unknown(kind: "later"), task: "T1")], at: time)
    #expect(rescue().entries == [mark(1)])
    rescue().settle(isKept: false)
    #expect(PosixFile.exists(file))
  }

  @Test func `A line that perhaps never reached the disk is written again`() throws {
    var folder = try open()
    folder.calls.sync = { _ in
      errno = EIO
      return -1
    }
    #expect(throws: StoreError.self) { try folder.append(self.mark(1), today: self.today) }
    _ = try folder.keep([mark(1)], at: time)
    var next = try open()
    #expect(next.rescued == [mark(1)])
    let lines = next.extent.writers
    _ = try next.append(mark(1), today: today)
    #expect(next.extent == (lines + 1, 1))
    #expect(next.findings(today: today).isEmpty)
    #expect(next.rescued.isEmpty)
  }

  @Test func `Settled files go, or stay under a name that is not read again`() throws {
    _ = try rescue().keep([mark(1)], at: time)
    rescue().settle(isKept: true)
    #expect(names.count == 1 && names[0].hasSuffix(".jsonl.refused"))
    #expect(rescue().entries.isEmpty)
    _ = try rescue().keep([mark(1)], at: time)
    rescue().settle(isKept: false)
    #expect(names.count == 1)
  }

  @Test func `What was refused stays aside when the others are kept for another start`() throws {
    let first = try rescue().keep([mark(1), mark(2)], at: time)
    let whole = try PosixFile.contents(of: first)
    let other = moment("2020-08-01T00:00:00.000+08:00")
    let second = try rescue().keep([mark(2)], at: other, setsAside: true)
    #expect(try PosixFile.contents(of: first + ".refused") == whole)
    #expect(!PosixFile.exists(first) && PosixFile.exists(second))
    #expect(rescue().entries == [mark(2)])
  }

  @Test func `What is in the ledger already is not offered, and its file goes`() throws {
    var folder = try open()
    let file = try folder.rescue.keep([mark(1), report(2, 3)], at: time)
    #expect(try open().rescued == [mark(1), report(2, 3)])
    _ = try folder.append(mark(1), today: today)
    #expect(try open().rescued == [report(2, 3)])
    #expect(PosixFile.exists(file))
    _ = try folder.append(report(2, 3), today: today)
    #expect(try open().rescued.isEmpty)
    #expect(!PosixFile.exists(file))
  }

  @Test func `Without a place for memory it says so`() {
    let nowhere = Rescue(state: nil, chart: path, machine: "m")
    #expect(nowhere.entries.isEmpty)
    #expect(throws: StoreError.self) { try nowhere.keep([self.mark(1)], at: self.time) }
  }
}
