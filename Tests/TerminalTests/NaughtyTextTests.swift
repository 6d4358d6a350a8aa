import Foundation
import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// Strings that make programs trip, as titles, units, names and evidence: `naughty.txt` has one a
/// line, in JSON's escapes. Whatever they are, the chart's columns stand and nothing is obeyed.
@Suite struct NaughtyTextTests {
  private static let lines: [String] = {
    let path = #filePath.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
    let text = (try? String(contentsOfFile: path + "/naughty.txt", encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }()

  /// The strings themselves.
  static let strings: [String] = lines.compactMap { line in
    (try? JSONSerialization.jsonObject(with: Data(line.utf8), options: .fragmentsAllowed))
      as? String
  }

  @Test func `The list is whole`() {
    #expect(Self.lines.count > 150)
    #expect(Self.strings.count == Self.lines.count)
    #expect(Set(Self.lines).count == Self.lines.count)
  }

  /// A plan in which each string is a title, a short one, a unit's name, a node's title and more.
  private static let plan: String = {
    let units = lines.enumerated().map { place, text in
      #"{"id": "u\#(place)", "name": \#(text), "short": \#(text), "kind": "district"}"#
    }
    let tasks = lines.enumerated().map { place, text in
      """
      {"id": "T-\(place)", "battle": "B", "title": \(text), "short": \(text), "unit": "u\(place)", \
      "officer": \(text), "problem": \(text), "measures": \(text), "limit": "2020-12-31", \
      "limitText": \(text), "quantity": {"total": 3, "of": \(text)}, "nodes": \
      [{"id": "1", "due": "2020-07-10", "title": \(text)}, {"id": "2", "due": "2020-08-10", "title": \(text)}]}
      """
    }
    return """
      {
      "format": "wallchart/1", "title": \(lines[26]), "asOf": "2020-07-31",
      "battles": [{"id": "B", "name": \(lines[30])}],
      "units": [\(units.joined(separator: ",\n"))],
      "tasks": [\(tasks.joined(separator: ",\n"))]
      }

      """
  }()

  @Test(arguments: [80, 200])
  func `On a terminal the chart's columns stand, and only our own sequences are sent`(
    columns: Int
  ) throws {
    let desk = try Desk(Self.plan)
    desk.environment["WALLCHART_AS"] = Self.strings[24]
    let session = try desk.open(columns: columns, rows: 40)
    let lines = session.display.columns(of: "│", inRow: 2)
    try #require(!lines.isEmpty)
    var seen: Set<String> = []
    for _ in 0..<(Self.lines.count / 30 + 2) {
      for row in 4..<38 {
        let id = session.display.cells(ofRow: row)[2..<8].map(\.text).joined()
          .trimmingCharacters(in: .whitespaces)
        guard id.hasPrefix("T-") else { continue }
        seen.insert(id)
        #expect(
          session.display.columns(of: "│", inRow: row).suffix(lines.count) == lines[...],
          "\(id): \(session.display.row(row))")
      }
      session.press(.pageDown)
      session.waitUntilQuiet()
    }
    #expect(seen.count == Self.lines.count)
    #expect(session.harmfulPieces == [])
    session.press("g")
    // Every task in full, and on to the next.
    session.press(.enter)
    for _ in 0..<Self.lines.count { session.press("j") }
    session.waitUntilQuiet(milliseconds: 100)
    #expect(session.harmfulPieces == [])
    #expect(session.answers == Array("\u{1B}[>0;100;0c\u{1B}[2;2R".utf8))
    #expect(session.display.titles == 1)
    session.press(.escape)
    #expect(try session.quit() == .exit(0))
    #expect(session.isRestored)
  }

  @Test(arguments: [CellWidth.Ambiguous.narrow, .wide], [Language.en, .zh])
  func `In entries they stand in their rows on every screen, and send no control`(
    ambiguous: CellWidth.Ambiguous, language: Language
  ) throws {
    let day = try #require(Day(iso: "2020-07-31"))
    for start in stride(from: 0, to: Self.strings.count, by: 4) {
      let texts = Array(Self.strings[start..<min(start + 4, Self.strings.count)])
      var chart = Chart(title: Text(texts[0]))
      chart.battles = [Chart.Battle(id: "B", name: Text(texts[0]))]
      chart.units = [Chart.Unit(id: "u", name: Text(texts[0]), kind: .district)]
      chart.asOf = day
      var ledger = Ledger()
      for (place, text) in texts.enumerated() {
        var task = Chart.Task(id: "T-\(place)", battle: "B", title: Text(text), unit: "u")
        task.limit = Day(iso: "2020-12-31")
        task.nodes = [Chart.Node(id: "1", due: day, title: Text(text))]
        chart.tasks.append(task)
        var report = Fact.Report()
        (report.progress, report.problem, report.next) = (text, text, text)
        for (number, fact) in [Fact.report(report), .met(node: "1")].enumerated() {
          var entry = Entry(
            id: EntryID(high: UInt64(place + 1), low: UInt64(number + 1)),
            at: Moment(milliseconds: Int64(day.number) * 86_400_000, offset: 480), by: text,
            unit: "u", task: task.id, on: day, fact: fact)
          entry.evidence = [text]
          entry.writer = "clerk-0000000000"
          entry.n = place * 2 + number
          ledger.add(entry)
        }
      }
      var state = State(
        setting: State.Setting(
          words: Words(language), glyphs: ambiguous == .wide ? .safe : .rich, ambiguous: ambiguous,
          author: Author(name: texts[0])),
        situation: Situation(chart: chart, ledger: ledger, on: day), ownWriters: [],
        size: Size(columns: 80, rows: 24))
      for key in "j\rjjq=qLqUqpq?q/a\u{1B}f\u{1B}m" {
        let stamp = Stamp(
          id: EntryID(high: 99, low: 99),
          at: Moment(milliseconds: Int64(day.number) * 86_400_000, offset: 480))
        let named: [Character: Key] = ["\r": .named(.enter), "\u{1B}": .named(.escape)]
        _ = state.update(.key(named[key] ?? .character(key), stamp))
        let frame = state.view()
        try CellWidth.measuring(ambiguous: ambiguous) {
          for row in 0..<24 {
            var column = 0
            while column < 80 {
              let glyph = try #require(frame[column, row].glyph, "\(texts) \(column), \(row)")
              column += CellWidth.columns(of: glyph)
            }
            #expect(column == 80, "\(texts): row \(row) after \(key)")
          }
        }
        var painter = Painter(PainterTests.Kind.usual.capabilities, .fixed)
        let sent = painter.paint(frame, over: nil)
        #expect(Piece.pieces(of: sent).filter { !$0.isHarmless } == [], "\(texts) after \(key)")
        #expect(String(validating: sent, as: UTF8.self) != nil)
      }
    }
  }
}
