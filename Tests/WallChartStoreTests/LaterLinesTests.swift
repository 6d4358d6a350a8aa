import Testing

@testable import WallChartStore

/// A large ledger, whose later half is read ahead, says what the same ledger says line by line.
struct LaterLinesTests {
  private static let count = 1600

  /// Sealed lines of one writer, some of them reports, one of which cannot be read.
  private static func lines(unreadable: Int? = nil) -> [[UInt8]] {
    var hash: [UInt8] = []
    return (0..<count).map { n in
      var report = Fact.Report(count: n)
      report.progress = n % 3 == 0 ? "on plan" : "\u{9505}\u{7089} \(n)"
      var entry = entry(
        UInt64(n), n % 2 == 0 ? .met(node: "1") : .report(report), on: "2020-07-01",
        task: "T\(n % 7)", unit: n % 5 == 0 ? nil : "epb")
      entry.writer = "epb-0000000000"
      entry.n = n
      let line = n == unreadable ? Array("{\"id\":7".utf8) : entry.lineBytes
      hash = HashChain.hash(line, after: hash)
      return HashChain.seal(line, hash: hash)
    }
  }

  private static func later(of lines: [[UInt8]]) throws -> (bytes: [UInt8], line: Int) {
    let bytes = lines.flatMap { $0 }
    let later = try #require(LaterLines(of: bytes, file: "f"))
    return (bytes, bytes[..<later.start].count { $0 == 10 })
  }

  /// Reads it whole and line by line, and answers what was read whole.
  private static func read(_ bytes: [UInt8]) -> (entries: [Entry], file: LedgerFile) {
    var whole = LedgerFile(writer: "epb-0000000000", path: "f")
    let entries = whole.read(bytes)
    var byLine = LedgerFile(writer: "epb-0000000000", path: "f")
    var one: [Entry] = []
    for line in bytes.split(separator: 10, omittingEmptySubsequences: false).dropLast() {
      one += byLine.read(Array(line) + [10])
    }
    _ = byLine.read(Array(bytes[byLine.consumed...]))
    #expect(entries == one)
    #expect(whole.findings == byLine.findings)
    #expect(whole.lastHash == byLine.lastHash)
    #expect(whole.nextN == byLine.nextN)
    #expect(whole.consumed == byLine.consumed)
    return (entries, whole)
  }

  @Test("A sound one gives every entry, the last line too, and no finding")
  func sound() throws {
    let (bytes, first) = try Self.later(of: Self.lines())
    #expect((2..<Self.count - 2).contains(first))
    let (entries, file) = Self.read(bytes)
    #expect(entries.map(\.n) == Array(0..<Self.count))
    #expect(file.findings.isEmpty)
    let torn = Self.read(bytes.dropLast(9))
    #expect(torn.entries.count == Self.count - 1)
    #expect(torn.file.consumed < bytes.count)
  }

  @Test("What is damaged, gone or forged round the joint is found as in any other place")
  func damaged() throws {
    let lines = Self.lines()
    let first = try Self.later(of: lines).line
    for place in [first - 1, first, Self.count - 1] {
      var rotten = lines
      rotten[place][30] ^= 1
      let body = Self.read(rotten.flatMap { $0 })
      #expect(body.entries.count == Self.count - 1)
      #expect(body.file.findings.map(\.line) == [place + 1])
      rotten = lines
      rotten[place][rotten[place].count - 5] = UInt8(ascii: "z")
      #expect(Self.read(rotten.flatMap { $0 }).file.isDamaged)
      rotten = lines
      rotten[place] = Array(rotten[place].prefix(50)) + [10]
      #expect(!Self.read(rotten.flatMap { $0 }).file.findings.isEmpty)
      guard place < Self.count - 1 else { continue }
      rotten = lines
      rotten.remove(at: place)
      #expect(Self.read(rotten.flatMap { $0 }).file.isDamaged)
      rotten = lines
      rotten.swapAt(place, place + 1)
      #expect(Self.read(rotten.flatMap { $0 }).file.isDamaged)
    }
    // A chain that begins anew is none, though each of its lines continues the one above it.
    let forged = Array(lines[..<first] + lines[..<first])
    let (entries, file) = Self.read(forged.flatMap { $0 })
    #expect(Array(entries.prefix(first)).map(\.n) == Array(0..<first))
    #expect(file.findings.first?.line == first + 1)
  }

  @Test("What stands in the chain and cannot be read is named by line and column")
  func unreadable() throws {
    let first = try Self.later(of: Self.lines()).line
    for place in [first - 1, first, first + 40] {
      let (entries, file) = Self.read(Self.lines(unreadable: place).flatMap { $0 })
      #expect(entries.count == Self.count - 1)
      #expect(file.findings.first?.line == place + 1)
      #expect(file.findings.first?.column == 7)
    }
  }
}
