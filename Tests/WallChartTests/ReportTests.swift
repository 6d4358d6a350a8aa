import Foundation
import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("What show prints")
struct ReportTests {
  @Test("The JSON of the example has the figures of 31 July 2020")
  func figures() throws {
    let text = ChartJSON.text(of: Seeds.situation)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(json["asOf"] as? String == "2020-07-31")
    let totals = try #require(json["totals"] as? [String: Int])
    #expect(
      totals == [
        "tasks": 63, "crossedOff": 3, "inClosing": 2, "red": 8, "yellow": 2, "dueSoon": 7,
        "green": 41, "silent": totals["silent"]!, "false": 0, "nodes": 287, "nodesDue": 113,
        "nodesDueMet": 96, "nodesMet": totals["nodesMet"]!,
        "nodesMetLate": totals["nodesMetLate"]!,
      ])
    let tasks = try #require(json["tasks"] as? [[String: Any]])
    func sum(_ ids: ClosedRange<Int>) -> [Int] {
      let names = ids.map { $0 < 10 ? "BS-0\($0)" : "BS-\($0)" }
      let chosen = tasks.filter { names.contains($0["id"] as? String ?? "") }
      return ["count", "total"].map { key in
        chosen.reduce(0) { $0 + ($1[key] as? Int ?? 0) }
      }
    }
    #expect(sum(1...8) == [8, 47])
    #expect(sum(9...10) == [31, 60])
    #expect(sum(11...16) == [58, 383])
  }

  @Test("Totals of battles and of units add up to those of the chart")
  func addsUp() throws {
    let text = ChartJSON.text(of: Seeds.situation)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let totals = try #require(json["totals"] as? [String: Int])
    for list in ["battles", "units"] {
      let parts = try #require(json[list] as? [[String: Any]])
      for (key, total) in totals {
        let sum = parts.reduce(0) { $0 + (($1["totals"] as? [String: Int])?[key] ?? 0) }
        #expect(sum == total, "\(list) \(key)")
      }
    }
    let standings = Standing.allCases.reduce(0) { $0 + (totals[$1.rawValue] ?? 0) }
    #expect(standings == totals["tasks"])
  }

  @Test("The JSON says what was found false, and the days before and after an extension")
  func falselyDone() throws {
    var situation = Seeds.situation
    let stamp = Stamp(
      id: EntryID("aerukz4jvpg677w4xkmhmvbsca")!, at: Moment(milliseconds: 0, offset: 0))
    situation.add(
      try situation.step(
        "BS-10", .reopen(reason: "boiler stands", isFalse: true),
        by: Author(name: "Lin", unit: "municipal-ecology-and-environment-bureau"), stamp))
    let moved = Fact.Extension(
      from: Day(iso: "2020-08-15")!, to: Day(iso: "2020-08-16")!, approvedBy: "office",
      reason: "flood", node: "3")
    let next = Stamp(
      id: EntryID("bbrukz4jvpg677w4xkmhmvbsca")!, at: Moment(milliseconds: 0, offset: 0))
    situation.add(
      try situation.step(
        "BS-04", .extend(moved), by: Author(name: "Lin", unit: "shahekou-district"), next))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(ChartJSON.text(of: situation).utf8))
        as? [String: Any])
    #expect((json["totals"] as? [String: Int])?["false"] == 1)
    let tasks = try #require(json["tasks"] as? [[String: Any]])
    #expect(tasks.filter { $0["false"] as? Bool == true }.map { $0["id"] as? String } == ["BS-10"])
    let task = tasks.first { $0["id"] as? String == "BS-04" }
    let node = (task?["nodes"] as? [[String: Any]])?.first { $0["id"] as? String == "3" }
    #expect(node?["firstDue"] as? String == "2020-08-15")
    #expect(node?["due"] as? String == "2020-08-16")
  }

  @Test("The text has every task once, and no line longer than asked", arguments: [40, 80, 120])
  func text(width: Int) {
    let text = ChartText.text(
      of: Seeds.situation, words: Words(.zh), glyphs: .rich, width: width)
    for task in Seeds.situation.chart.tasks {
      #expect(
        text.split(separator: "\n").count {
          $0.contains(" \(task.id) ") || $0.contains("!\(task.id) ") || $0.contains("✓\(task.id) ")
            || $0.contains("?\(task.id) ") || $0.contains("^\(task.id) ")
        } == 1)
    }
    for line in text.split(separator: "\n") { #expect(CellWidth.columns(of: line) <= width) }
  }

  @Test(
    "A first battle without tasks is left out, at any width", arguments: [nil, 80, Int.max, .min])
  func emptyFirstBattle(width: Int?) {
    var chart = Seeds.situation.chart
    chart.tasks.removeAll { $0.battle == "BS" }
    let situation = Situation(
      chart: chart, ledger: Seeds.situation.ledger, on: Seeds.situation.day)
    let text = ChartText.text(of: situation, words: Words(.en), glyphs: .rich, width: width)
    #expect(!text.contains("BLUE SKY"))
    #expect(text.contains("CW-01"))
  }
}
