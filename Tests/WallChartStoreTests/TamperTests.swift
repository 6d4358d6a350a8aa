import Foundation
import Testing

@testable import WallChartStore

/// A record that cannot be quietly changed: what an inspector finds who gets a copy and has never
/// seen the chart before, and what the machine finds that wrote it.
@Suite final class TamperTests: ChartFolderSession {
  /// A ledger of six lines of one office; another has read and answered the last one.
  private func written() throws -> (lines: [[UInt8]], file: String) {
    var office = try open()
    for number in 1...5 {
      _ = try office.append(report(UInt64(number), number), today: today)
    }
    _ = try office.append(draft(6, .supervise, task: "T2"), today: today)
    var other = try open(state: root + "/other")
    _ = try other.append(draft(7, .release, task: "T2", was: [6]), today: today)
    let lines = try bytes(office).split(separator: 10).map { Array($0) + [10] }
    try #require(lines.count == 6)
    #expect(try open(state: root + "/inspector").findings(today: today).isEmpty)
    return (lines, ledgerPath(office))
  }

  struct Tampering: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var tamper: @Sendable ([[UInt8]]) -> [UInt8]
    /// What somebody finds who has never seen the chart, by line.
    var found: [String]
    /// Whether it is also told on opening, before anybody checks.
    var isSeenAtOnce = true
  }

  private static func joined(_ lines: [[UInt8]]) -> [UInt8] { Array(lines.joined()) }

  private static func replaced(_ line: [UInt8], _ old: String, by new: String) -> [UInt8] {
    Array(String(decoding: line, as: UTF8.self).replacingOccurrences(of: old, with: new).utf8)
  }

  /// The line as somebody writes it who knows how the hash is made, but not those behind it.
  private static func forged(_ line: [UInt8], after previous: [UInt8]) -> [UInt8] {
    let body = Array(replaced(line, "\"count\":3", by: "\"count\":8").dropLast(44))
    let before = Array(previous.dropLast(3).suffix(32))
    return HashChain.seal(body, hash: HashChain.hash(body, after: before))
  }

  @Test(
    "Whatever is done to a ledger is found by its line",
    arguments: [
      Tampering(
        testDescription: "a line removed",
        tamper: { joined(Array($0[..<2] + $0[3...])) },
        found: ["3: missingLines(from: 2, through: 2)"]),
      Tampering(
        testDescription: "the first line removed", tamper: { joined(Array($0[1...])) },
        found: ["1: missingLines(from: 0, through: 0)"]),
      Tampering(
        testDescription: "a count edited",
        tamper: {
          joined($0.map { replaced($0, "\"count\":3", by: "\"count\":8") })
        },
        found: ["3: damagedLine"]),
      Tampering(
        testDescription: "a day edited",
        tamper: {
          joined([replaced($0[0], "\"on\":\"2020-07-31\"", by: "\"on\":\"2020-06-30\"")] + $0[1...])
        },
        found: ["1: damagedLine"]),
      Tampering(
        testDescription: "a line edited and its hash made anew",
        tamper: { joined(Array($0[..<2] + [forged($0[2], after: $0[1])] + $0[3...])) },
        found: ["4: damagedLine"]),
      Tampering(
        testDescription: "two lines reordered",
        tamper: { joined([$0[0], $0[2], $0[1]] + $0[3...]) },
        found: ["2: missingLines(from: 1, through: 1)", "3: damagedLine"]),
      Tampering(
        testDescription: "a line doubled",
        tamper: { joined([$0[0], $0[1], $0[1]] + $0[2...]) }, found: ["3: damagedLine"]),
      Tampering(
        testDescription: "the file truncated at a line that others follow",
        tamper: { joined(Array($0[..<5])) }, found: ["1: earlierEntryMissing"],
        isSeenAtOnce: false),
      Tampering(
        testDescription: "the file truncated inside a line",
        tamper: { Array(joined($0).dropLast(100)) },
        found: ["6: tornLine", "1: earlierEntryMissing"], isSeenAtOnce: false),
      Tampering(
        testDescription: "a line hollowed out",
        tamper: { joined(Array($0[..<2] + [[10]] + $0[3...])) }, found: ["3: damagedLine"]),
    ])
  func found(row: Tampering) throws {
    let (lines, file) = try written()
    try put(row.tamper(lines), at: file)
    let inspector = try open(state: root + "/inspector")
    let found = inspector.findings(today: today).map { finding in
      "\(finding.line): \(finding.fault)".replacingOccurrences(
        of: "\"\(id(6).text)\"", with: ""
      ).replacingOccurrences(of: "()", with: "")
    }
    for expected in row.found { #expect(found.contains(expected), "\(found)") }
    #expect(found.contains { !$0.hasSuffix("tornLine") })
    #expect(inspector.damage.isEmpty == !row.isSeenAtOnce)
    // The machine that wrote the lines knows the end it was told is saved.
    let office = try open()
    #expect(!office.damage.isEmpty || found == row.found)
    #expect(office.findings(today: today).contains { $0.fault.isDamage })
  }

  @Test("Whoever has the chart open sees each of them when it comes")
  func whileOpen() throws {
    let (lines, file) = try written()
    var reader = try open(state: root + "/reader")
    #expect(reader.damage.isEmpty)
    for tampered in [
      Array(lines[..<2] + lines[3...]), [lines[0], lines[2], lines[1]] + lines[3...],
      Array(lines[..<5]), lines.map { Self.replaced($0, "\"count\":3", by: "\"count\":8") },
    ] {
      try put(Self.joined(tampered), at: file)
      try reader.refresh()
      #expect(!reader.damage.isEmpty)
      try put(Self.joined(lines), at: file)
      try reader.refresh()
      #expect(reader.damage.isEmpty)
    }
  }

  @Test("A ledger written anew, hashes and all, is known again by who has read it before")
  func rewritten() throws {
    let (lines, file) = try written()
    var reader = try open(state: root + "/reader")
    var hash: [UInt8] = []
    var forged: [UInt8] = []
    for line in lines {
      let body = Array(Self.replaced(line, "\"count\":3", by: "\"count\":8").dropLast(44))
      hash = HashChain.hash(body, after: hash)
      forged += HashChain.seal(body, hash: hash)
    }
    try put(forged, at: file)
    try reader.refresh()
    let found = Finding(file: file, line: 3, column: 0, fault: .entryRewritten)
    #expect(reader.damage == [found])
    #expect(reader.findings(today: today) == [found])
    // The machine that wrote it knows its last hash.
    #expect(try open().damage.map(\.fault) == [.ownEntriesMissing])
    try put(Self.joined(lines), at: file)
    try reader.refresh()
    #expect(reader.damage.isEmpty)
  }

  // MARK: The end of a ledger

  @Test("The end of a ledger that nobody follows is missed by the meeting that read it")
  func meeting() throws {
    let (lines, file) = try written()
    var other = try open(state: root + "/other")
    var opening = Fact.Meeting(rhythm: .weekly, isClosing: false)
    let writer = String(PosixFile.lastComponent(of: file).dropLast(6))
    opening.seen = [writer: 5]
    _ = try other.append(draft(8, .meeting(opening), task: nil), today: today)
    #expect(try open(state: root + "/inspector").findings(today: today).isEmpty)
    try put(Self.joined(Array(lines[..<4])), at: file)
    let cut = Finding(
      file: file, line: 0, column: 0, fault: .missingLines(from: 4, through: 5))
    #expect(try open(state: root + "/inspector").findings(today: today).contains(cut))
    unlink(file)
    let gone = Finding(
      file: file, line: 0, column: 0, fault: .missingLines(from: 0, through: 5))
    #expect(try open(state: root + "/inspector").findings(today: today).contains(gone))
  }

  // MARK: The clock

  private func later(_ number: UInt64, at time: String, was: [UInt64] = []) -> Entry {
    var entry = draft(
      number, number % 2 == 0 ? .supervise : .release, task: "T2", was: was)
    entry.at = moment(time)
    return entry
  }

  @Test("A clock that was set back is found, in one ledger and between two, and work goes on")
  func clock() throws {
    var office = try open()
    _ = try office.append(later(2, at: "2020-07-31T09:00:00+08:00"), today: today)
    // A clock put right by minutes, and another zone's, are in order.
    _ = try office.append(later(3, at: "2020-07-31T08:51:00+08:00", was: [2]), today: today)
    _ = try office.append(later(4, at: "2020-07-31T01:00:00Z", was: [3]), today: today)
    #expect(office.findings(today: today).isEmpty)
    let set = later(5, at: "2020-07-24T09:00:00+08:00", was: [4])
    _ = try office.append(set, today: today)
    let found = Finding(
      file: ledgerPath(office), line: 4, column: 0,
      fault: .clockSetBack(set.at, after: moment("2020-07-31T01:00:00Z")))
    #expect(office.damage == [found])
    #expect(try open(state: root + "/inspector").findings(today: today) == [found])
    #expect(found.fault.isDamage)
    // What was said stands, in its order, and the next line follows in the same file.
    let next = try office.append(later(6, at: "2020-07-24T09:01:00+08:00", was: [5]), today: today)
    #expect(next.n == 4)
    #expect(try open().damage == [found])
    #expect(office.ownWriters.count == 1)
  }

  @Test("A ledger begun under a clock set back is betrayed by the entries it follows")
  func newWriter() throws {
    var office = try open()
    _ = try office.append(later(2, at: "2020-07-31T09:00:00+08:00"), today: today)
    var other = try open(state: root + "/other")
    let set = later(3, at: "2020-07-24T09:00:00+08:00", was: [2])
    _ = try other.append(set, today: today)
    #expect(
      try open(state: root + "/inspector").findings(today: today) == [
        Finding(
          file: ledgerPath(other), line: 1, column: 0,
          fault: .clockSetBack(set.at, after: moment("2020-07-31T09:00:00+08:00")))
      ])
  }
}
