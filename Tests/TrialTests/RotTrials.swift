import Foundation
import Testing
import WallChartStore

@testable import TrialWriter

/// A small ledger with entries of many kinds, cut off and flipped at every byte.
struct RotTrials {
  private let trial: Trial
  private let chart: String
  private let file: String
  private let bytes: [UInt8]
  private let entries: [Entry]

  init() throws {
    trial = try Trial()
    chart = try trial.makeChart("chart", tasks: 3)
    var folder = try ChartFolder(opening: chart, state: nil)
    var clerk = Clerk(seed: 11)
    clerk.time = Moment(rfc3339: "2020-07-31T09:00:00.000+08:00")
    for _ in 0..<6 {
      let situation = Situation(chart: folder.chart, ledger: folder.ledger, on: Campaign.today)
      _ = try folder.append(
        clerk.draft(in: situation, writers: folder.ownWriters), today: Campaign.today)
    }
    let writer = try #require(folder.ownWriters.last)
    file = "\(chart)/ledger/\(writer).jsonl"
    bytes = [UInt8](try #require(FileManager.default.contents(atPath: file)))
    var whole = LedgerFile(writer: writer, path: "ledger")
    entries = whole.read(bytes)
    #expect(entries.count == 6)
  }

  private func read(_ bytes: [UInt8]) -> (entries: [Entry], file: LedgerFile) {
    var file = LedgerFile(writer: entries[0].writer, path: "ledger")
    let found = file.read(bytes)
    return (found, file)
  }

  @Test func `Any beginning of a ledger file gives its whole lines and is no damage`() {
    for count in 0...bytes.count {
      let (found, file) = read(Array(bytes[..<count]))
      let whole = bytes[..<count].count { $0 == 10 }
      guard found.elementsEqual(entries.prefix(whole)), file.findings.isEmpty else {
        Issue.record("after \(count) bytes: \(found.count) entries, \(file.findings)")
        return
      }
    }
  }

  @Test func `Any beginning of a ledger file is gone on from, by a new file or in it`() throws {
    for count in stride(from: 0, to: bytes.count, by: Trial.size(171, long: 7)) {
      try Data(bytes[..<count]).write(to: URL(fileURLWithPath: file))
      var clerk = Clerk(seed: 12)
      var folder = try ChartFolder(opening: chart, state: trial.path("state"))
      // As by the machine whose file it is, which was killed before it noted anything.
      folder.installation = Installation()
      if count > 0 { folder.installation.writers = [entries[0].writer] }
      let before = folder.ledger.count
      _ = try folder.append(clerk.note(about: "T1"), today: Campaign.today)
      let inspection = try Inspection(chart)
      #expect(inspection.entries == before + 1)
      #expect(inspection.damage == [])
    }
  }

  @Test func `Any single flipped byte is found, and costs one line at most`() {
    let masks: [UInt8] = [
      1, 2, 4, 8, 16, 32, 64, 128, 0x0C, 0x11, 0x2A, 0x55, 0x7F, 0x81, 0xAA, 255,
    ]
    let known = Set(entries.map(said))
    var flips = 0
    for place in bytes.indices.dropLast() {
      let some = Trial.isLong ? masks : [masks[place % 8]]
      for mask in some {
        var rotten = bytes
        rotten[place] ^= mask
        let (found, file) = read(rotten)
        let line = bytes[..<place].count { $0 == 10 } + 1
        // A line feed that goes joins two lines.
        let lost = bytes[place] == 10 ? 2 : 1
        flips += 1
        guard file.isDamaged, file.findings.first?.line == line, found.count >= 6 - lost,
          known.isSuperset(of: found.map(said))
        else {
          Issue.record("byte \(place) ^ \(mask): \(found.map(\.n)), \(file.findings)")
          return
        }
      }
    }
    Trial.report("\(flips) flipped bytes in \(bytes.count): all found")
  }

  /// What an entry says, without its place. A flipped digit in the number of a line looks like
  /// lines that are missing before it: that is told, and what the line says is known.
  private func said(_ entry: Entry) -> Entry {
    var entry = entry
    (entry.n, entry.line, entry.turn) = (0, 0, 0)
    return entry
  }

  @Test func `A last line feed that goes is told as a line that was cut off`() throws {
    try Data(bytes.dropLast() + [11]).write(to: URL(fileURLWithPath: file))
    let folder = try ChartFolder(opening: chart, state: nil)
    #expect(folder.findings(today: Campaign.today).map(\.fault) == [.tornLine])
    #expect(folder.ledger.count == 5)
  }
}
