import Foundation
import Testing

@testable import WallChartStore

/// Two names that look alike and are not the same: `check` tells where.
@Suite("Characters that nobody sees") final class UnseenTests: ChartFolderSession {
  @Test("Texts of the plan are named by line and column, and are no damage")
  func plan() throws {
    var text = try text("chart.json")
    #expect(try open().findings(today: today).isEmpty)
    let unit = try #require(text.range(of: "\"kind\": \"district\""))
    text.insert(contentsOf: "\"short\": \"甲\u{200B}区\u{202E}\u{200B}\", ", at: unit.lowerBound)
    // Members that nobody knows, and escapes, are looked at as well; joined letters are seen.
    text.insert(
      contentsOf: #""title2": "a\u200bb", "x\#u{AD}": "می\#u{200D}خ", "#,
      at: text.index(after: text.startIndex))
    try put(Array(text.utf8), at: path + "/chart.json")
    let found = try open().findings(today: today)
    #expect(
      found.map(\.fault) == [
        .unseenInPlan(["\u{200B}"]), .unseenInPlan(["\u{AD}"]),
        .unseenInPlan(["\u{200B}", "\u{202E}"]),
      ])
    #expect(found.allSatisfy { !$0.fault.isDamage && $0.file.hasSuffix("/chart.json") })
    #expect(found.prefix(2).map(\.line) == [1, 1])
    // An escape has its text's place, else the character its own.
    #expect(found.prefix(2).map(\.column) == [12, 26])
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = lines[found[2].line - 1].unicodeScalars
    #expect(line.dropFirst(found[2].column - 1).first == "\u{200B}")
  }

  @Test("Entries are named by line, the same text once; a torn end is not looked into")
  func ledger() throws {
    var folder = try open()
    for (number, words) in [(1, "到现场\u{2060}核查"), (2, "plain"), (3, "到现场\u{2060}核查")] {
      let note = Fact.Note(text: words, node: nil)
      _ = try folder.append(draft(UInt64(number), .note(note), task: "T1"), today: today)
    }
    var entry = draft(4, .note(Fact.Note(text: nil, node: nil)), task: "T2")
    entry.evidence = ["photo\u{FEFF} 12"]
    _ = try folder.append(entry, today: today)
    let path = ledgerPath(folder)
    try put(try bytes(folder) + Array("{\"by\":\"\u{200B}\"".utf8), at: path)
    let found = try open().findings(today: today).filter { $0.fault != .tornLine }
    #expect(found.map(\.line) == [1, 4])
    #expect(found.map(\.fault) == [.unseenInEntry(["\u{2060}"]), .unseenInEntry(["\u{FEFF}"])])
    #expect(found.allSatisfy { !$0.fault.isDamage && $0.column > 1 })
  }
}
