import Foundation
import Testing
import WallChartWords

@testable import WallChart
@testable import WallChartStore

/// The bulletin in all its formats, of charts made up at random: parts make wholes, and every format
/// says the same numbers.
@Suite struct BulletinFormatTests {
  private let schema: JSONSchema

  init() throws { schema = try JSONSchema(named: "bulletin") }

  private static func bulletin(of situation: Situation, _ rhythm: Chart.Rhythm, number: Int? = 2)
    -> Bulletin
  {
    Bulletin(
      of: situation, number: number, rhythm: rhythm,
      since: situation.sinceBulletin(before: number, rhythm))
  }

  /// The example on many days, and charts and ledgers made up at random; some with texts that mean
  /// something in a format.
  private static func situations() throws -> [Situation] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    let folder = try ChartFolder(opening: root + "/../../seeds/dalian-2020", state: nil)
    var example = Situation(
      chart: folder.chart, ledger: folder.ledger, on: try #require(folder.chart.asOf))
    var all: [Situation] = []
    for days in [-40, 0, 45, 150] {
      example.move(to: example.day + days)
      all.append(example)
    }
    for seed: UInt64 in 1...12 {
      var session = ModelSession(seed: seed)
      for step in 0..<60 {
        _ = session.attempt()
        if step % 30 == 29 {
          all.append(seed % 3 == 0 ? evil(session.situation) : session.situation)
        }
      }
    }
    return all
  }

  private static func evil(_ situation: Situation) -> Situation {
    let texts = ["=1+1 | \"a\", <b>", "- x\n# 'y' & *z*", "a@b.cc \\ \u{1B}[2J", "3-1"]
    var chart = situation.chart
    for place in chart.tasks.indices {
      chart.tasks[place].title = Text(texts[place % texts.count])
      for node in chart.tasks[place].nodes.indices {
        chart.tasks[place].nodes[node].title = Text(texts[node % texts.count])
      }
    }
    for place in chart.units.indices { chart.units[place].name = Text(texts[place % texts.count]) }
    for place in chart.battles.indices { chart.battles[place].name = Text("=b\(place) | <") }
    return Situation(chart: chart, ledger: situation.ledger, on: situation.day)
  }

  @Test func `Markdown, page and JSON carry the same tables, and a spreadsheet the same numbers`()
    throws
  {
    for situation in try Self.situations() {
      for language in Language.allCases {
        let words = Words(language)
        let bulletin = Self.bulletin(of: situation, .weekly)
        let datum = bulletin.datum(words)
        let paper = PrintedPaper.markdown(Template(.documentMarkdown).text(of: datum))
        #expect(paper.tables.count >= 5)
        #expect(PrintedPaper.html(Template(.documentHTML).text(of: datum)) == paper)
        #expect(PrintedPaper.json(try JSONValue(datum.json.utf8)) == paper)
        let rows = PrintedPaper.rows(ofCSV: bulletin.document(words).csv(words))
        #expect(Set(rows.map(\.count)).count == 1)
        compare(rows, with: paper, words)
      }
    }
  }

  /// Finds each table among the rows of a sheet, in order.
  private func compare(_ rows: [[String]], with paper: PrintedPaper, _ words: Words) {
    var rest = rows[...]
    for table in paper.tables {
      let heads = table[0]
      while let row = rest.first, !row.starts(with: heads.prefix(2)) { rest = rest.dropFirst() }
      guard rest.count >= table.count else {
        Issue.record("no table \(heads)")
        return
      }
      for row in table.dropFirst() {
        rest = rest.dropFirst()
        var cells = (rest.first ?? [])[...]
        for cell in row {
          let found = cells.popFirst() ?? ""
          if let share = Self.share(cell) {
            #expect([found, cells.popFirst() ?? "", cells.popFirst() ?? ""] == share)
          } else if cell == "—", found == "0" {
            // A share of nothing.
            #expect(cells.popFirst() == "0" && cells.popFirst() == "")
          } else if Day(iso: found) == nil {
            #expect(CSVText.unguarded(found) == (cell == "—" ? "" : cell))
            let first = found.unicodeScalars.first
            #expect(first.map { !["=", "+", "-", "@"].contains($0) } ?? true, "\(found)")
          }
        }
      }
    }
  }

  /// Part, base and percent of a share as it is printed in either language.
  private static func share(_ cell: String) -> [String]? {
    (cell.wholeMatch(of: /(\d+) of (\d+), (\d+) %/)
      ?? cell.wholeMatch(of: /(\d+)\/(\d+)，(\d+)%/))
      .map { [$0.1, $0.2, $0.3].map(String.init) }
  }

