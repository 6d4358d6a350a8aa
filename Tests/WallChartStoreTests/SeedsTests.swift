import Foundation
import Testing

@testable import WallChartStore

/// The example that comes with the program: Dalian on 31 July 2020.
struct SeedsTests {
  private static let path =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../../seeds/dalian-2020"

  private func situation() throws -> Situation {
    let folder = try ChartFolder(opening: Self.path, state: nil)
    #expect(folder.findings(today: day("2020-07-31")).isEmpty)
    return Situation(chart: folder.chart, ledger: folder.ledger, on: day("2020-07-31"))
  }

  @Test("41 green, 7 due soon, 2 yellow, 8 red, 2 in closing, 3 crossed off")
  func standings() throws {
    let situation = try situation()
    let status = situation.status
    let expected: [Standing: Int] = [
      .green: 41, .dueSoon: 7, .yellow: 2, .red: 8, .inClosing: 2, .crossedOff: 3,
    ]
    for standing in Standing.allCases {
      #expect(status.total[standing] == expected[standing])
      for parts in [Array(status.battles.values), Array(status.units.values)] {
        #expect(parts.map { $0[standing] }.reduce(0, +) == expected[standing])
      }
      let tasks = status.tasks.filter { $0.standing == standing }
      #expect(tasks.count == expected[standing])
    }
    #expect(status.total.tasks == 63)
    #expect(status.total.falselyDone == 0)
  }

  @Test("What is closed went through the whole procedure, and can be looked back at")
  func closed() throws {
    let situation = try situation()
    let sample = LookBack(of: situation)
    #expect(sample.closed == 3 && sample.tasks.count == 3)
    for task in sample.tasks {
      let entries = situation.ledger.entries(of: task).sorted { $0.n < $1.n }
      #expect(entries.map(\.fact.kind).suffix(3) == ["submit", "verify", "crossOff"])
      #expect(entries.contains { !$0.evidence.isEmpty })
      #expect(situation.visits(of: task).isEmpty)
    }
    // It came with one list, and no two tasks have the same evidence.
    #expect(situation.signs.isEmpty)
  }
}
