import Foundation
import WallChartStore

/// The same campaign in the forms that the programs read, in a folder that is made once.
struct ChartData {
  let tasks: Int
  let folder: String

  var chart: String { folder + "/chart" }
  var plan: String { chart + "/chart.json" }
  /// The one ledger file, as it was made.
  let ledger: String
  var text: String { folder + "/chart.txt" }
  var list: String { folder + "/list.csv" }

  /// The data in a folder below this one, made now unless it is there.
  init(tasks: Int, below parent: String) throws {
    self.tasks = tasks
    folder = "\(parent)/\(tasks)"
    let files = FileManager.default
    let isDone = folder + "/done"
    if !files.fileExists(atPath: isDone) {
      try? files.removeItem(atPath: folder)
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Self.fill(folder, Campaign(tasks: tasks))
      try Data().write(to: URL(fileURLWithPath: isDone))
    }
    let ledgers = try files.contentsOfDirectory(atPath: folder + "/chart/ledger")
    ledger = folder + "/chart/ledger/" + (ledgers.first ?? "")
  }

  private static func fill(_ folder: String, _ campaign: Campaign) throws {
    let state = folder + "/state"
    try ChartFolder.create(at: folder + "/chart", plan: campaign.plan, state: state)
    var chart = try ChartFolder(opening: folder + "/chart", state: state)
    _ = try chart.append(step: campaign.entries, today: Campaign.today)
    try Rendering.text(of: campaign).write(toFile: folder + "/chart.txt")
    try Rendering.list(of: campaign).write(toFile: folder + "/list.csv")
  }
}

extension String {
  /// As UTF-8, over what was there.
  func write(toFile path: String) throws { try Data(utf8).write(to: URL(fileURLWithPath: path)) }
}
