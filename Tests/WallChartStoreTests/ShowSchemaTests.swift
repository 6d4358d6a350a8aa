import Foundation
import Testing

@testable import WallChart
@testable import WallChartStore

/// `Resources/show.schema.json` says what `wallchart show --format json` prints.
@Suite struct ShowSchemaTests {
  private let schema: JSONSchema

  init() throws { schema = try JSONSchema(named: "show") }

  private func shown(_ situation: Situation) throws -> JSONValue {
    try JSONValue(ChartJSON.text(of: situation).utf8)
  }

  @Test func `The example is valid on many days, and every member is described`() throws {
    let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    let folder = try ChartFolder(opening: seeds + "/../../seeds/dalian-2020", state: nil)
    var situation = Situation(
      chart: folder.chart, ledger: folder.ledger, on: try #require(folder.chart.asOf))
    for days in [-90, -30, 0, 30, 90, 400] {
      situation.move(to: situation.day + days)
      #expect(schema.errors(in: try shown(situation), unlisted: true) == [])
    }
  }

  @Test func `Charts and ledgers made up at random are valid, and all that is described occurs`()
    throws
  {
    var seen: Set<String> = []
    func see(_ value: JSONValue) {
      for (name, member) in value.members {
        seen.insert(name)
        see(member)
      }
      value.elements.forEach(see)
    }
    for seed: UInt64 in 1...25 {
      var session = ModelSession(seed: seed)
      for step in 0..<60 {
        _ = session.attempt()
        guard step % 12 == 0 else { continue }
        let value = try shown(session.situation)
        #expect(schema.errors(in: value, unlisted: true) == [], "seed \(seed)")
        see(value)
      }
    }
    var described = Set(schema.root["properties"]?.members.keys.map { $0 } ?? [])
    for part in ["totals", "battle", "unit", "task", "node"] {
      described.formUnion(schema.root["$defs"]?[part]?["properties"]?.members.keys.map { $0 } ?? [])
    }
    // The sample's units lead nothing.
    #expect(described.subtracting(seen) == ["lead"])
  }

  @Test func `What is missing or of another kind is found`() throws {
    var session = ModelSession(seed: 3)
    for _ in 0..<30 { _ = session.attempt() }
    let value = try shown(session.situation)
    for name in value.members.keys {
      var without = value
      without["\(name)"] = nil
      #expect(!schema.allows(without), "\(name)")
    }
    var other = value
    other["asOf"] = .text("31 July")
    #expect(schema.errors(in: other) == ["/asOf: pattern"])
  }
}