  @Test func `Every column adds up to its total, and every share has its base beside it`() throws {
    let words = Words(.en)
    var (totals, shares) = (0, 0)
    for situation in try Self.situations() {
      let text = Self.bulletin(of: situation, .weekly).markdown(words)
      for table in PrintedPaper.markdown(text).tables {
        for cell in table.dropFirst().joined() {
          guard let share = Self.share(cell)?.compactMap({ Int($0) }) else { continue }
          let (part, whole, percent) = (share[0], share[1], share[2])
          shares += 1
          #expect(part <= whole)
          #expect((percent == 100) == (part == whole) && (percent == 0) == (part == 0))
          let exact = 100 * Double(part) / Double(whole)
          #expect(abs(exact - Double(percent)) <= 0.5 || percent == 1 || percent == 99)
        }
        guard let total = table.last, total.contains(words(.bulletinSum)) else { continue }
        totals += 1
        for column in total.indices {
          let cells = table.dropFirst().dropLast().map { Self.share($0[column])?[0] ?? $0[column] }
          // A dash is a share of nothing.
          let parts = cells.map { Int($0) ?? 0 }.reduce(0, +)
          if let sum = Self.share(total[column]).flatMap({ Int($0[0]) }) ?? Int(total[column]) {
            #expect(parts == sum, "\(table[0][column]): \(cells)")
          }
        }
      }
    }
    #expect(totals > 130 && shares > 400)
  }

  @Test func `The plain numbers for templates are those of the tables`() throws {
    for situation in try Self.situations() {
      let value = try JSONValue(Self.bulletin(of: situation, .monthly).datum(Words(.en)).json.utf8)
      let tables = PrintedPaper.json(value).tables
      func numbers(_ totals: JSONValue?, _ names: [String]) -> [Int?] {
        names.map { totals?[$0]?.number.map { Int($0) } }
      }
      let standings = Standing.allCases.map(\.rawValue)
      func rows(_ table: Int) -> [[Int?]] {
        tables[table].dropFirst().map { row in row.dropFirst().map { Int($0) } }
      }
      #expect(
        rows(0).map { $0[0] } == numbers(value["totals"], standings + ["tasks"]))
      #expect(
        rows(1).map { $0[0] }
          == numbers(
            value["totals"],
            ["nodesMetInTime", "nodesMetLate", "nodesOverdue", "nodesDueToday", "nodesDue"]))
      let battles = (value["battles"]?.elements.map { $0["totals"] } ?? []) + [value["totals"]]
      #expect(rows(2) == battles.map { numbers($0, ["tasks"] + standings + ["silent"]) })
      #expect(
        rows(3).map { $0.dropLast() }
          == battles.map {
            numbers(
              $0, ["nodesDue", "nodesMetInTime", "nodesMetLate", "nodesOverdue", "nodesDueToday"])[
                ...]
          })
      // All red ones are told of by name.
      let late = value["overdue"]?.elements ?? []
      let red = late.count { $0["standing"]?.text == "red" }
      #expect(
        value["totals"]?["red"]?.number
          == Double(red + (value["redOtherwise"]?.elements.count ?? 0)))
      #expect(
        value["totals"]?["daysLate"]?.number
          == late.compactMap { $0["daysLate"]?.number }.reduce(0, +))
      // Every open node that was due is told of by name.
      let open = late + (value["overdueCrossedOff"]?.elements ?? [])
      let today = value["dueToday"]?.elements.count { $0["node"] != nil } ?? 0
      let overdue = open.map { $0["nodes"]?.elements.count ?? 0 }.reduce(0, +)
      #expect(value["totals"]?["nodesOverdue"]?.number == Double(overdue))
      #expect(value["totals"]?["nodesDueToday"]?.number == Double(today))
      #expect(value["totals"]?["nodesUnmet"]?.number == Double(overdue + today))
      let silent = value["silent"]?.elements.map { $0["tasks"]?.elements.count ?? 0 } ?? []
      #expect(value["totals"]?["silent"]?.number == Double(silent.reduce(0, +)))
    }
  }

  @Test func `The schema describes all of it, and all it describes occurs`() throws {
    var seen: Set<String> = []
    func see(_ value: JSONValue) {
      for (name, member) in value.members {
        seen.insert(name)
        see(member)
      }
      value.elements.forEach(see)
    }
    for (place, situation) in try Self.situations().enumerated() {
      let rhythm = Chart.Rhythm.allCases[place % 3]
      let datum = Self.bulletin(of: situation, rhythm, number: place % 2 == 0 ? nil : 2)
        .datum(Words(place % 2 == 0 ? .en : .zh))
      let value = try JSONValue(datum.json.utf8)
      #expect(schema.errors(in: value, unlisted: true) == [])
      see(value)
    }
    var described = Set(schema.root["properties"]?.members.keys.map { $0 } ?? [])
    for part in schema.root["$defs"]?.members.values.map({ $0 }) ?? [] {
      described.formUnion(part["properties"]?.members.keys.map { $0 } ?? [])
    }
    // Nobody closed a meeting in these; who issues a bulletin has its place in the head even so.
    #expect(described.subtracting(seen) == ["last"])
    #expect(described.isSuperset(of: seen))
  }

  @Test func `What is missing or of another kind is found`() throws {
    var session = ModelSession(seed: 3)
    for _ in 0..<30 { _ = session.attempt() }
    let value = try JSONValue(
      Self.bulletin(of: session.situation, .weekly).datum(Words(.en)).json.utf8)
    for name in value.members.keys where name != "number" {
      var without = value
      without[name] = nil
      #expect(!schema.allows(without), "\(name)")
    }
    var other = value
    other["day"] = .text("31 July")
    #expect(schema.errors(in: other) == ["/day: pattern"])
  }
}
