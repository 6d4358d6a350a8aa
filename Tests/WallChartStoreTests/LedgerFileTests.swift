import Testing

@testable import WallChartStore

struct LedgerFileTests {
  /// Sealed lines of marks, as one writer appends them.
  private func lines(
    _ count: Int, at times: [String] = [], after previous: [UInt8] = []
  ) -> [[UInt8]] {
    var hash = previous
    return (0..<count).map { n in
      var entry = entry(UInt64(n), .met(node: "1"), on: "2020-07-01")
      entry.writer = "epb-0000000000"
      entry.n = n
      if n < times.count { entry.at = moment(times[n]) }
      let line = entry.lineBytes
      hash = HashChain.hash(line, after: hash)
      return HashChain.seal(line, hash: hash)
    }
  }

  private func read(_ bytes: [UInt8]) -> (entries: [Entry], file: LedgerFile) {
    var file = LedgerFile(writer: "epb-0000000000", path: "ledger/epb-0000000000.jsonl")
    let entries = file.read(bytes)
    return (entries, file)
  }

  private func faults(_ file: LedgerFile) -> [String] {
    file.findings.map { "\($0.line): \($0.fault)" }
  }

  @Test("Whole lines are read in order, whole or in pieces")
  func whole() {
    let bytes = lines(5).flatMap { $0 }
    let (entries, file) = read(bytes)
    #expect(entries.map(\.n) == [0, 1, 2, 3, 4])
    #expect(entries.map(\.line) == [1, 2, 3, 4, 5])
    #expect(file.findings.isEmpty)
    #expect(file.consumed == bytes.count)
    #expect(file.nextN == 5)
    var piecewise = LedgerFile(writer: "epb-0000000000", path: "f")
    var found: [Entry] = []
    for size in stride(from: 0, through: bytes.count, by: 100) + [bytes.count] {
      found += piecewise.read(Array(bytes[piecewise.consumed..<max(piecewise.consumed, size)]))
    }
    #expect(found == entries)
    #expect(piecewise.lastHash == file.lastHash)
  }

  @Test("Entries at hand are taken for the lines they were written as, a line each")
  func known() {
    let lines = lines(4)
    let (entries, _) = read(lines.flatMap { $0 })
    let drafts = entries.map { entry in
      var draft = entry
      (draft.writer, draft.n, draft.line) = ("", 0, 0)
      return draft
    }
    var file = LedgerFile(writer: "epb-0000000000", path: "f")
    #expect(file.read(lines.flatMap { $0 }, knowing: drafts) == entries)
    #expect(file.lastHash == read(lines.flatMap { $0 }).file.lastHash)
    // A line that rots on the way takes no other one's place.
    var rotten = lines
    rotten[1][20] ^= 1
    file = LedgerFile(writer: "epb-0000000000", path: "f")
    let found = file.read(rotten.flatMap { $0 }, knowing: drafts)
    #expect(found.map(\.id) == [entries[0].id, entries[2].id, entries[3].id])
    #expect(faults(file) == ["2: damagedLine"])
  }

  @Test("Any prefix of a file gives the whole lines in it, and no finding")
  func prefixes() {
    let lines = lines(3)
    let bytes = lines.flatMap { $0 }
    let ends = [lines[0].count, lines[0].count + lines[1].count, bytes.count]
    for count in 0...bytes.count {
      let (entries, file) = read(Array(bytes[..<count]))
      let whole = ends.count { $0 <= count }
      guard entries.count == whole, file.findings.isEmpty else {
        Issue.record("after \(count) bytes: \(entries.count) entries, \(faults(file))")
        return
      }
    }
  }

  @Test("Any single flipped byte is named with its line and loses at most that line")
  func flippedByte() {
    let lines = lines(3)
    let bytes = lines.flatMap { $0 }
    for place in 0..<bytes.count - 1 {
      for mask: UInt8 in [0x01, 0x20, 0x80] {
        var rotten = bytes
        rotten[place] ^= mask
        let (entries, file) = read(rotten)
        let line = place < lines[0].count ? 1 : place < lines[0].count + lines[1].count ? 2 : 3
        let isFeed = bytes[place] == 10
        // A lost line feed joins two lines, a gained one parts a line in two: one more may go.
        let lost = isFeed ? 2 : 1
        guard entries.count >= 3 - lost, file.isDamaged, file.findings.first?.line == line else {
          Issue.record(
            "byte \(place) ^ \(mask): \(entries.map(\.n)), \(faults(file)) instead of line \(line)")
          return
        }
      }
    }
  }

