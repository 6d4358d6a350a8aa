import ArgumentParser
import Foundation
import WallChartStore

/// The store alone, again and again, for callgrind to count.
struct Store: ParsableCommand {
  static let configuration = CommandConfiguration(shouldDisplay: false)

  enum Work: String, CaseIterable, ExpressibleByArgument {
    case readPlan, decodePlan, readAll, fold, situation, append, check, writePlan, encodePlan
  }

  @Argument var work: Work
  @Argument var tasks: Int
  @Argument(help: "The folder of the data of all sizes.") var folder: String
  @Argument(help: "A folder to work in, empty.") var place: String
  @Argument var turns: Int

  func run() throws {
    let data = try ChartData(tasks: tasks, below: folder)
    let plan = place + "/plan"
    var open = try ChartFolder(opening: data.chart, state: nil)
    try ChartFolder.create(at: plan, plan: open.chart)
    if work == .append {
      // Appends in a chart of its own; the first makes the writer's file.
      open = try ChartFolder(opening: plan, state: place + "/state")
      _ = try open.append(Campaign.note(onTask: 0), today: Campaign.today)
    }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: plan + "/chart.json"))
    let decoded =
      work == .encodePlan ? try JSONDecoder().decode(FoundationPlan.self, from: bytes) : nil
    for turn in 0..<turns {
      switch work {
      case .readPlan: _ = try ChartFolder(opening: plan, state: nil)
      case .decodePlan: _ = try JSONDecoder().decode(FoundationPlan.self, from: bytes)
      case .readAll: _ = try ChartFolder(opening: data.chart, state: nil)
      case .fold: _ = ChartStatus(of: open.chart, ledger: open.ledger, on: Campaign.today)
      case .situation: _ = Situation(chart: open.chart, ledger: open.ledger, on: Campaign.today)
      case .append: _ = try open.append(Campaign.note(onTask: turn), today: Campaign.today)
      case .check: _ = open.findings(today: Campaign.today)
      case .writePlan: try ChartFolder.create(at: "\(place)/\(turn)", plan: open.chart)
      case .encodePlan:
        try JSONEncoder().encode(decoded).write(to: URL(fileURLWithPath: "\(place)/\(turn)"))
      }
    }
  }
}