  @Test("Two writes that were cut off one after the other are torn, no damage either")
  func tornTwice() {
    let lines = lines(3)
    let rest = Array(lines[1].prefix(60))
    var (entries, file) = read(lines[0] + rest + [10] + rest)
    #expect(entries.count == 1)
    #expect(faults(file) == ["2: tornLine"])
    #expect(!file.isDamaged)
    entries = file.read(rest + [10] + lines[1])
    #expect(entries.count == 1)
    #expect(faults(file) == ["2: tornLine", "3: tornLine"])
  }

  @Test("A fragment that a write left is torn, no damage, and the chain goes on after it")
  func torn() {
    let lines = lines(3)
    let fragment = Array(lines[1].prefix(60)) + [10]
    let (entries, file) = read(lines[0] + fragment + lines[1] + lines[2])
    #expect(entries.map(\.n) == [0, 1, 2])
    #expect(entries.map(\.line) == [1, 3, 4])
    #expect(faults(file) == ["2: tornLine"])
    #expect(!file.isDamaged)
  }

  @Test("Missing lines are named by number, and what follows them is loaded")
  func missing() {
    let lines = lines(6)
    let (entries, file) = read(lines[0] + lines[3] + lines[4] + lines[5])
    #expect(entries.map(\.n) == [0, 3, 4, 5])
    #expect(faults(file) == ["2: missingLines(from: 1, through: 2)"])
    #expect(file.isDamaged)
    #expect(read(lines[2] + lines[3]).entries.map(\.n) == [2, 3])
  }

  @Test("Two damaged lines in a row are two findings, and no line is called missing")
  func twoDamaged() {
    var lines = lines(5)
    lines[1][20] ^= 1
    lines[2][20] ^= 1
    let (entries, file) = read(lines.flatMap { $0 })
    #expect(entries.map(\.n) == [0, 3, 4])
    #expect(faults(file) == ["2: damagedLine", "3: damagedLine"])
  }

  @Test("Lines in another order are damage, and their number does not matter")
  func swapped() {
    let lines = lines(4)
    let (entries, file) = read(lines[0] + lines[2] + lines[1] + lines[3])
    #expect(file.isDamaged)
    #expect(entries.count >= 2)
  }

  @Test("A block of NUL bytes, an empty line and words are damage; the lines around are loaded")
  func rot() {
    let lines = lines(2)
    for rot in [Array(repeating: UInt8(0), count: 4096) + [10], [10], Array("hello\n".utf8)] {
      let (entries, file) = read(lines[0] + rot + lines[1])
      #expect(entries.map(\.n) == [0, 1])
      #expect(faults(file) == ["2: damagedLine"])
    }
  }

  @Test("A line longer than the limit is not read; the ones after it are")
  func tooLong() {
    var long = entry(
      1, .note(Fact.Note(text: String(repeating: "x", count: 70_000), node: nil)), on: "2020-07-01")
    long.writer = "epb-0000000000"
    long.n = 0
    let hash = HashChain.hash(long.lineBytes, after: [])
    var next = entry(2, .met(node: "1"), on: "2020-07-01")
    next.writer = "epb-0000000000"
    next.n = 1
    let (entries, file) = read(
      HashChain.seal(long.lineBytes, hash: hash)
        + HashChain.seal(next.lineBytes, hash: HashChain.hash(next.lineBytes, after: hash)))
    #expect(entries.map(\.n) == [1])
    #expect(faults(file) == ["1: lineTooLong"])
  }

  @Test("A line of another writer in this file is named and not loaded")
  func otherWriter() {
    var other = entry(1, .met(node: "1"), on: "2020-07-01")
    other.writer = "jinpu-0000000000"
    other.n = 0
    let (entries, file) = read(
      HashChain.seal(other.lineBytes, hash: HashChain.hash(other.lineBytes, after: [])))
    #expect(entries.isEmpty)
    #expect(faults(file) == ["1: entryOfAnotherWriter(\"jinpu-0000000000\")"])
  }

  @Test("A line whose hash is right and whose JSON is not is named by line and column")
  func badLine() {
    let body = Array("{\"id\":7".utf8)
    let (entries, file) = read(
      HashChain.seal(body, hash: HashChain.hash(body, after: [])) + lines(1)[0])
    #expect(entries.isEmpty)
    #expect(file.findings.first?.line == 1)
    #expect(file.findings.first?.column == 7)
  }

  @Test("A clock set back cannot turn a writer's own lines round")
  func clockSetBack() {
    let (entries, _) = read(
      lines(3, at: ["2020-07-01T12:00:00Z", "2020-07-01T11:00:00Z", "2020-07-01T13:00:00Z"])
        .flatMap { $0 })
    #expect(entries[1].turn == entries[0].turn + 1)
    #expect(entries[2].turn == entries[2].at.milliseconds)
  }
}
